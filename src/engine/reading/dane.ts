/** What TLSA records say of the certificates that were shown (RFC 6698, 7671 and 7672). */
import type { Certificate, Exchanger, Tlsa, TlsaRecord } from '../../model/evidence.ts'

/** What was seen of the encryption there: the certificates as sent, its own first. */
export type Shown = {
  readonly chain: readonly Certificate[]
  /** Whether it leads to an authority that browsers trust; null: that was not looked at. */
  readonly trusted: boolean | null
  readonly nameMatches: boolean | null
}

/**
 * none: no records; insecure: nobody vouches for them, so nobody uses them; unusable: none that can be used; unseen:
 * the certificate was not, or not enough of it; match: one fits; mismatch: none does.
 */
export type Dane = 'none' | 'insecure' | 'bogus' | 'unusable' | 'unseen' | 'match' | 'mismatch'

const LENGTH: Readonly<Record<number, number>> = { 1: 64, 2: 128 }

/** Whether a record is in the grammar: known numbers, and a digest of the right length. */
export function sound({ usage, selector, matching, data }: TlsaRecord): boolean {
  const length = LENGTH[matching]
  const fits = length === undefined ? data.length > 0 && matching === 0 : data.length === length
  return usage <= 3 && selector <= 1 && fits
}

/**
 * For mail only usages 2 and 3 count (RFC 7672 §3.1.3): the others lean on authorities that mail servers need not know.
 */
export const usable = (record: TlsaRecord, { mail }: { mail: boolean }): boolean =>
  sound(record) && (!mail || record.usage >= 2)

/** How the records of a service and what it showed stand to each other. `shown` null: not looked at. */
export function daneOf(tlsa: Tlsa, shown: Shown | null, how: { readonly mail: boolean }): Dane {
  if (tlsa.state === 'bogus') return 'bogus'
  if (tlsa.records.length === 0) return tlsa.state === 'unseen' ? 'unseen' : 'none'
  if (tlsa.state !== 'secure') return tlsa.state === 'unseen' ? 'unseen' : 'insecure'
  const records = tlsa.records.filter((record) => usable(record, how))
  if (records.length === 0) return 'unusable'
  if (shown === null || shown.chain.length === 0) return 'unseen'
  const fits = records.map((record) => fit(record, shown))
  if (fits.includes(true)) return 'match'
  return fits.includes(null) ? 'unseen' : 'mismatch'
}

/**
 * The same of a server that takes mail for `domain`. Its certificate may be for the server, for what the records are of
 * (the server, or what that is an alias of, RFC 7672 §2.2.3), or for the domain that the mail goes to (§3.2.2).
 */
export function daneOfMail(tlsa: Tlsa | undefined, server: Exchanger | undefined, domain: string): Dane {
  if (tlsa === undefined) return 'unseen'
  if (!server?.handshakes) return daneOf(tlsa, null, { mail: true })
  const { chain } = server.handshakes
  const also = [domain, tlsa.name.replace(/^_25\._tcp\./, '')]
  const other = also.some((name) => coversHost(chain[0]?.names ?? [], name))
  const shown = { chain, trusted: server.trusted, nameMatches: other || server.nameMatches }
  return daneOf(tlsa, shown, { mail: true })
}

/** Whether one record fits what was shown; null: not enough was kept of it to tell. */
function fit(record: TlsaRecord, { chain, trusted, nameMatches }: Shown): boolean | null {
  const own = record.usage === 1 || record.usage === 3
  const found = (own ? chain.slice(0, 1) : linked(chain)).map((certificate) => names(record, certificate))
  // A root that browsers know need not be sent: who names it in usage 0 may be right (RFC 6698 §2.1.1).
  const beyond = record.usage === 0 && trusted !== false && !endsInRoot(chain)
  const named = found.includes(true) ? true : found.includes(null) || beyond ? null : false
  // RFC 7671 §5.1: of a server's own certificate by usage 3 neither name nor dates nor issuer count.
  const also = record.usage === 3 ? [] : record.usage === 2 ? [nameMatches] : [nameMatches, trusted]
  if (named === false || also.includes(false)) return false
  return named === null || also.includes(null) ? null : true
}

/**
 * The first certificate and what names it as made by them, in whatever order they were sent (RFC 8446 §4.4.2): what
 * does not hang together with it vouches for nothing.
 */
function hanging(chain: readonly Certificate[]): readonly Certificate[] {
  const found = new Set(chain.slice(0, 1))
  // A set gives what is added to it on the way as well.
  for (const { issuer } of found) for (const each of chain) if (each.subject === issuer) found.add(each)
  return [...found]
}

/** Those of them that can vouch for the first. */
function linked(chain: readonly Certificate[]): readonly Certificate[] {
  const whole = hanging(chain)
  // One that signed itself may be its own anchor (RFC 7671 §5.2.2).
  return whole.length === 1 && signedItself(whole[0]) ? whole : whole.slice(1)
}

/** Whether a root was sent that hangs together with the first certificate. */
const endsInRoot = (chain: readonly Certificate[]): boolean => hanging(chain).some(signedItself)

const signedItself = (one: Certificate | undefined): boolean => one !== undefined && one.issuer === one.subject

/** Whether one of the names in a certificate is this host: `*.` stands for one label (RFC 9525 §6.3). */
export const coversHost = (names: readonly string[], host: string): boolean =>
  names.map((name) => name.toLowerCase()).some((name) => name === host || name === host.replace(/^[^.]+/, '*'))

function names({ selector, matching, data }: TlsaRecord, { fingerprint, digests }: Certificate): boolean | null {
  const value = data.toLowerCase()
  if (selector === 0 && matching === 1) return value === fingerprint
  // The whole certificate or key, unhashed: what is kept of it are digests only, by which it can be told.
  if (matching === 0) return null
  if (!digests) return null
  const { key256, key512, whole512 } = digests
  return value === (selector === 0 ? whole512 : matching === 1 ? key256 : key512)
}
