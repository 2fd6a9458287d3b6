import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Http } from '../../../model/evidence.ts'
import type { Network } from '../../../model/network.ts'
import { openEgress } from '../../../outside/egress.ts'
import { fetchPage } from '../../../outside/fetch.ts'
import { httpProbe } from './http.ts'
import {
  certify,
  listen,
  network,
  serveHttp,
  serveHttps,
  serveTcp,
  stopAll,
  type Signed,
} from '../../../outside/test-net.ts'

let authority: Signed
let good: Signed
beforeAll(() => {
  authority = certify('Gezag', { authority: true })
  good = certify('stad', { names: ['stad.test', '*.stad.test'], by: authority })
})
afterEach(stopAll)

type Listener = (request: IncomingMessage, response: ServerResponse) => void
const signal = () => new AbortController().signal
const why = (promise: Promise<unknown>) =>
  promise.then(
    () => 'seen',
    (error: { why?: string }) => error.why ?? String(error),
  )
const fetched = (ports: Network['ports'], url = 'http://stad.test/', more: object = {}) =>
  fetchPage(openEgress(network({ ports, ca: authority.tls.cert })), url, {
    signal: signal(),
    maxBytes: 3_000_000,
    ...more,
  })

async function look(plain: Listener | undefined, secure: Listener | undefined, certificate = good): Promise<Http> {
  const ports = {
    80: plain ? await serveHttp(plain) : 1,
    443: secure ? await serveHttps(certificate.tls, secure) : 1,
  }
  return httpProbe.look(
    { subject: { kind: 'website', address: 'stad.test', publicBody: true } },
    { egress: openEgress(network({ ports, ca: authority.tls.cert })), signal: signal() },
  )
}

const page =
  '<!doctype html><html lang="nl"><title>Stad</title><p>Welkom in de stad</p><script>document.write("nee")</script>'

test(
  'walks from http and from https, keeps every header line in order, and reads the page without ' + 'script',
  async () => {
    const { plain, secure } = await look(
      (request, response) => response.writeHead(301, { location: `https://stad.test${request.url}` }).end(),
      (_, response) =>
        response
          .writeHead(
            200,
            [
              ['Content-Type', 'text/html'],
              ['Set-Cookie', 'a=1'],
              ['X-Naam', Buffer.from('café').toString('latin1')],
              ['Set-Cookie', 'b=2'],
            ].flat(),
          )
          .end(page),
    )
    expect(secure).toMatchObject({
      seen: true,
      value: {
        body: { contentType: 'text/html', bytes: page.length, textLength: 17, lang: 'nl' },
        hops: [{ url: 'https://stad.test/', status: 200, address: '127.0.0.1' }],
      },
    })
    expect(secure.seen && secure.value.hops[0]!.headers.slice(0, 4)).toEqual([
      ['content-type', 'text/html'],
      ['set-cookie', 'a=1'],
      ['x-naam', 'café'],
      ['set-cookie', 'b=2'],
    ])
    expect(plain).toMatchObject({
      seen: true,
      value: {
        hops: [
          { url: 'http://stad.test/', status: 301 },
          { url: 'https://stad.test/', status: 200 },
        ],
      },
    })
  },
)

