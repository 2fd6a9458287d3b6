/** SQL that somebody slipped in, on the connection of a signed-in partner: what it tries, and that it gets nothing. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addOrganisation, addPerson, type TestPerson } from '../../test/desk.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { asPerson, type Tx } from './as.ts'
import type { House } from './connect.ts'
import { keyOf, signIdentity, workOf } from './identity.ts'
import { ensureMunicipality } from './municipality.ts'
import { standsApart } from './walls.ts'

let database: TestDatabase
let house: House
let partner: TestPerson
let boss: TestPerson

beforeAll(async () => {
  database = await testDatabase()
  house = await database.house()
  const { id } = await ensureMunicipality(database.db, 'Sluiswijk')
  boss = await addPerson(database.db, id, ['administrator'], 'Bea')
  partner = await addPerson(database.db, id, ['partner'], 'Piet', await addOrganisation(database.db, id, 'Café'))
  await sql`insert into message (municipality, id, person, recipient, subject, body, kind, key)
    values (${id}, ${uuid()}, ${boss.id}, 'bea@sluiswijk.test', 'Geheim', 'een link', 'reset', 'reset/x')`.execute(
    database.db,
  )
  await sql`insert into published.toets (municipality, no, version, current, kind, title, outcome, decided_on,
    by_function, second_function, document) values (${id}, 1, 1, true, 'proposal', 'Wifi', 'ja', today_here(), 'a', 'b',
      '{}')`.execute(database.db)
})
afterAll(() => database.close())

/** Runs it as the partner; gives how many rows came or changed, or why not. Nothing of it stays. */
async function slipped(...statements: readonly string[]): Promise<number | string> {
  const work = async (tx: Tx) => {
    let rows = 0
    for (const statement of statements) {
      const done = await sql.raw(statement).execute(tx)
      rows = done.rows.length || Number(done.numAffectedRows ?? 0)
    }
    throw Object.assign(new Error('undo'), { rows })
  }
  const { id: person, municipality, organisation } = partner
  return asPerson(house.site, { municipality, person, organisation }, 'write', work).catch(
    (error: { rows?: number; message: string }) => error.rows ?? error.message,
  )
}
const NO = /permission denied|must be owner|row-level security|not yours|only an administrator|does not exist/

test('what is not the own is not there, and cannot be made so', async () => {
  expect(await slipped('select id from message')).toBe(0)
  expect(await slipped('select body from message')).toMatch(NO)
  expect(await slipped('select password from person')).toMatch(NO)
  expect(await slipped(`update person set roles = '{administrator}'`)).toMatch(NO)
  expect(await slipped(`update person set organisation = null`)).toMatch(NO)
  expect(await slipped(`update person set email = 'ik@elders.test'`)).toMatch(NO)
  expect(await slipped('delete from published.toets')).toMatch(NO)
  expect(await slipped('update published.toets set current = false')).toBe(0)
  expect(await slipped('delete from session')).toBe(0)
  expect(
    await slipped(`insert into session (municipality, hash, person, factor, ends_at)
      select municipality, 'x', id, 'full', now() + interval '1 day' from person`),
  ).toMatch(NO)
  expect(
    await slipped(`insert into one_time_link (municipality, hash, kind, person, ends_at)
      values ('${boss.municipality}', 'x', 'reset', '${boss.id}', now() + interval '1 day')`),
  ).toMatch(NO)
})

test('no role that can be taken gives more: the login has nothing, and the others want a signature', async () => {
  expect(await standsApart(house.site)).toBe(true)
  expect(await standsApart(database.db)).toBe(false)
  for (const step of ['reset role', `set role none`]) {
    expect(await slipped(step, 'select 1 from person'), step).toMatch(NO)
    expect(await slipped(step, 'truncate audit'), step).toMatch(NO)
    expect(await slipped(step, 'drop table audit'), step).toMatch(NO)
    expect(await slipped(step, 'alter table audit disable trigger all'), step).toMatch(NO)
    expect(await slipped(step, 'select * from wall.secret'), step).toMatch(NO)
    expect(await slipped(step, 'create role kwaad superuser'), step).toMatch(NO)
  }
  for (const role of ['leidraad_door', 'leidraad_clock', 'leidraad_worker'])
    for (const table of ['person', 'session', 'message', 'regulation', 'visit']) {
      const got = await slipped(`set role ${role}`, `select municipality from ${table}`)
      expect(typeof got === 'string' ? NO.test(got) : got === 0, `${role} ${table} ${got}`).toBe(true)
    }
  // A table that is empty here shows nothing either way: of none may it be left to the role alone.
  const { rows: open } = await sql<{ of: string }>`select schemaname || '.' || tablename || ' ' || policyname as of
    from pg_policies where roles && '{leidraad_door,leidraad_clock,leidraad_worker}' and cmd <> 'INSERT'
    and coalesce(qual, 'true') = 'true' or roles && '{leidraad_door,leidraad_clock,leidraad_worker}' and cmd = 'INSERT'
    and with_check = 'true'`.execute(database.db)
  expect(open).toEqual([])
  expect(await slipped('set role leidraad')).toMatch(NO)
  expect(await slipped('set session authorization leidraad')).toMatch(NO)
})

