/**
 * What follows by itself once two people made a covenant public: who takes part by name, how each pledge stands, and
 * the story. The clock writes only what is different; the database lets nobody be named who may not be.
 */
import { sql } from 'kysely'
import type { Tx } from '../../../db/as.ts'
import type { Round } from '../../../db/timer.ts'
import type { CovenantText } from '../../../model/covenant.ts'
import type { CovenantFiles, PartyCounts, PledgeStands } from '../../../model/public-covenant.ts'
import { todayIn } from '../../../web/language.ts'
import { meetingsOf } from './meetings-store.ts'
import { mayTellTogether, NOBODY } from '../progress/rules.ts'
import { NO_FIGURES, verdictOf, type Figures } from './figures.ts'
import { unnamedOf } from './document-store.ts'
import { holdsName, publicPledge, withoutNames } from './rules.ts'
import { eventsOf } from './story.ts'

/** A covenant that everybody reads, with the text that counts. */
export type Shown = { readonly id: string; readonly no: number; readonly version: number; readonly text: CovenantText }
/** Gives the figures of its pledges, by their id. */
export type FiguresOf = (
  tx: Tx,
  municipality: string,
  shown: Shown,
  today: string,
) => Promise<ReadonlyMap<string, Figures>>

/** Makes what everybody reads follow, of every public covenant. Gives how many rows that changed. */
export async function refresh(tx: Tx, { municipality: { id: municipality }, today }: Round, figuresOf: FiguresOf) {
  const rows = await tx
    .selectFrom('published.covenant as s')
    .innerJoin('covenant as c', (join) =>
      join.onRef('c.municipality', '=', 's.municipality').onRef('c.id', '=', 's.covenant'),
    )
    .innerJoin('covenant_version as v', (join) =>
      join
        .onRef('v.municipality', '=', 's.municipality')
        .onRef('v.covenant', '=', 's.covenant')
        .onRef('v.no', '=', 's.version'),
    )
    .select(['c.id', 'c.no', 's.version', 'v.text', 'c.state', 'c.begins_on as beginsOn', 'c.ends_on as endsOn'])
    .where('s.municipality', '=', municipality)
    .where('s.to_at', 'is', null)
    .execute()
  let count = 0
  for (const row of rows)
    count += await follow(tx, municipality, row, await figuresOf(tx, municipality, row, today), today)
  return count
}

type Row = Shown & { readonly state: string; readonly beginsOn: string | null; readonly endsOn: string | null }

async function follow(
  tx: Tx,
  m: string,
  row: Row,
  figures: ReadonlyMap<string, Figures>,
  today: string,
): Promise<number> {
  const { names, quiet } = await unnamedOf(tx, m, row.id)
  const parties = await partiesOf(tx, m, row)
  const files = await filesOf(tx, m, row)
  const beginOf = (id: string): boolean => figures.get(id)?.begin ?? mayTellTogether(quiet)
  const mayGive = row.text.pledges.every(({ id }) => beginOf(id)) && !holdsName(row.text, names)
  const given = files !== null && mayGive ? JSON.stringify(files) : null
  const counts = JSON.stringify(await countsOf(tx, m, row.id))
  const now = sql`${row.state}, ${row.beginsOn}::date, ${row.endsOn}::date, ${counts}::jsonb, ${given}::jsonb`
  const { numAffectedRows } = await sql`update published.covenant
    set (state, begins_on, ends_on, counts, files) = (select ${now})
    where municipality = ${m} and no = ${row.no} and to_at is null
      and (state, begins_on, ends_on, counts, files) is distinct from (${now})`.execute(tx)
  let changed = Number(numAffectedRows ?? 0)
  changed += await keep(tx, m, row.no, 'covenant_party', ['party'], parties)
  changed += await keepPledges(tx, m, row, figures, { names, beginOf, parties })
  const events = eventsOf({
    state: row.state,
    beginsOn: row.beginsOn,
    endsOn: row.endsOn,
    editions: await editionsOf(tx, m, row.no),
    steps: await stepsOf(tx, m, row.id),
    pledges: withoutNames(row.text.pledges, names),
    figures,
    remarks: await remarksOf(tx, m, row.no),
    meetings: withoutNames(await meetingsOf(tx, m, row.id), names),
    participantOf: (organisation) => parties.find((each) => (each.organisation ?? NOBODY) === organisation)?.party,
    today,
  })
  return changed + (await keep(tx, m, row.no, 'covenant_event', ['id'], events))
}

