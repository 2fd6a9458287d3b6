/** The use probe: what it tells of a page made narrow, large, walked through by keyboard, and what it must not tell. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Use, UseKind } from '../../../model/evidence.ts'
import { launchBrowser } from '../../../outside/browser.ts'
import type { ScanBrowser } from '../../../outside/browser.ts'
import { useProbe } from './use.ts'
import { testSite, visit } from '../test-site.ts'

let browser: ScanBrowser
let site: Awaited<ReturnType<typeof testSite>>

const WORDS = 'De markt is elke zaterdag op het plein en duurt tot vijf uur in de middag.'
const page = (body: string, head = '') =>
  `<!doctype html><html lang="nl"><head><title>Proef</title><meta name="viewport" content="width=device-width">` +
  `<style>body { font: 16px/1.2 sans-serif; margin: 8px }</style>${head}</head><body>${body}</body></html>`
const LINKS = '<a href="/een">Een</a> <a href="/twee">Twee</a> <a href="/drie">Drie</a>'
const DOT = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='

const SLIDE = `<p id="slide">Eerste bericht</p><script>let n = 0; setInterval(() => { slide.textContent = 'Bericht ' + n++ }, 1000)</script>`
const KEEPS = `onkeydown="if (event.key === 'Tab') { event.preventDefault(); a.focus() }"`

/** Two cards beside each other, of which a small window shows one and a part. */
const cards = (box: string, track: string, moved = '', snaps = '') =>
  page(
    `<div class="${box}" style="overflow: hidden; width: 100%; ${snaps}"><div class="${track}" style="display: flex; ${moved}">` +
      `<div class="vak-een"><p>${WORDS}</p></div><div class="vak-twee"><p>${WORDS}</p></div></div></div>`,
    `<style>.${track} > div { flex: none; width: 400px; margin: 0 8px }</style>`,
  )

