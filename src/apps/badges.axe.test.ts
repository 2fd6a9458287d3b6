/** The pages of badges, at the desk and for everybody, as the demo fills them: nothing keeps anybody out. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { build } from 'esbuild'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriersOf } from '../../test/barriers.ts'
import { readDesk } from '../../test/city/desk/read.ts'
import { addOrganisation, addPerson, LOOK, ORIGIN, testDeps, testDesk, type TestDesk } from '../../test/desk.ts'
import { memoryStore } from '../../test/memory-home.ts'
import { fillBadges } from '../demo/badges.ts'
import { addPeople } from '../demo/desk.ts'
import { idsBy } from '../demo/store.ts'
import { badgeTimers } from '../features/badges/timers.ts'
import { beginSession } from '../features/people/sessions-store.ts'
import { spoken } from '../lib/spoken-number.ts'
import { tick } from './clock.ts'
import { createDesk } from './desk.ts'
import { deskRoutes } from './desk-routes.ts'
import { createSite } from './site.ts'

const deps = testDeps()
const NAMES = ['Bakkerij De Korenaar', 'Kapsalon Krul', 'Boekhandel De Leesplank', 'Pizzeria Porto Vecchio']
let desk: TestDesk
let server: Server
let browser: Browser
let page: Page
let base = ''
let partner = ''
let sighting = ''
let fresh = ''
let people: ReadonlyMap<string, string>
let badges: ReadonlyMap<string, { readonly id: string; readonly number: string }>

beforeAll(async () => {
  desk = await testDesk([])
  const { db, municipality, house } = desk
  const staff = readDesk().people.filter(({ rollen }) => !rollen.includes('partner'))
  await addPeople(db, municipality.id, { people: staff }, Date.now(), new Map())
  for (const name of NAMES) await addOrganisation(db, municipality.id, name)
  await fillBadges({ db, municipality: municipality.id }, deps.catalogue.norms)
  people = await idsBy(db, municipality.id, 'person', 'email')
  const organisations = await idsBy(db, municipality.id, 'organisation', 'name')
  fresh = organisations.get(NAMES[3]!)!
  partner = (await addPerson(db, municipality.id, ['partner'], 'Bram', organisations.get(NAMES[0]!)!)).id
  const rows = await db.selectFrom('badge').select(['holder', 'id', 'number']).execute()
  badges = new Map(rows.map(({ holder, ...rest }) => [holder, rest]))
  const [subject, address] = [crypto.randomUUID(), 'www.boekhandeldeleesplank.test']
  const organisation = organisations.get(NAMES[2]!)!
  sighting = crypto.randomUUID()
  await db
    .insertInto('subject')
    .values({ municipality: municipality.id, id: subject, organisation, kind: 'website', address })
    .execute()
  await db
    .insertInto('badge_sighting')
    .values({
      municipality: municipality.id,
      id: sighting,
      subject,
      organisation,
      address,
      number: badges.get(NAMES[2]!)!.number,
      page: `https://${address}/`,
      shown: true,
      first_at: new Date(),
      last_at: new Date(),
    })
    .execute()
  await tick(db, { timers: badgeTimers, postman: undefined, origin: ORIGIN })
  const css = await build({ entryPoints: ['src/web/app.css'], bundle: true, write: false })
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
})
afterAll(async () => {
  await browser.close()
  server.closeAllConnections()
  server.close()
  await desk.close()
})

const of = (holder: number) => badges.get(NAMES[holder]!)!
const open = (holder: number, more = '') => `/badges/${spoken(of(holder).number)}${more}`
const PAGES: readonly (readonly [name: string, who: 'officer' | 'partner' | undefined, path: () => string])[] = [
  ['all badges', undefined, () => '/badges'],
  ['all badges in English', undefined, () => '/en/badges'],
  ['a valid badge', undefined, () => open(0)],
  ['a valid badge in English', undefined, () => `/en${open(0)}`],
  ['a badge that ends soon', undefined, () => open(1)],
  ['a badge that ended', undefined, () => open(2)],
  ['a badge that was withdrawn', undefined, () => open(3)],
  ['an unknown number', undefined, () => '/badges/22222-22222'],
  ['a sign', undefined, () => open(0, '/bord')],
  ['badges at the desk', 'officer', () => '/balie/badges'],
  ['a badge at the desk', 'officer', () => `/balie/badges/${of(0).id}`],
  ['who can get one', 'officer', () => '/balie/badges/nieuw'],
  ['giving one', 'officer', () => `/balie/badges/nieuw?organisatie=${fresh}`],
  ['one on a site', 'officer', () => `/balie/badges/gezien/${sighting}`],
  ['the own badge', 'partner', () => '/balie/onze-badge'],
]

test.each(PAGES)('%s', async (name, who, path) => {
  await page.context().clearCookies()
  if (who !== undefined) {
    const person = who === 'partner' ? partner : people.get('chantal.vos@gemeente-sluiswijk.test')!
    const cookie = await beginSession(desk.db, desk.municipality.id, person, 'full', 'test')
    await page.context().addCookies([{ name: 'balie', value: cookie, url: base }])
  }
  expect((await page.goto(base + path()))!.status()).toBe(name === 'an unknown number' ? 404 : 200)
  expect(await barriersOf(page)).toEqual([])
  expect(desk.faults.map(String)).toEqual([])
})

test('a sign is one sheet of paper, with its code, and nothing around it', async () => {
  for (const [paper, width] of [
    ['a4', 595],
    ['a5', 420],
  ] as const) {
    await page.goto(`${base}${open(0, `/bord?maat=${paper}`)}`)
    const sheets = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
    expect(sheets.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    expect(Number(/\/MediaBox\s*\[0 0 ([\d.]+)/.exec(sheets)![1])).toBeCloseTo(width, -1)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('header, footer, .ld-wrong').filter({ visible: true }).count()).toBe(0)
    expect(await page.locator('.ld-sign .ld-qr').isVisible()).toBe(true)
    await page.emulateMedia({ media: null })
  }
})

test('the two kinds are told apart where a reader chose the colours', async () => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(base + open(0))
  const mark = page.locator('.ld-badgemark').first()
  expect(await mark.innerText()).toContain('Gezien: voldoet')
  const [ink, ground, tick] = await mark.evaluate((each) => [
    getComputedStyle(each).color,
    getComputedStyle(document.body).backgroundColor,
    getComputedStyle(each.querySelector('.ld-badgemark__tick')!).stroke,
  ])
  expect(ink).not.toBe(ground)
  expect(tick).not.toBe(ink)
  await page.emulateMedia({ forcedColors: null })
})
