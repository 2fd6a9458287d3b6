/** Our own hellos against planted servers: what they take, in whose order, and that a bad one harms nothing. */
import { constants, createDiffieHellman, getDiffieHellman } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { createServer, type TlsOptions } from 'node:tls'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { openEgress } from '../../../outside/egress.ts'
import { certify, listen, network, serveHttp, serveTcp, stopAll, type Signed } from '../../../outside/test-net.ts'
import { primeOf } from './handshake-keys.ts'
import { takesEarly } from './handshake-session.ts'
import { handshakesProbe } from './handshakes.ts'

let good: Signed
beforeAll(() => {
  good = certify('stad.test')
})
afterEach(stopAll)

const look = (port: number) =>
  handshakesProbe.look(
    { subject: { kind: 'website', address: 'stad.test', publicBody: true } },
    { egress: openEgress(network({ ports: { 443: port } })), signal: new AbortController().signal },
  )
const serve = (options: TlsOptions) =>
  listen(
    createServer({ ...good.tls, ...options }, (socket) => {
      socket.on('error', () => undefined)
      socket.on('data', () => socket.end('HTTP/1.1 200 OK\r\n\r\n'))
    }).on('tlsClientError', () => undefined),
  )
const none = { names: [], order: null }

test('a server of today: suites and groups of each version, hybrids with ML-KEM, and how it begins', async () => {
  const suites =
    'TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES128-GCM-SHA256'
  const seen = await look(
    await serve({
      minVersion: 'TLSv1.2',
      ciphers: suites,
      honorCipherOrder: true,
      ecdhCurve: 'X25519MLKEM768:SecP256r1MLKEM768:SecP384r1MLKEM1024:X25519:P-256',
      ALPNProtocols: ['http/1.1'],
      secureOptions: constants.SSL_OP_NO_RENEGOTIATION,
    }),
  )
  expect(seen).toMatchObject({
    host: 'stad.test',
    address: '127.0.0.1',
    suites: {
      'TLSv1.3': { names: ['AES_256_GCM_SHA384', 'CHACHA20_POLY1305_SHA256'], order: 'server' },
      'TLSv1.2': {
        names: ['ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', 'ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'],
        order: 'server',
      },
      'TLSv1.1': none,
      TLSv1: none,
      SSLv3: none,
      SSLv2: none,
    },
    groups: { older: ['x25519', 'secp256r1'] },
    primes: [],
    older: { version: 'TLSv1.2', extendedMasterSecret: true, secureRenegotiation: true, compression: false },
    // OpenSSL of today signs so when nothing else is offered.
    oldSignatures: ['ecdsa_sha224'],
    renegotiations: 0,
    earlyData: false,
    protocol: 'http/1.1',
    stapled: false,
    lacks: {},
  })
  expect(seen.groups.newest?.toSorted()).toEqual(
    ['SecP256r1MLKEM768', 'SecP384r1MLKEM1024', 'X25519MLKEM768', 'secp256r1', 'x25519'].toSorted(),
  )
  expect(seen.chain[0]).toMatchObject({ names: ['stad.test'], keyType: 'ec', curve: 'prime256v1', askable: false })
  expect(seen.connections).toBeLessThan(70)
})

test('an old server: versions, CBC and a prime, the order of the client, and beginning anew', async () => {
  const seen = await look(
    await serve({
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.2',
      ciphers: 'ECDHE-ECDSA-AES128-SHA:ECDHE-ECDSA-AES256-SHA:ADH-AES128-SHA:@SECLEVEL=0',
      honorCipherOrder: false,
      dhparam: dh(),
    }),
  )
  const both = ['ECDHE_ECDSA_WITH_AES_256_CBC_SHA', 'ECDHE_ECDSA_WITH_AES_128_CBC_SHA']
  for (const version of ['TLSv1', 'TLSv1.1', 'TLSv1.2'] as const) {
    expect(seen.suites[version]?.names.toSorted()).toEqual([...both, 'DH_anon_WITH_AES_128_CBC_SHA'].toSorted())
    expect(seen.suites[version]?.order).toBe('client')
  }
  expect(seen.suites['TLSv1.3']).toEqual(none)
  expect(seen.primes).toEqual([{ bits: 1024, group: 'modp2' }])
  expect(seen.groups.newest).toEqual([])
  expect(seen.earlyData).toBe(null)
  // We stop at eleven.
  expect(seen.renegotiations).toBe(11)
  expect(seen.oldSignatures).toContain('ecdsa_sha1')
})

test('nothing but TLS 1.3 has nothing older to tell', async () => {
  const seen = await look(await serve({ minVersion: 'TLSv1.3', ecdhCurve: 'P-384' }))
  expect(seen).toMatchObject({
    older: null,
    groups: { newest: ['secp384r1'], older: [] },
    renegotiations: null,
    earlyData: false,
    lacks: {},
  })
})

/** PKCS#3, what Node takes for `dhparam`: SEQUENCE { prime, 2 }. */
function dh(): string {
  const prime = getDiffieHellman('modp2').getPrime()
  const size = (value: number) => Buffer.from([value >> 8, value & 0xff])
  const integer = Buffer.concat([Buffer.from([2, 0x82]), size(prime.length + 1), Buffer.from([0]), prime])
  const body = Buffer.concat([integer, Buffer.from([2, 1, 2])])
  const text = Buffer.concat([Buffer.from([0x30, 0x82]), size(body.length), body]).toString('base64')
  return `-----BEGIN DH PARAMETERS-----\n${text.replace(/.{1,64}/g, '$&\n')}-----END DH PARAMETERS-----\n`
}

