/** What of the demo is in the database already, by what its material calls it. */
import { sql, type Insertable } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../db/as.ts'
import type { Db } from '../db/connect.ts'
import { bodyOf } from '../features/algorithms/standard.ts'
import type { Tables } from '../db/tables.ts'
import type { ToldBadge } from '../model/badge.ts'
import type { Register } from '../model/register.ts'
import { roleOfReport } from '../vocabulary/report.ts'

type Called = readonly [name: string, id: string]

/** Ids of a municipality's own things, by this column. */
export async function idsBy(
  db: Db,
  municipality: string,
  table: 'person' | 'product' | 'case_file' | 'regulation' | 'organisation',
  column: 'email' | 'name' | 'title',
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`select id::text, ${sql.ref(column)} as name
    from ${sql.table(table)} where municipality = ${municipality}`.execute(db)
  return new Map(rows.map(({ id, name }): Called => [name, id]))
}

/** Whether this table holds anything of the municipality. */
export async function isFilled(
  db: Db,
  municipality: string,
  table: 'badge' | 'organisation_group' | 'spearpoint' | 'warning',
): Promise<boolean> {
  const row = await db.selectFrom(table).select('at').where('municipality', '=', municipality).executeTakeFirst()
  return row !== undefined
}

/** Whether anybody shared a good practice. */
export async function practicesThere(db: Db, municipality: string): Promise<boolean> {
  const row = await db.selectFrom('practice').select('id').where('municipality', '=', municipality).executeTakeFirst()
  return row !== undefined
}

/** Who works for an organisation; undefined: nobody. */
export async function partnerOf(db: Db, municipality: string, organisation: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('person')
    .select('id')
    .where('municipality', '=', municipality)
    .where('organisation', '=', organisation)
    .executeTakeFirst()
  return row?.id
}

/** Ids of the entries of a register, by their title. */
export async function entriesThere(db: Db, municipality: string, register: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('entry')
    .select(['id', 'title'])
    .where('municipality', '=', municipality)
    .where('register', '=', register)
    .execute()
  return new Map(rows.map(({ id, title }): Called => [title, id]))
}

/** Who may publish what others released, by e-mail address. */
export async function publishersIn(db: Db, municipality: string): Promise<readonly string[]> {
  const { rows } = await sql<{ email: string }>`select email from person where municipality = ${municipality}
    and 'publisher' = any(roles) and state = 'active' order by email`.execute(db)
  return rows.map(({ email }) => email)
}

/** What the national register held of an algorithm a day ago: as it stands here, but for these fields. */
export async function keepNational(
  db: Db,
  municipality: string,
  register: Register,
  id: string,
  otherwise: Readonly<Record<string, string>>,
): Promise<void> {
  const { values } = await db
    .selectFrom('entry')
    .select('values')
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const body = bodyOf(register, id, values)
  const held = JSON.stringify({ ...body, ...otherwise, published: true })
  await db
    .insertInto('national_state')
    .values({
      municipality,
      entry: id,
      lars: String(body['lars']),
      status: 'published',
      held,
      seen_at: sql<Date>`now() - interval '1 day'`,
    })
    .execute()
}

/** The address of what is public under this title; undefined: nothing is. */
export async function publicEntryCalled(db: Db, municipality: string, title: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('published.entry')
    .select(['register', 'slug'])
    .where('municipality', '=', municipality)
    .where('title', '=', title)
    .where('to_at', 'is', null)
    .executeTakeFirst()
  return row && `/registers/${row.register}/${row.slug}`
}

/** A report of a while ago, with its task; false when it is there already. */
export async function keepReport(
  db: Db,
  { task, ...report }: Insertable<Tables['report']> & { readonly task: string },
): Promise<boolean> {
  const role = roleOfReport(report.path)
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('report')
    .values({ role, ...report })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  const { municipality, id, due_on: due } = report
  await sql`select wall.task_of_report(${municipality}, ${id}, null, ${role}, ${task}, ${due}::date)`.execute(db)
  return true
}

type DemoBadge = {
  readonly municipality: string
  readonly number: string
  readonly holder: string
  readonly organisation: string
  readonly told: ToldBadge & { readonly seenOn: string }
  readonly validFrom: string
  readonly validUntil: string
  readonly by: string
}
/** A badge of a while ago, with a number that is written on a site of the demo. Gives its id. */
export async function keepBadge(tx: Tx, { told, validFrom, validUntil, ...badge }: DemoBadge): Promise<string> {
  const id = uuid()
  await tx
    .insertInto('badge')
    .values({
      ...badge,
      id,
      kind: 'seen',
      place: 'Havenstraat',
      norms: told.norms.map((norm) => norm.id),
      told: JSON.stringify(told),
      seen_by: told.seenBy,
      seen_on: told.seenOn,
      valid_from: validFrom,
      valid_until: validUntil,
      consent_by: 'de eigenaar',
      consent_on: validFrom,
      ended: null,
    })
    .execute()
  return id
}
/** Tells when a tender closed: in the demo that was long ago, and nobody waited for it. */
export async function tenderWas(
  db: Db,
  municipality: string,
  id: string,
  { no, closedAt }: { readonly no: number; readonly closedAt: Date },
): Promise<void> {
  await db
    .updateTable('published.tender')
    .set({ closes_at: closedAt })
    .where('municipality', '=', municipality)
    .where('no', '=', no)
    .execute()
  await db
    .updateTable('tender')
    .set({ closes_at: closedAt })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .execute()
  // Its annex was made as closing then, and nothing is issued that closed: the words follow its hash.
  const closes = sql<never>`jsonb_set(annex, '{closesAt}', to_jsonb(${closedAt.toISOString()}::text))`
  await db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await tx.updateTable('tender_version').set({ annex: closes }).where('tender', '=', id).execute()
    await tx
      .updateTable('published.tender')
      .set({ annex: closes })
      .where('municipality', '=', municipality)
      .where('no', '=', no)
      .execute()
  })
}

/** Whether the demo told of tenders before. */
export const tendersThere = async (db: Db, municipality: string): Promise<boolean> =>
  (await db.selectFrom('tender').select('id').where('municipality', '=', municipality).limit(1).execute()).length > 0

/** Tells that a warning was sent so many days ago. */
export async function warningWas(db: Db, municipality: string, id: string, days: number): Promise<void> {
  await db
    .updateTable('warning')
    .set({
      sent_at: sql<Date>`sent_at - make_interval(days => ${days})`,
      at: sql<Date>`at - make_interval(days => ${days})`,
    })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .execute()
  await db
    .updateTable('published.warning')
    .set({
      sent_on: sql<string>`sent_on - ${days}::int`,
      changed_at: sql<Date>`changed_at - make_interval(days => ${days})`,
    })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .execute()
}

export type Staff = {
  readonly id: string
  readonly organisation: string | null
  readonly name: string
  readonly function: string
}
/** Who signs in at the desk, by e-mail address. */
export async function staffOf(db: Db, municipality: string): Promise<ReadonlyMap<string, Staff>> {
  const rows = await db
    .selectFrom('person')
    .select(['email', 'id', 'organisation', 'name', 'function'])
    .where('municipality', '=', municipality)
    .execute()
  return new Map(rows.map(({ email, ...staff }) => [email, staff]))
}
