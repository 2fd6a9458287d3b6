/** How a website encrypts, beyond one handshake: all it takes, and what only old or whole handshakes show. */
import { isIP, type Socket } from 'node:net'
import type { Handshakes } from '../../../model/evidence.ts'
import type { Egress } from '../../../outside/egress.ts'
import { BOTH } from '../../../outside/trust.ts'
import { scan } from './handshake-scan.ts'
import { renegotiations, resumable } from './handshake-session.ts'
import type { HostProbe } from '../host-probe.ts'

/** Connections to one website, one after another, and milliseconds for all of them. */
const MOST = 240
const TIME = 45_000

export const handshakesProbe: HostProbe<'handshakes'> = {
  key: 'handshakes',
  subjects: ['website'],
  async look({ subject: { address: host } }, { egress, signal }) {
    const first = await egress.connect(host, 443)
    const {
      asker,
      certificates: _,
      ...seen
    } = await scan({
      connect: fromFirst(first, egress),
      name: isIP(host) === 0 ? host : undefined,
      protocols: BOTH,
      most: MOST,
      until: Date.now() + TIME,
      signal,
    })
    const old = seen.older ? await asker.open() : null
    const times = old ? await renegotiations(old, host, egress.network) : null
    const newest = (seen.suites['TLSv1.3']?.names.length ?? 0) > 0
    const last = newest ? await asker.open() : null
    const session = last ? await resumable(last, host, egress.network) : null
    // Of what was to be asked and was not: who takes nothing old cannot begin anew, nor send early without TLS 1.3.
    const missed = (seen.older !== null && times === null) || (newest && (session?.earlyData ?? null) === null)
    return {
      ...seen,
      host,
      address: first.address,
      renegotiations: times,
      earlyData: session?.earlyData ?? null,
      protocol: seen.protocol ?? session?.protocol ?? null,
      stapled: seen.stapled || (session?.stapled ?? seen.stapled),
      connections: asker.made(),
      lacks: missed ? { ...seen.lacks, handshake: seen.lacks.handshake ?? ['unanswered'] } : seen.lacks,
    } satisfies Handshakes
  },
}

/** Hands out the connection that was made first, then others to the very same address. */
function fromFirst(first: { socket: Socket; address: string }, egress: Egress): () => Promise<Socket> {
  let next: Socket | undefined = first.socket
  return async () => {
    const mine = next
    next = undefined
    return mine ?? (await egress.connect(first.address, 443)).socket
  }
}
