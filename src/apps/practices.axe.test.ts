/** Good practices, for everybody and at the desk, as the demo fills them: nothing keeps anybody out. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { build } from 'esbuild'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriersOf } from '../../test/barriers.ts'
import { readDesk } from '../../test/city/desk/read.ts'
import { LOOK, ORIGIN, testDeps, testDesk, type TestDesk } from '../../test/desk.ts'
import { memoryStore } from '../../test/memory-home.ts'
import { addPeople } from '../demo/desk.ts'
import { fillPractices } from '../demo/practices.ts'
import { idsBy } from '../demo/store.ts'
import { addPractice } from '../features/practices/door-store.ts'
import { beginSession } from '../features/people/sessions-store.ts'
import { newSpokenNumber, spoken } from '../lib/spoken-number.ts'
import { hashOfToken } from '../lib/token.ts'
import { todayIn } from '../web/language.ts'
import { createDesk } from './desk.ts'
import { deskRoutes } from './desk-routes.ts'
import { createSite } from './site.ts'

const deps = testDeps()
const SECRET = 'S'.repeat(43)
let desk: TestDesk
let server: Server
let browser: Browser
let page: Page
let base = ''
let officer = ''
let practices: readonly { readonly id: string; readonly number: string; readonly state: string }[]

beforeAll(async () => {
  desk = await testDesk([])
  const { db, municipality, house } = desk
  const people = readDesk().people.filter(({ rollen }) => !rollen.includes('partner'))
  await addPeople(db, municipality.id, { people }, Date.now(), new Map())
  officer = (await idsBy(db, municipality.id, 'person', 'email')).get('imane.elamrani@gemeente-sluiswijk.test')!
  await fillPractices({ db, municipality: municipality.id })
  const own = { id: '0198a000-0000-7000-8000-00000000abcd', number: newSpokenNumber(), secret: hashOfToken(SECRET) }
  const words = { title: 'Een lang woord', organisation: 'Café', problem: 'Iets', gained: '', link: '' }
  const sent = { ...words, did: 'zonderstreepje'.repeat(40), name: 'Kim', email: 'kim@kl.test', norms: [] }
  const whole = { ...sent, ...own, municipality: municipality.id, licence: 'CC0-1.0', lang: 'nl' } as const
  await addPractice(db, whole, todayIn())
  practices = await db.selectFrom('practice').select(['id', 'number', 'state']).execute()
  const css = await build({
    entryPoints: ['src/web/app.css'],
    bundle: true,
    write: false,
    external: ['*.woff', '*.woff2'],
  })
  const report = (error: unknown) => void desk.faults.push(error)
  const { city, key } = { city: 'Sluiswijk', key: deps.key }
  const routes = deskRoutes(deps)
  const app = createDesk({ city, key, db: house.site, door: house.door, look: LOOK, origin: ORIGIN, routes, report })
  const site = createSite({
    db: desk.publicDb,
    store: memoryStore(),
    municipality: municipality.slug,
    city,
    origin: ORIGIN,
    css: css.outputFiles[0]!.text,
    assets: {},
    reports: { key, counted: async () => ({}) },
    report,
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

const of = (state: string) => practices.find((each) => each.state === state)!
const open = (state: string) => `/samen/praktijken/${spoken(of(state).number)}`
type Case = readonly [name: string, at: 'site' | 'desk', path: () => string, status?: number]
const PAGES: readonly Case[] = [
  ['the list', 'site', () => '/samen/praktijken'],
  ['the list of a norm without any', 'site', () => '/samen/praktijken?norm=OPE-04'],
  ['the list in English', 'site', () => '/en/samen/praktijken'],
  ['one', 'site', () => open('shown')],
  ['one in English', 'site', () => `/en${open('shown')}`],
  ['one that was withdrawn', 'site', () => open('withdrawn'), 410],
  ['one that is not there', 'site', () => '/samen/praktijken/22222-22222', 404],
  ['the form', 'site', () => '/samen/praktijken/delen'],
  ['the form in English', 'site', () => '/en/samen/praktijken/delen'],
  ['what was sent', 'site', () => `/samen/praktijken/delen/${SECRET}`],
  ['a link that opens nothing', 'site', () => `/samen/praktijken/delen/${'T'.repeat(43)}`, 404],
  ['what waits', 'desk', () => '/balie/praktijken'],
  ['what was looked at', 'desk', () => '/balie/praktijken?toon=nagekeken'],
  ['one that waits', 'desk', () => `/balie/praktijken/${of('sent').id}`],
  ['one with a long word', 'desk', () => `/balie/praktijken/0198a000-0000-7000-8000-00000000abcd`],
  ['one on the site', 'desk', () => `/balie/praktijken/${of('shown').id}`],
  ['one that was refused', 'desk', () => `/balie/praktijken/${of('refused').id}`],
]

test.each(PAGES.map((each) => [each[0], each] as const))('%s', async (_, [, where, path, status = 200]) => {
  await page.context().clearCookies()
  if (where === 'desk') {
    const cookie = await beginSession(desk.db, desk.municipality.id, officer, 'full', 'test')
    await page.context().addCookies([{ name: 'balie', value: cookie, url: base }])
  }
  expect((await page.goto(base + path()))!.status()).toBe(status)
  expect(await barriersOf(page)).toEqual([])
})
