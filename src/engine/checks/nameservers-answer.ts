/**
 * Each name server of the domain answers for it, and all give the same edition (RFC 1912 §2.8, RFC 1982): who asks
 * another server finds the same.
 * Trips on (partly): a server that is named and does not serve the domain (lame), or has no address at all while
 * another serves; and editions that stay apart.
 * Near misses: a change that is on its way from one server to the next, which a second look shows; a server that kept
 * silent, for that may be our side; answers that something in between gives for all of them.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { clip } from '../../lib/headers.ts'

export const nameserversAnswer = defineCheck({
  id: 'nameservers-answer',
  needs: { dns: true },
  reasons: {
    agree: whole('met', 'nameservers'),
    lame: shown('partly'),
    differ: shown('partly'),
    silent: 'unknown',
    untried: 'unknown',
  },
  judge({ dns }) {
    const servers = dns.servers ?? []
    const at = (said: string) => servers.filter((each) => each.said === said)
    const serials = [...new Set(servers.flatMap(({ serial }) => serial ?? []))]
    const details = servers
      .slice(0, 20)
      .map(({ host, address, said, serial, code }) =>
        clip(`${host} ${address}: ${said} ${serial ?? code ?? ''}`.trim()),
      )
    const tell = (hosts: readonly { readonly host: string }[]) => ({
      zone: dns.zone,
      hosts: clip([...new Set(hosts.map(({ host }) => host))].join(', ')),
      count: serials.length,
      total: dns.ns.length,
      details,
    })
    const nowhere = dns.lacks?.nameservers ? [] : dns.ns.filter(({ a, aaaa }) => a.length + aaaa.length === 0)
    const lame = [...at('lame'), ...(at('serves').length > 0 ? nowhere : [])]
    if (lame.length > 0) return { reason: 'lame', seen: tell(lame) }
    if (serials.length > 1) return { reason: 'differ', seen: tell(at('serves')) }
    if (at('silent').length > 0) return { reason: 'silent', seen: tell(at('silent')) }
    // Each server was heard at one address at least; what was not tried is a family of addresses that we lack.
    const heard = new Set(at('serves').map(({ host }) => host))
    const all = dns.ns.length > 0 && dns.ns.slice(0, 10).every(({ host }) => heard.has(host))
    return { reason: all ? 'agree' : 'untried', seen: tell(at('untried')) }
  },
})
