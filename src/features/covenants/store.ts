/** Keeps covenants: their versions, who takes part, and where each of them stands. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import { takeTurn } from '../../db/turn.ts'
import type { CovenantText } from '../../model/covenant.ts'
import type { Facts } from './rules.ts'

const COVENANT = [
  'c.id',
  'c.no',
  'c.title',
  'c.template',
  'c.cluster',
  'c.street',
  'c.owner',
  'p.name as ownerName',
  'c.state',
  'c.begins_on as beginsOn',
  'c.ends_on as endsOn',
  'c.why',
] as const
const covenants = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('covenant as c')
    .leftJoin('person as p', (join) =>
      join.onRef('p.municipality', '=', 'c.municipality').onRef('p.id', '=', 'c.owner'),
    )
    .select(COVENANT)
    .where('c.municipality', '=', municipality)

/** All covenants of a municipality, the newest first, with what says where each stands. */
export async function listCovenants(tx: Tx, municipality: string) {
  const rows = await covenants(tx, municipality).orderBy('c.no', 'desc').execute()
  const facts = await factsOf(
    tx,
    municipality,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, ...facts.get(row.id)! }))
}
export type Listed = Awaited<ReturnType<typeof listCovenants>>[number]

/** One covenant with what says where it stands. `to-change`: nobody else changes it until we are done. */
export async function covenantById(tx: Tx, municipality: string, id: string, why: 'to-read' | 'to-change' = 'to-read') {
  if (why === 'to-change') await takeTurn(tx, `covenant/${municipality}/${id}`)
  const row = await covenants(tx, municipality).where('c.id', '=', id).executeTakeFirst()
  return row && { ...row, ...(await factsOf(tx, municipality, [id])).get(id)! }
}
export type Covenant = NonNullable<Awaited<ReturnType<typeof covenantById>>>

type Counted = Pick<Facts, 'shown' | 'draft' | 'openComments' | 'invited' | 'renewedUntil'> & {
  readonly joined: number
}

/** What there is of each of these. */
async function factsOf(tx: Tx, municipality: string, ids: readonly string[]): Promise<ReadonlyMap<string, Counted>> {
  if (ids.length === 0) return new Map()
  const [versions, comments, people, evaluations] = await Promise.all([
    tx
      .selectFrom('covenant_version')
      .select(['covenant', 'no', 'state', 'comments_until as until'])
      .where('municipality', '=', municipality)
      .where('covenant', 'in', ids)
      .orderBy('no')
      .execute(),
    tx
      .selectFrom('covenant_comment')
      .select(['covenant', sql<number>`count(*)::int`.as('count')])
      .where('municipality', '=', municipality)
      .where('covenant', 'in', ids)
      .where('state', '=', 'open')
      .groupBy('covenant')
      .execute(),
    tx
      .selectFrom('covenant_participant')
      .select(['covenant', 'state', sql<number>`count(*)::int`.as('count')])
      .where('municipality', '=', municipality)
      .where('covenant', 'in', ids)
      .where('kind', '<>', 'municipality')
      .groupBy(['covenant', 'state'])
      .execute(),
    tx
      .selectFrom('covenant_evaluation')
      .distinctOn('covenant')
      .select(['covenant', 'outcome', 'on as until'])
      .where('municipality', '=', municipality)
      .where('covenant', 'in', ids)
      .orderBy('covenant')
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .execute(),
  ])
  return new Map(
    ids.map((id) => {
      const mine = versions.filter(({ covenant }) => covenant === id)
      const said = evaluations.find(({ covenant }) => covenant === id)
      const them = people.filter(({ covenant }) => covenant === id)
      return [
        id,
        {
          shown: mine.findLast(({ state }) => state !== 'draft'),
          draft: mine.find(({ state }) => state === 'draft')?.no,
          openComments: comments.find(({ covenant }) => covenant === id)?.count ?? 0,
          invited: them.reduce((sum, { count }) => sum + count, 0),
          renewedUntil: said?.outcome === 'renew' ? said.until : null,
          joined: them.find(({ state }) => state === 'joined')?.count ?? 0,
        },
      ] as const
    }),
  )
}

/** Every version, the newest first, without its text. */
export const versionsOf = (tx: Tx, municipality: string, covenant: string) =>
  tx
    .selectFrom('covenant_version')
    .select(['no', 'state', 'why', 'shown_at as shownAt', 'comments_until as until', 'fixed_at as fixedAt'])
    .where('municipality', '=', municipality)
    .where('covenant', '=', covenant)
    .orderBy('no', 'desc')
    .execute()

