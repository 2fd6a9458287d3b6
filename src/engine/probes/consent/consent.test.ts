/** Questions for consent, home-made and bought: found, refused with the mouse, and what the next page still does. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Consent } from '../../../model/evidence.ts'
import { launchBrowser, type ScanBrowser } from '../../../outside/browser.ts'
import { acceptAndTakeBack, refuseAndGoOn } from './consent.ts'
import { testSite, visit } from '../test-site.ts'

const KEPT = `document.cookie = 'keuze=' + what + ';path=/;max-age=9999'`
/** A question at the bottom, which goes away when something is chosen and does not come back. */
const bar = (inside: string, style = 'position:fixed;bottom:0;left:0;right:0;background:#fff;padding:20px') => `
  <div id="vraag" style="${style}"><p>Wij gebruiken cookies om te zien hoe u onze site gebruikt. Lees er meer over.</p>
  ${inside}</div><script>
    const kies = (what) => { ${KEPT}; document.querySelector('#vraag').remove() }
    if (/keuze=/.test(document.cookie)) document.querySelector('#vraag').remove()
  </script>`
const GREEN = 'style="background:#060;color:#fff;padding:10px 20px"'
const yes = `<button onclick="kies('ja')" ${GREEN}>Alles accepteren</button>`
const no = `<button onclick="kies('nee')" ${GREEN}>Weigeren</button>`
const choices = (
  ticked: string,
) => `<button onclick="document.querySelector('#meer').hidden = false">Instellingen</button>
  <div id="meer" hidden><label><input type="checkbox" checked disabled> Noodzakelijk</label>
  <label><input type="checkbox" ${ticked} id="volg"> Marketing</label>
  <button onclick="kies(document.querySelector('#volg').checked ? 'ja' : 'nee')">Keuze opslaan</button></div>`
/** Follows whoever said yes, and in spite of a no when `anyway`. */
const follows = (when: string) => `<script>if (${when}) {
  new Image().src = '{other}/volg.gif'; document.cookie = '_ga=GA1.1.123456789.1700000000;path=/;max-age=63072000'
}</script>`
const SAID_YES = `/keuze=ja/.test(document.cookie)`
/** Opens the question again; a no then takes away what the yes had left. */
const DOOR = (text: string) => `<button type="button" onclick="open_()">${text}</button><script>
  function open_() {
    document.cookie = 'keuze=;path=/;max-age=0'
    const box = document.createElement('div')
    box.style.cssText = 'position:fixed;bottom:0;left:0;right:0;background:#fff;padding:20px'
    box.innerHTML = '<p>Wij gebruiken cookies om te zien hoe u onze site gebruikt. Wijzig hier uw keuze.</p>' +
      '<button>Alles accepteren</button> <button>Weigeren</button>'
    box.lastChild.onclick = () => {
      document.cookie = 'keuze=nee;path=/;max-age=9999'
      document.cookie = '_ga=;path=/;max-age=0'
      box.remove()
    }
    document.body.append(box)
  }
</script>`
/** All that somebody could be led to press; each tells the server that it was. */
const TEMPTING =
  [
    'Bestel nu',
    'Akkoord met voorwaarden en betalen',
    'Accepteren en betalen',
    'Abonneer u nu',
    'Ja, ik doneer',
    'Verstuur',
    'Inloggen',
    'Account verwijderen',
    'Akkoord',
    'Wijzig uw privacy-instellingen en meld u aan',
  ]
    .map((text) => `<button onclick="fetch('/gedrukt?${encodeURIComponent(text)}')">${text}</button>`)
    .join('') +
  `<form action="/verzonden"><input name="naam"><button>Toestemming intrekken en versturen</button>
  <button>Cookie-instellingen</button></form><a href="/gedrukt?link">Koop een cookie</a>
  <div style="position:fixed;top:0"><p>Wij verwerken uw bestelling volgens ons cookiebeleid, veilig en snel.</p>
  <button onclick="fetch('/gedrukt?vast')">Akkoord met voorwaarden en betalen</button></div>`
