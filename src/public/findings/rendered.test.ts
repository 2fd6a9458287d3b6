/**
 * What pages make of each reason of each check, filled with what was seen: nothing, one, many and what is odd. Held to
 * the rules that the templates are held to (said.test.ts), in both languages.
 */
import { expect, test } from 'vitest'
import { bare, CODE, LEFT, sentences, speaksTrade, words, type Text } from '../../../test/plain-dutch.ts'
import { readCatalogue } from '../../catalogue/norms.ts'
import type { Seen } from '../../model/finding.ts'
import type { Criterion } from '../../model/norm.ts'
import type { Lang } from '../../web/language.ts'
import { messages } from '../../web/messages.ts'
import { seenSays } from './messages-seen.ts'
import { sentence } from './sentences.ts'

const measured = readCatalogue('norms')
  .norms.flatMap(({ criteria }) => criteria)
  .filter(({ means }) => means.by === 'check')

/** What checks see by name: as one, as many, and as seldom as it comes. */
const SAMPLES: Readonly<Record<string, readonly [one: string, many: string, odd: string]>> = {
  accept: ['Accepteren', 'Alle cookies toestaan', 'OK'],
  added: ['sn.test', 'sn.test, _fbp (+2)', '_x'],
  alias: ['cdn.voorbeeld.test', 'cdn.voorbeeld.test, b.test', 'xn--bcher-kva.test'],
  alike: ['sn_dat', 'sn_dat, sn_id (+2)', '_x'],
  bad: ['nl_NL', 'nl_NL, engels', '??'],
  better: ['TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', 'TLS_AES_128_GCM_SHA256', '0x00ff'],
  boxes: ['Marketing', 'Marketing, Statistiek (+2)', 'X'],
  companies: ['Wolkdienst Inc.', 'Wolkdienst Inc., Kaartreus LLC (+3)', 'Sociaal Net B.V.'],
  company: ['Wolkdienst Inc.', 'Wolkdienst Inc., Kaartreus LLC', 'Sociaal Net B.V.'],
  countries: ['US', 'GB, US (+1)', 'CH'],
  country: ['US', 'GB, US', 'XK'],
  domains: ['voorbeeld.test', 'a.test, b.test, c.test (+12)', 'xn--bcher-kva.test'],
  expires: ['2027-02-05', '2026-10-18T11:37:09Z', '2026-10-18T11:37:09.000+02:00'],
  fields: ['bsn', 'bsn, naam (+2)', 'e-mail'],
  from: ['2027-02-05', '2026-10-18T11:37:09Z', '2027-02-05T00:00:00.000Z'],
  host: ['www.voorbeeld.test', 'www.voorbeeld.test', 'xn--bcher-kva.test'],
  hosts: ['a.test (Statistiek Groot)', 'a.test (Statistiek Groot), b.test (+4)', '[2001:db8::1]'],
  issuer: ['C=US, O=Let’s Encrypt, CN=R11', 'CN=Proefuitgever', 'C=NL, O=Uitgever B.V., CN=X'],
  issuers: ['letsencrypt.org', 'letsencrypt.org, sectigo.com', ';'],
  key: ['RSA 1024', 'RSA 1024, sha1WithRSAEncryption', '?'],
  lang: ['en', 'fr', 'xx'],
  language: ['nl', 'nl, en-GB', 'i-klingon'],
  libraries: ['jquery 3.4.1', 'jquery 3.4.1, bootstrap 3.3.7 (+2)', '@angular/core 8.0.0'],
  missing: [
    'waar iemand kan klagen',
    'welke rechten bezoekers hebben, waar iemand kan klagen',
    'hoe iemand contact opneemt',
  ],
  missingEn: ['where you can complain', 'which rights you have, where you can complain', 'on which ground'],
  money: ['Weigeren en abonneren voor € 4', 'Abonneren, Betalen', '€ 3'],
  names: ['sn_dat', 'sn_dat, sn_id (videoreus.test) (+2)', 'a.b-c'],
  offered: ['TLS 1.3', 'TLS 1.2, TLS 1.3', 'TLS 1.0'],
  old: ['TLS 1.0', 'TLS 1.0, TLS 1.1', 'TLS 1.1'],
  others: ['ad_id', 'ad_id, ad_x (+3)', '_'],
  page: ['https://www.voorbeeld.test/contact', 'https://www.voorbeeld.test/nl/nieuws/', 'https://xn--bcher-kva.test/'],
  parent: ['Wolkdienst Inc.', 'Grootdata Inc., Wolkdienst Inc.', 'Sociaal Net B.V.'],
  parents: ['Wolkdienst Inc.', 'Grootdata Inc., Wolkdienst Inc. (+2)', 'Sociaal Net B.V.'],
  ruleset: ['ncsc-2025-05', 'ncsc-2.1.1', 'eigen'],
  said: ['Wij gebruiken geen cookies.', 'Volg ons op Facebook voor het laatste nieuws.', 'Wij wijzigen dit zelf.'],
  software: ['WordPress', 'Wix', 'GoDaddy Website Builder'],
  status: ['B', 'E', 'D'],
  title: ['Home', 'Bakkerij De Gracht', '-'],
  unlisted: ['sleutel', 'sleutel, id (+2)', '_'],
  until: ['2027-02-05', '2026-10-18T11:37:09Z', '2027-02-05T00:00:00.000Z'],
  updated: ['2025-02-05', '2025-10-18', '2024-02-29'],
  what: ['server: Apache/2.4.29 (Ubuntu)', 'x-powered-by: PHP/7.4', 'generator: WordPress 6'],
  why: ['timeout', 'tls-failed', 'ECONNRESET'],
  other: ['Liever rauwkost', 'Top, Prima zo (+1)', '?'],
  parties: ['Polderstatistiek', 'Polderstatistiek, Kaartreus (+2)', 'X'],
  pressed: ['Weigeren', 'Instellingen, Opslaan', 'Nee'],
  reject: ['Weigeren', 'Instellingen, Opslaan', 'Nee'],
  which: ['TLS 1.0', 'TLS_RSA_WITH_RC4_128_MD5, SSL 3.0 (+4)', 'mx1.post.test: DH-1024'],
  worse: ['TLS_RSA_WITH_RC4_128_SHA', 'TLS_RSA_WITH_AES_128_CBC_SHA256', '0x00ff'],
}