/** Who takes part, the municipality first. */
export const participantsOf = (tx: Tx, municipality: string, covenant: string) =>
  tx
    .selectFrom('covenant_participant as p')
    .leftJoin('organisation as o', (join) =>
      join.onRef('o.municipality', '=', 'p.municipality').onRef('o.id', '=', 'p.organisation'),
    )
    .select([
      'p.id',
      'p.kind',
      'p.state',
      'p.organisation',
      'o.name',
      'p.contact_name as contactName',
      'p.contact_function as contactFunction',
      'p.contact_email as contactEmail',
      'p.joined_on as joinedOn',
    ])
    .where('p.municipality', '=', municipality)
    .where('p.covenant', '=', covenant)
    .orderBy(sql`p.kind <> 'municipality'`)
    .orderBy('o.name')
    .execute()
export type Participant = Awaited<ReturnType<typeof participantsOf>>[number]

type NewCovenant = {
  readonly title: string
  readonly template: { readonly id: string; readonly version: string }
  readonly cluster: string | null
  readonly street: string | null
  readonly owner: string
  readonly beginsOn: string
  readonly endsOn: string
  readonly text: CovenantText
}

/** Begins a covenant with its first version; the municipality takes part. Gives its id. */
export async function beginCovenant(tx: Tx, municipality: string, begun: NewCovenant): Promise<string> {
  const [id, participant] = [uuid(), uuid()]
  await takeTurn(tx, `covenant/${municipality}/`)
  const { last } = await tx
    .selectFrom('covenant')
    .select(sql<number>`coalesce(max(no), 0)::int`.as('last'))
    .where('municipality', '=', municipality)
    .executeTakeFirstOrThrow()
  const { title, template, cluster, street, owner, text } = begun
  await tx
    .insertInto('covenant')
    .values({
      municipality,
      id,
      no: last + 1,
      title,
      template: template.id,
      template_version: template.version,
      cluster,
      street,
      owner,
      begins_on: begun.beginsOn,
      ends_on: begun.endsOn,
    })
    .execute()
  await tx
    .insertInto('covenant_version')
    .values({ municipality, covenant: id, no: 1, text: JSON.stringify(text), by: owner })
    .execute()
  await tx
    .insertInto('covenant_participant')
    .values({ municipality, id: participant, covenant: id, kind: 'municipality', by: owner })
    .execute()
  await tx
    .insertInto('covenant_step')
    .values({ municipality, participant, no: 1, step: 'invited', by: owner })
    .execute()
  return id
}

type Details = {
  readonly title: string
  readonly cluster: string | null
  readonly street: string | null
  readonly begins_on: string
  readonly ends_on: string
}
const change = (tx: Tx, municipality: string, id: string, set: Details | { state: 'dropped'; why: string }) =>
  tx.updateTable('covenant').set(set).where('municipality', '=', municipality).where('id', '=', id).execute()

/** What it was begun with, put right; hold it `to-change` first. */
export const changeDetails = async (tx: Tx, municipality: string, id: string, details: Details): Promise<void> =>
  void (await change(tx, municipality, id, details))

/** It does not go through; what was written stays. */
export const dropCovenant = async (tx: Tx, municipality: string, id: string, why: string): Promise<void> =>
  void (await change(tx, municipality, id, { state: 'dropped', why }))

/** Streets that organisations stand in, and those that are walked. */
export async function streetsOf(tx: Tx, municipality: string): Promise<readonly string[]> {
  const { rows } = await sql<{ street: string }>`
    select street from organisation where municipality = ${municipality} and street <> ''
    union select name from street where municipality = ${municipality} order by 1`.execute(tx)
  return rows.map(({ street }) => street)
}

/** One version, with its text. `to-change`: nobody else writes in it until we are done. */
export const versionOf = (
  tx: Tx,
  municipality: string,
  covenant: string,
  no: number,
  why: 'to-read' | 'to-change' = 'to-read',
) =>
  tx
    .selectFrom('covenant_version')
    .select(['no', 'state', 'text', 'why', 'shown_at as shownAt', 'comments_until as until', 'fixed_at as fixedAt'])
    .where('municipality', '=', municipality)
    .where('covenant', '=', covenant)
    .where('no', '=', no)
    .$if(why === 'to-change', (query) => query.forUpdate())
    .executeTakeFirst()
export type Version = NonNullable<Awaited<ReturnType<typeof versionOf>>>
