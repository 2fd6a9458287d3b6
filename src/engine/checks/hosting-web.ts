/**
 * Who runs the machine behind the site, by the names DNS gives it (RFC 1034 aliases, reverse names). Name servers are
 * left out: they tell who runs DNS, not the site. A fact about dependence, not a fault.
 * Trips on: an alias to or a reverse name of a company whose parent lies outside the EEA. Near miss: a European
 * company. A network that passes on what stands elsewhere (`cdn` in the list of owners) hides the machine behind it: of
 * one outside the EEA that is told, also before a European host (`cdn-outside`); of one in Europe alone nothing follows
 * for that machine (`cdn-inside`).
 */
import { defineCheck, shown } from '../reading/claims.ts'
import { passedOn, PROVIDED, providersOf } from '../reading/providers.ts'

export const hostingWeb = defineCheck({
  id: 'hosting-web',
  needs: { dns: true },
  reasons: { ...PROVIDED, 'cdn-outside': shown('partly'), 'cdn-inside': 'unknown', 'no-names': 'unknown' },
  judge({ dns }, { subject, lists }) {
    const aliases = dns.cname.map((host) => ({ host, via: 'cname' }))
    const reverse = dns.ptr.flatMap(({ address, names }) =>
      names.slice(0, 5).map((host) => ({ host, via: `ptr ${address}` })),
    )
    const names = [...aliases, ...reverse]
    if (names.length === 0) return { reason: 'no-names', seen: { details: [...dns.a, ...dns.aaaa].slice(0, 20) } }
    // One known name is enough: all of them stand for the same machine or for what stands before it.
    const answer = providersOf(names, subject.address, lists, { everyName: false })
    if (answer.reason !== 'inside' && answer.reason !== 'outside') return answer
    return passedOn(names, lists) ? { ...answer, reason: `cdn-${answer.reason}` } : answer
  },
})
