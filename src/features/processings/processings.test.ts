/** The record of processings: every point of the law, what is missing, and one document in three forms. */
import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, as, testDeps, testDesk, type TestDesk, type TestPerson, type Visitor } from '../../../test/desk.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { registerFor } from '../../catalogue/registers.ts'
import type { Register, Values } from '../../model/register.ts'
import { addEntry, endEntry, entryById } from '../../registers/store.ts'
import { number } from '../../web/language.ts'
import { LAW_POINTS } from '../../vocabulary/avg.ts'
import { ROWS } from './routes.tsx'

const deps = testDeps()
const register = registerFor(deps.registers, 'processing')!
const flows = registerFor(deps.registers, 'data-flow')!
let desk: TestDesk
let officer: TestPerson
let visitor: Visitor

/** Values by the name that a field has in the law, or its role. */
const put = (to: Register, values: Values) =>
  as(desk.db, officer, (tx) => addEntry(tx, officer.municipality, to, { values, by: officer.id, way: 'form' }))

const FULL: Values = {
  naam: 'Hulp aanvragen',
  verantwoordelijke: 'college',
  'verantwoordelijk-contact': 'Stadhuisplein 1',
  fg: 'fg@sluiswijk.test',
  'fg-naam': 'Lotte Brandsma',
  eigenaar: 'wijkteam',
  doelen: '=Hulp geven',
  grondslag: 'wet',
  mensen: ['inwoners', 'kinderen'],
  gegevens: ['naam', 'bsn'],
  bijzonder: ['gezondheid'],
  strafrecht: false,
  ontvangers: [{ naam: 'CAK', waarvoor: 'Innen' }],
  doorgifte: 'waarborg',
  landen: 'Japan',
  bewaartermijn: 'Tien jaar',
  beveiliging: 'Extra code',
}
/** Nobody is named who receives data. */
const ALONE = Object.fromEntries(Object.entries(FULL).filter(([id]) => id !== 'ontvangers'))
let full: { readonly id: string; readonly no: number }

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  officer = await addPerson(desk.db, desk.municipality.id, ['policy-officer'])
  visitor = await desk.visit(officer)
  full = await put(register, FULL)
  await put(flows, { naam: 'Naar het CAK', besluit: 'Hulp', van: 'Wijkteam', naar: 'CAK', verwerking: [full.id] })
  await put(register, { naam: 'Bijna leeg', verantwoordelijke: 'burgemeester', 'gegevens-uitleg': 'Kenteken' })
  await put(register, {
    naam: 'Innen voor een ander',
    'in-opdracht': true,
    opdrachtgever: 'Gemeente Kaaghorn',
    'werk-in-opdracht': 'Aanslagen maken',
    fg: 'fg@sluiswijk.test',
    doorgifte: 'nee',
  })
  const agreement = await put(registerFor(deps.registers, 'processor-agreement')!, { naam: 'Rekenaar' })
  await put(register, { ...ALONE, naam: 'Met een verwerker', verwerkers: [agreement.id] })
  await put(register, { ...ALONE, naam: 'Blijft binnen', 'buiten-gemeente': 'niemand' })
  const ended = await put(register, { naam: 'Gestopt', verantwoordelijke: 'raad' })
  await as(desk.db, officer, async (tx) => {
    const entry = (await entryById(tx, officer.municipality, register, ended.id, 'to-change'))!
    await endEntry(tx, officer.municipality, register, entry, { by: officer.id, ended: true })
  })
})
afterAll(() => desk.close())

const get = async (path: string) => {
  const answer = await visitor.get(path)
  expect(answer.status).toBe(200)
  return answer
}

test('each point of article 30 has a field in the register', () => {
  for (const list of ['avg-30-1', 'avg-30-2'] as const)
    for (const { id } of LAW_POINTS[list])
      expect([list, id, register.fields.some(({ external }) => external[list] === id)]).toEqual([list, id, true])
  expect(register.standards).toMatchObject({ 'avg-30-1': '2016/679', 'avg-30-2': '2016/679' })
})

test('the guide says how many processings each file holds', () => {
  const [pdf, odt, csv] = (['pdf', 'odt', 'csv'] as const).map((kind) => number('nl', ROWS[kind].most))
  expect(readFileSync('docs/gids/registers-beheren.md', 'utf8')).toContain(
    `Een PDF heeft hoogstens ${pdf} verwerkingen, een tekstdocument ${odt} en een tabel ${csv}.`,
  )
})

