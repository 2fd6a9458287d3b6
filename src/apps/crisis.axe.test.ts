/** The pages of help in need, at the desk and for everybody, as the demo fills them: nothing keeps anybody out. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { build } from 'esbuild'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriersOf } from '../../test/barriers.ts'
import { readDesk } from '../../test/city/desk/read.ts'
import { addOrganisation, LOOK, ORIGIN, testDeps, testDesk, type TestDesk } from '../../test/desk.ts'
import { keyboardWalk } from '../../test/keyboard.ts'
import { memoryStore } from '../../test/memory-home.ts'
import { fillBuddies } from '../demo/buddies.ts'
import { addPeople } from '../demo/desk.ts'
import { idsBy } from '../demo/store.ts'
import { beginSession } from '../features/people/sessions-store.ts'
import { createDesk } from './desk.ts'
import { deskRoutes } from './desk-routes.ts'
import { createSite } from './site.ts'

const deps = testDeps()
const OFFICER = 'dennis.oosterhof@gemeente-sluiswijk.test'
const ASKER = 'rob.visser@cafetanker.test'
const BUDDY = 'kim.tran@klikkado.test'
let desk: TestDesk
let server: Server
let browser: Browser
let page: Page
let base = ''
let people: ReadonlyMap<string, string>
const ids = new Map<string, string>()

beforeAll(async () => {
  desk = await testDesk([])
  const { db, municipality, house } = desk
  const demo = readDesk()
  const organisations = new Map<string, string>()
  for (const { organisatie } of demo.people)
    if (!organisations.has(organisatie))
      organisations.set(organisatie, await addOrganisation(db, municipality.id, organisatie))
  await addPeople(db, municipality.id, demo, Date.now(), organisations)
  people = await idsBy(db, municipality.id, 'person', 'email')
  await fillBuddies({ db, municipality, origin: ORIGIN })
  for (const { id, state, by } of await db.selectFrom('incident').select(['id', 'state', 'by']).execute())
    ids.set(`${state} ${by}`, id)
  const css = await build({
    entryPoints: ['src/web/app.css'],
    bundle: true,
    write: false,
    external: ['*.woff', '*.woff2'],
  })
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
    css: css.outputFiles[0]!.text,
    assets: {},
    report: (error) => desk.faults.push(error),
  })
  const [atDesk, atSite] = [getRequestListener(app.fetch), getRequestListener(site.fetch)]
  server = createServer((request, response) => {
    if (request.url === '/leidraad.css') response.setHeader('content-type', 'text/css').end(css.outputFiles[0]!.text)
    else void (request.url!.startsWith('/balie') ? atDesk : atSite)(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH']! })
  page = await browser.newPage()
}, 300_000)
afterAll(async () => {
  expect(desk.faults).toEqual([])
  await browser.close()
  server.closeAllConnections()
  server.close()
  await desk.close()
})

const PLACE = '/balie/hulp-in-nood'
const incident = (state: string, of: string) => `${PLACE}/${ids.get(`${state} ${people.get(of)}`)}`
const offer = async (of: string) =>
  `${PLACE}/aanbod/${
    (
      await desk.db
        .selectFrom('buddy_offer')
        .select('id')
        .where('person', '=', people.get(of)!)
        .executeTakeFirstOrThrow()
    ).id
  }`
const PAGES: readonly (readonly [name: string, who: string | undefined, path: () => string | Promise<string>])[] = [
  ['help in need for everyone', undefined, () => '/samen/hulp-in-nood'],
  ['help in need in English', undefined, () => '/en/samen/hulp-in-nood'],
  ['help in need at the desk', OFFICER, () => PLACE],
  ['an incident that runs', OFFICER, () => incident('open', ASKER)],
  ['asking for help', ASKER, () => `${PLACE}/vragen`],
  ['what was asked', ASKER, () => incident('open', ASKER)],
  ['what one offers', BUDDY, () => PLACE],
  ['being called', BUDDY, () => incident('open', ASKER)],
  ['an offer', BUDDY, () => offer(BUDDY)],
  ['changing an offer', BUDDY, async () => `${await offer(BUDDY)}/wijzigen`],
  ['an offer to sign', 'peter.hoekstra@sluislyceum.test', () => offer('peter.hoekstra@sluislyceum.test')],
  [
    'an incident that is over',
    'irma.smit@zorggroepdekade.test',
    () => incident('ended', 'irma.smit@zorggroepdekade.test'),
  ],
]

test.each(PAGES)('%s', async (name, who, path) => {
  await page.context().clearCookies()
  if (who !== undefined) {
    const cookie = await beginSession(desk.db, desk.municipality.id, people.get(who)!, 'full', 'test')
    await page.context().addCookies([{ name: 'balie', value: cookie, url: base }])
  }
  const to = await path()
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 })
    const answer = await page.goto(base + to)
    expect(answer!.status()).toBe(200)
    expect(await barriersOf(page, width), `at ${width}`).toEqual([])
    if (process.env['SHOTS'])
      await page.screenshot({
        path: `${process.env['SHOTS']}/${name.replaceAll(' ', '-')}-${width}.png`,
        fullPage: true,
      })
  }
  expect(await keyboardWalk(page)).toEqual([])
})
