/** Which addresses are out there in the world: only those may be reached, unless a network file says otherwise. */
import { BlockList, isIP } from 'node:net'

/** IANA special-purpose registries for IPv4 (RFC 6890 and its updates). */
const RESERVED_4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]
/** Of IPv6 only global unicast 2000::/3 is out there, and of that not what carries or documents something else. */
const GLOBAL_6 = ['2000::/3']
const RESERVED_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20']

/** The ranges that are not out there, for who has to be told of them: what else there is of IPv6 is not given out. */
export const RESERVED: readonly string[] = [...RESERVED_4, ...RESERVED_6, '::/3', '4000::/2', '8000::/1']

const reserved4 = ranges(RESERVED_4)
const global6 = ranges(GLOBAL_6)
const reserved6 = ranges(RESERVED_6)

/** A test for membership of any of the ranges (`127.0.0.0/8`, `::1/128`, or a single address). */
export function ranges(list: readonly string[]): BlockList {
  const block = new BlockList()
  for (const range of list) {
    const [address, bits] = range.split('/') as [string, string | undefined]
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) block.addAddress(address, family)
    else block.addSubnet(address, Number(bits), family)
  }
  return block
}

/**
 * Whether the text is an address of the public internet. Mapped, translated, private, reserved and unreadable ones are
 * not.
 */
export function isGlobal(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !reserved4.check(address, 'ipv4')
  if (family !== 6 || address.includes('%')) return false
  return global6.check(address, 'ipv6') && !reserved6.check(address, 'ipv6')
}

/** Whether a list of ranges holds the address; an IPv4-mapped IPv6 address is held as what it maps. */
export function within(block: BlockList, address: string): boolean {
  const family = isIP(address)
  return family !== 0 && block.check(address, family === 6 ? 'ipv6' : 'ipv4')
}
