/** The pages of suppliers, on screens wide and narrow and on paper: nothing keeps anybody out or sticks out. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { build } from 'esbuild'
import { chromium, type Browser, type Page } from 'playwright-core'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriersOf } from '../../test/barriers.ts'
import { unasked } from '../../test/database.ts'
import { addOrganisation, addPerson, LOOK, ORIGIN, testDeps, testDesk, type TestDesk } from '../../test/desk.ts'
import { keepBehind } from '../features/suppliers/keep-store.ts'
import { beginSession } from '../features/people/sessions-store.ts'
import { daysAfter } from '../lib/iso-date.ts'
import { todayIn } from '../web/language.ts'
import { createDesk } from './desk.ts'
import { deskRoutes } from './desk-routes.ts'

const deps = testDeps()
let desk: TestDesk
let server: Server
let browser: Browser
let page: Page
let base = ''
let bakery = ''
const who: Record<string, string> = {}

beforeAll(async () => {
  desk = await testDesk([])
  const { db, municipality, house } = desk
  bakery = await addOrganisation(db, municipality.id, 'Bakkerij De Korenaar')
  who['partner'] = (await addPerson(db, municipality.id, ['partner'], 'Bram', bakery)).id
  who['security'] = (await addPerson(db, municipality.id, ['security-officer'], 'Sanne')).id
  const [subject, address] = [uuid(), 'een-tamelijk-lang-e-maildomein-van-een-bakker.test']
  const key = { municipality: municipality.id, id: subject, organisation: bakery }
  await unasked(db, (tx) =>
    tx
      .insertInto('subject')
      .values({ ...key, kind: 'mail-domain', address })
      .execute(),
  )
  const long = `v=spf1 ${'include:spf.een-dienst-met-een-lange-naam.test '.repeat(6)}-all`
  const nodes = Array.from({ length: 11 }, (_, at) => ({
    name: `spf${at}.een-dienst-met-een-zeer-lange-naam-die-nergens-past.test`,
    by: at === 0 ? null : Math.floor((at - 1) / 2),
    term: 'include:x',
    record: long,
  }))
  const spf = { nodes, lookups: 11, fault: 'lookups', problem: 'mx', reached: ['192.0.2.0/24', '2001:db8::/32'] }
  const owner = { service: 'Post', parent: 'Post Inc.', country: 'US', source: 'post.test', listed: '2026-11-01' }
  const today = todayIn()
  await house.worker.transaction().execute((tx) =>
    keepBehind(tx, [
      {
        municipality: municipality.id,
        subject,
        address,
        at: `${today}T03:00:00Z`,
        behind: {
          suppliers: [
            { name: 'Post Europe BV', owner, signs: [{ way: 'spf', name: nodes[3]!.name, at: address }] },
            {
              name: 'rapport.test',
              owner: null,
              signs: [{ way: 'dmarc', name: 'rapport.test', at: `_dmarc.${address}` }],
            },
          ],
          expiries: [{ kind: 'certificate', name: address, until: daysAfter(today, 9) }],
          reports: [{ kind: 'dmarc', to: 'rapport.test' }],
          spf,
          domain: { name: address, told: 'unpublished', leaving: false },
        },
        watch: {
          dangling: [{ from: `shop.${address}`, by: 'alias', target: `winkel.${nodes[4]!.name}`, free: true }],
          alike: [{ name: `www${address}`, mail: true, sameServers: true }],
          asked: 90,
          unanswered: 2,
        },
      },
    ]),
  )
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
  const atDesk = getRequestListener(app.fetch)
  server = createServer((request, response) => {
    if (request.url === LOOK.css) response.setHeader('content-type', 'text/css').end(css.outputFiles[0]!.text)
    else void atDesk(request, response)
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

async function open(as: string, path: string): Promise<void> {
  await page.context().clearCookies()
  const cookie = await beginSession(desk.db, desk.municipality.id, who[as]!, 'full', 'test')
  await page.context().addCookies([{ name: 'balie', value: cookie, url: base }])
  expect((await page.goto(base + path))!.status()).toBe(200)
}

const PAGES: readonly (readonly [name: string, as: string, path: () => string])[] = [
  ['the own suppliers', 'partner', () => '/balie/onze-leveranciers'],
  ['those of one organisation', 'security', () => `/balie/organisaties/${bakery}/leveranciers`],
  ['those of the city', 'security', () => '/balie/leveranciers'],
]

test.each(PAGES)('%s', async (_, as, path) => {
  await open(as, path())
  expect(await barriersOf(page)).toEqual([])
  expect(desk.faults.map(String)).toEqual([])
})

const rightOf = (box: { readonly x: number; readonly width: number } | null): number => box!.x + box!.width

test('every record of the tree is drawn inside the picture, and stands in the list', async () => {
  await open('partner', '/balie/onze-leveranciers')
  const boxes = await page.locator('.ld-tree rect').all()
  const drawn = await Promise.all(boxes.map(async (box) => rightOf(await box.boundingBox())))
  const edge = rightOf(await page.locator('.ld-tree').boundingBox())
  expect(drawn).toHaveLength(11)
  expect(Math.max(...drawn)).toBeLessThanOrEqual(edge + 0.5)
  expect(await page.locator('section[aria-labelledby="e-mail"] details li').count()).toBe(11)
})

test('on paper it is all there', async () => {
  await open('partner', '/balie/onze-leveranciers')
  await page.emulateMedia({ media: 'print' })
  for (const each of ['#bedrijven', '.ld-tree', '#afloop', '#losse-namen', '#lijkt'])
    expect(await page.locator(each).first().isVisible()).toBe(true)
  await page.emulateMedia({ media: null })
})
