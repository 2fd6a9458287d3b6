/** Retry-After; the forms are the examples of RFC 9110 §5.6.7 and §10.2.3. */
import { expect, test } from 'vitest'
import { retryAfter } from './retry-after.ts'

const NOW = Date.parse('1999-12-31T23:59:29Z')

test.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['99999999999', 365 * 86_400_000],
  ['Fri, 31 Dec 1999 23:59:59 GMT', 30_000],
  ['Friday, 31-Dec-99 23:59:59 GMT', 30_000],
  ['Fri Dec 31 23:59:59 1999', 30_000],
  ['Sat Jan  1 00:00:29 2000', 60_000],
  ['Sun, 06 Nov 1994 08:49:37 GMT', 0],
  ['Fri, 01 Jan 2100 00:00:00 GMT', 365 * 86_400_000],
])('%j asks %i ms', (line, wait) => {
  expect(retryAfter(line, NOW)).toBe(wait)
})

test.each([
  undefined,
  '',
  '-1',
  '1.5',
  '1e9',
  '0x10',
  '120 seconds',
  'morgen',
  '2000-01-01T00:00:00Z',
  'Fri, 31 Feb 2000 23:59:59 GMT',
  'Fri, 31 Dec 1999 24:00:00 GMT',
  'Fri, 31 Xyz 1999 23:59:59 GMT',
  'Fri, 31 Dec 1999 23:59:59 CET',
])('%j asks nothing', (line) => {
  expect(retryAfter(line, NOW)).toBe(0)
})
