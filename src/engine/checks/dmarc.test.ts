/** DMARC records: what they ask of receivers. */
import { expect, test } from 'vitest'
import { judgeWith, mail } from '../../../test/evidence.ts'
import type { Mail } from '../../model/evidence.ts'
import { dmarc } from './dmarc.ts'

const records = (all: readonly string[], over: Partial<Mail> = {}, at = 'voorbeeld.nl') =>
  judgeWith(dmarc, { mail: mail({ dmarc: { at, records: all }, ...over }) })
const RUA = 'rua=mailto:dmarc@voorbeeld.nl'

test.each([
  ['v=DMARC1; p=reject', 'reject', 'met'],
  ['v=DMARC1;P=Reject;', 'reject', 'met'],
  [`v=DMARC1; p=quarantine; pct=100; ${RUA}`, 'quarantine', 'met'],
  ['v = DMARC1; p=reject; pct=50; onbekend=x', 'reject', 'met'],
  ['v=DMARC1; p=quarantine; t=y', 'test', 'partly'],
  ['v=DMARC1; p=reject; t=n', 'reject', 'met'],
  [`v=DMARC1; p=none; ${RUA}`, 'reports', 'partly'],
  [`v=DMARC1; ${RUA}`, 'reports', 'partly'],
  [`v=DMARC1; p=afwijzen; ${RUA}`, 'wrong', 'partly'],
  [`v=DMARC1; p=reject; sp=whatever; ${RUA}`, 'wrong', 'partly'],
  ['v=DMARC1; p=reject; sp=whatever', 'invalid', 'unmet'],
  ['v=DMARC1; p=none', 'none', 'unmet'],
  ['v=DMARC1; p=none; rua=dmarc@voorbeeld.nl', 'none', 'unmet'],
  ['v=DMARC1; p=afwijzen', 'invalid', 'unmet'],
  ['v=DMARC1', 'invalid', 'unmet'],
  ['v=DMARC1; p=none; p=reject', 'invalid', 'unmet'],
  ['v=DMARC1 p=reject', 'unread', 'unmet'],
  ['v=dmarc1; p=reject', 'unread', 'unmet'],
])('"%s" is %s', (record, reason, verdict) => {
  expect(records([record])).toMatchObject({ reason, verdict })
})

test('no record, or two, is no policy', () => {
  expect(records([])).toMatchObject({ reason: 'missing', verdict: 'unmet' })
  expect(records(['v=DMARC1; p=reject', 'v=DMARC1; p=reject'])).toMatchObject({ reason: 'multiple', verdict: 'unmet' })
})

test('two of its own under one that holds are found by some receivers only', () => {
  const below = (record: string, unread: readonly string[]) =>
    judgeWith(dmarc, {
      mail: mail({ domain: 'post.voorbeeld.nl', dmarc: { at: 'voorbeeld.nl', records: [record], unread } }),
    })
  const two = ['v=DMARC1; p=none', 'v=DMARC1; p=reject']
  expect(below('v=DMARC1; p=reject', two)).toMatchObject({ reason: 'doubled', verdict: 'partly', seen: { count: 2 } })
  expect(below('v=DMARC1; p=reject', []).reason).toBe('reject')
  // What asks nothing is no better for it.
  expect(below('v=DMARC1; p=none', two).reason).toBe('none')
})

test('what was meant as a record is told as such', () => {
  expect(records([], { dmarc: { at: 'voorbeeld.nl', records: [], unread: ['v=dmarc1; p=reject'] } })).toMatchObject({
    reason: 'unread',
    seen: { record: 'v=dmarc1; p=reject' },
  })
})

const ELSEWHERE = 'rua=mailto:a@post.example'
test.each([
  [`p=reject; ${ELSEWHERE}`, false, 'reject-unheard', 'met'],
  [`p=reject; ${ELSEWHERE}`, null, 'reject', 'met'],
  [`p=reject; ${ELSEWHERE}`, true, 'reject', 'met'],
  [`p=quarantine; ${ELSEWHERE}`, false, 'quarantine-unheard', 'met'],
  [`p=none; ${ELSEWHERE}`, false, 'reports-unheard', 'unmet'],
  [`p=none; ${ELSEWHERE}`, null, 'reports-unseen', 'unknown'],
  [`p=none; ${ELSEWHERE}`, true, 'reports', 'partly'],
  [`p=none; ${ELSEWHERE},mailto:a@voorbeeld.nl`, false, 'reports', 'partly'],
  [`p=none; ${ELSEWHERE},mailto:a@nietpost.example`, false, 'reports', 'partly'],
] as const)('%s, welcome elsewhere: %s, is %s', (tags, welcome, reason, verdict) => {
  const dmarc = { at: 'voorbeeld.nl', records: [`v=DMARC1; ${tags}`], reports: [{ host: 'post.example', welcome }] }
  expect(records([], { dmarc })).toMatchObject({ reason, verdict })
})

test('sp counts only for a record of the organisational domain', () => {
  const record = 'v=DMARC1; p=reject; sp=none'
  expect(records([record]).reason).toBe('reject')
  expect(records([record], { domain: 'nieuws.voorbeeld.nl' }).reason).toBe('none')
  expect(records(['v=DMARC1; p=reject'], { domain: 'nieuws.voorbeeld.nl' }).verdict).toBe('met')
})

test('a domain without mail is asked to reject', () => {
  expect(records(['v=DMARC1; p=quarantine'], { nullMx: true, mx: [], spf: ['v=spf1 -all'] })).toMatchObject({
    reason: 'quarantine-no-mail',
    verdict: 'partly',
  })
  expect(records(['v=DMARC1; p=reject'], { mx: [] }).verdict).toBe('met')
})
test('quarantine is enough for a domain with mail; one without, said or not, may ask more', () => {
  const asks = (over: Partial<Mail>) => records(['v=DMARC1; p=quarantine; rua=mailto:a@voorbeeld.nl'], over).reason
  expect(asks({})).toBe('quarantine')
  expect(asks({ nullMx: true, spf: ['v=spf1 -all'] })).toBe('quarantine-no-mail')
  expect(asks({ mx: [], spf: [] })).toBe('quarantine-no-mail')
  // It receives nothing and sends newsletters: there is genuine mail that could suffer.
  expect(asks({ mx: [], spf: ['v=spf1 include:_spf.nieuws.nl ~all'] })).toBe('quarantine')
  const unheard = records(['v=DMARC1; p=quarantine'], { mx: [], spf: [], lacks: { spf: ['no-answer'] } })
  expect(unheard.verdict).toBe('unknown')
})
