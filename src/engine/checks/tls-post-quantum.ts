/**
 * Whether keys can be exchanged in a way that a quantum computer of later does not undo: a hybrid with ML-KEM (FIPS
 * 203; the guidelines of 2025-05 call them good). A fact that nobody has to meet yet.
 * Trips on: a server without any. Near misses: a hybrid beside X25519; the draft that browsers left
 * (X25519Kyber768Draft00), which is none.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'

const HYBRIDS = ['X25519MLKEM768', 'SecP256r1MLKEM768', 'SecP384r1MLKEM1024']

export const tlsPostQuantum = defineCheck({
  id: 'tls-post-quantum',
  needs: { handshakes: true },
  reasons: { offers: shown('met'), none: whole('partly', 'groups', 'suites') },
  judge({ handshakes }) {
    const found = (handshakes.groups.newest ?? []).filter((name) => HYBRIDS.includes(name))
    const seen = { which: found.join(', '), address: handshakes.address }
    return { reason: found.length > 0 ? 'offers' : 'none', seen }
  },
})
