/**
 * Whether a missing, stale or unregistered statement trips, the declared status is told as declared, and look-alikes
 * are not taken for one.
 */
import { describe, expect, test } from 'vitest'
import { cpuMs } from '../../../test/cpu.ts'
import { LOADING, judgeWith, seen, session, sighting, statements, unseen } from '../../../test/evidence.ts'
import type { Link, Observed, Statement } from '../../model/evidence.ts'
import { accessibilityStatement } from './accessibility-statement.ts'

const ENTRY = 'https://www.toegankelijkheidsverklaring.nl/register/1814'
const registerText = (status: string, date: string, site = 'https://www.voorbeeld.nl') =>
  `Verklaring van Gemeente Voorbeeld
Status toegankelijkheid ${site}
De status van deze website is: ${status} ? - Ga naar de informatie over de nalevingsstatussen
De status is toegekend op basis van een eigen verklaring,
die voor het laatst is bijgewerkt op ${date}
Uitleg: A - voldoet volledig. B - voldoet gedeeltelijk. C - eerste maatregelen genomen. D - voldoet niet.`
const statement = (over: Partial<Statement> = {}) =>
  statements({
    accessibility: seen({
      url: 'https://www.voorbeeld.nl/toegankelijkheid',
      status: 200,
      text: '',
      links: [],
      lang: 'nl',
      ...over,
    }),
  })
const judge = (said = statements(), links: Link[] = [], over = {}) =>
  judgeWith(
    accessibilityStatement,
    {
      statements: said,
      session: [
        sighting(
          session({
            links,
            ...over,
          }),
        ),
      ],
    },
    { subject: { publicBody: true } },
  )
const link = (href: string, text = '') => ({ href, text })

