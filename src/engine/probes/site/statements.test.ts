import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import type { Link } from '../../../model/evidence.ts'
import { openEgress } from '../../../outside/egress.ts'
import { statementsProbe } from './statements.ts'
import { network, serveHttp, stopAll } from '../../../outside/test-net.ts'

afterEach(stopAll)

const asked: string[] = []
async function look(
  links: readonly (readonly [href: string, text: string])[],
  {
    robots = '',
    serve,
    hosts = {},
  }: {
    robots?: string
    serve?: (request: IncomingMessage, response: ServerResponse) => void
    hosts?: Readonly<Record<string, string>>
  } = {},
) {
  asked.length = 0
  const port = await serveHttp((request, response) => {
    asked.push(`${request.headers.host}${request.url}`)
    if (serve) return serve(request, response)
    response
      .writeHead(request.url?.startsWith('/leidraad-vraagt') ? 404 : 200, { 'content-type': 'text/html' })
      .end(`<html lang=nl><p>Tekst van ${request.url}<a href=/op>Klacht</a>`)
  })
  const egress = openEgress(network({ ports: { 80: port, 443: 1 }, hosts: { '*.test': '127.0.0.1', ...hosts } }))
  return statementsProbe.look(
    {
      subject: { kind: 'website', address: 'www.stad.test', publicBody: true },
      robots,
      links: links.map(([href, text]): Link => ({
        href: href.startsWith('/') ? `http://www.stad.test${href}` : href,
        text,
      })),
    },
    { egress, signal: new AbortController().signal },
  )
}

test('reads the three pages behind their links', async () => {
  const seen = await look([
    ['/', 'Home'],
    ['/over/privacy', 'Privacyverklaring'],
    ['/toegankelijk', 'Toegankelijkheidsverklaring'],
    ['/contact', 'Contact'],
  ])
  expect(seen.privacy).toEqual({
    seen: true,
    value: {
      url: 'http://www.stad.test/over/privacy',
      status: 200,
      text: 'Tekst van /over/privacy Klacht',
      forms: [],
      lang: 'nl',
      links: [{ href: 'http://www.stad.test/op', text: 'Klacht' }],
    },
  })
  expect([seen.accessibility, seen.contact]).toMatchObject([{ seen: true }, { seen: true }])
})

test.each([
  [
    'privacy',
    [
      ['/a', 'Privacy instellingen'],
      ['/b', 'Privacy statement'],
    ],
    '/b',
  ],
  [
    'privacy',
    [
      ['/a', 'Contact'],
      ['/over/privacybeleid', 'Lees meer'],
    ],
    '/over/privacybeleid',
  ],
  ['privacy', [['/x', 'AVG']], '/x'],
  ['privacy', [['/en/p', 'Privacy policy']], '/en/p'],
  [
    'accessibility',
    [
      ['/t', 'Toegankelijkheid van het gebouw'],
      ['/v', 'Toegankelijkheidsverklaring'],
    ],
    '/v',
  ],
  ['accessibility', [['/a11y', 'Accessibility statement']], '/a11y'],
  ['contact', [['/c', 'Neem contact op']], '/c'],
  [
    'contact',
    [
      ['/x', 'Wie zijn wij'],
      ['/contact/', 'Bel ons'],
    ],
    '/contact/',
  ],
] as const)('finds the %s page among %j', async (kind, links, path) => {
  expect((await look(links))[kind]).toMatchObject({ seen: true, value: { url: `http://www.stad.test${path}` } })
})

test('no link is null, and near words are no link', async () => {
  expect(
    await look([
      ['/', 'Home'],
      ['/private', 'Privé'],
      ['/navg', 'Navigatie'],
      ['mailto:privacy@stad.test', 'privacy'],
    ]),
  ).toEqual({ privacy: null, accessibility: null, contact: null })
})

test('links to others are left to others, but not to the register of accessibility statements', async () => {
  const seen = await look([
    ['http://google.test/privacy', 'Privacy'],
    ['http://www.toegankelijkheidsverklaring.nl/register/1', 'Toegankelijkheidsverklaring'],
  ])
  expect(seen).toMatchObject({ privacy: null, accessibility: { seen: false } })
  expect(asked).toEqual([])
  expect((await look([['http://loket.stad.test/privacy', 'Privacy']])).privacy).toMatchObject({ seen: true })
})

