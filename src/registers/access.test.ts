/** A register that is for a few: what its file says holds on every page, in every file, and in the database itself. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unasked } from '../../test/database.ts'
import { addPerson, as, testDeps, testDesk, type TestDesk, type TestPerson, type Visitor } from '../../test/desk.ts'
import { deskRoutes } from '../apps/desk-routes.ts'
import { readRegisters } from '../catalogue/registers.ts'
import type { Register } from '../model/register.ts'
import type { Role } from '../vocabulary/roles.ts'
import { keepAccess } from './access-store.ts'
import { addEntry } from './store.ts'

const fileOf = (id: string, more: string) => `
id: ${id}
versie: "1"
titel: De ${id}
een: ding
uitleg: Welke er zijn.
doel: ${id}
openbaar: na-twee-personen
${more}
lijst: [naam]
velden:
  - {id: naam, soort: tekst, label: Naam, verplicht: true, openbaar: true, rol: title}
  - {id: weg, soort: datum, label: Weg op, rol: ends, openbaar: true, herinner_dagen: [30]}
  - {id: buur, soort: verwijzing, label: Buur, naar: {doel: ${id}}}
`
const TABLES = [
  'entry',
  'entry_term',
  'entry_word',
  'entry_version',
  'entry_link',
  'entry_date',
  'entry_release',
] as const

let desk: TestDesk
let registers: readonly Register[]
const people = new Map<string, { person: TestPerson; at: Visitor }>()
const entries = new Map<string, { readonly id: string }>()
const at = (role: Role) => people.get(role)!.at

beforeAll(async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'leidraad-access-'))
  writeFileSync(
    path.join(dir, 'kluizen.yaml'),
    fileOf('kluizen', 'toegang: {lezen: [beleidsmedewerker, uitvoerder, fg], schrijven: [beleidsmedewerker]}'),
  )
  writeFileSync(path.join(dir, 'palen.yaml'), fileOf('palen', ''))
  registers = readRegisters(dir)
  desk = await testDesk(deskRoutes({ ...testDeps(), registers }))
  await keepAccess(desk.db, registers)
  for (const role of ['policy-officer', 'executor', 'fg', 'adviser', 'publisher'] as const) {
    const person = await addPerson(desk.db, desk.municipality.id, [role], role)
    people.set(role, { person, at: await desk.visit(person) })
  }
  const { person } = people.get('policy-officer')!
  for (const register of registers) {
    const entry = await as(desk.db, person, async (tx) => {
      const of = { by: person.id, way: 'form' as const }
      const here = desk.municipality.id
      const first = await addEntry(tx, here, register, {
        values: { naam: `Oude ${register.id}`, weg: '2027-01-01' },
        ...of,
      })
      return addEntry(tx, here, register, { values: { naam: `Nieuwe ${register.id}`, buur: [first.id] }, ...of })
    })
    entries.set(register.id, entry)
    await at('policy-officer').post(`/balie/registers/${register.id}/${entry.id}/vrijgeven`, { versie: '1' })
  }
})
afterAll(() => desk.close())

const pagesOf = (register: string) => {
  const one = `/balie/registers/${register}/${entries.get(register)!.id}`
  return {
    read: [
      `/balie/registers/${register}`,
      `/balie/registers/${register}?q=nieuwe`,
      `/balie/registers/${register}/exporteren.csv`,
      `/balie/registers/${register}/exporteren.ods`,
      one,
      `${one}/geschiedenis`,
      `${one}/openbaar-maken`,
      `${one}/intrekken`,
    ],
    write: [`/balie/registers/${register}/nieuw`, `/balie/registers/${register}/importeren`, `${one}/wijzigen`],
  }
}

test('who is named reads and writes; who only reads is told who writes; nobody else comes in', async () => {
  const { read, write } = pagesOf('kluizen')
  const status = async (role: Role, page: string) => [page, (await at(role).get(page)).status]
  for (const page of read)
    for (const role of ['policy-officer', 'executor', 'fg'] as const)
      expect(await status(role, page), role).toEqual([page, 200])
  for (const page of [...read, ...write])
    for (const role of ['adviser', 'publisher'] as const) expect(await status(role, page), role).toEqual([page, 403])
  for (const page of write) {
    expect(await status('policy-officer', page)).toEqual([page, 200])
    expect(await status('executor', page)).toEqual([page, 403])
  }
  const told = await (await at('executor').get(write[0]!)).text()
  expect(told).toContain('alleen wie een van deze rollen heeft: beleidsmedewerker.')
  expect(await (await at('executor').get(read[4]!)).text()).not.toContain('/wijzigen')
  const before = await desk.db.selectFrom('entry').select('id').execute()
  expect((await at('executor').post(write[0]!, { 'w-naam': 'Erbij' })).status).toBe(403)
  expect(await desk.db.selectFrom('entry').select('id').execute()).toEqual(before)
  // A register whose file says nothing stays as it was.
  for (const page of pagesOf('palen').read) expect(await status('adviser', page)).toEqual([page, 200])
  for (const page of pagesOf('palen').write) expect(await status('executor', page)).toEqual([page, 200])
  expect(desk.faults).toEqual([])
})

test('no list, calendar or file of all registers speaks of it to who may not read it', async () => {
  for (const page of ['/balie/registers', '/balie/agenda', '/balie/agenda.ics', '/balie/openbaar-maken']) {
    expect(await (await at('adviser').get(page)).text(), page).not.toMatch(/kluizen/)
    expect(await (await at('fg').get(page)).text(), page).toMatch(/kluizen/)
    expect(await (await at('adviser').get(page)).text(), page).toMatch(/palen/)
  }
  const date = '/balie/agenda?register=kluizen&veld=weg&datum=2027-01-01'
  expect((await at('adviser').get(date)).status).toBe(404)
  expect((await at('fg').get(date)).status).toBe(200)
})

test('the database itself gives nothing of it and takes nothing for it', async () => {
  const seen = (role: Role) =>
    as(desk.db, people.get(role)!.person, async (tx) => {
      const counts: Record<string, number> = {}
      for (const table of TABLES) {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx)
        counts[table] = rows[0]!.n
      }
      return counts
    })
  const [all, few] = [await seen('fg'), await seen('adviser')]
  for (const table of TABLES) {
    expect(few[table], table).toBeGreaterThan(0)
    expect(few[table], table).toBe(all[table]! / 2)
  }
  const { id } = entries.get('kluizen')!
  const asking = (role: Role, question: ReturnType<typeof sql>) =>
    as(desk.db, people.get(role)!.person, (tx) => question.execute(tx))
  const add = sql`insert into entry (municipality, id, register, no, title, values)
    values (${desk.municipality.id}, gen_random_uuid(), 'kluizen', 99, 'x', '{}')`
  await expect(asking('executor', add)).rejects.toThrow(/row-level security/)
  const link = sql`insert into entry_link values (${desk.municipality.id}, ${id}, 'buur', 'entry', 'x')`
  await expect(asking('executor', link)).rejects.toThrow(/row-level security/)
  await expect(asking('executor', sql`update entry set title = 'x' where id = ${id}`)).rejects.toThrow(
    /row-level security/,
  )
  const { id: first } = await desk.db
    .selectFrom('entry')
    .select('id')
    .where('register', '=', 'kluizen')
    .where('no', '=', 1)
    .executeTakeFirstOrThrow()
  const release = sql`insert into entry_release (municipality, entry, no, step, version, by)
    values (${desk.municipality.id}, ${first}, 1, 'released', 1, ${people.get('executor')!.person.id})`
  await expect(asking('executor', release)).rejects.toThrow(/row-level security/)
  const gone = await asking('executor', sql`delete from entry_link where entry = ${id} returning entry`)
  expect(gone.rows).toEqual([])
})

test('what people saw of an entry goes with it', async () => {
  const { person } = people.get('policy-officer')!
  await as(desk.db, person, (tx) =>
    sql`insert into noted_finding (municipality, id, source, about_kind, about, norm, criterion, verdict, strength,
        seen_by, seen_on, until, by)
      select ${desk.municipality.id}, gen_random_uuid(), 'inspection', 'sensor', e.id, 'X-1', 'X-1.y', 'met',
        'witnessed', 'Anna', today_here(), today_here() + 30, ${person.id} from entry e`.execute(tx),
  )
  const seen = (role: Role) =>
    as(desk.db, people.get(role)!.person, (tx) => tx.selectFrom('noted_finding').select('id').execute())
  expect(await seen('fg')).toHaveLength(4)
  expect(await seen('adviser')).toHaveLength(2)
})

test('what others read too says that something changed, and not what', async () => {
  const added = await at('policy-officer').post('/balie/registers/kluizen/nieuw', { 'w-naam': 'Zwarte kluis' })
  expect(added.status, await added.clone().text()).toBe(303)
  const trail = await desk.db.selectFrom('audit').select(['detail']).where('act', '=', 'entry.added').execute()
  expect(trail.map(({ detail }) => detail)).toContain('{"changed":"Naam"}')
  expect(JSON.stringify(trail)).not.toContain('Zwarte kluis')
  // Nobody who may not open it is asked to publish it, and no title stands in the text.
  const asked = await desk.db.selectFrom('task').select(['text', 'role']).where('kind', '=', 'publish-entry').execute()
  expect(asked.map(({ text }) => text).filter((text) => /kluizen/.test(text))).toEqual([
    expect.stringMatching(/: nr\. 2 van De kluizen$/),
  ])
  for (const { text, role } of asked) if (/kluizen/.test(text)) expect(role).toBe('policy-officer')
})

test('a file of an entry is for who reads the entry, in an older version too', async () => {
  const { person } = people.get('policy-officer')!
  const id = uuid()
  await as(desk.db, person, async (tx) => {
    const file = { municipality: person.municipality, hash: 'h', media: 'text/plain', size: 1, by: person.id }
    await tx
      .insertInto('upload')
      .values([
        { ...file, id, name: 'geheim.txt' },
        { ...file, id: uuid(), name: 'ander.txt' },
      ])
      .execute()
  })
  await unasked(desk.db, (tx) =>
    sql`update entry_version set values = values || jsonb_build_object('stuk', jsonb_build_array(${id}::text))
      where entry = ${entries.get('kluizen')!.id}`.execute(tx),
  )
  const seen = (role: Role) =>
    as(desk.db, people.get(role)!.person, (tx) => tx.selectFrom('upload').select('name').orderBy('name').execute())
  expect((await seen('fg')).map(({ name }) => name)).toEqual(['ander.txt', 'geheim.txt'])
  expect((await seen('adviser')).map(({ name }) => name)).toEqual(['ander.txt'])
})

test('a file that was made before the register was shut does not open any more', async () => {
  const { person, at: reader } = people.get('adviser')!
  const id = uuid()
  const file = { path: '/balie/registers/kluizen/exporteren.csv', title: 'Kluizen', name: 'k.csv', media: 'text/csv' }
  const row = { municipality: person.municipality, id, by: person.id, ...file, size: 0, ended_at: new Date() }
  await unasked(desk.db, (tx) => tx.insertInto('export').values(row).execute())
  expect((await reader.get(`/balie/mijn-bestanden/${id}`)).status).toBe(403)
})

test('a register whose file is gone stays shut', async () => {
  await keepAccess(desk.db, [])
  const seen = await as(desk.db, people.get('adviser')!.person, (tx) =>
    tx.selectFrom('entry').select('id').where('register', '=', 'kluizen').execute(),
  )
  expect(seen).toEqual([])
})

test('a file that opens the register again opens it', async () => {
  await keepAccess(
    desk.db,
    registers.map((register) => ({ ...register, access: registers.find(({ id }) => id === 'palen')!.access })),
  )
  const counted = await as(desk.db, people.get('adviser')!.person, (tx) =>
    tx.selectFrom('entry').select('id').where('register', '=', 'kluizen').execute(),
  )
  expect(counted).toHaveLength(3)
})
