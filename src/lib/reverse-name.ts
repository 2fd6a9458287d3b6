/** The name under which an address is looked up in reverse. */
import { isIP } from 'node:net'

/** RFC 1035 §3.5 and RFC 3596 §2.5. */
export function reverseName(address: string): string {
  if (isIP(address) === 4) return `${address.split('.').toReversed().join('.')}.in-addr.arpa`
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const between = Array<string>(tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)).fill('0')
  const groups = [...left, ...between, ...right]
  return `${groups
    .map((group) => group.padStart(4, '0'))
    .join('')
    .split('')
    .toReversed()
    .join('.')}.ip6.arpa`
}
