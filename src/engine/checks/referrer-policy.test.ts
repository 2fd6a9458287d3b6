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

const saying = (headers: readonly string[], ...metas: string[]) => {
  const seen = http({ headers: headers.map((value) => ['referrer-policy', value] as const) })
  if (!seen.secure.seen) throw new Error('no walk')
  const { hops, body } = seen.secure.value
  const secure = { seen: true as const, value: { hops, body: { ...body, referrer: metas } } }
  return judgeWith(referrerPolicy, { http: { ...seen, secure } })
}
test('a meta element of the page goes before the header, and is what is told', () => {
  expect(saying([], 'no-referrer')).toMatchObject({
    reason: 'strict',
    seen: { policy: 'no-referrer', header: '<meta name="referrer" content="no-referrer">' },
  })
  expect(saying(['strict-origin'], 'UNSAFE-URL')).toMatchObject({ reason: 'unsafe' })
  expect(saying([], 'same-origin', 'een-nieuw-woord').reason).toBe('strict')
  expect(saying(['strict-origin'], 'een-nieuw-woord')).toMatchObject({
    reason: 'strict',
    seen: { header: 'strict-origin' },
  })
  expect(saying([], 'onzin').reason).toBe('invalid')
})
test.each([
  ['never', 'strict'],
  ['default', 'strict'],
  ['always', 'unsafe'],
  ['origin-when-crossorigin', 'origin'],
])('a meta element that says %s, as it was once written, is %s', (value, reason) => {
  expect(saying([], value).reason).toBe(reason)
})
test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', ' Constructor '])(
  'a word that every object knows is a word like any other: %s',
  (value) => {
    expect(saying([], value).reason).toBe('invalid')
    expect(saying(['strict-origin', value], value).reason).toBe('strict')
  },
)
test('of evidence in which the page itself was not read for it, nothing is said', () => {
  const seen = http({ headers: [['referrer-policy', 'unsafe-url']] })
  if (!seen.secure.seen) throw new Error('no walk')
  const { referrer: _, ...body } = seen.secure.value.body
  const old = { ...seen, secure: { seen: true as const, value: { ...seen.secure.value, body } } }
  expect(judgeWith(referrerPolicy, { http: old })).toMatchObject({ reason: 'meta-unseen', verdict: 'unknown' })
})
