/** What a page does to the browser that looks at it. */
import { crc32, deflateSync } from 'node:zlib'
import { endless, page, script, type Fault, type Handler } from './fault.ts'

const HTML = 'text/html; charset=utf-8'
/** The page itself at every path but those that are told. */
const beside =
  (html: string, paths: Readonly<Record<string, Handler>>): Handler =>
  (request, response, traps) => {
    const handler = paths[request.url!.split('?')[0]!]
    if (handler) handler(request, response, traps)
    else void response.setHeader('content-type', HTML).end(html)
  }
const always =
  (type: string, piece: Buffer | string): Handler =>
  (_, response) => {
    response.writeHead(200, { 'content-type': type })
    endless(response, piece)
  }

/** Every way in which a page can make its browser ask for something, towards an address that may not be reached. */
const toInside = ({ address }: { address: string }, { udp }: { udp: number }) =>
  page(
    `<img src="http://${address}/img"><img src="http://2131298569/dec"><img src="http://0x7f090909/hex">
    <img src="http://[::ffff:127.9.9.9]/mapped"><img src="http://localhost/name"><img src="/naar-binnen">
    <iframe src="http://${address}/frame"></iframe><object data="http://${address}/object"></object>
    <script src="http://${address}/script"></script><link rel="stylesheet" href="http://${address}/style">
    <link rel="preconnect" href="http://${address}"><link rel="prefetch" href="http://${address}/prefetch">
    <style>@font-face { font-family: x; src: url(http://${address}/font) } p { font-family: x }</style>
    <video src="http://${address}/video"></video>
    <form id="f" method="post" target="in" action="http://${address}/form"></form>
    <iframe name="in"></iframe>
    <script>f.submit(); fetch('http://${address}/fetch', { mode: 'no-cors' }).catch(() => {})
      navigator.sendBeacon('http://${address}/beacon', 'x'); new WebSocket('ws://${address}/socket')
      new EventSource('http://${address}/events'); new Image().src = 'http://${address}:${udp}/port'
      try { new WebTransport('https://${address}:${udp}/quic') } catch {}
      const job = "fetch('http://${address}/worker', { mode: 'no-cors' })"
      try { new Worker(URL.createObjectURL(new Blob([job]))) } catch {}</script>`,
  )