test(
  'reads the small files, whatever their status, and knows an icon from a page that says there ' + 'is none',
  async () => {
    const listener: Listener = ({ url }, response) => {
      if (url === '/.well-known/security.txt')
        response
          .writeHead(200, { 'content-type': 'text/plain' })
          .end(`Contact: mailto:a@stad.test\n${'x'.repeat(40_000)}`)
      else if (url === '/robots.txt') response.writeHead(404, { 'content-type': 'text/html' }).end('weg')
      else if (url === '/favicon.ico') response.writeHead(200, { 'content-type': 'image/x-icon' }).end('ico')
      else response.end(page)
    }
    const seen = await look(listener, listener)
    expect(seen.securityTxt).toMatchObject({
      seen: true,
      value: { url: 'https://stad.test/.well-known/security.txt', status: 200, contentType: 'text/plain' },
    })
    expect(seen.securityTxt.seen && seen.securityTxt.value.text.length).toBe(32_768)
    expect(seen.securityTxt.seen && seen.securityTxt.value.cut).toBe(true)
    expect(seen.robotsTxt).toMatchObject({ seen: true, value: { status: 404, text: 'weg' } })
    expect(seen.favicon).toEqual({ seen: true, value: true })
    const html = await look(listener, (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(page),
    )
    expect(html.favicon).toEqual({ seen: true, value: false })
  },
)

test('a site without https is told as such, and so is one without http', async () => {
  const plainOnly = await look((_, response) => response.end(page), undefined)
  expect([plainOnly.secure, plainOnly.securityTxt]).toMatchObject([
    { seen: false, why: 'unreachable' },
    { seen: false, why: 'no-https' },
  ])
  expect(plainOnly.robotsTxt).toMatchObject({ seen: true, value: { url: 'http://stad.test/robots.txt' } })
  const secureOnly = await look(undefined, (_, response) => response.end(page))
  expect([secureOnly.plain, secureOnly.secure]).toMatchObject([{ seen: false, why: 'unreachable' }, { seen: true }])
})

test.each([
  ['an unknown authority', () => certify('stad.test', { by: certify('Ander', { authority: true }) }), /UNABLE_TO_/],
  ['itself as authority', () => certify('stad.test'), /SELF_SIGNED/],
  ['a date in the past', () => certify('stad.test', { by: authority, from: -90, until: -1 }), 'CERT_HAS_EXPIRED'],
  ['a date to come', () => certify('stad.test', { by: authority, from: 1 }), 'CERT_NOT_YET_VALID'],
  ['another name', () => certify('dorp.test', { by: authority }), 'ERR_TLS_CERT_ALTNAME_INVALID'],
])('a certificate with %s is tls-failed, with the code', async (_, certificate, code) => {
  const { secure } = await look(undefined, (__, response) => response.end(page), certificate())
  expect(secure).toMatchObject({ seen: false, why: 'tls-failed', detail: expect.stringMatching(code) })
})

test('silence, a closed door, rubbish and an early end each have a name', async () => {
  const closed = await serveTcp((socket) => socket.destroy())
  const rubbish = await serveTcp((socket) => socket.once('data', () => socket.end('SSH-2.0-OpenSSH\r\n')))
  const http09 = await serveTcp((socket) => socket.once('data', () => socket.end('<html>hallo')))
  const noStatus = await serveTcp((socket) => socket.once('data', () => socket.end('HTTP/1.1 abc OK\r\n\r\n')))
  for (const port of [rubbish, http09, noStatus, closed]) expect(await why(fetched({ 80: port }))).toBe('http-error')
  expect(await why(fetched({ 443: rubbish }, 'https://stad.test/'))).toBe('tls-failed')
  expect(await why(fetched({ 443: closed }, 'https://stad.test/'))).toBe('unreachable')
  expect(await why(fetched({ 80: 1 }))).toBe('unreachable')
})

test('an answer that never begins, drips, or goes on and on in its headers ends in time', async () => {
  const silent = await serveTcp(() => undefined)
  const drip = await serveTcp((socket) => {
    socket.write('HTTP/1.1 200 OK\r\n')
    every(socket, 50, () => 'x-a: b\r\n')
  })
  const hints = await serveTcp((socket) =>
    every(socket, 5, () => 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'.repeat(50)),
  )
  const begun = performance.now()
  const all = await Promise.all([
    why(fetched({ 80: silent }, undefined, { patience: 1_500 })),
    why(fetched({ 80: drip }, undefined, { patience: 1_500 })),
    why(fetched({ 80: hints }, undefined, { patience: 1_500 })),
    why(fetched({ 443: silent }, 'https://stad.test/', { patience: 1_500 })),
  ])
  // Hints without end are counted: they are too many before they are too late.
  expect(all).toEqual(['timeout', 'timeout', 'too-large', 'timeout'])
  expect(performance.now() - begun).toBeLessThan(5_000)
})

test('a flood of headers is too large', async () => {
  const flood = await serveTcp((socket) => {
    socket.write('HTTP/1.1 200 OK\r\n')
    every(socket, 1, () => `x-${Math.random()}: ${'y'.repeat(10_000)}\r\n`)
  })
  const one = await serveTcp((socket) => {
    socket.write('HTTP/1.1 200 OK\r\nx: ')
    every(socket, 1, () => 'y'.repeat(50_000))
  })
  expect(await why(fetched({ 80: flood }))).toBe('too-large')
  expect(await why(fetched({ 80: one }))).toBe('too-large')
})

function every(socket: Socket, pause: number, text: () => string): void {
  const timer = setInterval(() => socket.write(text()), pause)
  socket.once('close', () => clearInterval(timer))
}

test('a body without end is read to its bound, one that drips as long as there is time', async () => {
  const endless = await serveHttp((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    const more = () => {
      while (response.write('<p>meer</p>'.repeat(10_000)));
      response.once('drain', more)
    }
    more()
  })
  const { body } = await fetched({ 80: endless })
  expect([body.bytes.length, body.read]).toEqual([3_000_000, 'cut'])
  const drip = await serveHttp((_, response) => {
    response.write('a')
    const timer = setInterval(() => response.write('b'), 50)
    response.once('close', () => clearInterval(timer))
  })
  const slow = await fetched({ 80: drip }, undefined, { patience: 1_000 })
  expect(slow.body.read).toBe('broken')
  expect(slow.hops).toHaveLength(1)
})

test('a page that broke off is not described', async () => {
  const seen = await look((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': 10_000 })
    response.write(page)
    setTimeout(() => response.destroy(), 50)
  }, undefined)
  expect(seen.plain).toMatchObject({
    seen: true,
    value: { hops: [{ status: 200 }], body: { contentType: null, textLength: 0 } },
  })
})

test.each([
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
  ['br', brotliCompressSync],
  ['GZIP', gzipSync],
  ['identity', (text: string) => Buffer.from(text)],
] as const)('reads what is coded as %s', async (coding, code) => {
  const port = await serveHttp((_, response) => response.writeHead(200, { 'content-encoding': coding }).end(code(page)))
  expect(String((await fetched({ 80: port })).body.bytes)).toBe(page)
})

const quickly = (bytes: Buffer) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } })

