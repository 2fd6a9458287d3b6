/** Referrer-Policy: the last known value wins. */
import { expect, test } from 'vitest'
import { http, judgeWith } from '../../../test/evidence.ts'
import { referrerPolicy } from './referrer-policy.ts'

const sent = (...values: string[]) =>
  judgeWith(referrerPolicy, { http: http({ headers: values.map((value) => ['referrer-policy', value] as const) }) })

test.each([
  [['no-referrer'], 'strict'],
  [['Same-Origin'], 'strict'],
  [['strict-origin-when-cross-origin'], 'strict'],
  [['no-referrer-when-downgrade, strict-origin'], 'strict'],
  [['unsafe-url', 'no-referrer'], 'strict'],
  [['no-referrer, een-nieuw-woord'], 'strict'],
  [['origin'], 'origin'],
  [['origin-when-cross-origin'], 'origin'],
  [['no-referrer, unsafe-url'], 'unsafe'],
  [['no-referrer-when-downgrade'], 'unsafe'],
  [['never'], 'invalid'],
  [['constructor'], 'invalid'],
])('%j is %s', (values, reason) => {
  expect(sent(...values).reason).toBe(reason)
})

test('no header leaves it to the browser', () => {
  expect(sent()).toMatchObject({ reason: 'absent', verdict: 'partly' })
})