/** Every place of these sentences, filled in one way. */
function seenAs(named: readonly string[], number: number, which: 0 | 1 | 2): Seen {
  return Object.fromEntries(named.map((name) => [name, SAMPLES[name]?.[which] ?? number]))
}
const places = ({ nl, en }: { nl: string; en: string }): string[] => [
  ...new Set([...`${nl} ${en}`.matchAll(/\{(\w+)/g)].map(([, name]) => name!)),
]
const NONE_HERE = Object.keys(messages.nl.unseen)
const HALF = Object.keys(seenSays('nl').halfSeen)

function told(lang: Lang, ways: (criterion: Criterion, named: readonly string[]) => readonly Seen[]): Text[] {
  return measured.flatMap((criterion) =>
    Object.entries(criterion.reasons).flatMap(([reason, template]) =>
      ways(criterion, places(template)).map((seen): Text => [
        `${criterion.id} ${reason} ${lang}`,
        sentence(lang, criterion, reason, seen),
      ]),
    ),
  )
}
/** What the evidence of a check holds: all of it, in each amount. */
const whole = (lang: Lang) =>
  told(lang, (_, named) => [
    seenAs(named, 1, 0),
    seenAs(named, 2, 1),
    seenAs(named, 0, 2),
    seenAs(named, 12_345, 1),
    ...(named.includes('why') ? NONE_HERE.map((why) => ({ ...seenAs(named, 2, 1), why })) : []),
  ])
/** What evidence of before, or a mistake in it, leaves: nothing, null, and what is of another kind. */
const broken = (lang: Lang) =>
  told(lang, (_, named) => [
    {},
    Object.fromEntries(named.map((name) => [name, null])),
    Object.fromEntries(named.map((name) => [name, []])),
    Object.fromEntries(named.map((name) => [name, { a: 1 }])),
    Object.fromEntries(named.map((name) => [name, ''])),
  ])
const judged = (lang: Lang): Text[] =>
  [...NONE_HERE.map((why) => `unseen.${why}`), ...HALF.map((why) => `half-seen.${why}`), 'not-public-body'].map(
    (reason): Text => [`${reason} ${lang}`, sentence(lang, measured[0], reason, {})],
  )

const breaks = (texts: readonly Text[], rule: (text: string) => boolean): string[] =>
  texts.filter(([, text]) => rule(text)).map(([where, text]) => `${where}: ${text}`)

/** Signs of a template that was filled badly. */
const BADLY =
  /undefined|null|NaN|\[object| {2}|(?<!\.)\.\.(?!\.)|\(\s*\)|“\s*”|\s[,.:;?](?:\s|$)|[,:]\.|,\s*,|[{}|]|^\s|\s$/

test.each(['nl', 'en'] as const)('what is rendered in %s is whole: no code, no date of a machine, no gap', (lang) => {
  const all = [...whole(lang), ...judged(lang)]
  expect(breaks(all, (text) => BADLY.test(text) || text.includes('…'))).toEqual([])
  expect(breaks(all, (text) => CODE.test(bare(text)))).toEqual([])
  // One is not many.
  const plural =
    lang === 'nl'
      ? /\b1 (?:dagen|maanden|pagina’s|bestanden|onderdelen|plekken|documenten|partijen)\b/
      : /\b1 (?:days|months|pages|files|parts|places|documents|parties)\b/
  expect(breaks(all, (text) => plural.test(text))).toEqual([])
  for (const each of ['a  b', 'Einde..', 'leeg ()', 'bij undefined', 'Dit: .', 'Dit , dat']) expect(each).toMatch(BADLY)
  for (const each of ['Eind. Nieuw', '(+2)', 'a: b.', 'Mag dat? Ja.']) expect(each).not.toMatch(BADLY)
})

test.each(['nl', 'en'] as const)('what evidence lacks leaves no hole in %s but an ellipsis', (lang) => {
  expect(breaks(broken(lang), (text) => BADLY.test(text))).toEqual([])
})

/** A list of names after a colon, or between brackets, is as long as it is. */
const withoutList = (text: string): string =>
  text.replaceAll(/\([^)]*\)/g, '').replaceAll(/: .*?(?=[.?!](?:\s|$))/g, '')

test('what is rendered has sentences of at most twenty words, begins plainly and gives a thing its one name', () => {
  const all = [...whole('nl'), ...judged('nl')]
  expect(breaks(all, (text) => sentences(withoutList(text)).some((each) => words(each) > 20))).toEqual([])
  expect(breaks(all, (text) => speaksTrade(withoutList(text)))).toEqual([])
  for (const [left, now] of LEFT) expect([now, breaks(all, (text) => left.test(bare(text)))]).toEqual([now, []])
})
test('every place of a sentence is tried as what it is', () => {
  const named = measured.flatMap(({ reasons }) => Object.values(reasons).flatMap(places))
  const counted = measured.flatMap(({ reasons }) =>
    Object.values(reasons).flatMap(({ nl }) => [...nl.matchAll(/\{(\w+)[:?]/g)].map(([, name]) => name!)),
  )
  const untried = named.filter((name) => !Object.hasOwn(SAMPLES, name) && !counted.includes(name))
  // These are numbers, told without a word that counts them.
  expect([...new Set(untried)].toSorted()).toEqual(['bits', 'found', 'percent'])
})
