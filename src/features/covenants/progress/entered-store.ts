/**
 * What entries of registers say of the criteria of pledges, with the days on which they said it: of an entry itself,
 * and of the organisation that it leads to. One valid certificate is enough, however many have ended.
 */
import { sql } from 'kysely'
import type { Tx } from '../../../db/as.ts'
import { daysAfter, isDate } from '../../../lib/iso-date.ts'
import type { Held } from '../../../model/finding.ts'
import type { Criterion } from '../../../model/norm.ts'
import type { Register, Values } from '../../../model/register.ts'
import { goneFrom } from '../../../registers/gone-store.ts'
import { lastDayOf } from '../../../scoring/counting.ts'
import { established } from '../../../scoring/entered.ts'
import type { Unit } from '../../../scoring/pledge.ts'
import { todayIn } from '../../../web/language.ts'
import { NOBODY, type Counted, type House } from './rules.ts'

/** Entries of the registers of this kind of subject, as units of the organisation they lead to, or of nobody's. */
export async function entriesAsUnits(
  tx: Tx,
  municipality: string,
  { registers }: House,
  kind: Counted['unit'],
  organisations: readonly string[],
): Promise<Unit[]> {
  const ids = registers.filter(({ subject }) => subject === kind).map(({ id }) => id)
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string; party: string | null; until: string | null }>`
    select e.id, min(l.to_id) as party, day_here(e.ended_at)::text as until
    from entry e left join entry_link l on l.municipality = e.municipality and l.entry = e.id
      and l.to_kind = 'organisation'
    where e.municipality = ${municipality} and e.register = any(${ids}::text[])
    group by e.id, e.ended_at order by e.id`.execute(tx)
  const asked = new Set(organisations)
  return rows
    .map(({ id, party, until }) => ({
      id,
      key: id,
      party: party ?? NOBODY,
      until,
      subjects: [{ id, until }],
    }))
    .filter(({ party }) => asked.has(party))
}

type Version = {
  readonly entry: string
  readonly register: string
  readonly organisations: readonly string[]
  readonly values: Values
  readonly at: Date
  readonly from: string
  /** The day on which the next came, or it ended. */
  readonly next: string | null
}

/** Findings out of entries: about themselves (`subjects`), and about the organisations that they lead to. */
export async function enteredHeld(
  tx: Tx,
  municipality: string,
  house: House,
  asked: { readonly subjects: readonly string[]; readonly criteria: readonly string[] },
  today: string,
): Promise<Held[]> {
  const wanted = new Set(asked.criteria)
  const criteria = house.norms.flatMap(({ criteria: all, reviewMonths }) =>
    all.filter(({ id, entries }) => wanted.has(id) && entries !== undefined).map((each) => ({ each, reviewMonths })),
  )
  const purposes = new Set(criteria.flatMap(({ each }) => (each.entries ?? []).map(({ purpose }) => purpose)))
  const registers = house.registers.filter(({ purpose }) => purposes.has(purpose))
  if (registers.length === 0) return []
  const { rows } = await sql<Version>`
    select v.entry, e.register, v.values, coalesce(case when v.version = e.version then e.changed_at end, v.at) as at,
      day_here(v.at)::text as "from",
      day_here(least(lead(v.at) over w, e.ended_at))::text as next,
      coalesce(l.organisations, '{}') as organisations
    from entry e join entry_version v on v.municipality = e.municipality and v.entry = e.id
      left join lateral (select array_agg(to_id) as organisations from entry_link l
        where l.municipality = e.municipality and l.entry = e.id and l.to_kind = 'organisation') l on true
    where e.municipality = ${municipality} and e.register = any(${registers.map(({ id }) => id)}::text[])
      and not v.ended and (e.id = any(${asked.subjects}::uuid[]) or l.organisations && ${asked.subjects}::text[])
    window w as (partition by v.entry order by v.version)`.execute(tx)
  const subjects = new Set(asked.subjects)
  const held: Held[] = []
  for (const register of registers) {
    const own = rows.filter((row) => row.register === register.id)
    const gone = await goneFrom(
      tx,
      municipality,
      house,
      register,
      own.map(({ values }) => values),
      today,
    )
    for (const version of own)
      for (const { each, reviewMonths } of criteria)
        for (const said of saidBy(version, register, each, { reviewMonths, gone, today }))
          for (const subject of [version.entry, ...version.organisations])
            if (subjects.has(subject)) held.push({ ...said, subject, criterion: each.id, source: 'entry' })
  }
  return held
}

/** What one version says of a criterion, from each day on which that changes: a date in it that passes. */
function* saidBy(
  { values, at, from, next }: Version,
  register: Register,
  criterion: Criterion,
  known: { readonly reviewMonths: number; readonly gone: ReadonlySet<string>; readonly today: string },
): Generator<Omit<Held, 'subject' | 'criterion' | 'source'>> {
  const seen = todayIn(at)
  const last = [lastDayOf(seen, known.reviewMonths), ...(next === null ? [] : [daysAfter(next, -1)])].sort()[0]!
  const turns = Object.values(values).flatMap((value) =>
    typeof value === 'string' && isDate(value) && value >= from && value < last ? [daysAfter(value, 1)] : [],
  )
  const days = [...new Set([from, ...turns])].filter((day) => day <= last && day <= known.today).sort()
  for (const [index, day] of days.entries()) {
    const told = established(criterion, register, values, { today: day, gone: known.gone })
    const ends = days[index + 1]
    if (told === undefined) continue
    const { verdict, strength } = told
    yield {
      verdict,
      strength,
      at: seen,
      from: day,
      until: ends === undefined ? last : daysAfter(ends, -1),
    }
  }
}
