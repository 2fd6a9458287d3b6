/** Dates that exist, and near misses. */
import { expect, test } from 'vitest'
import { isDate } from './iso-date.ts'

test.each(['2026-11-25', '2028-02-29', '1865-07-01'])('%s is a date', (text) => expect(isDate(text)).toBe(true))
test.each([
  '2026-02-29',
  '2026-02-30',
  '2026-13-01',
  '0000-00-00',
  '0202-12-01',
  '9999-12-31',
  '10000-01-01',
  '25-11-2026',
  '2026-11-25T00:00',
  '',
  ' 2026-11-25',
])('%j is none', (text) => expect(isDate(text)).toBe(false))
