/** Servers that take mail: spoken to as far as STARTTLS, one connection at a time, and harmless whatever they say. */
import { afterEach, beforeAll, expect, test } from 'vitest'
import { serveMail, type Post } from '../../../../test/city/mail.ts'
import { openEgress } from '../../../outside/egress.ts'
import { certify, network, serveDns, serveTcp, stopAll, zone, type Signed } from '../../../outside/test-net.ts'
import { exchangersProbe } from './exchangers.ts'

let authority: Signed
let good: Signed
beforeAll(() => {
  authority = certify('Gezag', { authority: true })
  good = certify('mx.post.test', { by: authority })
})
let close = () => Promise.resolve()
afterEach(async () => {
  await close()
  await stopAll()
})

const MODERN = 'TLS_AES_256_GCM_SHA384:ECDHE-ECDSA-AES256-GCM-SHA384'
const post = (over: Partial<Post> = {}): Post => ({
  address: '127.0.0.1',
  name: 'mx.post.test',
  encrypts: { ...good.tls, ciphers: MODERN, minVersion: 'TLSv1.2' },
  ...over,
})

/** A way out in which the domain's mail goes to this port. */
async function out(port: number, hosts: readonly string[] = ['mx.post.test']) {
  const { resolver } = await serveDns(
    zone({
      'post.test': { MX: hosts.map((exchange, at) => ({ preference: at, exchange })) },
      'stil.test': { MX: [{ preference: 0, exchange: '.' }] },
      'leeg.test': { A: ['127.0.0.1'] },
    }),
  )
  return openEgress(network({ ports: { 25: port }, resolver, ca: authority.tls.cert }))
}
const look = (egress: Awaited<ReturnType<typeof out>>, domain = 'post.test') =>
  exchangersProbe.look(
    { subject: { kind: 'mail-domain', address: domain, publicBody: false } },
    { egress, signal: new AbortController().signal },
  )
async function planted(over: Partial<Post> = {}) {
  const served = await serveMail([post(over)])
  close = served.close
  return { ...served, egress: await out(served.port) }
}

test('a server that encrypts: what it takes, its certificate, one connection at a time, once for all', async () => {
  const { egress, most } = await planted()
  const seen = await look(egress)
  expect(seen).toMatchObject({ domain: 'post.test', none: false, portOpen: true, lacks: {} })
  expect(seen.servers).toHaveLength(1)
  expect(seen.servers[0]).toMatchObject({
    host: 'mx.post.test',
    state: 'encrypts',
    spokeOn: false,
    trusted: true,
    nameMatches: true,
    handshakes: {
      suites: {
        'TLSv1.3': { names: ['AES_256_GCM_SHA384'] },
        'TLSv1.2': { names: ['ECDHE_ECDSA_WITH_AES_256_GCM_SHA384'] },
        'TLSv1.1': { names: [] },
      },
      older: { extendedMasterSecret: true },
      renegotiations: null,
      earlyData: null,
      lacks: {},
    },
  })
  // The next may come before the server has heard that the one before it is gone.
  expect(most.get('mx.post.test')).toBeLessThanOrEqual(2)
  const connections = seen.servers[0]!.handshakes!.connections
  expect(await look(egress)).toEqual(seen)
  expect((await look(egress)).servers[0]!.handshakes!.connections).toBe(connections)
})

test('a server of TLS 1.3 alone still shows its certificate', async () => {
  const { egress } = await planted({ encrypts: { ...good.tls, minVersion: 'TLSv1.3' } })
  expect((await look(egress)).servers[0]).toMatchObject({
    state: 'encrypts',
    trusted: true,
    handshakes: { older: null },
  })
})

test.each([
  ['without STARTTLS', { encrypts: undefined }, 'no-starttls'],
  ['that will not have us', { greeting: '554 no thanks' }, 'busy'],
  ['that greets on many lines', { greeting: '220-hello\r\n220-there\r\n220 go on' }, 'encrypts'],
  ['that greets without end', { greeting: '220-x\r\n'.repeat(500) }, 'busy'],
  ['that greets with one line without end', { greeting: `220 ${'x'.repeat(9_000)}` }, 'busy'],
  ['that is none', { greeting: 'HTTP/1.1 400 Bad Request' }, 'busy'],
] as const)('a server %s', async (_, over, state) => {
  const { encrypts, ...rest } = post()
  const served = await serveMail([{ ...rest, ...('encrypts' in over ? {} : { encrypts: encrypts! }), ...over } as Post])
  close = served.close
  const seen = await look(await out(served.port))
  expect(seen.servers[0]).toMatchObject({ state })
  expect(seen).toMatchObject({ portOpen: true, offerSeen: state === 'encrypts' })
})

