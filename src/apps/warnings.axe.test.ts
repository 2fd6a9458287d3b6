/** The pages of warnings, at the desk and for everybody, as the demo fills them: nothing keeps anybody out. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { build } from 'esbuild'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriersOf } from '../../test/barriers.ts'
import { readDesk } from '../../test/city/desk/read.ts'
import { addOrganisation, LOOK, ORIGIN, testDeps, testDesk, type TestDesk } from '../../test/desk.ts'
import { memoryStore } from '../../test/memory-home.ts'
import { fieldFor, registerFor } from '../catalogue/registers.ts'
import { asPerson } from '../db/as.ts'
import { addPeople } from '../demo/desk.ts'
import { idsBy } from '../demo/store.ts'
import { fillWarnings } from '../demo/warnings.ts'
import { beginSession } from '../features/people/sessions-store.ts'
import { spoken } from '../lib/spoken-number.ts'
import { addEntry } from '../registers/store.ts'
import { createDesk } from './desk.ts'
import { deskRoutes } from './desk-routes.ts'
import { createSite } from './site.ts'

const deps = testDeps()
const OFFICER = 'dennis.oosterhof@gemeente-sluiswijk.test'
const PARTNER = 'rob.visser@cafetanker.test'
let desk: TestDesk
let server: Server
let browser: Browser
let page: Page
let base = ''
let people: ReadonlyMap<string, string>
let warnings: readonly { readonly id: string; readonly number: string; readonly label: string | null; state: string }[]

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
  const clerk = people.get('tarik.aydin@gemeente-sluiswijk.test')!
  const register = registerFor(deps.registers, 'contract')!
  await asPerson(db, { municipality: municipality.id, person: clerk, organisation: null }, 'write', (tx) =>
    addEntry(tx, municipality.id, register, {
      values: { [fieldFor(register, 'title')!.id]: 'Zaaksysteem en formulieren' },
      by: clerk,
      way: 'form',
    }),
  )
  await fillWarnings({ db, municipality, origin: ORIGIN })
  warnings = await db.selectFrom('warning').select(['id', 'number', 'label', 'state']).execute()
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

const of = (label: string | null, state = 'sent') =>
  warnings.find((each) => each.label === label && each.state === state)!
const at = (label: string | null, more = '') => `/balie/waarschuwingen/${of(label, label ? 'sent' : 'open').id}${more}`
const open = (state: string) => `/samen/waarschuwingen/${spoken(of('CLEAR', state).number)}`
const PAGES: readonly (readonly [name: string, who: 'officer' | 'partner' | undefined, path: () => string])[] = [
  ['what we do together', undefined, () => '/samen'],
  ['warnings for everyone', undefined, () => '/samen/waarschuwingen'],
  ['warnings in English', undefined, () => '/en/samen/waarschuwingen'],
  ['warnings that are over', undefined, () => '/samen/waarschuwingen?toon=voorbij'],
  ['one for everyone', undefined, () => open('sent')],
  ['one in English', undefined, () => `/en${open('sent')}`],
  ['one that is over', undefined, () => open('ended')],
  ['an unknown number', undefined, () => '/samen/waarschuwingen/22222-22222'],
  ['warnings at the desk', 'officer', () => '/balie/waarschuwingen'],
  ['those that wait', 'officer', () => '/balie/waarschuwingen?toon=wacht'],
  ['CLEAR', 'officer', () => at('CLEAR')],
  ['GREEN', 'officer', () => at('GREEN')],
  ['AMBER', 'officer', () => at('AMBER')],
  ['AMBER+STRICT', 'officer', () => at('AMBER+STRICT')],
  ['RED, closed', 'officer', () => at('RED')],
  ['without a label', 'officer', () => at(null)],
  ['writing one', 'officer', () => '/balie/waarschuwingen/nieuw'],
  ['changing one', 'officer', () => at('GREEN', '/wijzigen')],
  ['reading one in', 'officer', () => '/balie/waarschuwingen/inlezen'],
  ['sources', 'officer', () => '/balie/waarschuwingen/bronnen'],
  ['clients', 'officer', () => '/balie/waarschuwingen/relaties'],
  ['warnings of a partner', 'partner', () => '/balie/waarschuwingen'],
  ['one for a partner', 'partner', () => at('GREEN')],
]
const signIn = async (who: 'officer' | 'partner' | undefined) => {
  await page.context().clearCookies()
  if (who === undefined) return
  const person = people.get(who === 'partner' ? PARTNER : OFFICER)!
  const cookie = await beginSession(desk.db, desk.municipality.id, person, 'full', 'test')
  await page.context().addCookies([{ name: 'balie', value: cookie, url: base }])
}

test.each(PAGES)('%s', async (name, who, path) => {
  await signIn(who)
  expect((await page.goto(base + path()))!.status()).toBe(name === 'an unknown number' ? 404 : 200)
  expect(await barriersOf(page)).toEqual([])
})

test('what is RED opens by keyboard, and nothing of it comes on paper', async () => {
  await signIn('officer')
  await page.goto(base + at('RED'))
  expect(await page.textContent('main')).not.toContain('ziekenhuis')
  await page.getByRole('button', { name: 'Lezen' }).press('Enter')
  await page.waitForURL(/lezen$/)
  expect(await page.textContent('main')).toContain('ziekenhuis')
  expect(await barriersOf(page)).toEqual([])
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(false)
  expect(await page.getByText('TLP:RED komt niet op papier.').isVisible()).toBe(true)
  await page.emulateMedia({ media: 'screen' })
})
