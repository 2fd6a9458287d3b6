/** Ways back and ways out in other words, and what is no question: pressed where it is one, and nowhere else. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Consent } from '../../../model/evidence.ts'
import { launchBrowser, type ScanBrowser } from '../../../outside/browser.ts'
import { acceptAndTakeBack, refuseAndGoOn } from './consent.ts'
import { testSite, visit } from '../test-site.ts'

const FIXED = 'style="position:fixed;left:0;right:0;bottom:0;background:#fff;padding:20px"'
const SAYS = '<p>Wij gebruiken cookies om te zien hoe u onze site gebruikt. Lees er meer over.</p>'
const SCRIPT = `<script>
  const vraag = document.querySelector('#vraag')
  const kies = (what) => {
    document.cookie = 'keuze=' + what + ';path=/;max-age=9999'
    for (const one of document.querySelectorAll('.weg')) one.hidden = true
  }
  const weer = () => { vraag.hidden = false; return false }
  if (/keuze=/.test(document.cookie)) vraag.hidden = true
</script>`
const button = (text: string, act: string) => `<button type="button" onclick="${act}">${text}</button>`
const PAIR = button('Accepteren', `kies('ja')`) + button('Weigeren', `kies('nee')`)
const bar = (inside = PAIR) => `<div id="vraag" class="weg" ${FIXED}>${SAYS}${inside}</div>${SCRIPT}`
const back = (text: string) => `${bar()}<p><a href="#" onclick="return weer()">${text}</a></p>`
/** Buttons that tell the server that they were pressed. */
const told = (...texts: readonly string[]) =>
  texts.map((text) => button(text, `fetch('/gedrukt?${encodeURIComponent(text)}', { method: 'POST' })`)).join('')
const dialog = (text: string, ...buttons: readonly string[]) =>
  `<div role="dialog" ${FIXED}><p>${text}</p>${told(...buttons)}</div>`

const BACK = ['Wijzig uw keuze', 'Voorkeuren wijzigen', 'Cookies uitzetten', 'Toon cookiemelding', 'Alsnog weigeren']
const VAGUE = [
  `${bar()}<footer><a href="#" onclick="return weer()">Mijn keuzes</a></footer>`,
  `${bar()}<div onclick="weer()" style="position:fixed;top:0">Koekjes? Hier!</div>`,
]
const ELSE = [
  dialog('Bent u 18 jaar of ouder? Wij verkopen alcohol. Lees ons cookiebeleid.', 'Ja', 'Nee'),
  dialog('Onze voorwaarden en de regels voor toestemming voor foto’s zijn gewijzigd.', 'Akkoord'),
  dialog('Kan ik u helpen? Deze chat gebruikt cookies.', 'Ja, graag', 'Nee, bedankt'),
  dialog('Mogen wij u meldingen sturen? U geeft toestemming voor berichten.', 'Toestaan', 'Nee, bedankt'),
  dialog('Doet u mee aan een onderzoek naar onze site? Wij gebruiken een cookie.', 'Ja', 'Nee'),
  dialog('Nieuw: onze American cookies! Nu drie voor € 5,00.', 'Ja, lekker', 'Nee, bedankt'),
]
/** The first layer stays where it is, beside the second. */
const LAYERS = `<div id="twee" class="weg" hidden style="position:fixed;top:0;left:200px;background:#eee"><p>Wij en onze
  partners gebruiken cookies voor reclame. Dit zijn ze.</p>${button('Akkoord', `kies('ja')`)}
  <a href="#" onclick="kies('nee');return false">Alleen noodzakelijke cookies</a></div>`
const opens = (text: string) => button(text, `document.querySelector('#twee').hidden = false`)
const PAGES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(BACK.map((text, no) => [`/terug-${no}`, back(text)])),
  ...Object.fromEntries(VAGUE.map((html, no) => [`/misschien-${no}`, html])),
  ...Object.fromEntries(ELSE.map((html, no) => [`/anders-${no}`, html])),
  '/niets': `${bar()}<footer><a href="/contact">Contact</a> <a href="/aanbod">Ons aanbod</a></footer>`,
  '/meer': `${bar(button('Akkoord', `kies('ja')`) + opens('Meer informatie'))}${LAYERS}`,
  '/meer-dood': bar(button('Akkoord', `kies('ja')`) + button('Meer informatie', '')),
  '/nee-aanpassen': `${bar(button('Ja, prima', `kies('ja')`) + opens('Nee, aanpassen'))}${LAYERS}`,
  '/uitzetten': bar(button('Alle cookies aanzetten', `kies('ja')`) + button('Alle cookies uitzetten', `kies('nee')`)),
  '/leeftijd-en-cookies': `${bar()}<div role="dialog" style="position:fixed;top:0;background:#fff"><p>Bent u 18 jaar of
    ouder? Zie ons cookiebeleid.</p>${told('Ja', 'Nee')}</div>`,
}

