/** The table types are made from the database, and the database keeps the order of its keys. */
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { tablesFrom } from '../../test/tables.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

test('the types are what the migrations make: after a migration, `npm test -- src/db/tables -u`', async () => {
  const source = readFileSync(new URL('narrow.ts', import.meta.url), 'utf8')
  const narrow = new Set([...source.matchAll(/^ {2}'([\w.]+)': /gm)].map(([, name]) => name!))
  expect(narrow.size).toBeGreaterThan(30)
  await expect(await tablesFrom(database.db, narrow)).toMatchFileSnapshot('tables.ts')
})

// A visit is of no municipality, so neither is the queue that it stands in.
test('the municipality comes first in every primary and unique key of its own tables', async () => {
  const { rows } = await sql<{ table: string; first: string }>`
    select c.relname as table, (select attname from pg_attribute where attrelid = c.oid
      and attnum = i.indkey[0]) as first
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'published') and i.indisunique and c.relname not like 'kysely_%'
      and c.relname not like 'finding\\_%' and c.relname <> 'job'
      and exists (select from pg_attribute where attrelid = c.oid and attname = 'municipality')`.execute(database.db)
  expect(rows.length).toBeGreaterThan(8)
  for (const row of rows) expect(row).toMatchObject({ first: 'municipality' })
})

// Between midnight and two it is another day in Greenwich than here.
test('no function, default or policy asks the server which day it is', async () => {
  const { rows } = await sql<{ name: string; says: string }>`
    select p.oid::regprocedure::text as name, p.prosrc as says
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('public', 'published', 'wall')
    union all select d.adrelid::regclass || '.' || a.attname, pg_get_expr(d.adbin, d.adrelid)
    from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
    union all select tablename || ': ' || policyname, concat(qual, with_check) from pg_policies`.execute(database.db)
  expect(rows.length).toBeGreaterThan(100)
  const greenwich = /\bcurrent_date\b|\blocaltime|\b(?:now\(\)|clock_timestamp\(\)|at|\w+_at)\)?::date|\bdate\(/i
  expect(rows.filter(({ says }) => greenwich.test(says)).map(({ name }) => name)).toEqual([])
})
