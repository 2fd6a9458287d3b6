/** Places with help and courses in a real browser: nothing keeps anybody out, and signing up works without script. */
import { serve } from '@hono/node-server'
import { build } from 'esbuild'
import type { AddressInfo } from 'node:net'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriersOf } from '../../test/barriers.ts'
import { onPaper } from '../../test/on-paper.ts'
import { testDatabase } from '../../test/database.ts'
import { seedHelp } from '../../test/help-city.ts'
import { memoryStore } from '../../test/memory-home.ts'
import { ensureMunicipality } from '../db/municipality.ts'
import { createSite } from './site.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let browser: Browser
let page: Page
let server: ReturnType<typeof serve>
let origin: string
let blocked: string[] = []

beforeAll(async () => {
  database = await testDatabase()
  const { id } = await ensureMunicipality(database.db, 'Sluiswijk')
  await seedHelp(database.db, id)
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
  '/leren',
  '/leren/hulp',
  '/leren/hulp?postcode=2395&taal=nl&vandaag=ja',
  '/leren/hulp?postcode=12',
  '/leren/hulp?wijk=Zuiderhof&onderwerp=health',
  '/leren/hulp?taal=zh',
  '/leren/hulp?weergave=kaart',
  '/leren/hulp/plek/1',
  '/leren/hulp/plek/1/kaartje',
  '/leren/hulp/plek/4',
  '/leren/hulp/plek/5',
  '/leren/hulp/plek/6',
  '/leren/hulp/cursus/1',
  '/leren/hulp/cursus/3',
  '/leren/hulp/cursus/4',
  '/leren/hulp/cursus/8',
  '/leren/hulp/wijk/binnenstad',
  '/leren/hulp/cijfers',
  '/leren/inschrijven/1',
  '/leren/inschrijven/2',
  '/en/leren',
  '/en/leren/hulp',
  '/en/leren/hulp/plek/1',
  '/en/leren/hulp/cursus/2',
  '/en/leren/hulp/cijfers',
  '/en/leren/inschrijven/2',
])('%s', async (path) => {
  blocked = []
  expect((await page.goto(origin + path))!.status()).toBe(200)
  expect(await barriersOf(page, [1280, 320])).toEqual([])
  expect(blocked).toEqual([])
})

test('a card is one sheet of paper, with its code, and says nothing of today', async () => {
  await page.goto(`${origin}/leren/hulp/plek/1/kaartje`)
  const pdf = await page.pdf({ format: 'A4' })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  expect(await page.locator('.ld-card svg').count()).toBe(1)
  expect(await page.locator('.ld-card').textContent()).not.toMatch(/vandaag/i)
  await page.goto(`${origin}/leren/hulp/wijk/binnenstad`)
  expect(await page.locator('main').textContent()).not.toMatch(/vandaag/i)
  // Of a list to hang up neither the foot of the site nor where to report a mistake comes along.
  const { words } = await onPaper(page)
  expect(words).not.toMatch(/Klopt dit niet|Meld een fout|Toegankelijkheid/)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.ld-footer').isVisible()).toBe(false)
  const sizes = await page.evaluate(() =>
    ['.ld-onpaper .ld-card__days', '.ld-onpaper p'].map((each) =>
      parseFloat(getComputedStyle(document.querySelector(each)!).fontSize),
    ),
  )
  await page.emulateMedia({ media: null })
  expect(sizes[0]).toBeGreaterThanOrEqual(sizes[1]!)
})

test('without script somebody signs up, sees it, and takes it back', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const bare = await context.newPage()
  await bare.goto(`${origin}/leren/hulp/cursus/2`)
  await bare.getByRole('link', { name: 'Inschrijven' }).click()
  await bare.getByLabel('Naam').fill('Toos')
  await bare.getByLabel('Telefoonnummer').fill('nul zes')
  await bare.getByRole('button', { name: 'Inschrijven' }).click()
  // Sent sooner than anybody writes: it comes back with what was typed.
  expect(await bare.getByLabel('Naam').inputValue()).toBe('Toos')
  await bare.waitForTimeout(3_100)
  await bare.getByRole('button', { name: 'Inschrijven' }).click()
  expect(await bare.locator('#fout-telefoon').textContent()).toContain('06 12 34 56 78')
  await bare.getByLabel('Telefoonnummer').fill('06 12 34 56 78')
  await bare.getByRole('button', { name: 'Inschrijven' }).click()
  expect(bare.url()).toMatch(/\/leren\/ingeschreven\/[\w-]{43}$/)
  expect(await bare.locator('main').textContent()).toContain('U heeft een plaats.')
  expect(await bare.locator('main').textContent()).not.toMatch(/Toos|06 12/)
  await bare.getByRole('button', { name: 'Mij uitschrijven' }).click()
  expect(await bare.getByRole('heading', { level: 1 }).textContent()).toBe('Hier staat geen inschrijving')
  await context.close()
}, 30_000)
