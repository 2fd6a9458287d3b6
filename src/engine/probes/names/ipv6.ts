/** Whether a site answers at its IPv6 addresses, told apart from whether we can get there at all. */
import type { Dns } from '../../../model/evidence.ts'
import type { Egress } from '../../../outside/egress.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import { openResolver } from '../../../outside/resolver.ts'

const PATIENCE = 4_000
const ADDRESSES = 2
/** a.root-servers.net: who cannot ask it anything has no IPv6. */
const KNOWN = '[2001:503:ba3e::2:30]:53'

type Outcome = 'answers' | 'closed' | 'silent'

/**
 * 'answers': a connection came about. 'silent': it did not, while IPv4 answered and our own IPv6 works. 'untried': it
 * did not, and that may be our side. `six` and `four` are addresses that may be reached.
 */
export async function answersOverSix(
  egress: Egress,
  six: readonly string[],
  four: readonly string[],
): Promise<NonNullable<Dns['overSix']>> {
  const tried = await Promise.all(six.slice(0, ADDRESSES).map((address) => triedAt(egress, address)))
  if (tried.includes('answers')) return 'answers'
  const there = await Promise.all(four.slice(0, ADDRESSES).map((address) => triedAt(egress, address)))
  if (tried.length === 0 || !there.includes('answers')) return 'untried'
  // A door that is shut in our face is one that we got to.
  return tried.includes('closed') || (await haveSix()) ? 'silent' : 'untried'
}

async function triedAt(egress: Egress, address: string): Promise<Outcome> {
  let outcome: Outcome = 'silent'
  for (const port of [443, 80]) {
    try {
      const { socket } = await egress.connect(address, port, PATIENCE)
      socket.destroy()
      return 'answers'
    } catch (error) {
      if (!(error instanceof NotSeen)) throw error
      if (error.message.startsWith('ECONNREFUSED')) outcome = 'closed'
    }
  }
  return outcome
}

async function haveSix(): Promise<boolean> {
  try {
    return (await openResolver(KNOWN).ask('nl', 'NS')).rcode === 'NOERROR'
  } catch (error) {
    if (error instanceof NotSeen) return false
    throw error
  }
}
