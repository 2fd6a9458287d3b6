import { createSecureServer } from 'node:http2'
import { connect, type Socket } from 'node:net'
import { createServer, type TlsOptions } from 'node:tls'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { judgeWith } from '../../../../test/evidence.ts'
import { openEgress } from '../../../outside/egress.ts'
import { certify, listen, network, serveHttp, serveTcp, stopAll, type Signed } from '../../../outside/test-net.ts'
import { certificateLifetime } from '../../checks/certificate-lifetime.ts'
import { tlsProbe } from './tls.ts'

let authority: Signed
let between: Signed
let other: Signed
let good: Signed
beforeAll(() => {
  authority = certify('Gezag', { authority: true })
  between = certify('Tussen', { authority: true, by: authority })
  other = certify('Ander gezag', { authority: true })
  good = certify('stad.test', { by: authority })
})
afterEach(stopAll)

const look = (port: number, host = 'stad.test') =>
  tlsProbe.look(
    { subject: { kind: 'website', address: host, publicBody: true } },
    {
      egress: openEgress(network({ ports: { 443: port }, ca: authority.tls.cert })),
      signal: new AbortController().signal,
    },
  )
const serve = (options: TlsOptions) =>
  listen(
    createServer({ ciphers: 'ALL:@SECLEVEL=0', ...options }, (socket) => {
      socket.on('error', () => undefined)
      socket.end()
    }).on('tlsClientError', () => undefined),
  )
const showing = async (certificate: Signed, ...chain: Signed[]) =>
  look(await serve({ key: certificate.tls.key, cert: [certificate, ...chain].map(({ tls }) => tls.cert).join('') }))

test('a server of today: which versions, which certificate, trusted, of this name', async () => {
  const seen = await look(await serve({ ...good.tls, minVersion: 'TLSv1.2' }))
  expect(seen).toMatchObject({
    host: 'stad.test',
    address: '127.0.0.1',
    versions: { TLSv1: false, 'TLSv1.1': false, 'TLSv1.2': true, 'TLSv1.3': true },
    chosen: { version: 'TLSv1.3', cipher: expect.stringMatching(/^TLS_/) },
    trusted: true,
    problem: null,
    nameMatches: true,
  })
  expect(seen.chain[0]).toMatchObject({
    subject: 'O=Sluiswijk (verzonnen stad), CN=stad.test',
    issuer: 'O=Sluiswijk (verzonnen stad), CN=Gezag',
    names: ['stad.test'],
    keyType: 'ec',
    keyBits: 256,
    fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    notBefore: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    notAfter: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
  })
  expect(Date.parse(seen.chain[0]!.notAfter) - Date.parse(seen.chain[0]!.notBefore)).toBe(90 * 86_400_000)
})

test.each([
  ['TLSv1', 'TLSv1', { TLSv1: true, 'TLSv1.1': false, 'TLSv1.2': false, 'TLSv1.3': false }],
  ['TLSv1', 'TLSv1.1', { TLSv1: true, 'TLSv1.1': true, 'TLSv1.2': false, 'TLSv1.3': false }],
  ['TLSv1', 'TLSv1.3', { TLSv1: true, 'TLSv1.1': true, 'TLSv1.2': true, 'TLSv1.3': true }],
  ['TLSv1.3', 'TLSv1.3', { TLSv1: false, 'TLSv1.1': false, 'TLSv1.2': false, 'TLSv1.3': true }],
] as const)('a server from %s to %s is seen to be that', async (minVersion, maxVersion, versions) => {
  const seen = await look(await serve({ ...good.tls, minVersion, maxVersion }))
  expect(seen).toMatchObject({ versions, chosen: { version: maxVersion }, trusted: true, problem: null })
})

test('dates are apart from trust: expired or not yet valid under a known authority is trusted', async () => {
  expect(await showing(certify('stad.test', { by: authority, from: -90, until: -1 }))).toMatchObject({
    trusted: true,
    problem: 'CERT_HAS_EXPIRED',
    nameMatches: true,
  })
  expect(await showing(certify('stad.test', { by: authority, from: 1 }))).toMatchObject({
    trusted: true,
    problem: 'CERT_NOT_YET_VALID',
  })
  expect(await showing(certify('stad.test', { by: between, from: -90, until: -1 }), between)).toMatchObject({
    trusted: true,
    problem: 'CERT_HAS_EXPIRED',
  })
})

