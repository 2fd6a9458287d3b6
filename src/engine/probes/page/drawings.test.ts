/**
 * Reading SVG files of a page for badges: as a picture, an object or a background, or in the page itself; and what a
 * hostile file brings.
 */
import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Request } from '../../../model/evidence.ts'
import { launchBrowser, type ScanBrowser } from '../../../outside/browser.ts'
import { badgesDrawn, writtenIn } from './drawings.ts'
import { sessionOf, testSite } from '../test-site.ts'

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

const packed = (text: string) => `data:image/svg+xml;base64,${Buffer.from(text).toString('base64')}`
const escaped = (text: string) => `data:image/svg+xml,${encodeURIComponent(text)}`
const at = (no: string) => `https://leidraad.sluiswijk.nl/badges/${no}`
const page = (body: string) => `<!doctype html><html lang="nl"><title>Winkel</title><body><p>Welkom${body}`
const drawnOn = async (body: string) => {
  const small = await testSite({ '/': page(body), '/meer.html': page(svg(at('FRAME-22222'))) })
  try {
    const { drawn, lacks, requests } = await sessionOf(browser, small.url('/'))
    return { drawn, lacks, asked: small.asked, requests: requests.map(({ url }) => url) }
  } finally {
    await small.close()
  }
}

test('a badge in the page itself is read: an element, an address, in a shadow, in a frame of the site', async () => {
  const { drawn, requests } = await drawnOn(
    `${svg(at('INPAG-22222'))}<img alt="" src="${packed(svg(at('PACKT-22222')))}">` +
      `<img alt="" src="${escaped(svg(at('ESCAP-22222')))}">` +
      `<i style='background:url("${escaped(svg(at('CSSBG-22222')))}")'>i</i>` +
      `<div><template shadowrootmode="open">${svg(at('SHADW-22222'))}</template></div>` +
      '<iframe src="/meer.html" title="Meer"></iframe>',
  )
  expect(drawn!.whole).toBe(true)
  expect(drawn!.badges.toSorted()).toEqual(
    ['CSSBG', 'ESCAP', 'FRAME', 'INPAG', 'PACKT', 'SHADW'].map((no) => at(`${no}-22222`)),
  )
  // What stands in the page asks nothing of anybody.
  expect(requests.filter((url) => url.startsWith('data:'))).toEqual([])
})

test('a logo, a drawing of another address and words beside a drawing are no badge', async () => {
  const { drawn } = await drawnOn(
    `${svg('Bakker')}${svg('https://sluiswijk.nl/wifi')}<img alt="" src="${packed(svg('Een logo'))}">` +
      `<img alt="" src="data:image/png;base64,${Buffer.from(at('NOSVG-22222')).toString('base64')}">` +
      `<p>${at('WORDS-22222')}</p><template>${svg(at('AWAIT-22222'))}</template>`,
  )
  expect(drawn).toEqual({ badges: [], whole: true })
})

test('hostile drawings are read as words: nothing is fetched or made larger, and too much is said so', async () => {
  const bomb =
    '<!DOCTYPE s [<!ENTITY a "https://leidraad.sluiswijk.nl/badges/">' +
    '<!ENTITY b SYSTEM "http://127.0.0.1:9/geheim">]>' +
    '<svg xmlns="http://www.w3.org/2000/svg"><desc>&a;ENTTY-22222 &b;</desc></svg>'
  const entities = await drawnOn(`<img alt="" src="${packed(bomb)}">`)
  expect(entities.drawn!.badges).toEqual([])
  expect(entities.asked.filter((each) => each.includes('geheim'))).toEqual([])
  const nested = `<svg>${'<g><svg>'.repeat(300)}${at('NESTD-22222')}${'</svg></g>'.repeat(300)}</svg>`
  expect((await drawnOn(nested)).drawn).toEqual({ badges: [at('NESTD-22222')], whole: true })
  // So large, or so many, that what is in them may be a badge.
  expect((await drawnOn(svg(`${' '.repeat(60_000)}${at('LARGE-22222')}`))).drawn!.whole).toBe(false)
  expect((await drawnOn(svg('x').repeat(501))).drawn!.whole).toBe(false)
  const many = Array.from({ length: 30 }, (_, no) => svg(at(`N${no}`))).join('')
  expect((await drawnOn(many)).drawn).toMatchObject({ whole: false })
  expect((await drawnOn(many)).drawn!.badges.length).toBeLessThanOrEqual(20)
})

test('an address that holds a drawing is unpacked as far as a badge is large', () => {
  expect(writtenIn(packed('<svg>é</svg>'))).toBe('<svg>é</svg>')
  expect(writtenIn('data:image/svg+xml;charset=utf-8,%3Csvg%3E100%')).toBe('<svg>100%')
  expect(writtenIn('DATA:image/SVG+xml;BASE64,PHN2Zz4%3D')).toBe('<svg>')
  for (const none of ['data:image/png;base64,AA', 'data:text/html,<svg>', 'https://a.nl/x.svg', 'data:image/svg+xml'])
    expect(writtenIn(none)).toBeUndefined()
  expect(writtenIn(`data:image/svg+xml,${'a'.repeat(2_000_000)}`)).toBeNull()
  expect(writtenIn(`data:image/svg+xml;base64,${'A'.repeat(900_000)}`)).toBeNull()
  expect(writtenIn(`data:image/svg+xml;${'a'.repeat(500_000)}`)).toBeUndefined()
})
