/** Events at the desk, as the demo fills them: nothing keeps anybody out, of staff or of an organisation. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, testDeps, testDesk, type TestDesk, type TestPerson } from '../../test/desk.ts'
import { deskInBrowser, type DeskInBrowser } from '../../test/desk-browser.ts'
import { seedEvents } from '../../test/event-city.ts'
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
  await seedEvents(desk.db, id)
  const { id: organisation } = await desk.db.selectFrom('organisation').select('id').executeTakeFirstOrThrow()
  officer = await addPerson(desk.db, id, ['policy-officer'], 'Ambtenaar')
  library = await addPerson(desk.db, id, ['partner'], 'Bieb', organisation)
  for (const { id: own, title } of await desk.db.selectFrom('event').select(['id', 'title']).execute())
    ids.set(title.endsWith('voorjaar') ? 'Voorjaar' : title.split(/[ :]/)[0]!, own)
  for (const { id: own, name } of await desk.db.selectFrom('hack_target').select(['id', 'name']).execute())
    ids.set(name.split(' ')[0]!, own)
  const found = await desk.db.selectFrom('hack_finding').select('id').limit(1).executeTakeFirstOrThrow()
  ids.set('Melding', found.id)
  browser = await deskInBrowser(desk)
})
afterAll(async () => {
  await browser.close()
  await desk.close()
})

const PAGES: readonly (readonly [who: 'officer' | 'library', path: string])[] = [
  ['officer', '/balie/evenementen'],
  ['officer', '/balie/evenementen?q=bestaat-niet'],
  ['officer', '/balie/evenementen/nieuw'],
  ['officer', '/balie/evenementen/Toegankelijke'],
  ['officer', '/balie/evenementen/Ontbijt'],
  ['officer', '/balie/evenementen/Stadsgesprek'],
  ['officer', '/balie/evenementen/Hack'],
  ['officer', '/balie/evenementen/Hack/hack'],
  ['officer', '/balie/evenementen/Voorjaar/hack'],
  ['officer', '/balie/evenementen/Hack/hack/afspraken'],
  ['officer', '/balie/evenementen/Hack/hack/systeem'],
  ['officer', '/balie/evenementen/Hack/hack/systeem/Parkeren'],
  ['officer', '/balie/evenementen/Hack/hack/systeem/Parkeren/wijzigen'],
  ['officer', '/balie/evenementen/Hack/hack/systeem/Parkeren/brief'],
  ['officer', '/balie/evenementen/Hack/hack/bevinding'],
  ['officer', '/balie/evenementen/Hack/hack/bevinding/Melding'],
  ['library', '/balie/onze-evenementen'],
  ['library', '/balie/onze-evenementen/Avond'],
  ['library', '/balie/onze-evenementen/Avond/deelnemerslijst'],
  ['library', '/balie/onze-evenementen/Avond/wijzigen'],
  ['library', '/balie/onze-evenementen/Verkoop'],
]
test.each(PAGES)('for %s %s', async (who, path) => {
  const at = path.replaceAll(/\/([A-Z]\w+)/g, (_, title: string) => `/${ids.get(title)!}`)
  await browser.open(who === 'officer' ? officer : library, at)
  expect(await barriersOf(browser.page)).toEqual([])
  expect(desk.faults.map(String)).toEqual([])
})
test('by keyboard an event is proposed, and what was wrong is told at its field', async () => {
  await browser.open(library, '/balie/onze-evenementen/nieuw')
  expect(await browser.press('Voorstellen')).toBe(422)
  expect(await barriersOf(browser.page)).toEqual([])
})