const REGISTER = 'http://www.toegankelijkheidsverklaring.nl/register'
const hosts = { 'www.toegankelijkheidsverklaring.nl': '127.0.0.1' }

test('the entry of the register is read too, that which names this site, and no other', async () => {
  const serve = ({ url }: IncomingMessage, response: ServerResponse) =>
    response
      .writeHead(url === '/register/404' ? 404 : 200, { 'content-type': 'text/html' })
      .end(
        url === '/toegankelijk'
          ? `<p>Verklaring<a href="${REGISTER}/1">ander.test</a><a href="${REGISTER}/2">www.stad.test</a>`
          : `<p>Hier staat ${url}`,
      )
  const toSite = await look([['/toegankelijk', 'Toegankelijkheidsverklaring']], { serve, hosts })
  expect(toSite).toMatchObject({
    accessibility: { seen: true, value: { url: 'http://www.stad.test/toegankelijk' } },
    register: { seen: true, value: { url: `${REGISTER}/2`, text: 'Hier staat /register/2' } },
  })
  expect(asked.filter((each) => each.includes('/register/'))).toEqual(['www.toegankelijkheidsverklaring.nl/register/2'])
  const fromMenu = await look([[`${REGISTER}/404`, 'Status']], { serve, hosts })
  expect(fromMenu).toMatchObject({ accessibility: null, register: { seen: true, value: { status: 404 } } })
  const many = await look(
    [
      [`${REGISTER}/5`, 'intranet'],
      [`${REGISTER}/6`, 'extranet'],
      ['/contact', 'Contact'],
    ],
    { serve, hosts },
  )
  expect(many).not.toHaveProperty('register')
})

test('a link that leads to the register at once is read once', async () => {
  const seen = await look([[`${REGISTER}/7`, 'Toegankelijkheidsverklaring']], { hosts })
  expect(seen).toMatchObject({ accessibility: { seen: true, value: { url: `${REGISTER}/7` } } })
  expect(seen).not.toHaveProperty('register')
  expect(asked).toEqual(['www.toegankelijkheidsverklaring.nl/register/7'])
})

test('a dead link is seen as dead', async () => {
  expect(
    (
      await look([['/privacy', 'Privacy']], {
        serve: (_, response) => response.writeHead(404, { 'content-type': 'text/html' }).end('weg'),
      })
    ).privacy,
  ).toMatchObject({ seen: true, value: { status: 404 } })
})

test('does not visit what robots.txt asks to leave, with or without www', async () => {
  const robots = 'User-agent: *\nDisallow: /privacy'
  for (const host of ['www.stad.test', 'stad.test'])
    expect((await look([[`http://${host}/privacy`, 'Privacy']], { robots })).privacy).toMatchObject({
      seen: false,
      why: 'robots',
    })
  expect(asked).toEqual([])
})

test('a redirect within the site is followed, one to another site is not, and is not taken for the page', async () => {
  const serve = ({ url }: IncomingMessage, response: ServerResponse) =>
    url === '/nieuw'
      ? response.writeHead(200, { 'content-type': 'text/html' }).end('er')
      : response.writeHead(302, { location: url === '/privacy' ? '/nieuw' : 'http://elders.test/' }).end()
  const seen = await look(
    [
      ['/privacy', 'Privacy'],
      ['/contact', 'Contact'],
    ],
    { serve },
  )
  expect(seen).toMatchObject({
    privacy: { seen: true, value: { url: 'http://www.stad.test/nieuw' } },
    contact: { seen: false, why: 'redirected-away' },
  })
  expect(asked.some((each) => each.startsWith('elders'))).toBe(false)
})

test('a document is not a page', async () => {
  expect(
    (
      await look([['/privacy.pdf', 'Privacyverklaring']], {
        serve: (_, response) => response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF'),
      })
    ).privacy,
  ).toMatchObject({ seen: false, why: 'not-html' })
})

