/**
 * A public map with pictures of a map service, in a real browser: it moves by mouse, keyboard and links, its marks lead
 * to what stands there, and without script it is the drawing.
 */
import axe from 'axe-core'
import { serve } from '@hono/node-server'
import { build } from 'esbuild'
import { createServer, type Server } from 'node:http'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { keyboardWalk } from '../../test/keyboard.ts'
import { memoryStore } from '../../test/memory-home.ts'
import { readRegisters } from '../catalogue/registers.ts'
import { keepBackground } from '../db/map-background.ts'
import { ensureMunicipality } from '../db/municipality.ts'
import { readBackground } from '../web/map/background.ts'
import { createSite } from './site.ts'

const register = readRegisters('registers').find(({ purpose }) => purpose === 'sensor')!
const MAP = `/registers/${register.id}?weergave=kaart`
/** One grey point. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGPYBwAA2wDaLh4CLwAAAABJRU5ErkJggg==',
  'base64',
)
/** By what kind of thing, and where: two together, two at the very same place, and two apart. */
const PLACES: readonly (readonly [string, string, number, number])[] = [
  ['Camera Plein', 'camera', 4.4911, 52.1601],
  ['Camera Steeg', 'camera', 4.4912, 52.16015],
  ['Teller Noord', 'personenteller', 4.4871, 52.1624],
  ['Teller Noord 2', 'personenteller', 4.4871, 52.1624],
  ['Geluidsmeter Kade', 'geluid', 4.4835, 52.158],
  ['Camera Brug', 'camera', 4.4935, 52.1575],
]

let database: Awaited<ReturnType<typeof testDatabase>>
let browser: Browser
let tiles: Server
let site: ReturnType<typeof serve>
let origin: string
const asked: string[] = []
const listening = async (server: Server | typeof site): Promise<string> => {
  if (!server.listening) await new Promise((resolve) => void server.once('listening', () => resolve(undefined)))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

beforeAll(async () => {
  database = await testDatabase()
  const { id: municipality } = await ensureMunicipality(database.db, 'Sluiswijk')
  const { background } = readBackground(readFileSync('test/city/desk/kaart.geojson', 'utf8'))
  await keepBackground(database.db, municipality, background)
  const rows = PLACES.map(([title, soort, lon, lat], at) => ({
    municipality,
    register: register.id,
    id: uuid(),
    no: at + 1,
    version: 1,
    slug: `${at + 1}-ding`,
    title,
    values: JSON.stringify({ naam: title, soort, plaats: { label: 'Hier', lon, lat } }),
    search: title,
    from_at: '2026-03-01T10:00:00Z',
  }))
  await database.db.insertInto('published.entry').values(rows).execute()
  tiles = createServer((request, answer) => {
    asked.push(request.url!)
    answer.writeHead(200, { 'Content-Type': 'image/png' }).end(PNG)
  }).listen(0, '127.0.0.1')
  const address = `${await listening(tiles)}/{z}/{x}/{y}.png`
  const [css, script] = await Promise.all([
    build({ entryPoints: ['src/web/app.css'], bundle: true, write: false }),
    build({ entryPoints: ['src/web/client/map.ts'], bundle: true, minify: true, write: false, format: 'esm' }),
  ])
  const app = createSite({
    db: database.publicDb,
    store: memoryStore(),
    municipality: 'sluiswijk',
    city: 'Sluiswijk',
    origin: 'https://leidraad.test',
    css: css.outputFiles[0]!.text,
    assets: { 'map.js': script.outputFiles[0]!.text },
    tiles: { address, source: 'Kaartdienst' },
    registers: [register],
  })
  site = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  origin = await listening(site)
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium-headless-shell',
    args: ['--no-sandbox'],
  })
})
afterAll(async () => {
  await browser?.close()
  site?.close()
  tiles?.close()
  await database?.close()
})

/** Opens a page in a context of its own; gives what the content policy refused and what went wrong in it. */
async function opened(path: string, options: BrowserContextOptions = {}): Promise<{ page: Page; wrong: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  const wrong: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy|Refused/.test(message.text())) wrong.push(message.text())
  })
  page.on('pageerror', (error) => wrong.push(error.message))
  await page.goto(origin + path)
  return { page, wrong }
}
const live = (page: Page) => page.locator('.ld-live')
const names = (page: Page) =>
  live(page)
    .getByRole('link')
    .evaluateAll((all) => all.map((one) => one.ariaLabel ?? ''))
const wide = async (page: Page) => {
  const [, number, unit] = /([\d,.]+) (kilo)?meter/.exec((await page.locator('[data-wide]').textContent())!)!
  return Number(number!.replace(',', '.')) * (unit ? 1_000 : 1)
}

