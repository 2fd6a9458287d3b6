/**
 * How the servers encrypt that take mail for a domain. Each is spoken to as another server would, up to where mail
 * would begin; one connection at a time, and once for all domains that it takes mail for.
 */
import { X509Certificate } from 'node:crypto'
import type { Socket } from 'node:net'
import { clean } from '../../../lib/clean.ts'
import type { Exchanger, Exchangers } from '../../../model/evidence.ts'
import type { Egress } from '../../../outside/egress.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import { startTls } from '../../../outside/smtp.ts'
import { authorities, handshake } from '../../../outside/trust.ts'
import { chainFault, described, sentChain } from '../tls/certificate.ts'
import { nameIn as hostIn, records } from '../names/dns.ts'
import { scan } from '../tls/handshake-scan.ts'
import type { HostProbe } from '../host-probe.ts'

/** Servers of one domain that are spoken to, and how many of them at once. */
const HOSTS = 10
const AT_ONCE = 3
/** Connections to one server, and milliseconds for all of them. */
const MOST = 240
const TIME = 45_000
/** How long what was seen of a server holds for the next domain: one run. Of silence: shorter, it may be over. */
const HOUR = 3_600_000
const SILENCE = 300_000
const KEPT = 2_000

export const exchangersProbe: HostProbe<'exchangers'> = {
  key: 'exchangers',
  subjects: ['mail-domain'],
  patience: 160_000,
  async look({ subject: { address: domain } }, { egress, signal }) {
    const mx = (await records(egress.resolver, domain, 'MX')).flatMap((answer) =>
      answer.type === 'MX' ? [hostIn(answer.data.exchange)] : [],
    )
    const all = [...new Set(mx.filter((host) => host !== ''))].toSorted()
    const queue = all.slice(0, HOSTS)
    const servers = new Map<string, Exchanger>()
    const lane = async () => {
      for (let host = queue.shift(); host !== undefined; host = queue.shift()) {
        if (signal.aborted) throw new NotSeen('timeout', `${domain}: no time left`)
        servers.set(host, await seenOnce(egress, host))
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, lane))
    return {
      domain,
      none: all.length === 0,
      servers: all.flatMap((host) => servers.get(host) ?? []),
      portOpen: homeOf(egress).reached,
      offerSeen: homeOf(egress).offered,
      lacks: all.length > HOSTS ? { exchangers: ['cut'] } : {},
    } satisfies Exchangers
  },
}

type Kept = { readonly at: number; readonly seen: Promise<Exchanger>; silent: boolean }
/**
 * What is known of servers by one way out: whether any could be reached, and whether any offered to encrypt. A visit
 * has a way out of its own; what it asks for names with, all of a run share.
 */
type Home = { reached: boolean; offered: boolean; readonly known: Map<string, Kept> }
const homes = new WeakMap<Egress['resolver'], Home>()

function homeOf({ resolver }: Egress) {
  const home: Home = homes.get(resolver) ?? { reached: false, offered: false, known: new Map() }
  homes.set(resolver, home)
  return home
}

/** What was seen of the server a moment ago, or is being seen; else it is looked at now. */
function seenOnce(egress: Egress, host: string): Promise<Exchanger> {
  const home = homeOf(egress)
  const known = home.known.get(host)
  if (known && Date.now() - known.at < (known.silent ? SILENCE : HOUR)) return known.seen
  if (home.known.size >= KEPT) home.known.clear()
  const kept: Kept = { at: Date.now(), seen: look(egress, host), silent: false }
  home.known.set(host, kept)
  kept.seen.then(
    ({ state }) => {
      kept.silent = state === 'silent' || state === 'busy'
      home.reached ||= state !== 'silent'
    },
    () => home.known.delete(host),
  )
  return kept.seen
}

const nothing = { why: null, detail: '', spokeOn: false, handshakes: null, trusted: null, nameMatches: null } as const

async function look(egress: Egress, host: string): Promise<Exchanger> {
  const until = Date.now() + TIME
  let spokeOn = false
  try {
    const { socket, address } = await egress.connectMail(host)
    // From here on it was reached: what goes wrong now is not that we cannot get out.
    homeOf(egress).reached = true
    const first = await startTls(socket, until).catch((error: unknown) => unwilling(error))
    if (first.state !== 'ready') return { host, ...nothing, state: first.state, detail: first.detail }
    homeOf(egress).offered = true
    spokeOn = first.spokeOn
    let next: Socket | undefined = first.socket
    const connect = async () => {
      const mine = next
      next = undefined
      if (mine) return mine
      const begun = await startTls((await egress.connectMail(address)).socket, until)
      if (begun.state !== 'ready') throw new NotSeen('unreachable', begun.detail)
      return begun.socket
    }
    const { asker, certificates, ...seen } = await scan({
      connect,
      name: host,
      protocols: [],
      most: MOST,
      until,
      signal: AbortSignal.timeout(TIME),
    })
    // What takes nothing but TLS 1.3 shows its certificate to who finishes the handshake.
    const chain = certificates.length > 0 ? certificates.flatMap(readable) : await shown(egress, host, connect)
    const [leaf] = chain
    return {
      host,
      ...nothing,
      state: 'encrypts',
      spokeOn,
      handshakes: {
        ...seen,
        host,
        address,
        chain: chain.map(described),
        // Beginning anew is not tried on mail: there it looks like an attack. Data before the end is not for SMTP.
        renegotiations: null,
        earlyData: null,
        connections: asker.made(),
      },
      trusted: leaf ? chainFault(chain, authorities(egress.network)) === null : null,
      nameMatches: leaf ? leaf.checkHost(host, { subject: 'never', partialWildcards: false }) !== undefined : null,
    }
  } catch (error) {
    if (!(error instanceof NotSeen)) throw error
    const { why, message } = error
    // It agreed to encrypt and then no hello of ours was of use; other troubles are on the way.
    const state = why === 'tls-failed' ? 'refused' : 'silent'
    return { host, ...nothing, state, why, detail: clean(message, 200), spokeOn }
  }
}

/** A server that was reached and could not be spoken with. */
function unwilling(error: unknown): { readonly state: 'busy'; readonly detail: string } {
  if (!(error instanceof NotSeen)) throw error
  return { state: 'busy', detail: clean(error.message, 200) }
}

async function shown(egress: Egress, host: string, connect: () => Promise<Socket>): Promise<X509Certificate[]> {
  try {
    const lax = { rejectUnauthorized: false, checkServerIdentity: () => undefined, ALPNProtocols: [] }
    const secure = await handshake(await connect(), host, egress.network, lax)
    const chain = sentChain(secure)
    secure.end('QUIT\r\n')
    return chain
  } catch (error) {
    if (error instanceof NotSeen) return []
    throw error
  }
}

function readable(certificate: Buffer): X509Certificate[] {
  try {
    return [new X509Certificate(certificate)]
  } catch {
    return [] // what OpenSSL cannot read vouches for nothing
  }
}
