/** Names that a zone denies in few words: the answer says that all is well, and the proof beside it that nothing is. */
import type { Answer, DecodedPacket, RecordType } from 'dns-packet'

/** The type NXNAME, 128, as it is read. */
const NXNAME = 'UNKNOWN_128'

/**
 * What a zone with compact denial says of a name without records: it answers NOERROR, and that the name does not exist
 * stands in the NSEC of that very name, as the type NXNAME (RFC 9824 §3.1). Without it, such an NSEC with no other
 * type than those of every name is that of one that does not exist, or of one with only names under it (§3.2).
 */
export function deniedCompactly(
  { authorities, ...reply }: DecodedPacket,
  name: string,
  type: RecordType,
  found: readonly Answer[],
): { readonly rcode?: string; readonly bare?: true } {
  if ((reply as { rcode?: string }).rcode !== 'NOERROR' || found.some((each) => each.type === type)) return {}
  const alias = found.at(-1)
  const at = alias?.type === 'CNAME' ? plain(alias.data) : name
  const types: readonly string[] = (authorities ?? []).flatMap((each) =>
    each.type === 'NSEC' && plain(each.name) === at ? each.data.rrtypes : [],
  )
  if (types.includes(NXNAME)) return { rcode: 'NXDOMAIN' }
  return types.length > 0 && types.every((each) => each === 'NSEC' || each === 'RRSIG') ? { bare: true } : {}
}

const plain = (name: string): string => name.toLowerCase().replace(/\.$/, '')
