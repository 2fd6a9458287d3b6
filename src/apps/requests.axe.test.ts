/** Rights, requests and ratings, for everybody and at the desk, as the demo fills them: nothing keeps anybody out. */
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriersOf } from '../../test/barriers.ts'
import { unasked } from '../../test/database.ts'
import { onPaper } from '../../test/on-paper.ts'
import { readDesk } from '../../test/city/desk/read.ts'
import { LOOK, ORIGIN, testDeps, testDesk, type TestDesk } from '../../test/desk.ts'
import { memoryStore } from '../../test/memory-home.ts'
import { keepContact } from '../db/contact.ts'
import { addPeople } from '../demo/desk.ts'
import { fillRatings } from '../demo/ratings.ts'
import { fillRequests } from '../demo/requests.ts'
import { idsBy } from '../demo/store.ts'
import { beginSession } from '../features/people/sessions-store.ts'
import type { CityContact } from '../model/letter.ts'
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

/** Opens a page, as somebody of the desk or as everybody. */
async function visit(who: string | undefined, path: string): Promise<void> {
  await page.context().clearCookies()
  if (who !== undefined) {
    const person = people.get(`${who}@gemeente-sluiswijk.test`)!
    const cookie = await beginSession(desk.db, desk.municipality.id, person, 'full', 'test')
    await page.context().addCookies([{ name: 'balie', value: cookie, url: base }])
  }
  expect((await page.goto(base + path))!.status()).toBe(200)
}

test.each(PAGES)('%s', async (_, who, path) => {
  await visit(who, path())
  expect(await barriersOf(page)).toEqual([])
  expect(desk.faults.map(String)).toEqual([])
})

const keeps = (contact: CityContact) => unasked(desk.db, (tx) => keepContact(tx, desk.municipality.id, contact))
const AROUND =
  /Leidraad balie|Uitloggen|Ctrl P|Alleen u ziet|De balie is voor|Klopt dit niet|creativecommons|Bron:|Print deze/
test('a letter and a slip go along alone, on one sheet', async () => {
  const id = idOfSent(deps.key, ['demo', 'nieuw'])
  const lies = people.get('lies.dewit@gemeente-sluiswijk.test')!
  await desk.db
    .updateTable('requester')
    .set({ typed_by: lies, channel: 'counter', created_at: new Date() })
    .where('id', '=', (eb) => eb.selectFrom('request').select('requester').where('id', '=', id))
    .execute()
  await keeps({
    phone: '14 071',
    email: 'digitaal@sluiswijk.test',
    counter: { name: 'Stadskantoor', address: 'Kade 1, Sluiswijk', hours: 'maandag tot en met vrijdag 9.00-17.00' },
  })
  await visit('lies.dewit', `/balie/verzoeken/${id}/bewijs`)
  const slip = await onPaper(page)
  expect(slip.sheets).toBe(1)
  expect(slip.words).not.toMatch(AROUND)
  expect(slip.words).not.toContain('Lies de Wit')
  for (const said of ['Sluiswijk', 'Bel ons op 14 071', 'Stadskantoor, Kade 1', '9.00-17.00', '/verzoeken'])
    expect(slip.words).toContain(said)
  // Nobody is told to call where no number was given.
  await keeps({ phone: '', email: '' })
  await page.reload()
  expect((await onPaper(page)).words).not.toMatch(/bel ons/i)
  const number = (
    await desk.db
      .selectFrom('request')
      .select('number')
      .where('id', '=', idOfSent(deps.key, ['demo', 'uitleg']))
      .executeTakeFirstOrThrow()
  ).number
  for (const [who, path] of [
    ['yara.bos', `${atDesk('uitleg')}/brief`],
    [undefined, `${secret('uitleg')}/brief/${number}`],
  ] as const) {
    await visit(who, path)
    const letter = await onPaper(page)
    expect(letter.sheets, path).toBe(1)
    expect(letter.words).not.toMatch(AROUND)
    expect(letter.words).not.toContain('Yara Bos')
    expect(letter.words).toContain('Ons antwoord op uw verzoek')
  }
})
test('the page of who asked prints no field to type in, and a form to fill in by pen nothing around it', async () => {
  await visit(undefined, secret('wacht'))
  expect(await page.locator('textarea').count()).toBeGreaterThan(0)
  const { words, sheets } = await onPaper(page)
  expect(sheets).toBe(1)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('textarea:visible, input:visible, button:visible').count()).toBe(0)
  await page.emulateMedia({ media: null })
  expect(words).toContain('Wat er gebeurde')
  await visit(undefined, '/rechten/inzage/papier')
  expect((await onPaper(page)).words).not.toMatch(/Klopt dit niet|Meld een fout/)
  // A page of the desk that is one form does not vanish.
  await visit('lies.dewit', '/balie/verzoeken/nieuw/inzage')
  expect((await onPaper(page)).words).toContain('Binnengekomen op')
})
