/** Which pages are chosen: the same every time, by what links say, and never one that acts. */
import { expect, test } from 'vitest'
import type { Form, Link, Session } from '../../../model/evidence.ts'
import { planPages, type PlannedPage } from './plan.ts'

const landing = (links: Link[], forms: Form[] = [], finalUrl = 'https://www.dorp.nl/'): Session => ({
  url: 'https://dorp.nl/',
  finalUrl,
  status: 200,
  headers: [],
  title: '',
  lang: 'nl',
  requests: [],
  cookies: [],
  storage: [],
  frames: [],
  links,
  forms,
  scripts: [],
  stylesheets: [],
  metas: [],
  console: [],
  text: '',
  textLength: 0,
  screenshot: null,
  lacks: {},
})
const link = (href: string, text = ''): Link => ({ href: new URL(href, 'https://www.dorp.nl/').href, text })
const all = () => true
const plan = (links: Link[], allows: (url: string) => boolean = all, forms: Form[] = [], mapped: string[] = []) =>
  planPages(landing(links, forms), 'dorp.nl', allows, mapped).pages
const paths = (pages: readonly PlannedPage[]) => pages.map((page) => `${page.role} ${new URL(page.url).pathname}`)

test('the landing page alone, when it links to nothing', () => {
  expect(plan([])).toEqual([{ url: 'https://www.dorp.nl/', role: 'landing' }])
})

test('knows pages by Dutch and English words in text or path', () => {
  expect(
    paths(plan([link('/x1', 'Neem contact op'), link('/nieuws/'), link('/x2', 'Search'), link('/paspoort-aanvragen')])),
  ).toEqual(['landing /', 'contact /x1', 'form /paspoort-aanvragen', 'search /x2', 'news /nieuws/'])
})

test.each(['/inschrijfformulier', '/aanvraagformulieren', '/intake', '/bezwaar-maken'])(
  '%s leads to a form',
  (path) => {
    expect(paths(plan([link('/team'), link(path)]))[1]).toBe(`form ${path}`)
  },
)

test('an agenda and a formula are no form', () => {
  expect(paths(plan([link('/formule'), link('/agenda')])).every((page) => !page.startsWith('form'))).toBe(true)
})

test('prefers the section over the pages within it', () => {
  expect(paths(plan([link('/nieuws/2026/brug-open', 'Nieuws: brug open'), link('/nieuws', 'Nieuws')]))[1]).toBe(
    'news /nieuws',
  )
})

test('finds the search page behind a form', () => {
  const form: Form = {
    action: 'https://www.dorp.nl/vind',
    method: 'get',
    selector: 'form',
    fields: [{ name: 'q', type: 'search', label: '' }],
  }
  expect(paths(plan([], all, [form]))).toEqual(['landing /', 'search /vind'])
  expect(paths(plan([], all, [{ ...form, method: 'post' }]))).toEqual(['landing /'])
})

test('fills up to ten pages and four to spare, the same ones whatever the order of the links', () => {
  const links = Array.from({ length: 40 }, (_, index) => link(`/pagina-${index}`, `Pagina ${index}`))
  const once = plan(links)
  expect(once).toHaveLength(14)
  expect(plan(links.toReversed())).toEqual(once)
  expect(planPages(landing(links), 'www2.dorp.nl', all).pages).not.toEqual(once)
  const begun = planPages(landing(links, [], 'https://www.dorp.nl/start'), 'dorp.nl', all)
  expect(begun.pages.slice(1)).toEqual(once.slice(1))
  expect(begun.known).toBe(41)
})