const SHADOW = `<mijn-balk></mijn-balk><script>customElements.define('mijn-balk', class extends HTMLElement {
  connectedCallback() {
    if (/keuze=/.test(document.cookie)) return
    const root = this.attachShadow({ mode: 'open' })
    root.innerHTML = '<div style="position:fixed;bottom:0;width:100%;background:#fff"><p>Deze site plaatst cookies. ' +
      'Kiest u zelf maar.</p><button id="j">Akkoord</button><button id="n">Niet akkoord</button></div>'
    root.querySelector('#n').onclick = () => { document.cookie = 'keuze=nee;path=/'; this.remove() }
  }
})</script>`
const LONG = '<p>Een lange pagina. <a href="#">Verder</a></p>'.repeat(3_000)
const FRAME = `<iframe src="{other}/kader" id="k" style="position:fixed;bottom:0;left:40px;width:600px;height:200px">
  </iframe><script>
    const gone = () => document.querySelector('#k')?.remove()
    if (/keuze=/.test(document.cookie)) gone()
    addEventListener('message', ({ data }) => { document.cookie = 'keuze=' + data + ';path=/'; gone() })
  </script>`

const TALL = '<div style="height:4000px">Een lange pagina.</div>'
const SCROLLS = (act: string) => `<script>addEventListener('scroll', () => {
  if (scrollY > 50 && document.querySelector('#vraag')) ${act} })</script>`

