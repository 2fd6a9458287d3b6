/**
 * Who receives the mail of a domain, by the names of its mail exchangers (RFC 5321 §5). A fact about dependence, not a
 * fault.
 * Trips on: an exchanger of a company whose parent lies outside the EEA. Near misses: a European company,
 * `mx.own-domain`.
 */
import { defineCheck, whole } from '../reading/claims.ts'
import { PROVIDED, providersOf } from '../reading/providers.ts'

export const hostingMail = defineCheck({
  id: 'hosting-mail',
  needs: { mail: true },
  reasons: { ...PROVIDED, 'no-mail': whole('not-applicable', 'exchangers') },
  judge({ mail }, { lists }) {
    // RFC 7505: `0 .` says that no mail is received; without MX records nothing is known to receive it.
    if (mail.nullMx || mail.mx.length === 0) return { reason: 'no-mail', seen: { domain: mail.domain } }
    const names = mail.mx.map(({ host, priority }) => ({ host, via: `mx ${priority}` }))
    return providersOf(names, mail.domain, lists, { everyName: true })
  },
})
