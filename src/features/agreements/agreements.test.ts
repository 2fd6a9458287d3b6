/** Agreements with processors beside the law: which points they miss, and which processings have none. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, as, testDeps, testDesk, type TestDesk, type TestPerson, type Visitor } from '../../../test/desk.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { registerFor } from '../../catalogue/registers.ts'
import type { Values } from '../../model/register.ts'
import { addEntry } from '../../registers/store.ts'
import { LAW_POINTS } from '../../vocabulary/avg.ts'
import { todayIn } from '../../web/language.ts'
import { uncovered } from './store.ts'

const deps = testDeps()
const of = (purpose: string) => registerFor(deps.registers, purpose)!
let desk: TestDesk
let officer: TestPerson
let visitor: Visitor

const put = async (purpose: string, values: Values) =>
  (
    await as(desk.db, officer, (tx) =>
      addEntry(tx, officer.municipality, of(purpose), { values, by: officer.id, way: 'form' }),
    )
  ).id
const WHOLE = {
  onderwerp: 'Zaken bewaren',
  duur: 'Een jaar',
  aard: 'Opslaan',
  waarvoor: 'Behandelen',
  gegevens: 'Namen',
  mensen: 'Inwoners',
  ...Object.fromEntries(
    'plichten opdracht geheimhouding beveiliging anderen rechten hulp teruggeven controle'
      .split(' ')
      .map((id) => [id, 'ja']),
  ),
}
let supplier: string

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  officer = await addPerson(desk.db, desk.municipality.id, ['policy-officer'])
  visitor = await desk.visit(officer)
  supplier = await put('supplier', { naam: 'Kadewerk' })
})
afterAll(() => desk.close())

const text = async (path: string) => {
  const answer = await visitor.get(path)
  expect(answer.status).toBe(200)
  return answer.text()
}
const open = () =>
  as(desk.db, officer, (tx) => uncovered(tx, officer.municipality, { registers: deps.registers }, todayIn(), 10))

test('each point of article 28(3) has a field, and each answer says how far it is there', () => {
  const register = of('processor-agreement')
  for (const { id } of LAW_POINTS['avg-28-3']) {
    const fields = register.fields.filter(({ external }) => external['avg-28-3'] === id)
    expect([id, fields.length]).toEqual([id, 1])
    if (fields[0]!.kind === 'choice')
      expect(fields[0]!.options.map(({ external }) => external['avg-28-3'])).toEqual([
        'staat-erin',
        'deels',
        'ontbreekt',
      ])
  }
})

test('an agreement tells each point with its letter, and its model with the version', async () => {
  const id = await put('processor-agreement', {
    ...Object.fromEntries(Object.entries(WHOLE).filter(([id]) => id !== 'mensen')),
    naam: 'Half',
    verwerker: [supplier],
    model: 'vng',
    modelversie: '2.0',
    geheimhouding: 'nee',
    rechten: 'deels',
    mensen: undefined as never,
  })
  const page = await text(`/balie/verwerkersovereenkomsten/${id}`)
  const told = (name: string) => new RegExp(`>${name}</th><td[^>]*>.*?</span> ([^<]+)<`, 's').exec(page)?.[1]?.trim()
  expect(told('a\\. Alleen op schriftelijke opdracht')).toBe('staat erin')
  expect(told('b\\. Geheimhouding')).toBe('ontbreekt')
  expect(told('e\\. Hulp bij verzoeken van mensen')).toBe('staat er voor een deel in')
  expect(told('Van welke mensen')).toBe('niet ingevuld')
  expect(page).toContain('Standaard van de VNG, 2.0')
  expect(page).toContain('Er is geen bestand bij.')
  const all = await text('/balie/verwerkersovereenkomsten')
  expect(all).toContain('In 1 van de 1 overeenkomsten')
  expect(all).toMatch(/ontbreekt: b\. Geheimhouding</)
  await put('processor-agreement', { ...WHOLE, naam: 'Heel', verwerker: [supplier] })
  expect(await text('/balie/verwerkersovereenkomsten')).toContain('Elk punt staat erin.')
})

test('a processing with a supplier and no agreement that holds with that supplier is told', async () => {
  const other = await put('supplier', { naam: 'Straatwerk' })
  const [ours, theirs, plain] = [
    await put('product', { naam: 'Zaken', leverancier: [supplier], persoonsgegevens: true }),
    await put('product', { naam: 'Meldingen', leverancier: [other] }),
    await put('product', { naam: 'Kaart', leverancier: [other], persoonsgegevens: false }),
  ]
  const agreement = async (values: Values) =>
    put('processor-agreement', { naam: 'Een', verwerker: [supplier], ...values })
  const holds = await agreement({ einde: todayIn() })
  const over = await agreement({ einde: '2020-01-01' })
  const add = (naam: string, systemen: readonly string[], verwerkers: readonly string[] = []) =>
    put('processing', { naam, systemen, ...(verwerkers.length > 0 ? { verwerkers } : {}) })
  await add('Gedekt', [ours], [holds])
  await add('Verlopen', [ours], [over])
  await add('Van een ander', [theirs, ours], [holds])
  await add('Zonder persoonsgegevens', [plain])
  await add('Zonder product', [])
  expect((await open()).map(({ title, supplierTitle, products }) => [title, supplierTitle, products])).toEqual([
    ['Verlopen', 'Kadewerk', ['Zaken']],
    ['Van een ander', 'Straatwerk', ['Meldingen']],
  ])
  const page = await text('/balie/verwerkersovereenkomsten')
  expect(page).toContain('Van een ander')
  expect(page).not.toContain('Gedekt')
})
