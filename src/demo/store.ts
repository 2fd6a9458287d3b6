/** What of the demo is in the database already, by what its material calls it. */
import { sql } from 'kysely'
import type { Db } from '../db/connect.ts'

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
