/**
 * The domain has at least two name servers, in different networks (RFC 2182 §3.1): when one network is down or under
 * attack, the name can still be found.
 * Trips on: one name server (unmet), and (partly) servers that all lie in one range of 256 addresses (/24), for IPv6 in
 * one /48; and, where routes are known, servers that all hang on one network of one company (AS).
 * Near misses: two ranges beside each other; two names of one company in two networks; addresses that were not seen.
 * Unknown: servers of which no two have an address of the same kind, for nothing can be laid beside each other.
 */
import { together } from '../../lib/prefixes.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { clip } from '../../lib/headers.ts'
import type { Dns } from '../../model/evidence.ts'

const NETWORK = { four: 24, six: 48 }

export const nameserversSpread = defineCheck({
  id: 'nameservers-spread',
  needs: { dns: true },
  reasons: {
    spread: shown('met'),
    'one-company': whole('partly', 'nameservers'),
    'one-network': whole('partly', 'nameservers'),
    single: whole('unmet', 'nameservers'),
    'no-nameservers': 'unknown',
    'no-address': 'unknown',
  },
  judge({ dns }) {
    const { ns, zone } = dns
    const details = ns.slice(0, 20).map(({ host, a, aaaa }) => clip(`${host}: ${[...a, ...aaaa].join(', ') || '–'}`))
    const seen = { zone, total: ns.length, details }
    if (ns.length === 0) return { reason: 'no-nameservers', seen }
    if (ns.length === 1) return { reason: 'single', seen }
    const four = ns.flatMap(({ a }) => a)
    const six = ns.flatMap(({ aaaa }) => aaaa)
    if (four.length + six.length === 0) return { reason: 'no-address', seen }
    if (!apart(four) && !apart(six)) return { reason: beside(ns) ? 'one-network' : 'no-address', seen }
    const origins = originsOf(dns)
    return origins.length === 1
      ? { reason: 'one-company', seen: { ...seen, details: [`AS${origins[0]!}`, ...details].slice(0, 20) } }
      : { reason: 'spread', seen }
  },
})

const apart = (addresses: readonly string[]) => addresses.some((each) => !together(each, addresses[0]!, NETWORK))

/** Whether the addresses of each server can be laid beside those of another: all have one of the same kind. */
const beside = (ns: Dns['ns']) => ns.every(({ a }) => a.length > 0) || ns.every(({ aaaa }) => aaaa.length > 0)

/** The networks (AS numbers) that announce the name servers; none when that is not known of each address. */
function originsOf({ routes, ns }: Dns): number[] {
  const found = routes?.routes.filter(({ of }) => of === 'nameserver') ?? []
  const all = ns.flatMap(({ a, aaaa }) => [...a, ...aaaa])
  if (!all.every((address) => found.some((route) => route.address === address))) return []
  return [...new Set(found.map(({ origin }) => origin))]
}
