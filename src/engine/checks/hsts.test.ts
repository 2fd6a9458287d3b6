/** Strict-Transport-Security: what counts as a year, and what does not count at all. */
import { expect, test } from 'vitest'
import { chain, hop, http, judgeWith, unseen } from '../../../test/evidence.ts'
import { hsts } from './hsts.ts'

const told = (...values: string[]) =>
  judgeWith(hsts, { http: http({ headers: values.map((value) => ['strict-transport-security', value] as const) }) })

test.each([
  ['max-age=31536000', 'present'],
  ['max-age=63072000; includeSubDomains; preload', 'present'],
  ['includeSubDomains; MAX-AGE = "31536000"', 'present'],
  ['max-age=99999999999999999999', 'present'],
  ['max-age=31535999', 'short'],
  ['max-age=300', 'short'],
  ['max-age=0', 'off'],
  ['max-age=31536000; max-age=0', 'invalid'],
  ['max-age=31536000; includeSubDomains; includeSubDomains', 'invalid'],
  ['max-age=31536000, max-age=31536000', 'invalid'],
  ['max-age="31536000', 'invalid'],
  ['max-age=-1', 'invalid'],
  ['includeSubDomains', 'invalid'],
  ['x-max-age=31536000', 'invalid'],
  ['', 'invalid'],
])('the header "%s" is %s', (header, reason) => {
  expect(told(header).reason).toBe(reason)
})

test('days are told in whole days', () => {
  expect(told('max-age=300').seen.days).toBe(0)
  expect(told('max-age=31536000').seen.days).toBe(365)
})

test('only the first of two headers counts', () => {
  expect(told('max-age=300', 'max-age=31536000').reason).toBe('short')
})

test('an answer without the header does not have it', () => {
  expect(judgeWith(hsts, { http: http() })).toMatchObject({ reason: 'missing', verdict: 'unmet' })
})

test('the header of the host itself counts, not that of the host it sends visitors to', () => {
  const year = ['strict-transport-security', 'max-age=31536000'] as const
  const first = hop({ url: 'https://voorbeeld.nl/', status: 301 })
  expect(judgeWith(hsts, { http: http({ secure: chain(first, hop({ headers: [year] })) }) }).reason).toBe('missing')
  expect(
    judgeWith(hsts, {
      http: http({ secure: chain({ ...first, headers: [year] }, hop()) }),
    }).reason,
  ).toBe('present')
})

test('an error answer without the header says nothing, one with it does', () => {
  expect(judgeWith(hsts, { http: http({ status: 403 }) })).toMatchObject({ reason: 'error-page', verdict: 'unknown' })
  expect(
    judgeWith(hsts, {
      http: http({ status: 403, headers: [['strict-transport-security', 'max-age=31536000']] }),
    }).reason,
  ).toBe('present')
})

test('without https nothing is known about it, whatever the http answer says', () => {
  const plain = chain(
    hop({ url: 'http://www.voorbeeld.nl/', headers: [['strict-transport-security', 'max-age=31536000']] }),
  )
  expect(judgeWith(hsts, { http: http({ plain, secure: unseen('unreachable') }) })).toMatchObject({
    reason: 'no-https',
    verdict: 'unknown',
  })
})
test.each([399, 400])('without the header, status %i', (status) => {
  expect(judgeWith(hsts, { http: http({ status }) }).reason).toBe(status === 400 ? 'error-page' : 'missing')
})
