/**
 * The mail domain is signed and the signatures are right (RFC 9364), so that nobody can change on the way where mail
 * goes.
 * Trips on: a domain without DS record and on signatures that do not hold.
 */
import { defineCheck } from '../../model/check.ts'

export const mailDnssec = defineCheck({
  id: 'mail-dnssec',
  needs: { mail: true },
  reasons: { secure: 'met', insecure: 'unmet', bogus: 'unmet', unvalidated: 'unknown' },
  judge({ mail }) {
    return { reason: mail.dnssec, seen: { domain: mail.domain } }
  },
})
