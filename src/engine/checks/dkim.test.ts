/** Keys with which mail is signed, as far as they can be seen. */
import { expect, test } from 'vitest'
import { judgeWith, mail } from '../../../test/evidence.ts'
import { ed25519Record, rsaRecord } from '../../../test/keys.ts'
import type { Dkim, Mail } from '../../model/evidence.ts'
import { dkim } from './dkim.ts'

const NONE: Dkim = { base: 'none', sure: true, wildcard: false, keys: [] }
const judged = (found: Partial<Dkim>, over: Partial<Mail> = {}) =>
  judgeWith(dkim, { mail: mail({ dkim: { ...NONE, ...found }, ...over }) })
const keys = (...records: readonly string[]) => ({
  base: 'there' as const,
  keys: records.map((record, at) => ({ selector: `selector${at + 1}`, records: [record], aliases: [] })),
})
const [strong, short, weak] = [rsaRecord(2048), rsaRecord(1024), rsaRecord(512)]

test.each([
  ['a strong key', [strong], 'strong', 'met'],
  ['Ed25519 beside RSA', [ed25519Record(), strong], 'strong', 'met'],
  ['one withdrawn beside a strong one', ['v=DKIM1; p=', strong], 'strong', 'met'],
  ['one on trial beside one that is not', [strong.replace('k=rsa', 't=y'), strong], 'strong', 'met'],
  ['one on trial alone', [strong.replace('k=rsa', 't=y')], 'trial', 'partly'],
  ['a short one', [short], 'short', 'partly'],
  ['a short one beside a strong one', [strong, short], 'short', 'partly'],
  ['one under 1024 bits', [strong, weak], 'weak', 'unmet'],
  ['one that cannot be used', ['v=DKIM1; p=!!'], 'broken', 'partly'],
  ['one of another service beside a strong one', [strong.replace('k=rsa', 's=tlsrpt'), strong], 'strong', 'met'],
  ['one of another service alone', [strong.replace('k=rsa', 's=tlsrpt')], 'other-name', 'unknown'],
  ['only withdrawn ones', ['v=DKIM1; p='], 'withdrawn', 'unknown'],
])('%s', (_, records, reason, verdict) => {
  expect(judged(keys(...records))).toMatchObject({ reason, verdict })
})

test('without mail, and with a record that was not followed, it may be one that sends nothing', () => {
  const spf = ['v=spf1 redirect=a.nl']
  expect(judged({}, { mx: [], spf, spfTree: null })).toMatchObject({ reason: 'not-sure', verdict: 'unknown' })
  expect(judged({}, { spf, spfTree: null }).reason).toBe('missing')
})

test('how long a short key is, and where it stands, is told', () => {
  expect(judged(keys(strong, short)).seen).toMatchObject({
    bits: 1024,
    selectors: 'selector1, selector2',
    details: ['selector1: rsa 2048', 'selector2: rsa 1024'],
  })
})

test('nothing there is told only when it is sure', () => {
  expect(judged({})).toMatchObject({ reason: 'missing', verdict: 'unmet' })
  expect(judged({ sure: false })).toMatchObject({ reason: 'not-sure', verdict: 'unknown' })
  expect(judged({ base: 'there' })).toMatchObject({ reason: 'other-name', verdict: 'unknown' })
  expect(judged({ base: 'there', wildcard: true })).toMatchObject({ reason: 'everywhere', verdict: 'unknown' })
  expect(judged({}, { lacks: { dkim: ['no-answer'] } })).toMatchObject({ verdict: 'unknown' })
})

test('a key that was found stands, however little else was seen', () => {
  expect(judged(keys(strong), { lacks: { dkim: ['no-answer'] } }).verdict).toBe('met')
  expect(judged({ ...keys(strong), wildcard: true }).verdict).toBe('met')
})

test('evidence of before, and a place that could not be asked, are unknown', () => {
  expect(judgeWith(dkim, { mail: mail() })).toMatchObject({ reason: 'not-seen', verdict: 'unknown' })
  expect(judgeWith(dkim, { mail: mail({ dkim: null }) })).toMatchObject({ reason: 'not-seen', verdict: 'unknown' })
})

test('who says to send nothing needs no key; who only receives nothing may still send', () => {
  expect(judged({}, { spf: ['v=spf1 -all'] })).toMatchObject({ reason: 'sends-nothing', verdict: 'not-applicable' })
  expect(judged({}, { mx: [], nullMx: true, spf: [] }).reason).toBe('sends-nothing')
  expect(judged({}, { mx: [], nullMx: true, spf: ['v=spf1 a -all'] })).toMatchObject({ reason: 'missing' })
  expect(judged({}, { mx: [], spf: [], lacks: { exchangers: ['no-answer'] } }).verdict).toBe('unknown')
  const tree = { lookups: 1, voids: 0, all: '-' as const, includes: [], problem: null, fault: null }
  const nodes = ['v=spf1 redirect=_spf.parking.nl', 'v=spf1 -all'].map((record, at) => ({
    name: `${at}.nl`,
    by: at === 0 ? null : 0,
    term: '',
    record,
  }))
  const parked = { spf: ['v=spf1 redirect=_spf.parking.nl'], spfTree: { ...tree, nodes } }
  expect(judged({}, parked).reason).toBe('sends-nothing')
  expect(judged({}, { ...parked, spfTree: tree }).reason).toBe('missing')
  // A weak key is told all the same: others can use it.
  expect(judged(keys(weak), { spf: ['v=spf1 -all'] }).verdict).toBe('unmet')
})
