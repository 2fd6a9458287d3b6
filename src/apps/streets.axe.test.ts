/** The pages of streets, at the desk and for everybody, as the demo fills them: nothing keeps anybody out. */
import { randomBytes } from 'node:crypto'
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
import { idsBy } from '../demo/store.ts'
import { fillStreets } from '../demo/streets.ts'
import { beginSession } from '../features/people/sessions-store.ts'
import { ownerSecret } from '../features/streets/rules.ts'
import { createDesk } from './desk.ts'
import { deskRoutes } from './desk-routes.ts'
import { createSite } from './site.ts'

const deps = { ...testDeps(), key: randomBytes(32) }
let desk: TestDesk
let server: Server
let browser: Browser
let page: Page
let base = ''
let street = ''
let rounds: readonly string[] = []
let places: ReadonlyMap<string, string>
let people: ReadonlyMap<string, string>

beforeAll(async () => {
  desk = await testDesk([])
  const { db, municipality, house } = desk
  const city = readDesk()
  await addPeople(
    db,
    municipality.id,
    { people: city.people.filter(({ rollen }) => !rollen.includes('partner')) },
    Date.now(),
    new Map(),
  )
  await fillStreets({ db, municipality: municipality.id, streets: city.streets, deps })
  people = await idsBy(db, municipality.id, 'person', 'email')
  street = (await db.selectFrom('street').select('id').executeTakeFirstOrThrow()).id
  rounds = (await db.selectFrom('street_round').select('id').orderBy('begins_on').execute()).map(({ id }) => id)
  places = new Map((await db.selectFrom('premises').select(['name', 'id']).execute()).map(({ name, id }) => [name, id]))
  const shared = { city: 'Sluiswijk', key: deps.key }
  const app = createDesk({
    ...shared,
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
    owners: { catalogue: deps.catalogue, questionnaires: deps.questionnaires, counted: async () => ({}) },
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

const round = (no: number, more = '') => `/balie/straten/${street}/rondes/${rounds[no]!}${more}`
const walk = (no: number, name: string, more = '') => round(no, `/panden/${places.get(name)!}${more}`)
const OWNER = () => `/schouw/${ownerSecret(deps.key, rounds[0]!, places.get('Draad & Knoop')!)}`
const PAGES: readonly (readonly [name: string, who: string | undefined, path: () => string])[] = [
  ['streets at the desk', 'chantal.vos', () => '/balie/straten'],
  ['a street', 'chantal.vos', () => `/balie/straten/${street}`],
  ['a new premises', 'chantal.vos', () => `/balie/straten/${street}/panden/nieuw`],
  ['a premises', 'chantal.vos', () => `/balie/straten/${street}/panden/${places.get('Kapsalon Krul')!}`],
  ['planning a round', 'chantal.vos', () => `/balie/straten/${street}/rondes/nieuw`],
  ['a round that is public', 'imane.elamrani', () => round(0)],
  ['a round that is walked', 'chantal.vos', () => round(2)],
  ['two who differ', 'imane.elamrani', () => walk(1, 'Kapsalon Krul')],
  ['an outcome with a reaction', 'imane.elamrani', () => walk(0, 'Draad & Knoop')],
  ['the letter to an owner', 'imane.elamrani', () => walk(0, 'Draad & Knoop', '/brief')],
  ['the sheet', 'chantal.vos', () => round(2, '/blad')],
  ['typing a sheet', 'chantal.vos', () => round(2, '/overtypen')],
  ['the rounds of an inspector', 'joke.terlouw', () => '/balie/schouw'],
  ['a round on a phone', 'joke.terlouw', () => `/balie/schouw/${rounds[2]!}`],
  [
    'a correction',
    'joke.terlouw',
    () => `/balie/schouw/${rounds[2]!}/panden/${places.get('Boekhandel De Leesplank')!}`,
  ],
  ['all streets', undefined, () => '/straten'],
  ['all streets in English', undefined, () => '/en/straten'],
  ['one street', undefined, () => '/straten/havenstraat'],
  ['one street in English', undefined, () => '/en/straten/havenstraat'],
  ['the page of an owner', undefined, OWNER],
  ['the page of an owner in English', undefined, () => `/en${OWNER()}`],
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