test('a prime is known by its group, or is of its own', () => {
  const ffdhe3072 = primeOf(Buffer.from(FFDHE3072, 'hex'))
  expect(ffdhe3072).toEqual({ bits: 3072, group: 'ffdhe3072' })
  expect(primeOf(Buffer.from(FFDHE3072.replace(/c62e37f/, 'c62e35f'), 'hex'))).toEqual({ bits: 3072, group: null })
  expect(primeOf(createDiffieHellman(512).getPrime())).toEqual({ bits: 512, group: null })
  expect(primeOf(Buffer.from([0, 0, 1]))).toEqual({ bits: 1, group: null })
  expect(primeOf(Buffer.alloc(0))).toEqual({ bits: 0, group: null })
})

test('early data is read out of a session, and of nothing else', () => {
  // SEQUENCE { [2] INTEGER 5, [15] INTEGER 16384 }, as OpenSSL writes a session.
  expect(takesEarly(Buffer.from('300ba203020105af0402024000', 'hex'))).toBe(true)
  expect(takesEarly(Buffer.from('300aa203020105af03020100', 'hex'))).toBe(false)
  for (const odd of ['', '30', '3005', '300ba203', '30ffffffffff', 'af0402024000'])
    expect(takesEarly(Buffer.from(odd, 'hex'))).toBe(false)
})

test('what is no TLS is told as that, and a closed door as that', async () => {
  await expect(look(await serveHttp((_, response) => response.end('x')))).rejects.toMatchObject({ why: 'tls-failed' })
  await expect(look(await serveTcp((socket) => socket.destroy()))).rejects.toMatchObject({ why: 'tls-failed' })
  await expect(look(1)).rejects.toMatchObject({ why: 'unreachable' })
})

test('a server that shuts us out half-way is seen half, and says so', async () => {
  const inner = await serve({ minVersion: 'TLSv1.2' })
  let times = 0
  const port = await serveTcp((socket) => {
    if (++times > 9) return socket.destroy()
    onwards(socket, inner)
  })
  const seen = await look(port)
  expect(seen.lacks.suites).toEqual(['unanswered'])
  expect(seen.lacks.groups).toEqual(['unanswered'])
  expect(seen.lacks.handshake).toEqual(['unanswered'])
})

test('a server that is tired for a moment gets a rest, and is seen whole', async () => {
  const inner = await serve({
    minVersion: 'TLSv1.2',
    ciphers: 'ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES128-GCM-SHA256',
  })
  let times = 0
  let back = 0
  const port = await serveTcp((socket) => {
    if (++times === 3) back = Date.now() + 1_000
    if (Date.now() < back) return socket.destroy()
    onwards(socket, inner)
  })
  const seen = await look(port)
  expect(seen.suites['TLSv1.2']?.names).toHaveLength(2)
  expect(seen.lacks).toEqual({})
})

test('a server that takes what was not offered is not believed any further', async () => {
  const hello = Buffer.concat([Buffer.from([3, 3]), Buffer.alloc(32, 1), Buffer.from([0, 0, 5, 0])])
  const message = Buffer.concat([Buffer.from([2, 0, 0, hello.length]), hello])
  const record = Buffer.concat([Buffer.from([0x16, 3, 3, 0, message.length]), message])
  const port = await serveTcp((socket) => socket.once('data', () => socket.end(record)))
  const seen = await look(port)
  expect(seen.suites['TLSv1.2']?.names).toEqual(['RSA_WITH_RC4_128_SHA'])
  expect(seen.lacks.suites).toEqual(['unanswered'])
  expect(seen.connections).toBeLessThan(60)
})

function onwards(socket: Socket, port: number): void {
  const far = connect(port, '127.0.0.1')
  socket.pipe(far).pipe(socket)
  far.on('error', () => socket.destroy())
  far.on('close', () => socket.destroy())
  socket.on('error', () => far.destroy())
}

/** RFC 7919 appendix A.2. */
const FFDHE3072 =
  'ffffffffffffffffadf85458a2bb4a9aafdc5620273d3cf1d8b9c583ce2d3695a9e13641146433fbcc939dce249b3ef97d2fe363630c75d8' +
  'f681b202aec4617ad3df1ed5d5fd65612433f51f5f066ed0856365553ded1af3b557135e7f57c935984f0c70e0e68b77e2a689daf3efe872' +
  '1df158a136ade73530acca4f483a797abc0ab182b324fb61d108a94bb2c8e3fbb96adab760d7f4681d4f42a3de394df4ae56ede76372bb19' +
  '0b07a7c8ee0a6d709e02fce1cdf7e2ecc03404cd28342f619172fe9ce98583ff8e4f1232eef28183c3fe3b1b4c6fad733bb5fcbc2ec22005' +
  'c58ef1837d1683b2c6f34a26c1b2effa886b4238611fcfdcde355b3b6519035bbc34f4def99c023861b46fc9d6e6c9077ad91d2691f7f7ee' +
  '598cb0fac186d91caefe130985139270b4130c93bc437944f4fd4452e2d74dd364f2e21e71f54bff5cae82ab9c9df69ee86d2bc522363a0d' +
  'abc521979b0deada1dbf9a42d5c4484e0abcd06bfa53ddef3c1b20ee3fd59d7c25e41d2b66c62e37ffffffffffffffff'