const PAGES: Record<string, string> = {
  '/': '<p>Een gewone pagina over cookies in een la.',
  '/even': bar(yes + no) + follows(SAID_YES),
  '/verder': bar(`${yes}${choices('')}`),
  '/aangevinkt': bar(`${yes}${choices('checked')}`),
  '/schaduw': SHADOW,
  '/kader-om': FRAME,
  '/kader': `<body style="margin:0"><p>Mogen wij cookies plaatsen om u te volgen op deze site?</p>
    <button onclick="parent.postMessage('ja', '*')">Ja, prima</button>
    <button onclick="parent.postMessage('nee', '*')">Nee</button>`,
  '/melding': bar(`<button onclick="kies('ok')">OK</button>`),
  '/dood': bar(`${yes}<button>Weigeren</button>`),
  '/verborgen': bar(`${yes}<button style="position:absolute;left:-999px">Weigeren</button>${choices('')}`),
  '/plek': `<main><div class="cookie-placeholder"><p>Deze film plaatst cookies. Accepteer die om te kijken.</p>
    <button>Accepteren</button><button>Weigeren</button></div></main>`,
  '/knop': `<button style="position:fixed;bottom:0" class="cookie">Cookie-instellingen</button><p>Verder niets.`,
  '/kom': `<div style="position:fixed;bottom:0"><p>Chat met ons, wij zijn er voor u!</p><button>Akkoord</button></div>`,
  '/schil': `<div style="position:fixed;inset:0;overflow:auto">${LONG}</div>`,
  '/terug': `${bar(yes + no)}${follows(SAID_YES)}<footer>${DOOR('Cookie-instellingen')}</footer>`,
  '/doof': `${bar(yes + no)}${follows('/keuze=/.test(document.cookie)')}<footer>${DOOR('Toestemming wijzigen')}</footer>`,
  '/omweg': `${bar(yes + no)}${follows(SAID_YES)}<footer><a href="/over-cookies">Cookies</a></footer>`,
  '/over-cookies': `${bar(yes + no)}${DOOR('Toestemming intrekken')}`,
  '/zonder-weg': `${bar(yes + no)}${follows(SAID_YES)}<footer><a href="/even">Contact</a> <a href="{other}/">Cookies</a>
    </footer>`,
  '/stom': `${bar(yes + no)}${follows(SAID_YES)}<a href="#" style="position:fixed;left:9px;bottom:9px;width:40px;height:40px"></a>`,
  '/tekst': `${bar(yes + no)}<script>
    window.__tcfapi = (command, version, told) => told({ tcString: /keuze=nee/.test(document.cookie) ? 'Nee' : 'Ja' }, true)
    localStorage.setItem('IABTCF_TCString', 'x'.repeat(20_000))
    addEventListener('message', () => document.body.replaceChildren())
  </script>`,
  // On the page that is opened next nothing leads back at once; each of these may hold the choice all the same.
  '/inline': `${bar(yes + no)}${follows(SAID_YES)}<footer><a href="/keuzes">Cookies</a></footer>`,
  '/keuzes': `${bar(yes + no)}<main><form action="/verzonden"><label><input type="radio" name="c"> Alleen wat moet</label>
    <label><input type="radio" name="c"> Alles</label><button>Opslaan</button></form></main>`,
  '/woorden': `${bar(yes + no)}${follows(SAID_YES)}<footer><a href="/klik-hier">Cookiebeleid</a></footer>`,
  '/klik-hier': `${bar(yes + no)}<p>Klik <a href="#" onclick="return false">hier</a> om uw cookievoorkeuren te wijzigen.</p>`,
  '/dicht': `${bar(yes + no)}${follows(SAID_YES)}<details><summary>Meer</summary><a href="#">Cookie-instellingen</a></details>`,
  '/bedekt': `${bar(yes + no)}${follows(SAID_YES)}<button style="position:relative">Cookie-instellingen</button>
    <div style="position:fixed;inset:0;background:#fffe"></div><script>
    if (!/keuze=/.test(document.cookie)) document.querySelector('div[style*=inset]').remove()</script>`,
  '/in-formulier': `${bar(yes + no)}${follows(SAID_YES)}<form action="/verzonden"><button>Cookie-instellingen</button></form>`,
  '/via-privacy': `${bar(yes + no)}${follows(SAID_YES)}<footer><a href="/verklaring">Privacyverklaring</a></footer>`,
  '/verklaring': `${bar(yes + no)}<p>Wij bewaren uw naam. U kunt uw toestemming altijd intrekken.</p>`,
  '/via-niets': `${bar(yes + no)}${follows(SAID_YES)}<footer><a href="/kaal">Privacyverklaring</a></footer>`,
  '/kaal': `${bar(yes + no)}<p>Wij bewaren uw naam en adres zeven jaar.</p><a href="/kaal#boven">Privacyverklaring</a>`,
  '/alleen-ja': bar(`<button onclick="kies('ja')" ${GREEN}>Akkoord</button><a href="/over">Lees meer</a>`),
  '/toast': `<div style="position:fixed;inset:0;pointer-events:none"><div style="pointer-events:auto;position:absolute;
    bottom:0;left:0;right:0;background:#fff"><p>Wij gebruiken cookies om te zien hoe u onze site gebruikt.</p>
    <button>Akkoord</button></div></div>`,
  '/muur': bar(yes, 'position:fixed;inset:0;background:#fff;padding:20px'),
  '/venster': `<dialog id="v"><p>Wij gebruiken cookies om te zien hoe u onze site gebruikt.</p><button>Akkoord</button></dialog>
    <script>document.querySelector('#v').showModal()</script>`,
  '/meer': bar(`${yes}<a href="/over">Lees meer</a><a href="#uitleg">Meer informatie</a><button>Onze partners</button>
    <a href="/over" aria-expanded="false">Meer weten</a><details><summary>Meer lezen</summary>Weigeren</details>`),
  '/gerold': `<div id="vraag" style="position:fixed;bottom:0;left:0;right:0;height:90px;overflow:auto;background:#fff">
    <p>Wij gebruiken cookies om te zien hoe u onze site gebruikt.</p><button>Akkoord</button>
    <p style="height:300px"></p><button>Weigeren</button></div>`,
  '/kruis': bar(`<button onclick="kies('ja')" ${GREEN}>Akkoord</button><i id="x">×</i>`),
  '/uit': bar(`${yes}${no}<fieldset disabled><label><input type="checkbox" checked> Reclame</label></fieldset>`),
  '/vlak': bar(`<button onclick="kies('ja')" ${GREEN}>Akkoord</button>
    <button onclick="kies('nee')" style="background:#fff;color:#060;border:2px solid #060;padding:10px 20px">Weigeren</button>`),
  '/verleiding': `${bar(`${yes}${no}`)}${TEMPTING}`,
  // Whoever reads on is taken to have agreed, though a button says no; and one that hears no button.
  '/schuift': `${bar(yes + no)}${SCROLLS(`kies('ja')`)}${follows(SAID_YES)}${TALL}`,
  '/schuift-dood': `${bar(`${yes}<button>Weigeren</button>`)}${SCROLLS(`kies('ja')`)}${TALL}`,
  '/pas-na-lezen': `<div hidden>${bar(yes + no)}</div>${SCROLLS(`document.querySelector('[hidden]').hidden = false`)}${TALL}`,
  '/toch': bar(yes + no) + follows('/keuze=/.test(document.cookie)'),
}

