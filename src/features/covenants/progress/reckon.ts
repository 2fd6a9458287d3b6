/** Reckons the figures of the pledges of one covenant through time, out of what is known: what is kept of it. */
import { countedFindings } from '../../../db/counted-findings.ts'
import type { Tx } from '../../../db/as.ts'
import { daysAfter } from '../../../lib/iso-date.ts'
import type { PledgeTerms } from '../../../model/covenant.ts'
import type { Unit } from '../../../scoring/pledge.ts'
import { NOTHING, onDay, type Tally } from '../../../scoring/tally.ts'
import { knownOf, unitsFor, type Known } from './measure.ts'
import {
  hasUnit,
  NOBODY,
  standingOn,
  streetOf,
  throughTime,
  totalsThrough,
  type Figures,
  type House,
  type Party,
  type Standing,
  type Through,
  type Total,
} from './rules.ts'
import { participations, publishedUntil, type Followed } from './terms-store.ts'

/** What is counted of a criterion without a norm of which it is known how long it holds. */
const A_YEAR = 12

/** A figure that held on these days; `to`: null while it does. */
export type Kept = Tally & {
  readonly pledge: string
  readonly whole: boolean
  readonly organisation: string
  readonly from: string
  readonly to: string | null
  readonly level: PledgeTerms['level']
  /** How many parties are counted. */
  readonly parties: number
  readonly standing: Standing
  /** Of what holds now: how many parties stand at so many of so many. */
  readonly spread: readonly (readonly [count: number, among: number, parties: number])[]
}

/** How long what is seen of a criterion counts, in months. */
export const monthsOf = ({ norms }: Pick<House, 'norms'>, criterion: string | null): number =>
  norms.find(({ criteria }) => criteria.some(({ id }) => id === criterion))?.reviewMonths ?? A_YEAR

/** Whose units a pledge counts: of who takes part, or of those that it names. */
export function partiesOf(
  { population, baseline }: Pick<PledgeTerms, 'population' | 'baseline'>,
  parties: readonly Party[],
): readonly Party[] {
  // Who is counted without taking part by itself, is so from where the promise begins.
  const way: Party['way'] = [{ from: baseline.on, is: 'joined' }]
  switch (population.of) {
    case 'parties':
      return parties
    case 'organisations':
      return population.organisations.map((party) => parties.find((each) => each.party === party) ?? { party, way })
    case 'street':
      return [{ party: NOBODY, way }]
  }
}

/** The totals of a pledge as its rules know them. */
export const totalsOf = (
  all: Awaited<ReturnType<typeof countedFindings>>,
  pledge: Pick<PledgeTerms, 'id'>,
): readonly Total[] =>
  all
    .filter((each) => each.pledge === pledge.id)
    .map(({ organisation, ...total }) => ({ ...total, party: organisation ?? NOBODY }))

/** The figures of every pledge of a covenant, up to and with `today`. */
export async function reckoned(
  tx: Tx,
  municipality: string,
  house: House,
  { id, pledges }: Followed,
  today: string,
): Promise<ReadonlyMap<string, readonly Kept[]>> {
  const parties = (await participations(tx, municipality, id)).filter(({ way }) => way.length > 0)
  const organisations = new Set(pledges.flatMap((pledge) => partiesOf(pledge, parties).map(({ party }) => party)))
  const known = await knownOf(tx, municipality, house, pledges, [...organisations], today)
  const totals = await countedFindings(
    tx,
    municipality,
    id,
    pledges.filter(({ method }) => method === 'counts').map((pledge) => pledge.id),
  )
  const told = await publishedUntil(tx, municipality)
  const asked = new Map<string, Through>()
  return new Map(
    pledges.map((pledge) => {
      const own = partiesOf(pledge, parties)
      const question = questionOf(pledge)
      const through = asked.get(question) ?? throughOf(pledge, house, own, known, totalsOf(totals, pledge), today)
      asked.set(question, through)
      return [
        pledge.id,
        streetOf(pledge) === undefined
          ? keptOf(pledge, own, through, { today, told, units: unitsFor(known, pledge) })
          : keptOfStreet(pledge, unitsFor(known, pledge), through, today),
      ]
    }),
  )
}

/** What is asked of the findings: pledges that ask the same have one answer, whatever their target. */
const questionOf = ({ id, method, unit, rules, least, population, baseline }: PledgeTerms): string =>
  method === 'counts'
    ? id
    : JSON.stringify(['', unit, rules, least, population, population.of === 'parties' ? '' : baseline.on])

function throughOf(
  pledge: PledgeTerms,
  house: House,
  parties: readonly Party[],
  known: Known,
  totals: readonly Total[],
  today: string,
): Through {
  if (pledge.method === 'findings') return throughTime(pledge, unitsFor(known, pledge), known.held, parties, today)
  // The municipality promised totals only where it handed one in.
  const counted = parties.filter(({ party }) => party !== NOBODY || totals.some((total) => total.party === NOBODY))
  return totalsThrough(totals, { least: pledge.least, months: monthsOf(house, pledge.criterion) }, counted, today)
}

/**
 * Of all together each figure with the days on which it held, and how many were counted then. Of a party how it stands
 * now; where it is told by name also what held since the day up to which measurements are told.
 */
