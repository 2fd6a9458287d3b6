/** The same content is the same bytes, by the examples of RFC 8785. */
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

test('the example of the standard', () => {
  const text = String.raw`{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
    "literals": [null, true, false]
  }`
  expect(canonicalJson(JSON.parse(text))).toBe(
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],` +
      String.raw`"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  )
})

test('keys are in the order of their code units, at every depth', () => {
  const one = {
    '\u20ac': 1,
    '\r': 2,
    '1': 3,
    '\ud83d\ude00': 4,
    '\u0080': 5,
    '\u00f6': 6,
    '\ufb33': { b: 1, a: [{ d: 1, c: 2 }] },
  }
  expect(canonicalJson(one)).toBe(
    '{"\\r":2,"1":3,"\u0080":5,"ö":6,"€":1,"😀":4,' + '"\ufb33":{"a":[{"c":2,"d":1}],"b":1}}',
  )
  expect(canonicalJson({ b: 1, a: undefined })).toBe('{"b":1}')
})

test.each([Number.NaN, Infinity, '\ud800', () => 1, 1n])('what JSON cannot hold is refused: %s', (value) => {
  expect(() => canonicalJson({ value })).toThrow()
})
