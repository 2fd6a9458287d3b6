/**
 * The companies whose parts the sites of Sluiswijk use. All are made up; their addresses have the shapes by which
 * general tracking lists know such services (`/gtag/js?`, `/fbevents.js`, `/gtm.js`, `/pixel.gif?`, third-party pings).
 */
import { createHash } from 'node:crypto'
import { answer, css, html, png, script } from './answers.ts'
import { followers } from './followers.ts'
import type { Answer, Ask, HeaderLines, Host } from './model.ts'
import { asksFirst } from './questions.ts'

const gone = html('<!doctype html><html lang="nl"><title>Niet gevonden</title><p>Niet gevonden</p></html>', [], 404)
const dot = png(1, 1, [255, 255, 255])
const quiet: Answer = { status: 204, headers: [['access-control-allow-origin', '*']], body: Buffer.alloc(0) }

const cookie = (name: string, days: number): HeaderLines => [
  [
    'set-cookie',
    [
      `${name}=${createHash('sha1').update(name).digest('hex')}`,
      `Max-Age=${days * 86_400}`,
      'Path=/',
      'Secure',
      'SameSite=None',
    ].join('; '),
  ],
]
const frame = (title: string, main: string, headers: HeaderLines = [], scripts = ''): Answer =>
  html(
    `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>${title}</title><style>
body { margin: 8px; font: 16px/1.5 sans-serif; color: #222; background: #fff } h1 { font-size: 18px }
button, label { display: block; min-height: 32px } input { width: 24px; height: 24px }
</style></head><body><main><h1>${title}</h1>${main}</main>${scripts}</body></html>`,
    headers,
  )

/** First-party id cookies, then a ping with the full address of the page. */
const counting = script(`(() => {
  const id = () => Math.floor(Math.random() * 2 ** 31) + '.' + Math.floor(Date.now() / 1000)
  const has = name => document.cookie.includes(name + '=')
  const keep = (name, seconds) => {
    if (!has(name)) document.cookie = name + '=GA1.2.' + id() + '; Max-Age=' + seconds + '; Path=/; SameSite=Lax'
  }
  keep('_ga', 63072000)
  keep('_gid', 86400)
  const tid = new URL(document.currentScript.src).searchParams.get('id')
  const page = encodeURIComponent(location.href)
  navigator.sendBeacon('https://statistiek-groot.test/g/collect?v=2&tid=' + tid + '&cid=' + id() + '&dl=' + page)
})()`)
const pixel = script(`(() => {
  const id = 'fb.1.' + Date.now() + '.' + Math.floor(Math.random() * 1e10)
  if (!document.cookie.includes('_fbp=')) document.cookie = '_fbp=' + id + '; Max-Age=7776000; Path=/; SameSite=Lax'
  new Image().src = 'https://reclamenet.test/pixel.gif?id=551&ev=PageView&dl=' + encodeURIComponent(location.href)
})()`)
const tags = script(`for (const src of [
    'https://statistiek-groot.test/gtag/js?id=G-SLUIS77',
    'https://reclamenet.test/fbevents.js',
  ]) {
  const tag = document.createElement('script')
  tag.src = src
  document.head.append(tag)
}`)
/** Says yes in one press and no in three, with a box that is ticked beforehand; and nothing waits for the answer. */
const layered = script(`(() => {
  if (document.cookie.includes('cookielagen=')) return
  const box = document.createElement('section')
  const answer = (choice) => { document.cookie = 'cookielagen=' + choice + '; Max-Age=15552000; Path=/'; box.remove() }
  const button = (label, act) => {
    const one = document.createElement('button')
    one.textContent = label
    one.style.cssText = 'background:#222;color:#fff;border:0;padding:12px 24px;margin-right:16px;font-size:16px'
    one.onclick = act
    return one
  }
  box.setAttribute('aria-label', 'Cookies')
  box.style.cssText = 'position:fixed;bottom:0;left:0;right:0;background:#fff;color:#222;padding:16px'
  box.innerHTML = '<p>Wij gebruiken cookies om onze winkel beter te maken en om u aanbiedingen te doen.</p>'
  box.append(button('Accepteren', () => answer('ja')), button('Instellingen', () => {
    box.innerHTML = '<p>Kies welke cookies u goed vindt.</p><p><label><input type="checkbox" checked disabled> ' +
      'Noodzakelijk</label> <label><input type="checkbox" checked> Reclame</label></p>'
    box.append(button('Keuze opslaan', () => answer('keuze')))
  }))
  document.body.append(box)
})()`)
const chatting = script(`(() => {
  if (!localStorage.getItem('praat-bezoeker')) localStorage.setItem('praat-bezoeker', crypto.randomUUID())
  const line = new WebSocket('wss://praatvenster.test/lijn')
  line.onmessage = message => {
    const box = document.createElement('section')
    box.setAttribute('aria-label', 'Chat')
    box.style.cssText = 'position:fixed;right:16px;bottom:16px;background:#fff;color:#222;padding:12px'
    box.textContent = message.data
    document.body.append(box)
  }
})()`)
const testing = script(`for (const place of document.querySelectorAll('.menstest')) {
  const frame = document.createElement('iframe')
  frame.src = 'https://menstest.test/anchor?k=' + place.dataset.sleutel
  frame.title = 'Controle of u een mens bent'
  frame.width = 300
  frame.height = 80
  place.append(frame)
}`)

