/**
 * The certificate was issued for the name the visitor typed (RFC 9525).
 * Trips on: a certificate for `www.a.nl` on the host `a.nl`.
 */
import { defineCheck, shown } from '../reading/claims.ts'
import { clip } from '../../lib/headers.ts'

export const certificateNames = defineCheck({
  id: 'certificate-names',
  needs: { tls: true },
  reasons: { matches: shown('met'), differs: shown('unmet') },
  judge({ tls }) {
    const names = tls.chain[0]?.names ?? []
    const seen = {
      host: tls.host,
      names: names
        .slice(0, 3)
        .map((name) => clip(name, 100))
        .join(', '),
      details: names.slice(0, 20).map((name) => clip(name)),
    }
    return { reason: tls.nameMatches ? 'matches' : 'differs', seen }
  },
})