function keptOf(
  pledge: PledgeTerms,
  parties: readonly Party[],
  through: Through,
  { today, told, units }: { readonly today: string; readonly told: string | null; readonly units: readonly Unit[] },
): readonly Kept[] {
  const { level } = pledge
  const common = { pledge: pledge.id, level, spread: [] as Kept['spread'] }
  const rows: Kept[] = []
  for (const { party, way } of parties) {
    const figures = through.parties.get(party)
    if (figures === undefined) continue
    const days = [...figures.map(({ from }) => from), ...way.map(({ from }) => from).filter((from) => from <= today)]
    const own = lately(days, level === 'named' ? told : null, (day) => ({
      ...tallyOn(figures, day),
      standing: standingOn(way, day) ?? ('left' as const),
    }))
    rows.push(...own.map((row) => ({ ...common, ...row, whole: false, organisation: party, parties: 1 })))
  }
  const counted = parties.filter(({ party }) => through.parties.has(party))
  const own = Map.groupBy(units, ({ party }) => party)
  // Who has nothing that is counted is not behind a figure.
  const has = (party: string, day: string) => pledge.method === 'counts' || hasUnit(own.get(party), day)
  const ends = counted.flatMap(({ party }) => own.get(party) ?? []).flatMap(({ until }) => until ?? [])
  const moved = [
    ...new Set([
      ...counted.flatMap(({ way }) => way.map(({ from, is }) => (is === 'left' ? daysAfter(from, 1) : from))),
      ...ends.map((until) => daysAfter(until, 1)),
    ]),
  ].sort()
  const there = moved.map((from) => ({
    from,
    is: counted.filter(({ party, way }) => isCounted(way, from) && has(party, from)).length,
  }))
  const days = [...through.together.map(({ from }) => from), ...moved].filter((day) => day <= today)
  const whole = lasting(days, (day) => ({
    ...tallyOn(through.together, day),
    parties: onDay(there, day) ?? 0,
  })).map((row) => ({ ...common, ...row, whole: true, organisation: NOBODY, standing: 'joined' as const }))
  const last = whole.at(-1)
  if (last) whole.splice(-1, 1, { ...last, spread: spreadOf(rows) })
  return [...rows, ...whole]
}

/**
 * Of a street each door counts as one who is counted: that many have to be there before others read of it. Nobody in it
 * promised to be named, so it is told together alone, and of no party.
 */
function keptOfStreet(pledge: PledgeTerms, units: readonly Unit[], { together }: Through, today: string) {
  const ends = new Map(units.map(({ key, until }) => [key, until]))
  const gone = [...ends.values()].flatMap((until) => (until === null ? [] : daysAfter(until, 1)))
  const days = [...together.map(({ from }) => from), ...gone].filter((day) => day <= today)
  const there = (day: string) => [...ends.values()].filter((until) => until === null || until >= day).length
  const rows = lasting(days, (day) => ({ ...tallyOn(together, day), parties: there(day) })).map((row): Kept => ({
    ...row,
    pledge: pledge.id,
    level: 'together',
    whole: true,
    organisation: NOBODY,
    standing: 'joined',
    spread: [],
  }))
  const last = rows.at(-1)
  if (last === undefined) return rows
  const { count, among, unknown } = last
  const each = [[0, 0, unknown] as const, [0, 1, among - count] as const, [1, 1, count] as const]
  return [...rows.slice(0, -1), { ...last, spread: each.filter(([, , parties]) => parties > 0) }]
}

const tallyOn = (figures: Figures, day: string): Tally => onDay(figures, day) ?? NOTHING
/** Counted on a day: who left is, until that day. */
function isCounted(way: Party['way'], day: string): boolean {
  const last = way.findLast(({ from }) => from <= day)
  const is = last?.is === 'left' && last.from === day ? way.findLast(({ from }) => from < day)?.is : last?.is
  return is === 'joined' || is === 'suspended'
}

/** What holds from each of these days, as far as it differs from what held before; the last holds still. */
function lasting<T extends object>(days: readonly string[], on: (day: string) => T) {
  const rows: (T & { from: string; to: string | null })[] = []
  for (const day of [...new Set(days)].sort()) {
    const is = on(day)
    const before = rows.at(-1)
    if (before !== undefined) {
      const { from: _from, to: _to, ...was } = before
      if (Object.entries(is).every(([name, value]) => was[name as keyof typeof was] === value)) continue
      rows.splice(-1, 1, { ...before, to: daysAfter(day, -1) })
    }
    rows.push({ ...is, from: day, to: null })
  }
  return rows
}

/**
 * What holds now, with the day since when, and with what held before it as far back as `since`. Null: now alone.
 * The last first would be enough for now: so it begins there, and reads no further back than it has to.
 */
function lately<T extends object>(days: readonly string[], since: string | null, on: (day: string) => T) {
  const rows: (T & { from: string; to: string | null })[] = []
  for (const day of [...new Set(days)].sort().reverse()) {
    const is = on(day)
    const next = rows[0]
    if (next !== undefined && Object.entries(is).every(([name, value]) => next[name as keyof T] === value)) {
      rows[0] = { ...next, from: day }
      continue
    }
    if (next !== undefined && (since === null || next.from <= since)) break
    rows.unshift({ ...is, from: day, to: next === undefined ? null : daysAfter(next.from, -1) })
  }
  return rows
}

/** How the parties that are counted now are spread over what they stand at. */
function spreadOf(rows: readonly Kept[]): Kept['spread'] {
  const now = rows.filter(({ to, standing }) => to === null && (standing === 'joined' || standing === 'suspended'))
  return [...Map.groupBy(now, ({ count, among }) => `${count} ${among}`).values()]
    .map((same) => [same[0]!.count, same[0]!.among, same.length] as const)
    .sort(([a, b], [c, d]) => a - c || b - d)
}