/** The gallery script of the content network, and its integrity value for sites that ask for it. */
const gallerySource = `document.querySelectorAll('.galerij img').forEach(image => { image.style.cursor = 'zoom-in' })\n`
export const galleryIntegrity = `sha384-${createHash('sha384').update(gallerySource).digest('base64')}`

type Parts = Readonly<Record<string, Answer | ((ask: Ask) => Answer)>>
const parties: Readonly<Record<string, Parts>> = {
  'statistiek-groot.test': { '/gtag/js': counting, '/g/collect': quiet },
  'reclamenet.test': {
    '/fbevents.js': pixel,
    '/pixel.gif': { ...dot, headers: [...dot.headers, ...cookie('rn_id', 730)] },
    '/advertentie': frame('Advertentie', '<p>Nu bij Klikkado: alles voor de feestdagen.</p>', cookie('rn_ad', 730)),
  },
  'taglaad.test': { '/gtm.js': tags },
  'videoreus.test': {
    '/embed/sluiswijk': frame(
      'Videospeler',
      '<p>De video begint als u op afspelen drukt.</p><button type="button">Afspelen</button>',
      cookie('VISITOR_VR', 180),
      `<script>localStorage.setItem('vr-apparaat', crypto.randomUUID())</script>`,
    ),
  },
  'kaartreus.test': {
    '/maps/embed': frame('Kaart van Sluiswijk', '<p>Havenstraat, Sluiswijk</p>'),
    '/zoek': quiet,
  },
  'lettertypen.test': {
    '/css2': css(`@font-face { font-family: Sluis; src: url(https://lettertypen.test/s/sluis.woff2) format("woff2") }
body { font-family: Sluis, sans-serif }`),
    '/s/sluis.woff2': answer('font/woff2', Buffer.from('wOF2'), [['access-control-allow-origin', '*']]),
  },
  'sociaal-net.test': {
    '/plugins/like': frame('Vind ik leuk', '<button type="button">Vind ik leuk</button>', cookie('sn_dat', 730)),
  },
  'menstest.test': {
    '/api.js': testing,
    '/anchor': frame('Mensentest', '<label><input type="checkbox"> Ik ben een mens</label>'),
  },
  'leveringsnet.test': {
    '/bib/galerij-2.1.min.js': script(gallerySource),
    '/npm/galerij@2/galerij.min.js': script(gallerySource),
    '/npm/galerij@2.1.0/galerij.min.js': script(gallerySource),
  },
  'polderstatistiek.test': {
    '/tel.js': script(`fetch('https://polderstatistiek.test/api/bezoek', { method: 'POST', body: location.pathname })`),
    '/api/bezoek': quiet,
    '/tel.png': dot,
  },
  'cookievraag.test': {
    '/toestemming.js': ({ query }) => script(asksFirst(query.has('bewaar'))),
    '/lagen.js': layered,
    '/melding.js': script(`(() => {
  if (localStorage.getItem('cookiemelding')) return
  const box = document.createElement('section')
  box.setAttribute('aria-label', 'Cookies')
  box.style.cssText = 'position:fixed;bottom:0;left:0;right:0;background:#ffe9a8;color:#222;padding:12px'
  box.innerHTML = 'Door verder te lezen vindt u cookies goed. <button type="button">Prima</button>'
  box.querySelector('button').style.cssText = 'background:#222;color:#fff;min-height:32px'
  box.querySelector('button').onclick = () => { localStorage.setItem('cookiemelding', 'ja'); box.remove() }
  document.body.append(box)
})()`),
  },
  'praatvenster.test': { '/praat.js': chatting },
  'betaalvlot.test': { '/kassa.js': script(`document.documentElement.dataset.kassa = 'gereed'`) },
  'formulierenhuis.test': { '/inzenden': frame('Bedankt', '<p>Uw bericht is ontvangen.</p>') },
  ...followers,
}