test('the page tells what is missing, and only where it is', async () => {
  const page = await (await get('/balie/verwerkingsregister')).text()
  expect(page).toContain('fg@sluiswijk.test')
  expect(page).toMatch(/2 Bijna leeg<\/a>.*?a\. Functionaris gegevensbescherming, b\. Doelen/s)
  // What it has is not missing, nor what is asked only where it applies.
  expect(page).not.toMatch(/2 Bijna leeg<\/a>[^]*?Welke persoonsgegevens/)
  expect(page).not.toMatch(/Vertegenwoordiger|Samen met/)
  expect(page).toMatch(/3 Innen voor een ander<\/a>.*?d\. Beveiliging/s)
  expect(page).not.toContain('Hulp aanvragen')
  // Who processes for the municipality receives data too, and nobody is an answer.
  expect(page).toMatch(/2 Bijna leeg<\/a>.*?d\. Ontvangers/s)
  expect(page).not.toMatch(/Met een verwerker|Blijft binnen/)
  expect(page).not.toContain('Gestopt')
})

test('the document to print has every processing with every point, in parts by who is responsible', async () => {
  const printed = await (await get('/balie/verwerkingsregister.pdf')).text()
  const parts = [...printed.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, title]) => title)
  expect(parts).toEqual([
    'Over dit register',
    'Verantwoordelijke: Burgemeester',
    'Verantwoordelijke: College van burgemeester en wethouders',
    'In opdracht van: Gemeente Kaaghorn',
  ])
  for (const { letter, title } of LAW_POINTS['avg-30-1']) expect(printed).toContain(`${letter}. ${title}`)
  expect(printed).toContain('Ja, met passende waarborgen\nWelke landen en welke waarborg? Japan')
  expect(printed).toContain('Gezondheid')
  expect(printed).toContain('fg@sluiswijk.test\nNaam van de functionaris: Lotte Brandsma')
  expect(printed).toMatch(/d\. Ontvangers<\/th><td[^>]*>1 Rekenaar</)
  expect(printed).toMatch(/d\. Ontvangers<\/th><td[^>]*>Niemand buiten de gemeente</)
  expect(printed).toContain('Gaat het ook om strafbare feiten? Nee')
  expect(printed).toMatch(/Gegevensstromen<\/th><td[^>]*>1 Naar het CAK/)
  expect(printed.match(/Ontbreekt\./g)!.length).toBeGreaterThan(5)
  expect(printed).toMatch(/Kenmerk [0-9a-f]{8}/)
  expect(printed).not.toContain('Gestopt')
})

test('the text document says the same', async () => {
  const body = new Uint8Array(await (await get('/balie/verwerkingsregister.odt')).arrayBuffer())
  const content = strFromU8(unzipSync(body)['content.xml']!)
  for (const word of [
    'Hulp aanvragen',
    'In opdracht van: Gemeente Kaaghorn',
    'Kenmerk',
    'g. Beveiliging',
    'Ontbreekt.',
  ])
    expect(content).toContain(word)
})

test('the table has a line for each and a column for each point, and a formula stays text', async () => {
  const text = await (await get('/balie/verwerkingsregister.csv')).text()
  const [head, ...rows] = text
    .replace('\uFEFF', '')
    .split('\r\n')
    .filter((row) => row !== '')
  expect(rows.length).toBeGreaterThanOrEqual(3)
  for (const list of ['AVG art. 30 lid 1 g. Beveiliging', 'AVG art. 30 lid 2 b. Soort werk voor de opdrachtgever'])
    expect(head).toContain(list)
  expect(text).toContain("'=Hulp geven")
  expect(text).toContain(desk.municipality.name)
  expect(text).not.toContain('Gestopt')
})

test('another who looks after a change sees another mark', async () => {
  const mark = async () => /Kenmerk ([0-9a-f]{8})/.exec(await (await get('/balie/verwerkingsregister')).text())![1]
  const before = await mark()
  expect(await mark()).toBe(before)
  await put(register, { naam: `Nieuw ${uuid()}`, verantwoordelijke: 'raad' })
  expect(await mark()).not.toBe(before)
})
