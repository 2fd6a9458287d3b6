/** Reads how pledges stand, what was said of them and what happened, as far as one may see it. */
import { sql } from 'kysely'
import type { Tx } from '../../../db/as.ts'
import type { MeetingKind } from '../../../vocabulary/covenant.ts'
import type { Kept } from './reckon.ts'
import { NOBODY } from './rules.ts'
import type { Verdict, Word } from './verdict-rules.ts'

const values = (tx: Tx, municipality: string, covenant: string) =>
  tx
    .selectFrom('pledge_value')
    .select(['pledge', 'whole', 'organisation', 'from_day as from', 'to_day as to', 'level', 'parties', 'standing'])
    .select(['count', 'among', 'unknown', 'strength', 'until', 'seen', 'spread'])
    .where('municipality', '=', municipality)
    .where('covenant', '=', covenant)

/** How all together stand now at each pledge of a covenant. */
export async function wholesNow(tx: Tx, municipality: string, covenant: string): Promise<ReadonlyMap<string, Kept>> {
  const rows = await values(tx, municipality, covenant).where('whole', '=', true).where('to_day', 'is', null).execute()
  return new Map(rows.map((row) => [row.pledge, row]))
}

/** All figures of one pledge: of all together through time, of each party now. */
export const figuresOf = (tx: Tx, municipality: string, covenant: string, pledge: string): Promise<readonly Kept[]> =>
  values(tx, municipality, covenant)
    .where('pledge', '=', pledge)
    .where((where) => where.or([where('whole', '=', true), where('to_day', 'is', null)]))
    .orderBy('from_day')
    .execute()

/** Of all together through time at one pledge, without its parties. */
export const wholeThrough = (tx: Tx, municipality: string, covenant: string, pledge: string): Promise<Kept[]> =>
  values(tx, municipality, covenant)
    .where('pledge', '=', pledge)
    .where('whole', '=', true)
    .orderBy('from_day')
    .execute()

/** How each party stands now at one pledge, without who left: no more of each than says who comes first on a page. */
export async function partiesNow(tx: Tx, municipality: string, covenant: string, pledge: string) {
  const { rows } = await sql<PartyNow>`
    select v.organisation as party, coalesce(o.name, 'de gemeente') as name, p.until as "extendedUntil", v.count,
      v.among, v.unknown, v.until::text as until, v.standing
    from pledge_value v
      -- One by one, by its key: there are more organisations than take part.
      left join lateral (select o.name from organisation o where o.municipality = v.municipality
        and o.id = v.organisation offset 0) o on true
      left join (select coalesce(organisation, ${NOBODY}::uuid) as party, max(extended_until)::text as until
        from covenant_participant where municipality = ${municipality} and covenant = ${covenant}
          and extended_until is not null group by 1) p on p.party = v.organisation
    where v.municipality = ${municipality} and v.covenant = ${covenant} and v.pledge = ${pledge} and not v.whole
      and v.to_day is null and v.standing <> 'left'`.execute(tx)
  return rows
}
export type PartyNow = Pick<Kept, 'count' | 'among' | 'unknown' | 'until' | 'standing'> & {
  readonly party: string
  readonly name: string
  readonly extendedUntil: string | null
}

/** How one party stands now at the pledges of a covenant. */
export const figuresOfParty = (tx: Tx, municipality: string, covenant: string, party: string) =>
  values(tx, municipality, covenant)
    .where('whole', '=', false)
    .where('organisation', '=', party)
    .where('to_day', 'is', null)
    .execute()

/** All verdicts on the pledges of a covenant, the oldest first, with what was said since; of one pledge or of all. */
export async function verdictsOf(tx: Tx, municipality: string, covenant: string, pledge?: string) {
  const rows = await tx
    .selectFrom('pledge_verdict as v')
    .select(['v.id', 'v.pledge', 'v.whole', 'v.organisation', 'v.outcome', 'v.met_on as metOn', 'v.proof', 'v.due'])
    .select(['v.days_late as daysLate', 'v.seen_on as seenOn', 'v.calculated', 'v.object_until as objectUntil'])
    .select(['v.plan_due as planDue', 'v.reason', 'v.replaces', 'v.at'])
    // By name, also for a party, which reads nothing else of who works here.
    .select(sql<{ name: string; function: string } | null>`wall.verdict_signed(v.id)`.as('signed'))
    .where('v.municipality', '=', municipality)
    .where('v.covenant', '=', covenant)
    .$if(pledge !== undefined, (query) => query.where('v.pledge', '=', pledge!))
    .orderBy('v.at')
    .execute()
  const words = await wordsOf(
    tx,
    municipality,
    rows.map(({ id }) => id),
  )
  return rows.map(({ signed, ...row }): Verdict => ({
    ...row,
    byName: signed?.name || 'de toetser',
    byFunction: signed?.function ?? '',
    words: words.get(row.id) ?? [],
  }))
}