test('a date above the first certificate is told as well, and the first has its own', async () => {
  const ended = certify('Tussen', { authority: true, by: authority, from: -90, until: -5 })
  const seen = await showing(certify('stad.test', { by: ended }), ended)
  expect(seen).toMatchObject({ trusted: true, problem: 'CERT_HAS_EXPIRED' })
  expect(judgeWith(certificateLifetime, { tls: seen }, { at: new Date().toISOString() }).reason).toBe('chain-expired')
  // An old certificate of the same authority beside the one of now, as servers forget to take it away.
  const again = { ...ended, tls: certify('Tussen', { authority: true, by: authority }).tls }
  expect((await showing(certify('stad.test', { by: between }), between, again)).problem).toBe(null)
})

test('a date in the past does not hide that nobody vouches', async () => {
  expect(await showing(certify('stad.test', { from: -90, until: -1 }))).toMatchObject({
    trusted: false,
    problem: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  })
  expect(await showing(certify('stad.test', { by: other, from: -90, until: -1 }), other)).toMatchObject({
    trusted: false,
    problem: 'SELF_SIGNED_CERT_IN_CHAIN',
  })
  expect(await showing(certify('stad.test', { by: other, from: -90, until: -1 }))).toMatchObject({
    trusted: false,
    problem: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  })
  // Signed by something that calls itself the known authority but is not it.
  expect(
    await showing(certify('stad.test', { by: certify('Gezag', { authority: true }), from: -90, until: -1 })),
  ).toMatchObject({ trusted: false })
  // Signed by an ordinary certificate of a known authority, which may not sign.
  const plain = certify('burger', { by: authority })
  expect(await showing(certify('stad.test', { by: plain, from: -90, until: -1 }), plain)).toMatchObject({
    trusted: false,
  })
})

