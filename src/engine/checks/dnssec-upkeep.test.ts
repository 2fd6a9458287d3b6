/** How long signatures hold yet. */
import { expect, test } from 'vitest'
import { AT, dns, judgeWith } from '../../../test/evidence.ts'
import { dnssecUpkeep } from './dnssec-upkeep.ts'

const days = (count: number) => new Date(Date.parse(AT) + count * 86_400_000).toISOString()
const kept = (from: number, until: number, iterations: number | null = null) =>
  judgeWith(dnssecUpkeep, {
    dns: dns({ upkeep: { first: { from: days(from), until: days(until) }, algorithms: [13], iterations } }),
  })

test('less than a day left of a signature that was made to last', () => {
  expect(kept(-13, 0.9)).toMatchObject({
    reason: 'ends-soon',
    verdict: 'partly',
    seen: { days: 0, zone: 'voorbeeld.nl' },
  })
  // What OpenDNSSEC, and Knot 3.3 and later, let come of fourteen days, or of eight.
  for (const left of [2.9, 2, 1.6]) expect(kept(left - 14, left).verdict).toBe('met')
  expect(kept(-7.2, 0.8).verdict).toBe('met')
})

test('a name server that signs anew each day is no neglect', () => {
  expect(kept(-1, 1).verdict).toBe('met')
  expect(kept(-5, 1.5).verdict).toBe('met')
})

test('rounds of NSEC3 above none', () => {
  expect(kept(-1, 13, 10)).toMatchObject({ reason: 'iterations', verdict: 'partly', seen: { count: 10 } })
  expect(kept(-1, 13, 0).verdict).toBe('met')
  expect(kept(-13, 0.5, 10).reason).toBe('ends-soon')
})

test('what is not signed, not vouched for or not seen tells nothing', () => {
  expect(judgeWith(dnssecUpkeep, { dns: dns({ dnssec: 'insecure', ds: [] }) }).verdict).toBe('not-applicable')
  for (const dnssec of ['bogus', 'unvalidated', 'unseen'] as const)
    expect(judgeWith(dnssecUpkeep, { dns: dns({ dnssec }) }).verdict).toBe('unknown')
  // Evidence of before.
  expect(judgeWith(dnssecUpkeep, { dns: dns() })).toMatchObject({ reason: 'unseen', verdict: 'unknown' })
  expect(
    judgeWith(dnssecUpkeep, { dns: dns({ upkeep: { first: null, algorithms: [], iterations: 0 } }) }).verdict,
  ).toBe('unknown')
})
