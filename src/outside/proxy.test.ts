import { connect as connectTls } from 'node:tls'
import { connect, type Socket } from 'node:net'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Network } from '../model/network.ts'
import { openEgress } from './egress.ts'
import { startProxy, type Proxy } from './proxy.ts'
import { certify, network, serveDns, serveHttp, serveHttps, serveTcp, stopAll, zone, type Signed } from './test-net.ts'

let authority: Signed
beforeAll(() => {
  authority = certify('Gezag', { authority: true })
})

const proxies: Proxy[] = []
afterEach(async () => {
  await Promise.all(proxies.splice(0).map((each) => each.close()))
  await stopAll()
})

async function proxyFor(over: Partial<Network>, maxBytes?: number): Promise<Proxy> {
  const proxy = await startProxy(openEgress(network(over)), maxBytes)
  proxies.push(proxy)
  return proxy
}

/** Says this to the proxy and gives all it says back, until it closes or is quiet for a moment. */
function say(proxy: Proxy, text: string): Promise<string> {
  return new Promise((done) => {
    const socket = connect(Number(new URL(proxy.url).port), '127.0.0.1', () => socket.write(text))
    let got = ''
    socket.setTimeout(3_000, () => socket.destroy())
    socket.on('data', (chunk) => {
      got += chunk.toString('latin1')
    })
    socket.on('error', () => undefined)
    socket.on('close', () => done(got))
  })
}

const get = (proxy: Proxy, url: string, more = '') =>
  say(
    proxy,
    `GET ${url} HTTP/1.1\r\nHost: ${new URL(url).host}\r\nProxy-Connection: keep-alive\r\nProxy-Authorization: ` +
      `Basic eA==\r\nConnection: close\r\n${more}\r\n`,
  )

/** A tunnel through the proxy, or what it answered instead. */
function tunnel(proxy: Proxy, to: string): Promise<Socket | string> {
  return new Promise((done) => {
    const socket = connect(Number(new URL(proxy.url).port), '127.0.0.1', () =>
      socket.write(`CONNECT ${to} HTTP/1.1\r\nHost: ${to}\r\n\r\n`),
    )
    socket.on('error', () => done('closed'))
    socket.once('data', (chunk) => {
      const head = String(chunk).split('\r\n')[0]!
      if (/^HTTP\/1.1 200 /.test(head)) return done(socket)
      socket.destroy()
      done(head)
    })
  })
}

test('passes plain requests on with their header lines, and keeps its own to itself', async () => {
  const port = await serveHttp((request, response) =>
    response
      .writeHead(
        201,
        'Gemaakt',
        [
          ['X-A', '1'],
          ['X-A', '2'],
        ].flat(),
      )
      .end(JSON.stringify([request.url, ...request.rawHeaders])),
  )
  const got = await get(await proxyFor({ ports: { 80: port } }), 'http://stad.test/pad?q=1', 'X-Eigen: ja\r\n')
  expect(got).toMatch(/^HTTP\/1\.1 201 Gemaakt\r\n/)
  expect(got).toMatch(/X-A: 1\r\nX-A: 2\r\n/)
  expect(got).toContain('"/pad?q=1"')
  expect(got).toContain('"X-Eigen","ja"')
  expect(got).not.toMatch(/proxy-/i)
})

test('makes tunnels to the address that was checked', async () => {
  const stad = certify('stad.test', { by: authority })
  const port = await serveHttps(stad.tls, (_, response) => response.end('binnen'))
  const socket = await tunnel(await proxyFor({ ports: { 443: port } }), 'stad.test:443')
  expect(typeof socket).toBe('object')
  const secure = connectTls({ socket: socket as Socket, servername: 'stad.test', ca: authority.tls.cert })
  secure.write('GET / HTTP/1.1\r\nHost: stad.test\r\nConnection: close\r\n\r\n')
  expect(Buffer.concat(await secure.toArray()).toString()).toContain('binnen')
})

