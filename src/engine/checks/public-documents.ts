/**
 * Whether a public body leads its visitors to decisions and documents it made public (Woo art. 3.3; announcements:
 * Bekendmakingswet). Also seen: a sitemap of its own for the national Woo index, which robots.txt names (standard
 * DiWoo).
 * Trips on: a landing page and other pages, seen whole, without any link that says or may lead to documents. Near
 * misses: "Woo-verzoek indienen" (asking is not publishing), "Bestuur" or "Documenten" (may lead there: unknown).
 */
import { hostOf } from '../../lib/domain.ts'
import { clip } from '../../lib/headers.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { linksTo, type Destination } from '../reading/destinations.ts'
import { isLandingSeen, saidBy } from '../reading/said.ts'

const DOCUMENTS: Destination = {
  hosts: [
    'open.overheid.nl',
    'officielebekendmakingen.nl',
    'bekendmakingen.overheid.nl',
    'overuwbuurt.overheid.nl',
    'lokaleregelgeving.overheid.nl',
    'wetten.overheid.nl',
    'notubiz.nl',
    'ibabs.eu',
    'ibabs.org',
    'raadsinformatie.nl',
    'bestuurlijkeinformatie.nl',
  ],
  words: new RegExp(
    [
      String.raw`\bbekendmaking(?:en)?\b`,
      String.raw`\bwoo\b|\bwet open overheid\b|\bopen overheid\b`,
      String.raw`\b(?:actief )?openba(?:ar|re) (?:documenten|stukken|besluiten|informatie|gemaakt)`,
      String.raw`\b(?:raads|bestuurs|college|commissie)(?:informatie|stukken|besluiten|vergaderingen)\b`,
      String.raw`\bbesluiten(?:lijst)?\b|\bbesluitenlijst(?:en)?\b`,
      String.raw`\bverordeningen\b|\bregelgeving\b|\bbeleidsstukken\b|\bvergunningen\b`,
      String.raw`\bpublic(?:ly)? (?:documents|notices|decisions)\b|\bofficial announcements\b`,
    ].join('|'),
    'i',
  ),
  // Who asks for a document did not find it.
  not: /verzoek|aanvra|indienen|wobben|google|youtube/i,
}
/** A menu of which one of the pages behind it may well lead there. */
const MAYBE: Destination = {
  hosts: ['parlaeus.nl', 'gemeenteoplossingen.nl', 'qualigraf.nl', 'companywebcast.com'],
  words: new RegExp(
    'bestuur|\\b(?:gemeente|staten|provincie)?raad\\b|\\braads(?!el)|\\bstaten\\b|\\bcollege\\b|\\bdocumenten\\b|' +
      '\\bpublicaties\\b|\\borganisatie|\\bwoo\\b|\\bjaarstukken|\\bbegroting|\\bpolitiek|burgemeester|wethouder|' +
      'besluit|vergadering|\\bdemocratie|\\bopenbaar|(?:^\\W*|/)over\\b',
    'i',
  ),
  not: /\bover (?:deze|onze) (?:web)?site|cookie/i,
}
/** Hosts of a site's own on which such things often stand: `raad.stad.nl`. */
const OWN_HOST = /^(?:(?:gemeente)?raad|ris|politiek|bestuur|open|woo|bekendmakingen|besluiten|vergaderingen)\./i
const LINKS = 500
const DIWOO = /^\s*sitemap\s*:\s*(\S{1,300}diwoo\S{0,200})/im

export const publicDocuments = defineCheck({
  id: 'public-documents',
  needs: { statements: true, session: ['before-consent'], http: true },
  reasons: {
    found: shown('met'),
    index: shown('met'),
    maybe: 'unknown',
    thin: 'unknown',
    missing: whole('unmet', 'content', 'statements'),
  },
  judge({ session, statements, http }, { subject }) {
    const pages = saidBy(session, statements)
    const details = linksTo(DOCUMENTS, pages, subject.address)
    if (details.length > 0) return { reason: 'found', seen: { details } }
    const robots = http.robotsTxt.seen && http.robotsTxt.value.status < 300 ? http.robotsTxt.value.text : ''
    const index = DIWOO.exec(robots)?.[1]
    if (index) return { reason: 'index', seen: { details: [clip(index)] } }
    const hosts = pages.flatMap(({ links }) =>
      links.slice(0, LINKS).filter(({ href }) => OWN_HOST.test(hostOf(href) ?? '') && !DOCUMENTS.not!.test(href)),
    )
    const maybe = [...linksTo(MAYBE, pages, subject.address), ...hosts.map(({ href }) => clip(href))].slice(0, 10)
    if (maybe.length > 0) return { reason: 'maybe', seen: { details: maybe } }
    if (!isLandingSeen(session)) return { reason: 'thin' }
    return { reason: 'missing', seen: { pages: pages.length, details: pages.slice(0, 20).map(({ url }) => clip(url)) } }
  },
})
