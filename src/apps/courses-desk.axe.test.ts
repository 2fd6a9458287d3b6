/** Help and courses at the desk, as the demo fills them: nothing keeps anybody out, of staff or of an organisation. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, testDeps, testDesk, type TestDesk, type TestPerson } from '../../test/desk.ts'
import { deskInBrowser, type DeskInBrowser } from '../../test/desk-browser.ts'
import { seedHelp } from '../../test/help-city.ts'
import { barriersOf } from '../../test/barriers.ts'
import { deskRoutes } from './desk-routes.ts'

let desk: TestDesk
let browser: DeskInBrowser
let officer: TestPerson
let library: TestPerson
const ids = new Map<string, string>()

beforeAll(async () => {
  desk = await testDesk(deskRoutes(testDeps()))
  const { id } = desk.municipality
  await seedHelp(desk.db, id)
  const { id: organisation } = await desk.db.selectFrom('organisation').select('id').executeTakeFirstOrThrow()
  officer = await addPerson(desk.db, id, ['policy-officer'], 'Ambtenaar')
  library = await addPerson(desk.db, id, ['partner'], 'Bieb', organisation)
  for (const { id: own, title } of await desk.db.selectFrom('course').select(['id', 'title']).execute())
    ids.set(title.split(' ')[0]!, own)
  for (const { id: own, name } of await desk.db.selectFrom('help_place').select(['id', 'name']).execute())
    ids.set(name, own)
  browser = await deskInBrowser(desk)
})
afterAll(async () => {
  await browser.close()
  await desk.close()
})

const PAGES: readonly (readonly [who: 'officer' | 'library', path: () => string])[] = [
  ['officer', () => '/balie/hulp'],
  ['officer', () => '/balie/hulp?q=bestaat-niet'],
  ['officer', () => '/balie/hulp/plek/nieuw'],
  ['officer', () => `/balie/hulp/plek/${ids.get('Computerclub Stationsbuurt')!}`],
  ['officer', () => `/balie/hulp/plek/${ids.get('Wijkpunt Zuiderhof')!}/wijzigen`],
  ['officer', () => '/balie/hulp/cursus/nieuw'],
  ['officer', () => `/balie/hulp/cursus/${ids.get('Veilig')!}`],
  ['officer', () => `/balie/hulp/cursus/${ids.get('Klik')!}`],
  ['officer', () => '/balie/hulp/postcodes'],
  ['officer', () => '/balie/hulp/inlezen'],
  ['library', () => '/balie/onze-hulp'],
  ['library', () => `/balie/onze-hulp/cursus/${ids.get('Klik')!}`],
  ['library', () => `/balie/onze-hulp/cursus/${ids.get('Klik')!}/bellijst`],
  ['library', () => `/balie/onze-hulp/cursus/${ids.get('Klik')!}/wijzigen`],
]
test.each(PAGES.map(([who, path], at) => [at, who, path] as const))('page %i of %s', async (_, who, path) => {
  await browser.open(who === 'officer' ? officer : library, path())
  expect(await barriersOf(browser.page)).toEqual([])
  expect(desk.faults.map(String)).toEqual([])
})
test('by keyboard a course is added, and what was wrong is told at its field', async () => {
  await browser.open(library, '/balie/onze-hulp/cursus/nieuw')
  expect(await browser.press('Cursus toevoegen')).toBe(422)
  expect(await barriersOf(browser.page)).toEqual([])
})
