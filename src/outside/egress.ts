/** The one way out: resolves a name itself, refuses what is not global, and connects to the very address it checked. */
import { connect as connectTcp, isIP, type BlockList, type Socket } from 'node:net'
import type { Network } from '../model/network.ts'
import { isGlobal, ranges, within } from '../lib/internet-address.ts'
import type { ComeBack } from './come-back.ts'
import { NotSeen } from './not-seen.ts'
import { openResolver, type Resolver } from './resolver.ts'
import { openRouteBook, type RouteBook } from './route-book.ts'

export type Egress = {
  readonly network: Network | undefined
  /** What hosts asked of this visit; absent: nobody keeps count of it. */
  readonly comeBack?: ComeBack
  readonly resolver: Resolver
  /** A resolver that asks one name server, for what it answers itself. Throws NotSeen('refused-address'). */
  nameServer(address: string): Resolver
  /** What is known of routes; null where the installation has nothing of it, or nothing of today. */
  routes(): Promise<RouteBook | null>
  /** Whether an address may be connected to: one of the public internet, or one that the network file opens. */
  mayReach(address: string): boolean
  /**
   * Addresses of a host that may be connected to, IPv4 first. Throws NotSeen: name-not-found, dns-failed,
   * refused-address.
   */
  addresses(host: string): Promise<readonly string[]>
  /** A connection to the host. Throws NotSeen as `addresses` does, or unreachable, or timeout. */
  connect(host: string, port: number, timeout?: number): Promise<Connection>
  /** A connection to a server that takes mail, at its port 25: for the probe of mail alone, never for a browser. */
  connectMail(host: string, timeout?: number): Promise<Connection>
}

type Connection = { readonly socket: Socket; readonly address: string }

/** Ports that a website may have; others are somebody's database. */
const PORTS: ReadonlySet<number> = new Set([80, 443, 8000, 8080, 8443])
/** Where servers take mail from others (RFC 5321 §4.5.4.2). */
const MAIL = 25
/** Milliseconds for all addresses of a host together, and what one of them gets at least. */
const PATIENCE = 8_000
const MIN_SHARE = 3_000
const PER_FAMILY = 2

/**
 * The way out: every connection to a visited site is made by it, and to nowhere inside. Nor to a host that is `closed`:
 * a service of the installation itself on the public internet.
 */
export function openEgress(
  network?: Network,
  closed: readonly string[] = [],
  resolver: Resolver = openResolver(network?.resolver),
): Egress {
  const { vrps, routes } = network ?? {}
  const book = vrps === undefined || routes === undefined ? undefined : openRouteBook({ vrps, routes }, resolver)
  const opened = ranges(network?.allow ?? [])
  const addresses = async (host: string) => {
    if (closed.includes(host.toLowerCase().replace(/\.$/, '')))
      throw new NotSeen('refused-address', `${host} belongs to this installation`)
    const all = await resolve(host, network, resolver)
    // One address that may not be reached makes the name suspect as a whole (DNS rebinding).
    const refused = all.find((address) => !mayReach(address, opened))
    if (refused !== undefined) {
      throw new NotSeen('refused-address', `${host} leads to ${refused}, which is not on the public internet`)
    }
    return all
  }
  return {
    network,
    resolver,
    routes: async () => (await book?.()) ?? null,
    nameServer(address) {
      if (!mayReach(address, opened)) throw new NotSeen('refused-address', `${address} is not on the public internet`)
      const port = network?.ports['53'] ?? 53
      return openResolver(isIP(address) === 6 ? `[${address}]:${port}` : `${address}:${port}`)
    },
    mayReach: (address) => mayReach(address, opened),
    addresses,
    async connect(host, port, timeout = PATIENCE) {
      if (!PORTS.has(port)) throw new NotSeen('refused-address', `port ${port} is not a port of websites`)
      return openFirst(await addresses(host), network?.ports[String(port)] ?? port, timeout)
    },
    connectMail: async (host, timeout = PATIENCE) =>
      openFirst(await addresses(host), network?.ports[String(MAIL)] ?? MAIL, timeout),
  }
}

/** The first of the addresses that answers, two of each family at most. */
async function openFirst(all: readonly string[], port: number, timeout: number): Promise<Connection> {
  const chosen = [4, 6].flatMap((family) => all.filter((address) => isIP(address) === family).slice(0, PER_FAMILY))
  const deadline = Date.now() + timeout
  let first: unknown
  for (const [at, address] of chosen.entries()) {
    // What is left is shared, so that one silent address does not hide the next.
    const share = Math.max(MIN_SHARE, (deadline - Date.now()) / (chosen.length - at))
    const left = Math.min(share, deadline - Date.now())
    if (left <= 0) break
    try {
      return { socket: await open(address, port, left), address }
    } catch (error) {
      // The first tells most: after it often comes only that this machine has no IPv6.
      first ??= error
    }
  }
  throw first
}

function mayReach(address: string, opened: BlockList): boolean {
  return isGlobal(address) || within(opened, address)
}

async function resolve(host: string, network: Network | undefined, resolver: Resolver): Promise<readonly string[]> {
  const name = host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
  if (isIP(name) !== 0) return [name]
  const fixed = fixedAddress(name, network)
  if (fixed !== undefined) return [fixed]
  // A name without a dot is a machine nearby; one that ends in a number is an address in another spelling (127.1).
  if (!name.includes('.') || /\.(\d+|0x[0-9a-f]*)$/.test(name)) {
    throw new NotSeen('refused-address', `${host} is not a public name`)
  }
  const replies = await Promise.all((['A', 'AAAA'] as const).map((type) => resolver.ask(name, type)))
  const found = replies.flatMap(({ answers }) =>
    answers.flatMap((answer) => (answer.type === 'A' || answer.type === 'AAAA' ? [answer.data] : [])),
  )
  if (found.length > 0) return found
  const rcode = replies.find((reply) => reply.rcode !== 'NOERROR')?.rcode
  if (rcode === undefined) throw new NotSeen('name-not-found', `${host} has no address`)
  if (rcode === 'NXDOMAIN') throw new NotSeen('name-not-found', `${host} does not exist`)
  throw new NotSeen('dns-failed', `${host}: the name server says ${rcode}`)
}

/** What the network file says of the name: itself, else the longest `*.suffix`. */
function fixedAddress(name: string, network: Network | undefined): string | undefined {
  if (!network) return undefined
  if (Object.hasOwn(network.hosts, name)) return network.hosts[name]
  const labels = name.split('.')
  for (let at = 1; at < labels.length; at++) {
    const address = network.hosts[`*.${labels.slice(at).join('.')}`]
    if (address !== undefined) return address
  }
  return network.hosts['*']
}

function open(address: string, port: number, timeout: number): Promise<Socket> {
  return new Promise((done, fail) => {
    const socket = connectTcp({ host: address, port })
    const timer = setTimeout(() => {
      socket.destroy()
      fail(new NotSeen('timeout', `${address} did not answer within ${(timeout / 1_000).toFixed(1)} s`))
    }, timeout)
    socket.once('connect', () => {
      clearTimeout(timer)
      done(socket)
    })
    // Stays: a reset between this moment and the caller's own listener must not go unheard and fell the process.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer)
      fail(
        new NotSeen(
          error.code === 'ETIMEDOUT' ? 'timeout' : 'unreachable',
          `${error.code ?? error.message} (${address})`,
        ),
      )
    })
  })
}
