/**
 * The public site in a real browser: axe finds nothing, the content policy blocks nothing, nothing sticks out at 320
 * px.
 */
import axe from 'axe-core'
import { serve } from '@hono/node-server'
import { build } from 'esbuild'
import type { AddressInfo } from 'node:net'
import { chromium, type Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase, unasked } from '../../test/database.ts'
import { keyboardWalk } from '../../test/keyboard.ts'
import { CITY, READ_ON, seedPublished, STORE } from '../../test/published.ts'
import { seedToetsen } from '../../test/published-toetsen.ts'
import { hashOfToken } from '../lib/token.ts'
import { createSite } from './site.ts'

const website = '/organisaties/bakkerij-de-korenaar/www.bakkerij-de-korenaar.nl'
const kinds = [
  '/',
  '/organisaties',
  '/organisaties?q=bestaatniet',
  '/organisaties?thema=PRV&sorteer=hoog',
  '/organisaties/bakkerij-de-korenaar',
  '/organisaties/fietsenwinkel-spaak',
  website,
  '/organisaties/bakkerij-de-korenaar/@bakkerij-de-korenaar.nl',
  `${website}/VEI-11.hsts`,
  `${website}/TOE-03.axe-1.4.3`,
  '/normen',
  '/normen/VEI-11',
  '/normen/MEN-01',
  '/methode',
  '/open-data',
  '/privacy',
  '/toegankelijkheid',
  '/bestaat-niet',
  '/?publicatie=1',
  '/en',
  `/en${website}/VEI-11.hsts`,
  '/en/methode',
  '/toetsen',
  '/toetsen?q=bestaatniet',
  '/toetsen/1',
  '/toetsen/1/versie/1',
  '/toetsen/9',
  '/zo-werkt-de-it-toets',
  '/en/toetsen',
  '/en/toetsen/1',
  '/en/zo-werkt-de-it-toets',
  '/fout-melden?over=/methode',
  '/en/fout-melden?over=/methode',
  `/fout-melden/${'S'.repeat(43)}`,
  `/en/fout-melden/${'S'.repeat(43)}`,
  `/fout-melden/${'T'.repeat(43)}`,
]

const narrow: readonly string[] = [
  '/fout-melden?over=/methode',
  `/fout-melden/${'S'.repeat(43)}`,
  '/',
  '/organisaties',
  '/organisaties/bakkerij-de-korenaar',
  website,
  '/normen/VEI-11',
  '/toetsen',
  '/toetsen/1',
]

let database: Awaited<ReturnType<typeof testDatabase>>
let browser: Browser
let server: ReturnType<typeof serve>
let origin: string
beforeAll(async () => {
  database = await testDatabase()
  await seedPublished(database.db, { running: true })
  await seedToetsen(database.db)
  const report = { municipality: CITY, id: '0198a000-0000-7000-8000-00000000000f', path: '/methode' }
  await unasked(database.db, async (tx) => {
    await tx
      .insertInto('report')
      .values({
        ...report,
        kind: 'error',
        seen: '/methode',
        title: 'Methode',
        text: 'De tweede regel klopt niet.',
        part: 'regel twee',
        email: 'riet@voorbeeld.test',
        lang: 'nl',
        secret: hashOfToken('S'.repeat(43)),
        due_on: '2026-01-05',
      })
      .execute()
    await tx
      .insertInto('report_word')
      .values({ municipality: CITY, report: report.id, no: 1, step: 'added', text: 'En de derde ook niet.' })
      .execute()
  })
  await database.db
    .insertInto('published.report')
    .values([
      { ...report, at: '2026-11-01', state: 'open' },
      {
        ...report,
        id: '0198a000-0000-7000-8000-0000000000ff',
        at: '2026-11-01',
        state: 'corrected',
        closed_on: '2026-11-04',
        answer: 'Verbeterd. Dank u wel.',
      },
    ])
    .execute()
  const [css, client] = await Promise.all([
    build({ entryPoints: ['src/web/app.css'], bundle: true, write: false }),
    build({ entryPoints: ['src/web/client/copy.ts'], bundle: true, write: false, format: 'esm' }),
  ])
  const app = createSite({
    today: READ_ON,
    db: database.publicDb,
    store: STORE,
    municipality: 'voorbeeldstad',
    city: 'Voorbeeldstad aan Zee',
    origin: 'https://leidraad.voorbeeldstad.nl',
    css: css.outputFiles[0]!.text,
    assets: { 'copy.js': client.outputFiles[0]!.text },
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
})
afterAll(async () => {
  await browser?.close()
  server?.close()
  await database?.close()
})

describe.each([
  ['wide', 1280],
  ['as wide as WCAG 1.4.10 asks', 320],
] as const)('%s', (_, width) => {
  test.each(kinds)('%s', async (path) => {
    // The content policy of the site stays in force: axe comes in from outside the page, as an isolated world would.
    const page = await browser.newPage({ viewport: { width, height: 900 } })
    const blocked: string[] = []
    page.on('console', (message) => {
      if (/Content Security Policy|Refused/.test(message.text())) blocked.push(message.text())
    })
    try {
      await page.goto(origin + path)
      await page.evaluate(() => {
        for (const each of document.querySelectorAll('details')) each.open = true
      })
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
        'sticks out',
      ).toBeLessThanOrEqual(0)
      expect(blocked).toEqual([])
      // What axe sees hardly depends on the width: the narrow round looks at the kinds whose form changes most.
      if (width === 320 && !narrow.includes(path)) return
      expect(await keyboardWalk(page)).toEqual([])
      await page.evaluate(axe.source)
      const { violations, passes } = await page.evaluate(() =>
        (globalThis as unknown as { axe: typeof axe }).axe.run({
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        }),
      )
      expect(passes.length).toBeGreaterThan(10)
      expect(
        violations.map(
          (each) =>
            `${each.id}: ${each.nodes
              .slice(0, 3)
              .map((node) => `${node.html} ${node.failureSummary ?? ''}`)
              .join(' | ')}`,
        ),
      ).toEqual([])
    } finally {
      await page.close()
    }
  })
})

test('without script a page is whole; with it a sentence can be copied', async () => {
  const page = await browser.newPage()
  await page.goto(`${origin}${website}/VEI-11.hsts`)
  expect(await page.getByRole('button', { name: 'Bericht kopiëren' }).count()).toBe(1)
  await page.close()
  const context = await browser.newContext({ javaScriptEnabled: false })
  const bare = await context.newPage()
  await bare.goto(`${origin}/organisaties`)
  await bare.getByLabel('Naam of adres').fill('museum')
  await bare.getByRole('button', { name: 'Zoek' }).click()
  expect(bare.url()).toContain('q=museum')
  expect(await bare.getByRole('heading', { level: 2 }).first().textContent()).toBe('1 organisatie')
  await context.close()
})
