/** Signed domains. */
import { expect, test } from 'vitest'
import { dns, judgeWith } from '../../../test/evidence.ts'
import { dnssec } from './dnssec.ts'

const WORDS = [
  ['secure', 'met'],
  ['insecure', 'unmet'],
  ['bogus', 'unmet'],
  ['unvalidated', 'unknown'],
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
test('a zone that is signed, of which the algorithm was not seen, is signed', () => {
  expect(judgeWith(dnssec, { dns: dns({ dnssec: 'secure', ds: [] }) }).reason).toBe('secure')
})
