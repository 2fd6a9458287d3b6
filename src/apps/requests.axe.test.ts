/** Rights, requests and ratings, for everybody and at the desk, as the demo fills them: nothing keeps anybody out. */
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriersOf } from '../../test/barriers.ts'
import { readDesk } from '../../test/city/desk/read.ts'
import { LOOK, ORIGIN, testDeps, testDesk, type TestDesk } from '../../test/desk.ts'
import { memoryStore } from '../../test/memory-home.ts'
import { addPeople } from '../demo/desk.ts'
import { fillRatings } from '../demo/ratings.ts'
import { fillRequests } from '../demo/requests.ts'
import { idsBy } from '../demo/store.ts'
import { beginSession } from '../features/people/sessions-store.ts'
import { idOfSent, secretOf } from '../features/requests/rules.ts'
import { createDesk } from './desk.ts'
import { deskRoutes } from './desk-routes.ts'
import { createSite } from './site.ts'

const deps = testDeps()
let desk: TestDesk
let server: Server
let browser: Browser
let page: Page
let base = ''
let people: ReadonlyMap<string, string>

beforeAll(async () => {
  desk = await testDesk([])
  const { db, municipality, house } = desk
  const staff = readDesk().people.filter(({ rollen }) => !rollen.includes('partner'))
  await addPeople(db, municipality.id, { people: staff }, Date.now(), new Map())
  await fillRequests({ db, municipality: municipality.id, kinds: deps.requestKinds, key: deps.key })
  for (const [no, slug] of ['afspraken', 'belastingen', 'kaarten'].entries())
    await db
      .insertInto('published.entry')
      .values({
        municipality: municipality.id,
        register: 'producten',
        id: `00000000-0000-4000-8000-00000000000${no}`,
        version: 1,
        no: no + 1,
        slug,
        title: slug,
        values: '{}',
        search: slug,
      })
      .execute()
  await fillRatings({ db, municipality: municipality.id, register: 'producten' })
  people = await idsBy(db, municipality.id, 'person', 'email')
  const app = createDesk({
    city: 'Sluiswijk',
    key: deps.key,
    db: house.site,
    door: house.door,
    look: LOOK,
    origin: ORIGIN,
    routes: deskRoutes(deps),
    report: (error) => desk.faults.push(error),
  })
  const site = createSite({
    db: desk.publicDb,
    store: memoryStore(),
    municipality: municipality.slug,
    city: 'Sluiswijk',
    origin: ORIGIN,
    css: readFileSync('dist/app.css', 'utf8'),
    assets: {},
    contact: { email: 'digitaal@sluiswijk.test', phone: '14 071', days: 10 },
    registers: deps.registers,
    kinds: deps.requestKinds,
    requests: { key: deps.key, counted: async () => ({}), remake: deps.remake },
    report: (error) => desk.faults.push(error),
  })
  const [atDesk, atSite] = [getRequestListener(app.fetch), getRequestListener(site.fetch)]
  server = createServer((request, response) => {
    void (request.url!.startsWith('/balie') ? atDesk : atSite)(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH']! })
  page = await browser.newPage()
})
afterAll(async () => {
  await browser.close()
  server.closeAllConnections()
  server.close()
  await desk.close()
})

const secret = (name: string) => `/verzoeken/${secretOf(deps.key, idOfSent(deps.key, ['demo', 'who', name]))}`
const atDesk = (name: string) => `/balie/verzoeken/${idOfSent(deps.key, ['demo', name])}`
type Shown = readonly [name: string, who: string | undefined, path: () => string]
const open = (path: string): Shown => [path, undefined, () => path]
const PAGES: readonly Shown[] = [
  ...['/rechten', '/en/rechten', '/rechten/inzage', '/rechten/woo', '/en/rechten/klacht'].map(open),
  ...['/rechten/cijfers', '/rechten/inzage/papier', '/en/rechten/beperken/papier', '/verzoeken'].map(open),
  ...['/verzoeken/nieuw/inzage', '/verzoeken/nieuw/inzage?over=machtiging', '/en/verzoeken/nieuw/woo?over=niemand'].map(
    open,
  ),
  ...['/verzoeken/nieuw/woo?over=uzelf', '/verzoeken/nieuw/klacht', '/verzoeken/nieuw/beperken?over=kind'].map(open),
  ...['nieuw', 'te-laat', 'wacht', 'woo-camera', 'woo-dubbel', 'afgewezen', 'uitleg', 'opnieuw', 'ingetrokken'].map(
    (name): Shown => [`the page of who asked: ${name}`, undefined, () => secret(name)],
  ),
  ['the same in English', undefined, () => `/en${secret('afgewezen')}`],
  ...[
    '/oordelen',
    '/oordelen/afspraken',
    '/en/oordelen/kaarten',
    '/oordeel/afspraken?gelukt=no',
    '/oordeel/kaarten/dank',
  ].map(open),
  ['services', 'tarik.aydin', () => '/balie/oordelen'],
  ['one service', 'tarik.aydin', () => '/balie/oordelen/00000000-0000-4000-8000-000000000000'],
  ['the list', 'yara.bos', () => '/balie/verzoeken'],
  ['what is closed', 'lotte.brandsma', () => '/balie/verzoeken?toon=afgesloten'],
  ['one that is free', 'yara.bos', () => atDesk('nieuw')],
  ['one that is late', 'yara.bos', () => atDesk('te-laat')],
  ['one that waits', 'hidde.kramer', () => atDesk('wacht')],
  ['one that can be merged and handed over', 'hidde.kramer', () => atDesk('woo-camera')],
  ['one that was answered', 'yara.bos', () => atDesk('uitleg')],
  ['one of somebody else', 'tarik.aydin', () => atDesk('te-laat')],
  ['one for a child', 'yara.bos', () => atDesk('kind')],
  ['the kinds at the counter', 'lies.dewit', () => '/balie/verzoeken/nieuw'],
  ['typing one in', 'lies.dewit', () => '/balie/verzoeken/nieuw/inzage'],
]

test.each(PAGES)('%s', async (_, who, path) => {
  await page.context().clearCookies()
  if (who !== undefined) {
    const person = people.get(`${who}@gemeente-sluiswijk.test`)!
    const cookie = await beginSession(desk.db, desk.municipality.id, person, 'full', 'test')
    await page.context().addCookies([{ name: 'balie', value: cookie, url: base }])
  }
  expect((await page.goto(base + path()))!.status()).toBe(200)
  expect(await barriersOf(page)).toEqual([])
  expect(desk.faults.map(String)).toEqual([])
})