let browser: ScanBrowser
let site: Awaited<ReturnType<typeof testSite>>
beforeAll(async () => {
  const page = (body: string) => `<!doctype html><html lang="nl"><title>Proef</title><body><p>Een pagina.</p>${body}`
  site = await testSite(Object.fromEntries(Object.entries(PAGES).map(([path, body]) => [path, page(body)])))
  browser = await launchBrowser({ proxyUrl: null, ignoreCertificates: false })
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

async function walked(path: string, walk: typeof refuseAndGoOn): Promise<Consent> {
  const next = site.url(path)
  const { seen } = await visit(browser, next, {
    probes: [],
    budgetMs: 60_000,
    walk: { tells: ['consent'], go: (page, options, deadline) => walk(page, { ...options, next }, deadline) },
  })
  if (!seen.consent?.seen) throw new Error(`not seen: ${JSON.stringify(seen.consent)}`)
  return seen.consent.value
}
const pressed = ({ steps }: Pick<Consent, 'steps'>) => steps.map(({ kind, text }) => `${kind} ${text}`)

test.each(BACK.map((text, no) => [text, no] as const))('taken back by %s', { timeout: 90_000 }, async (text, no) => {
  const { withdrawal } = await walked(`/terug-${no}`, acceptAndTakeBack)
  expect(withdrawal).toMatchObject({ outcome: 'gone' })
  expect(pressed(withdrawal!)).toEqual([`door ${text}`, 'reject Weigeren'])
})

test('beside words that may lead back it is not said that nothing does', { timeout: 150_000 }, async () => {
  for (const no of VAGUE.keys())
    expect((await walked(`/misschien-${no}`, acceptAndTakeBack)).withdrawal).toMatchObject({
      outcome: 'unseen',
      steps: [],
    })
  expect((await walked('/niets', acceptAndTakeBack)).withdrawal).toMatchObject({ outcome: 'no-door', steps: [] })
})

test.each(ELSE.map((html, no) => [html.replaceAll(/<[^>]*>/g, ' ').trim(), no] as const))(
  'not pressed: %s',
  { timeout: 60_000 },
  async (_, no) => {
    const before = site.asked.length
    for (const walk of [refuseAndGoOn, acceptAndTakeBack])
      expect(await walked(`/anders-${no}`, walk)).toMatchObject({ outcome: 'no-question', asked: [], steps: [] })
    const asked = site.asked.slice(before)
    expect(asked.filter((line) => line.includes('/gedrukt'))).toEqual([])
    expect(asked.length).toBeGreaterThan(1)
  },
)

test('a no behind what tells more is found, and what does nothing is pressed once', { timeout: 90_000 }, async () => {
  const seen = await walked('/meer', refuseAndGoOn)
  expect([seen.outcome, ...pressed(seen)]).toEqual([
    'gone',
    'more Meer informatie',
    'reject Alleen noodzakelijke cookies',
  ])
  const dead = await walked('/meer-dood', refuseAndGoOn)
  expect([dead.outcome, ...pressed(dead)]).toEqual(['no-way', 'more Meer informatie'])
})

test('a no that only leads on is two presses, and switching all off is one', { timeout: 90_000 }, async () => {
  const two = await walked('/nee-aanpassen', refuseAndGoOn)
  expect([two.outcome, ...pressed(two)]).toEqual([
    'gone',
    'settings Nee, aanpassen',
    'reject Alleen noodzakelijke cookies',
  ])
  const off = await walked('/uitzetten', refuseAndGoOn)
  expect([off.outcome, ...pressed(off)]).toEqual(['gone', 'reject Alle cookies uitzetten'])
  expect(pressed(await walked('/uitzetten', acceptAndTakeBack))).toEqual(['accept Alle cookies aanzetten'])
})

test('beside a question of age the one about cookies is answered, and that alone', { timeout: 60_000 }, async () => {
  const before = site.asked.length
  const seen = await walked('/leeftijd-en-cookies', refuseAndGoOn)
  expect([seen.outcome, seen.again, ...pressed(seen)]).toEqual(['gone', false, 'reject Weigeren'])
  expect(site.asked.slice(before).filter((line) => line.includes('/gedrukt'))).toEqual([])
})