test('the drawing becomes a map with pictures and the same marks; the content policy refuses nothing', async () => {
  const { page, wrong } = await opened(MAP)
  await live(page).locator('img.leaflet-tile-loaded').first().waitFor()
  expect(asked.some((url) => /^\/\d+\/\d+\/\d+\.png$/.test(url))).toBe(true)
  // A narrow screen has marks of its own, which a style hides here.
  const drawn = await page
    .locator('svg[data-map] .ld-map__wide a')
    .evaluateAll((all) => all.map((one) => one.ariaLabel))
  expect(await names(page)).toEqual(drawn)
  expect(drawn).toContain('Geluidsmeter Kade, Geluidsmeter')
  expect(await page.locator('svg[data-map]').isVisible()).toBe(false)
  expect(await page.locator('.ld-map__under').textContent()).toContain('Kaartbeeld: Kaartdienst.')
  expect(await page.locator('span[id^="op-"] > a').count()).toBe(PLACES.length)
  // The pictures stand: the style that a script sets is not refused either.
  const [picture, map] = await Promise.all([
    live(page).locator('img.leaflet-tile').first().boundingBox(),
    live(page).boundingBox(),
  ])
  expect(picture!.width).toBeGreaterThan(100)
  expect(map!.width / map!.height).toBeCloseTo(1.5, 1)
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  )
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([])
  expect(wrong).toEqual([])
  await page.context().close()
})

test('by keyboard the map moves and zooms, and every mark is reached, shows it and leads to its thing', async () => {
  const { page, wrong } = await opened(MAP, { reducedMotion: 'reduce' })
  await live(page).waitFor()
  expect(await keyboardWalk(page)).toEqual([])
  const before = await wide(page)
  await live(page).focus()
  await page.keyboard.press('+')
  await expect.poll(() => wide(page)).toBeLessThan(before * 0.6)
  await page.keyboard.press('-')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => page.getByRole('link', { name: 'Zet dit deel in de tabel' }).count()).toBe(1)
  await page.getByRole('link', { name: 'Hele kaart' }).press('Enter')
  await expect.poll(() => page.getByRole('link', { name: 'Zet dit deel in de tabel' }).count()).toBe(0)
  await live(page).getByRole('link', { name: 'Geluidsmeter Kade, Geluidsmeter' }).press('Enter')
  await page.waitForURL(/\/5-ding$/)
  expect(wrong).toEqual([])
  await page.context().close()
})

test('what stands together comes apart, with the focus on its first; at one place it leads to the table', async () => {
  const { page } = await opened(MAP, { reducedMotion: 'reduce' })
  const group = live(page).getByRole('link', { name: '2 bij elkaar: Camera Plein, Camera Steeg' })
  await group.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Camera Plein, Camera')
  expect(await names(page)).toContain('Camera Steeg, Camera')
  await page.getByRole('link', { name: 'Hele kaart' }).click()
  await live(page).getByRole('link', { name: '2 bij elkaar: Teller Noord, Teller Noord 2' }).click()
  expect(new URL(page.url()).hash).toMatch(/^#op-/)
  await page.context().close()
})

test('a mark by which the map is dragged is not followed, and one that is clicked is', async () => {
  const { page } = await opened(MAP, { reducedMotion: 'reduce' })
  const mark = live(page).getByRole('link', { name: 'Camera Brug, Camera' })
  await mark.hover()
  const { x, y } = (await mark.boundingBox())!
  await page.mouse.move(x + 14, y + 14)
  await page.mouse.down()
  await page.mouse.move(x - 60, y - 30, { steps: 5 })
  await page.mouse.up()
  expect(page.url()).toBe(origin + MAP)
  expect((await mark.boundingBox())!.x).toBeCloseTo(x - 74, -1)
  const to = await page.getByRole('link', { name: 'Zet dit deel in de tabel' }).getAttribute('href')
  expect(to).toMatch(/weergave=kaart&plek=/)
  await mark.click()
  await page.waitForURL(/\/6-ding$/)
  // The part that was looked at is an address: it says that it is a part.
  await page.goto(to!.replace('https://leidraad.test', origin))
  await page.getByRole('link', { name: 'Uitzoomen' }).click()
  await page.getByText('Buiten het deel dat u opende').waitFor()
  await page.context().close()
})

test('in a window of another size, and after one of none, it shows the same part of the city', async () => {
  const { page } = await opened(MAP, { reducedMotion: 'reduce' })
  await live(page).waitFor()
  const [before, marks] = [await wide(page), await names(page)]
  for (const size of [
    { width: 360, height: 700 },
    { width: 1, height: 1 },
    { width: 1280, height: 900 },
  ])
    await page.setViewportSize(size)
  await expect.poll(() => wide(page)).toBe(before)
  await expect.poll(() => names(page)).toEqual(marks)
  await page.context().close()
})

test('without script the drawing stands as it does, and a page without a map does not load the script', async () => {
  const { page } = await opened(MAP, { javaScriptEnabled: false })
  expect(await page.locator('svg.ld-map[data-map]').isVisible()).toBe(true)
  await page.getByRole('link', { name: 'Inzoomen' }).click()
  expect(page.url()).toContain('plek=')
  await page.context().close()
  const { page: list } = await opened(`/registers/${register.id}`)
  expect(await list.locator('script').count()).toBe(0)
  await list.context().close()
})
