/**
 * The authority of the certificate in use is one of those that CAA records allow (RFC 8659 §3): else the next
 * certificate is refused, and the site stands without.
 * Trips on (partly): records that name only others, or nobody, for any of the names in it: an authority asks for each
 * (§4.3); a critical tag that nobody knows (§4.1). Near misses: a record that another brand of the same authority is
 * named in; `issuewild` beside a certificate without a wildcard; an authority that is not on our list, which is met
 * where it calls itself by the domain in the record, and else unknown; a name whose own records were not asked for; no
 * records at all, which `caa` tells.
 */
import { defineCheck, shown } from '../reading/claims.ts'
import { isBarrier, readCaa } from '../reading/caa.ts'
import { domainOfAuthority, namesOfIssuer, organisationOf } from '../reading/caa-issuers.ts'
import { clip } from '../../lib/headers.ts'
import type { Dns } from '../../model/evidence.ts'

export const caaIssuer = defineCheck({
  id: 'caa-issuer',
  needs: { dns: true, tls: true },
  reasons: {
    named: shown('met'),
    other: shown('partly'),
    nobody: shown('partly'),
    'no-caa': shown('not-applicable'),
    'not-known': 'unknown',
    'not-trusted': 'unknown',
    'other-name': 'unknown',
    unseen: 'unknown',
  },
  judge({ dns, tls }) {
    const [leaf] = tls.chain
    if (dns.lacks?.caa) return { reason: 'unseen' }
    const records = dns.caa?.records ?? []
    const read = records.map(readCaa)
    // §4.3: for a name with a wildcard `issuewild` counts where there is one.
    const wildTag = read.some(({ tag }) => tag === 'issuewild') ? 'issuewild' : 'issue'
    const names = (leaf?.names ?? []).filter((name) => heeds(name, dns))
    const tags = [...new Set(names.map((name) => (name.startsWith('*.') ? wildTag : 'issue')))]
    const said = tags.map((tag) => read.filter((each) => each.tag === tag)).filter((each) => each.length > 0)
    const barred = records.some(isBarrier)
    if (!barred && !read.some(({ tag }) => tag === 'issue' || tag === 'issuewild'))
      return { reason: 'no-caa', seen: { host: dns.host } }
    // A certificate of their own making was asked of nobody.
    if (!leaf || !tls.trusted) return { reason: 'not-trusted', seen: { host: dns.host } }
    if (names.length === 0) return { reason: 'other-name', seen: { host: dns.host } }
    if (!barred && said.length === 0) return { reason: 'no-caa', seen: { host: dns.host } }
    const lists = said.map((each) => [...new Set(each.flatMap(({ issuer }) => issuer ?? []))])
    const seen = { name: clip(dns.caa!.name), issuers: clip(lists.flat().join(', ')), issuer: clip(leaf.issuer, 200) }
    if (barred || lists.some((issuers) => issuers.length === 0)) return { reason: 'nobody', seen }
    const called = namesOfIssuer(leaf.issuer)
    // Of one that we do not know only the name by which it calls itself is known: another may be its name too.
    const self = domainOfAuthority(organisationOf(leaf.issuer) ?? '')
    const other = lists.find((issuers) => !issuers.some((each) => (called ?? [self]).includes(each)))
    if (other && !called) return { reason: 'not-known', seen }
    return other ? { reason: 'other', seen: { ...seen, issuers: clip(other.join(', ')) } } : { reason: 'named', seen }
  },
})

/** Whether the records found hold for this name too: it is the host or stands above it, and not above the records. */
function heeds(name: string, { host, caa }: Pick<Dns, 'host' | 'caa'>): boolean {
  const at = name.replace(/^\*\./, '')
  const under = (one: string, other: string) => one === other || one.endsWith(`.${other}`)
  return caa !== null && under(host, at) && under(at, caa.name)
}
