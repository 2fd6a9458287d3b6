/** What a mail domain says of its mail: where it goes, who may send, what to do with what pretends to be it. DNS only; no mail is sent. */
import { clean } from '../../lib/clean.ts'
import { registrableDomain } from '../../lib/domain.ts'
import type { Mail } from '../../model/evidence.ts'
import { addressesOf, nameServers, records, signingOf } from './dns.ts'
import type { HostProbe } from './host-probe.ts'
import { observe, textFile } from './http.ts'
import { NotSeen } from './not-seen.ts'
import { unchecked, type Resolver } from './resolver.ts'
import { isSpf, texts, walkSpf } from './spf.ts'

const HOSTS = 10

export const mailProbe: HostProbe<'mail'> = {
  key: 'mail', subjects: ['mail-domain'],
  async look({ subject: { address: domain } }, { egress, signal }) {
    const zone = registrableDomain(domain)
    const signing = await signingOf(egress.resolver, domain, zone)
    const resolver = signing.dnssec === 'bogus' ? unchecked(egress.resolver) : egress.resolver
    if (!(await exists(resolver, domain))) throw new NotSeen('name-not-found', `${domain} does not exist`)
    const [exchangers, own, dmarc, sts, tlsRpt, ns] = await Promise.all([
      records(resolver, domain, 'MX'), texts(resolver, domain), dmarcOf(resolver, domain, zone),
      texts(resolver, `_mta-sts.${domain}`), texts(resolver, `_smtp._tls.${domain}`), nameServers(resolver, zone),
    ])
    const mx = exchangers.flatMap((answer) => (answer.type === 'MX' ? [{ priority: answer.data.preference ?? 0, host: clean(answer.data.exchange.toLowerCase().replace(/\.$/, ''), 253) }] : []))
      .toSorted((a, b) => a.priority - b.priority || (a.host < b.host ? -1 : 1))
    const nullMx = mx.length === 1 && mx[0]!.host === ''
    const spf = own.filter(isSpf)
    const txt = sts.filter((text) => /^v=STSv1\s*(;|$)/i.test(text))
    return {
      domain, nullMx, spf, dmarc, ns, dnssec: signing.dnssec,
      mx: nullMx ? [] : await Promise.all(mx.slice(0, HOSTS).map(async (each) => ({ ...each, ...await addressesOf(resolver, each.host) }))),
      spfTree: spf.length === 1 ? await walkSpf(resolver, domain, spf[0]!) : null,
      // RFC 8461 §3.3: the policy stands at a fixed place and no redirect is followed there.
      mtaSts: { txt, policy: txt.length === 0 ? null : await observe(() => textFile(egress, `https://mta-sts.${domain}/.well-known/mta-sts.txt`, signal, 64_000)) },
      tlsRpt: tlsRpt.filter((text) => /^v=TLSRPTv1\s*(;|$)/i.test(text)),
    } satisfies Mail
  },
}

async function exists(resolver: Resolver, domain: string): Promise<boolean> {
  return (await resolver.ask(domain, 'NS')).rcode !== 'NXDOMAIN'
}

/** RFC 7489 §6.6.3: at the domain itself, else at the organisational domain. */
async function dmarcOf(resolver: Resolver, domain: string, zone: string): Promise<Mail['dmarc']> {
  for (const at of new Set([domain, zone])) {
    const found = (await texts(resolver, `_dmarc.${at}`)).filter((text) => /^v=DMARC1\s*(;|$)/i.test(text))
    if (found.length > 0) return { at, records: found }
  }
  return { at: domain, records: [] }
}
