/** A citizen service number is known by the eleven test; a telephone number, a file and an amount are none. */
import { expect, test } from 'vitest'
import { holdsCitizenNumber } from './citizen-number.ts'

test.each(['111222333', 'Mijn BSN is 111222333.', '111.22.23.33', '1112 22 333', 'bsn:123456782'])('%s', (text) => {
  expect(holdsCitizenNumber(text)).toBe(true)
})
test.each([
  '',
  '111222334',
  '000000000',
  '0612345678',
  '06 12 34 56 78',
  '1112223330',
  '€ 12.345.678,20',
  'Zaak 2026-111222',
  'Van 12-11-2026 tot 13-11-2026',
])('not in %s', (text) => {
  expect(holdsCitizenNumber(text)).toBe(false)
})