test.each([
  ['gzip', gzipSync],
  ['br', quickly],
  ['deflate', deflateSync],
] as const)('a bomb in %s is read to its bound', async (coding, code) => {
  const bomb = code(Buffer.alloc(200_000_000))
  const port = await serveHttp((_, response) => response.writeHead(200, { 'content-encoding': coding }).end(bomb))
  const before = process.memoryUsage().rss
  const { body } = await fetched({ 80: port })
  expect([body.bytes.length, body.read]).toEqual([3_000_000, 'cut'])
  expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
})

test('what says to be coded but is not, or in a way nobody knows, is broken', async () => {
  for (const coding of ['gzip', 'br', 'gzip, gzip', 'raar']) {
    const port = await serveHttp((_, response) => response.writeHead(200, { 'content-encoding': coding }).end(page))
    expect((await fetched({ 80: port })).body.read).toBe('broken')
  }
})

test('nineteen redirects pass, thirty and a circle do not', async () => {
  const count = await serveHttp(({ url }, response) => {
    const left = Number(url!.slice(1))
    return left > 0 ? response.writeHead(302, { location: `/${left - 1}` }).end() : response.end('er')
  })
  expect((await fetched({ 80: count }, 'http://stad.test/19')).hops).toHaveLength(20)
  expect(await why(fetched({ 80: count }, 'http://stad.test/30'))).toBe('redirect-loop')
  const circle = await serveHttp((_, response) => response.writeHead(302, { location: '/' }).end())
  expect(await why(fetched({ 80: circle }))).toBe('redirect-loop')
})

test('a site that sends back until its cookie returns is walked as a browser does', async () => {
  const port = await serveHttp(({ headers }, response) =>
    /wacht=1/.test(headers.cookie ?? '')
      ? response.end('binnen')
      : response.writeHead(302, { location: '/', 'set-cookie': 'wacht=1; Path=/; HttpOnly' }).end(),
  )
  const { hops, body } = await fetched({ 80: port })
  expect([hops.map(({ status }) => status), String(body.bytes)]).toEqual([[302, 200], 'binnen'])
})

test('cookies of one site are not told to another', async () => {
  const port = await serveHttp(({ headers, url }, response) => {
    if (headers.host === 'stad.test')
      response.writeHead(302, { location: 'http://ander.test/', 'set-cookie': 'geheim=1' }).end()
    else response.end(`${headers.cookie ?? 'geen'} ${url}`)
  })
  expect(String((await fetched({ 80: port })).body.bytes)).toBe('geen /')
})

