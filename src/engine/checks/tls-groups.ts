/**
 * What keys are exchanged over, named groups and primes, held against a version of the NCSC guidelines.
 *   unmet   one of them is insufficient, such as any prime that is not of RFC 7919
 *   partly  one of them is to be phased out, where no law asks better
 * Trips on: a prime of 1024 bits, ffdhe2048 under 2025-05, secp256k1. Near misses: X25519 with P-256; a hybrid with
 * ML-KEM under 2.1.1, which could not know it.
 */
import { defineCheck, whole } from '../reading/claims.ts'
import { byRules, levelReasons, ratedGroups, worst } from '../reading/tls-levels.ts'

export const tlsGroups = defineCheck({
  id: 'tls-groups',
  needs: { handshakes: true },
  reasons: { ...levelReasons('groups', 'suites'), none: whole('not-applicable', 'groups', 'suites') },
  judge({ handshakes }, context) {
    return byRules(context, (rules) => {
      const rated = ratedGroups(rules, handshakes)
      // A server that only takes keys by RSA exchanges none; the suites tell that.
      if (rated.length === 0) return { reason: 'none', seen: { address: handshakes.address } }
      return worst(rules, rated, { address: handshakes.address })
    })
  },
})