/** Who may be named, with where they stand. */
async function partiesOf(tx: Tx, m: string, { id }: Shown) {
  const { rows } = await sql<Record<string, unknown> & { party: string; organisation: string | null }>`
    select p.id as party, p.organisation, coalesce(o.name, 'Gemeente ' || g.name) as name, p.kind, p.state,
      p.joined_on, p.left_on, p.extended_until
    from covenant_participant p join municipality g on g.id = p.municipality
      left join organisation o on o.municipality = p.municipality and o.id = p.organisation
    where p.municipality = ${m} and p.covenant = ${id} and p.state in ('joined', 'paused', 'suspended', 'left')
      and wall.may_be_named(p.municipality, p.id)`.execute(tx)
  return rows
}

async function countsOf(tx: Tx, m: string, covenant: string): Promise<PartyCounts> {
  const { rows } = await sql<PartyCounts>`
    select count(*) filter (where kind = 'party' and state = 'joined')::int as joined,
      count(*) filter (where kind = 'party' and state = 'paused')::int as paused,
      count(*) filter (where kind = 'party' and state = 'suspended')::int as suspended,
      count(*) filter (where kind = 'party' and state = 'left')::int as left,
      count(*) filter (where kind = 'observer' and state = 'joined')::int as observers,
      count(*) filter (where kind = 'party' and state in ('joined', 'paused', 'suspended')
        and wall.may_be_named(municipality, id))::int as named
    from covenant_participant where municipality = ${m} and covenant = ${covenant}`.execute(tx)
  return rows[0]!
}

