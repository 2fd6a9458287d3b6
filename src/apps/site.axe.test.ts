/**
 * The public site in a real browser: axe finds nothing, the content policy blocks nothing, nothing sticks out at 320
 * px. One page of the browser goes from address to address, and is made narrow where it stands.
 */
import { serve } from '@hono/node-server'
import { build } from 'esbuild'
import { sql } from 'kysely'
import type { AddressInfo } from 'node:net'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriersOf, stickingOut } from '../../test/barriers.ts'
import { testDatabase, unasked } from '../../test/database.ts'
import { CITY, READ_ON, seedPublished, STORE } from '../../test/published.ts'
import { LANDSCAPE_PAGES, seedLandscape } from '../../test/published-landscape.ts'
import { REGISTER_PAGES, REGISTERS, seedRegisters } from '../../test/published-registers.ts'
import { seedCovenants } from '../../test/published-covenants.ts'
import { seedToetsen } from '../../test/published-toetsen.ts'
import { hashOfToken } from '../lib/token.ts'
import { beginBid } from '../features/tenders/door-store.ts'
import { EMPTY } from '../features/tenders/rules/bid-draft.ts'
import { annexWith, publishAnnex } from '../../test/annex.ts'
import { createSite } from './site.ts'

const website = '/organisaties/bakkerij-de-korenaar/www.bakkerij-de-korenaar.nl'
/** The secret of a bidder. */
const BIDDER = 'B'.repeat(43)
const TENDER_PAGES = ['', '/en'].flatMap((lang) => [
  `${lang}/aanbestedingen`,
  `${lang}/aanbestedingen/1`,
  `${lang}/aanbestedingen/1/antwoorden`,
  `${lang}/aanbestedingen/antwoorden/${BIDDER}`,
  `${lang}/aanbestedingen/antwoorden/${BIDDER}/beveiliging`,
])
const kinds = [
  '/',
  '/organisaties',
  '/organisaties?q=bestaatniet',
  '/organisaties?thema=PRV&sorteer=hoog',
  '/organisaties/bakkerij-de-korenaar',
  '/organisaties/fietsenwinkel-spaak',
  website,
  `/en${website}`,
  '/organisaties/bakkerij-de-korenaar/@bakkerij-de-korenaar.nl',
  `${website}/VEI-11.hsts`,
  `${website}/meetlat`,
  `${website}/TOE-03.axe-1.4.3`,
  '/normen',
  '/normen/VEI-11',
  '/normen/MEN-01',
  '/normen/VEI-11/zo-doet-u-het',
  '/leren/zo-doet-u-het',
  '/zoeken',
  '/zoeken?q=toestemming',
  '/zoeken?q=toestemming&soort=norm',
  '/zoeken?q=zzqqxx',
  '/en/zoeken?q=consent',
  '/en/normen/VEI-11/zo-doet-u-het',
  '/methode',
  '/open-data',
  '/privacy',
  '/toegankelijkheid',
  '/bestaat-niet',
  '/?publicatie=1',
  '/en',
  `/en${website}/VEI-11.hsts`,
  '/en/methode',
  '/convenanten',
  '/convenanten/1',
  '/convenanten/1/uitgave/1',
  '/convenanten/1/afspraken/versleuteld',
  '/convenanten/1/afspraken/verwerkers',
  '/convenanten/1/afspraken/herstel',
  '/convenanten/1/reageren',
  '/convenanten/1/volgen',
  '/convenanten/volgen',
  '/convenanten/9',
  `/volgen/${'T'.repeat(43)}`,
  '/en/convenanten',
  '/en/convenanten/1',
  '/en/convenanten/1/afspraken/cursus',
  '/en/convenanten/1/reageren',
  ...TENDER_PAGES,
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
  '/fout-melden/volgen',
  '/en/fout-melden/volgen',
  `/fout-melden/${'S'.repeat(43)}`,
  `/en/fout-melden/${'S'.repeat(43)}`,
  `/fout-melden/${'T'.repeat(43)}`,
  ...REGISTER_PAGES,
  ...REGISTER_PAGES.map((path) => `/en${path}`),
  ...LANDSCAPE_PAGES,
  '/en/landschap',
  '/en/groepen/A',
]