type Case = { readonly told?: readonly UseKind[]; readonly html: string }
const CASES: Readonly<Record<string, Case>> = {
  'a plain page': { html: page(`<h1>Markt</h1><p>${WORDS}</p>${LINKS}`) },
  'lines wider than a small window': {
    told: ['reflow'],
    html: page(`<main style="width: 900px"><p>${WORDS}</p></main>`),
  },
  'a wide table': { html: page(`<table><tr>${`<td style="min-width: 200px">${WORDS}</td>`.repeat(5)}</tr></table>`) },
  'lines that a small window cuts off for good': {
    told: ['reflow'],
    html: page(`<main style="width: 900px"><p>${WORDS}</p></main>`, '<style>html, body { overflow-x: hidden }</style>'),
  },
  'what a page that cuts off puts beside the window': {
    html: page(
      `<p>${WORDS}</p><nav style="position: absolute; left: 250px; width: 600px"><p>${WORDS}</p></nav><div ` +
        `style="transform: translateX(50px); width: 800px"><p>${WORDS}</p></div><p style="margin-left: 1100px; ` +
        `white-space: nowrap">${WORDS}</p>`,
      '<style>html, body { overflow-x: hidden }</style>',
    ),
  },
  'a bar that is wider than a small window': {
    told: ['reflow'],
    html: page(`<p>${WORDS}</p><div style="position: fixed; bottom: 0; left: 0; width: 700px"><p>${WORDS}</p></div>`),
  },
  'a bar that fits': {
    html: page(`<p>${WORDS}</p><div style="position: fixed; bottom: 0; left: 0; right: 0"><p>${WORDS}</p></div>`),
  },
  'a table that only places things': {
    told: ['reflow'],
    html: page(`<table role="presentation" width="800"><tr>${`<td>${WORDS}</td>`.repeat(2)}</tr></table>`),
  },
  'a card': { told: ['reflow'], html: page(`<div class="kaart" style="width: 900px"><p>${WORDS}</p></div>`) },
  'a map': {
    html: page(`<div class="kaart" style="width: 900px"><canvas width="10" height="10"></canvas><p>${WORDS}</p></div>`),
  },
  'code that is scrolled by itself': {
    html: page(`<div style="overflow-x: auto"><p style="width: 900px">${WORDS}</p></div>`),
  },
  'a menu beside the window': {
    html: page(`<p>${WORDS}</p><nav style="position: fixed; left: 100%; width: 300px"><p>${WORDS}</p></nav>`),
  },
  'one long word': { html: page('<h1 style="font-size: 40px">Toegankelijkheidsverklaringen</h1>') },
  'a box that does not grow': {
    told: ['spacing'],
    html: page(`<div style="height: 40px; width: 300px; overflow: hidden"><p style="margin: 0">${WORDS}</p></div>`),
  },
  'a box that grows': {
    html: page(`<div style="min-height: 40px; width: 300px; overflow: hidden"><p>${WORDS}</p></div>`),
  },
  'a teaser that ends in dots': {
    html: page(
      '<p style="white-space: nowrap; width: 340px; overflow: hidden; text-overflow: ellipsis">De markt is elke zaterdag op het plein</p>',
    ),
  },
  'a text that was cut before': {
    html: page(`<div style="height: 25px; width: 300px; overflow: hidden"><p style="margin: 0">${WORDS}</p></div>`),
  },
  'a page that lies on its side when the screen is turned': {
    told: ['orientation'],
    html: page(`<p>${WORDS}</p>${LINKS}`, '<style>@media (orientation: portrait) { body { rotate: 90deg } }</style>'),
  },
  'a page that is turned within a page that is': {
    told: ['orientation'],
    html: page(
      `<main><p>${WORDS}</p></main>`,
      '<style>main { transform: rotate(2.5deg) } @media (orientation: landscape) { body { transform: matrix3d(0, -1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1) } }</style>',
    ),
  },
  'a page that asks to turn the screen back': {
    told: ['orientation'],
    html: page(
      `<p>${WORDS}</p><div class="over"><p>Draai je telefoon om deze site te bekijken.</p></div>`,
      '<style>.over { display: none; position: fixed; inset: 0; background: white } @media (orientation: portrait) { .over { display: block } }</style>',
    ),
  },
  'a page that stands on its head for a turn, and one label along the edge': {
    html: page(
      `<p>${WORDS}</p><p>${WORDS}</p><span class="rand">Nieuw</span>`,
      '<style>@media (orientation: portrait) { html { transform: rotateZ(1turn) } .rand { display: inline-block; rotate: 90deg } }</style>',
    ),
  },
  'a tip about turning that hides nothing': {
    html: page(
      `<p>${WORDS}</p><p class="tip">Draai uw telefoon voor een bredere tabel.</p>`,
      '<style>@media (orientation: landscape) { .tip { display: none } }</style>',
    ),
  },
  'a page about turning a phone, in a window over it, however it is held': {
    html: page(
      `<p>${WORDS}</p><div style="position: fixed; inset: 0; background: white"><p>Draai uw telefoon: zo leest u onze kaart.</p></div>`,
    ),
  },
  'a box as high as the window': {
    told: ['zoom'],
    html: page(`<div style="height: 8vh; width: 30vw; overflow: hidden"><p style="margin: 0">${WORDS}</p></div>`),
  },
  'the beginning of an article, with a link to the rest': {
    html: page(
      `<article><div style="height: 8vh; width: 30vw; overflow: hidden"><p style="margin: 0">${WORDS}</p></div><a href="/x">Lees meer</a></article>`,
    ),
  },
  'cards of a swiper of which a part stands at the edge': { html: cards('swiper', 'swiper-wrapper') },
  'cards on a track that a script moves': { html: cards('rij', 'baan', 'transform: translate3d(0, 0, 0)') },
  'cards that snap': { html: cards('rij', 'baan', '', 'scroll-snap-type: x mandatory') },
  'cards in a row that nothing moves': { told: ['zoom'], html: cards('rij', 'baan') },
  'a menu that folds on a narrow screen': {
    html: page(
      `<nav>${LINKS}</nav><p>${WORDS}</p>`,
      '<style>@media (max-width: 700px) { nav { height: 0; overflow: hidden } }</style>',
    ),
  },
  'a field that lets nobody go': {
    told: ['keyboard'],
    html: page(`${LINKS}<button onblur="setTimeout(() => this.focus(), 1)">Vast</button>${LINKS}`),
  },
  'two fields that keep the keyboard': {
    told: ['keyboard'],
    html: page(
      `${LINKS}<button id="a">A</button><button id="b" onkeydown="if (event.key === 'Tab') { event.preventDefault(); a.focus() }">B</button>${LINKS}`,
    ),
  },
  'a field that is left with Escape': {
    html: page(
      `${LINKS}<textarea aria-label="tekst" onkeydown="if (event.key === 'Escape') this.free = true; else if (!this.free) event.preventDefault()"></textarea>${LINKS}`,
    ),
  },
  'two fields that keep the keyboard, with a word on how to leave': {
    html: page(
      `${LINKS}<p>Druk op Ctrl+M om verder te gaan.</p><button id="a">A</button><button id="b" onkeydown="if (event.key === 'Tab') { event.preventDefault(); a.focus() }">B</button>${LINKS}`,
    ),
  },
  'two fields that keep the keyboard, on a page that names keys elsewhere': {
    told: ['keyboard'],
    html: page(
      `<img name="body" alt="" src="${DOT}"><p>De Alt Apotheek, gang F1. Druk op een toets van de piano.</p>` +
        `<p>${`${WORDS} `.repeat(5)}</p><button id="a">A</button><button id="b" ${KEEPS}>B</button>` +
        `<p>${WORDS}</p><p>Sneltoetsen: Ctrl en Esc.</p>`,
    ),
  },
  'two fields that keep the keyboard, with a word on how to leave between them': {
    html: page(
      `<p>${`${WORDS} `.repeat(5)}</p><button id="a">A</button><p>Druk op Ctrl+M om verder te gaan.</p>` +
        `<button id="b" ${KEEPS}>B</button><p>${WORDS}</p>`,
    ),
  },
  'fields that keep the keyboard, with a link to how to leave': {
    html: page(
      `<p>${`${WORDS} `.repeat(5)}</p><button id="a">A</button><a href="#uit">Hoe kom ik verder?</a>` +
        `<button id="b" ${KEEPS}>B</button><p>${WORDS}</p>`,
    ),
  },
  'two fields that keep the keyboard, described by how to leave': {
    html: page(
      `<p>${`${WORDS} `.repeat(5)}</p><button id="a" aria-describedby="uit">A</button>` +
        `<button id="b" aria-describedby="uit" ${KEEPS}>B</button><p>${WORDS}</p><p id="uit">Ctrl+M: verder.</p>`,
    ),
  },
  'a bar that keeps the keyboard until one answers': {
    html: page(
      `${LINKS}<div role="region" aria-label="Cookies"><button id="a" onclick="this.parentNode.remove()">Accepteren` +
        `</button><button id="b" ${KEEPS}>Weigeren</button></div><p>${WORDS}</p>${LINKS}`,
    ),
  },
  'a popup that keeps the keyboard until its button is pressed': {
    html: page(
      `${LINKS}<div style="position: fixed; top: 0"><button id="a">Bekijk de actie</button><button id="b" ${KEEPS}>` +
        `Shop nu</button></div><p>${WORDS}</p>${LINKS}`,
    ),
  },
  'a menu of three places that Escape shuts': {
    html: page(
      `${LINKS}<div id="menu" onkeydown="if (event.key === 'Escape') this.free = true"><button id="a">Een</button>` +
        `<button>Twee</button><button onkeydown="if (event.key === 'Tab' && !menu.free) { event.preventDefault(); ` +
        `a.focus() }">Drie</button></div><p>${WORDS}</p>${LINKS}`,
    ),
  },
  'a line of words that rolls by': {
    html: page(`<p>${WORDS}</p><marquee style="width: 300px">${WORDS}</marquee><button>Pauzeer</button>`),
  },
  'words in a drawing': {
    html: page(
      `<p>${WORDS}</p><svg width="100" height="30" style="overflow: hidden"><text x="2" y="20" font-size="12">` +
        'Gemeente Waterst</text></svg>',
    ),
  },
  'a window that wants an answer first': {
    html: page(
      `${LINKS}<div role="dialog" aria-modal="true" aria-label="Vraag"><button id="a" onkeydown="if (event.shiftKey) { event.preventDefault(); b.focus() }">Ja</button><button id="b" onkeydown="if (!event.shiftKey) { event.preventDefault(); a.focus() }">Nee</button></div><script>a.focus()</script>`,
    ),
  },
  'a long page': { html: page(`${'<p><a href="/x">Verder</a></p>'.repeat(120)}`) },
  'links of which one does not see where one is': {
    told: ['focus'],
    html: page(LINKS, '<style>a:focus { outline: none }</style>'),
  },
  'links with a mark of their own': {
    html: page(LINKS, '<style>a:focus { outline: none; background: #ff0 }</style>'),
  },
  'a mark beside the link': {
    html: page(
      `<p><a href="/x">Verder</a> <b>»</b></p>`,
      '<style>a:focus { outline: none } p:has(a:focus) b { background: red; color: white }</style>',
    ),
  },
  'an order of its own': {
    told: ['order'],
    html: page('<a href="/a" tabindex="5">A</a><a href="/b" tabindex="1">B</a>'),
  },
  'a button that only its colour draws': {
    told: ['colours'],
    html: page(
      `<p>${WORDS}</p><button aria-label="Zoeken" style="border: 0; width: 40px; height: 40px; background: #369; mask: radial-gradient(circle, black 50%, transparent 51%)"></button>`,
    ),
  },
  'a button with an edge': {
    html: page('<button aria-label="Zoeken" style="width: 40px; height: 40px; background: #369"></button>'),
  },
  'a button with a picture behind it': {
    html: page(
      `<button aria-label="Zoeken" style="border: 0; width: 40px; height: 40px; background: url('data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22 width=%2240%22 height=%2240%22><circle cx=%2220%22 cy=%2220%22 r=%2215%22 fill=%22red%22/></svg>')"></button>`,
    ),
  },
  'what turns for ever': {
    told: ['motion'],
    html: page(
      `<p>${WORDS}</p><div class="turn">Actie!</div>`,
      '<style>.turn { width: 80px; animation: turn 2s infinite } @keyframes turn { to { transform: translateX(90px) } }</style>',
    ),
  },
  'what turns only for who did not ask for less': {
    html: page(
      `<p>${WORDS}</p><div class="turn">Actie!</div>`,
      '<style>@media (prefers-reduced-motion: no-preference) { .turn { width: 80px; animation: turn 2s infinite } } @keyframes turn { to { transform: translateX(90px) } }</style>',
    ),
  },
  'slides that a script changes': {
    told: ['motion'],
    html: page(`<p>${WORDS}</p>${SLIDE}`),
  },
  'slides beside buttons that stop nothing': {
    told: ['motion'],
    html: page(
      `<button class="promotion-card">Bekijk</button><button>Frequently asked</button><button hidden>Pauzeer</button>` +
        `<button>Stopcontacten</button>${SLIDE}`,
    ),
  },
  'a script that writes the same again and again': {
    html: page(
      `<p id="vast" style="color: #111" class="a">${WORDS}</p><script>setInterval(() => { vast.style.color = '#111'; ` +
        `vast.className = vast.className === 'a' ? 'b' : 'a' }, 500)</script>`,
    ),
  },
  'a picture that a script changes': {
    told: ['motion'],
    html: page(
      `<p>${WORDS}</p><img id="beeld" alt="Markt" width="200" height="100" src="${DOT}"><script>let n = 0; setInterval(() => ` +
        `{ beeld.src = '${DOT}' + '#' + n++ }, 1000)</script>`,
    ),
  },
  'a number that changes, and nothing else': { html: page(SLIDE) },
  'a number that changes, beside a button that has nothing to do with it': {
    told: ['motion'],
    html: page(`${SLIDE}<button>Bestellen</button>`),
  },
  'slides with a button that sets how often': {
    html: page(`<p>${WORDS}</p>${SLIDE}<input type="button" value="Verander het interval">`),
  },
  'slides with a button to stop': {
    html: page(
      `<p id="slide">Eerste bericht</p><button>Pauzeer</button><script>let n = 0; setInterval(() => { slide.textContent = 'Bericht ' + n++ }, 1000)</script>`,
    ),
  },
  'slides with a link to stop': {
    html: page(`<p>${WORDS}</p>${SLIDE}<a href="#pauze">Pauze</a>`),
  },
  'slides with a button to put them still': {
    html: page(`<p>${WORDS}</p>${SLIDE}<button>Zet de lichtkrant stil</button>`),
  },
  'slides with links that stop nothing': {
    told: ['motion'],
    html: page(`<p>${WORDS}</p>${SLIDE}<a href="/a">Updates over bewegingen</a> <a href="/b">Snelheid</a>`),
  },
  'what a script moves frame by frame': {
    html: page(
      `<p>${WORDS}</p><div id="a">Actie</div><script>let n = 0; (function next() { a.style.transform = 'translateX(' + ` +
        "(n++ % 200) + 'px)'; requestAnimationFrame(next) })()</script>",
    ),
  },
  'a movement that a script begins anew': {
    html: page(
      `<p>${WORDS}</p><div id="a">Actie</div><script>setInterval(() => a.animate([{ transform: 'none' }, ` +
        "{ transform: 'translateX(90px)' }], 900), 1000)</script>",
    ),
  },
  'what moves in a drawing': {
    html: page(
      `<p>${WORDS}</p><svg width="200" height="50"><circle r="9" cy="20"><animate attributeName="cx" from="0" to="200" ` +
        'dur="3s" repeatCount="indefinite"/></circle></svg>',
    ),
  },
  'what a script scrolls': {
    html: page(
      `<p>${WORDS}</p><div id="a" style="width: 200px; overflow: hidden; white-space: nowrap">${WORDS.repeat(4)}</div>` +
        '<script>setInterval(() => { a.scrollLeft = (a.scrollLeft + 100) % 700 }, 4000)</script>',
    ),
  },
  'a field in which one is at once': { html: page(`<p>${WORDS}</p><input aria-label="Zoek" autofocus>`) },
  'a message that comes late': {
    html: page(
      `<p>${WORDS}</p><p id="in">Laden</p><script>setTimeout(() => { window.in.textContent = 'Klaar' }, 1e4)</script>`,
    ),
  },
  'slides with a button whose words stand in its value': {
    html: page(
      `<p>${WORDS}</p><p id="slide">Eerste bericht</p><input type="button" value="Stop"><script>let n = 0; setInterval(() => { slide.textContent = 'Bericht ' + n++ }, 1000)</script>`,
    ),
  },
  'a text that comes in once': {
    html: page(
      `<p id="in">Laden</p><script>setTimeout(() => { document.getElementById('in').textContent = 'Klaar' }, 6000)</script>`,
    ),
  },
  'a heading without words': { told: ['headings'], html: page(`<h1>Markt</h1><h2><img alt="" src="${DOT}"></h2>`) },
  'headings with a picture that tells': { html: page(`<h1><img alt="Markt" src="${DOT}"></h1><h2 hidden></h2>`) },
  'choices without a question': {
    told: ['groups'],
    html: page(
      '<p>Hoe komt u?</p><label><input type="radio" name="r"> Fiets</label><label><input type="radio" name="r"> Trein</label>',
    ),
  },
  'choices with a question': {
    html: page(
      '<fieldset><legend>Hoe komt u?</legend><label><input type="radio" name="r"> Fiets</label><label><input type="radio" name="r"> Trein</label></fieldset>',
    ),
  },
  'choices that say themselves what is answered': {
    html: page(
      '<label><input type="radio" name="r"> Ja, ik wil lid worden</label>' +
        '<label><input type="radio" name="r"> Nee, ik wil geen lid worden</label>',
    ),
  },
  'choices of many words without a question': {
    told: ['groups'],
    html: page(
      '<p>Hoe komt u?</p><label><input type="radio" name="r"> Met de fiets of lopend</label>' +
        '<label><input type="radio" name="r"> Met de trein of tram</label>',
    ),
  },
  'a place to look for': {
    html: page(
      '<form role="search"><label>Postcode <input name="pc"></label><label>E-mail <input name="e"></label></form>' +
        '<form><label>Postcode <input name="pc"></label></form><form><label>Naam <input name="n"></label></form>' +
        '<form><label>E-mail <input name="zoek_mail"></label></form>',
    ),
  },
  'a place where somebody lives': {
    told: ['fields'],
    html: page(
      '<form><label>E-mail <input autocomplete="email"></label><label>Uw postcode * <input name="pc"></label></form>',
    ),
  },
  'a name that does not say so': {
    told: ['fields'],
    html: page('<form><label>Uw naam (verplicht) <input name="n"></label></form>'),
  },
  'an e-mail field that does not say so': {
    told: ['fields'],
    html: page('<form><label>E-mailadres <input name="m" style="outline: auto"></label></form>'),
  },
  'details of somebody else': {
    html: page(
      '<form><fieldset><legend>Gegevens van uw kind</legend><label>Voornaam <input></label></fieldset>' +
        '<h3>Gegevens van de overledene</h3><label>Achternaam <input></label>' +
        '<fieldset><legend>Stuur naar een vriend</legend><label>E-mailadres <input></label></fieldset></form>',
    ),
  },
  'own details behind those of somebody else': {
    told: ['fields'],
    html: page(
      '<form><h3>Uw kind</h3><label>Voornaam <input></label><h3>Uzelf</h3><label>E-mailadres <input></label></form>',
    ),
  },
  'a field with a purpose that nobody knows': {
    told: ['fields'],
    html: page('<form><label>E-mailadres <input type="email" autocomplete="nope"></label></form>'),
  },
  'a field with a purpose in a part': {
    html: page('<form><label>E-mailadres <input autocomplete="section-a shipping email"></label></form>'),
  },
  'lines that a box in the page cuts off': {
    html: page(`<div style="overflow: hidden"><div style="width: 900px"><p>${WORDS}</p></div></div>`),
  },
  'letters as wide as the window': { html: page('<h1 style="font-size: 3vw">Welkom</h1>') },
  'letters that become a little smaller': {
    html: page(
      '<h1>Welkom</h1>',
      '<style>h1 { font-size: 40px } @media (max-width: 700px) { h1 { font-size: 28px } }</style>',
    ),
  },
  'an e-mail field that says so': {
    html: page(
      '<form><label>E-mailadres <input type="email" autocomplete="email"></label><label>E-mailadres van uw buur <input></label></form>',
    ),
  },
  'a film without subtitles': { told: ['captions'], html: page('<video controls src="/film.mp4"></video>') },
  'a film with subtitles': {
    html: page('<video controls src="/film.mp4"><track kind="captions" srclang="nl" src="/film.vtt"></video>'),
  },
  'a film of a video service': {
    told: ['captions'],
    html: page('<iframe title="Film" src="https://www.youtube-nocookie.com/embed/x"></iframe>'),
  },
  'a sound that begins by itself': { told: ['sound'], html: page('<audio autoplay src="/lied.mp3"></audio>') },
  'a sound that is begun': {
    html: page('<audio controls src="/lied.mp3"></audio><video autoplay muted loop src="/golf.mp4"></video>'),
  },
}
const paths = Object.keys(CASES).map((name) => [name, `/${name.replaceAll(' ', '-')}`] as const)
const POISON = `<script>
  for (const name of ['map', 'filter', 'forEach', 'push', 'some', 'every', 'flatMap']) Array.prototype[name] = () => []
  Document.prototype.querySelectorAll = () => []; Element.prototype.matches = () => true
  window.getComputedStyle = () => ({}); performance.now = () => 0; JSON.stringify = () => '{}'
  Object.defineProperty(document, 'adoptedStyleSheets', { get: () => { throw 1 }, set: () => { throw 1 } })
</script>`

