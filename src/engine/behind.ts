/** Who stands behind an address and what ends, read from the evidence of a visit. Pure: can be read anew. */
import { hostOf, registrableDomain, sameParty } from '../lib/domain.ts'
import type {
  Certificate,
  Dns,
  Evidence,
  Exchangers,
  Http,
  Mail,
  Registration,
  TextFile,
  Tls,
} from '../model/evidence.ts'
import type { Lists } from '../model/lists.ts'
import type { Behind, DomainEnd, DrawnSpf, Expiry, Supplier, SupplierSign, SupplierWay } from '../model/supplier.ts'
import { domainOfAuthority, organisationOf } from './reading/caa-issuers.ts'
import { policiesOf } from './reading/csp.ts'
import { hostsIn } from './reading/csp-hosts.ts'
import { isDmarc, readDmarc } from './reading/dmarc.ts'
import { momentOf, readSecurityTxt } from './reading/security-txt.ts'
import { reportsTo } from './reading/tls-rpt.ts'
import { serviceOfToken } from './reading/tokens.ts'

/** Signs that are kept of one address, and of one supplier. */
const SIGNS = 300
const OF_ONE = 20

/** Everything that the evidence shows of it. What could not be seen is not there: nothing follows from a gap. */
export function behindOf(evidence: Evidence, lists: Lists): Behind {
  const own = evidence.subject.address
  const mail = seen(evidence, 'mail') as Mail | undefined
  const http = seen(evidence, 'http') as Http | undefined
  const tls = seen(evidence, 'tls') as Tls | undefined
  const dns = seen(evidence, 'dns') as Dns | undefined
  const registration = seen(evidence, 'registration') as Registration | undefined
  const reports = mail ? reportsOf(mail) : []
  const signs = [
    ...(mail ? signsOfMail(mail) : []),
    ...reports.map(({ kind, to, at }) => sign(kind, to, at)),
    ...(dns?.cname ?? []).map((name) => sign('alias', name, own)),
    ...(http ? signsOfPolicy(http, own) : []),
    ...(tls?.chain[0] ? signsOfCertificate(tls.chain[0], own) : []),
  ]
  return {
    suppliers: suppliersOf(signs.slice(0, SIGNS), own, lists),
    expiries: [
      ...(tls?.chain[0] ? [ends('certificate', own, tls.chain[0].notAfter)] : []),
      ...securityTxtEnds(http, own),
      ...(dns?.upkeep?.first ? [ends('signature', dns.cut ?? dns.zone, dns.upkeep.first.until)] : []),
      ...(registration ? domainEnds(registration, evidence.ended) : []),
    ],
    reports: reports.map(({ kind, to }) => ({ kind, to })),
    spf: mail ? drawn(mail) : null,
    servers: mail ? serversOf(mail, seen(evidence, 'exchangers') as Exchangers | undefined) : [],
    ...domainOf(evidence, registration),
  }
}

function seen(evidence: Evidence, probe: 'mail' | 'http' | 'tls' | 'dns' | 'exchangers' | 'registration'): unknown {
  const result = evidence.host.find((record) => record.probe === probe)?.result
  return result?.seen === true ? result.value : undefined
}

const sign = (way: SupplierWay, name: string, at: string): SupplierSign => ({ way, name, at })

function signsOfMail({ domain, spfTree, dkim, tokens }: Mail): SupplierSign[] {
  return [
    ...(spfTree?.includes ?? []).map((name) => sign('spf', name, domain)),
    ...(dkim?.keys ?? []).flatMap(({ selector, aliases }) =>
      aliases.slice(-1).map((name) => sign('dkim', name, `${selector}._domainkey.${domain}`)),
    ),
    ...(tokens ?? []).map((name) => sign('token', name, domain)),
  ]
}

/** Where reports go: the hosts after the @, or of an address of https. */
function reportsOf({ dmarc, tlsRpt, domain }: Mail): { kind: 'dmarc' | 'tls-rpt'; to: string; at: string }[] {
  const [record = ''] = dmarc.records
  const asked = dmarc.records.length === 1 && isDmarc(record) ? readDmarc(record) : null
  const hosts = [...(asked?.rua ?? []), ...(asked?.ruf ?? [])].map((address) =>
    address.slice(address.lastIndexOf('@') + 1),
  )
  const tls = tlsRpt.length === 1 ? reportsTo(tlsRpt[0]!) : []
  return [
    ...[...new Set(hosts)].map((to) => ({ kind: 'dmarc' as const, to, at: `_dmarc.${dmarc.at}` })),
    ...[...new Set(tls)].map((to) => ({ kind: 'tls-rpt' as const, to, at: `_smtp._tls.${domain}` })),
  ]
}

/** What the site lets its pages load or send, by the policy of its last answer. */
function signsOfPolicy({ secure, plain }: Http, own: string): SupplierSign[] {
  const chain = secure.seen ? secure.value : plain.seen ? plain.value : undefined
  const last = chain?.hops.at(-1)
  // Behind a redirect to somebody else it is the policy of that one.
  if (!chain || !last || !sameParty(hostOf(last.url) ?? own, own)) return []
  return hostsIn(policiesOf(chain)).map((host) => sign('csp', host, own))
}

