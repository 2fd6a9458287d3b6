/** The certificates that a domain itself says to expect (DANE, RFC 6698), and whether that can be relied on. */
import { clean } from '../../../lib/clean.ts'
import type { Tlsa, TlsaRecord } from '../../../model/evidence.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import type { Resolver } from '../../../outside/resolver.ts'
import { validates } from './dnssec.ts'

const RECORDS = 20
/** Bytes of one record: a whole certificate fits. */
const BYTES = 4_096

/** The records at a service, such as `_25._tcp.mx.voorbeeld.nl`. Throws NotSeen('dns-failed') without an answer. */
export async function tlsaOf(resolver: Resolver, name: string): Promise<Tlsa> {
  const first = await resolver.ask(name, 'TLSA')
  const bogus = first.rcode === 'SERVFAIL'
  const reply = bogus ? await resolver.ask(name, 'TLSA', { unchecked: true }) : first
  if (reply.rcode !== 'NOERROR' && reply.rcode !== 'NXDOMAIN')
    throw new NotSeen('dns-failed', `TLSA ${name}: the name server says ${reply.rcode}`)
  const records = reply.answers
    .flatMap((answer) => (answer.type === 'TLSA' ? [answer.data] : []))
    .slice(0, RECORDS)
    .map(({ usage, selector, matchingType, certificate }): TlsaRecord => {
      const data = Buffer.from(certificate).subarray(0, BYTES).toString('hex')
      return { usage, selector, matching: matchingType, data }
    })
  if (bogus) return { name, records, state: 'bogus' }
  if (reply.authenticated) return { name, records, state: 'secure' }
  return { name, records, state: (await validates(resolver, name)) ? 'insecure' : 'unseen' }
}

/**
 * The records of a server that takes mail. Where its name is an alias that is vouched for, those at the end of it come
 * first (RFC 7672 §2.2.3). Throws NotSeen('dns-failed') without an answer.
 */
export async function tlsaOfMail(resolver: Resolver, host: string): Promise<Tlsa> {
  const [own, address] = await Promise.all([tlsaOf(resolver, `_25._tcp.${host}`), resolver.ask(host, 'A')])
  const last = address.answers
    .flatMap((answer) => (answer.type === 'CNAME' ? [clean(answer.data, 253).toLowerCase()] : []))
    .at(-1)
  if (last === undefined || !address.authenticated) return own
  const end = await tlsaOf(resolver, `_25._tcp.${last}`)
  return end.records.length > 0 && end.state === 'secure' ? end : own
}
