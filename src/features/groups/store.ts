/** Reads which groups there are and who is in them, and keeps which group a person chose for an organisation. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import type { Group } from '../../model/group.ts'
import type { Size } from '../../model/subject.ts'

/** Members that stand on a page. */
export const SIZE = 100

/** Every group with how many organisations are in it; streets by name. */
export async function groupsIn(tx: Tx, municipality: string): Promise<readonly (Group & { readonly count: number })[]> {
  const rows = await tx
    .selectFrom('group_member')
    .select(['kind', 'name', sql<number>`count(*)::int`.as('count')])
    .where('municipality', '=', municipality)
    .groupBy(['kind', 'name'])
    .orderBy('kind')
    .orderBy('name')
    .execute()
  return rows.map(({ kind, name, count }) => ({ kind: kind as Group['kind'], name: name!, count }))
}

/** How many organisations are in a group, of all groups. */
export const countOf = (groups: Awaited<ReturnType<typeof groupsIn>>, { kind, name }: Group): number =>
  groups.find((each) => each.kind === kind && each.name === name)?.count ?? 0

/** Names of the streets that an organisation has, the one with most first. */
export async function streetsIn(tx: Tx, municipality: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('organisation')
    .select('street_name')
    .where('municipality', '=', municipality)
    .where('street_name', '<>', '')
    .groupBy('street_name')
    .orderBy(sql`count(*)`, 'desc')
    .orderBy('street_name')
    .execute()
  return rows.map(({ street_name: name }) => name!)
}

/** The organisations of a group, by name: a page of them and one more when there is a next. */
export async function membersOf(tx: Tx, municipality: string, { kind, name }: Group, page: number) {
  return tx
    .selectFrom('group_member as g')
    .innerJoin('organisation as o', (join) =>
      join.onRef('o.municipality', '=', 'g.municipality').onRef('o.id', '=', 'g.organisation'),
    )
    .select(['o.id', 'o.name', 'o.kind', 'o.street', 'g.by'])
    .where('g.municipality', '=', municipality)
    .where('g.kind', '=', kind)
    .where('g.name', '=', name)
    .orderBy('o.name')
    .orderBy('o.id')
    .limit(SIZE + 1)
    .offset((page - 1) * SIZE)
    .execute()
}

export type Ungrouped = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly size: Size | null
  readonly publicBody: boolean
}

/** Organisations of which nobody said yet in which cluster they are, by name; of these ids, or all. */
export const ungrouped = (tx: Tx, municipality: string, ids?: readonly string[]): Promise<readonly Ungrouped[]> =>
  tx
    .selectFrom('organisation as o')
    .select(['o.id', 'o.name', 'o.kind', 'o.size', 'o.public_body as publicBody'])
    .where('o.municipality', '=', municipality)
    .$if(ids !== undefined, (some) => some.where('o.id', 'in', [...ids!]))
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('group_member as g')
            .select('g.organisation')
            .whereRef('g.municipality', '=', 'o.municipality')
            .whereRef('g.organisation', '=', 'o.id')
            .where('g.kind', '=', 'cluster'),
        ),
      ),
    )
    .orderBy('o.name')
    .orderBy('o.id')
    .execute()

/** One organisation with its groups as they count now; undefined when it is not there for this person. */
export async function organisationIn(tx: Tx, municipality: string, id: string) {
  const organisation = await tx
    .selectFrom('organisation')
    .select(['id', 'name', 'kind', 'size', 'public_body as publicBody', 'street_name as street'])
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!organisation) return undefined
  const now = await tx
    .selectFrom('group_member')
    .select(['name', 'by'])
    .where('municipality', '=', municipality)
    .where('organisation', '=', id)
    .where('kind', '=', 'cluster')
    .executeTakeFirst()
  const chosen = await tx
    .selectFrom('organisation_group as g')
    .innerJoin('person as p', (join) => join.onRef('p.municipality', '=', 'g.municipality').onRef('p.id', '=', 'g.by'))
    .select(['g.no', 'g.cluster', 'g.proposed', 'g.rule', 'g.reason', 'g.at', 'p.name as byName'])
    .where('g.municipality', '=', municipality)
    .where('g.organisation', '=', id)
    .orderBy('g.no', 'desc')
    .execute()
  return { organisation, now: now && { cluster: now.name!, by: now.by! }, chosen }
}

export type ChosenGroup = {
  readonly organisation: string
  readonly cluster: string
  readonly proposed: string | null
  /** The rule that proposed it, in words; empty: none did. */
  readonly rule: string
  readonly reason: string
}

/**
 * Keeps these choices in the name of who is here; each comes after what was chosen before. Gives how many were kept: of
 * two at the same moment the first.
 */
export async function chooseGroups(
  tx: Tx,
  municipality: string,
  by: string,
  all: readonly ChosenGroup[],
): Promise<number> {
  if (all.length === 0) return 0
  const rows = JSON.stringify(all)
  const { numAffectedRows = 0n } =
    await sql`insert into organisation_group (municipality, organisation, no, cluster, proposed, rule, reason, by)
    select ${municipality}, r.organisation, 1 + coalesce((select max(g.no) from organisation_group g
      where g.municipality = ${municipality} and g.organisation = r.organisation), 0), r.cluster, r.proposed, r.rule,
      r.reason, ${by}
    from json_to_recordset(${rows}::json) as r(organisation uuid, cluster text, proposed text, rule text,
      reason text)
    on conflict do nothing`.execute(tx)
  return Number(numAffectedRows)
}