export const pages: readonly Fault[] = [
  {
    name: 'meta-refresh-loop',
    must: ['redirect-loop', 'probe-failed'],
    html: page('', '<meta http-equiv="refresh" content="0">'),
  },
  {
    name: 'js-nav-loop',
    must: ['redirect-loop', 'partial', 'probe-failed', 'timeout'],
    html: script(`location = '/?' + Math.random()`),
  },
  {
    name: 'history-storm',
    must: ['seen', 'partial', 'timeout'],
    html: script(`setInterval(() => history.pushState(0, '', '?' + Math.random()), 0)`),
  },
  { name: 'ssrf-subresources', must: ['seen', 'partial'], html: (traps) => toInside(traps, traps) },
  {
    name: 'ssrf-webrtc',
    must: ['seen'],
    html: ({ address, udp }) =>
      script(`const line = new RTCPeerConnection({ iceServers: [{ urls: 'stun:${address}:${udp}' },
        { urls: 'turn:${address}:${udp}', username: 'a', credential: 'b' }] })
        line.createDataChannel('x'); line.createOffer().then((offer) => line.setLocalDescription(offer))`),
  },
  {
    name: 'quic-hint',
    must: ['seen'],
    answer: beside(page('<img src="/plaat">'), {
      '/plaat': (_, response, { udp, address }) =>
        void response.writeHead(204, { 'alt-svc': `h3="${address}:${udp}"; ma=3600, h3=":${udp}"` }).end(),
    }),
  },
  { name: 'load-never', must: ['partial'], answer: beside(page('<img src="/stil">'), { '/stil': () => undefined }) },
  {
    name: 'infinite-script',
    must: ['too-large', 'partial', 'timeout'],
    answer: beside(page('<script src="/eindeloos.js"></script>'), {
      '/eindeloos.js': always('text/javascript', `/*${'x'.repeat(65_000)}*/`),
    }),
  },
  {
    name: 'infinite-image',
    must: ['seen', 'partial', 'too-large'],
    answer: beside(page('<img src="/eindeloos.png" alt="">'), {
      '/eindeloos.png': always('image/png', Buffer.alloc(65_536)),
    }),
  },
  {
    name: 'sse',
    must: ['seen', 'partial'],
    answer: beside(script(`new EventSource('/events')`), {
      '/events': (_, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' })
        response.write('data: 1\n\n')
      },
    }),
  },
  {
    name: 'longpoll',
    must: ['seen', 'partial'],
    answer: beside(script(`fetch('/wacht')`), { '/wacht': () => undefined }),
  },
  {
    name: 'third-party-10k',
    must: ['partial', 'too-heavy', 'timeout'],
    html: script(`for (let n = 0; n < 10000; n++) new Image().src = 'http://gezond.test/teller?' + n`),
  },
  {
    name: 'tall-page',
    must: ['seen', 'partial', 'timeout'],
    html: page('<div style="height:4000000px;background:linear-gradient(red,blue)">x</div>'),
  },
  {
    name: 'download-storm',
    must: ['seen', 'partial', 'timeout'],
    answer: beside(
      script(`setInterval(() => { const link = document.createElement('a'); link.href = '/bestand'; link.download = 'x'
        document.body.append(link); link.click() }, 50)`),
      { '/bestand': (_, response) => void response.writeHead(200, { 'content-disposition': 'attachment' }).end('x') },
    ),
  },
  {
    name: 'title-xss',
    must: ['seen'],
    barrier: 'image-alt',
    html: page(
      '<img src="/x" id="<img src=x onerror=alert(1)>">',
      '<title></title><script>document.title = "<img src=x onerror=alert(1)>"</script>',
    ),
  },
  {
    name: 'redos',
    must: ['seen', 'partial', 'timeout'],
    html: page(`<p>${'a'.repeat(1_000_000)}!</p><p>${'@'.repeat(200_000)}</p>`),
  },
  { name: 'js-loop', must: ['partial', 'timeout'], html: script('while (true);') },
  { name: 'js-loop-timer', must: ['partial', 'timeout'], html: script('setInterval(() => { while (true); }, 1)') },
  {
    name: 'js-loop-promise',
    must: ['partial', 'timeout'],
    html: script('const again = () => Promise.resolve().then(again); again()'),
  },
  {
    name: 'js-loop-frame',
    must: ['seen', 'partial'],
    html: script('const again = () => { requestAnimationFrame(again); document.body.offsetHeight }; again()'),
  },
  {
    name: 'sync-xhr',
    must: ['partial', 'seen', 'timeout'],
    answer: beside(script(`const ask = new XMLHttpRequest(); ask.open('GET', '/stil', false); ask.send()`), {
      '/stil': () => undefined,
    }),
  },
  {
    name: 'js-loop-unload',
    must: ['seen', 'partial', 'timeout'],
    html: script(
      `onbeforeunload = (event) => { event.preventDefault(); return 'x' }; onunload = () => { while (true); }`,
    ),
  },
  {
    name: 'memory-hog',
    must: ['crashed', 'partial', 'too-heavy', 'timeout'],
    html: script('const all = []; setInterval(() => all.push(new Uint8Array(5e7).fill(1)), 5)'),
  },
  // In the heap of scripts itself, which has a bound of its own.
  {
    name: 'memory-hog-heap',
    must: ['crashed', 'partial', 'too-heavy', 'timeout'],
    html: script('const all = []; setInterval(() => all.push(Array.from({ length: 1e6 }, () => ({ a: [1] }))), 5)'),
  },
  {
    name: 'dom-many',
    must: ['partial', 'crashed', 'too-heavy', 'timeout'],
    html: script(`document.body.innerHTML += '<b>a</b>'.repeat(1000000)`),
  },
  {
    name: 'dom-infinite',
    must: ['partial', 'crashed', 'too-heavy', 'timeout'],
    html: script(
      `setInterval(() => { for (let n = 0; n < 1000; n++) document.body.append(document.createElement('p')) }, 1)`,
    ),
  },
  {
    name: 'dom-deep',
    must: ['seen', 'partial', 'crashed', 'probe-failed', 'timeout'],
    html: page(
      `<script>let at = document.body; for (let n = 0; n < 20000; n++) {
        const one = document.createElement('div'); at.append(one); at = one }</script>`,
    ),
  },
  {
    name: 'iframe-wide',
    must: ['partial', 'seen', 'timeout'],
    html: script(
      `for (let n = 0; n < 300; n++) {
        const one = document.createElement('iframe'); one.srcdoc = '<p>x'; document.body.append(one) }`,
    ),
  },
  {
    name: 'iframe-deep',
    must: ['partial', 'seen', 'timeout'],
    answer: (request, response) =>
      void response
        .setHeader('content-type', HTML)
        .end(page(`<iframe src="/?${Math.random()}${request.url!.length}"></iframe>`)),
  },
  { name: 'alert-loop', must: ['partial', 'timeout'], html: script('while (true) alert(1)') },
  { name: 'alert-timer', must: ['partial', 'seen', 'timeout'], html: script('setInterval(() => alert(1), 1)') },
  { name: 'print', must: ['seen', 'partial'], html: script('print(); setInterval(() => print(), 100)') },
  {
    name: 'popup-storm',
    must: ['seen', 'partial', 'timeout'],
    html: script(`for (let n = 0; n < 200; n++) open('/venster?' + n)`),
  },
  {
    name: 'poison',
    must: ['seen', 'partial'],
    barrier: 'image-alt',
    html: page(`<img src="/x"><script>
      for (const of of [Array, Object, String, Element, Document, Node, Map, Set, Promise, JSON])
      for (const name of Object.getOwnPropertyNames(of.prototype ?? of))
        try { (of.prototype ?? of)[name] = () => [] } catch {}</script>`),
  },
  { name: 'csp-sandbox', must: ['seen', 'partial'], html: page(''), headers: { 'content-security-policy': 'sandbox' } },
  {
    name: 'csp-trusted-types',
    must: ['seen'],
    html: page(''),
    headers: {
      'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
  },
  {
    name: 'sw-hijack',
    must: ['seen'],
    never: 'gekaapt',
    answer: beside(script(`navigator.serviceWorker?.register('/sw.js').catch(() => {})`), {
      '/sw.js': (_, response) =>
        void response
          .setHeader('content-type', 'text/javascript')
          .end(`addEventListener('fetch', (event) => event.respondWith(new Response('gekaapt')))`),
    }),
  },
  {
    name: 'storage-bomb',
    must: ['seen', 'partial', 'timeout'],
    html: script(`try { for (let n = 0; n < 100; n++) localStorage['k' + n] = 'v'.repeat(5e5) } catch {}
      const open = indexedDB.open('x'); open.onupgradeneeded = () => open.result.createObjectStore('s')
      open.onsuccess = () => { for (let n = 0; n < 200; n++)
        open.result.transaction('s', 'readwrite').objectStore('s').put('v'.repeat(1e6), n) }`),
  },
  {
    name: 'worker-storm',
    must: ['seen', 'partial', 'timeout'],
    html: script(`for (let n = 0; n < 50; n++) new Worker(URL.createObjectURL(new Blob(['while (true);'])))`),
  },
  {
    name: 'nav-during-evaluate',
    must: ['seen', 'partial', 'redirect-loop', 'probe-failed', 'timeout'],
    html: script(`setTimeout(() => { location = '/?' + Math.random() }, 1500)`),
  },
  {
    name: 'binding-abuse',
    must: ['seen', 'partial'],
    barrier: 'image-alt',
    html: page(`<img src="/x"><script>for (const name of Object.getOwnPropertyNames(globalThis))
      if (/binding|playwright|leidraad|axe/i.test(name))
        try { globalThis[name]({ violations: [] }, 'x'.repeat(1e6)) } catch {}
      globalThis.axe = { run: async () => ({ violations: [], passes: [], incomplete: [] }) }</script>`),
  },
  {
    name: 'png-bomb',
    must: ['seen', 'partial', 'timeout', 'too-heavy'],
    answer: beside(page('<img src="/groot.png" alt="">'), {
      '/groot.png': (_, response) => void response.setHeader('content-type', 'image/png').end(bigPicture()),
    }),
  },
  {
    name: 'ws',
    must: ['seen', 'partial'],
    answer: beside(script(`new WebSocket('ws://' + location.host + '/stil')`), { '/stil': () => undefined }),
  },
  {
    name: 'sw-never',
    must: ['seen', 'partial'],
    answer: beside(script(`navigator.serviceWorker?.register('/sw.js').catch(() => {})`), {
      '/sw.js': () => undefined,
    }),
  },
]

/** A picture of 30,000 by 30,000 dots, all the same: 110 kB on the line, 112 MB of bits (PNG, §5 and §11). */
function bigPicture(): Buffer {
  const size = 30_000
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  head[8] = 1
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(size * (1 + Math.ceil(size / 8))))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