test('refuses what the guard refuses, with the reason, for names and every spelling of an address', async () => {
  const { resolver } = await serveDns(zone({ 'prive.nl': { A: ['10.0.0.1'] } }))
  const proxy = await proxyFor({ allow: [], hosts: {}, resolver })
  for (const host of ['127.0.0.1', '127.1', '2130706433', '[::1]', '169.254.169.254', 'localhost', 'prive.nl']) {
    expect([host, await tunnel(proxy, `${host}:443`)]).toEqual([host, 'HTTP/1.1 502 refused-address'])
    expect(await get(proxy, `http://${host}/`)).toMatch(/^HTTP\/1.1 502 refused-address/)
    expect(proxy.refused(new URL(`http://${host}/`).hostname)).toMatchObject({ why: 'refused-address' })
  }
  expect(await tunnel(proxy, 'weg.nl:443')).toBe('HTTP/1.1 502 name-not-found')
  expect(proxy.refused('weg.nl')).toMatchObject({ why: 'name-not-found' })
  expect(proxy.refused('stad.test')).toBeUndefined()
})

test('refuses other ports, other schemes and what is no request', async () => {
  const proxy = await proxyFor({})
  expect(await tunnel(proxy, 'stad.test:22')).toBe('HTTP/1.1 502 refused-address')
  expect(await tunnel(proxy, 'stad.test:25')).toBe('HTTP/1.1 502 refused-address')
  expect(await get(proxy, 'ftp://stad.test/')).toMatch(/^HTTP\/1.1 502/)
  expect(await say(proxy, 'GET / HTTP/1.1\r\nHost: stad.test\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1.1 502/)
  expect(await say(proxy, '\u0016\u0003\u0001rommel\r\n\r\n')).toMatch(/^HTTP\/1.1 400/)
  expect(await say(proxy, `GET http://stad.test/ HTTP/1.1\r\nX: ${'y'.repeat(300_000)}\r\n\r\n`)).toMatch(
    /^HTTP\/1.1 431/,
  )
  for (const to of ['', ':', 'stad.test', '@', '[::1', 'stad.test:99999', '////'])
    expect(await tunnel(proxy, to)).not.toBeTypeOf('object')
})

test("keeps the browser's own errands at home", async () => {
  const port = await serveHttp((_, response) => response.end('google'))
  const proxy = await proxyFor({
    hosts: { '*.google.com': '127.0.0.1', '*.googleapis.com': '127.0.0.1' },
    ports: { 80: port, 443: port },
  })
  for (const host of [
    'clients2.google.com',
    'accounts.google.com',
    'update.googleapis.com',
    'optimizationguide-pa.googleapis.com',
  ])
    expect(await tunnel(proxy, `${host}:443`)).toBe('HTTP/1.1 502 probe-failed')
  expect(await tunnel(proxy, 'fonts.googleapis.com:443')).toBeTypeOf('object')
})

test('cuts a page that brings in too much, remembers it, and begins anew for the next page', async () => {
  const port = await serveHttp((_, response) => response.end('x'.repeat(200_000)))
  const proxy = await proxyFor({ ports: { 80: port } }, 300_000)
  expect((await get(proxy, 'http://stad.test/')).length).toBeGreaterThan(200_000)
  expect((await get(proxy, 'http://stad.test/')).length).toBeLessThan(200_000)
  expect(await get(proxy, 'http://ander.test/')).toMatch(/^HTTP\/1.1 502 too-large/)
  expect(proxy.refused('stad.test')).toMatchObject({ why: 'too-large' })
  proxy.begin()
  expect(proxy.refused('stad.test')).toBeUndefined()
  expect((await get(proxy, 'http://stad.test/')).length).toBeGreaterThan(200_000)
})

test('cuts a tunnel through which too much comes', async () => {
  const port = await serveTcp((socket) => socket.write(Buffer.alloc(5_000_000)))
  const proxy = await proxyFor({ ports: { 443: port } }, 100_000)
  const socket = (await tunnel(proxy, 'stad.test:443')) as Socket
  let length = 0
  socket.on('data', (chunk) => {
    length += chunk.length
  })
  await new Promise((done) => socket.once('close', done))
  expect(length).toBeLessThan(1_000_000)
  expect(proxy.refused('stad.test')).toMatchObject({ why: 'too-large' })
})

test.each([
  ['an unknown authority', () => certify('stad.test', { by: certify('Ander', { authority: true }) })],
  ['itself as authority', () => certify('stad.test')],
  ['a date in the past', () => certify('stad.test', { by: authority, from: -90, until: -1 })],
  ['another name', () => certify('dorp.test', { by: authority })],
])('with an authority of its own it refuses a certificate with %s, for the browser cannot', async (_, certificate) => {
  const port = await serveHttps(certificate().tls, (__, response) => response.end('binnen'))
  const proxy = await proxyFor({ ports: { 443: port }, ca: authority.tls.cert })
  expect(await tunnel(proxy, 'stad.test:443')).toBe('HTTP/1.1 502 tls-failed')
  expect(proxy.refused('stad.test')).toMatchObject({ why: 'tls-failed' })
})

test('with an authority of its own it lets a good certificate through and looks at it once', async () => {
  let connections = 0
  const server = certify('stad.test', { by: authority })
  const inner = await serveHttps(server.tls, (_, response) => response.end('binnen'))
  const port = await serveTcp((socket) => {
    connections++
    const far = connect(inner, '127.0.0.1')
    far.on('error', () => socket.destroy())
    socket.pipe(far).pipe(socket)
  })
  const proxy = await proxyFor({ ports: { 443: port }, ca: authority.tls.cert })
  for (let time = 0; time < 3; time++) expect(await tunnel(proxy, 'stad.test:443')).toBeTypeOf('object')
  expect(connections).toBe(4)
})

test.each([
  ['a reason phrase with control characters', 'HTTP/1.1 200 O\u0001K\r\nContent-Length: 2\r\n\r\nja'],
  ['a header with control characters', 'HTTP/1.1 200 OK\r\nX-A: \u0001\u007f\r\nContent-Length: 2\r\n\r\nja'],
  ['rubbish', 'SSH-2.0\r\n'],
  ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 5\r\n\r\nja'],
  [
    'a length and chunks',
    'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nja\r\n0\r\n\r\n',
  ],
  ['broken chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nja'],
  ['an upgrade', 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n'],
  ['an impossible status', 'HTTP/1.1 999 Anders\r\nContent-Length: 2\r\n\r\nja'],
  ['status 000', 'HTTP/1.1 000 Nul\r\nContent-Length: 2\r\n\r\nja'],
  ['an early end', 'HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nja'],
  ['a flood of headers', `HTTP/1.1 200 OK\r\n${'X-A: b\r\n'.repeat(60_000)}\r\n`],
])('survives a site that answers with %s', async (_, answer) => {
  const bad = await serveTcp((socket) =>
    socket.once('data', () => {
      socket.write(answer)
      setTimeout(() => socket.end(), 100)
    }),
  )
  const good = await serveHttp((__, response) => response.end('goed'))
  const proxy = await proxyFor({ ports: { 80: bad, 8080: good } })
  await get(proxy, 'http://stad.test/')
  expect(await get(proxy, 'http://stad.test:8080/')).toContain('goed')
})

test('survives a browser that goes away in the middle', async () => {
  const port = await serveHttp((_, response) => response.write('begin'))
  const proxy = await proxyFor({ ports: { 80: port, 443: port } })
  for (const text of [
    'GET http://stad.test/ HTTP/1.1\r\nHost: stad.test\r\n\r\n',
    'CONNECT stad.test:443 HTTP/1.1\r\n\r\n',
    'GET http://sta',
    'POST http://stad.test/ HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf',
  ]) {
    await new Promise<void>((done) => {
      const socket = connect(Number(new URL(proxy.url).port), '127.0.0.1', () => {
        socket.write(text)
        setTimeout(() => {
          socket.resetAndDestroy()
          done()
        }, 100)
      })
      socket.on('error', () => undefined)
    })
  }
  expect(await tunnel(proxy, 'stad.test:443')).toBeTypeOf('object')
})

test('closes while connections are open', async () => {
  const port = await serveTcp(() => undefined)
  const proxy = await startProxy(openEgress(network({ ports: { 443: port } })))
  const socket = (await tunnel(proxy, 'stad.test:443')) as Socket
  const closed = new Promise((done) => socket.once('close', done))
  await proxy.close()
  await closed
})
