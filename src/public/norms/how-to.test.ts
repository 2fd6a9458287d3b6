import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { READ_ON, seedPublished, STORE } from '../../../test/published.ts'
import { createSite } from '../../apps/site.ts'
import { reasonsOfChecks } from '../../engine/checks/all.ts'
import { readCatalogue } from '../../catalogue/norms.ts'
import { readLessons } from '../../catalogue/lessons.ts'
import { readRequestKinds } from '../../catalogue/requests.ts'
import { readRequirements } from '../../catalogue/requirements.ts'
import { inOrder } from './how-to.ts'

const catalogue = readCatalogue('norms', reasonsOfChecks)
// The small catalogue of this test has other norms than the requirements: the first is of one that it has.
const requirements = readRequirements('eisen', catalogue).requirements.map((each, at) =>
  at === 0 ? { ...each, norm: 'VEI-12' } : each,
)
const lessons = readLessons('leren', catalogue, readRequestKinds('verzoeken', catalogue))

let database: Awaited<ReturnType<typeof testDatabase>>
let at: (path: string) => Promise<Response>
beforeAll(async () => {
  database = await testDatabase()
  await seedPublished(database.db)
  const site = createSite({
    today: READ_ON,
    db: database.publicDb,
    store: STORE,
    municipality: 'voorbeeldstad',
    city: 'Voorbeeldstad aan Zee',
    origin: 'https://leidraad.voorbeeldstad.nl',
    css: '',
    assets: {},
    lessons,
    requirements,
  })
  at = async (path) => site.request(path)
})
afterAll(() => database.close())

const point = (id: string, weight: number, size?: 'small' | 'large') => ({
  ...catalogue.norms[0]!.criteria[0]!,
  id,
  weight,
  effort: size === undefined ? undefined : { size, why: '' },
})

test('what counts most comes first, of the same weight the least work, and advice last', () => {
  const told = inOrder([point('advice', 0, 'small'), point('large', 3, 'large'), point('small', 3, 'small')])
  expect(told.map(({ id }) => id)).toEqual(['small', 'large', 'advice'])
  expect(inOrder([point('a', 1), point('b', 2)]).map(({ id }) => id)).toEqual(['b', 'a'])
})

test('every norm says what one does first and what somebody sets', () => {
  for (const { criteria } of catalogue.norms)
    for (const { id, firstStep, repair } of criteria) {
      expect([id, firstStep.split(' ').length > 3, repair.split(' ').length > 3]).toEqual([id, true, true])
    }
})

test('both readings stand on one page, with the lessons and requirements of that norm alone', async () => {
  const lesson = lessons.find(({ norms }) => norms.includes('VEI-12'))!
  const other = lessons.find(({ norms }) => !norms.includes('VEI-12'))!
  const asked = requirements.filter(({ norm }) => norm === 'VEI-12')
  const page = await (await at('/normen/VEI-12/zo-doet-u-het')).text()
  expect(page).toContain('Vraag uw websitebouwer om vast contactpunt')
  expect(page).toContain('<code class="nl-code">Strict-Transport-Security')
  expect(page).toContain(`/leren/lessen/${lesson.id}`)
  expect(page).not.toContain(`/leren/lessen/${other.id}`)
  expect(asked.length).toBeGreaterThan(0)
  for (const { title } of asked) expect(page).toContain(title)
  expect(page).not.toContain(requirements.at(-1)!.title)
})

test('in English a point that is in Dutch only says so, and is marked as Dutch', async () => {
  const page = await (await at('/en/normen/VEI-12/zo-doet-u-het')).text()
  expect(page).toContain('exists in Dutch only')
  expect(page).toMatch(/<p class="nl-paragraph" lang="nl">Vraag uw websitebouwer/)
})

test('a norm that is not there has no page, and all that are stand in the list', async () => {
  expect((await at('/normen/VEI-99/zo-doet-u-het')).status).toBe(404)
  const list = await (await at('/leren/zo-doet-u-het')).text()
  expect([...list.matchAll(/\/normen\/[A-Z]{3}-\d\d\/zo-doet-u-het/g)].length).toBe(12)
})
