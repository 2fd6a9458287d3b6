/** Holds the table types against the database: a column that is missing, superfluous or wrongly optional fails here. */
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

/** Table → column → whether it may be null, read from the source of the types. */
function typed(): Map<string, Map<string, boolean>> {
  const body = ['./tables.ts', './desk-tables.ts']
    .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
    .map((source) => source.slice(source.search(/export type (Scan|Desk)Tables = \{/)))
    .join('\n')
  return new Map(
    [...body.matchAll(/^ {2}'?([\w.]+)'?: \{([^}]+)\}/gm)].map(([, table, columns]) => [
      table!.includes('.') ? table! : `public.${table}`,
      new Map(
        columns!
          .split(/[;\n]/)
          .map((column) => column.trim())
          .filter((column) => column !== '')
          .map((column) => {
            const [name, ...type] = column.split(':')
            return [name!.trim(), /\bnull\b|Moment/.test(type.join(':'))]
          }),
      ),
    ]),
  )
}

test('the types and the database name the same columns, with the same say on null', async () => {
  const { rows } = await sql<{ table: string; column: string; nullable: boolean }>`
    select table_schema || '.' || table_name as table, column_name as column, is_nullable = 'YES' as nullable
    from information_schema.columns where table_schema in ('public', 'published')
      and table_name not like 'kysely_%' and table_name !~ '^finding_'`.execute(database.db)
  const real = Map.groupBy(rows, ({ table }) => table)
  const known = typed()
  expect([...known.keys()].toSorted()).toEqual([...real.keys()].toSorted())
  for (const [table, columns] of known) {
    expect([table, ...[...columns].toSorted().map(String)]).toEqual([
      table,
      ...real
        .get(table)!
        .map(({ column, nullable }) => [column, nullable])
        .toSorted()
        .map(String),
    ])
  }
})

test('the municipality comes first in every primary and unique key of its own tables', async () => {
  const { rows } = await sql<{ table: string; first: string }>`
    select c.relname as table, (select attname from pg_attribute where attrelid = c.oid
      and attnum = i.indkey[0]) as first
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'published') and i.indisunique and c.relname not like 'kysely_%'
      and c.relname not like 'finding\\_%'
      and exists (select from pg_attribute where attrelid = c.oid and attname = 'municipality')`.execute(database.db)
  expect(rows.length).toBeGreaterThan(8)
  for (const row of rows) expect(row).toMatchObject({ first: 'municipality' })
})
