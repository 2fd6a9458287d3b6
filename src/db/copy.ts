/** A whole copy of the database as lines of JSON, and back: every table as it is at one moment. */
import { sql, type RawBuilder, type Transaction } from 'kysely'
import { INSTALLATION } from './audit.ts'
import type { Db } from './connect.ts'
import type { Tables } from './tables.ts'

export type CopyLine = { readonly table: string; readonly rows: readonly unknown[] }
/** Rows that are fetched at once, and that go in one line; a line with large rows ends at so many characters. */
const FETCH = 50
const MANY = 500
const LARGE = 4_000_000

/** Why a copy cannot be put back, in a Dutch sentence. */
export class NotRestored extends Error {}

/** Tables of the two schemas, partitions counted with their parent. Not the migrator's own, nor whose turn it is. */
async function tablesOf(db: Db | Transaction<Tables>): Promise<string[]> {
  const { rows } = await sql<{
    name: string
  }>`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'published') and c.relkind in ('r',
      'p') and not c.relispartition and c.relname not like 'kysely_%' and c.oid <> 'turn'::regclass order by 1`.execute(
    db,
  )
  return rows.map(({ name }) => name)
}

/** Names of the migrations that ran, in order: a copy fits only where the same have run. */
export async function migrationsOf(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}

/** Gives every row, some hundreds at a time, all of the same moment. */
export async function copyOut(db: Db, keep: (line: CopyLine) => Promise<void>): Promise<void> {
  await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      for (const table of await tablesOf(tx)) {
        await sql`declare copy_of no scroll cursor for select to_jsonb(t) as row, length(to_jsonb(t)::text) as size
          from ${sql.table(table)} t`.execute(tx)
        let [part, size]: [unknown[], number] = [[], 0]
        for (;;) {
          const { rows } = await sql<{
            row: unknown
            size: number
          }>`fetch forward ${sql.lit(FETCH)} from copy_of`.execute(tx)
          for (const each of rows) {
            part.push(each.row)
            size += each.size
            if (part.length < MANY && size < LARGE) continue
            await keep({ table, rows: part })
            ;[part, size] = [[], 0]
          }
          if (rows.length < FETCH) break
        }
        if (part.length > 0) await keep({ table, rows: part })
        await sql`close copy_of`.execute(tx)
      }
    })
}

/** Whether anything is in it. */
export async function isEmpty(db: Db): Promise<boolean> {
  return (await db.selectFrom('municipality').select('id').limit(1).executeTakeFirst()) === undefined
}

/** The columns of a table that hold what was written: what the database reckons out of those comes by itself. */
async function writtenIn(tx: Transaction<Tables>, table: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''
    order by attnum`.execute(tx)
  return rows.map(({ name }) => name)
}

/**
 * Puts every row back, and leaves the mark, in one transaction. Triggers and references wait: the copy was whole.
 * Throws NotRestored for what does not fit here.
 */
export async function copyIn(db: Db, lines: AsyncIterable<CopyLine>, mark: RawBuilder<unknown>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    // What this place wrote down of itself was of another installation than the one that comes.
    await tx.deleteFrom('audit').where('municipality', '=', INSTALLATION).execute()
    await tx.deleteFrom('audit_head').where('municipality', '=', INSTALLATION).execute()
    const known = new Set(await tablesOf(tx))
    for await (const { table, rows } of lines) {
      const place = table.slice(0, 100)
      if (!known.has(table)) throw new NotRestored(`de kopie noemt een tabel die hier niet is: ${place}`)
      const names = await writtenIn(tx, table)
      const columns = sql.join(names.map((name) => sql.ref(name)))
      const written = sql.join(names.map((name) => sql.ref(`r.${name}`)))
      await sql`insert into ${sql.table(table)} (${columns}) select ${written}
        from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) e,
          jsonb_populate_record(null::${sql.table(table)}, e) r`
        .execute(tx)
        .catch((error: { code?: string }) => {
          // What PostgreSQL says of rows that are not of this table: class 22, 23 and 42.
          throw /^(22|23|42)/.test(error.code ?? '')
            ? new NotRestored(`de kopie heeft rijen die niet passen in tabel ${place}`, { cause: error })
            : error
        })
    }
    await mark.execute(tx)
  })
}
