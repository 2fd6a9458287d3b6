/**
 * Every mail server of the domain has an IPv6 address (RFC 8200): who has no IPv4 can bring mail too.
 * Trips on: servers with A records only, or addresses that are not public: all of them (unmet) or some (partly).
 * Near misses: a domain that takes no mail, and a server whose addresses nobody could ask for.
 */
import { defineCheck, whole } from '../reading/claims.ts'
import { publicSix } from '../reading/public-six.ts'
import { clip } from '../../lib/headers.ts'

export const ipv6Mail = defineCheck({
  id: 'ipv6-mail',
  needs: { mail: true },
  reasons: {
    all: whole('met', 'exchangers'),
    some: whole('partly', 'exchanger-addresses'),
    none: whole('unmet', 'exchanger-addresses', 'exchangers'),
    'no-mail': whole('not-applicable', 'exchangers'),
    'no-address': 'unknown',
  },
  judge({ mail }) {
    const { mx, domain } = mail
    if (mail.nullMx || mx.length === 0) return { reason: 'no-mail', seen: { domain } }
    const without = mx.filter(({ aaaa }) => !aaaa.some(publicSix(mail)))
    const details = mx.slice(0, 20).map(({ host, a, aaaa }) => clip(`${host}: ${[...aaaa, ...a].join(', ') || '–'}`))
    const hosts = clip(without.map(({ host }) => host).join(', '))
    const seen = { domain, hosts, count: without.length, total: mx.length, details }
    if (without.length === 0) return { reason: 'all', seen }
    if (mx.every(({ a, aaaa }) => a.length + aaaa.length === 0)) return { reason: 'no-address', seen }
    return { reason: without.length === mx.length ? 'none' : 'some', seen }
  },
})
