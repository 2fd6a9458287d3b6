/**
 * Whether a server sends along what its authority says of its certificate (OCSP stapling, RFC 6066 §8), so that a
 * visitor need not ask the authority, which then hears whom he visits. A fact: newer certificates have no such answer.
 * Trips on: a certificate that names where to ask, and nothing sent along. Near miss: one that names nothing.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'

export const ocspStapling = defineCheck({
  id: 'ocsp-stapling',
  needs: { tls: true, handshakes: true },
  reasons: {
    stapled: shown('met'),
    'not-stapled': whole('partly', 'handshake'),
    'not-askable': shown('not-applicable'),
    'not-seen': 'unknown',
  },
  judge({ tls, handshakes }) {
    const [leaf] = tls.chain
    if (handshakes.stapled) return { reason: 'stapled' }
    if (leaf?.askable === false) return { reason: 'not-askable' }
    if (leaf?.askable === undefined || handshakes.stapled === null) return { reason: 'not-seen' }
    return { reason: 'not-stapled', seen: { issuer: leaf.issuer } }
  },
})
