/**
 * The authority of the certificate in use is one of those that CAA records allow (RFC 8659 §3): else the next
 * certificate is refused, and the site stands without. Trips on (partly): records that name only others, or nobody.
 * Near misses: a record that another brand of the same authority is named in; `issuewild` beside a certificate without
 * a wildcard; an authority that is not on our list, which is met where it calls itself by the domain in the record,
 * and else unknown; no records at all, which `caa` tells.
 */
import { defineCheck, shown } from '../reading/claims.ts'
import { readCaa } from '../reading/caa.ts'
import { domainOfAuthority, namesOfIssuer, organisationOf } from '../reading/caa-issuers.ts'
import { clip } from '../../lib/headers.ts'

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
    unseen: 'unknown',
  },
  judge({ dns, tls }) {
    const [leaf] = tls.chain
    if (dns.lacks?.caa) return { reason: 'unseen' }
    const read = (dns.caa?.records ?? []).map(readCaa)
    // RFC 8659 §4.3: for a name with a wildcard `issuewild` counts where there is one.
    const wild = leaf !== undefined && !leaf.names.includes(dns.host)
    const tag = wild && read.some((each) => each.tag === 'issuewild') ? 'issuewild' : 'issue'
    const allowed = read.filter((each) => each.tag === tag)
    if (allowed.length === 0) return { reason: 'no-caa', seen: { host: dns.host } }
    // A certificate of their own making was asked of nobody.
    if (!leaf || !tls.trusted) return { reason: 'not-trusted', seen: { host: dns.host } }
    const issuers = [...new Set(allowed.flatMap(({ issuer }) => issuer ?? []))]
    const seen = { name: clip(dns.caa!.name), issuers: clip(issuers.join(', ')), issuer: clip(leaf.issuer, 200) }
    if (issuers.length === 0) return { reason: 'nobody', seen }
    const names = namesOfIssuer(leaf.issuer)
    // Of one that we do not know only the name by which it calls itself is known: another may be its name too.
    const self = domainOfAuthority(organisationOf(leaf.issuer) ?? '')
    if (!names && self !== undefined && issuers.includes(self)) return { reason: 'named', seen }
    if (!names) return { reason: 'not-known', seen }
    return { reason: issuers.some((each) => names.includes(each)) ? 'named' : 'other', seen }
  },
})
