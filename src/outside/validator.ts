/**
 * Who answers our questions about names: the resolver that the installation names; else an unbound of our own, which
 * checks signatures from the root down (RFC 4035 §4); else the system's.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { getServers } from 'node:dns'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { RESERVED } from '../lib/internet-address.ts'
import { openResolver, type Resolver } from './resolver.ts'
import { NotSeen } from './not-seen.ts'
import { pause } from './within.ts'

export type Names = {
  readonly resolver: Resolver
  /** Who answers: `configured`, `unbound`, `unbound-forwarding` or `system`; null before the first question. */
  told(): Who | null
  close(): Promise<void>
}
export type Who = 'configured' | 'unbound' | 'unbound-forwarding' | 'system'
/** What to start, where a test has its own: the program, the files that tell whom to trust, and lines of its own. */
export type Own = {
  readonly program: string
  readonly anchors: string
  readonly lines?: readonly string[]
  /** A name of which the answer must be vouched for before it is used. */
  readonly proof?: string
}

/** Where Debian puts the program and the root's key (packages unbound and dns-root-data). */
const PROGRAMS = ['/usr/sbin/unbound', '/usr/local/sbin/unbound', '/usr/bin/unbound']
const ANCHORS = ['/usr/share/dns/root.key', '/var/lib/unbound/root.key', '/etc/unbound/root.key']
/** Milliseconds for the first answer. */
const READY = 8_000
/** And for one that is no failure. */
const FAILING = 3_000
/** How often one that ended by itself is started anew. */
const AGAIN = 20

/** The unbound that Debian installs, or null where there is none, or nothing that it could trust. */
export function installed(): Own | null {
  const program = PROGRAMS.find((file) => existsSync(file))
  const anchors = ANCHORS.find((file) => existsSync(file))
  return program === undefined || anchors === undefined ? null : { program, anchors }
}

/** Starts nothing before the first question. `configured`: address:port of a resolver that validates. */
export function openNames(configured?: string, own: Own | null = installed()): Names {
  let who: Who | null = null
  let started: Promise<Started | null> | undefined
  const resolvers = {
    configured: openResolver(configured),
  }
  const chosen = async (): Promise<Resolver> => {
    if (configured !== undefined || own === null) {
      who = configured === undefined ? 'system' : 'configured'
      return resolvers.configured
    }
    started ??= startOwn(own)
    const running = await started
    who = running?.who ?? 'system'
    return running?.resolver ?? resolvers.configured
  }
  return {
    resolver: { ask: async (name, type, options) => (await chosen()).ask(name, type, options) },
    told: () => who,
    async close() {
      await (await started)?.close()
    },
  }
}

type Started = { readonly who: Who; readonly resolver: Resolver; close(): Promise<void> }

/**
 * By itself from the root; where the network keeps it from asking around, by way of the system's name servers, whose
 * answers it then checks. null: neither gives an answer that it can vouch for.
 */
async function startOwn(own: Own): Promise<Started | null> {
  const ways = [
    ['unbound', []],
    ['unbound-forwarding', getServers()],
  ] as const
  for (const [who, forward] of ways) {
    if (who === 'unbound-forwarding' && forward.length === 0) continue
    const running = await start(own, forward)
    if (await proves(running.resolver, own.proof ?? 'nl')) return { who, ...running }
    await running.close()
  }
  return null
}

async function proves(resolver: Resolver, name: string): Promise<boolean> {
  const begun = Date.now()
  for (;;) {
    try {
      const { authenticated, rcode } = await resolver.ask(name, 'SOA')
      // Its first answers may fail on a busy machine, before it has the keys of those above.
      if (rcode !== 'SERVFAIL' || Date.now() > begun + FAILING) return authenticated
    } catch (error) {
      if (!(error instanceof NotSeen)) throw error
      if (Date.now() > begun + READY) return false
    }
    // Refused at its own door: it is not listening yet.
    await pause(50)
  }
}

async function start(own: Own, forward: readonly string[]): Promise<Omit<Started, 'who'>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'leidraad-unbound-'))
  const port = await freePort()
  const file = path.join(folder, 'unbound.conf')
  await writeFile(file, configuration(own, port, forward, folder))
  let closed = false
  let child: ChildProcess | undefined
  let ended = Promise.resolve()
  const run = (left: number) => {
    // It ends with us, however we end: then the pipe that the shell waits at is closed.
    const running = spawn('/bin/sh', ['-c', WITH_US, own.program, file], { stdio: ['pipe', 'ignore', 'ignore'] })
    child = running
    ended = new Promise((done) => {
      running.once('error', () => done())
      running.once('exit', () => {
        done()
        if (!closed && left > 0) void pause(1_000).then(() => (closed ? undefined : run(left - 1)))
      })
    })
    running.unref()
    ;(running.stdin as unknown as { unref?: () => void })?.unref?.()
  }
  run(AGAIN)
  return {
    resolver: openResolver(`127.0.0.1:${port}`),
    async close() {
      closed = true
      child?.stdin?.end()
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const WITH_US = `exec 3<&0
"$0" -d -c "$1" 3<&- &
child=$!
( cat <&3 >/dev/null; kill "$child" 2>/dev/null ) &
waiting=$!
wait "$child"
kill "$waiting" 2>/dev/null`

/**
 * What unbound is told. It asks servers that strangers name: none inside may be asked (the egress guard's ranges). As
 * root it puts that off by itself. Answers are kept briefly, for what is measured is how things are now.
 */
function configuration(own: Own, port: number, forward: readonly string[], folder: string): string {
  const root = process.getuid?.() === 0
  const inside = forward.length > 0 ? [] : RESERVED.map((range) => `  do-not-query-address: ${range}`)
  const server = [
    'server:',
    `  interface: 127.0.0.1@${port}`,
    `  port: ${port}`,
    '  access-control: 127.0.0.0/8 allow',
    '  do-daemonize: no',
    '  chroot: ""',
    `  username: "${root ? 'unbound' : ''}"`,
    `  directory: "${root ? '' : folder}"`,
    '  pidfile: ""',
    '  use-syslog: no',
    '  verbosity: 0',
    '  num-threads: 1',
    '  msg-cache-size: 8m',
    '  rrset-cache-size: 16m',
    '  cache-max-ttl: 900',
    '  cache-max-negative-ttl: 300',
    '  edns-buffer-size: 1232',
    '  harden-dnssec-stripped: yes',
    '  harden-below-nxdomain: yes',
    '  qname-minimisation: yes',
    '  val-bogus-ttl: 60',
    '  ede: yes',
    `  do-not-query-localhost: ${forward.length > 0 ? 'no' : 'yes'}`,
    `  trust-anchor-file: "${own.anchors}"`,
    ...inside,
    ...(own.lines ?? []),
    'remote-control:',
    '  control-enable: no',
  ]
  const zone = ['forward-zone:', '  name: "."', ...forward.map((at) => `  forward-addr: ${forwarder(at)}`)]
  return `${[...server, ...(forward.length > 0 ? zone : [])].join('\n')}\n`
}

/** As unbound writes an address with a port: 192.0.2.1@53. */
function forwarder(server: string): string {
  const bracketed = /^\[(.+)\]:(\d+)$/.exec(server) ?? /^([0-9.]+):(\d+)$/.exec(server)
  return bracketed ? `${bracketed[1]}@${bracketed[2]}` : server
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const socket = createSocket('udp4').once('error', fail)
    socket.bind(0, '127.0.0.1', () => {
      const { port } = socket.address()
      socket.close(() => done(port))
    })
  })
}
