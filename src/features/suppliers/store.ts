/** What is known behind the addresses of an organisation, and what ends in the city. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'

/** Expiries that were seen longer ago say nothing of today. */
export const FRESH = 30

/** One organisation with its addresses; undefined when it is not here. Addresses that were never measured are left. */
export async function behindOrganisation(tx: Tx, municipality: string, organisation: string) {
  const [of] = await tx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('municipality', '=', municipality)
    .where('id', '=', organisation)
    .execute()
  if (of === undefined) return undefined
  const addresses = await tx
    .selectFrom('address_behind')
    .select(['subject', 'address', 'at', 'behind'])
    .where('municipality', '=', municipality)
    .where('organisation', '=', organisation)
    .orderBy('address')
    .limit(100)
    .execute()
  const watches = await tx
    .selectFrom('address_watch')
    .select(['subject', 'address', 'at', 'watch'])
    .where('municipality', '=', municipality)
    .where('organisation', '=', organisation)
    .orderBy('address')
    .limit(100)
    .execute()
  const expiries = await expiring(tx, municipality).where('e.organisation', '=', organisation).limit(300).execute()
  return { of, addresses, watches, expiries: eachOnce(expiries) }
}
export type BehindOrganisation = NonNullable<Awaited<ReturnType<typeof behindOrganisation>>>

const expiring = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('expiry as e')
    .innerJoin('organisation as o', (join) =>
      join.onRef('o.municipality', '=', 'e.municipality').onRef('o.id', '=', 'e.organisation'),
    )
    .leftJoin('person as p', (join) => join.onRef('p.municipality', '=', 'e.municipality').onRef('p.id', '=', 'e.by'))
    .select(['e.id', 'e.kind', 'e.name', 'e.until', 'e.seen_at as seenAt', 'o.id as organisation', 'o.name as of'])
    // null: measured; empty: typed by somebody whose name is not for who looks.
    .select(sql<string | null>`case when e.by is not null then coalesce(p.name, '') end`.as('typedAs'))
    .where('e.municipality', '=', municipality)
    .orderBy('e.until')
    .orderBy('e.name')

/** What ends on this day or before in the city, and was seen not long ago or typed; at most 500. */
export async function endingIn(tx: Tx, municipality: string, until: string) {
  const ending = await expiring(tx, municipality)
    .where('e.until', '<=', until)
    .where(sql<boolean>`(e.by is not null or e.seen_at > now() - make_interval(days => ${FRESH}))`)
    .limit(500)
    .execute()
  return eachOnce(ending)
}
export type Ending = Awaited<ReturnType<typeof endingIn>>[number]

/** A domain ends once, at however many addresses it was seen: what was seen last. */
function eachOnce<T extends { kind: string; name: string; organisation: string; seenAt: Date }>(rows: T[]): T[] {
  const last = new Map<string, T>()
  for (const row of rows) {
    const key = `${row.organisation} ${row.kind} ${row.name}`
    if ((last.get(key)?.seenAt ?? 0) < row.seenAt) last.set(key, row)
  }
  return rows.filter((row) => last.get(`${row.organisation} ${row.kind} ${row.name}`) === row)
}

/** Suppliers in the city by how many organisations show them, of those that the list of owners knows; at most 200. */
export async function suppliersIn(tx: Tx, municipality: string) {
  const { rows } = await sql<{ name: string; parent: string; country: string; organisations: number }>`
    select s ->> 'name' as name, s -> 'owner' ->> 'parent' as parent, s -> 'owner' ->> 'country' as country,
      count(distinct b.organisation)::int as organisations
    from address_behind b, jsonb_array_elements(b.behind -> 'suppliers') s
    where b.municipality = ${municipality} and jsonb_typeof(s -> 'owner') = 'object'
    group by 1, 2, 3 order by 4 desc, 1 limit 200`.execute(tx)
  return rows
}
