/** Libraries by the address of their script: with a hole, without one, and numbers that are of something else. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { judgeWith, noLists, request, session, sighting } from '../../../test/evidence.ts'
import { libraryLookup } from '../../catalogue/library-list.ts'
import type { Lacks, Request } from '../../model/evidence.ts'
import { libraryHoles } from './library-holes.ts'

const holes = libraryLookup(readFileSync('lists/bibliotheken.csv', 'utf8'))
const asked = (url: string, over: Partial<Request> = {}): Request =>
  request({ url, host: new URL(url).hostname, type: 'script', status: 200, outcome: 'answered', ...over })
const judged = (requests: readonly Request[], lacks: Lacks = {}) =>
  judgeWith(libraryHoles, { session: [sighting(session({ requests, lacks }))] }, { lists: { ...noLists, holes } })

test.each([
  ['jquery 3.4.1', 'https://code.jquery.com/jquery-3.4.1.min.js'],
  ['jquery 1.12.4', 'https://www.voorbeeld.nl/js/jquery.1.12.4.js'],
  ['jquery 3.3.1', 'https://cdn.jsdelivr.net/npm/jquery@3.3.1/dist/jquery.min.js'],
  ['jquery 2.2.4', 'https://ajax.googleapis.com/ajax/libs/jquery/2.2.4/jquery.min.js'],
  ['jqueryui 1.12.1', 'https://cdnjs.cloudflare.com/ajax/libs/jqueryui/1.12.1/jquery-ui.min.js'],
  ['jquery-ui 1.12.1', 'https://code.jquery.com/ui/1.12.1/jquery-ui.min.js'],
  ['bootstrap 3.3.7', 'https://maxcdn.bootstrapcdn.com/bootstrap/3.3.7/js/bootstrap.min.js'],
  ['twitter-bootstrap 4.1.1', 'https://cdnjs.cloudflare.com/ajax/libs/twitter-bootstrap/4.1.1/js/bootstrap.min.js'],
  ['jquery 1.8.3', 'https://www.voorbeeld.nl/wp-includes/js/jquery/jquery.js?ver=1.8.3'],
  ['angularjs 1.7.2', 'https://ajax.googleapis.com/ajax/libs/angularjs/1.7.2/angular.min.js'],
])('%s has a known hole: %s', (library, url) => {
  expect(judged([asked(url)])).toMatchObject({
    reason: 'holes',
    verdict: 'partly',
    seen: { count: 1, libraries: library },
  })
})
test.each([
  'https://code.jquery.com/jquery-3.7.1.min.js',
  'https://cdn.jsdelivr.net/npm/bootstrap@5.3.3/dist/js/bootstrap.bundle.min.js',
  'https://www.voorbeeld.nl/wp-includes/js/jquery/jquery.min.js?ver=3.7.1',
])('none is known of %s', (url) => {
  expect(judged([asked(url)])).toMatchObject({ reason: 'sound', verdict: 'met' })
})
test.each([
  'https://www.voorbeeld.nl/ui/1.12.1/jquery-ui.min.js',
  'https://code.jquery.com/ui/1.12.1/themes/base/site.js',
  'https://www.voorbeeld.nl/js/site.js?ver=3.4.1',
  'https://www.voorbeeld.nl/wp-content/themes/x/bootstrap.min.js?ver=3.3.7',
  'https://www.voorbeeld.nl/3.4.1/jquery.min.js',
  'https://www.voorbeeld.nl/jquery/3.4.1/plugin.js',
  'https://www.voorbeeld.nl/js/jquery.cookie-1.4.1.min.js',
  'https://www.voorbeeld.nl/js/jquery.min.js',
  'https://cdn.jsdelivr.net/npm/lodash@4.17/lodash.min.js',
  'https://cdn.jsdelivr.net/npm/bootstrap@4.1/dist/js/bootstrap.min.js',
  'https://www.voorbeeld.nl/js/jquery/1.4.1/jquery.cookie.js',
  'https://www.voorbeeld.nl/bootstrap/4.0.0/bootstrap-datepicker.js',
  'https://cdn.jsdelivr.net/npm/jquery@3/dist/jquery.min.js',
  'https://www.voorbeeld.nl/js/onbekend-1.0.0.min.js',
])('a number that is of something else says nothing: %s', (url) => {
  expect(judged([asked(url)])).toMatchObject({ reason: 'unnamed', verdict: 'unknown' })
})
test('what did not come is not there, and a page without scripts has none', () => {
  const old = 'https://code.jquery.com/jquery-3.4.1.min.js'
  expect(judged([asked(old, { status: 404 })])).toMatchObject({ reason: 'unnamed' })
  expect(judged([asked(old, { status: null, outcome: 'blocked' })])).toMatchObject({ reason: 'unnamed' })
  expect(judged([])).toMatchObject({ reason: 'no-scripts', verdict: 'not-applicable' })
  expect(judged([], { requests: ['cut'] })).toMatchObject({ verdict: 'unknown' })
})
test('what a frame of another site asks is of that site; of a frame of its own it is not', () => {
  const old = 'https://code.jquery.com/jquery-1.11.1.min.js'
  expect(judged([asked(old, { frame: 'https://booking.example.com/' })])).toMatchObject({ reason: 'no-scripts' })
  expect(judged([asked(old, { frame: 'https://agenda.voorbeeld.nl/' })])).toMatchObject({ reason: 'holes' })
})
test('versions are compared number by number', () => {
  expect(holes('jquery', '3.10.0')).toEqual([])
  expect(holes('jQuery', '3.4.9')).toContain('CVE-2020-11022')
  expect(holes('lodash', '4.17.9')).toContain('CVE-2019-10744')
  expect(holes('lodash', '4.17.21')).toEqual(['CVE-2025-13465'])
  expect(holes('onbekend', '1.0.0')).toBeUndefined()
})
test('a long address costs little', () => {
  const begun = performance.now()
  const long = ['a-', 'a@', '1.1/', 'jquery-1.', '.min'].map((each) => `https://x.nl/${each.repeat(500)}.js`)
  for (const url of long) judged([asked(url)])
  expect(performance.now() - begun).toBeLessThan(500)
})
