/**
 * Who signs the certificate by which visitors know the site: without a new one every few months nobody gets in. The
 * authority is known by the organisation in the issuer (RFC 5280 §4.1.2.4). A fact about dependence, not a fault.
 * Trips on (partly): an authority whose parent lies outside the EEA. Near misses: a European one; one under whose name
 * another signs, and one that we do not know (`not-known`); a certificate that nobody but the site signed.
 */
import { defineCheck } from '../reading/claims.ts'
import { domainOfAuthority, organisationOf } from '../reading/caa-issuers.ts'
import { PROVIDED, providersOf } from '../reading/providers.ts'
import { clip } from '../../lib/headers.ts'

export const certificateIssuer = defineCheck({
  id: 'certificate-issuer',
  needs: { tls: true },
  reasons: { ...PROVIDED, 'not-trusted': 'unknown' },
  judge({ tls }, { subject, lists }) {
    const [leaf] = tls.chain
    if (!leaf || !tls.trusted) return { reason: 'not-trusted', seen: { host: tls.host } }
    const organisation = organisationOf(leaf.issuer) ?? ''
    const issuer = clip(leaf.issuer, 200)
    const host = domainOfAuthority(organisation)
    if (host === undefined) return { reason: 'not-known', seen: { names: clip(organisation, 200), issuer } }
    const { reason, seen } = providersOf([{ host, via: 'issuer' }], subject.address, lists, { everyName: true })
    return { reason, seen: { ...seen, names: clip(organisation, 200), issuer } }
  },
})