beforeAll(async () => {
  browser = await launchBrowser({ proxyUrl: null, ignoreCertificates: false })
  site = await testSite({
    ...Object.fromEntries(paths.map(([name, path]) => [path, CASES[name]!.html])),
    '/poisoned': page(
      `<main style="width: 900px"><h2></h2><p>${WORDS}</p></main>${LINKS}<form><input name="tagName"><input name="parentNode"></form>`,
      `<style>a:focus { outline: none }</style>${POISON}`,
    ),
    '/csp': (_, response) => {
      response.setHeader('content-type', 'text/html')
      response.setHeader(
        'content-security-policy',
        "default-src 'none'; style-src 'unsafe-inline'; require-trusted-types-for 'script'",
      )
      response.end(CASES['a box that does not grow']!.html)
    },
    '/endless': page(`<script>
      let at = document.body
      for (let n = 0; n < 8_000; n++) { const one = document.createElement('p'); one.append('woord en woord'); at.append(one); if (n % 200 === 0) at = one }
    </script>${LINKS}`),
    '/grows': page(
      `${LINKS}<script>setInterval(() => document.body.append(document.createElement('h2')), 1); document.addEventListener('focusin', () => { const link = document.createElement('a'); link.href = '/x'; link.textContent = 'meer'; document.body.append(link) })</script>`,
    ),
    '/leaves': page(
      `${LINKS}<script>document.addEventListener('focusin', () => { location.href = '/a-plain-page?' + Math.random() })</script>`,
    ),
  })
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

async function useOf(path: string): Promise<Use> {
  const { use } = (await visit(browser, site.url(path), { probes: [useProbe] })).seen
  if (!use?.seen) throw new Error(`not seen: ${JSON.stringify(use)}`)
  return use.value
}
const toldOf = ({ tried }: Use) => Object.entries(tried).flatMap(([kind, { count }]) => (count > 0 ? [kind] : []))

test.each(paths)('%s', async (name, path) => {
  const use = await useOf(path)
  expect(toldOf(use), JSON.stringify(use.tried, null, 1)).toEqual(CASES[name]!.told ?? [])
})

test('what could be tried is there, with how much it was about', async () => {
  const { tried, lacks } = await useOf('/a-plain-page')
  expect(lacks).toEqual({})
  expect(Object.keys(tried).sort()).toEqual([
    'captions',
    'colours',
    'fields',
    'focus',
    'groups',
    'headings',
    'keyboard',
    'motion',
    'order',
    'orientation',
    'reflow',
    'sound',
    'spacing',
    'zoom',
  ])
  expect(tried).toMatchObject({
    headings: { looked: 1 },
    keyboard: { looked: 3 },
    focus: { looked: 3 },
    reflow: { looked: 5 },
  })
})

test('whether a button that says so stops what moves, nobody pressed: it was not tried', async () => {
  for (const path of [
    '/slides-with-a-button-to-stop',
    '/slides-with-a-button-whose-words-stand-in-its-value',
    '/slides-with-a-button-that-sets-how-often',
    '/slides-with-a-link-to-stop',
    '/slides-with-a-button-to-put-them-still',
  ])
    expect((await useOf(path)).tried.motion).toBeUndefined()
  // Near miss: it is there, and nothing moves that it could stop.
  expect((await useOf('/a-script-that-writes-the-same-again-and-again')).tried.motion).toMatchObject({ count: 0 })
})

test('what moves and leaves no mark that we watch for was not tried', async () => {
  for (const path of [
    '/what-a-script-moves-frame-by-frame',
    '/what-moves-in-a-drawing',
    '/what-a-script-scrolls',
    '/a-line-of-words-that-rolls-by',
    '/a-movement-that-a-script-begins-anew',
  ])
    expect((await useOf(path)).tried.motion, path).toBeUndefined()
  // Near misses: a caret, and what comes in once.
  for (const path of ['/a-field-in-which-one-is-at-once', '/a-message-that-comes-late'])
    expect((await useOf(path)).tried.motion, path).toMatchObject({ count: 0 })
})

test('what may be lost, or may not, was not tried', async () => {
  expect((await useOf('/lines-that-a-box-in-the-page-cuts-off')).tried.reflow).toBeUndefined()
  expect((await useOf('/letters-as-wide-as-the-window')).tried.zoom).toBeUndefined()
  // Near misses: a box that grows, letters that a small window makes smaller.
  expect((await useOf('/a-box-that-grows')).tried.reflow).toMatchObject({ count: 0 })
  expect((await useOf('/letters-that-become-a-little-smaller')).tried.zoom).toMatchObject({ count: 0 })
})

test('whether less motion is given to who asks for it', async () => {
  expect((await useOf('/what-turns-for-ever')).moves).toEqual({ asUsual: 1, asked: 1 })
  expect((await useOf('/what-turns-only-for-who-did-not-ask-for-less')).moves).toEqual({ asUsual: 1, asked: 0 })
})

test('where a window keeps the keyboard, it is not known whether one comes to the end', async () => {
  for (const path of [
    '/a-window-that-wants-an-answer-first',
    '/a-bar-that-keeps-the-keyboard-until-one-answers',
    '/a-popup-that-keeps-the-keyboard-until-its-button-is-pressed',
    '/a-menu-of-three-places-that-Escape-shuts',
  ])
    expect((await useOf(path)).tried.keyboard, path).toBeUndefined()
})

test('a page cannot hide what is told of it', async () => {
  expect(toldOf(await useOf('/poisoned'))).toEqual(expect.arrayContaining(['reflow', 'headings', 'focus']))
  expect(toldOf(await useOf('/csp'))).toEqual(['spacing'])
})

test.each(['/endless', '/grows'])(
  '%s: a page without end costs its own trials and no more',
  async (path) => {
    const begun = Date.now()
    await useOf(path)
    expect(Date.now() - begun).toBeLessThan(35_000)
  },
  60_000,
)

test('a page that leaves when the keyboard comes is not seen, and nothing is told of it', async () => {
  const { use } = (await visit(browser, site.url('/leaves'), { probes: [useProbe] })).seen
  expect(use).toMatchObject({ seen: false })
}, 60_000)