let browser: ScanBrowser
let site: Awaited<ReturnType<typeof testSite>>
beforeAll(async () => {
  const page = (body: string) => `<!doctype html><html lang="nl"><title>Proef</title><body><p>Een pagina.</p>${body}`
  site = await testSite({
    ...(Object.fromEntries(Object.entries(PAGES).map(([path, body]) => [path, page(body)])) as Record<string, string>),
    '/volg.gif': (_, response) => response.writeHead(204).end(),
    '/stuk': (_, response) => response.writeHead(500, { 'content-type': 'text/html' }).end(page('Er ging iets mis.')),
  })
  browser = await launchBrowser({ proxyUrl: null, ignoreCertificates: false })
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

/** Refuses on one page and goes on to another. */
async function refused(path: string, next = path): Promise<Consent> {
  const { seen } = await visit(browser, site.url(path), {
    probes: [],
    walk: {
      tells: ['consent'],
      go: (page, options, deadline) => refuseAndGoOn(page, { ...options, next: site.url(next) }, deadline),
    },
  })
  if (!seen.consent?.seen) throw new Error(`not seen: ${JSON.stringify(seen.consent)}`)
  return seen.consent.value
}
/** Agrees on one page, goes on to another, and takes it back there. */
async function takenBack(path: string, next = path): Promise<Consent> {
  const { seen } = await visit(browser, site.url(path), {
    probes: [],
    budgetMs: 60_000,
    walk: {
      tells: ['consent'],
      go: (page, options, deadline) => acceptAndTakeBack(page, { ...options, next: site.url(next) }, deadline),
    },
  })
  if (!seen.consent?.seen) throw new Error(`not seen: ${JSON.stringify(seen.consent)}`)
  return seen.consent.value
}
const told = (session: Consent['next']) => ({
  asked: session?.requests.some(({ url }) => url.includes('/volg.gif')),
  cookies: session?.cookies.map(({ name }) => name).filter((name) => name === '_ga'),
})
const pressed = ({ steps }: Consent) => steps.map(({ kind, text }) => `${kind} ${text}`)

test.each(['/', '/plek', '/knop', '/kom', '/schil'])('%s asks nothing', async (path) => {
  expect(await refused(path)).toMatchObject({ outcome: 'no-question', asked: [], next: null })
})

test('one press refuses as one agrees, and the next page keeps to it', async () => {
  const seen = await refused('/even')
  expect(seen).toMatchObject({ outcome: 'gone', again: false })
  expect(pressed(seen)).toEqual(['reject Weigeren'])
  const [accept, reject] = seen.asked[0]!.controls
  expect(accept).toMatchObject({ kind: 'accept', drawn: true, contrast: expect.closeTo(7.2, 0) })
  expect(Math.abs(accept!.height - reject!.height)).toBeLessThan(2)
  expect(seen.next!.requests.filter(({ url }) => url.includes('volg'))).toEqual([])
  expect(seen.stood.cookies.map(({ name }) => name)).toEqual(['keuze'])
})

test('a next page that failed is quiet whatever was chosen, and says nothing', async () => {
  await expect(refused('/even', '/stuk')).rejects.toThrow('http-error')
})

test('what goes on following after a no is seen on the next page', async () => {
  const seen = await refused('/toch', '/toch')
  expect(seen.outcome).toBe('gone')
  expect(seen.next!.requests.some(({ url }) => url.includes('/volg.gif'))).toBe(true)
  expect(seen.next!.cookies.map(({ name }) => name)).toContain('_ga')
})

test('a second layer counts its steps, and takes away what was ticked', async () => {
  expect(pressed(await refused('/verder'))).toEqual(['settings Instellingen', 'save Keuze opslaan'])
  const ticked = await refused('/aangevinkt')
  expect(pressed(ticked)).toEqual(['settings Instellingen', 'untick Marketing', 'save Keuze opslaan'])
  expect(ticked.asked[1]!.boxes).toEqual([
    { label: 'Noodzakelijk', ticked: true, fixed: true },
    { label: 'Marketing', ticked: true, fixed: false },
  ])
  expect(ticked.outcome).toBe('gone')
  expect(pressed(await refused('/verborgen'))[0]).toBe('settings Instellingen')
})

test.each(['/schaduw', '/kader-om'])(
  '%s: in a shadow root or the frame of another it is found as well',
  async (path) => {
    const seen = await refused(path)
    expect(seen).toMatchObject({ outcome: 'gone', again: false })
    expect(seen.steps).toHaveLength(1)
  },
)

test('a question that takes reading on for a yes is answered before it is read on', async () => {
  const seen = await refused('/schuift')
  expect([seen.outcome, pressed(seen)]).toEqual(['gone', ['reject Weigeren']])
  expect(told(seen.next)).toEqual({ asked: false, cookies: [] })
  // It is not gone because of the button.
  expect(await refused('/schuift-dood')).toMatchObject({ outcome: 'stayed', next: null })
  // One that only comes once somebody reads on is found as well.
  expect(pressed(await refused('/pas-na-lezen'))).toEqual(['reject Weigeren'])
})

test('what cannot be refused, or stays, is told so and nothing more is done', async () => {
  expect(await refused('/melding')).toMatchObject({ outcome: 'no-way', steps: [], next: null })
  expect(await refused('/dood')).toMatchObject({ outcome: 'stayed', next: null })
})

test('a yes is heard, and taking it back at the foot of the next page as well', { timeout: 150_000 }, async () => {
  const seen = await takenBack('/terug')
  expect(pressed(seen)).toEqual(['accept Alles accepteren'])
  expect(told(seen.next)).toEqual({ asked: true, cookies: ['_ga'] })
  expect(seen.withdrawal).toMatchObject({ outcome: 'gone' })
  expect(pressed(seen.withdrawal as never)).toEqual(['door Cookie-instellingen', 'reject Weigeren'])
  expect(seen.withdrawal!.stood.cookies.map(({ name }) => name)).toEqual(['keuze'])
  expect(told(seen.withdrawal!.next)).toEqual({ asked: false, cookies: [] })
})

test(
  'a site that does not hear it goes on; by way of a page about cookies it takes one press more',
  { timeout: 150_000 },
  async () => {
    const deaf = await takenBack('/doof')
    expect(deaf.withdrawal).toMatchObject({ outcome: 'gone' })
    expect(told(deaf.withdrawal!.next)).toEqual({ asked: true, cookies: ['_ga'] })
    const round = await takenBack('/omweg')
    expect(pressed(round.withdrawal as never)).toEqual([
      'door Cookies',
      'door Toestemming intrekken',
      'reject Weigeren',
    ])
    expect(told(round.withdrawal!.next)).toEqual({ asked: false, cookies: [] })
  },
)

test(
  'where nothing leads back nothing is pressed; a button without words is told apart',
  { timeout: 150_000 },
  async () => {
    expect((await takenBack('/zonder-weg')).withdrawal).toMatchObject({ outcome: 'no-door', steps: [], next: null })
    expect((await takenBack('/stom')).withdrawal).toMatchObject({ outcome: 'unnamed', steps: [] })
  },
)

test.each(['/inline', '/woorden', '/dicht', '/bedekt', '/in-formulier', '/via-privacy'])(
  '%s: what may hold the choice is not said to be without it, and no form is sent',
  { timeout: 150_000 },
  async (path) => {
    const before = site.asked.length
    expect((await takenBack(path)).withdrawal).toMatchObject({ outcome: 'unseen', next: null })
    expect(site.asked.slice(before).filter((line) => line.includes('/verzonden'))).toEqual([])
  },
)

test('a privacy statement that says nothing of it is opened, and holds no choice', { timeout: 150_000 }, async () => {
  const { withdrawal } = await takenBack('/via-niets')
  expect(withdrawal).toMatchObject({ outcome: 'no-door', steps: [{ kind: 'door', text: 'Privacyverklaring' }] })
})

test('what stands in a question and was not read is counted', { timeout: 150_000 }, async () => {
  const unread = async (path: string) => (await refused(path)).asked[0]!.unread
  expect(await unread('/alleen-ja')).toBe(0)
  expect(await unread('/even')).toBe(0)
  expect(await unread('/gerold')).toBeGreaterThan(0)
  expect(await unread('/kruis')).toBeGreaterThan(0)
})

test(
  'over the page is what lets no press by, and a small frame is as small as it is',
  { timeout: 150_000 },
  async () => {
    const blocks = async (path: string) => (await refused(path)).asked[0]!.blocks!
    expect(await blocks('/toast')).toBeLessThan(0.3)
    expect(await blocks('/even')).toBeLessThan(0.4)
    expect(await blocks('/kader-om')).toBeLessThan(0.4)
    expect(await blocks('/muur')).toBe(1)
    expect(await blocks('/venster')).toBe(1)
  },
)

test('what tells more leads away only where it is a link to another address', async () => {
  const { controls } = (await refused('/meer')).asked[0]!
  const leads = controls.flatMap(({ kind, text, leaves }) => (kind === 'more' ? [`${leaves} ${text}`] : []))
  expect(leads).toEqual([
    'true Lees meer',
    'false Meer informatie',
    'false Onze partners',
    'false Meer weten',
    'false Meer lezen',
  ])
})

test('a box in a set that is switched off is fixed, and a surface is held against what is around it', async () => {
  expect((await refused('/uit')).asked[0]!.boxes).toEqual([{ label: 'Reclame', ticked: true, fixed: true }])
  const [yes, no] = (await refused('/vlak')).asked[0]!.controls.map(({ surface }) => surface)
  expect([yes, no]).toEqual([expect.closeTo(7.2, 0), 1])
})

test('what a page tells others of the choice is kept, before it and after it, and no more than we read', async () => {
  const { strings, outcome } = await refused('/tekst')
  const stored = { from: 'storage', host: '127.0.0.1', text: null }
  const said = (text: string) => [{ from: 'interface', host: null, text }, stored]
  expect([outcome, strings]).toEqual(['gone', { before: said('Ja'), after: said('Nee') }])
})

test('nothing but the question and the way back to it is ever pressed', { timeout: 150_000 }, async () => {
  const before = site.asked.length
  expect(pressed(await refused('/verleiding'))).toEqual(['reject Weigeren'])
  const yes = await takenBack('/verleiding')
  expect(pressed(yes)).toEqual(['accept Alles accepteren'])
  expect(yes.withdrawal).toMatchObject({ outcome: 'unseen', steps: [] })
  const asked = site.asked.slice(before)
  expect(asked.filter((line) => /gedrukt|verzonden|POST/.test(line))).toEqual([])
  expect(asked.length).toBeGreaterThan(3)
})

test('five walks past an unchanged page tell the same', { timeout: 120_000 }, async () => {
  const told = new Set<string>()
  for (let time = 0; time < 5; time++) {
    const { next, ...rest } = await refused('/aangevinkt')
    told.add(JSON.stringify([rest, next!.requests.map(({ url }) => url), next!.cookies.map(({ name }) => name)]))
  }
  expect([...told]).toHaveLength(1)
})