test.each([
  ['250-mx.post.test\r\n250-SIZE 1000\r\n250-XXXXXXXA\r\n250 8BITMIME', 'busy'],
  ['250-mx.post.test\r\n250 XXXX', 'busy'],
  // An extension of its own, and a name with some of them, are what the server says.
  ['250-mx.post.test\r\n250-XEXCH50\r\n250 XXL', 'no-starttls'],
  ['250-XXXXXXXA\r\n250 SIZE 1000', 'no-starttls'],
])('what a firewall rewrote in the answer to EHLO (%s): %s', async (hello, state) => {
  const port = await serveTcp((socket) => {
    socket.write('220 mx.post.test ESMTP\r\n')
    socket.on('data', (chunk) => void (String(chunk).startsWith('EHLO') && socket.write(`${hello}\r\n`)))
  })
  expect((await look(await out(port))).servers[0]).toMatchObject({ state })
})

test.each([
  ['STARTTLS (RFC 3207)', 'busy'],
  ['starttls', 'busy'],
  ['STARTTLSX', 'no-starttls'],
  ['X-STARTTLS', 'no-starttls'],
])('an offer of %s, of who then has no time: %s', async (offer, state) => {
  const port = await serveTcp((socket) => {
    socket.write('220 mx.post.test ESMTP\r\n')
    socket.on('data', (chunk) => {
      const said = String(chunk)
      if (said.startsWith('EHLO')) socket.write(`250-mx.post.test\r\n250 ${offer}\r\n`)
      if (said.startsWith('STARTTLS')) socket.write('454 later\r\n')
    })
  })
  expect((await look(await out(port))).servers[0]).toMatchObject({ state })
})

test('that somebody offered to encrypt is remembered for who comes after, by the same way out', async () => {
  const bare = post({ address: '127.0.0.2', name: 'kaal.post.test' })
  const served = await serveMail([post(), { address: bare.address, name: bare.name }])
  close = served.close
  const { resolver } = await serveDns(
    zone({
      'post.test': { MX: [{ preference: 0, exchange: 'mx.post.test' }] },
      'kaal.test': { MX: [{ preference: 0, exchange: 'kaal.post.test' }] },
    }),
  )
  const hosts = { 'mx.post.test': '127.0.0.1', 'kaal.post.test': '127.0.0.2' }
  const egress = openEgress(network({ ports: { 25: served.port }, resolver, hosts, ca: authority.tls.cert }))
  // Each visit has a way out of its own, made from the one of the run.
  const visit = (domain?: string) => look({ ...egress }, domain)
  expect(await visit('kaal.test')).toMatchObject({ offerSeen: false, servers: [{ state: 'no-starttls' }] })
  await visit()
  expect(await visit('kaal.test')).toMatchObject({ offerSeen: true, servers: [{ state: 'no-starttls' }] })
})

test('what is said in the clear after STARTTLS is thrown away, and told', async () => {
  const { egress } = await planted({ after: '250 injected\r\n' })
  const [server] = (await look(egress)).servers
  expect(server?.spokeOn).toBe(true)
})

test('a silent server is no fault of its own while nothing was ever reached on that port', async () => {
  const egress = await out(1)
  const seen = await look(egress)
  expect(seen.servers[0]).toMatchObject({ state: 'silent', why: 'unreachable' })
  expect(seen.portOpen).toBe(false)
})

test('an address inside is never spoken to, whatever the MX record says', async () => {
  let reached = 0
  const port = await serveTcp(() => reached++)
  const { resolver } = await serveDns(
    zone({ 'post.test': { MX: [{ preference: 0, exchange: 'binnen.test' }] }, 'binnen.test': { A: ['127.0.0.1'] } }),
  )
  const seen = await look(openEgress({ allow: [], hosts: {}, ports: { 25: port }, resolver }))
  expect(seen.servers[0]).toMatchObject({ state: 'silent', why: 'refused-address' })
  expect(reached).toBe(0)
})

test('a domain without mail has no servers', async () => {
  const egress = await out(1)
  expect(await look(egress, 'stil.test')).toMatchObject({ none: true, servers: [] })
  expect(await look(egress, 'leeg.test')).toMatchObject({ none: true, servers: [] })
})