describe('a statement', () => {
  test.each([
    ['Status: voldoet gedeeltelijk (B).', 'B'],
    ['Status: Gedeeltelijk conform', 'B'],
    ['Status: voldoet volledig', 'A'],
    ['Status: eerste maatregelen genomen', 'C'],
  ])('that says "%s" declares %s', (said, status) => {
    const text = `Toegankelijkheidsverklaring. ${said} Bijgewerkt op 3 september 2026.`
    expect(judge(statement({ text })).seen).toMatchObject({ status })
  })
  test('is known by its heading, also between two links that say the beginning of it', () => {
    const text = `Toegankelijkheid Toegankelijkheidsverklaring Deze site voldoet gedeeltelijk. Bijgewerkt op 3 september
2026. Toegankelijkheid`
    const links = [link('/stadhuis', 'Toegankelijkheid'), link('/toegankelijkheid', 'Toegankelijkheid')]
    const [odd] = [link('/raar', 'Vragen? (a-b) [c]')]
    expect(judge(statement({ text, links: [...links, odd!] })).reason).toBe('no-register')
  })
  test('in the register tells what the organisation declares', () => {
    const text = registerText('B - voldoet gedeeltelijk', '14-09-2026')
    expect(judge(statement({ url: ENTRY, text }))).toMatchObject({
      reason: 'declared',
      verdict: 'met',
      seen: { status: 'B', updated: '2026-09-14', months: 2, register: ENTRY },
    })
  })
  test('that declares to fall short is partly, one that declares that there is none is unmet', () => {
    expect(judge(statement({ url: ENTRY, text: registerText('D - voldoet niet', '01-11-2026') }))).toMatchObject({
      reason: 'declared-short',
      verdict: 'partly',
      seen: { status: 'D' },
    })
    expect(judge(statement({ url: ENTRY, text: registerText('E - geen verklaring', '01-11-2026') }))).toMatchObject({
      reason: 'none-declared',
      verdict: 'unmet',
    })
    for (const letter of ['A - voldoet volledig', 'C - eerste maatregelen genomen'])
      expect(judge(statement({ url: ENTRY, text: registerText(letter, '01-11-2026') })).reason).toBe('declared')
  })
  test('on the site with a link to the register is met', () => {
    const text = 'Nalevingsstatus: voldoet gedeeltelijk. Deze verklaring is opgesteld op 3 maart 2026.'
    expect(judge(statement({ text, links: [link(ENTRY)] }))).toMatchObject({
      reason: 'declared',
      seen: { status: 'B', updated: '2026-03-03' },
    })
  })
  test('by its label on the landing page alone is met, with the letter in its text if it is there', () => {
    expect(judge(statements(), [link(ENTRY, 'Toegankelijkheidslabel: B')])).toMatchObject({
      reason: 'declared',
      seen: { status: 'B', updated: null },
    })
    expect(
      judge(statements(), [link(ENTRY, 'Status toegankelijkheidslabel van Bakker A. de Vries. Volg de link')]),
    ).toMatchObject({ reason: 'found', verdict: 'met', seen: { status: null } })
  })
  test('of which the page could not be read is met if the register is linked', () => {
    expect(judge(statements({ accessibility: unseen('timeout') }), [link(ENTRY)]).reason).toBe('found')
  })
  test('of a year or older is stale, of eleven months not; the newest date counts', () => {
    const text = (date: string) => `Toegankelijkheidsverklaring, laatst bijgewerkt op ${date}.`
    expect(judge(statement({ text: text('23-11-2025'), links: [link(ENTRY)] }))).toMatchObject({
      reason: 'stale',
      verdict: 'partly',
      seen: { months: 12 },
    })
    expect(judge(statement({ text: text('24 november 2025'), links: [link(ENTRY)] })).reason).toBe('found')
    const twice = `${text('01-01-2020')} ${text('01-10-2026')}`
    expect(judge(statement({ text: twice, links: [link(ENTRY)] })).seen['updated']).toBe('2026-10-01')
  })
  test('with an impossible or future date has no date', () => {
    for (const date of ['31-02-2026', '45-13-2024', '1 januari 2027', '1 brumaire 2024']) {
      expect(
        judge(statement({ text: `WCAG. Laatst bijgewerkt op ${date}`, links: [link(ENTRY)] })).seen['updated'],
      ).toBeNull()
    }
  })
  test('without a place in the register is partly', () => {
    expect(
      judge(statement({ text: 'Onze toegankelijkheidsverklaring. Status: B - voldoet gedeeltelijk' })),
    ).toMatchObject({ reason: 'no-register', verdict: 'partly', seen: { status: 'B' } })
  })
  test('in a list of many: the entry that names this site is taken, and none if none does', () => {
    const others = [
      link(`${ENTRY}1`, 'www.ander.nl'),
      link(`${ENTRY}2`, 'www.voorbeeld.nl: status B - voldoet gedeeltelijk'),
    ]
    expect(judge(statement({ text: 'WCAG', links: others }))).toMatchObject({
      reason: 'declared',
      seen: { register: `${ENTRY}2`, status: 'B' },
    })
    expect(
      judge(statement({ text: 'WCAG', links: others.slice(0, 1).concat(link(`${ENTRY}3`, 'intranet')) })),
    ).toMatchObject({ reason: 'found', seen: { register: null } })
  })
  test('of another site is not taken for that of this one', () => {
    const text = registerText('A - voldoet volledig', '14-09-2026', 'https://www.nietvoorbeeld.nl')
    expect(judge(statement({ url: ENTRY, text }))).toMatchObject({ reason: 'other-site', verdict: 'unknown' })
  })
  test('that explains all statuses declares none of them', () => {
    const text = 'WCAG: A - voldoet volledig, B - voldoet gedeeltelijk, C - eerste maatregelen, D - voldoet niet.'
    expect(judge(statement({ text, links: [link(ENTRY)] }))).toMatchObject({ reason: 'found', seen: { status: null } })
  })
})

describe('no statement', () => {
  test('and no link to one is unmet', () => {
    expect(judge()).toMatchObject({ reason: 'missing', verdict: 'unmet' })
  })
  test('because the link leads nowhere is unmet', () => {
    expect(judge(statement({ status: 404, text: 'Niet gevonden' }))).toMatchObject({ reason: 'gone', verdict: 'unmet' })
  })
  test('but a page about wheelchairs, or one that could not be read, is unknown', () => {
    expect(judge(statement({ text: 'Er is een lift en een rolstoel aan de ingang.' }))).toMatchObject({
      reason: 'unread',
      verdict: 'unknown',
    })
    expect(judge(statements({ accessibility: unseen('blocked') as Observed<Statement> })).reason).toBe('unread')
    expect(judge(statement({ status: 403 })).reason).toBe('unread')
    expect(
      judge(statements(), [link('https://www.voorbeeld.nl/over/toegankelijkheid', 'Toegankelijkheid')]).reason,
    ).toBe('unread')
  })
  test('on a page that was not seen whole is unknown', () => {
    expect(judge(statements(), [], { lacks: LOADING })).toMatchObject({
      reason: 'half-seen.loading',
      verdict: 'unknown',
    })
  })
  test('the home page of the register, or a name like it, is no entry', () => {
    for (const href of [
      'https://www.toegankelijkheidsverklaring.nl/',
      'https://www.toegankelijkheidsverklaring.nl.ander.nl/register/1',
      'https://www.toegankelijkheidsverklaring.nl/register/zoek',
    ]) {
      expect(judge(statements(), [link(href)]).reason).toBe('unread')
    }
  })
})

