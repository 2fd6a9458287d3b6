/** Events in a real browser: nothing keeps anybody out, and joining one works without script. */
import { serve } from '@hono/node-server'
import { build } from 'esbuild'
import type { AddressInfo } from 'node:net'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriersOf } from '../../test/barriers.ts'
import { testDatabase } from '../../test/database.ts'
import { seedEvents } from '../../test/event-city.ts'
import { memoryStore } from '../../test/memory-home.ts'
import { ensureMunicipality } from '../db/municipality.ts'
import { createSite } from './site.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let browser: Browser
let page: Page
let server: ReturnType<typeof serve>
let origin: string
let blocked: string[] = []
const numbers = new Map<string, number>()

beforeAll(async () => {
  database = await testDatabase()
  const { id } = await ensureMunicipality(database.db, 'Sluiswijk')
  await seedEvents(database.db, id)
  for (const { no, title } of await database.db.selectFrom('published.event').select(['no', 'title']).execute())
    numbers.set(title.endsWith('voorjaar') ? 'Voorjaar' : title.split(/[ :]/)[0]!, no)
  const css = await build({ entryPoints: ['src/web/app.css'], bundle: true, write: false })
  let app: ReturnType<typeof createSite> | undefined
  server = serve({ fetch: (request) => app!.fetch(request), port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => {
    server.once('listening', resolve)
  })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  app = createSite({
    db: database.publicDb,
    store: memoryStore(),
    municipality: 'sluiswijk',
    city: 'Sluiswijk',
    origin,
    css: css.outputFiles[0]!.text,
    assets: {},
    reports: { key: Buffer.alloc(32), counted: async () => ({}) },
  })
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium-headless-shell',
    args: ['--no-sandbox'],
  })
  page = await browser.newPage()
  page.on('console', (message) => {
    if (/Content Security Policy|Refused/.test(message.text())) blocked.push(message.text())
  })
})
afterAll(async () => {
  await browser?.close()
  server?.close()
  await database?.close()
})

test.each([
  '/samen/bijeenkomsten',
  '/samen/bijeenkomsten?toon=voorbij',
  '/samen/bijeenkomsten?soort=hack',
  '/samen/bijeenkomsten/Avond',
  '/samen/bijeenkomsten/Toegankelijke',
  '/samen/bijeenkomsten/Ontbijt',
  '/samen/bijeenkomsten/Sluiswijk',
  '/samen/bijeenkomsten/Hackathon',
  '/samen/bijeenkomsten/Voorjaar',
  '/samen/bijeenkomsten/Hack',
  '/samen/bijeenkomsten/hackregels',
  '/samen/opgeven/Voorjaar',
  '/en/samen/bijeenkomsten/Hack',
  '/en/samen/bijeenkomsten/hackregels',
  '/samen/opgeven/Avond',
  '/en/samen/bijeenkomsten',
  '/en/samen/bijeenkomsten/Hackathon',
  '/en/samen/opgeven/Toegankelijke',
])('%s', async (path) => {
  blocked = []
  const at = path.replace(/[A-Z]\w+$/, (title) => `${numbers.get(title)!}`)
  expect((await page.goto(origin + at))!.status()).toBe(200)
  expect(await barriersOf(page, [1280, 320])).toEqual([])
  expect(blocked).toEqual([])
})

test('without script somebody joins by e-mail, sees it, and leaves', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const bare = await context.newPage()
  await bare.goto(`${origin}/samen/bijeenkomsten/${numbers.get('Avond')!}`)
  await bare.getByRole('link', { name: 'Opgeven', exact: true }).click()
  await bare.getByLabel('Naam').fill('Toos')
  await bare.waitForTimeout(3_100)
  await bare.getByRole('button', { name: 'Opgeven' }).click()
  expect(await bare.locator('#fout-adres').textContent()).toContain('e-mailadres of een telefoonnummer')
  expect(await bare.getByLabel('Naam').inputValue()).toBe('Toos')
  await bare.getByLabel('E-mailadres').fill('toos@voorbeeld.test')
  await bare.getByRole('button', { name: 'Opgeven' }).click()
  expect(bare.url()).toMatch(/\/samen\/opgegeven\/[\w-]{43}$/)
  expect(await bare.locator('main').textContent()).toContain('U heeft een plaats.')
  expect(await bare.locator('main').textContent()).not.toMatch(/Toos|toos@/)
  await bare.getByRole('button', { name: 'Haal mij van de lijst' }).click()
  expect(await bare.getByRole('heading', { level: 1 }).textContent()).toBe('Hier staat niemand op de lijst')
  await context.close()
}, 30_000)
