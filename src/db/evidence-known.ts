/** Which files the database needs: what evidence, pictures and documents its rows name by their hash. */
import { sql, type RawBuilder } from 'kysely'
import type { Media } from '../model/home.ts'
import type { Db } from './connect.ts'

export type Named = { readonly hash: string; readonly media: Media; readonly by: string }

/** Every column that names a file, by where it stands; with what is kept under that name. */
const NAMES: readonly { readonly by: string; readonly column: string; readonly media: RawBuilder<unknown> }[] = [
  { by: 'visit', column: 'evidence', media: sql`'application/json'` },
  { by: 'judgement', column: 'screenshot', media: sql`'image/jpeg'` },
  { by: 'published.subject_visit', column: 'evidence', media: sql`'application/json'` },
  { by: 'published.subject_visit', column: 'screenshot', media: sql`'image/jpeg'` },
  { by: 'covenant_fixed', column: 'pdf', media: sql`'application/pdf'` },
  { by: 'covenant_fixed', column: 'odt', media: sql`'application/vnd.oasis.opendocument.text'` },
  { by: 'covenant_fixed', column: 'json', media: sql`'application/json'` },
  { by: 'covenant_file', column: 'hash', media: sql`media` },
  { by: 'covenant_report', column: 'pdf', media: sql`'application/pdf'` },
  { by: 'covenant_report', column: 'odt', media: sql`'application/vnd.oasis.opendocument.text'` },
  { by: 'published.file', column: 'hash', media: sql`media` },
]

/** Of these hashes those that something needs, what evidence itself shows included. */
export async function needed(db: Db, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const all = [...NAMES, { by: 'evidence_picture', column: 'hash' }].map(
    ({ by, column }) => sql`exists (select from ${sql.table(by)} where ${sql.ref(column)} = one.hash)`,
  )
  const { rows } = await sql<{ hash: string }>`select hash from unnest(${hashes}::text[]) one (hash)
    where ${sql.join(all, sql` or `)}`.execute(db)
  return new Set(rows.map(({ hash }) => hash))
}

/** What rows name, in the order of the hashes and after this one; a hash that several name comes for each. */
export async function namedAfter(db: Db, after: string, most: number): Promise<readonly Named[]> {
  const parts = NAMES.map(
    ({ by, column, media }) => sql`(select distinct ${sql.ref(column)} as hash, ${media} as media, ${by} as by
      from ${sql.table(by)} where ${sql.ref(column)} > ${after} order by 1 limit ${most})`,
  )
  const { rows } = await sql<Named>`select * from (${sql.join(parts, sql` union all `)}) named
    order by hash, by limit ${most}`.execute(db)
  return rows
}

/** Visits whose evidence was not yet read for the pictures that it names, after this one. */
export async function unreadAfter(db: Db, after: string, most: number) {
  const rows = await db
    .selectFrom('visit')
    .select(['id', 'evidence'])
    .where('evidence', 'is not', null)
    .where('pictures_read', '=', false)
    .where('id', '>', after)
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(({ id, evidence }) => ({ id, evidence: evidence! }))
}

/** The evidence of this visit names these pictures, and was read. */
export async function keepPictures(db: Db, visit: string, pictures: readonly string[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (pictures.length > 0)
      await tx
        .insertInto('evidence_picture')
        .values(pictures.toSorted().map((hash) => ({ hash })))
        .onConflict((conflict) => conflict.column('hash').doNothing())
        .execute()
    await tx.updateTable('visit').set({ pictures_read: true }).where('id', '=', visit).execute()
  })
}
