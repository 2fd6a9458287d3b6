import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { ensureMunicipality } from '../../db/municipality.ts'
import { readOrganisationsCsv } from './csv.ts'
import { planImport } from './rules.ts'
import { carryOut, knownOrganisations } from './store.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const HEADING = 'naam;soort;grootte;straat;websites;maildomeinen;overheid'

test('comma or semicolon, UTF-8 or Windows-1252, with a byte order mark or without', () => {
  const comma = readOrganisationsCsv(Buffer.from('name,kind,website\n"Bakker, de",winkel,bakker.nl\n'))
  expect(comma.rows).toMatchObject([{ line: 2, cells: { name: 'Bakker, de', websites: 'bakker.nl' } }])
  const windows = readOrganisationsCsv(Buffer.from(`${HEADING}\r\nCafé Één;café\r\n`, 'latin1'))
  expect(windows.rows[0]!.cells.name).toBe('Café Één')
  const marked = readOrganisationsCsv(Buffer.from(`\uFEFF${HEADING}\nCafé Één;café\n`))
  expect(marked.rows[0]!.cells.name).toBe('Café Één')
})

test('a quoted cell over two lines does not shift the line numbers', () => {
  const { rows, refused } = readOrganisationsCsv(
    Buffer.from('naam;straat\n"Twee\nregels";Kade\nEen;Kade;te veel\nDrie;Kade\n'),
  )
  expect(rows.map(({ line }) => line)).toEqual([2, 5])
  expect(refused).toMatchObject([{ line: 4, name: 'Een' }])
})

test('a file without a heading says what was expected', () => {
  expect(() => readOrganisationsCsv(Buffer.from('Bakker;winkel\n'))).toThrow(/geen kolom "naam"/)
  expect(() => readOrganisationsCsv(Buffer.from(''))).toThrow(/geen kolom "naam"/)
})

test('5,000 rows with 50 bad ones lose nothing, also the second time', async () => {
  const town = await ensureMunicipality(database.db, 'Grote stad')
  const lines = Array.from({ length: 5_000 }, (_, index) =>
    index % 100 === 7
      ? `Fout ${index};winkel;reusachtig;Kade;www.fout${index}.nl;;nee`
      : `Zaak ${index};winkel;klein;Kade ${index % 30};www.zaak${index}.nl;zaak${index}.nl;nee`,
  )
  const { rows, refused } = readOrganisationsCsv(Buffer.from([HEADING, ...lines].join('\n')))
  const first = planImport(rows, await knownOrganisations(database.db, town.id))
  await carryOut(database.db, town.id, first)
  expect([first.added.length, first.refused.length, refused.length]).toEqual([4_950, 50, 0])
  expect(first.refused[0]).toMatchObject({ line: 9, name: 'Fout 7' })
  const known = await knownOrganisations(database.db, town.id)
  expect(known.length).toBe(4_950)
  expect(known.flatMap(({ websites, mailDomains }) => [...websites, ...mailDomains]).length).toBe(9_900)
  expect(planImport(rows, known)).toMatchObject({ added: [], changed: [] })
})

test('an address that left the row is ended, not deleted, and may go to another organisation', async () => {
  const town = await ensureMunicipality(database.db, 'Kleine stad')
  const load = async (csv: string) =>
    carryOut(
      database.db,
      town.id,
      planImport(readOrganisationsCsv(Buffer.from(csv)).rows, await knownOrganisations(database.db, town.id)),
    )
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
