/**
 * Tries it all: as everyone, on every table, to read, add, change and delete. What comes of it is
 * `test/walls-matrix.ts` and nothing else, in both directions; a table that nobody wrote a line for fails.
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { addOrganisation, addPerson, type TestPerson } from '../../test/desk.ts'
import { fill, KINDS, PEOPLE, rowOf, tablesIn, type Kind, type Table } from '../../test/fill.ts'
import { ACTORS, MATRIX, type Actor } from '../../test/walls-matrix.ts'
import { asClock, asPerson, type Tx } from './as.ts'
import { ensureMunicipality } from './municipality.ts'

let database: TestDatabase
let tables: readonly Table[]
let people: Readonly<Record<'partner' | 'officer' | 'fg' | 'administrator' | 'other' | 'elsewhere', TestPerson>>
let whose: Readonly<Record<Kind, { municipality: string; person: string; organisation: string }>>
/** Rows of each table: of the municipality, and of all. */
const totals = new Map<string, { readonly here: number; readonly all: number }>()

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  const [here, there] = [await ensureMunicipality(db, 'Sluiswijk'), await ensureMunicipality(db, 'Elders')]
  const [own, other, far] = [
    await addOrganisation(db, here.id, 'Café'),
    await addOrganisation(db, here.id, 'Winkel'),
    await addOrganisation(db, there.id, 'Ver weg'),
  ]
  people = {
    partner: await addPerson(db, here.id, ['partner'], 'Piet', own),
    officer: await addPerson(db, here.id, ['policy-officer'], 'Anna'),
    fg: await addPerson(db, here.id, ['fg'], 'Fenna'),
    administrator: await addPerson(db, here.id, ['administrator'], 'Bea'),
    other: await addPerson(db, here.id, ['adviser'], 'Els'),
    elsewhere: await addPerson(db, there.id, ['adviser'], 'Ella'),
  }
  whose = {
    theirs: { municipality: here.id, person: people.other.id, organisation: other },
    mine: { municipality: here.id, person: people.partner.id, organisation: own },
    elsewhere: { municipality: there.id, person: people.elsewhere.id, organisation: far },
  }
  tables = await tablesIn(db)
  await fill(db, whose, ['public.person', 'public.municipality', 'public.organisation', 'published.municipality'])
  for (const { name, columns } of tables) {
    const of = name.endsWith('.municipality')
      ? 'id'
      : columns.some((each) => each.name === 'municipality') && 'municipality'
    const { rows } = await sql<{ here: number; all: number }>`select count(*)::int as all, (count(*)
      ${of ? sql`filter (where ${sql.ref(of)} = ${here.id})` : sql``})::int as here from ${sql.table(name)}`.execute(db)
    totals.set(name, rows[0]!)
  }
})
afterAll(() => database.close())

class Undo extends Error {}
/** A transaction as this actor, of which nothing stays. */
async function act(actor: Actor, work: (tx: Tx) => Promise<void>): Promise<void> {
  const house = await database.house()
  const undone = async (tx: Tx): Promise<void> => {
    await work(tx)
    throw new Undo()
  }
  const { id: municipality } = await ensureMunicipality(database.db, 'Sluiswijk')
  const as = (person: TestPerson) =>
    asPerson(house.site, { municipality, person: person.id, organisation: person.organisation }, 'write', undone)
  const plain = {
    nobody: house.site,
    public: house.publicDb,
    worker: house.worker,
    door: house.door,
    login: house.site,
  } as const
  const done =
    actor in plain
      ? plain[actor as keyof typeof plain].transaction().execute(async (tx) => {
          if (actor === 'nobody') await sql`set local role leidraad_desk`.execute(tx)
          return undone(tx)
        })
      : actor === 'clock'
        ? asClock(house.site, municipality, undone)
        : as(people[actor as keyof typeof people])
  await done.catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error
  })
}

/** How many rows it touched; undefined when a wall stood before it. Beyond the walls it counts as one of all. */
async function tried(tx: Tx, statement: string): Promise<number | 'beyond' | undefined> {
  await sql`savepoint here`.execute(tx)
  try {
    const done = await sql<{ count?: number }>`${sql.raw(statement)}`.execute(tx)
    return done.rows[0]?.count ?? Number(done.numAffectedRows ?? 0)
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === '42501') return undefined
    // Keys and references are looked at after the walls; anything else is a mistake of this test.
    if (code === '23505' || code === '23503') return 'beyond'
    throw new Error(statement, { cause: error })
  } finally {
    await sql`rollback to here`.execute(tx)
  }
}

