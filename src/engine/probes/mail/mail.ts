/**
 * What a mail domain says of its mail: where it goes, who may send, what to do with what pretends to be it. DNS only;
 * no mail is sent.
 */
import type { Mail } from '../../../model/evidence.ts'
import { dkimOf } from './dkim.ts'
import { dmarcOf, RECORDS } from './dmarc.ts'
import { addressesOf, addressesOfAll, exists, nameIn, nameServers, records, zoneOf } from '../names/dns.ts'
import { signingOf, UNSIGHTED } from '../names/dnssec.ts'
import { openParts } from '../parts.ts'
import type { HostProbe } from '../host-probe.ts'
import { observe, textFile } from '../site/http.ts'
import { isGlobal } from '../../../lib/internet-address.ts'
import { routesOf } from '../names/routes.ts'
import { tlsaOfMail } from '../names/tlsa.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import { unchecked, type Resolver } from '../../../outside/resolver.ts'
import { isSpf } from '../../reading/spf.ts'
import { tokensIn } from '../../reading/tokens.ts'
import { texts, walkSpf } from './spf.ts'

const HOSTS = 10

export const mailProbe: HostProbe<'mail'> = {
  key: 'mail',
  subjects: ['mail-domain'],
  async look({ subject: { address: domain } }, { egress, signal }) {
    const zone = zoneOf(domain)
    const parts = openParts()
    const signing = await parts.of('signing', UNSIGHTED, () => signingOf(egress.resolver, domain, zone))
    const resolver = signing.dnssec === 'bogus' ? unchecked(egress.resolver) : egress.resolver
    if (!(await exists(resolver, domain))) throw new NotSeen('name-not-found', `${domain} does not exist`)
    const noDmarc = { at: domain, records: [], unread: [], reports: [] }
    const [exchangers, own, dmarc, sts, tlsRpt, ns] = await Promise.all([
      parts.of('exchangers', [], () => records(resolver, domain, 'MX')),
      parts.of('spf', [], () => texts(resolver, domain)),
      parts.of('dmarc', noDmarc, () => dmarcOf(resolver, domain)),
      parts.of('mta-sts', [], () => texts(resolver, `_mta-sts.${domain}`)),
      parts.of('tls-rpt', [], () => texts(resolver, `_smtp._tls.${domain}`)),
      parts.of('nameservers', [], () => nameServers(resolver, zone, parts)),
    ])
    parts.throwWhenNothing()
    const dkim = await dkimOf(resolver, domain, parts, tlsRpt.length > 0 ? `_tls.${domain}` : undefined)
    const named = exchangers
      .flatMap((answer) => (answer.type === 'MX' ? [answer.data] : []))
      .map(({ preference = 0, exchange }) => ({ priority: preference, host: nameIn(exchange) }))
      .toSorted((a, b) => a.priority - b.priority || (a.host < b.host ? -1 : 1))
    // RFC 7505 §3: `.` is no server. Beside another it contradicts that one, and mail still goes there.
    const mx = named.filter(({ host }) => host !== '')
    const nullMx = named.length > 0 && mx.length === 0
    const policy = `https://mta-sts.${domain}/.well-known/mta-sts.txt`
    const options = { signal, maxBytes: 64_000, redirects: 0, patience: 15_000, barred: true }
    const kept = mx.slice(0, HOSTS)
    const spf = own.filter(isSpf).slice(0, RECORDS)
    const unknown = { a: [], aaaa: [] }
    const addresses = (host: string) => parts.of('exchanger-addresses', unknown, () => addressesOf(resolver, host))
    if (mx.length > HOSTS) parts.cut('exchangers')
    const vouched = await parts.of('tlsa', undefined, async () =>
      kept.length > 0 ? (await resolver.ask(domain, 'MX')).authenticated : undefined,
    )
    const tlsa = (host: string) => parts.of('tlsa', undefined, () => tlsaOfMail(egress.resolver, host))
    const servers = await Promise.all(
      kept.map(async (each) => {
        const [at, expects] = await Promise.all([addresses(each.host), tlsa(each.host)])
        return { ...each, ...at, ...(expects && { tlsa: expects }) }
      }),
    )
    const met = servers.flatMap(({ a, aaaa }) => [...a, ...aaaa])
    const opened = met.filter((at) => at.includes(':') && egress.mayReach(at) && !isGlobal(at))
    const book = await egress.routes()
    const routes = book && (await routesOf(book, [...met.map((at) => ['mail', at] as const), ...addressesOfAll(ns)]))
    const txt = sts.filter((text) => /^v=STSv1\s*(;|$)/i.test(text)).slice(0, RECORDS)
    return {
      domain,
      nullMx,
      ...(mx.length > 0 && named.length > mx.length && { nullBeside: true as const }),
      spf,
      dmarc,
      dkim,
      tokens: tokensIn(own),
      ns,
      dnssec: signing.dnssec,
      mx: servers,
      ...(vouched !== undefined && { mxVouched: vouched }),
      ...(opened.length > 0 && { opened: [...new Set(opened)] }),
      ...(routes && { routes }),
      spfTree: spf.length === 1 ? await followed(resolver, domain, spf[0]!) : null,
      // RFC 8461 §3.3: the policy stands at a fixed place and no redirect is followed there.
      mtaSts: { txt, policy: txt.length === 0 ? null : await observe(() => textFile(egress, policy, options)) },
      tlsRpt: tlsRpt.filter((text) => /^v=TLSRPTv1\s*(;|$)/i.test(text)).slice(0, RECORDS),
      lacks: parts.lacks,
    } satisfies Mail
  },
}

/** The tree of the record; null when a name server on the way did not answer, for then nobody can tell. */
async function followed(resolver: Resolver, domain: string, record: string): Promise<Mail['spfTree']> {
  try {
    return await walkSpf(resolver, domain, record)
  } catch (error) {
    if (error instanceof NotSeen) return null
    throw error
  }
}
