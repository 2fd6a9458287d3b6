/** Which IPv6 addresses count: those that the way out knows as of the public internet. */
import { isGlobal } from '../../lib/internet-address.ts'
import type { Dns } from '../../model/evidence.ts'

/** A test for an address of this evidence. Private, mapped, translated, reserved and documentation's do not count. */
export function publicSix({ opened = [] }: Pick<Dns, 'opened'>): (address: string) => boolean {
  return (address) => isGlobal(address) || opened.includes(address)
}
