/**
 * Serves the sites that misbehave, each under a name of its own, with traps beside them that nobody may reach: web
 * servers on addresses inside, and a port that hears what goes past the proxy.
 */
import { createSocket } from 'node:dgram'
import { createServer as createHttpServer } from 'node:http'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer, type TlsOptions } from 'node:tls'
import type { Network } from '../../src/model/network.ts'
import { certify } from '../../src/outside/test-net.ts'
import { answers } from './answers.ts'
import { exchangers, mailNames } from './exchangers.ts'
import { page, type Certified, type Fault, type Traps } from './fault.ts'
import { names, serveNames } from './names.ts'
import { pages } from './pages.ts'
import { ORDINARY, whole } from './whole.ts'
import { wires } from './wires.ts'

export const faults: readonly Fault[] = [...answers, ...pages, ...wires, ...names, ...whole, ORDINARY]
export const addressOf = (fault: Fault): string => `${fault.name}${'named' in fault ? '.naam' : ''}.test`
/** An ordinary site among them. */
export const HEALTHY = 'gezond.test'

const WEB = '127.1.0.1'
const INSIDE = '127.9.9.9'
const HTML = 'text/html; charset=utf-8'
/** Faults below HTTP stand on an address of their own. */
const own = (row: number, at: number) => `127.1.${row}.${at + 1}`

export async function openHostileCity() {
  const servers: Server[] = []
  const sockets = new Set<Socket>()
  const listen = async (server: Server, address: string, port = 0): Promise<number> => {
    server.on('connection', (socket: Socket) => {
      sockets.add(socket)
      socket.on('error', () => socket.destroy()).once('close', () => sockets.delete(socket))
    })
    await new Promise<void>((done, fail) => server.once('error', fail).listen(port, address, done))
    servers.push(server)
    return (server.address() as AddressInfo).port
  }
  const trapped: string[] = []
  const udp = createSocket('udp4')
  udp.on('message', (message) => trapped.push(`udp ${message.length}`))
  await new Promise<void>((done) => udp.bind(0, INSIDE, done))
  const web = await serveWeb(
    (server, port) => listen(server, WEB, port),
    () => traps,
    (what) => void trapped.push(what),
  )
  const traps: Traps = { http: web, udp: udp.address().port, address: INSIDE }
  for (const address of [INSIDE, '127.0.0.1', '::1']) {
    const trap = createServer((socket) => {
      trapped.push(`tcp ${address}`)
      socket.end()
    })
    await listen(trap, address, web).catch((error: NodeJS.ErrnoException) => {
      // A machine without IPv6 has no such address to fall into.
      if (error.code !== 'EADDRNOTAVAIL' && error.code !== 'EAFNOSUPPORT') throw error
    })
  }
  const hosts: Record<string, string> = { [HEALTHY]: WEB }
  for (const fault of faults) if (!('named' in fault)) hosts[addressOf(fault)] = WEB
  const onWire = faults.filter((fault) => 'wire' in fault)
  for (const [at, fault] of onWire.entries()) {
    hosts[addressOf(fault)] = own(1, at)
    await listen(createServer(fault.wire), own(1, at), web)
  }
  const authority = certify('Gezag', { authority: true })
  let tls = 0
  const onTls = faults.filter((fault) => 'wireOfTls' in fault || 'tls' in fault)
  for (const [at, fault] of onTls.entries()) {
    const name = addressOf(fault)
    hosts[name] = own(2, at)
    const server =
      'wireOfTls' in fault
        ? createServer(fault.wireOfTls)
        : createTlsServer(tlsOf(fault.tls, name, authority), fault.talk)
    tls = await listen(server, own(2, at), tls)
  }
  let post = 0
  for (const [at, { name, talk }] of exchangers.entries()) {
    hosts[`mx.${name}.post.test`] = own(3, at)
    post = await listen(createServer(talk), own(3, at), post)
  }
  await listen(
    createServer((socket) => void (trapped.push('smtp'), socket.end())),
    INSIDE,
    post,
  )
  // Their names are asked, and not looked up in the file.
  const named = await serveNames(mailAnswer)
  const network: Network = {
    // A range of IPv6 that leads nowhere from here, for who has nothing else.
    allow: ['127.1.0.0/16', 'fd00:1d::/32'],
    resolver: named.resolver,
    hosts,
    ports: { 80: web, 443: tls, 25: post },
    ca: authority.tls.cert,
  }
  return {
    network,
    trapped,
    async close() {
      for (const socket of sockets) socket.destroy()
      await Promise.all(servers.map((server) => new Promise((done) => server.close(done))))
      await new Promise<void>((done) => udp.close(done))
      await named.close()
    },
  }
}

