/** Lessons in a real browser: nothing keeps anybody out, also without script, and nothing is sent of a learner. */
import { serve } from '@hono/node-server'
import { build } from 'esbuild'
import type { AddressInfo } from 'node:net'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriersOf, unfold } from '../../test/barriers.ts'
import { testDatabase } from '../../test/database.ts'
import { READ_ON, seedPublished, STORE } from '../../test/published.ts'
import { readLessons } from '../catalogue/lessons.ts'
import { readCatalogue } from '../catalogue/norms.ts'
import { createSite } from './site.ts'

const lessons = readLessons('leren', readCatalogue('norms'))
const [WIDE, NARROW] = [1280, 320]

let database: Awaited<ReturnType<typeof testDatabase>>
let browser: Browser
let page: Page
let server: ReturnType<typeof serve>
let origin: string
let blocked: string[] = []
beforeAll(async () => {
  database = await testDatabase()
  await seedPublished(database.db)
  const [css, client] = await Promise.all([
    build({ entryPoints: ['src/web/app.css'], bundle: true, write: false }),
    build({ entryPoints: ['src/web/client/lesson.ts'], bundle: true, write: false, format: 'esm' }),
  ])
  const app = createSite({
    today: READ_ON,
    db: database.publicDb,
    store: STORE,
    municipality: 'voorbeeldstad',
    city: 'Voorbeeldstad aan Zee',
    origin: 'https://leidraad.voorbeeldstad.nl',
    css: css.outputFiles[0]!.text,
    assets: { 'lesson.js': client.outputFiles[0]!.text },
    lessons,
    reports: { key: Buffer.alloc(32), counted: async () => ({}) },
  })
  server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => {
    server.once('listening', resolve)
  })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
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

const at = '/leren/lessen'
test.each([
  at,
  `${at}?q=wachtwort`,
  `${at}?q=xyzzy`,
  `${at}/phishing`,
  ...lessons[0]!.steps.map((_, index) => `${at}/${lessons[0]!.id}/${index + 1}`),
  `${at}/phishing/3?kijk=1`,
  `${at}/phishing/3?antwoord=a`,
  `${at}/phishing/3?antwoord=b`,
  `${at}/phishing/7`,
  `${at}/phishing/7?plaats-a=2&plaats-b=1&plaats-c=3`,
  `${at}/phishing/7?plaats-a=1&plaats-b=2&plaats-c=3`,
  `${at}/wachtwoorden/7?antwoord=a&antwoord=c`,
  `${at}/phishing/klaar`,
  `${at}/phishing/papier`,
  `${at}/digid-machtigen/samen`,
  `/en${at}`,
  `/en${at}/phishing/3?antwoord=a`,
  `/en${at}/phishing/klaar`,
  `/en${at}/na-een-hack/samen`,
])('%s', async (path) => {
  blocked = []
  await page.setViewportSize({ width: WIDE, height: 900 })
  expect((await page.goto(origin + path))!.status()).toBe(200)
  await unfold(page)
  for (const width of [WIDE, NARROW]) expect(await barriersOf(page, width), `at ${width}`).toEqual([])
  expect(blocked).toEqual([])
})
