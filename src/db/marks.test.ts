/** Whatever changes what is public changes its mark, whoever does it and in whatever order it is committed. */
import { sql, type Transaction } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { fill, KINDS, tablesIn, type Kind } from '../../test/fill.ts'
import { addOrganisation, addPerson } from '../../test/desk.ts'
import { markReader } from './marks.ts'
import { ensureMunicipality } from './municipality.ts'
import type { Tables } from './tables.ts'

let database: TestDatabase
let slugs: Readonly<Record<'here' | 'there', string>>
let ids: Readonly<Record<'here' | 'there', string>>
const stand = () => markReader(database.publicDb)(slugs.here)

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  const [here, there] = [await ensureMunicipality(db, 'Sluiswijk'), await ensureMunicipality(db, 'Elders')]
  slugs = { here: here.slug, there: there.slug }
  ids = { here: here.id, there: there.id }
  const of = async (municipality: string) => ({
    municipality,
    person: (await addPerson(db, municipality, ['policy-officer'], 'Anna')).id,
    organisation: await addOrganisation(db, municipality, 'Café'),
  })
  const [one, other] = [await of(here.id), await of(there.id)]
  const whose: Record<Kind, typeof one> = { theirs: one, mine: one, elsewhere: other }
  expect(KINDS).toHaveLength(3)
  await fill(db, whose, ['public.person', 'public.municipality', 'public.organisation', 'published.municipality'])
})
afterAll(() => database.close())

test('every table of what is public: adding, changing and taking away; and only its own municipality', async () => {
  const { db } = database
  const elsewhere = await markReader(database.publicDb)(slugs.there)
  const words = ['published.entry_term', 'published.entry_word', 'published.sought', 'published.sought_file']
  const follow = ['published.mark', 'published.file', ...words]
  // What goes away with a covenant is tried before the covenant itself.
  const last = ({ name }: { name: string }) => Number(name === 'published.covenant')
  const tables = (await tablesIn(db))
    .filter(({ name }) => name.startsWith('published.') && !follow.includes(name))
    .toSorted((one, other) => last(one) - last(other))
  expect(tables.length).toBeGreaterThan(12)
  for (const { name, columns } of tables) {
    const of = sql.ref(name === 'published.municipality' ? 'id' : 'municipality')
    const some = sql.ref(columns.at(-1)!.name)
    const acts = {
      change: sql`update ${sql.table(name)} set ${some} = ${some} where ${of} = ${ids.here}`,
      remove: sql`delete from ${sql.table(name)} where ${of} = ${ids.here}`,
      add: sql`insert into ${sql.table(name)} select * from before_it`,
    }
    const before = await stand()
    await db.transaction().execute(async (tx) => {
      // Who may be named in it is asked elsewhere.
      const guarded = await sql<{ name: string }>`select tgname as name from pg_trigger
        where tgrelid = ${name}::regclass and tgname in ('may_be_named', 'heard')`.execute(tx)
      const guard = async (how: 'disable' | 'enable') => {
        for (const each of guarded.rows)
          await sql`alter table ${sql.table(name)} ${sql.raw(how)} trigger ${sql.ref(each.name)}`.execute(tx)
      }
      await guard('disable')
      await sql`create temporary table before_it on commit drop as
        select * from ${sql.table(name)} where ${of} = ${ids.here}`.execute(tx)
      for (const act of Object.values(acts)) {
        await sql`delete from published.mark where municipality = ${ids.here}`.execute(tx)
        await act.execute(tx)
        const { rows } = await sql`select from published.mark where municipality = ${ids.here}`.execute(tx)
        expect(rows, name).toHaveLength(1)
      }
      await guard('enable')
    })
    const after = await stand()
    const what = name === 'published.progress' ? 'progress' : 'pages'
    expect(after[what], name).not.toBe(before[what])
  }
  expect(await markReader(database.publicDb)(slugs.there)).toEqual(elsewhere)
})

/** A transaction that waits for a word before it is committed. */
function held(work: (tx: Transaction<Tables>) => Promise<unknown>) {
  const { promise: may, resolve: commit } = Promise.withResolvers<void>()
  const { promise: written, resolve } = Promise.withResolvers<void>()
  const done = database.db.transaction().execute(async (tx) => {
    await work(tx)
    resolve()
    await may
  })
  return { written, end: () => (commit(), done) }
}

test('each commit gives another mark, in whatever order, and what was undone gives none', async () => {
  const change = (tx: Transaction<Tables>) =>
    sql`update published.toets set by_function = 'x' where municipality = ${ids.here}`.execute(tx)
  const add = (no: number) => (tx: Transaction<Tables>) =>
    sql`insert into published.sample_draw select municipality, ${no}::int, at, seed, among, drawn
      from published.sample_draw where municipality = ${ids.here} limit 1`.execute(tx)
  const seen = new Set([(await stand()).pages])
  const [first, second] = [held(change), held(add(901))]
  await Promise.all([first.written, second.written])
  expect(seen.has((await stand()).pages)).toBe(true)
  await second.end()
  seen.add((await stand()).pages)
  await first.end()
  seen.add((await stand()).pages)
  await database.db.transaction().setIsolationLevel('repeatable read').execute(add(902))
  seen.add((await stand()).pages)
  expect(seen.size).toBe(4)
  await expect(
    database.db.transaction().execute(async (tx) => {
      await add(903)(tx)
      throw new Error('toch niet')
    }),
  ).rejects.toThrow('toch niet')
  expect(seen.has((await stand()).pages)).toBe(true)
  // The older ones are tidied by whoever comes next.
  await database.db.transaction().execute(add(904))
  const { rows } = await sql`select from published.mark where municipality = ${ids.here} and what = 'pages'`.execute(
    database.db,
  )
  expect(rows).toHaveLength(1)
})
