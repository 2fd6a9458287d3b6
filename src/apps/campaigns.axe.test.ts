/** The pages of campaigns, at the desk and for everybody, as the demo fills them: nothing keeps anybody out. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { build } from 'esbuild'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriersOf } from '../../test/barriers.ts'
import { csvOf } from '../../test/city/city.ts'
import { readDesk } from '../../test/city/desk/read.ts'
import { allSites } from '../../test/city/sites/all.ts'
import { LOOK, ORIGIN, testDeps, testDesk, type TestDesk } from '../../test/desk.ts'
import { groupAll } from '../../test/group-city.ts'
import { memoryStore } from '../../test/memory-home.ts'
import { fillCampaigns } from '../demo/campaigns.ts'
import { addPeople } from '../demo/desk.ts'
import { idsBy } from '../demo/store.ts'
import { readOrganisationsCsv } from '../features/organisations/csv.ts'
import { importOrganisations } from '../features/organisations/store.ts'
import { beginSession } from '../features/people/sessions-store.ts'
import { spoken } from '../lib/spoken-number.ts'
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
let campaigns: readonly { readonly id: string; readonly number: string; readonly title: string; state: string }[]

beforeAll(async () => {
  desk = await testDesk([])
  const { db, municipality, house } = desk
  await importOrganisations(db, municipality.id, readOrganisationsCsv(Buffer.from(csvOf(allSites))))
  await addPeople(db, municipality.id, readDesk(), Date.now(), new Map())
  people = await idsBy(db, municipality.id, 'person', 'email')
  await groupAll(db, municipality.id, people.get('chantal.vos@gemeente-sluiswijk.test')!)
  const probe = { publication: 1, leidraad: '1', axe: '4', lists: 'x', catalogue: '1' }
  await fillCampaigns({ db, municipality: municipality.id, norms: deps.catalogue.norms, probe })
  campaigns = await db.selectFrom('campaign').select(['id', 'number', 'title', 'state']).execute()
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
    void (request.url!.startsWith('/balie') ? atDesk : atSite)(request, response)
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

const of = (state: string, title = '') =>
  campaigns.find((each) => each.state === state && each.title.startsWith(title))!
const at = (state: string, more = '') => `/balie/campagnes/${of(state).id}${more}`
const open = (state: string, title = '') => `/samen/campagnes/${spoken(of(state, title).number)}`
const OFFICER = 'tarik.aydin'
const COLLEAGUE = 'chantal.vos'
const PAGES: readonly (readonly [name: string, who: string | undefined, path: () => string])[] = [
  ['campaigns', undefined, () => '/samen/campagnes'],
  ['campaigns in English', undefined, () => '/en/samen/campagnes'],
  ['one that waits for its draw', undefined, () => open('frozen')],
  ['one that runs', undefined, () => open('drawn')],
  ['one with nothing to see', undefined, () => open('told', 'Geen')],
  ['one with too little to say', undefined, () => open('told', 'Wie')],
  ['an outcome in English', undefined, () => `/en${open('told', 'Geen')}`],
  ['an unknown number', undefined, () => '/samen/campagnes/22222-22222'],
  ['campaigns at the desk', OFFICER, () => '/balie/campagnes'],
  ['choosing a norm', OFFICER, () => '/balie/campagnes/nieuw'],
  ['writing one', OFFICER, () => '/balie/campagnes/nieuw?norm=VEI-12'],
  ['a draft', OFFICER, () => at('draft')],
  ['changing a draft', OFFICER, () => at('draft', '/wijzigen')],
  ['fixed', COLLEAGUE, () => at('frozen')],
  ['drawn', OFFICER, () => at('drawn')],
  ['who goes first', OFFICER, () => at('drawn', '/wie')],
  ['who waits', OFFICER, () => at('drawn', '/wie?toon=wacht')],
  ['told', OFFICER, () => at('told')],
]

test.each(PAGES)('%s', async (name, who, path) => {
  await page.context().clearCookies()
  if (who !== undefined) {
    const person = people.get(`${who}@gemeente-sluiswijk.test`)!
    const cookie = await beginSession(desk.db, desk.municipality.id, person, 'full', 'test')
    await page.context().addCookies([{ name: 'balie', value: cookie, url: base }])
  }
  expect((await page.goto(base + path()))!.status()).toBe(name === 'an unknown number' ? 404 : 200)
  expect(await barriersOf(page)).toEqual([])
})
