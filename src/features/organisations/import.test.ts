import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { ensureMunicipality } from '../../db/municipality.ts'
import { readOrganisationsCsv } from './csv.ts'
import { importOrganisations, knownOrganisations } from './store.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const HEADING = 'naam;soort;grootte;straat;websites;maildomeinen;overheid'

test('5,000 rows with 50 bad ones lose nothing, also the second time', async () => {
  const town = await ensureMunicipality(database.db, 'Grote stad')
  const lines = Array.from({ length: 5_000 }, (_, index) =>
    index % 100 === 7
      ? `"Fout ${index};winkel;klein;Kade;www.fout${index}.nl;;nee`
      : `Zaak ${index};winkel;klein;Kade ${index % 30};www.zaak${index}.nl;zaak${index}.nl;nee`,
  )
  const table = readOrganisationsCsv(Buffer.from([HEADING, ...lines].join('\n')))
  const first = await importOrganisations(database.db, town.id, table)
  expect([first.added.length, first.refused.length]).toEqual([4_950, 50])
  expect(first.refused[0]).toMatchObject({ line: 9, name: 'Fout 7' })
  const known = await knownOrganisations(database.db, town.id)
  expect(known.length).toBe(4_950)
  expect(known.flatMap(({ websites, mailDomains }) => [...websites, ...mailDomains]).length).toBe(9_900)
  expect(await importOrganisations(database.db, town.id, table)).toMatchObject({ added: [], changed: [] })
})

test('an address that left the row is ended, not deleted, and may go to another organisation', async () => {
  const town = await ensureMunicipality(database.db, 'Kleine stad')
  const load = (csv: string) => importOrganisations(database.db, town.id, readOrganisationsCsv(Buffer.from(csv)))
  await load('naam;websites\nA;www.a.nl\n')
  await load('naam;websites\nA;nieuw.a.nl\nB;www.a.nl\n')
  await load('naam;websites\nB;www.a.nl\n')
  const known = await knownOrganisations(database.db, town.id)
  expect(Object.fromEntries(known.map(({ name, websites }) => [name, websites]))).toEqual({
    A: ['nieuw.a.nl'],
    B: ['www.a.nl'],
  })
  const ended = await database.db
    .selectFrom('subject')
    .select('address')
    .where('municipality', '=', town.id)
    .where('ended_at', 'is not', null)
    .execute()
  expect(ended).toEqual([{ address: 'www.a.nl' }])
})

test('what the database refuses costs only its own row', async () => {
  const town = await ensureMunicipality(database.db, 'Strenge stad')
  await sql`create function refuse() returns trigger language plpgsql as
    $$ begin raise exception 'no' using errcode = '23514'; end $$`.execute(database.db)
  await sql`create trigger refuse before insert or update on organisation for each row
    when (new.name like 'Slecht%' or new.street = 'Slecht') execute function refuse()`.execute(database.db)
  const rows = ['A', 'Slecht 1', 'B', 'C', 'Slecht 2'].map((name, index) => ({ line: index + 2, cells: { name } }))
  const plan = await importOrganisations(database.db, town.id, { rows, refused: [] })
  expect(plan.added.map(({ line }) => line)).toEqual([2, 4, 5])
  expect(plan.refused).toMatchObject([
    { line: 3, name: 'Slecht 1', reason: expect.stringContaining('database') },
    { line: 6 },
  ])
  const change = [
    { line: 2, cells: { name: 'A', street: 'Slecht', websites: 'a.nl' } },
    { line: 3, cells: { name: 'B', street: 'Kade' } },
  ]
  const again = await importOrganisations(database.db, town.id, { rows: change, refused: [] })
  expect([again.changed.map(({ line }) => line), again.refused.map(({ line }) => line)]).toEqual([[3], [2]])
  const known = await knownOrganisations(database.db, town.id)
  expect(known.map(({ name, street, websites }) => [name, street, websites.length])).toEqual([
    ['A', null, 0],
    ['B', 'Kade', 0],
    ['C', null, 0],
  ])
  await sql`drop trigger refuse on organisation`.execute(database.db)
})

test('a site and a mail domain of two organisations are watched by both', async () => {
  const town = await ensureMunicipality(database.db, 'Gedeelde stad')
  const csv = 'naam;websites;e-mail\nNoord;koepel.nl/noord koepel.nl;info@koepel.nl\nZuid;koepel.nl;zuid@koepel.nl\n'
  const plan = await importOrganisations(database.db, town.id, readOrganisationsCsv(Buffer.from(csv)))
  expect([plan.added.length, plan.refused.length, plan.notes.length]).toEqual([2, 0, 0])
  const known = await knownOrganisations(database.db, town.id)
  expect(known.map(({ websites, mailDomains }) => [...websites, ...mailDomains])).toEqual([
    ['koepel.nl', 'koepel.nl/noord', 'koepel.nl'],
    ['koepel.nl', 'koepel.nl'],
  ])
})

test('our own file of findings is no list of organisations', () => {
  const csv = 'organisatie,soort_adres,adres,norm,criterium,oordeel\nx,website,x.nl,VEI-11,VEI-11.https,voldoet\n'
  expect(() => readOrganisationsCsv(Buffer.from(csv))).toThrow(/bevindingen/)
})
