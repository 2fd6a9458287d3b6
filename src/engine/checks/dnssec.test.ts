/** Signed domains. */
import { expect, test } from 'vitest'
import { dns, judgeWith } from '../../../test/evidence.ts'
import { dnssec } from './dnssec.ts'

const WORDS = [
  ['secure', 'met'],
  ['insecure', 'unmet'],
  ['bogus', 'unmet'],
  ['unvalidated', 'unknown'],
  ['unseen', 'unknown'],
] as const

test.each(WORDS)('a zone that is %s is %s', (word, verdict) => {
  expect(judgeWith(dnssec, { dns: dns({ dnssec: word }) })).toMatchObject({ reason: word, verdict })
})

test('keys of SHA-1 alone are outdated, beside a modern one they are on their way out', () => {
  const key = (algorithm: number) => ({ keyTag: algorithm, algorithm, digestType: 2 })
  expect(judgeWith(dnssec, { dns: dns({ ds: [key(7)] }) })).toMatchObject({
    reason: 'outdated',
    verdict: 'partly',
    seen: { algorithms: '7' },
  })
  expect(judgeWith(dnssec, { dns: dns({ ds: [key(7), key(13)] }) }).verdict).toBe('met')
  expect(judgeWith(dnssec, { dns: dns({ ds: [key(8)] }) }).verdict).toBe('met')
  expect(judgeWith(dnssec, { dns: dns({ ds: [key(7)], dnssec: 'bogus' }) }).verdict).toBe('unmet')
})

test('a key that its parent gives by SHA-1 alone is outdated, beside SHA-256 it is not', () => {
  const by = (...digests: readonly number[]) =>
    judgeWith(dnssec, { dns: dns({ ds: digests.map((digestType) => ({ keyTag: 1, algorithm: 13, digestType })) }) })
  expect(by(1)).toMatchObject({ reason: 'outdated', verdict: 'partly' })
  expect(by(1, 2).reason).toBe('secure')
  expect(by(2).reason).toBe('secure')
  expect(by(4).reason).toBe('secure')
})

test('a zone that is signed, of which the algorithm was not seen, is signed', () => {
  expect(judgeWith(dnssec, { dns: dns({ dnssec: 'secure', ds: [] }) }).reason).toBe('secure')
})

test('a signed name that is an alias of one that is not is half signed; vouched for all along it is signed', () => {
  const alias = { cname: ['web.cdn.example'] }
  expect(judgeWith(dnssec, { dns: dns({ ...alias, vouched: false }) })).toMatchObject({
    reason: 'alias-insecure',
    verdict: 'partly',
    seen: { zone: 'voorbeeld.nl', alias: 'web.cdn.example' },
  })
  expect(judgeWith(dnssec, { dns: dns({ ...alias, vouched: true }) }).reason).toBe('secure')
  expect(judgeWith(dnssec, { dns: dns(alias) }).reason).toBe('secure')
  expect(judgeWith(dnssec, { dns: dns({ ...alias, vouched: false, dnssec: 'insecure' }) }).reason).toBe('insecure')
})

test('the zone that was judged is told, not the domain above it', () => {
  const seen = judgeWith(dnssec, { dns: dns({ cut: 'loket.voorbeeld.nl', dnssec: 'insecure', ds: [] }) }).seen
  expect(seen.zone).toBe('loket.voorbeeld.nl')
})

test('what is broken where an alias leads is told of that name', () => {
  expect(judgeWith(dnssec, { dns: dns({ dnssec: 'bogus', brokenAt: 'alias', cname: ['web.cdn.nl'] }) })).toMatchObject({
    reason: 'alias-bogus',
    verdict: 'unmet',
    seen: { alias: 'web.cdn.nl' },
  })
  expect(judgeWith(dnssec, { dns: dns({ dnssec: 'bogus', cname: ['web.cdn.nl'] }) }).reason).toBe('bogus')
})