test('keeps text and links within bounds', async () => {
  const seen = await look([['/privacy', 'Privacy']], {
    serve: ({ url }, response) =>
      response
        .writeHead(url === '/privacy' ? 200 : 404, { 'content-type': 'text/html' })
        .end('<p>veel tekst</p><a href=/x>x</a>'.repeat(20_000)),
  })
  if (!seen.privacy?.seen) throw new Error('not seen')
  expect([seen.privacy.value.text.length, seen.privacy.value.links.length]).toEqual([40_000, 300])
})

test('a site that answers every address with the same words has not shown a statement', async () => {
  const everywhere = (_: IncomingMessage, response: ServerResponse) =>
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(
        `<html lang=nl><title>Stad</title><nav>${'<a href=/x>Menu</a>'.repeat(9)}</nav><p>Bestaat niet (${Date.now()})`,
      )
  const seen = await look([['/privacy', 'Privacyverklaring']], { serve: everywhere })
  expect(seen.privacy).toMatchObject({ seen: false, why: 'gone' })
})
test.each([
  (url: string) => `De pagina ${url} bestaat niet`,
  (url: string) => `Wij vonden ${url.slice(1)} niet, op ${Date.now()}`,
  (url: string) => `U zocht: ${url.split('/').at(-1)!.replaceAll('-', ' ').toUpperCase()}. Geen treffers.`,
])('and neither has one that repeats the address it was asked for: %s', async (words) => {
  const soft = ({ url = '' }: IncomingMessage, response: ServerResponse) =>
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(`<html lang=nl><title>Bakkerij</title><p>${words(url)}`)
  for (const path of ['/privacy', '/over-ons/privacy-verklaring', '/privacy?versie=nieuw']) {
    const seen = await look([[path, 'Privacyverklaring']], { serve: soft })
    expect(seen.privacy, path).toMatchObject({ seen: false, why: 'gone' })
  }
})
test('nor one whose menu holds the word by which the page is named', async () => {
  const soft = ({ url = '' }: IncomingMessage, response: ServerResponse) =>
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(`<html lang=nl><title>Stad</title><p>Wij vonden ${url} niet.<p><a href=/privacy>Privacy</a>`)
  const seen = await look([['/privacy', 'Privacyverklaring']], { serve: soft })
  expect(seen.privacy).toMatchObject({ seen: false, why: 'gone' })
})
test('a statement on a site that answers every address with something else was seen', async () => {
  const soft = ({ url = '' }: IncomingMessage, response: ServerResponse) =>
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(
        `<html lang=nl><p>${url === '/privacy' ? 'Privacy. Wij bewaren uw gegevens.' : `Privacy? ${url} bestaat niet`}`,
      )
  const seen = await look([['/privacy', 'Privacyverklaring']], { serve: soft })
  expect(seen.privacy).toMatchObject({ seen: true })
  expect(seen.privacy?.seen && seen.privacy.value.lacks).toBeUndefined()
})
test('where the page that no site has could not be had, that is told', async () => {
  const seen = await look([['/privacy', 'Privacyverklaring']], { robots: 'User-agent: *\nDisallow: /leidraad' })
  expect(seen.privacy).toMatchObject({ seen: true, value: { lacks: { control: ['page-unseen'] } } })
})
test('a page with status 200 that says it is not there was not seen', async () => {
  const soft = ({ url }: IncomingMessage, response: ServerResponse) =>
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(
        `<html lang=nl><title>Pagina niet gevonden | Stad</title><p>${url} is er niet. ${'Zoek verder. '.repeat(200)}`,
      )
  const seen = await look([['/privacy', 'Privacyverklaring']], { serve: soft })
  expect(seen.privacy).toMatchObject({ seen: false, why: 'gone' })
})
test('what is longer than we keep says so', async () => {
  const long = ({ url }: IncomingMessage, response: ServerResponse) =>
    response
      .writeHead(url === '/privacy' ? 200 : 404, { 'content-type': 'text/html' })
      .end(`<html lang=nl><p>${'Wij bewaren gegevens. '.repeat(3_000)}`)
  const seen = await look([['/privacy', 'Privacyverklaring']], { serve: long })
  expect(seen.privacy).toMatchObject({ seen: true, value: { lacks: { statements: ['cut'] } } })
})