function signsOfCertificate({ names, issuer }: Certificate, own: string): SupplierSign[] {
  const company = organisationOf(issuer)
  const others = names.filter((name) => !sameParty(name.replace(/^\*\./, ''), own))
  return [
    ...others.map((name) => sign('certificate-name', name.replace(/^\*\./, ''), own)),
    ...(company ? [sign('certificate-issuer', company, own)] : []),
  ]
}

/** Signs under whose they are: a company that the list of owners knows, else a domain or a name. Own names are left. */
function suppliersOf(signs: readonly SupplierSign[], own: string, lists: Lists): Supplier[] {
  const all = new Map<string, { owner: Supplier['owner']; signs: SupplierSign[] }>()
  for (const each of signs) {
    const host = hostBehind(each)
    if (host !== undefined && sameParty(host, own)) continue
    const owner = host === undefined ? undefined : lists.owner(host)
    const known = each.way !== 'certificate-issuer' && host !== undefined
    const name = owner?.company ?? (known ? registrableDomain(host) : each.name)
    const before = all.get(name) ?? { owner: owner ? ownerOf(owner) : null, signs: [] }
    const twice = before.signs.some(
      ({ way, name: sameName, at }) => way === each.way && sameName === each.name && at === each.at,
    )
    if (!twice && before.signs.length < OF_ONE) before.signs.push(each)
    all.set(name, before)
  }
  return [...all].map(([name, rest]) => ({ name, ...rest })).toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** Under which host a sign is known: a company that a token or a certificate names by something else has one too. */
function hostBehind({ way, name }: SupplierSign): string | undefined {
  if (way === 'token') return serviceOfToken(name)
  return way === 'certificate-issuer' ? domainOfAuthority(name) : name
}

type Owner = NonNullable<ReturnType<Lists['owner']>>
const ownerOf = ({ service, parent, country, source, date }: Owner): Supplier['owner'] => ({
  service,
  parent,
  country,
  source,
  listed: date,
})

const ends = (kind: Expiry['kind'], name: string, until: string): Expiry => ({ kind, name, until: until.slice(0, 10) })

/**
 * Given up or not renewed: the registry has taken it out and lets it go in some weeks (RFC 3915 §3.1), unless who holds
 * it is having it put back.
 */
const isLeaving = ({ statuses }: Registration): boolean =>
  statuses.some((status) => status === 'redemption period' || status === 'pending delete') &&
  !statuses.includes('pending restore')

/** A day that is past while the registry says that it renewed by itself is no end. */
const isRenewing = ({ until, statuses }: Registration, at: string): boolean =>
  until !== null && until < at.slice(0, 10) && statuses.includes('auto renew period')

function domainEnds(registration: Registration, at: string): Expiry[] {
  const { domain, until, changed } = registration
  if (isLeaving(registration)) return [ends('domain-leaving', domain, changed ?? at)]
  return until === null || isRenewing(registration, at) ? [] : [ends('domain', domain, until)]
}

function domainOf({ host, subject, ended }: Evidence, seen: Registration | undefined): { readonly domain?: DomainEnd } {
  const told = seen && isRenewing(seen, ended) ? 'renewing' : seen?.told
  if (seen && told) return { domain: { name: seen.domain, told, leaving: isLeaving(seen) } }
  const asked = host.some(({ probe }) => probe === 'registration')
  return asked ? { domain: { name: registrableDomain(subject.address), told: 'unseen', leaving: false } } : {}
}

function securityTxtEnds(http: Http | undefined, own: string): Expiry[] {
  const file: TextFile | undefined = http?.securityTxt.seen ? http.securityTxt.value : undefined
  if (file?.status !== 200) return []
  const [expires, ...more] = readSecurityTxt(file.text, [file.url]).expires
  const until = expires === undefined || more.length > 0 ? null : momentOf(expires)
  return until === null ? [] : [ends('security-txt', own, new Date(until).toISOString())]
}

function drawn({ spfTree }: Mail): DrawnSpf | null {
  if (!spfTree?.nodes) return null
  const { nodes, lookups, fault = null, problem, reached = [] } = spfTree
  return { nodes, lookups, fault, problem, reached: reached.slice(0, 50) }
}

/** Silence counts only where somebody else was reached on port 25 in the same run: else it may be our own network. */
function serversOf({ mx, nullMx, lacks }: Mail, looked: Exchangers | undefined): NonNullable<Behind['servers']> {
  if (nullMx) return []
  return mx.map(({ host, a, aaaa }) => {
    if (a.length + aaaa.length === 0) return { host, reach: lacks?.['exchanger-addresses'] ? 'unknown' : 'no-address' }
    const state = looked?.servers.find((server) => server.host === host)?.state
    if (state === undefined) return { host, reach: 'unknown' }
    return { host, reach: state !== 'silent' ? 'answers' : looked!.portOpen ? 'silent' : 'unknown' }
  })
}