test('hostile text is read in time that grows with its length', () => {
  const start = cpuMs()
  for (const text of [
    'status van de '.repeat(2_000),
    'laatst datum '.repeat(2_000),
    'a.'.repeat(10_000),
    `WCAG ${'laatst bijgewerkt '.repeat(1_000)}`,
  ])
    judge(statement({ url: ENTRY, text }))
  expect(cpuMs() - start).toBeLessThan(2_000)
})
test('an answer of 400 and more is no statement, whatever it says', () => {
  const text = registerText('B', '1 oktober 2026')
  expect(judge(statement({ status: 400, text })).reason).toBe('unread')
  expect(judge(statement({ status: 399, text })).reason).not.toBe('unread')
})
test('a day that does not exist is no date', () => {
  expect(
    judge(statement({ text: `Toegankelijkheidsverklaring. Laatst bijgewerkt op 31-02-2026.` })).seen,
  ).toMatchObject({
    updated: null,
    months: null,
  })
})
test('what was read of the status and the date stands with it, and only that', () => {
  const { seen: told } = judge(statement({ url: ENTRY, text: registerText('B', '1 oktober 2026') }))
  expect(told['details']).toEqual([ENTRY, 'register/1814', 'status: B', 'updated: 2026-10-01'])
  const nothing = judge(statement({ text: 'Toegankelijkheidsverklaring van deze website.' })).seen['details']
  expect(nothing).toEqual(['https://www.voorbeeld.nl/toegankelijkheid'])
})

describe('the entry of the register, read by way of a page of the site', () => {
  const OWN = 'Toegankelijkheidsverklaring. Wij voldoen gedeeltelijk aan WCAG. Status: B - voldoet gedeeltelijk.'
  const page = (text: string, over: Partial<Statement> = {}): Observed<Statement> =>
    seen({ url: ENTRY, status: 200, text, links: [], lang: 'nl', ...over })
  const both = (register: Observed<Statement>, text = OWN) =>
    judge(statements({ ...statement({ text, links: [link(ENTRY)] }), register }))

  test('decides the status and the date', () => {
    expect(both(page(registerText('C - eerste maatregelen genomen', '01-11-2026')))).toMatchObject({
      reason: 'declared',
      seen: { status: 'C', updated: '2026-11-01' },
    })
    expect(both(page(registerText('B - voldoet gedeeltelijk', '01-10-2025')))).toMatchObject({ reason: 'stale' })
    expect(both(page(registerText('D - voldoet niet', '01-10-2026')))).toMatchObject({ reason: 'declared-short' })
  })
  test('that is not there leaves the statement without a place in the register', () => {
    for (const gone of [page('', { status: 404 }), page('', { status: 410 }), page('Pagina niet gevonden')])
      expect(both(gone)).toMatchObject({ reason: 'no-register', verdict: 'partly' })
  })
  test('that is not there is no statement where the site has none either', () => {
    const links = [link(ENTRY, 'Toegankelijkheidsverklaring')]
    const gone = judge(statements({ register: page('', { status: 404 }) }), links)
    expect(gone).toMatchObject({ reason: 'gone', verdict: 'unmet' })
    expect(judge(statements({ register: page('Deze verklaring is niet gevonden.') }), links).verdict).toBe('unmet')
    expect(judge(statements({ register: unseen('timeout') }), links)).toMatchObject({ reason: 'unread' })
    expect(judge(statements({ register: page('', { status: 503 }) }), links)).toMatchObject({ reason: 'unread' })
  })
  test('of another site is not that of this one', () => {
    const other = registerText('A - voldoet volledig', '14-09-2026', 'https://www.nietvoorbeeld.nl')
    expect(both(page(other))).toMatchObject({ reason: 'other-site', verdict: 'unknown' })
  })
  test('that could not be read leaves what the site says itself', () => {
    expect(both(unseen('timeout'))).toMatchObject({ reason: 'declared', seen: { status: 'B' } })
  })
})