const letter = (table: string, count: number | 'beyond' | undefined): string => {
  const { here, all } = totals.get(table)!
  if (count === undefined || count === 0) return '-'
  if (count === 'beyond') return 'a'
  return count === all && all > here ? '*' : count >= here ? 'a' : 'o'
}

/** What this actor gets done with the table: read, add, change, delete. */
async function walked(tx: Tx, table: Table, actor: Actor): Promise<string> {
  const { name } = table
  const { rows } = await sql<{ column: string; insert: boolean; update: boolean }>`
    select attname as column, has_column_privilege(attrelid, attnum, 'insert') as insert,
      has_column_privilege(attrelid, attnum, 'update') as update from pg_attribute
    where attrelid = (select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname || '.' || c.relname = ${name}) and attnum > 0 and not attisdropped`.execute(tx)
  const able = (what: 'insert' | 'update') => rows.filter((row) => row[what]).map(({ column }) => `"${column}"`)
  const person = people[actor as keyof typeof people]
  let add = '-'
  for (const kind of KINDS) {
    // Signed by who tries it: the walls ask for that.
    const row = Object.fromEntries(
      Object.entries(rowOf(table, kind, whose[kind])).map(([column, value]) => [
        column,
        PEOPLE.has(column) && value === whose[kind].person && person ? person.id : value,
      ]),
    )
    const [columns, text] = [able('insert').join(), JSON.stringify(row).replaceAll("'", "''")]
    if (columns === '') continue
    const done = await tried(
      tx,
      `insert into ${name} (${columns}) select ${columns} from jsonb_populate_record(null::${name}, '${text}')`,
    )
    if (done !== undefined) add = kind === 'theirs' ? 'a' : kind === 'mine' ? (add === 'a' ? 'a' : 'o') : '*'
  }
  const [changing] = able('update')
  return [
    letter(name, await tried(tx, `select count(*)::int as count from ${name}`)),
    add,
    changing === undefined ? '-' : letter(name, await tried(tx, `update ${name} set ${changing} = ${changing}`)),
    letter(name, await tried(tx, `delete from ${name}`)),
  ].join('')
}

test('everyone gets done with every table what the matrix says, and no more', async () => {
  const found: Record<string, string[]> = {}
  for (const actor of ACTORS)
    await act(actor, async (tx) => {
      for (const table of tables) (found[table.name.replace('public.', '')] ??= []).push(await walked(tx, table, actor))
    })
  const lines = Object.fromEntries(Object.entries(found).map(([table, acts]) => [table, acts.join(' ')]))
  expect(lines).toEqual(MATRIX)
})

test('the login of the site can do nothing before it is somebody', async () => {
  await act('login', async (tx) => {
    for (const { name } of tables) {
      for (const statement of [`select 1 from ${name}`, `delete from ${name}`, `insert into ${name} default values`])
        expect(await tried(tx, statement), statement).toBeUndefined()
    }
  })
})

test('every table has row level security and, for whoever may touch it, a policy', async () => {
  const { rows } = await sql<{ name: string }>`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname !~ '^(pg_|information_schema$)' and c.relkind in ('r', 'p') and c.relname !~ '^kysely_'
      and not c.relrowsecurity
    union all
    -- A view shows its reader what that reader may see beneath.
    select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'published') and c.relkind in ('v', 'm')
      and not coalesce('security_invoker=true' = any (c.reloptions), false)
    union all
    select g.table_schema || '.' || g.table_name || ' ' || g.privilege_type || ' ' || g.grantee
    from information_schema.column_privileges g where g.grantee ~ '^leidraad_' and g.grantee <> current_user
      and not exists (select from pg_policies p where p.schemaname = g.table_schema and p.tablename = g.table_name
        and g.grantee = any (p.roles) and p.cmd = g.privilege_type)
      and not exists (select from information_schema.views v where v.table_schema = g.table_schema
        and v.table_name = g.table_name and g.privilege_type = 'SELECT')
    group by 1`.execute(database.db)
  expect(rows).toEqual([])
})

test('nobody but the owner owns, and nothing is for everybody', async () => {
  const { rows } = await sql<{ what: string }>`
    select 'table ' || c.relname as what from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'published', 'wall') and c.relowner <> (select oid from pg_roles
        where rolname = current_user)
    union all select 'for all: ' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      cross join lateral aclexplode(c.relacl) a where n.nspname in ('public', 'published', 'wall') and a.grantee = 0
    union all select rolname from pg_roles where rolname ~ '^leidraad_'
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
    union all select 'partition ' || c.relname from pg_class c cross join lateral aclexplode(c.relacl) a
      where c.relispartition and a.grantee <> c.relowner`.execute(database.db)
  expect(rows).toEqual([])
})