async function wordsOf(tx: Tx, municipality: string, verdicts: readonly string[]) {
  if (verdicts.length === 0) return new Map<string, (Word & { verdict: string })[]>()
  const rows = await tx
    .selectFrom('pledge_word as w')
    .leftJoin('person as p', (join) => join.onRef('p.municipality', '=', 'w.municipality').onRef('p.id', '=', 'w.by'))
    .select(['w.verdict', 'w.no', 'w.kind', 'w.text', 'w.organisation', 'w.at', 'p.name'])
    .where('w.municipality', '=', municipality)
    .where('w.verdict', 'in', verdicts)
    .orderBy('w.no')
    .execute()
  return Map.groupBy(
    rows.map(({ name, ...row }) => ({ ...row, byName: name ?? (row.organisation ? 'de partij' : 'de gemeente') })),
    ({ verdict }) => verdict,
  )
}

/** Whom the steering group named in the place of the verifier of the terms; undefined: nobody. */
export const namedVerifier = (tx: Tx, municipality: string, covenant: string, pledge: string) =>
  tx
    .selectFrom('pledge_verifier as v')
    .leftJoin('person as p', (join) =>
      join.onRef('p.municipality', '=', 'v.municipality').onRef('p.id', '=', 'v.person'),
    )
    .select(['v.no', 'v.person', 'v.reason', 'v.at', 'p.name', 'p.function'])
    .where('v.municipality', '=', municipality)
    .where('v.covenant', '=', covenant)
    .where('v.pledge', '=', pledge)
    .orderBy('v.no', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Who is named so at each pledge of a covenant where somebody is. */
export async function verifiersNamed(
  tx: Tx,
  municipality: string,
  covenant: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('pledge_verifier')
    .select(['pledge', 'person'])
    .where('municipality', '=', municipality)
    .where('covenant', '=', covenant)
    .orderBy('no')
    .execute()
  // The last that was named is the one.
  return new Map(rows.map(({ pledge, person }) => [pledge, person]))
}

/** What was written down about a pledge, the oldest first. */
export const notesOf = (tx: Tx, municipality: string, covenant: string, pledge: string) =>
  tx
    .selectFrom('pledge_note as n')
    .leftJoin('person as p', (join) => join.onRef('p.municipality', '=', 'n.municipality').onRef('p.id', '=', 'n.by'))
    .leftJoin('organisation as o', (join) =>
      join.onRef('o.municipality', '=', 'n.municipality').onRef('o.id', '=', 'n.organisation'),
    )
    .leftJoin('upload as u', (join) =>
      join.onRef('u.municipality', '=', 'n.municipality').onRef('u.id', '=', 'n.upload'),
    )
    .select(['n.id', 'n.kind', 'n.organisation', 'n.on', 'n.text', 'n.at', 'p.name as byName', 'o.name as ofName'])
    .select(['n.upload', 'u.name as fileName'])
    .where('n.municipality', '=', municipality)
    .where('n.covenant', '=', covenant)
    .where('n.pledge', '=', pledge)
    .orderBy('n.on')
    .orderBy('n.at')
    .execute()
export type Note = Awaited<ReturnType<typeof notesOf>>[number]

/** A day in the story of a pledge: a version that was fixed, or a meeting with what was decided there of it. */
export type Dated = {
  readonly on: string
  readonly what: 'version' | MeetingKind
  /** Of a version: its number. */
  readonly text: string
  readonly decisions: readonly { readonly text: string; readonly agreed: string }[]
}
/** When the versions of a covenant were fixed, and the meetings that were held with what they decided of a pledge. */
export async function datedOf(tx: Tx, municipality: string, covenant: string, pledge: string) {
  const { rows } = await sql<Dated>`
    select day_here(fixed_at)::text as "on", 'version' as what, no::text as text,
      '[]'::json as decisions
    from covenant_version where municipality = ${municipality} and covenant = ${covenant} and fixed_at is not null
    union all
    select m.held_on::text, m.kind, '', coalesce((select json_agg(json_build_object('text', d.text, 'agreed', d.agreed)
        order by d.at, d.id) from covenant_decision d where d.municipality = m.municipality and d.meeting = m.id
        and d.pledge = ${pledge}), '[]')
    from covenant_meeting m where m.municipality = ${municipality} and m.covenant = ${covenant}
      and m.cancelled_for = '' and m.held_on <= today_here()
    order by 1`.execute(tx)
  return rows
}

/** Until when a party has, or all together: the day of the terms, or a later one that the steering group gave. */
export async function dueOf(tx: Tx, municipality: string, covenant: string, pledge: string, party: string | null) {
  const { rows } = await sql<{ due: string | null }>`select wall.pledge_due(${municipality}, ${covenant}, ${pledge},
    ${party}::uuid)::text as due`.execute(tx)
  return rows[0]!.due
}

/** The first day that a verdict on a pledge can be of. */
export async function beginsOf(tx: Tx, municipality: string, covenant: string, pledge: string): Promise<string> {
  const { rows } = await sql<{
    begins: string
  }>`select wall.pledge_begins(${municipality}, ${covenant}, ${pledge})::text
    as begins`.execute(tx)
  return rows[0]!.begins
}

/** Whether who is here is the one who says if this pledge was kept. */
export async function verifies(tx: Tx, municipality: string, covenant: string, pledge: string): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select wall.verifies(${municipality}, ${covenant}, ${pledge})
    as yes`.execute(tx)
  return rows[0]!.yes
}

/** The party as the tables know it: nothing stands for the municipality itself. */
export const organisationOf = (party: string): string | null => (party === NOBODY ? null : party)
