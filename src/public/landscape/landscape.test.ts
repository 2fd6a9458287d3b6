/** The digital landscape from outside: figures beside those of before, groups without, spearpoints, API and files. */
import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSite } from '../../apps/site.ts'
import { testDatabase } from '../../../test/database.ts'
import { LANDSCAPE_PAGES, seedLandscape } from '../../../test/published-landscape.ts'
import { CITY, READ_ON, seedPublished, STORE } from '../../../test/published.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let site: Hono
beforeAll(async () => {
  database = await testDatabase()
  await seedPublished(database.db)
  await seedLandscape(database.db)
  site = createSite({
    today: READ_ON,
    store: STORE,
    municipality: 'voorbeeldstad',
    city: 'Voorbeeldstad',
    origin: 'https://leidraad.voorbeeldstad.nl',
    css: 'body{}',
    assets: {},
    db: database.publicDb,
  })
})
afterAll(() => database.close())
const text = async (path: string) => (await site.request(path)).text()

test.each(LANDSCAPE_PAGES.flatMap((path) => [path, `/en${path}`]))('%s is a page', async (path) => {
  const response = await site.request(path)
  expect(response.status).toBe(200)
  expect(await response.text()).not.toMatch(/undefined|\[object Object\]|NaN|Invalid Date/)
})

test('groups stand against themes, now beside before; one without figures says so and shows none', async () => {
  const page = await text('/landschap')
  expect(page).toContain('55 van 100, eerder 40')
  expect(page).toContain('70 van 100')
  expect(page).toContain('minstens 15')
  const row = /Groep C[\s\S]*?<\/tr>/.exec(page.slice(page.indexOf('id="groepen-tabel"')))![0]
  expect(row).toContain('minder dan 10, of niet te tonen')
  expect(row).not.toMatch(/\d+ van 100/)
  // Of an earlier publication as it was then, beside none.
  const first = await text('/landschap?publicatie=1')
  expect(first).toContain('40 van 100')
  expect(first).not.toContain(', eerder')
})

test('a group says what it begins with and one first step, what ended, and who agreed to be named', async () => {
  const page = await text('/groepen/A')
  expect(page).toContain('Dit kost weinig en raakt iedereen.')
  expect(page).toContain('De eerste stap')
  expect(page).toContain('ongeveer 60%')
  expect(page).toContain('De groep is er klaar mee.')
  expect(page).toContain('/organisaties/bakkerij-de-korenaar')
  expect(await text('/groepen/C')).toContain('Van deze groep tonen wij geen cijfers')
  expect(await text('/groepen/C')).not.toMatch(/\d+ van 100/)
  expect((await site.request('/groepen/E')).status).toBe(404)
  expect((await site.request('/groepen/straat-nergens')).status).toBe(404)
  expect(await text('/en/groepen/A')).toContain('The first step')
})

test('large enough and hardly measured is told apart from too small, and one section holds all scores', async () => {
  const row = { municipality: CITY, publication: 2, kind: 'street' as const, name: 'Boterplein' }
  await database.db
    .insertInto('published.landscape')
    .values({ ...row, organisations: 15, themes: '[]' })
    .execute()
  const page = await text('/landschap')
  const told = /Boterplein[\s\S]*?<\/tr>/.exec(page.slice(page.indexOf('id="straten-tabel"')))![0]
  expect(told).toContain('minstens 15')
  expect(told).toContain('te weinig gemeten, of niet te tonen')
  expect(told).not.toContain('te weinig organisaties')
  expect(page.match(/id="themas"/g)).toHaveLength(1)
  expect(page).not.toContain('id="thema-')
  await database.db.deleteFrom('published.landscape').where('name', '=', 'Boterplein').execute()
})

test('of a notch nothing is said where none is drawn', async () => {
  expect(await text('/landschap')).toContain('Het streepje is publicatie 1')
  // A middle moves too when somebody gets a score, or loses it.
  expect(await text('/landschap')).toContain('toen of nu geen score had')
  expect(await text('/landschap?publicatie=1')).not.toContain('Het streepje')
  // There is an earlier publication, and this group had no score in it.
  const page = await text('/groepen/B')
  expect(page).not.toContain('Het streepje')
  expect(page).not.toContain('toen of nu geen score had')
  expect(page).toContain('Eerder was er geen score om mee te vergelijken.')
})

test('a share is told of whom it is known of', async () => {
  expect(await text('/groepen/A')).toContain('van de organisaties van wie het bekend is')
})

test('all of it can be had as data', async () => {
  const api = (await (await site.request('/api/v1/landschap')).json()) as { resultaten: unknown[] }
  expect(api.resultaten).toContainEqual({
    soort: 'straat',
    groep: 'Kade',
    organisatiesMinstens: null,
    themas: [],
  })
  const points = (await (await site.request('/api/v1/speerpunten')).json()) as { resultaten: { norm: string }[] }
  expect(points.resultaten.map(({ norm }) => norm).toSorted()).toEqual(['PRV-02', 'VEI-11'])
  const file = await text('/open-data/landschap.csv')
  expect(file).toMatch(/groep[;,]A[;,]15/)
  expect(await text('/open-data/speerpunten.csv')).toContain('Dit kost weinig en raakt iedereen.')
})

test('the landscape speaks of all groups, and one that only ended counts as none', async () => {
  await database.db.updateTable('published.spearpoint').set({ ended_on: '2026-11-01' }).execute()
  const page = await text('/landschap')
  expect(page).toContain('Nog geen groep koos een speerpunt.')
  expect(page).not.toContain('Voor deze groep')
  expect(await text('/groepen/C')).toContain('Voor deze groep is nog geen speerpunt gekozen.')
})

test('a street leads to what inspectors saw there, where that is public, and nowhere else', async () => {
  const there = 'Wat schouwers in deze straat zagen'
  expect(await text('/landschap')).not.toContain(there)
  await database.db
    .insertInto('published.street_round')
    .values({
      municipality: CITY,
      round: '0198a000-0000-7000-8000-0000000000d1',
      slug: 'havenstraat',
      name: 'Havenstraat',
      begins_on: '2026-10-01',
      ends_on: '2026-10-02',
      until: '2027-10-01',
      told: '{}',
    })
    .execute()
  for (const path of ['/landschap', '/groepen/straat-havenstraat']) {
    expect(await text(path)).toContain('href="/straten/havenstraat"')
    expect((await text(path)).match(new RegExp(there, 'g'))).toHaveLength(1)
  }
  for (const path of ['/groepen/straat-kade', '/groepen/A']) expect(await text(path)).not.toContain(there)
})