test(
  'who vouches: an authority by way of another, itself, one nobody knows, or one that was not ' + 'sent along',
  async () => {
    const under = certify('stad.test', { by: between })
    expect(await showing(under, between)).toMatchObject({ trusted: true, problem: null })
    expect((await showing(under, between)).chain.map(({ subject }) => subject.split('CN=')[1]).slice(0, 2)).toEqual([
      'stad.test',
      'Tussen',
    ])
    expect(await showing(under)).toMatchObject({ trusted: false, problem: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' })
    expect(await showing(certify('stad.test'))).toMatchObject({
      trusted: false,
      problem: 'DEPTH_ZERO_SELF_SIGNED_CERT',
      nameMatches: true,
    })
    expect(await showing(certify('stad.test', { by: other }), other)).toMatchObject({
      trusted: false,
      problem: 'SELF_SIGNED_CERT_IN_CHAIN',
    })
  },
)

test('the name is apart from trust, and a wildcard stands for one whole label', async () => {
  const named = async (names: string[], host = 'stad.test') =>
    look(await serve(certify('stad.test', { by: authority, names }).tls), host)
  expect(await named(['dorp.test'])).toMatchObject({ trusted: true, problem: null, nameMatches: false })
  expect(await named(['dorp.test', 'STAD.test'])).toMatchObject({ nameMatches: true })
  expect(await named(['*.stad.test'], 'www.stad.test')).toMatchObject({ nameMatches: true })
  expect(await named(['*.stad.test'], 'a.www.stad.test')).toMatchObject({ nameMatches: false })
  expect(await named(['w*.stad.test', '*.test', '*'], 'www.stad.test')).toMatchObject({ nameMatches: false })
  expect(await named(['*.stad.test', 's*.test', '*'])).toMatchObject({ nameMatches: false })
  // The common name has not counted for years (RFC 9525).
  expect(await named([])).toMatchObject({ nameMatches: false })
})

test('names hostile in form are kept as text, within bounds', async () => {
  const seen = await showing(
    certify('<script>alert(1)</script>\u0000', {
      by: authority,
      names: ['a, DNS:stad.test', '"x"', ...Array.from({ length: 500 }, (_, at) => `n${at}.test`)],
    }),
  )
  expect(seen.nameMatches).toBe(false)
  expect(seen.chain[0]!.names).toHaveLength(200)
  expect(seen.chain[0]!.names).not.toContain('stad.test')
  expect(JSON.stringify(seen)).not.toContain('\\u0000')
})

test('a site that answers over http alone is told as that, not as one that cannot be reached', async () => {
  const plain = await serveHttp((_, response) => response.end('x'))
  const at = (port: number, also: number) =>
    tlsProbe.look(
      { subject: { kind: 'website', address: 'stad.test', publicBody: true } },
      { egress: openEgress(network({ ports: { 80: also, 443: port } })), signal: new AbortController().signal },
    )
  await expect(at(1, plain)).rejects.toMatchObject({ why: 'no-https' })
  await expect(at(plain, plain)).rejects.toMatchObject({ why: 'no-https' })
  await expect(at(1, 1)).rejects.toMatchObject({ why: 'unreachable' })
  // Who hangs up may do so for another reason.
  const hangsUp = await serveTcp((socket) => socket.destroy())
  await expect(at(hangsUp, plain)).rejects.toMatchObject({ why: 'unreachable' })
})

test('no TLS there is tls-failed, a closed door unreachable', async () => {
  await expect(look(await serveHttp((_, response) => response.end('x')))).rejects.toMatchObject({ why: 'tls-failed' })
  await expect(look(1)).rejects.toMatchObject({ why: 'unreachable' })
  await expect(look(await serveTcp((socket) => socket.destroy()))).rejects.toMatchObject({ why: 'unreachable' })
})

function onwards(socket: Socket, hello: Buffer, port: number): void {
  const far = connect(port, '127.0.0.1', () => {
    far.write(hello)
    socket.pipe(far).pipe(socket)
  })
  far.on('error', () => socket.destroy())
  socket.on('error', () => far.destroy())
}

/** A server that takes TLS 1.2 and 1.3, and does what it is told with who offers nothing newer than TLS 1.1. */
async function guarded(act: (socket: Socket, at: number) => void) {
  const inner = await serve({ ...good.tls, minVersion: 'TLSv1.2' })
  const tried = { old: 0, all: 0 }
  const port = await serveTcp((socket) =>
    socket.once('data', (hello) => {
      tried.all++
      // In the hello stands the newest version that is offered: 3.1 is TLS 1.0, 3.2 is TLS 1.1.
      if (hello.length > 11 && hello[9] === 3 && hello[10]! <= 2) return act(socket, ++tried.old)
      onwards(socket, hello, inner)
    }),
  )
  return { port, tried }
}
const alert = (description: number) => Buffer.from([0x15, 3, 1, 0, 2, 2, description])

test.each([
  // What nginx 1.26 and Apache 2.4 of Debian 13 answer to TLS 1.0: internal_error, for they sign nothing with SHA-1.
  ['internal_error', 80],
  ['handshake_failure', 40],
  ['insufficient_security', 71],
  ['protocol_version', 70],
  ['unrecognized_name', 112],
  ['decode_error', 50],
  ['close_notify', 0],
])('an old version that is answered with the alert %s is refused', async (_, description) => {
  const { port } = await guarded((socket) => socket.end(alert(description)))
  expect((await look(port)).versions).toEqual({ TLSv1: false, 'TLSv1.1': false, 'TLSv1.2': true, 'TLSv1.3': true })
})

test('a server that hangs up on an old version twice, and takes a new one right after, refuses it', async () => {
  for (const act of [(socket: Socket) => socket.end(), (socket: Socket) => socket.resetAndDestroy()]) {
    const { port } = await guarded(act)
    expect((await look(port)).versions).toEqual({ TLSv1: false, 'TLSv1.1': false, 'TLSv1.2': true, 'TLSv1.3': true })
  }
})

test('one alert or one reset may be chance: the second time counts', async () => {
  const old = await serve({ ...good.tls, minVersion: 'TLSv1' })
  let times = 0
  const nervous = await serveTcp((socket) =>
    socket.once('data', (hello) => {
      if (hello[9] === 3 && hello[10]! <= 2 && times++ % 2 === 0) return socket.end(alert(80))
      onwards(socket, hello, old)
    }),
  )
  expect((await look(nervous)).versions).toMatchObject({ TLSv1: true, 'TLSv1.1': true })
})

test('a network that breaks off everything from then on says nothing of a version', async () => {
  let broken = false
  const inner = await serve({ ...good.tls, minVersion: 'TLSv1.2' })
  const port = await serveTcp((socket) =>
    socket.once('data', (hello) => {
      broken ||= hello[9] === 3 && hello[10] === 1
      if (broken) return socket.resetAndDestroy()
      onwards(socket, hello, inner)
    }),
  )
  expect((await look(port)).versions).toEqual({ TLSv1: null, 'TLSv1.1': null, 'TLSv1.2': null, 'TLSv1.3': null })
})

test('a version that meets silence was not tried', async () => {
  const { port } = await guarded((socket, at) => (at === 1 ? undefined : socket.end(alert(70))))
  expect((await look(port)).versions).toMatchObject({ TLSv1: null, 'TLSv1.1': false, 'TLSv1.2': true })
}, 30_000)

test('a server that speaks HTTP/2 alone is looked at as any other', async () => {
  const server = createSecureServer({ ...good.tls, minVersion: 'TLSv1.2', allowHTTP1: false })
  expect(await look(await listen(server))).toMatchObject({
    versions: { TLSv1: false, 'TLSv1.1': false, 'TLSv1.2': true, 'TLSv1.3': true },
    trusted: true,
  })
})
