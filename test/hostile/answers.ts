/** What a server answers: redirects, statuses, headers and bodies that no browser takes for a page, or never ends. */
import { gzipSync } from 'node:zlib'
import { asPage, endless, page, type Fault, type Handler, type Traps } from './fault.ts'

const HTML = 'text/html; charset=utf-8'
const to =
  (location: string, status = 302): Handler =>
  (_, response) =>
    void response.writeHead(status, { location }).end()
const answered =
  (status: number, headers: Readonly<Record<string, string>> = {}, body = ''): Handler =>
  (_, response) =>
    void response.writeHead(status, headers).end(body)
/** Sends on as often as told, and then gives the page. */
const steps =
  (most: number): Handler =>
  (request, response) => {
    const at = Number(new URL(request.url!, 'http://x').searchParams.get('n') ?? 0)
    if (at < most) response.writeHead(302, { location: `/?n=${at + 1}` }).end()
    else response.writeHead(200, { 'content-type': HTML }).end(page(''))
  }
const ended = (text: string | Buffer) => (socket: import('node:net').Socket) => void socket.end(text)
const none: Traps = { http: 0, udp: 0, address: '' }
/** Ten times as much as its bytes, ten times over. */
const bomb = () => gzipSync(Buffer.concat([Buffer.from(page('')), Buffer.alloc(400_000_000, 'a')]))
let packed: Buffer | undefined

/** Ways to write 127.9.9.9 and its like (SSRF), of which none may be followed. */
const INSIDE = [
  '127.9.9.9',
  '127.591369', // the last part holds three
  '2131298569',
  '0x7f090909',
  '017702204411',
  '0x7f.9.9.9',
  '%31%32%37.9.9.9',
  encodeURIComponent('①②⑦.⑨.⑨.⑨'),
  '[::1]',
  '[::ffff:127.9.9.9]',
  '[64:ff9b::7f09:909]',
  '[2002:7f09:909::1]',
  'localhost',
  '169.254.169.254',
  '10.0.0.1',
  '0.0.0.0',
]

