/**
 * How a connection begins, held against a version of the NCSC guidelines: no compression (RFC 7457 §2.6), beginning
 * anew only in the safe way (RFC 5746) and not without end, no data before the end of the handshake (RFC 8446 §8), no
 * signature with MD5 or SHA-1 (RFC 9155), an extended master secret (RFC 7627).
 *   unmet   one of these is wrong
 * Signing with SHA-224 as well is to be phased out; every OpenSSL of today does when nothing else is offered, so
 * that it is told and does not count.
 * Trips on: `ssl_early_data on`; SHA-1 when only that is offered. Near misses: ten times anew; a server of TLS 1.3
 * alone, which has none of the older ones.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { byRules } from '../reading/tls-levels.ts'
import type { Handshakes } from '../../model/evidence.ts'
import type { RuleSet } from '../reading/ncsc.ts'
import { details } from '../reading/telling.ts'

/** Worst first; the answer is the first that is so. */
const FAULTS = [
  'compression',
  'insecure-renegotiation',
  'early-data',
  'weak-signature',
  'no-extended-secret',
  'endless-renegotiation',
  'aging-signature',
] as const

export const tlsHandshake = defineCheck({
  id: 'tls-handshake',
  needs: { handshakes: true },
  reasons: {
    good: whole('met', 'handshake', 'suites'),
    compression: shown('unmet'),
    'insecure-renegotiation': shown('unmet'),
    'early-data': shown('unmet'),
    'weak-signature': shown('unmet'),
    'no-extended-secret': shown('unmet'),
    'endless-renegotiation': shown('unmet'),
    'aging-signature': whole('met', 'handshake', 'suites'),
    'no-such-ruleset': 'unknown',
  },
  judge({ handshakes }, context) {
    return byRules(context, (rules) => {
      const faults = faultsOf(rules, handshakes)
      const first = FAULTS.find((fault) => faults[fault] !== undefined)
      const told = FAULTS.flatMap((fault) => faults[fault] ?? [])
      const base = { ruleset: `${rules.name} (${rules.published})`, address: handshakes.address }
      return first
        ? { reason: first, seen: { ...base, which: told.join(', '), details: details(told) } }
        : { reason: 'good', seen: base }
    })
  },
})

/** What is wrong, with what was seen of it. */
function faultsOf(
  { handshake: rules }: RuleSet,
  { older, oldSignatures, earlyData, renegotiations }: Handshakes,
): Partial<Record<(typeof FAULTS)[number], string>> {
  const signs = [...(oldSignatures ?? []), older?.signedWith ?? '']
  const weak = signs.filter((name) => name.endsWith('_md5') || (name.endsWith('_sha1') && rules.signsSha1 !== 'good'))
  const aging = signs.filter((name) => name.endsWith('_sha224') && rules.signsSha224 !== 'good')
  // SSL 3.0 knows no extensions: what it cannot say is not told of it.
  const extended = older !== null && older.version !== 'SSLv3'
  return {
    ...(older?.compression ? { compression: 'DEFLATE' } : {}),
    ...(older && !older.secureRenegotiation ? { 'insecure-renegotiation': `${older.version} without RFC 5746` } : {}),
    ...(earlyData ? { 'early-data': 'max_early_data_size > 0' } : {}),
    ...(weak.length > 0 ? { 'weak-signature': weak.join(', ') } : {}),
    ...(extended && !older.extendedMasterSecret && rules.withoutExtendedSecret !== 'good'
      ? { 'no-extended-secret': `${older.version} without RFC 7627` }
      : {}),
    ...(rules.mayAnew !== null && (renegotiations ?? 0) > rules.mayAnew
      ? { 'endless-renegotiation': `> ${rules.mayAnew}` }
      : {}),
    ...(aging.length > 0 ? { 'aging-signature': aging.join(', ') } : {}),
  }
}