test('who is at work cannot be said by who does not have the key', async () => {
  const key = await keyOf(house.site)
  const { municipality } = boss
  const heads = 'select 1 from audit_head where municipality is not null'
  const claim = (text: string) => slipped(`select set_config('leidraad.identity', '${text}', true)`, heads)
  const sign = (work: string, person = boss.id) =>
    signIdentity(key, { role: 'leidraad_desk', municipality, person }, work)
  // In its own transaction it counts; overheard, it opens no other one, on the same connection or elsewhere.
  const overheard: string[] = []
  const within = async (text: (work: string) => string) =>
    asPerson(
      house.site,
      { municipality, person: partner.id, organisation: partner.organisation },
      'read',
      async (tx) => {
        overheard.push(text(await workOf(tx)))
        await sql`select set_config('leidraad.identity', ${overheard.at(-1)!}, true)`.execute(tx)
        return (await sql.raw(heads).execute(tx)).rows.length
      },
    )
  expect(await within(sign)).toBe(1)
  expect(await within((work) => sign(work, partner.id))).toBe(0)
  for (const again of [...overheard, sign('connection'), sign('9999999999')]) expect(await claim(again), again).toBe(0)
  const right = overheard[0]!
  const [role, , , , work, mac] = right.split('|')
  const own = overheard[1]!
  for (const wrong of [
    right.replace(boss.id, partner.id),
    own.replace(partner.id, boss.id),
    right.replace(work!, `${work}1`),
    [role, municipality, boss.id, '', work].join('|'),
    [role, municipality, boss.id, '', work, ''].join('|'),
    [role, municipality, boss.id, '', 'x', mac].join('|'),
    right.toUpperCase(),
    `${right}|`,
    signIdentity(
      { inner: key.outer, outer: key.inner },
      { role: 'leidraad_desk', municipality, person: boss.id },
      work!,
    ),
    signIdentity(key, { role: 'leidraad_clock', municipality, person: boss.id }, work!),
    '',
    '|||||',
  ])
    expect(await claim(wrong), wrong).toBe(0)
})

test('at the doors what was used stays used, and a link keeps its secret', async () => {
  const { municipality, id: person } = boss
  const { door } = house
  const tried = (statement: string) =>
    sql
      .raw(statement)
      .execute(door)
      .then(
        ({ numAffectedRows }) => Number(numAffectedRows),
        (error: Error) => error.message,
      )
  await sql`insert into one_time_link (municipality, hash, kind, person, ends_at, used_at, handed) values
    (${municipality}, 'mailed', 'invitation', ${person}, now() + interval '1 day', null, false),
    (${municipality}, 'used', 'invitation', ${person}, now() + interval '1 day', now(), false),
    (${municipality}, 'handed', 'baseline', null, now() + interval '1 day', null, true),
    (${municipality}, 'over', 'baseline', null, now() - interval '1 day', null, true)`.execute(database.db)
  await sql`insert into recovery_code (municipality, person, hash, used_at)
    values (${municipality}, ${person}, 'gone', now())`.execute(database.db)
  await sql`update person set second_factor = 'sealed', second_factor_step = 7 where id = ${person}`.execute(
    database.db,
  )
  const secret = (hash: string) =>
    tried(`update one_time_link set hash = 'mine', handed = false where hash = '${hash}'`)
  for (const hash of ['mailed', 'used', 'over']) expect(await secret(hash), hash).toMatch(/keeps the secret/)
  expect(await tried(`update one_time_link set handed = true where hash = 'mailed'`)).toMatch(/keeps the secret/)
  expect(await tried(`update one_time_link set used_at = null where hash = 'used'`)).toMatch(/not used again/)
  expect(await tried(`update recovery_code set used_at = null where hash = 'gone'`)).toMatch(/not used again/)
  expect(await tried(`update person set second_factor_step = 6 where id = '${person}'`)).toMatch(/not used again/)
  // What a door does all day.
  expect(await tried(`update one_time_link set used_at = now() where hash = 'mailed'`)).toBe(1)
  expect(await secret('handed')).toBe(1)
  expect(await tried(`update person set second_factor_step = 8 where id = '${person}'`)).toBe(1)
  await sql`delete from one_time_link`.execute(database.db)
})

test('nothing can be left behind on a connection for who uses it next', async () => {
  expect(await slipped('create temporary table person (x int)')).toMatch(NO)
  expect(await slipped('create table public.val (x int)')).toMatch(NO)
  expect(await slipped(`create function public.val() returns int language sql as 'select 1'`)).toMatch(NO)
  expect(await slipped(`create function pg_temp.val() returns int language sql as 'select 1'`)).toMatch(NO)
  expect(await slipped('create schema val')).toMatch(NO)
})

test('the server itself is out of reach: its files, programs, large objects and other logins', async () => {
  for (const role of [
    '',
    'reset role',
    'set role leidraad_door',
    'set role leidraad_clock',
    'set role leidraad_worker',
  ])
    for (const statement of [
      `select pg_read_file('/etc/passwd')`,
      `select pg_ls_dir('/')`,
      `select lo_import('/etc/passwd')`,
      `select lo_export(1, '/tmp/kwaad')`,
      `copy person to '/tmp/kwaad'`,
      `copy session from '/tmp/kwaad'`,
      `copy (select 1) to program 'id'`,
      `select rolpassword from pg_authid`,
      `set session_replication_role = replica`,
      `alter role leidraad_site superuser`,
      `grant leidraad_desk to leidraad_public`,
      `alter function current_municipality() security definer`,
      `alter table person disable row level security`,
      `create policy kwaad on person using (true)`,
      `select wipe_person(gen_random_uuid(), gen_random_uuid())`,
    ])
      expect(await slipped(...[role, statement].filter((each) => each !== '')), `${role} ${statement}`).toMatch(
        /permission denied|must be owner|must have admin|must be superuser|Only roles with|does not exist/,
      )
})

test('the owner empties nothing that was signed in one go either', async () => {
  for (const table of ['audit', 'audit_head', 'decision', 'opinion', 'answer', 'published.toets'])
    await expect(sql.raw(`truncate ${table} cascade`).execute(database.db), table).rejects.toThrow(/stays as it was/)
  await expect(sql`truncate municipality cascade`.execute(database.db)).rejects.toThrow(/stays as it was/)
})
