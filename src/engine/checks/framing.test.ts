/** Who may show the site in a frame. */
import { expect, test } from 'vitest'
import { http, judgeWith } from '../../../test/evidence.ts'
import type { Headers } from '../../model/evidence.ts'
import { framing } from './framing.ts'

const sent = (...headers: Headers) => judgeWith(framing, { http: http({ headers }) })
const policy = (value: string) => ['content-security-policy', value] as const
const options = (value: string) => ['x-frame-options', value] as const

test.each([
  ["frame-ancestors 'none'", 'ancestors'],
  ["default-src 'self'; Frame-Ancestors 'self' https://*.leiden.nl", 'ancestors'],
  ['frame-ancestors', 'ancestors'],
  ["frame-ancestors *, frame-ancestors 'self'", 'ancestors'],
  ['frame-ancestors *', 'open'],
  ["frame-ancestors 'self' https:", 'open'],
  ['frame-ancestors https://*', 'open'],
  ['frame-ancestors *:443', 'open'],
  ['frame-ancestors *.nl', 'open'],
  ['frame-ancestors https://[', 'ancestors'],
  ["frame-ancestors 'none' *", 'open'],
  ["default-src 'none'", 'missing'],
  ["x-frame-ancestors 'none'", 'missing'],
])('the policy "%s" is %s', (value, reason) => {
  expect(sent(policy(value)).reason).toBe(reason)
})

test.each([
  ['DENY', 'options'],
  ['SameOrigin', 'options'],
  ['SAMEORIGIN, sameorigin', 'options'],
  ['DENY, SAMEORIGIN', 'conflicting'],
  ['ALLOW-FROM https://leiden.nl', 'obsolete'],
  ['ALLOWALL', 'invalid'],
  ['', 'missing'],
])('X-Frame-Options "%s" is %s', (value, reason) => {
  expect(sent(options(value)).reason).toBe(reason)
})

test('frame-ancestors goes before X-Frame-Options, for better and for worse', () => {
  expect(sent(options('ALLOWALL'), policy("frame-ancestors 'self'")).verdict).toBe('met')
  expect(sent(options('DENY'), policy('frame-ancestors *')).verdict).toBe('unmet')
})

test('a policy that only reports stops nobody', () => {
  expect(sent(['content-security-policy-report-only', "frame-ancestors 'none'"])).toMatchObject({
    reason: 'missing',
    verdict: 'unmet',
  })
})

test('the same option on two lines is one option', () => {
  expect(sent(options('SAMEORIGIN'), options('SAMEORIGIN')).reason).toBe('options')
})
