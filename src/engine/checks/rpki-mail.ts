/**
 * The routes to the mail servers are announced by whom the holder of the addresses allows (RPKI, RFC 6811).
 * Trips on: a route that nobody allowed (invalid), addresses of which the holder says nothing, and (partly) some of
 * them. Near misses: a domain that takes no mail; an installation without a validator's data, which knows nothing.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { ROUTED, routed } from '../reading/routed.ts'

export const rpkiMail = defineCheck({
  id: 'rpki-mail',
  needs: { mail: true },
  reasons: { ...ROUTED, valid: whole('met', 'exchangers', 'exchanger-addresses'), 'no-mail': shown('not-applicable') },
  judge({ mail }) {
    if (mail.nullMx || (mail.mx.length === 0 && mail.lacks?.exchangers === undefined))
      return { reason: 'no-mail', seen: { domain: mail.domain } }
    return routed(
      mail.routes,
      'mail',
      mail.mx.flatMap(({ a, aaaa }) => [...a, ...aaaa]),
    )
  },
})
