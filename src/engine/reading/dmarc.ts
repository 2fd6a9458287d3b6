/** DMARC records by their grammar, and where they are looked for (RFC 9989 §4.7, §4.8 and §4.10). */
import { suffixes } from '../../lib/domain.ts'

const POLICIES = ['none', 'quarantine', 'reject'] as const
export type Policy = (typeof POLICIES)[number]
export type DmarcRecord = {
  /** What is asked for the domain itself, for names under it, and for names under it that do not exist. */
  readonly p: Policy | undefined
  readonly sp: Policy | undefined
  readonly np: Policy | undefined
  /** Which of these three is there and is none of the three words: then the record asks nothing. */
  readonly wrong: readonly ('p' | 'sp' | 'np')[]
  readonly test: boolean
  readonly psd: 'y' | 'n' | 'u'
  /** Mail addresses for reports, `rua` and `ruf`, without the size that older records have (§4.8). */
  readonly rua: readonly string[]
  readonly ruf: readonly string[]
}
/** The one record at a name on the walk. */
export type Found = { readonly at: string; readonly record: DmarcRecord }

/** Most questions one walk asks, and labels of the second question (§4.10). */
const QUERIES = 8
const TAGS = 100

/** Whether a TXT record is a DMARC record: its first tag is the version, in these capitals (§4.8). */
export function isDmarc(text: string): boolean {
  return /^[vV][ \t]*=[ \t]*DMARC1[ \t]*(?:;|$)/.test(text)
}

/** Whether a text was meant as one: receivers do not see it, who wrote it should know. */
export const meantAsDmarc = (text: string): boolean => /^\W{0,5}v\s*=\s*"?dmarc/i.test(text)

/**
 * Reads a record that `isDmarc`. Unknown tags, `pct` among them, are ignored, and so is what is no tag at all (§4.8).
 * Of a tag that is repeated nothing is known (RFC 6376 §3.2).
 */
export function readDmarc(text: string): DmarcRecord {
  const tags = new Map<string, string>()
  for (const part of text.split(';', TAGS).slice(1)) {
    const equals = part.indexOf('=')
    const name = part.slice(0, Math.max(equals, 0)).trim().toLowerCase()
    const value = part.slice(equals + 1).trim()
    if (!/^[a-z]+$/.test(name) || !/^[\x20-\x7e]+$/.test(value)) continue
    tags.set(name, tags.has(name) ? '' : value)
  }
  const policy = (tag: 'p' | 'sp' | 'np'): Policy | undefined =>
    POLICIES.find((each) => each === tags.get(tag)?.toLowerCase())
  const psd = tags.get('psd')?.toLowerCase()
  return {
    p: policy('p'),
    sp: policy('sp'),
    np: policy('np'),
    wrong: (['p', 'sp', 'np'] as const).filter((tag) => tags.has(tag) && policy(tag) === undefined),
    test: tags.get('t')?.toLowerCase() === 'y',
    psd: psd === 'y' || psd === 'n' ? psd : 'u',
    rua: addressesOf(tags.get('rua')),
    ruf: addressesOf(tags.get('ruf')),
  }
}

/** Mail addresses in a list of URIs; another scheme is one that receivers need not know (§4.7). */
function addressesOf(list = ''): string[] {
  return list.split(',', 50).flatMap((each) => {
    const address = /^mailto:([^\s@!]+@[a-z0-9_-]+(?:\.[a-z0-9_-]+)+)(?:\?\S*)?(?:!\d+[kmgt]?)?$/i.exec(
      each.trim(),
    )?.[1]
    return address === undefined ? [] : [address.toLowerCase()]
  })
}

/**
 * The policy that a receiver applies to mail of this domain, which exists (§4.10.1): `p` of its own record, `sp` or
 * else `p` of one above it. Without `p`, or with one of the three that is wrong, it asks `none` when reports have an
 * address, and else nothing: null.
 */
export function policyOf(record: DmarcRecord, own: boolean): Policy | null {
  if (record.p === undefined || record.wrong.length > 0) return record.rua.length > 0 ? 'none' : null
  return (own ? undefined : record.sp) ?? record.p
}

/** The names at which a walk asks, in order: the domain, and of more than eight labels the last seven (§4.10). */
export function namesToAsk(domain: string): string[] {
  const [first = domain, ...above] = suffixes(domain)
  return [first, ...above.slice(-(QUERIES - 1))]
}

/** Whether the walk ends here: the domain says it is on its own, or one above says that it is a public suffix. */
export const endsWalk = ({ record }: Found, first: boolean): boolean =>
  record.psd === 'n' || (record.psd === 'y' && !first)

/** The organisational domain by what a walk from `domain` found, the longest name first (§4.10.2). */
export function organisationOf(domain: string, found: readonly Found[]): string {
  for (const { at, record } of found) {
    if (record.psd === 'n') return at
    if (record.psd === 'y' && at !== domain)
      return (
        suffixes(domain).find(
          (name) => name.endsWith(`.${at}`) && name.split('.').length === at.split('.').length + 1,
        ) ?? domain
      )
  }
  return found.at(-1)?.at ?? domain
}

/** The record that holds for `domain` (§4.10.1): its own, else that of its organisation, else of the suffix above. */
export function holdingFor(domain: string, found: readonly Found[]): Found | undefined {
  const organisation = organisationOf(domain, found)
  return (
    found.find(({ at }) => at === domain) ??
    found.find(({ at }) => at === organisation) ??
    found.find(({ record }) => record.psd === 'y')
  )
}