export const answers: readonly Fault[] = [
  {
    name: 'redirect-loop',
    must: ['redirect-loop'],
    answer: (q, r) => to(q.url === '/a' ? '/b' : '/a')(q, r, q as never),
  },
  { name: 'redirect-self', must: ['redirect-loop'], answer: to('/') },
  {
    name: 'redirect-cookie-wall',
    must: ['redirect-loop'],
    answer: answered(302, { location: '/', 'set-cookie': 'a=1' }),
  },
  { name: 'redirect-19', must: ['seen'], answer: steps(19) },
  { name: 'redirect-30', must: ['redirect-loop'], answer: steps(30) },
  ...['file:///etc/passwd', 'data:text/html,hallo', 'chrome://version', 'ftp://dorp.test/', 'javascript:alert(1)'].map(
    (location): Fault => ({
      name: `redirect-${location.split(':', 1)[0]}`,
      // Of a scheme that it does not know a browser says no more than that nothing came.
      must: ['refused-address', 'unreachable'],
      answer: to(location),
    }),
  ),
  { name: 'redirect-unsafe-port', must: ['refused-address'], answer: to('http://redirect-unsafe-port.test:6000/') },
  {
    name: 'redirect-userinfo',
    must: ['seen'],
    answer: (q, r) =>
      q.url === '/'
        ? to('http://jan:gehe1m@redirect-userinfo.test/in')(q, r, q as never)
        : void r.setHeader('content-type', HTML).end(page('')),
  },
  { name: 'redirect-offsite', must: ['redirected-away'], answer: to('http://gezond.test/') },
  ...INSIDE.map((host, at): Fault => ({
    name: `ssrf-redirect-${at}`,
    must: ['refused-address', 'name-not-found', 'dns-failed'],
    answer: to(`http://${host}/`),
  })),
  {
    name: 'refresh-header',
    must: ['refused-address', 'redirected-away'],
    answer: (_, response) =>
      void response.writeHead(200, { 'content-type': HTML, refresh: '0; url=http://127.9.9.9/' }).end(page('')),
  },
  { name: 'status-204', must: ['empty'], answer: answered(204) },
  { name: 'status-205', must: ['empty'], answer: answered(205) },
  { name: 'status-304', must: ['empty', 'http-error', 'unreachable'], answer: answered(304) },
  { name: 'status-401', must: ['blocked'], answer: answered(401, { 'www-authenticate': 'Basic realm="x"' }, page('')) },
  {
    name: 'status-407',
    must: ['blocked', 'http-error'],
    answer: answered(407, { 'proxy-authenticate': 'Basic' }, page('')),
  },
  { name: 'status-429', must: ['rate-limited'], answer: answered(429, { 'retry-after': '3600' }, page('')) },
  { name: 'status-500', must: ['http-error'], answer: answered(500, { 'content-type': HTML }, page('')) },
  { name: 'status-000', must: ['probe-failed', 'unreachable', 'http-error'], line: ended('HTTP/1.1 000 X\r\n\r\n') },
  { name: 'status-999', must: ['blocked', 'http-error'], line: ended(asPage(page('')).replace('200 OK', '999 Nee')) },
  {
    name: 'bot-wall',
    must: ['blocked'],
    answer: answered(403, { 'content-type': HTML }, '<title>Just a moment...</title><p>Checking your browser'),
  },
  { name: 'empty', must: ['empty'], answer: answered(200, { 'content-type': HTML }) },
  { name: 'pdf', must: ['not-html'], answer: answered(200, { 'content-type': 'application/pdf' }, '%PDF-1.4') },
  { name: 'json', must: ['not-html'], answer: answered(200, { 'content-type': 'application/json' }, '{"a":1}') },
  { name: 'image-mime', must: ['not-html'], answer: answered(200, { 'content-type': 'image/png' }, page('')) },
  {
    name: 'download-10gb',
    must: ['not-html'],
    answer: (_, response) => {
      response.writeHead(200, {
        'content-type': HTML,
        'content-disposition': 'attachment',
        'content-length': '10000000000',
      })
      endless(response, Buffer.alloc(65_536))
    },
  },
  {
    name: 'infinite-body',
    must: ['too-large', 'partial'],
    answer: (_, response) => {
      response.writeHead(200, { 'content-type': HTML })
      response.write(page(''))
      endless(response, `<!--${'x'.repeat(65_000)}-->`)
    },
  },
  {
    name: 'big-html',
    must: ['too-large', 'timeout', 'partial', 'too-heavy'],
    answer: (_, response) => {
      response.writeHead(200, { 'content-type': HTML, 'content-length': '100000000' })
      endless(response, `<p>${'woord '.repeat(10_000)}</p>`)
    },
  },
  {
    name: 'gzip-bomb',
    must: ['too-large', 'crashed', 'partial', 'timeout', 'too-heavy'],
    answer: (_, response) =>
      void response.writeHead(200, { 'content-type': HTML, 'content-encoding': 'gzip' }).end((packed ??= bomb())),
  },
  { name: 'http09', must: ['probe-failed', 'unreachable', 'not-html'], line: ended('<title>Dorp</title><p>Hallo') },
  {
    name: 'dup-length',
    must: ['probe-failed', 'unreachable'],
    line: ended(asPage(page('')).replace('connection: close', 'content-length: 3')),
  },
  {
    name: 'chunk-broken',
    must: ['partial', 'unreachable', 'probe-failed'],
    line: ended(`HTTP/1.1 200 OK\r\ncontent-type: ${HTML}\r\ntransfer-encoding: chunked\r\n\r\n5\r\n<p>Da\r\nzz\r\n`),
  },
  {
    name: 'smuggle',
    must: ['seen', 'partial', 'probe-failed', 'unreachable'],
    line: ended(`${asPage(page('')).replace('connection: close', 'transfer-encoding: chunked')}`),
  },
  {
    name: 'huge-header',
    must: ['too-large', 'probe-failed', 'unreachable'],
    line: ended(`HTTP/1.1 200 OK\r\nx-a: ${'a'.repeat(2_000_000)}\r\n\r\n${page('')}`),
  },
  {
    name: 'many-headers',
    must: ['too-large', 'probe-failed', 'unreachable', 'seen'],
    line: ended(asPage(page('')).replace('connection: close', 'x-a: b\r\n'.repeat(20_000) + 'connection: close')),
  },
  {
    name: 'endless-headers',
    must: ['too-large', 'timeout', 'probe-failed', 'unreachable'],
    line: (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      endless(socket, `x-a: ${'b'.repeat(1_000)}\r\n`)
    },
  },
  {
    name: 'cookie-bomb',
    must: ['seen'],
    answer: (_, response) => {
      const cookies = Array.from({ length: 60 }, (_, at) => `c${at}=${'v'.repeat(3_500)}`)
      response.writeHead(200, { 'content-type': HTML, 'set-cookie': cookies }).end(page(''))
    },
  },
  {
    name: 'dup-csp',
    must: ['seen'],
    line: ended(
      asPage(page('')).replace(
        'connection: close',
        `content-security-policy: script-src 'none'\r\n` +
          `content-security-policy: require-trusted-types-for 'script'\r\nconnection: close`,
      ),
    ),
  },
  { name: 'nul-bytes', must: ['seen'], line: ended(asPage(page('\0<p>\0woord\0</p>'))) },
  {
    name: 'nul-header',
    must: ['seen', 'partial', 'probe-failed', 'unreachable'],
    line: ended(asPage(page('')).replace('connection: close', 'x-a: b\0c\r\nconnection: close')),
  },
  {
    name: 'charset-unknown',
    must: ['seen'],
    answer: answered(200, { 'content-type': 'text/html; charset=x-niets' }, page('é')),
  },
  {
    name: 'charset-lie',
    must: ['seen'],
    answer: answered(200, { 'content-type': 'text/html; charset=utf-16' }, page('é')),
  },
  {
    name: 'utf16',
    must: ['seen'],
    answer: (_, response) =>
      void response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-16le' })
        .end(Buffer.from(page('é'), 'utf16le')),
  },
  {
    name: 'slow-headers',
    must: ['timeout', 'partial', 'seen'],
    line: (socket) => {
      const text = asPage(page(''))
      let at = 0
      const timer = setInterval(() => void (at < text.length ? socket.write(text[at++]!) : socket.end()), 200)
      socket.once('close', () => clearInterval(timer))
    },
  },
  { name: 'no-response', must: ['timeout'], line: () => undefined },
  {
    name: 'slow-body',
    must: ['partial', 'seen'],
    answer: (_, response) => {
      response.writeHead(200, { 'content-type': HTML })
      response.write(page(''))
      const timer = setInterval(() => response.write('<p>woord</p>'), 500)
      response.once('close', () => clearInterval(timer))
    },
  },
  {
    name: 'robots-endless',
    must: ['seen', 'robots'],
    answer: (request, response) => {
      if (request.url !== '/robots.txt') return void response.setHeader('content-type', HTML).end(page(''))
      response.writeHead(200, { 'content-type': 'text/plain' })
      endless(response, 'Disallow: /nergens\n'.repeat(1_000))
    },
  },
  {
    name: 'robots-loop',
    must: ['seen'],
    answer: (request, response, traps) =>
      request.url!.startsWith('/robots.txt')
        ? to('/robots.txt')(request, response, traps)
        : void response.setHeader('content-type', HTML).end(page('')),
  },
  {
    name: 'sitemap-bomb',
    must: ['seen'],
    answer: (request, response) => {
      const entities = Array.from({ length: 9 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join('')
      if (/sitemap/.test(request.url!))
        return void response
          .setHeader('content-type', 'application/xml')
          .end(
            `<!DOCTYPE x [<!ENTITY e0 "bom">${entities}<!ENTITY f SYSTEM "file:///etc/passwd">]>` +
              `<urlset><url><loc>&e9;&f;</loc></url></urlset>`,
          )
      if (request.url === '/robots.txt') return void response.end('Sitemap: http://sitemap-bomb.test/sitemap.xml\n')
      return void response.setHeader('content-type', HTML).end(page(''))
    },
  },
  {
    name: 'favicon-endless',
    must: ['seen'],
    answer: (request, response) => {
      if (request.url !== '/favicon.ico') return void response.setHeader('content-type', HTML).end(page(''))
      response.writeHead(200, { 'content-type': 'image/x-icon' })
      endless(response, Buffer.alloc(65_536))
    },
  },
  {
    name: 'ua-cloak',
    must: ['blocked'],
    answer: (request, response) =>
      /leidraad/i.test(request.headers['user-agent'] ?? '')
        ? answered(403, { 'content-type': HTML }, '<title>Access denied</title><p>Robots niet')(request, response, none)
        : void response.setHeader('content-type', HTML).end(page('')),
  },
  {
    name: 'hostile-headers',
    must: ['seen'],
    answer: answered(
      200,
      {
        'content-type': HTML,
        server: '"><script>alert(1)</script>',
        'x-powered-by': "' or 1=1; drop table visit; --",
        'strict-transport-security': 'max-age=99999999999999999999; '.repeat(200),
        'permissions-policy': '('.repeat(4_000),
      },
      page(''),
    ),
  },
  {
    name: 'hostile-cookies',
    must: ['seen'],
    answer: (_, response) =>
      void response
        .writeHead(200, {
          'content-type': HTML,
          'set-cookie': ['__proto__=1', '<img src=x onerror=alert(1)>=1', '=leeg', `a=${'%'.repeat(3_000)}`],
        })
        .end(page('')),
  },
  ...Object.entries<Handler>({
    html: (_, response) => void response.setHeader('content-type', HTML).end(page('')),
    inside: to('http://127.9.9.9/robots.txt'),
    silent: () => undefined,
    500: answered(500),
    binary: (_, response) => void response.setHeader('content-type', 'text/plain').end(Buffer.alloc(400_000, 0xff)),
  }).map(([kind, robots]): Fault => ({
    name: `robots-${kind}`,
    must: ['seen'],
    answer: (request, response, traps) =>
      request.url === '/robots.txt'
        ? robots(request, response, traps)
        : void response.setHeader('content-type', HTML).end(page('')),
  })),
  {
    name: 'security-txt-endless',
    must: ['seen'],
    answer: (request, response) => {
      if (request.url !== '/.well-known/security.txt')
        return void response.setHeader('content-type', HTML).end(page(''))
      response.writeHead(200, { 'content-type': 'text/plain' })
      endless(response, 'Contact: mailto:wie@dorp.test\n'.repeat(1_000))
    },
  },
]
