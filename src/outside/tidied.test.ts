import { createSecureServer } from 'node:http2'
import type { Socket } from 'node:net'
import { PassThrough } from 'node:stream'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { zstdCompressSync, gzipSync, brotliCompressSync } from 'node:zlib'
import { openEgress } from './egress.ts'
import { fetchPage } from './fetch.ts'
import { tidied } from './tidied.ts'
import { certify, listen, network, serveHttp, serveTcp, stopAll, type Signed } from './test-net.ts'

let authority: Signed
let good: Signed
beforeAll(() => {
  authority = certify('Gezag', { authority: true })
  good = certify('stad.test', { by: authority })
})
afterEach(stopAll)

const get = (ports: Record<string, number>, url = 'http://stad.test/', patience = 5_000) =>
  fetchPage(openEgress(network({ ports, ca: authority.tls.cert })), url, {
    signal: new AbortController().signal,
    maxBytes: 100_000,
    patience,
  })
/** What is seen of an answer that is sent as it stands, in one piece or byte by byte. */
async function sent(text: string | Buffer, piecemeal = false) {
  const port = await serveTcp((socket: Socket) =>
    socket.once('data', () => {
      const bytes = Buffer.from(text as string, 'latin1')
      if (!piecemeal) return socket.end(bytes)
      socket.setNoDelay(true)
      for (const byte of bytes) socket.write(Buffer.from([byte]))
      socket.end()
    }),
  )
  const { hops, body } = await get({ 80: port })
  const headers = hops[0]!.headers.filter(([name]) => name !== 'date')
  return { status: hops[0]!.status, headers, text: String(body.bytes), read: body.read }
}

const page = { status: 200, text: 'hallo', read: 'all' }
const CHUNKED = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n'
const TYPE = ['content-type', 'text/html']

