/** TLS versions under the rule sets of two moments. */
import { expect, test } from 'vitest'
import { judgeWith, tls } from '../../../test/evidence.ts'
import { tlsVersions } from './tls-versions.ts'

const offering = (old: boolean | null, recent: boolean, newest: boolean, oldest: boolean | null = false) => ({
  tls: tls({ versions: { TLSv1: oldest, 'TLSv1.1': old, 'TLSv1.2': recent, 'TLSv1.3': newest } }),
})

test('TLS 1.3 with 1.2 is good', () => {
  expect(judgeWith(tlsVersions, offering(false, true, true))).toMatchObject({
    reason: 'good',
    seen: { offered: 'TLS 1.3, TLS 1.2' },
  })
})

test('TLS 1.2 alone is sufficient under both rule sets', () => {
  for (const ruleset of ['2.1.1', '2025-05']) {
    expect(judgeWith(tlsVersions, offering(false, true, false), { options: { ruleset } })).toMatchObject({
      reason: 'sufficient',
      verdict: 'met',
    })
  }
})

test('TLS 1.1 is to be phased out under 2.1.1 and insufficient under 2025-05', () => {
  const seen = offering(true, true, true)
  expect(judgeWith(tlsVersions, seen, { options: { ruleset: '2.1.1' } })).toMatchObject({
    reason: 'phase-out',
    verdict: 'unmet',
    seen: { old: 'TLS 1.1' },
  })
  expect(judgeWith(tlsVersions, seen, { options: { ruleset: '2025-05' } })).toMatchObject({
    reason: 'insufficient',
    verdict: 'unmet',
  })
})

test('without an option the rules of that moment hold', () => {
  const seen = offering(true, true, true, true)
  expect(judgeWith(tlsVersions, seen, { at: '2024-03-01T00:00:00Z' })).toMatchObject({
    reason: 'phase-out',
    seen: { ruleset: 'NCSC TLS 2.1.1' },
  })
  expect(judgeWith(tlsVersions, seen, { at: '2026-03-01T00:00:00Z' })).toMatchObject({
    reason: 'insufficient',
    seen: { old: 'TLS 1.1, TLS 1.0' },
  })
})

test('an old version that could not be tried leaves the question open, unless another is known to be open', () => {
  expect(judgeWith(tlsVersions, offering(null, true, true))).toMatchObject({
    reason: 'not-tried',
    verdict: 'unknown',
    seen: { versions: 'TLS 1.1' },
  })
  expect(judgeWith(tlsVersions, offering(null, true, true, true)).verdict).toBe('unmet')
})

test('a rule set that does not exist is told, not guessed', () => {
  expect(judgeWith(tlsVersions, offering(false, true, true), { options: { ruleset: 'toString' } })).toMatchObject({
    verdict: 'unknown',
    seen: { ruleset: 'toString' },
  })
})
test('a new version not tried is no doubt; an old one not tried is, and is told', () => {
  expect(judgeWith(tlsVersions, offering(null, true, true)).seen).toMatchObject({ versions: 'TLS 1.1' })
  const { tls: seen } = offering(false, true, true)
  const newestUntried = { tls: { ...seen, versions: { ...seen.versions, 'TLSv1.3': null } } }
  expect(judgeWith(tlsVersions, newestUntried).reason).toBe('sufficient')
  const nothing = { tls: { ...seen, versions: { ...seen.versions, 'TLSv1.2': false, 'TLSv1.3': false } } }
  expect(judgeWith(tlsVersions, nothing).reason).toBe('not-tried')
})
