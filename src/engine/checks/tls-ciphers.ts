/**
 * The cipher suites a server takes, held against a version of the NCSC guidelines (`options.ruleset`).
 *   unmet   one of them is insufficient; or, where the law asks `sufficient`, to be phased out; SSL 2.0 or 3.0
 *   partly  one of them is to be phased out, where no law asks better
 * Trips on: CBC with SHA-1, exchange of keys by RSA, 3DES, RC4. Near miss: AES with GCM over elliptic curves alone.
 */
import { defineCheck } from '../reading/claims.ts'
import { byRules, levelReasons, ratedSuites, worst } from '../reading/tls-levels.ts'

export const tlsCiphers = defineCheck({
  id: 'tls-ciphers',
  needs: { handshakes: true },
  reasons: levelReasons('suites'),
  judge: ({ handshakes }, context) =>
    byRules(context, (rules) => worst(rules, ratedSuites(rules, handshakes), { address: handshakes.address })),
})