test.each([
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://169.254.169.254/latest/',
  'http://0/',
  'http://localhost/',
  '//10.0.0.1/',
  'http://stad.test@169.254.169.254/',
  'http://prive.stad/',
])('a redirect to %s is refused', async (location) => {
  // The site stands on the one address that may be reached.
  const port = await listen(
    createServer((_, response) => response.writeHead(302, { location }).end()),
    '127.8.8.8',
  )
  const egress = openEgress({
    allow: ['127.8.8.8/32'],
    hosts: { 'stad.test': '127.8.8.8', 'prive.stad': '10.0.0.8' },
    ports: { 80: port },
  })
  expect(await why(fetchPage(egress, 'http://stad.test/', { signal: signal(), maxBytes: 1_000 }))).toBe(
    'refused-address',
  )
})

test.each(['file:///etc/passwd', 'ftp://stad.test/', 'data:text/html,x', 'javascript:alert(1)', 'http://[', ''])(
  'a redirect to "%s" is where the walk ends',
  async (location) => {
    const port = await serveHttp((_, response) => response.writeHead(302, { location }).end())
    if (location === '') return expect(await why(fetched({ 80: port }))).toBe('redirect-loop')
    expect((await fetched({ 80: port })).hops).toMatchObject([{ status: 302 }])
  },
)

test('credentials in an address are neither sent nor kept', async () => {
  const port = await serveHttp(({ headers, url }, response) =>
    url === '/'
      ? response.writeHead(302, { location: 'http://naam:wachtwoord@stad.test/in#deel' }).end()
      : response.end(headers.authorization ?? 'niets'),
  )
  const { hops, body } = await fetched({ 80: port })
  expect([hops[1]!.url, String(body.bytes)]).toEqual(['http://stad.test/in', 'niets'])
})

test('text without U+0000 or half characters, whatever was sent', async () => {
  const seen = await look((_, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' }).end('Contact: a\u0000b\ud800')
  }, undefined)
  expect(seen.robotsTxt.seen && seen.robotsTxt.value.text).toBe('Contact: ab\ufffd')
})

test.each([
  ['text/html; charset=iso-8859-1', Buffer.from('<html lang=nl>caf\u00e9', 'latin1'), 4],
  ['text/html', Buffer.from('<html>caf\u00e9', 'latin1'), 4],
  ['text/html; charset=onbekend', Buffer.from('<html>café'), 4],
  ['text/html', Buffer.from('\ufeff<html>café', 'utf16le'), 4],
  ['text/html', Buffer.from('<meta charset=utf-8>café'), 4],
])('reads the charset of "%s"', async (type, bytes, length) => {
  const seen = await look((_, response) => response.writeHead(200, { 'content-type': type }).end(bytes), undefined)
  expect(seen.plain).toMatchObject({ seen: true, value: { body: { textLength: length } } })
})

test('what stands in the way over http is told of that walk, and not of the page over https', async () => {
  const https: Listener = (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(page)
  const sendsOn = '<meta http-equiv="refresh" content="0;url=https://stad.test/">'
  for (const body of ['<title>Just a moment...</title>', sendsOn]) {
    const { plain, lacks } = await look(
      (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html>${body}`),
      https,
    )
    expect(plain).toMatchObject({ value: { lacks: { 'plain-answer': ['in-the-way'] } } })
    expect(lacks).toEqual({})
  }
  const { plain } = await look(https, https)
  expect(plain).toMatchObject({ value: { lacks: {} } })
})
test('a check of visitors in the place of security.txt is no page of the site, "not found" is', async () => {
  const at = async (body: string) => {
    const { securityTxt } = await look(undefined, (request, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(request.url === '/.well-known/security.txt' ? `<!doctype html>${body}` : page),
    )
    return securityTxt
  }
  expect(await at('<script src="/_Incapsula_Resource?SWJIYLWA=1"></script>')).toMatchObject({ why: 'blocked' })
  expect(await at('<title>Pagina niet gevonden</title>')).toMatchObject({ seen: true, value: { status: 200 } })
})
