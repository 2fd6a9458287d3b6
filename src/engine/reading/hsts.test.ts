/** Strict-Transport-Security; the first rows are the examples of RFC 6797 §6.2. */
import { expect, test } from 'vitest'
import { cpuMs } from '../../../test/cpu.ts'
import { readHsts } from './hsts.ts'

test.each([
  ['max-age=31536000', 31_536_000, false],
  ['max-age=15768000 ; includeSubDomains', 15_768_000, true],
  ['max-age="31536000"', 31_536_000, false],
  ['max-age=0', 0, false],
  ['max-age=0; includeSubDomains', 0, true],
  ['  includesubdomains ;;; MAX-AGE = "1" ; ', 1, true],
  ['preload; max-age=1; x="a;b\\"; max-age=2"', 1, false],
  ['max-age=1; onbekend=x; nog="y"', 1, false],
  [`max-age=${'9'.repeat(40)}`, Number.MAX_SAFE_INTEGER, false],
])('%s', (line, maxAge, includeSubDomains) => {
  expect(readHsts(line)).toEqual({ maxAge, includeSubDomains })
})

test.each([
  '',
  ';',
  'includeSubDomains',
  'max-age',
  'max-age=',
  'max-age=""',
  'max-age=-1',
  'max-age=1.5',
  'max-age="31536000',
  'max-age=1; max-age=1',
  'max-age=1; includeSubDomains; includeSubDomains',
  'max-age=1; includeSubDomains=true',
  'max-age=1; Preload; preload',
  'max-age=1, max-age=1',
  'max-age=31536000 includeSubDomains',
  'max-age:31536000',
  'max age=1',
  'x-max-age=1',
  '“max-age=1”',
])('%j is not heeded', (line) => {
  expect(readHsts(line)).toBeNull()
})

test('a hostile line costs no time', () => {
  const begun = cpuMs()
  for (const line of ['a="'.repeat(50_000), `a="${'\\'.repeat(50_000)}`, ';'.repeat(50_000), ' '.repeat(50_000)])
    readHsts(line)
  expect(cpuMs() - begun).toBeLessThan(1_500)
})