async function filesOf(tx: Tx, m: string, { id, version }: Shown): Promise<CovenantFiles | null> {
  const row = await tx
    .selectFrom('covenant_fixed')
    .select(['pdf', 'odt', 'json'])
    .where('municipality', '=', m)
    .where('covenant', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return row ?? null
}

async function editionsOf(tx: Tx, m: string, no: number) {
  const rows = await tx
    .selectFrom('published.covenant')
    .select(['edition', 'from_at as at'])
    .where('municipality', '=', m)
    .where('no', '=', no)
    .execute()
  return rows.map(({ edition, at }) => ({ edition, on: todayIn(at) }))
}

async function stepsOf(tx: Tx, m: string, covenant: string) {
  const { rows } = await sql<{
    participant: string
    no: number
    step: string
    on: string
    until: string | null
  }>`select s.participant, s.no, s.step, s."on", s.until from covenant_step s
      join covenant_participant p on p.municipality = s.municipality and p.id = s.participant
    where s.municipality = ${m} and p.covenant = ${covenant} and wall.may_be_named(p.municipality, p.id)
    order by s.participant, s.no`.execute(tx)
  return rows
}

const remarksOf = (tx: Tx, m: string, no: number) =>
  tx
    .selectFrom('published.covenant_remark')
    .select(['id', 'answered_on as on', 'pledge'])
    .where('municipality', '=', m)
    .where('no', '=', no)
    .execute()

type Named = { readonly party: string; readonly organisation: string | null }
type Beside = {
  readonly names: readonly string[]
  /** Whether the begin of a pledge may be told. */
  readonly beginOf: (pledge: string) => boolean
  readonly parties: readonly Named[]
}

async function keepPledges(
  tx: Tx,
  m: string,
  { no, text }: Row,
  figures: ReadonlyMap<string, Figures>,
  beside: Beside,
) {
  const of = (id: string): Figures => figures.get(id) ?? NO_FIGURES
  const pledges = text.pledges.map((terms, position) => {
    const { values, hidden, expected, course, verdict, judged } = of(terms.id)
    const last = values.at(-1)
    const stands: PledgeStands = {
      now: last ?? null,
      hidden,
      expected: last ? expected : null,
      ...(judged && { judged }),
    }
    const told = publicPledge(terms, beside.beginOf(terms.id))
    return {
      pledge: terms.id,
      position,
      ...withoutNames({ title: terms.title, terms: told, verdict }, beside.names),
      stands,
      course: last ? course : null,
      due: terms.due,
    }
  })
  const values = pledges.flatMap(({ pledge }) => of(pledge).values.map((value) => ({ pledge, ...value })))
  const each = text.pledges
    .filter(({ level }) => level === 'named')
    .flatMap(({ id: pledge }) =>
      beside.parties.flatMap(({ party, organisation }) => {
        const own = organisation === null ? undefined : of(pledge).parties.get(organisation)
        if (!own) return []
        const said = of(pledge).said.find((one) => one.party === organisation)
        return [{ pledge, party, ...own, verdict: said ? verdictOf(said) : null }]
      }),
    )
  return (
    (await keep(tx, m, no, 'pledge', ['pledge'], pledges)) +
    (await keep(tx, m, no, 'pledge_value', ['pledge', 'on'], values)) +
    (await keep(tx, m, no, 'pledge_party', ['pledge', 'party'], each))
  )
}

type Following = 'covenant_party' | 'pledge' | 'pledge_value' | 'pledge_party' | 'covenant_event'
/** What each table holds of a row, beside the municipality and the number of the covenant. */
const COLUMNS: Readonly<Record<Following, string>> = {
  covenant_party: 'party uuid, name text, kind text, state text, joined_on date, left_on date, extended_until date',
  pledge: 'pledge text, position int, title text, terms jsonb, stands jsonb, course text, verdict jsonb, due date',
  pledge_value: 'pledge text, "on" date, count int, among int, unknown int, strength text, seen date',
  pledge_party: 'pledge text, party uuid, count int, among int, unknown int, steps jsonb, verdict jsonb',
  covenant_event: 'id text, "on" date, kind text, pledge text, party uuid, detail jsonb',
}

/** Makes the rows of a covenant in a table these and no other; gives how many were not so already. */
async function keep(tx: Tx, m: string, no: number, table: Following, key: readonly string[], rows: readonly object[]) {
  const names = COLUMNS[table].split(', ').map((column) => column.slice(0, column.lastIndexOf(' ')))
  const [at, all] = [sql.table(`published.${table}`), sql.raw(names.join(', '))]
  const same = sql.raw(key.map((name) => `n."${name}" = old."${name}"`).join(' and '))
  const held = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(${sql.raw(COLUMNS[table])})`
  const rest = names.filter((name) => !key.includes(name.replaceAll('"', '')))
  const gone = await sql`delete from ${at} old where municipality = ${m} and no = ${no}
    and not exists (select from ${held} where ${same})`.execute(tx)
  const put = await sql`insert into ${at} as old (municipality, no, ${all})
    select ${m}, ${no}, ${sql.raw(names.map((name) => `n.${name}`).join(', '))} from ${held}
    on conflict (municipality, no, ${sql.raw(key.map((name) => `"${name}"`).join(', '))}) do update
      set ${sql.raw(rest.map((name) => `${name} = excluded.${name}`).join(', '))}
      where (${sql.raw(rest.map((name) => `old.${name}`).join(', '))})
        is distinct from (${sql.raw(rest.map((name) => `excluded.${name}`).join(', '))})`.execute(tx)
  return Number(gone.numAffectedRows ?? 0) + Number(put.numAffectedRows ?? 0)
}
