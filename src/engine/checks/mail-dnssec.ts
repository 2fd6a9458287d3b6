/**
 * The mail domain is signed and the signatures are right (RFC 9364), so that nobody can change on the way where mail
 * goes.
 * Trips on: a domain without DS record and on signatures that do not hold.
 */
import { defineCheck, shown } from '../reading/claims.ts'

export const mailDnssec = defineCheck({
  id: 'mail-dnssec',
  needs: { mail: true },
  reasons: {
    secure: shown('met'),
    insecure: shown('unmet'),
    bogus: shown('unmet'),
    unvalidated: 'unknown',
    unseen: 'unknown',
  },
  judge({ mail }) {
    return { reason: mail.dnssec, seen: { domain: mail.domain } }
  },
})