/** What axe sees hardly depends on the width: it looks at these narrow too, because their form changes most. */
const narrow: readonly string[] = [
  ...LANDSCAPE_PAGES,
  ...REGISTER_PAGES,
  ...REGISTER_PAGES.map((path) => `/en${path}`),
  '/fout-melden?over=/methode',
  `/fout-melden/${'S'.repeat(43)}`,
  '/',
  '/organisaties',
  '/organisaties/bakkerij-de-korenaar',
  website,
  '/normen/VEI-11',
  '/normen/VEI-11/zo-doet-u-het',
  '/convenanten',
  '/convenanten/1',
  '/convenanten/1/afspraken/versleuteld',
  '/convenanten/1/reageren',
  '/aanbestedingen/1',
  `/aanbestedingen/antwoorden/${BIDDER}`,
  `/aanbestedingen/antwoorden/${BIDDER}/beveiliging`,
  '/toetsen',
  '/toetsen/1',
]

/** As wide as a screen, and as narrow as WCAG 1.4.10 asks. */
const [WIDE, NARROW] = [1280, 320]

let database: Awaited<ReturnType<typeof testDatabase>>
let browser: Browser
let page: Page
let server: ReturnType<typeof serve>
let origin: string
let blocked: string[] = []
beforeAll(async () => {
  database = await testDatabase()
  await seedPublished(database.db, { running: true })
  // Somebody who is met after agreeing, and on a phone.
  await sql`update published.subject_parties set parties = parties || (select jsonb_agg(jsonb_build_object('host',
      'reclame.voorbeeld.test', 'service', null, 'company', 'Reclamehuis', 'parent', null, 'country', 'NL', 'category',
      'advertising', 'eea', true, 'requests', 2, 'tracker', true, 'only', met))
      from unnest(array['after-accept', 'phone']) as met)
    where jsonb_array_length(parties) > 0`.execute(database.db)
  await seedToetsen(database.db)
  await seedLandscape(database.db)
  await seedCovenants(database.db)
  await seedRegisters(database.db)
  await publishAnnex(database.db, CITY, annexWith())
  await publishAnnex(database.db, CITY, annexWith({ version: 2, words: { updates: { text: 'Binnen drie dagen.' } } }))
  await beginBid(database.publicDb, CITY, 1, BIDDER, { ...EMPTY, bidder: 'Kadewerk' })
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
    registers: REGISTERS,
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
  // The content policy of the site stays in force: axe comes in from outside the page, as an isolated world would.
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

/** Of what is not there, of what was withdrawn, and of all other pages. */
const statusOf = (path: string): number =>
  /\/(?:bestaat-niet|toetsen\/9|T{43})$/.test(path) ? 404 : /\/(?:9-weg|convenanten\/9)$/.test(path) ? 410 : 200

test.each(kinds)('%s', async (path) => {
  blocked = []
  const answer = await page.goto(origin + path)
  expect(answer!.status()).toBe(statusOf(path))
  expect(await barriersOf(page, narrow.includes(path) ? [WIDE, NARROW] : [WIDE])).toEqual([])
  expect(await stickingOut(page, NARROW)).toEqual([])
  expect(blocked).toEqual([])
})

test('whom one meets after agreeing, and on a phone, is folded beside whom everybody meets', async () => {
  await page.goto(origin + website)
  expect(await page.locator('section[aria-labelledby="partijen"] summary').allTextContents()).toEqual([
    'Bekijk als tabel',
    'Als u akkoord gaat met cookies: 1 adres van anderen erbij',
    'Op een telefoon: 1 adres van anderen erbij',
  ])
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
  await bare.getByRole('search', { name: 'Organisaties zoeken' }).getByRole('button', { name: 'Zoek' }).click()
  expect(bare.url()).toContain('q=museum')
  expect(await bare.getByRole('heading', { level: 2 }).first().textContent()).toBe('1 organisatie')
  await context.close()
})
