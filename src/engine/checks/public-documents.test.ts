/** Whether a public body leads to what it made public, and when a site may say nothing of it. */
import { expect, test } from 'vitest'
import { HOST, http, judgeWith, LOADING, session, sighting, statements, textFile } from '../../../test/evidence.ts'
import type { Session } from '../../model/evidence.ts'
import { publicDocuments } from './public-documents.ts'

const long = 'Wij zorgen voor droge voeten en schoon water. '.repeat(10)
const judged = (links: Session['links'], over: Partial<Session> = {}, web = http()) =>
  judgeWith(publicDocuments, {
    session: [sighting(session({ text: long, textLength: long.length, links, ...over }))],
    statements: statements(),
    http: web,
  })
const link = (text: string, href = '/x') => [{ text, href: new URL(href, `https://${HOST}/`).href }]

test.each([
  ['Bekendmakingen'],
  ['Woo'],
  ['Wet open overheid'],
  ['Actief openbare documenten'],
  ['Openbare besluiten'],
  ['Raadsinformatie'],
  ['Besluitenlijst'],
  ['Regelgeving'],
  ['Lees meer', 'https://open.overheid.nl/'],
  ['Lees meer', 'https://www.officielebekendmakingen.nl/'],
  ['Vergaderingen', 'https://stad.bestuurlijkeinformatie.nl/'],
])('"%s" leads there', (text, href = '/x') => {
  expect(judged(link(text, href))).toMatchObject({ reason: 'found', verdict: 'met' })
})
test.each([
  ['Bestuur'],
  ['Gemeenteraad'],
  ['Documenten'],
  ['Over ons'],
  ['Woo-verzoek indienen'],
  ['Organisatie'],
  ['Begroting'],
  ['Gemeentebestuur'],
  ['Politiek'],
  ['Over de gemeente'],
  ['Burgemeester en wethouders'],
  ['Openbare besluitvorming'],
  ['Over Waterstad'],
  ['Raadsvergadering bekijken', 'https://raad.waterstad.nl/'],
  ['Bekijk live', 'https://raad.waterstad.nl/'],
  ['Kalender', 'https://waterstad.parlaeus.nl/'],
])('"%s" may lead there: unknown', (text, href = '/x') => {
  expect(judged(link(text, href))).toMatchObject({ reason: 'maybe', verdict: 'unknown' })
})
test.each([
  ['Contact'],
  ['Nieuws'],
  ['Vergunning aanvragen'],
  ['Woonruimte'],
  ['Afval'],
  ['Over deze website'],
  ['Cookies', '/over-cookies'],
  ['Raadsel van de week', 'https://spel.voorbeeld.nl/'],
  ['Google', 'https://policies.google.com/bekendmaking'],
])('with only "%s" nothing leads there', (text, href = '/x') => {
  expect(judged(link(text, href))).toMatchObject({ reason: 'missing', verdict: 'unmet' })
})
test('a sitemap for the national index is seen in robots.txt', () => {
  const robots = (text: string) => judged([], {}, http({ robotsTxt: textFile({ text }) })).reason
  expect(robots(`User-agent: *\nSitemap: https://${HOST}/sitemapindex-diwoo-infocat002.xml\n`)).toBe('index')
  expect(robots(`Sitemap: https://${HOST}/sitemap.xml\n# diwoo volgt\n`)).toBe('missing')
})
test('pages seen half, or a landing page of a few words, say nothing', () => {
  expect(judged([], { lacks: LOADING }).verdict).toBe('unknown')
  expect(judged([], { text: 'Welkom', textLength: 6 })).toMatchObject({ reason: 'thin', verdict: 'unknown' })
})