test('a page about wheelchairs is passed over for the statement that another link leads to', async () => {
  const serve = (request: IncomingMessage, response: ServerResponse) => {
    const said = request.url?.startsWith('/gebouw')
      ? 'Toegankelijkheid. Er is een lift en een ringleiding. Rolstoelen staan klaar.'
      : 'Toegankelijkheidsverklaring. Deze website voldoet gedeeltelijk aan WCAG.'
    const nowhere = request.url?.startsWith('/leidraad')
    response
      .writeHead(nowhere ? 404 : 200, { 'content-type': 'text/html' })
      .end(`<html lang=nl><p>${nowhere ? 'Niet hier' : said}`)
  }
  const at = async (...links: (readonly [string, string])[]) => {
    const { accessibility } = await look(links, { serve })
    return accessibility?.seen && new URL(accessibility.value.url).pathname
  }
  const building = ['/gebouw/toegankelijkheid', 'Toegankelijkheid'] as const
  expect(await at(building, ['/over/toegankelijkheid', 'Toegankelijkheid'])).toBe('/over/toegankelijkheid')
  expect(await at(building, ['/website', 'Digitale toegankelijkheid'])).toBe('/website')
  expect(asked).not.toContain('www.stad.test/gebouw/toegankelijkheid')
  expect(await at(['/gebouw', 'Toegankelijkheid van het stadhuis'], ['/toegankelijkheid', 'Lees meer'])).toBe(
    '/toegankelijkheid',
  )
  expect(await at(building)).toBe('/gebouw/toegankelijkheid')
})

test('the statement on cookies and the terms are read where there is a link to them', async () => {
  const seen = await look([
    ['/privacy', 'Privacyverklaring'],
    ['/cookies', 'Cookieverklaring'],
    ['/av', 'Algemene voorwaarden'],
  ])
  expect([seen.cookies, seen.terms]).toMatchObject([
    { seen: true, value: { text: 'Tekst van /cookies Klacht' } },
    { seen: true, value: { text: 'Tekst van /av Klacht' } },
  ])
  const none = await look([['/privacy', 'Privacyverklaring']])
  expect([none.cookies, none.terms]).toEqual([undefined, undefined])
})
test.each([
  ['/cookies', 'Cookie-instellingen'],
  ['/#cookies', 'Cookies'],
  ['/cookies/aanpassen', 'Cookies'],
  ['/koekjes', 'Koekjes bakken'],
  ['/zorg', 'Voorwaarden voor zorg'],
  ['/av', 'Voorwaarden'],
])('a link to %s that says "%s" leads to neither', async (href, text) => {
  const seen = await look([
    ['/privacy', 'Privacyverklaring'],
    [href, text],
  ])
  expect([seen.cookies, seen.terms]).toEqual([undefined, undefined])
})
test('a link that accepts or refuses is not gone to, and what it leads to is not told as absent', async () => {
  const seen = await look([
    ['/', 'Home'],
    ['/contact', 'Contact'],
    ['/cookies/accepteren', 'Cookies accepteren'],
    ['/cookies?keuze=nee', 'Cookies weigeren'],
  ])
  expect(asked.filter((one) => one.includes('cookies'))).toEqual([])
  expect(seen.cookies).toMatchObject({ seen: false, why: 'probe-failed' })
  expect(await look([['/contact', 'Contact opnemen of afspraak annuleren']])).toMatchObject({
    contact: { seen: false },
  })
  const other = await look([
    ['/contact', 'Contact'],
    ['/cookies/accepteren', 'Cookies accepteren'],
    ['/cookies', 'Over cookies'],
  ])
  expect(other.cookies).toMatchObject({ seen: true })
  expect(asked.some((one) => one.includes('accepteren'))).toBe(false)
})

test('a page that is privacy statement and cookie statement in one is asked once', async () => {
  const seen = await look([['/privacy-en-cookies', 'Privacy en cookies']])
  expect(seen.cookies).toEqual(seen.privacy)
  expect(asked.filter((each) => each.includes('privacy-en-cookies'))).toHaveLength(1)
})
