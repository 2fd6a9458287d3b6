/** In whose order suites are chosen. */
import { expect, test } from 'vitest'
import { handshakes, judgeWith } from '../../../test/evidence.ts'
import type { Suites } from '../../model/evidence.ts'
import { tlsOrder } from './tls-order.ts'

const GOOD = 'ECDHE_RSA_WITH_AES_256_GCM_SHA384'
const FINE = 'ECDHE_RSA_WITH_AES_128_GCM_SHA256'
const OLD = 'ECDHE_RSA_WITH_AES_256_CBC_SHA384'
const BAD = 'RSA_WITH_RC4_128_SHA'
const judged = (names: readonly string[], order: Suites['order'], ruleset = '2025-05') => {
  const seen = handshakes()
  const suites = { ...seen.suites, 'TLSv1.2': { names, order } }
  return judgeWith(tlsOrder, { handshakes: { ...seen, suites } }, { options: { ruleset } })
}

test('a server that puts what is worse first is told, with the pair', () => {
  expect(judged([GOOD, OLD, FINE], 'server')).toMatchObject({
    reason: 'worse-first',
    verdict: 'unmet',
    seen: { worse: `TLS_${OLD}`, better: `TLS_${FINE}` },
  })
  expect(judged([BAD, OLD], 'server').reason).toBe('worse-first')
  expect(judged([GOOD, FINE, OLD, BAD], 'server')).toMatchObject({ reason: 'ordered', verdict: 'met' })
})

test('near misses: AES-128 before AES-256, the order of the client among good ones, TLS 1.3 alone', () => {
  expect(judged([FINE, GOOD], 'server')).toMatchObject({ reason: 'nothing-worse', verdict: 'met' })
  expect(judged([FINE, GOOD], 'client')).toMatchObject({ reason: 'nothing-worse', verdict: 'met' })
  expect(judged([], null)).toMatchObject({ reason: 'newest-only', verdict: 'not-applicable' })
  // By the older rules CBC with SHA-2 is sufficient.
  expect(judged([OLD, GOOD], 'server', '2.1.1').verdict).toBe('met')
})

test('who lets the client choose among good and bad leaves it half done; what was not seen is unknown', () => {
  expect(judged([GOOD, BAD], 'client')).toMatchObject({ reason: 'client-chooses', verdict: 'partly' })
  expect(judged([GOOD, BAD], null)).toMatchObject({ reason: 'not-seen', verdict: 'unknown' })
})