describe('what is called accessibility and is no statement', () => {
  const menu = [link('https://www.voorbeeld.nl/toegankelijkheid', 'Toegankelijkheidsverklaring')]
  test.each([
    ['a building', 'Toegankelijkheid van ons gebouw. Er is een lift, een ringleiding en een rolstoel te leen.'],
    ['a building, with the statement in the menu', 'Toegankelijkheidsverklaring Het stadhuis heeft een lift.'],
    ['a building whose site is mentioned', 'De hal heeft een hellingbaan. Aan digitale toegankelijkheid werken wij.'],
    ['a building in English', 'Accessibility. Step-free access, wheelchair hire and a hearing loop.'],
    ['a blog', 'Blog. Waarom WCAG en digitale toegankelijkheid voor iedereen belangrijk zijn: je site voldoet niet.'],
    [
      'an article',
      'Geplaatst op 3 maart 2026. Onze tips voor digitale toegankelijkheid en de toegankelijkheidsverklaring.',
    ],
    ['a page on policy', 'Wij vinden digitale toegankelijkheid belangrijk.'],
  ])('%s', (_, text) => {
    expect(judge(statement({ text, links: menu }), menu)).toMatchObject({ reason: 'unread', verdict: 'unknown' })
  })
  test('a news item by its address', () => {
    const text = 'De toegankelijkheidsverklaring van onze site voldoet aan WCAG.'
    expect(judge(statement({ url: 'https://www.voorbeeld.nl/nieuws/wcag', text })).reason).toBe('unread')
    expect(judge(statement({ url: 'https://www.voorbeeld.nl/nieuwstad/wcag', text })).reason).toBe('no-register')
  })
  test.each([
    'Pagina niet gevonden. Zoek verder of ga naar de startpagina.',
    'Deze pagina bestaat niet meer. Toegankelijkheidsverklaring',
    '404 Page not found',
    'Wij hebben nog geen toegankelijkheidsverklaring. Er wordt aan gewerkt.',
  ])('a page that is not there: %s', (text) => {
    expect(judge(statement({ text, links: menu }), menu)).toMatchObject({ reason: 'gone', verdict: 'unmet' })
  })
  test.each([
    'Toegankelijkheidsverklaring van het product ZaakPlus. Voldoet gedeeltelijk aan WCAG.',
    'Voluntary Product Accessibility Template. Accessibility statement. Conforms with WCAG.',
    'Toegankelijkheidsverklaring. Deze verklaring geldt voor https://www.anderdorp.nl en voldoet aan WCAG.',
  ])('a statement of something else: %s', (text) => {
    expect(judge(statement({ text }), menu)).toMatchObject({ reason: 'other-site', verdict: 'unknown' })
  })
  test.each([
    'Toegankelijkheidsverklaring voor het platform www.voorbeeld.nl. Voldoet gedeeltelijk.',
    'Toegankelijkheidsverklaring. Klacht? Ga naar de website van de ombudsman: www.nationaleombudsman.nl.',
    'Toegankelijkheidsverklaring. Deze website voldoet gedeeltelijk aan EN 301 549. Er is een lift in het stadhuis.',
    'Wij willen dat onze site voor iedereen werkt. Deze website voldoet gedeeltelijk aan WCAG 2.1.',
    'Accessibility statement for www.voorbeeld.nl. This website is partially compliant with EN 301 549.',
  ])('a statement of this site: %s', (text) => {
    expect(judge(statement({ text }), menu)).toMatchObject({ reason: 'no-register', verdict: 'partly' })
  })
})