/** Address per company, each in a range of its own. */
export const thirdParties: readonly Host[] = Object.entries(parties).map(([name, parts], index) => ({
  name,
  address: `127.40.${index + 1}.1`,
  ipv6: false,
  cname: [],
  certificate: 'good',
  answer: (ask) => {
    const part = parts[ask.path]
    return typeof part === 'function' ? part(ask) : (part ?? gone)
  },
}))

/** The tags by which a site calls in these companies. */
export const tag = {
  statistics: '<script src="https://statistiek-groot.test/gtag/js?id=G-SLUIS01"></script>\n',
  advertising: '<script src="https://reclamenet.test/fbevents.js"></script>\n',
  tagManager: '<script async src="https://taglaad.test/gtm.js?id=GTM-SLUIS1"></script>\n',
  fonts: '<link rel="stylesheet" href="https://lettertypen.test/css2?family=Sluis">\n',
  consent: '<script src="https://cookievraag.test/toestemming.js"></script>\n',
  consentKept: '<script src="https://cookievraag.test/toestemming.js?bewaar"></script>\n',
  afterConsent:
    '<script type="text/plain" data-na-toestemming="https://statistiek-groot.test/gtag/js?id=G-SLUIS02"></script>\n',
  backToConsent: '<p><button type="button" data-cookievraag>Cookie-instellingen</button></p>',
  layeredConsent: '<script src="https://cookievraag.test/lagen.js"></script>\n',
  cosmeticConsent: '<script src="https://cookievraag.test/melding.js"></script>\n',
  chat: '<script src="https://praatvenster.test/praat.js"></script>\n',
  captcha: '<div class="menstest" data-sleutel="sluis"></div><script src="https://menstest.test/api.js"></script>\n',
  polder: '<script src="https://polderstatistiek.test/tel.js"></script>\n',
  polderPicture: '<img src="https://polderstatistiek.test/tel.png" alt="" width="1" height="1">\n',
  gallery: '<script src="https://leveringsnet.test/bib/galerij-2.1.min.js"></script>\n',
  gallerySealed:
    `<script src="https://leveringsnet.test/bib/galerij-2.1.min.js" integrity="${galleryIntegrity}" ` +
    `crossorigin="anonymous"></script>\n`,
  galleryNewest: '<script src="https://leveringsnet.test/npm/galerij@2/galerij.min.js"></script>\n',
  galleryPinned: '<script src="https://leveringsnet.test/npm/galerij@2.1.0/galerij.min.js"></script>\n',
  checkout: '<script src="https://betaalvlot.test/kassa.js"></script>\n',
  video: '<iframe src="https://videoreus.test/embed/sluiswijk" title="Video" width="480" height="270"></iframe>\n',
  map:
    '<iframe src="https://kaartreus.test/maps/embed?pb=sluiswijk" title="Kaart" width="400" ' +
    'height="300"></iframe>\n',
  like:
    '<iframe src="https://sociaal-net.test/plugins/like?href=sluiswijk" title="Vind ik leuk" width="200" ' +
    'height="120"></iframe>\n',
  advertisement:
    '<iframe src="https://reclamenet.test/advertentie?plek=top" title="Advertentie" width="468" ' +
    'height="120"></iframe>\n',
} as const
