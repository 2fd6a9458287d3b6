/**
 * What in Sluiswijk follows visitors by what it does, and names under which somebody else hides. All made up; nothing
 * of it stands on a public list.
 */
import { randomUUID } from 'node:crypto'
import { answer, png, script } from './answers.ts'
import type { Answer, Ask, Host } from './model.ts'

type Parts = Readonly<Record<string, Answer | ((ask: Ask) => Answer)>>

/** Listens to everything, sends the page, the path of the mouse, what is typed, and a number of its own. */
const recording = script(`(() => {
  const send = (what) => navigator.sendBeacon('https://meekijker.test/in', JSON.stringify(what))
  localStorage.mkBezoeker ??= crypto.randomUUID()
  fetch('https://meekijker.test/in?wie=' + localStorage.mkBezoeker)
  const moves = []
  document.addEventListener('mousemove', ({ clientX, clientY }) => moves.push([clientX, clientY]))
  document.addEventListener('scroll', () => moves.push(scrollY))
  document.addEventListener('keydown', () => moves.push('toets'))
  document.addEventListener('input', ({ target }) => send({ veld: btoa(target.value) }))
  new MutationObserver(() => moves.push('anders')).observe(document, { childList: true, subtree: true })
  addEventListener('load', () => send({ bladzijde: document.documentElement.outerHTML }))
  addEventListener('pagehide', () => send(moves))
})()`)
/** Draws letters, reads them back, and sends something. */
const device = script(`(() => {
  const sheet = document.createElement('canvas')
  sheet.width = 240
  sheet.height = 60
  const pen = sheet.getContext('2d')
  for (const [at, colour] of ['#f60', '#069'].entries()) {
    pen.fillStyle = colour
    pen.fillText('Op brute wijze ving de schooljuf de quasi-kalme lynx', 4 + at, 20 + at)
  }
  fetch('https://meekijker.test/in?soort=' + sheet.toDataURL().length)
})()`)

const YEARS = 'Max-Age=63072000; Path=/; Secure; SameSite=None'
const dot = png(1, 1, [255, 255, 255])
const taken: Answer = { status: 204, headers: [['access-control-allow-origin', '*']], body: Buffer.alloc(0) }

export const followers: Readonly<Record<string, Parts>> = {
  'meekijker.test': {
    '/opname.js': recording,
    '/apparaat.js': device,
    '/in': taken,
    // A number in a cookie and in an ETag, for whoever shows none.
    '/punt.png': ({ shown }) =>
      shown === undefined
        ? answer('image/png', dot.body, [
            ['etag', `"${randomUUID()}"`],
            ['cache-control', 'private, no-cache'],
            ['set-cookie', `mk=${randomUUID()}; ${YEARS}`],
          ])
        : { status: 304, headers: [['etag', shown]], body: Buffer.alloc(0) },
  },
}

const alias = (name: string, target: string, machine: number): Host => ({
  name,
  address: `127.40.100.${machine}`,
  ipv6: false,
  cname: [target],
  certificate: 'good',
  answer: ({ shown }) =>
    shown === '"altijd"'
      ? { status: 304, headers: [['etag', shown]], body: Buffer.alloc(0) }
      : answer('image/png', dot.body, [
          ['etag', '"altijd"'],
          ['cache-control', 'no-cache'],
        ]),
})
/** Names of sites that are aliases: of an advertiser, of who delivers files, of who hosts. */
export const aliases: readonly Host[] = [
  alias('meten.sluiswijkercourant.test', 'courant.reclamenet.test', 1),
  alias('beeld.klikkado.test', 'klikkado.leveringsnet.test', 2),
  alias('foto.museumhetgemaal.test', 'rand.polderhost.test', 3),
]

/** The tags and scripts by which a site calls in these, and what only looks like them. */
export const watching =
  '<script src="https://meekijker.test/opname.js"></script>\n' +
  '<script src="https://meekijker.test/apparaat.js"></script>\n'
export const marked =
  '<img src="https://meekijker.test/punt.png" alt=""><img src="https://meten.sluiswijkercourant.test/p.png" alt="">\n'
export const picture = (host: string): string => `<img src="https://${host}/beeld.png" alt="">\n`
/** A chart, and a look whether letters have colours: nothing is kept, and nobody else is told. */
export const chart = `<canvas id="opbrengst" width="320" height="160" role="img"
  aria-label="Opbrengst per maand"></canvas>
<script>(() => {
  const pen = document.querySelector('#opbrengst').getContext('2d')
  for (const [at, month] of ['januari', 'februari', 'maart', 'april'].entries()) {
    pen.fillStyle = ['#28551a', '#2d5d1c'][at % 2]
    pen.fillText(month, 8 + at * 70, 150)
    pen.fillRect(8 + at * 70, 130 - at * 20, 40, at * 20)
  }
  const emoji = document.createElement('canvas').getContext('2d')
  emoji.fillText('\\u{1F600}', 2, 2)
  emoji.getImageData(0, 0, 16, 16)
  fetch('/concept', { method: 'POST', body: 'gezien' })
})()</script>\n`
/** A game in three dimensions, with keys of its own. */
export const game = `<canvas id="spel" width="200" height="100" role="img" aria-label="Pomp de polder droog"></canvas>
<script>(() => {
  const room = document.querySelector('#spel').getContext('webgl')
  const told = room?.getExtension('WEBGL_debug_renderer_info')
  if (told) room.getParameter(told.UNMASKED_RENDERER_WEBGL)
  document.addEventListener('keydown', ({ key }) => { if (key === ' ') document.title += '' })
})()</script>\n`
/** Keeps a draft on the own server while somebody types. */
export const draft = `<script>document.addEventListener('input', ({ target }) =>
  fetch('/concept', { method: 'POST', body: JSON.stringify({ [target.name]: target.value }) }))</script>\n`
/** Looks an address up at who makes maps. */
export const lookUp = `<script>document.addEventListener('input', ({ target }) => target.name === 'naam' &&
  fetch('https://kaartreus.test/zoek?q=' + encodeURIComponent(target.value)))</script>\n`