test.each([
  ['lines that end in LF alone', 'HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: 5\n\nhallo'],
  ['both ends mixed', 'HTTP/1.1 200 OK\r\nContent-Type: text/html\nContent-Length: 5\n\r\nhallo'],
  ['HTTP/1.0 without length', 'HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\nhallo'],
  [
    'no length, and the end of the connection',
    'HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: text/html\r\n\r\nhallo',
  ],
  ['no reason phrase', 'HTTP/1.1 200\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nhallo'],
  ['an odd reason phrase', 'HTTP/1.1 200 \u00e9\u0001 ok\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nhallo'],
  ['a protocol in lower case', 'http/1.1 200 ok\r\ncontent-type: text/html\r\ncontent-length: 5\r\n\r\nhallo'],
  ['a newer number', 'HTTP/2.0 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nhallo'],
  ['empty lines before it', '\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nhallo'],
  ['names in odd case', 'HTTP/1.1 200 OK\r\ncOnTenT-tYPe: text/html\r\nCONTENT-LENGTH:5\r\n\r\nhallo'],
  ['a space before the colon', 'HTTP/1.1 200 OK\r\nContent-Type : text/html\r\nContent-Length : 5\r\n\r\nhallo'],
  [
    'lines without a colon, or without a name',
    'HTTP/1.1 200 OK\r\nrubbish\r\n: x\r\nb\u00e4d: y\r\nContent-Type: text/html\r\n\r\nhallo',
  ],
  [
    'a length said twice',
    'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nhallo',
  ],
  [
    'a length said twice in one line',
    'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5, 5\r\n\r\nhallo',
  ],
  ['a length that is no number', 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: vijf\r\n\r\nhallo'],
  ['a length beside chunks', `${CHUNKED}Content-Length: 9\r\n\r\n5\r\nhallo\r\n0\r\n\r\n`],
  ['chunks with an extension and trailers', `${CHUNKED}\r\n5;a=b\r\nhallo\r\n0\r\nX-Sum: 1\r\n\r\n`],
  [
    'chunks promised in HTTP/1.0 and not sent',
    'HTTP/1.0 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nhallo',
  ],
  [
    'a coding of transfer nobody knows',
    'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: identity\r\n\r\nhallo',
  ],
  [
    'an answer before the answer',
    'HTTP/1.1 103 Hints\nLink: </a>\n\nHTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\nContent-Type: text/html\n\nhallo',
  ],
  ['more than its length', 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nhallo daar'],
])('reads as browsers do: %s', async (_, text) => {
  const { headers, ...seen } = await sent(text)
  expect(seen).toEqual(page)
  expect(headers).toContainEqual(TYPE)
})

test('it does not matter in how many pieces it comes', async () => {
  const text = 'HTTP/1.1 103 Hints\nlink: </a>\n\nHTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: 5\n\nhallo'
  expect(await sent(text, true)).toMatchObject(page)
})

test('folded lines are one, control characters none, and every line stays apart and in order', async () => {
  const { headers } = await sent(
    'HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nContent-Security-Policy: default-src\r\n  https:;\r\n\timg-src *\r\n' +
      'X-Leeg:\r\nX-Raar: a\u0001b\u0000c\r\nSet-Cookie: b=2\r\n\r\nhallo',
  )
  expect(headers).toEqual([
    ['set-cookie', 'a=1'],
    ['content-security-policy', 'default-src https:; img-src *'],
    ['x-leeg', ''],
    ['x-raar', 'abc'],
    ['set-cookie', 'b=2'],
  ])
})

test.each([
  ['two lengths that differ', 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhallo'],
  ['no HTTP', '<html>hallo\n\n'],
  ['no number', 'HTTP/1.1 OK\r\n\r\nhallo'],
  ['nothing', ''],
])('what no browser shows is no answer: %s', async (_, text) => {
  await expect(sent(text)).rejects.toMatchObject({ why: 'http-error' })
})

test('less than its length, and chunks that break off, are not the whole', async () => {
  expect((await sent('HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhallo')).read).toBe('broken')
  expect((await sent('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhal')).read).toBe('broken')
})

test('codings in a row, and one that was not asked for', async () => {
  const coded = async (coding: string, bytes: Buffer) => {
    const port = await serveHttp((__, response) => response.writeHead(200, { 'content-encoding': coding }).end(bytes))
    const { body } = await get({ 80: port })
    return [String(body.bytes), body.read]
  }
  const text = Buffer.from('hallo')
  expect(await coded('zstd', zstdCompressSync(text))).toEqual(['hallo', 'all'])
  expect(await coded('br, gzip', gzipSync(brotliCompressSync(text)))).toEqual(['hallo', 'all'])
  expect(await coded('identity, gzip', gzipSync(text))).toEqual(['hallo', 'all'])
  expect((await coded('gzip', gzipSync(text).subarray(0, 12)))[1]).toBe('broken')
  expect((await coded('gzip, gzip, gzip, gzip', text))[1]).toBe('broken')
})

const serve2 = (listener: Parameters<typeof createSecureServer>[1] & object, options: object = {}) =>
  listen(createSecureServer({ ...good.tls, allowHTTP1: false, ...options }, listener as never))

test('a server that speaks HTTP/2 alone is read as any other', async () => {
  const port = await serve2(((request: { headers: Record<string, string> }, response: any) => {
    response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': ['a=1', 'b=2'], 'content-encoding': 'gzip' })
    response.end(gzipSync(`hallo ${request.headers[':authority']} ${request.headers[':path']}`))
  }) as never)
  const { hops, body } = await get({ 443: port }, 'https://stad.test/a?b=c')
  expect(hops).toMatchObject([{ url: 'https://stad.test/a?b=c', status: 200, address: '127.0.0.1' }])
  expect(hops[0]!.headers.slice(0, 4)).toEqual([
    ['content-type', 'text/html'],
    ['set-cookie', 'a=1'],
    ['set-cookie', 'b=2'],
    ['content-encoding', 'gzip'],
  ])
  expect([String(body.bytes), body.read]).toEqual(['hallo stad.test /a?b=c', 'all'])
})

test('redirects over HTTP/2 are walked', async () => {
  const port = await serve2(((request: any, response: any) => {
    if (request.url === '/') response.writeHead(302, { location: '/er' }).end()
    else response.end('er')
  }) as never)
  const { hops } = await get({ 443: port }, 'https://stad.test/')
  expect(hops.map(({ status }) => status)).toEqual([302, 200])
})

test('over HTTP/2 too a certificate is one a browser accepts, and a fault keeps its own name', async () => {
  const wrong = certify('dorp.test', { by: authority })
  const port = await serve2((() => undefined) as never, wrong.tls)
  await expect(get({ 443: port }, 'https://stad.test/')).rejects.toMatchObject({ why: 'tls-failed' })
})

test('over HTTP/2 too silence, hints without end, headers without end and a body without end are bounded', async () => {
  const silent = await serve2((() => undefined) as never)
  await expect(get({ 443: silent }, 'https://stad.test/', 1_500)).rejects.toMatchObject({ why: 'timeout' })
  const hints = await serve2(((_: unknown, response: any) => {
    const timer = setInterval(
      () => response.stream.destroyed || response.stream.additionalHeaders({ ':status': 103, link: '</a>' }),
      1,
    )
    response.stream.once('close', () => clearInterval(timer))
  }) as never)
  await expect(get({ 443: hints }, 'https://stad.test/', 8_000)).rejects.toMatchObject({ why: 'too-large' })
  const endless = await serve2(((_: unknown, response: any) => {
    const more = () => {
      while (!response.stream.destroyed && response.write('x'.repeat(10_000)));
      response.once('drain', more)
    }
    more()
  }) as never)
  const { body } = await get({ 443: endless }, 'https://stad.test/')
  expect([body.bytes.length, body.read]).toEqual([100_000, 'cut'])
}, 20_000)

test('a head in very many pieces is joined once', () => {
  const wire = new PassThrough()
  const out = tidied(wire as unknown as Socket, 1_000_000)
  const joined = vi.spyOn(Buffer, 'concat')
  const toText = vi.spyOn(Buffer.prototype, 'toString')
  const pieces = 20_000
  wire.emit('data', Buffer.from('HTTP/1.1 200 OK\n'))
  for (let at = 0; at < pieces; at++) wire.emit('data', Buffer.from('a:b\n'))
  expect([joined.mock.calls.length, toText.mock.calls.length]).toEqual([0, 0])
  wire.emit('data', Buffer.from('\nhallo'))
  expect(joined.mock.calls.length).toBe(1)
  vi.restoreAllMocks()
  expect(String(out.read())).toMatch(/^HTTP\/1.1 200 OK\r\na: b\r\n/)
})
test('very many interim heads in one piece are each read once, and counted', () => {
  const wire = new PassThrough()
  const out = tidied(wire as unknown as Socket, 10_000)
  const failed = vi.fn()
  out.on('error', failed)
  const joined = vi.spyOn(Buffer, 'concat')
  const interim = 'HTTP/1.1 100 Continue\r\n\r\n'
  wire.emit('data', Buffer.from(interim.repeat(300)))
  const bytes = joined.mock.calls.flatMap(([list]) => list).reduce((sum, each) => sum + each.length, 0)
  expect(bytes).toBe(interim.length * 300)
  vi.restoreAllMocks()
  wire.emit('data', Buffer.from(interim.repeat(300)))
  expect(out.destroyed).toBe(true)
})
test.each([
  ['a line of spaces ends it', 'a: b\r\n \t \r\n', true],
  ['a line of spaces that goes on', 'a: b\r\n  c\r\n', false],
  ['a lone return in an empty line', 'a: b\n\r \n', false],
])('%s', (_what, rest, ends) => {
  const wire = new PassThrough()
  const out = tidied(wire as unknown as Socket, 10_000)
  for (const byte of Buffer.from(`HTTP/1.1 200 OK\r\n${rest}`)) wire.emit('data', Buffer.from([byte]))
  expect(out.readableLength > 0).toBe(ends)
})
