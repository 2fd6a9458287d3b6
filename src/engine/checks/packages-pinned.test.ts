/** Packages of a public store by address: with one version, with a range, with none. */
import { expect, test } from 'vitest'
import { HOST, judgeWith, request, session, sighting } from '../../../test/evidence.ts'
import type { Lacks } from '../../model/evidence.ts'
import { packagesPinned } from './packages-pinned.ts'

const PRINT = `sha384-${'a'.repeat(64)}`
type Over = { kind?: string; integrity?: string | null; lacks?: Lacks; frame?: string; cut?: true }
const judged = (urls: readonly string[], { kind = 'parser', integrity = null, lacks = {}, ...over }: Over = {}) =>
  judgeWith(packagesPinned, {
    session: [
      sighting(
        session({
          requests: urls.map((url) =>
            request({
              url,
              host: new URL(url).hostname,
              type: 'script',
              outcome: 'answered',
              initiator: { kind, url: null },
              ...over,
            }),
          ),
          scripts: urls.map((src) => ({ src, integrity, selector: 'script' })),
          lacks,
        }),
      ),
    ],
  })

const OPEN = [
  'https://unpkg.com/swiper/swiper-bundle.min.js',
  'https://cdn.jsdelivr.net/npm/vue@3/dist/vue.js',
  'https://cdn.jsdelivr.net/npm/vue@3.4/dist/vue.js',
  'https://cdn.jsdelivr.net/npm/vue',
  'https://cdn.jsdelivr.net/gh/stad/site@main/a.js',
  'https://unpkg.com/leaflet@latest/dist/leaflet.js',
  'https://esm.sh/preact@%5E10.0.0',
  'https://cdn.tailwindcss.com/',
  'https://pakketten.elders.nl/npm/galerij@next/galerij.js',
  'https://cdn.jsdelivr.net/combine/npm/jquery@3.7.1,npm/vue',
  'https://cdn.jsdelivr.net/combine/npm/vue@3,npm/jquery@3.7.1/dist/jquery.min.js',
]
const FIXED = [
  'https://unpkg.com/swiper@11.1.4/swiper-bundle.min.js',
  'https://cdn.jsdelivr.net/npm/@popperjs/core@2.11.8/dist/umd/popper.min.js',
  'https://cdn.jsdelivr.net/gh/stad/site@0f3a9c1b2d/a.js',
  'https://cdn.jsdelivr.net/npm/vue@3.5.0-beta.1/dist/vue.js',
  'https://cdn.jsdelivr.net/wp/plugins/kaart/tags/1.2.0/kaart.js',
  'https://pakketten.elders.nl/galerij@2.0.1/galerij.js',
  'https://cdn.jsdelivr.net/combine/npm/jquery@3.7.1,npm/vue@3.4.21/dist/vue.global.js',
]

test.each(OPEN)('open: %s', (url) => {
  expect(judged([url])).toMatchObject({ reason: 'open', verdict: 'unmet', seen: { total: 1, count: 1 } })
})
test.each(FIXED)('pinned: %s', (url) => {
  expect(judged([url])).toMatchObject({ reason: 'pinned', verdict: 'met' })
})
test.each([
  'https://www.voorbeeld.nl/npm/vue@3/vue.js',
  'https://elders.nl/leden/jan@elders.nl/kaart.js',
  'https://elders.nl/kaart.js',
  'https://cdn.toegankelijk-bv.nl/widget@2/loader.js',
  'https://cdn.toegankelijk-bv.nl/widget@latest/loader.js',
  'https://code.jquery.com/jquery-3.7.1.min.js',
])('no package of a store: %s', (url) => {
  expect(judged([url])).toMatchObject({ reason: 'none', verdict: 'not-applicable' })
})
test('a part of them is partly, and an open one with its fingerprint cannot change unseen', () => {
  expect(judged([OPEN[0]!, FIXED[0]!])).toMatchObject({ reason: 'some', verdict: 'partly' })
  expect(judged([OPEN[0]!], { integrity: PRINT })).toMatchObject({ reason: 'pinned' })
  // A second one that is known counts; what browsers do not know, or is no print at all, does not.
  expect(judged([OPEN[0]!], { integrity: `md5-${'a'.repeat(22)} ${PRINT}` })).toMatchObject({ reason: 'pinned' })
  expect(judged([OPEN[0]!], { integrity: 'sha384-' })).toMatchObject({ reason: 'open' })
})
test('what another script adds is not of the page, and half a page is no whole one', () => {
  expect(judged([OPEN[0]!], { kind: 'script' })).toMatchObject({ reason: 'none' })
  expect(judged([OPEN[0]!], { lacks: { requests: ['cut'] } })).toMatchObject({ verdict: 'unknown' })
})
test('what a frame of another site asks is of that site; a frame of the site itself is its own', () => {
  expect(judged([OPEN[0]!], { frame: 'https://boeken.elders.nl/tafel' })).toMatchObject({ reason: 'none' })
  expect(judged([OPEN[0]!], { frame: `https://tafel.${HOST}/` })).toMatchObject({ reason: 'open' })
})
test('of a long address that was cut, what is left of its end says nothing', () => {
  const long = (parts: string) => judged([`https://cdn.jsdelivr.net/combine/${parts}`], { cut: true }).reason
  expect(long('npm/jquery@3.7.1,npm/vu')).toBe('none')
  expect(long('npm/jquery@3,npm/vu')).toBe('open')
})