describe('the date of a statement', () => {
  const updated = (text: string) =>
    judge(statement({ text: `Toegankelijkheidsverklaring. ${text}`, links: [link(ENTRY)] })).seen['updated']
  test.each([
    ['Laatst bijgewerkt: 12 maart 2026', '2026-03-12'],
    ['Laatst gewijzigd op 12/3/2026', '2026-03-12'],
    ['Deze verklaring is opgesteld op 12 mrt. 2026', '2026-03-12'],
    ['Datum verklaring 2026-03-12', '2026-03-12'],
    ['Op 12 maart 2026 is deze verklaring bijgewerkt', '2026-03-12'],
    ['This statement was last reviewed on March 12, 2026', '2026-03-12'],
    ['Prepared on 12th March 2025. Last updated: 12 April 2026', '2026-04-12'],
    ['Bijgewerkt in maart 2026', '2026-03-31'],
    ['Bijgewerkt in november 2026', '2026-11-23'],
    ['Bijgewerkt op 12 maart 2026. Onderzoek uitgevoerd op 1 oktober 2026', '2026-03-12'],
    ['Bijgewerkt op 12 maart 2026. Volgende update op 1 november 2026', '2026-03-12'],
    ['Bijgewerkt op 12 maart 2026. Kom naar de bijeenkomst op 3 oktober 2026', '2026-03-12'],
    ['Maatregel gereed op 1 oktober 2026. Vastgesteld op 12 maart 2026', '2026-03-12'],
  ])('%s', (text, date) => expect(updated(text)).toBe(date))
  test.each([
    'Onderzoek van 12 maart 2026',
    'Het besluit geldt sinds 23 september 2020',
    'Laatst bijgewerkt op 31-02-2026',
    'Laatst bijgewerkt op 1 januari 2027',
  ])('none: %s', (text) => expect(updated(text)).toBeNull())
})

describe('a letter that is no status', () => {
  const said = (text: string) => judge(statement({ text, links: [link(ENTRY)] })).seen['status']
  test.each([
    'WCAG. Volg de status e-formulieren in uw account.',
    'WCAG. Volg de status E-formulieren in uw account.',
    'WCAG. De status van de aanvraag is e-mail.',
    'WCAG. Uw status d-day, status a-merk.',
    'WCAG. STATUS E-MAIL',
  ])('%s', (text) => expect(said(text)).toBeNull())
  test.each([
    ['WCAG. Status: E - geen verklaring', 'E'],
    ['WCAG. Status B-voldoet gedeeltelijk', 'B'],
    ['Toegankelijkheidsverklaring. De status van deze website is: C', 'C'],
    ['Toegankelijkheidsverklaring. De status van deze website is B-status', null],
  ])('but this is one: %s', (text, letter) => expect(said(text)).toBe(letter))
  test('makes no statement of a page either', () => {
    const text = 'WCAG en digitale toegankelijkheid. Volg de status e-formulieren in uw account.'
    expect(judge(statement({ text }))).toMatchObject({ reason: 'unread', verdict: 'unknown' })
    expect(judge(statement({ text: 'WCAG en digitale toegankelijkheid. Status: B' })).reason).toBe('no-register')
  })
  test('words of a site before a letter leave what it says of itself', () => {
    const text = 'Deze site voldoet gedeeltelijk aan WCAG. Volg de status e-formulieren in uw account.'
    expect(judge(statement({ text, links: [link(ENTRY)] }))).toMatchObject({
      reason: 'declared',
      seen: { status: 'B' },
    })
  })
  test('that there is none is said by the register alone', () => {
    const text = 'Toegankelijkheidsverklaring. Status: E - geen verklaring'
    expect(judge(statement({ text, links: [link(ENTRY)] }))).toMatchObject({ reason: 'unread', verdict: 'unknown' })
    const label = [link(ENTRY, 'Toegankelijkheidslabel: E')]
    expect(judge(statements(), label)).toMatchObject({ reason: 'unread', verdict: 'unknown' })
    expect(judge(statements(), [link(ENTRY, 'Toegankelijkheidslabel e')]).reason).toBe('found')
  })
})

test('the words of a link are taken away where they stand by themselves, not out of a heading', () => {
  const text = 'Toegankelijkheidsverklaring\nDeze website voldoet gedeeltelijk aan WCAG.\nContact Toegankelijkheid'
  const links = [link('https://www.voorbeeld.nl/toegankelijkheid', 'Toegankelijkheid')]
  expect(judge(statement({ text, links }))).toMatchObject({ reason: 'no-register', seen: { status: 'B' } })
  const heading = 'Toegankelijkheid van deze site\nDeze site voldoet gedeeltelijk.\nToegankelijkheid'
  expect(judge(statement({ text: heading, links })).reason).toBe('no-register')
})
