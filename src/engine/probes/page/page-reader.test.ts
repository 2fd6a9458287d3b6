/** Where words, links and forms of a page may stand, and what of it nobody gets to see. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Session } from '../../../model/evidence.ts'
import { launchBrowser } from '../../../outside/browser.ts'
import type { ScanBrowser } from '../../../outside/browser.ts'
import { sessionOf, testSite, visit, type Route } from '../test-site.ts'

const LONG = 'De gemeente haalt het oud papier elke tweede dinsdag van de maand op, ook in de straten om de haven. '
const PROSE = `<h1>Welkom</h1><p>${LONG.repeat(4)}</p>`
const page = (body: string, head = '') =>
  `<!doctype html><html lang="nl"><head><title>Dorp</title>${head}</head><body>${body}</body></html>`
const hidden = (style: string, more = '') => page(`<p>Zichtbaar.</p><div style="${style}"${more}><p>Geheim</p></div>`)

const PLACES: Record<string, Route> = {
  '/feeds': page(
    PROSE,
    `<link rel="alternate" type="application/rss+xml; charset=utf-8" href="/feed.xml">
     <link rel="alternate" type=" Application/Atom+XML" href="atom"><link rel="alternate" type="text/calendar" href="/a.ics">
     <link rel="alternate" hreflang="en" href="/en/"><link rel="alternate" type="application/json+oembed" href="/o">
     <link rel="alternate" type="application/rss+xml">`,
  ),
  '/days': page(
    `${PROSE}<p><time datetime="2026-03-12T09:00">donderdag</time> <time>12:00</time></p>
     <span itemprop="dateModified" content="2026-04-01"></span><span itemprop="startDate" content="2026-05-05"></span>
     <script type="application/ld+json">{"@type":"NewsArticle","datePublished" : "2026-03-13","startDate":"2026-06-06"}</script>
     <script type="text/plain">{"datePublished":"2020-01-01"}</script>`,
  ),
  '/shadow': page(`<x-kaart></x-kaart><script>
    const root = document.querySelector('x-kaart').attachShadow({ mode: 'open' })
    root.innerHTML = '<p>Bel 071 516 50 00</p><a href="/privacy">Privacy</a>' +
      '<form action="/zend" method="post"><input name="naam"></form>'
  </script>`),
  '/declarative':
    page(`<x-kop><template shadowrootmode="open"><nav><slot></slot><a href="/contact">Contact</a></nav></template>
    <a href="/nieuws">Nieuws</a></x-kop>`),
  '/frames': page(`<iframe src="/binnen"></iframe><iframe srcdoc="<p>Uit srcdoc</p><a href='/srcdoc'>S</a>"></iframe>
    <iframe src="{other}/binnen"></iframe>`),
  '/binnen': page('<p>Uit het frame</p><a href="/in-frame">Frame</a><form action="zend"><input name="q"></form>'),
  '/base': page(
    '<a href="a">A</a><form action=""><input name="x"></form><form action="f"><input name="y"></form>',
    '<base href="/map/">',
  ),
  '/fields': page(`${PROSE}<form action="/zend" method="post">
    <label>Naam <input name="naam" required></label><textarea name="vraag"></textarea>
    <label class="schakel"><input type="checkbox" name="nieuws" style="opacity: 0; position: absolute"> Nieuws</label>
    <label for="keus">Wijk</label><select id="keus" name="wijk" style="position: absolute; width: 1px; height: 1px">
      <option>Haven</option></select>
    <details><summary>Meer</summary><input name="meer"></details>
    <label style="display: none !important">Laat leeg <input name="mens"></label>
    <div style="position: absolute; left: -9000px">
      <label for="tel">Telefoon</label><input id="tel" name="input_7"></div>
    <div style="height: 0; overflow: hidden"><input name="plat"></div>
    <div style="opacity: 0"><label>Bedrijf <input name="glas"></label></div>
    <div style="visibility: hidden"><input name="weg"></div></form>`),
  '/groups': page(`${PROSE}<form action="/zend" method="post">
    <fieldset><legend>Gebruikt u <b>medicijnen</b>?</legend><label><input type="radio" name="q" value="1"> Ja</label>
      <label><input type="radio" name="q"> Nee</label><input name="los" aria-label="Toelichting"></fieldset>
    <p id="g">Bent u zwanger?</p><div role="radiogroup" aria-labelledby="g">
      <span>Ja</span><input type="radio" name="z"><span>Nee</span><input type="radio" name="z"></div>
    <p>Welke van deze heeft u?</p><div><label><input type="checkbox" name="a"> Astma</label>
      <label><input type="checkbox" name="b"> Reuma</label></div>
    <label>Land <select name="land"><option>Nederland</option><option>België</option></select></label>
    <div><p>Uw huisarts</p><input name="field_7"></div><p>Een los verhaal.</p><p>Nog een.</p></form>
    <div><input id="bsn" placeholder="BSN"><textarea aria-label="Bericht"></textarea><button>Verstuur</button></div>`),
  '/windows': page(`${PROSE}<form action="/los"><input name="a"></form>
    <div class="mc4wp-Modal"><p><form action="/klas"><input name="b"></form></div>
    <section role="dialog"><form action="/rol"><input name="c"></form></section>
    <div style="position: fixed; bottom: 0"><form action="/vast"><input name="d"></form></div>
    <dialog open><form action="/venster"><input name="e"></form></dialog>
    <div style="position: sticky; top: 0"><form action="/plakt"><input name="f"></form></div>`).replace(
    '<body>',
    '<body class="modal-ready" style="position: fixed">',
  ),
  '/forms': page(`<form action="/een" method="post" id="f"><input name="naam"><button>Stuur</button>
      <button formaction="{other}/twee">Anders</button><button formaction="/drie" formmethod="get">Zoek</button>
      <button type="button" formaction="/nooit">Nee</button></form>
    <p><input form="f" type="email" name="mail"><textarea form="elders" name="los"></textarea></p>
    <form method="dialog"><input name="keuze"><button>Sluit</button></form>`),
  '/words': page(`<a href="/p">privacy&shy;verklaring</a><a href="/c">contact&#8209;opnemen</a>
    <p>Bel +31&nbsp;(0)71&nbsp;–&nbsp;516&#8239;50&#8239;00</p>`),
  '/wrapped': page(`<p>Bestellen kan alleen via onze
     app.</p><p style="white-space: pre-line">Postbus 9100
2300 PC Leiden</p><pre>a
b</pre>`),
  '/pictures': page(`<a href="/1"><img alt="Contact" src="data:,"></a><a href="/2" aria-label="Privacy"><svg></svg></a>
    <a href="/3"><svg><title>Zoeken</title></svg></a><A HREF="/4" TITLE="Nieuws"></A><span id=n>Agenda</span>
    <a href="/5" aria-labelledby="n"></a><a href="/6" aria-label="Lees meer over afval">Lees meer</a>
    <map><area href="/7" alt="Kaart"></map><svg><a xlink:href="/8"><text>Plan</text></a></svg>`),
  '/xhtml': (_, response) => {
    response.setHeader('content-type', 'application/xhtml+xml')
    response.end(`<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="fy"><head><title>X</title></head><body>
      <p>Tekst &amp; meer</p><a href="/x">Skakel</a><form action="/z"><p><input name="n" /></p></form></body></html>`)
  },
  '/policy': page(
    '<p>x',
    `<meta http-equiv="Content-Security-Policy" content="img-src ${'https://a.nl '.repeat(60)}; object-src 'none'">`,
  ),
  '/none': hidden('display: none'),
  '/invisible': hidden('visibility: hidden'),
  '/transparent': hidden('opacity: 0'),
  '/filtered': hidden('filter: opacity(0)'),
  '/flat': hidden('height: 0; overflow: hidden'),
  '/beside': hidden('position: absolute; left: -9999px'),
  '/indented': hidden('text-indent: -9999px'),
  '/clipped': hidden('clip-path: inset(50%)'),
  '/rect': hidden('position: absolute; clip: rect(0, 0, 0, 0)'),
  '/white': hidden('color: #fff'),
  '/own-colour': hidden('color: #123456; background: #123456'),
  '/pale': hidden('color: transparent'),
  '/locked': hidden('content-visibility: hidden'),
  '/hidden': hidden('', ' hidden'),
  '/scaled': hidden('transform: scale(0)'),
  '/details': page('<p>Zichtbaar.</p><details><summary>Meer</summary><p>Geheim</p></details>'),
  '/on-picture': page('<div style="position: relative; color: #fff"><img alt="" src="data:,"><p>Geheim</p></div>'),
  '/dark': page('<div style="background: #000"><p style="color: #fff">Geheim</p></div>'),
  '/below': page('<div style="height: 5000px"></div><p>Geheim</p>'),
  '/scrolls': page('<div style="height: 40px; overflow: auto"><div style="height: 400px"></div><p>Geheim</p></div>'),
  '/main-none': page(`<div>Kiest u eerst.</div><main style="display: none">${PROSE}</main>`),
  '/main-inert': page(`<dialog open>Cookies?</dialog><main inert>${PROSE}</main>`),
  '/main-aria': page(`<p>Cookies?</p><div aria-hidden="true"><main>${PROSE}</main></div>`),
  '/main-modal': page(`<main>${PROSE}</main><dialog><p>Cookies?<button>Ja</button></dialog>
    <script>document.querySelector('dialog').showModal()</script>`),
  '/body-faint': page(PROSE, '<style>body { opacity: 0 }</style>'),
  '/no-landmark': page(`<div id="app" style="visibility: hidden">${PROSE}</div><footer>${LONG.repeat(3)}</footer>`),
  '/menu-hidden': page(
    `<nav style="display: none">${'<a href="/m">Afval en milieu</a>'.repeat(60)}</nav><main>${PROSE}</main>`,
  ),
  '/bar': page(`<main>${PROSE}</main><div style="position: fixed; bottom: 0">${LONG}</div>`),
  '/settings': page(`<main>${PROSE}</main><div style="display: none">${LONG.repeat(40)}</div>`),
}
let browser: ScanBrowser
let site: Awaited<ReturnType<typeof testSite>>
beforeAll(async () => {
  browser = await launchBrowser({ proxyUrl: null, ignoreCertificates: false })
  site = await testSite(PLACES)
})
afterAll(async () => {
  await browser.close()
  await site.close()
})
const read = (path: string): Promise<Session> => sessionOf(browser, site.url(path))
const places = ({ links }: Session) => links.map(({ href, text }) => `${href.replace(site.url(''), '')} ${text}`)
const targets = ({ forms }: Session) =>
  forms.map(({ method, action, fields }) =>
    [method, action.replace(site.url(''), ''), ...fields.map(({ name }) => name)].join(' '),
  )

test('where the source was wrapped stands a space; where a line end is shown, a line end', async () => {
  const { text } = await read('/wrapped')
  expect(text).toBe('Bestellen kan alleen via onze app.\nPostbus 9100\n2300 PC Leiden\na\nb')
})

test('reads shadow roots, open and declarative, where they are shown', async () => {
  const open = await read('/shadow')
  expect(open.text).toContain('Bel 071 516 50 00')
  expect(places(open)).toEqual(['/privacy Privacy'])
  expect(targets(open)).toEqual(['post /zend naam'])
  const declared = await read('/declarative')
  expect(places(declared)).toEqual(['/nieuws Nieuws', '/contact Contact'])
})
test('reads frames of the site itself, and none of another', async () => {
  const seen = await read('/frames')
  expect(seen.text).toContain('Uit het frame')
  expect(seen.text).toContain('Uit srcdoc')
  expect(places(seen).toSorted()).toEqual(['/in-frame Frame', '/srcdoc S'])
  expect(targets(seen)).toEqual(['get /zend q'])
})
test('knows every address a form may be sent to, with all that goes along', async () => {
  expect(targets(await read('/forms'))).toEqual([
    'post /een naam mail',
    `post ${site.filled('{other}')}/twee naam mail`,
    'get /drie naam mail',
    'dialog /forms keuze',
  ])
  const based = await read('/base')
  expect(places(based)).toEqual(['/map/a A'])
  expect(targets(based)).toEqual(['get /base x', 'get /map/f y'])
})
test('tells of each field whether it or its label can be seen, and whether it has to be filled in', async () => {
  const [form] = (await read('/fields')).forms
  const drawn = form!.fields.map(({ name, drawn, required }) => `${name} ${drawn}${required ? ' *' : ''}`)
  expect(drawn).toEqual([
    'naam true *',
    'vraag true',
    'nieuws true',
    'wijk true',
    'meer true',
    'mens false',
    'input_7 false',
    'plat false',
    'glas false',
    'weg false',
  ])
})
test('tells of each form whether it lies in a window over the page', async () => {
  const { forms } = await read('/windows')
  expect(forms.map(({ action, over }) => `${action.replace(site.url(''), '')} ${over}`)).toEqual([
    '/los false',
    '/klas true',
    '/rol true',
    '/vast true',
    '/venster true',
    '/plakt false',
  ])
})
test('reads words as they are typed, and what pictures say', async () => {
  const seen = await read('/words')
  expect(places(seen)).toEqual(['/p privacyverklaring', '/c contact-opnemen'])
  expect(seen.text).toContain('+31 (0)71 - 516 50 00')
  expect(places(await read('/pictures'))).toEqual([
    '/1 Contact',
    '/2 Privacy',
    '/3 Zoeken',
    '/4 Nieuws',
    '/5 Agenda',
    '/6 Lees meer Lees meer over afval',
    '/7 Kaart',
    '/8 Plan',
  ])
})
test('reads XHTML, and a policy of any length', async () => {
  const seen = await read('/xhtml')
  expect(seen).toMatchObject({ lang: 'fy', text: 'Tekst & meer\nSkakel' })
  expect([...places(seen), ...targets(seen)]).toEqual(['/x Skakel', 'get /z n'])
  expect((await read('/policy')).metas[0]?.content).toMatch(/object-src 'none'$/)
})
test.each([
  '/none',
  '/invisible',
  '/transparent',
  '/filtered',
  '/flat',
  '/beside',
  '/indented',
  '/clipped',
  '/rect',
  '/white',
  '/own-colour',
  '/pale',
  '/locked',
  '/hidden',
  '/scaled',
])('what style hides is not shown: %s', async (path) => {
  expect((await read(path)).shownLength).toBe('Zichtbaar.'.length)
})
test.each([
  ['/details', 'Zichtbaar.MeerGeheim'],
  ['/on-picture', 'Geheim'],
  ['/dark', 'Geheim'],
  ['/below', 'Geheim'],
  ['/scrolls', 'Geheim'],
])('what a reader can bring into sight is shown: %s', async (path, words) => {
  expect((await read(path)).shownLength).toBe(words.length)
})
test.each(['/main-none', '/main-inert', '/main-aria', '/main-modal', '/body-faint', '/no-landmark'])(
  'a main part that waits for a choice or a script was not seen: %s',
  async (path) => {
    const { seen } = await visit(browser, site.url(path))
    expect(seen.session).toMatchObject({ seen: true, value: { lacks: { content: ['withheld'] } } })
    expect(seen.axe).toMatchObject({ seen: true, value: { lacks: { barriers: ['withheld'] } } })
  },
)
test.each(['/menu-hidden', '/bar', '/settings', '/shadow'])('an ordinary page was seen: %s', async (path) => {
  expect((await read(path)).lacks).toEqual({})
})

test('days for machines: when it was published or changed, and any that an element of time names', async () => {
  expect((await read('/days')).days).toEqual(['2026-03-12T09:00', '2026-04-01', '2026-03-13'])
})

test('feeds are those that a page names by their kind, and neither languages nor other forms of it', async () => {
  const feeds = (await read('/feeds')).feeds ?? []
  expect(feeds.map((each) => new URL(each).pathname)).toEqual(['/feed.xml', '/atom', '/a.ics'])
})

test('a choice has what its group asks, a list its label alone, and fields stand outside forms too', async () => {
  const { forms, loose } = await read('/groups')
  expect(forms[0]!.fields.map(({ name, label, about }) => [name, label, about])).toEqual([
    ['q', 'Ja', 'Gebruikt u medicijnen?'],
    ['q', 'Nee', 'Gebruikt u medicijnen?'],
    ['los', 'Toelichting', undefined],
    ['z', '', 'Bent u zwanger?'],
    ['z', '', 'Bent u zwanger?'],
    ['a', 'Astma', 'Welke van deze heeft u?'],
    ['b', 'Reuma', 'Welke van deze heeft u?'],
    ['land', 'Land', undefined],
    ['field_7', '', 'Uw huisarts'],
  ])
  expect(loose!.map(({ type, label, drawn }) => [type, label, drawn])).toEqual([
    ['text', 'BSN', true],
    ['textarea', 'Bericht', true],
  ])
})