/** One server for all that speak HTTP; which fault it plays says the name that is asked for. */
async function serveWeb(
  listen: (server: Server, port: number) => Promise<number>,
  traps: () => Traps,
  sent: (what: string) => void,
): Promise<number> {
  const byName = new Map(faults.map((fault) => [addressOf(fault), fault]))
  const web = createHttpServer({ maxHeaderSize: 1_000_000 }, (request, response) => {
    response.on('error', () => undefined)
    // Nothing is ever sent by a form that we meet.
    if (request.url === '/verzonden') sent(`sent to ${request.headers.host}`)
    const fault = byName.get(request.headers.host?.split(':')[0] ?? '')
    if (fault && 'answer' in fault) return fault.answer(request, response, traps())
    response.setHeader('content-type', HTML)
    if (!fault || !('html' in fault)) return void response.end(page(''))
    for (const [name, value] of Object.entries('headers' in fault ? (fault.headers ?? {}) : {}))
      response.setHeader(name, value)
    return void response.end(typeof fault.html === 'string' ? fault.html : fault.html(traps()))
  })
  const door = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.once('data', (head) => {
      const name = /^host:[ \t]*([^\r\n:]+)/im.exec(head.toString('latin1'))?.[1] ?? ''
      const fault = byName.get(name)
      if (fault && 'line' in fault) return fault.line(socket)
      socket.pause()
      socket.unshift(head)
      web.emit('connection', socket)
      return void socket.resume()
    })
  })
  return listen(door, 0)
}

const NAMES = 1_000

function tlsOf(how: TlsOptions | Certified, name: string, authority: ReturnType<typeof certify>): TlsOptions {
  if (how === 'self-signed') return certify(name).tls
  const common = how === 'other-name' ? 'ander.test' : how === 'script' ? '<img src=x onerror=alert(1)>' : name
  const site = certify('tussen.test', { by: authority })
  const by =
    how === 'other-authority' ? certify('Onbekend', { authority: true }) : how === 'signed-by-site' ? site : authority
  const signed = certify(common, {
    by,
    ...(how === 'script' && { names: [name] }),
    ...(how === 'widest-name' && { names: ['*.test'] }),
    ...(how === 'many-names' && { names: [...Array.from({ length: NAMES }, (_, at) => `nog-${at}.test`), name] }),
    ...(how === 'early' && { from: 5 }),
    ...(how === 'expired' && { from: -90, until: -1 }),
  })
  const cert = how === 'signed-by-site' ? signed.tls.cert + site.tls.cert : signed.tls.cert
  return { ...signed.tls, cert, ...(typeof how === 'object' && how) }
}

function mailAnswer(name: string, type: string): readonly Answer[] | undefined {
  const fault = /(?:^|\.)([a-z0-9-]+)\.post\.test$/.exec(name)?.[1]
  if (fault === undefined) return undefined
  const told = mailNames[fault]
  if (told) return told(name, type)
  if (type !== 'MX' || name.startsWith('mx.')) return []
  return [{ name, type, ttl: 60, data: { preference: 1, exchange: `mx.${name}` } }]
}
type Answer = NonNullable<ReturnType<Parameters<typeof serveNames>[0]>>[number]