test('what only the map of the site names is chosen too, by turns from each kind of address', () => {
  const mapped = [
    ...Array.from({ length: 300 }, (_, index) => `https://www.dorp.nl/nieuws/bericht-${index}`),
    ...Array.from({ length: 3 }, (_, index) => `https://www.dorp.nl/belastingen/aanslag/stap-${index}`),
    ...Array.from({ length: 3 }, (_, index) => `https://www.dorp.nl/?page_id=${index}`),
    'https://www.dorp.nl/en/about',
    'https://dorp.nl/contact',
    'https://elders.nl/contact',
    'https://www.dorp.nl/folder.pdf',
    'geen adres',
  ]
  const links = [link('/contact', 'Contact'), link('/over', 'Over ons'), link('/werk', 'Werken bij')]
  const { pages, known } = planPages(landing(links), 'dorp.nl', all, mapped)
  const chosen = pages.slice(0, 10).map(({ url }) => url.slice(19))
  for (const kind of [/^\/contact/, /^\/nieuws\//, /^\/belastingen\//, /^\/\?page_id/, /^\/en\//, /^\/(?:over|werk)/])
    expect(
      chosen.some((path) => kind.test(path)),
      String(kind),
    ).toBe(true)
  expect(known).toBe(311)
  expect(planPages(landing(links), 'dorp.nl', all, mapped.toReversed())).toEqual({ pages, known })
})

test('the page in another language is one of them, also where only its query says so', () => {
  const languages = [link('/nieuws', 'Nieuws'), link('/?lang=en', 'English'), link('/?lang=de', 'Deutsch')]
  expect(plan(languages).map(({ url }) => url.slice(19))).toEqual(['/', '/nieuws', '/?lang=en'])
  expect(plan(languages, (url) => !url.includes('lang=en'))).toContainEqual({ url: languages[2]!.href, role: 'other' })
  expect(plan(languages, (url) => !url.includes('lang=')).map(({ url }) => url.slice(19))).toEqual(['/', '/nieuws'])
})

test.each(['/account/verwijderen?lang=en', '/uitloggen/en', '/brochure-en.pdf', '/en/?action=logout', '/en/delete'])(
  'what acts or is a file is not followed as a page in another language: %s',
  (href) => {
    expect(plan([link(href, 'English')])).toHaveLength(1)
    // Another link to it still is.
    expect(plan([link(href, 'English'), link('/en/', 'English')])).toHaveLength(2)
  },
)

test('a map of five thousand pages under a robots.txt that forbids all of them has an end', () => {
  let asked = 0
  const mapped = Array.from({ length: 5_000 }, (_, index) => `https://www.dorp.nl/a${index}/b`)
  const never = () => {
    asked++
    return false
  }
  expect(planPages(landing([]), 'dorp.nl', never, mapped).pages).toHaveLength(1)
  expect(asked).toBe(500)
})

test.each([
  ['/uitloggen', 'Uitloggen'],
  ['/x', 'Inloggen met DigiD'],
  ['/wp-login.php', 'x'],
  ['/winkelwagen/add/3', 'x'],
  ['/cart', ''],
  ['/bericht/3/verwijderen', ''],
  ['/folder.pdf', 'Folder'],
  ['/foto.JPG', 'Foto'],
  ['/files/lijst.ods', ''],
  ['/mijn-dorp', 'Mijn Dorp'],
  ['mailto:info@dorp.nl', 'Contact'],
  ['tel:14071', 'Contact'],
  ['javascript:contact()', 'Contact'],
  ['https://elders.nl/contact', 'Contact'],
  ['https://sub.dorp.nl/contact', 'Contact'],
  ['https://a:b@www.dorp.nl/contact', 'Contact'],
  ['#contact', 'Contact'],
  ['/?utm=1', 'Contact'],
  ['/index.html', 'Home'],
  ['http://dorp.nl/', 'Home'],
])('does not go to %s (%s)', (href, text) => {
  expect(plan([link(href, text)])).toHaveLength(1)
})

test.each([
  ['/cookies/accepteren', 'Cookies accepteren'],
  ['/?cookie_consent=accept', 'Cookies'],
  ['/afspraak/annuleren?id=9', 'Afspraak'],
  ['/nieuwsbrief/bevestig?t=1', 'Nieuwsbrief'],
  ['/?add=5', ''],
  ['/like/5', ''],
])('what does something is not gone to: %s (%s), whether a link or the map of the site names it', (href, text) => {
  expect(plan([link(href, text)])).toHaveLength(1)
  expect(plan([], all, [], [new URL(href, 'https://www.dorp.nl/').href])).toHaveLength(1)
})

test('nor by a picture, where the words beside it say what going there does', () => {
  expect(plan([link('/x/5'), link('/x/5', 'In winkelmand'), link('/x/6')])).toHaveLength(2)
})

test('one page is one page, however it is linked', () => {
  const pages = plan([
    link('/contact?bron=menu', 'Contact'),
    link('/contact/', 'Contact'),
    link('https://dorp.nl/Contact#form', 'Contact'),
    link('/contact?bron=voet', ''),
  ])
  expect(pages.map((page) => page.url)).toEqual(['https://www.dorp.nl/', 'https://www.dorp.nl/contact/'])
})

test('robots.txt is respected, and the next best page taken', () => {
  const links = [link('/contact', 'Contact'), link('/over/contact-opnemen', 'Contact opnemen')]
  expect(paths(plan(links, (url) => !url.endsWith('/contact')))).toEqual(['landing /', 'contact /over/contact-opnemen'])
})

test('words within other words do not count', () => {
  expect(
    paths(plan([link('/onderzoek', 'Onderzoek naar wind'), link('/platform', 'Platform')]))
      .slice(1)
      .every((one) => one.startsWith('other')),
  ).toBe(true)
})

const address = (pages: readonly PlannedPage[]) => pages.map(({ role, url }) => `${role} ${url.slice(19)}`)

test('a site that names its pages in the query is visited on several of them, by what they are', () => {
  const pages = plan([
    link('/?page_id=2', 'Over ons'),
    link('/?page_id=7', 'Contact'),
    link('/?p=1', 'Hallo wereld'),
    link('/?p=1&replytocom=4', 'Beantwoorden'),
    link('/?p=1#comments', '3 reacties'),
    link('/?m=202611', 'november 2026'),
    link('/?page_id=3&utm_source=voet', 'Privacyverklaring'),
    link('/wp-login.php', 'Inloggen'),
    link('/?feed=rss2', 'Berichtenfeed'),
  ])
  expect(new Set(address(pages))).toEqual(
    new Set(['landing /', 'contact /?page_id=7', 'other /?page_id=3', 'other /?p=1', 'other /?page_id=2']),
  )
})

test('of a wiki its pages are visited, not its tools', () => {
  const pages = plan([
    link('/index.php?title=Hoofdpagina', 'Hoofdpagina'),
    link('/index.php?title=Hoofdpagina&action=edit', 'Bewerken'),
    link('/index.php?title=Hoofdpagina&action=history', 'Geschiedenis'),
    link('/index.php?title=Hoofdpagina&oldid=3', 'Permanente koppeling'),
    link('/index.php?title=Speciaal:RecenteWijzigingen', 'Recente wijzigingen'),
    link('/index.php?title=Contact', 'Bereikbaarheid'),
    link('/index.php?title=Privacybeleid', 'Privacybeleid'),
  ])
  expect(address(pages)).toEqual([
    'landing /',
    'contact /index.php?title=Contact',
    'other /index.php?title=Privacybeleid',
  ])
})
