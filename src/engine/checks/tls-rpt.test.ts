/** Where senders report mail that did not come in encrypted. */
import { expect, test } from 'vitest'
import { judgeWith, mail } from '../../../test/evidence.ts'
import type { Mail } from '../../model/evidence.ts'
import { tlsRpt } from './tls-rpt.ts'

const records = (tlsRptRecords: readonly string[], over: Partial<Mail> = {}) =>
  judgeWith(tlsRpt, { mail: mail({ tlsRpt: tlsRptRecords, ...over }) })

test.each([
  ['v=TLSRPTv1; rua=mailto:tls@voorbeeld.nl', 'asked', 'met'],
  ['v=TLSRPTv1;rua=mailto:tls@voorbeeld.nl,https://rapport.example/tls;', 'asked', 'met'],
  ['v=TLSRPTv1; rua=https://rapport.example/v1/tls', 'asked', 'met'],
  ['v=TLSRPTv1; onbekend=x; rua=mailto:tls@voorbeeld.nl', 'asked', 'met'],
  ['v=TLSRPTv1; rua=mailto:tls@voorbeeld.nl?subject=tls', 'asked', 'met'],
  ['v=TLSRPTv1; rua=', 'invalid', 'unmet'],
  ['v=TLSRPTv1; rua=mailto:tls?subject=a@voorbeeld.nl', 'invalid', 'unmet'],
  ['v=TLSRPTv1', 'invalid', 'unmet'],
  ['v=TLSRPTv1; rua=tls@voorbeeld.nl', 'invalid', 'unmet'],
  ['v=TLSRPTv1; rua=http://rapport.example/', 'invalid', 'unmet'],
  ['v=TLSRPTv1; rua=mailto:a@a.nl; rua=mailto:b@b.nl', 'invalid', 'unmet'],
])('%s is %s', (record, reason, verdict) => {
  expect(records([record])).toMatchObject({ reason, verdict })
})

test('none, or two', () => {
  expect(records([])).toMatchObject({ reason: 'missing', verdict: 'unmet' })
  expect(records(['v=tlsrptv1; rua=mailto:tls@voorbeeld.nl']).reason).toBe('missing')
  expect(records([], { lacks: { 'tls-rpt': ['no-answer'] } }).verdict).toBe('unknown')
  const one = 'v=TLSRPTv1; rua=mailto:tls@voorbeeld.nl'
  expect(records([one, one])).toMatchObject({ reason: 'multiple', verdict: 'unmet' })
})

test('a domain without mail has nothing to report', () => {
  expect(records([], { nullMx: true, mx: [] }).verdict).toBe('not-applicable')
  expect(records([], { mx: [] }).verdict).toBe('not-applicable')
})
