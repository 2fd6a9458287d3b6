/** Reading SVG files of a page for badges: as a picture, an object or a background, and what a hostile file brings. */
import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Request } from '../../model/evidence.ts'
import { launchBrowser, type ScanBrowser } from '../../outside/browser.ts'
import { badgesDrawn } from './drawings.ts'
import { sessionOf, testSite } from './test-site.ts'

const BADGE = 'https://leidraad.sluiswijk.nl/badges/7HX3M-9WF2C'
const svg = (words: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>x</title><desc>${words}</desc></svg>`
const drawing =
  (text: string, zipped = false) =>
  (_: unknown, response: ServerResponse) => {
    response.setHeader('content-type', 'image/svg+xml')
    if (zipped) response.setHeader('content-encoding', 'gzip')
    response.end(zipped ? gzipSync(text) : text)
  }
let browser: ScanBrowser
let site: Awaited<ReturnType<typeof testSite>>
let seen: readonly Request[]
beforeAll(async () => {
  browser = await launchBrowser({ proxyUrl: null, ignoreCertificates: false })
  site = await testSite({
    '/':
      '<!doctype html><html lang="nl"><title>Bakker</title><style>p{background:url(/achtergrond.svg)}</style><p>Brood' +
      '<img src="/logo.svg" alt=""><object type="image/svg+xml" data="/voorwerp.svg"></object>' +
      '<img src="/gewoon.svg" alt=""><img src="/bom.svg" alt="">' +
      '<img src="/veel.svg" alt=""><img src="/foto.png" alt="">',
    '/logo.svg': drawing(svg(`Klopt dit nog? ${BADGE}`)),
    '/voorwerp.svg': drawing(svg('http://127.0.0.1:3000/en/badges/HCFGH-JMPRV'), true),
    '/achtergrond.svg': drawing(svg('https://leidraad.sluiswijk.nl/badges/nagemaakt')),
    '/gewoon.svg': drawing(svg('Een bakker')),
    // A thousand times larger than it was sent.
    '/bom.svg': drawing(svg(`${' '.repeat(3_000_000)}${BADGE}`), true),
    '/veel.svg': drawing(svg(Array.from({ length: 900 }, (_, at) => `https://a.nl/badges/N${at}`).join(' '))),
    '/foto.png': (_, response) => {
      response.setHeader('content-type', 'image/png')
      response.end(BADGE)
    },
  })
  seen = (await sessionOf(browser, site.url('/'))).requests
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const drawn = (path: string) => seen.find(({ url }) => url.endsWith(path))!.drawn

test('a badge is read from the file that a page shows, as picture, object or background', () => {
  expect(drawn('/logo.svg')).toEqual([BADGE])
  expect(drawn('/voorwerp.svg')).toEqual(['http://127.0.0.1:3000/en/badges/HCFGH-JMPRV'])
  expect(drawn('/achtergrond.svg')).toEqual(['https://leidraad.sluiswijk.nl/badges/nagemaakt'])
  expect(drawn('/gewoon.svg')).toEqual([])
  expect(drawn('/foto.png')).toBeUndefined()
})

test('of what unpacks to too much nothing is read, and of what says too much little is kept', () => {
  expect(drawn('/bom.svg')).toBeNull()
  expect(drawn('/veel.svg')).toHaveLength(5)
})

test('an address is one that leads to a badge, and no more of it is kept', () => {
  expect(badgesDrawn(`${BADGE} ${BADGE}?x=1#y "${BADGE}/bord"`)).toEqual([BADGE])
  for (const none of ['/badges/7HX3M-9WF2C', 'https:///badges/X', 'https://a.nl/x/badges/7HX3M-9WF2C', ''])
    expect(badgesDrawn(none)).toEqual([])
  for (const hostile of ['https://'.repeat(60_000), `https://${'a'.repeat(500_000)}`])
    expect(badgesDrawn(hostile)).toEqual([])
})
