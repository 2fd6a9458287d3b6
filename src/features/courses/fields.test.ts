/** What people type as a price, a postcode, a point or a telephone number, and what is none. */
import { expect, test } from 'vitest'
import { readPhone } from '../../lib/phone.ts'
import { centsTyped, readCents, readPostcode } from '../../lib/typed-values.ts'
import { pointTyped, readPoint } from './fields.ts'

test.each([
  ['', 0],
  ['gratis', 0],
  ['12', 1_200],
  ['€ 12,50', 1_250],
  ['12.5', undefined],
  ['-3', undefined],
  ['1000', undefined],
])('%s costs %s cents', (typed, cents) => expect(readCents(typed)).toBe(cents))
test.each([0, 5, 1_250, 99_999])('%i cents come back as typed', (cents) =>
  expect(readCents(centsTyped(cents))).toBe(cents),
)
test.each([
  ['1234ab', '1234 AB'],
  ['1234 AB', '1234 AB'],
  ['0123 AB', undefined],
  ['1234', undefined],
  ['1234 ABC', undefined],
])('postcode %s', (typed, read) => expect(readPostcode(typed)).toBe(read))
test.each([
  ['06 12 34 56 78', '06 12 34 56 78'],
  ['06.12345678', '06 12345678'],
  ['+31 (0)6-12345678', '+31 (0)6-12345678'],
  ['12345', undefined],
  ['bel mij', undefined],
  ['0'.repeat(21), undefined],
])('telephone %s', (typed, read) => expect(readPhone(typed)).toBe(read))
test('a point comes back within a few metres; one elsewhere is none', () => {
  const { x, y } = readPoint('52.1601, 4.4970')!
  const again = readPoint(pointTyped(x, y))!
  expect(Math.hypot(again.x - x, again.y - y)).toBeLessThan(3)
  for (const typed of ['48.8, 4.3', '52.1601', '4.4970, 52.1601', 'hier'])
    expect(readPoint(typed), typed).toBeUndefined()
})
