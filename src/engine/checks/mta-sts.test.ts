/** MTA-STS: the record and the policy behind it. */
import { expect, test } from 'vitest'
import { judgeWith, mail, textFile, unseen } from '../../../test/evidence.ts'
import type { Mail, TextFile } from '../../model/evidence.ts'
import { mtaSts } from './mta-sts.ts'

const TXT = ['v=STSv1; id=20261101']
const url = 'https://mta-sts.voorbeeld.nl/.well-known/mta-sts.txt'
const policy = (text: string, over: Partial<TextFile> = {}, rest: Partial<Mail> = {}) =>
  judgeWith(mtaSts, { mail: mail({ mtaSts: { txt: TXT, policy: textFile({ url, text, ...over }) }, ...rest }) })
const lines = (mode: string, mx: string, age = '1209600') =>
  `version: STSv1\r\nmode: ${mode}\r\nmx: ${mx}\r\nmax_age: ${age}\r\n`

test.each([
  [lines('enforce', '*.mail.example'), 'enforce', 'met'],
  [lines('enforce', 'MX1.mail.example'), 'enforce', 'met'],
  [lines('enforce', 'mx9.mail.example\nmx: mx1.mail.example').replaceAll('\r', ''), 'enforce', 'met'],
  [lines('testing', '*.mail.example'), 'testing', 'partly'],
  [lines('enforce', '*.mail.example', '86400'), 'short', 'partly'],
  [lines('enforce', 'mail.example'), 'mx-differs', 'unmet'],
  [lines('enforce', '*.example'), 'mx-differs', 'unmet'],
  [lines('none', '*.mail.example'), 'mode-none', 'unmet'],
  [lines('streng', '*.mail.example'), 'invalid', 'unmet'],
  [lines('enforce', '*.mail.example', 'lang'), 'invalid', 'unmet'],
  ['version: STSv1\nmode: enforce\nmax_age: 1209600\n', 'invalid', 'unmet'],
  [lines('enforce', '*.mail.example').replace('mode:', 'mode :'), 'invalid', 'unmet'],
  [lines('enforce', '*.mail.example').replace('mode: ', 'mode:'), 'enforce', 'met'],
  ['<!doctype html>', 'invalid', 'unmet'],
])('%j is %s', (text, reason, verdict) => {
  expect(policy(text)).toMatchObject({ reason, verdict })
})

test('of more servers than were kept nobody knows whether each is covered', () => {
  const cut = { lacks: { exchangers: ['cut'] as const } }
  expect(policy(lines('enforce', '*.mail.example'), {}, cut).verdict).toBe('unknown')
  expect(policy(lines('enforce', 'mail.example'), {}, cut).verdict).toBe('unmet')
})

test('the server that no pattern covers is told', () => {
  const mx = [
    { priority: 10, host: 'mx1.mail.example.', a: [], aaaa: [] },
    { priority: 20, host: 'reserve.elders.example', a: [], aaaa: [] },
  ]
  expect(policy(lines('enforce', '*.mail.example'), {}, { mx })).toMatchObject({
    reason: 'mx-differs',
    seen: { hosts: 'reserve.elders.example' },
  })
})

test('a policy that is not there, or behind a certificate nobody trusts, is no policy', () => {
  expect(policy('', { status: 404 })).toMatchObject({ reason: 'no-policy', verdict: 'unmet' })
  // §3.3: redirects are not followed, so a policy that was found behind one is none.
  const elsewhere = { url: 'https://mail.example/.well-known/mta-sts.txt' }
  expect(policy(lines('enforce', '*.mail.example'), elsewhere)).toMatchObject({ reason: 'no-policy', verdict: 'unmet' })
  expect(
    judgeWith(mtaSts, {
      mail: mail({ mtaSts: { txt: TXT, policy: unseen('tls-failed') } }),
    }).verdict,
  ).toBe('unmet')
})

test('what we could not fetch is unknown', () => {
  expect(judgeWith(mtaSts, { mail: mail({ mtaSts: { txt: TXT, policy: unseen('timeout') } }) })).toMatchObject({
    reason: 'not-seen',
    verdict: 'unknown',
  })
  expect(policy('', { status: 503 }).verdict).toBe('unknown')
})

test.each([
  [[], 'missing'],
  [['V=stsv1; id=1'], 'missing'],
  [['v=STSv1; id=1', 'v=STSv1; id=2'], 'record-invalid'],
  [['v=STSv1;'], 'record-invalid'],
  [['v=STSv1; id=a-b'], 'record-invalid'],
])('the records %j are %s', (txt, reason) => {
  const answer = judgeWith(mtaSts, { mail: mail({ mtaSts: { txt, policy: null } }) })
  expect(answer).toMatchObject({ reason, verdict: 'unmet' })
})

test('a domain that receives no mail needs none', () => {
  expect(
    judgeWith(mtaSts, {
      mail: mail({ nullMx: true, mx: [], mtaSts: { txt: [], policy: null } }),
    }).verdict,
  ).toBe('not-applicable')
})
test('a domain without mail has nothing to protect, said or not', () => {
  expect(policy('', {}, { nullMx: true }).reason).toBe('no-mail')
  expect(policy('', {}, { mx: [] }).reason).toBe('no-mail')
})
test.each([404, 410])('status %i says that there is no file', (status) => {
  expect(policy('', { status })).toMatchObject({ reason: 'no-policy', verdict: 'unmet' })
})
test.each([401, 403, 406, 429, 451, 500, 503])('status %i says nothing of the file', (status) => {
  expect(policy('', { status })).toMatchObject({
    reason: 'not-seen',
    verdict: 'unknown',
    seen: { why: String(status) },
  })
})
test('two weeks are long enough; empty lines and empty servers do not count', () => {
  expect(policy(lines('enforce', '*.mail.example', '1209600')).reason).toBe('enforce')
  expect(policy(lines('enforce', '*.mail.example', '1209599')).reason).toBe('short')
  expect(policy(`\n${lines('enforce', '*.mail.example')}\n\n`).reason).toBe('enforce')
  expect(policy(lines('enforce', '')).reason).toBe('invalid')
  expect(policy(lines('enforce', '*.mail.example').replace('STSv1', 'STSv2')).reason).toBe('invalid')
  expect(policy('version: STSv1\nmode: none\nmax_age: 86400\n').reason).toBe('mode-none')
})
