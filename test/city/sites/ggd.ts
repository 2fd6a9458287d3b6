/**
 * Health service of the region: a public body full of what looks like a fault and is none. A table that is wider than
 * the page can be rolled by keyboard; a choice has its question; a link is called longer than it is written; its page
 * in English is whole; its cookie statement names who counts its visitors; its certificate holds; its code and its
 * interface are described, the one in a file by the other name, the other at the address that the rules for it give;
 * what it made public is told by a list for programs alone; and what its authority says of its certificate is sent
 * along.
 */
import { answer, html, json, office, text } from '../answers.ts'
import { FORGE } from '../forge.ts'
import { raadhuis } from '../layouts.ts'
import { at, carefulDomain, frame, headers } from '../presets.ts'
import { site } from '../site.ts'
import { accessibility, form, fullPrivacy, securityTxt } from '../texts.ts'
import { tag } from '../thirdparties.ts'
import { follows, goodMail, goodPublicBody } from '../truth.ts'

const name = 'GGD Sluisstreek'
const host = 'www.ggdsluisstreek.test'

const DAYS = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag']
const open = '<td>van 9.00 tot 12.00 uur, en van 13.00 tot 16.00 uur</td>'
const hours = `<div class="rol" tabindex="0" role="region" aria-label="Spreekuren"><table>
<tr><th scope="col">Plaats</th>${DAYS.map((day) => `<th scope="col">${day}</th>`).join('')}</tr>
<tr><th scope="row">Sluiswijk</th>${open.repeat(DAYS.length)}</tr>
<tr><th scope="row">Rietveen</th>${open.repeat(DAYS.length)}</tr></table></div>`

const subjects = `<fieldset><legend>Waarover gaat uw vraag?</legend>
<label><input type="radio" name="over" value="reis"> Een reis</label>
<label><input type="radio" name="over" value="rekening"> Een rekening</label></fieldset>`

export const ggd = site({
  slug: 'ggd',
  host,
  layout: raadhuis,
  headers: headers.decent,
  certificate: 'stapled',
  organisation: { name, kind: 'gemeenschappelijke regeling', size: 'midden', street: 'Kadeplein', publicBody: true },
  domain: carefulDomain('ggdsluisstreek.test'),
  home: at('polderhost', 3),
  frame: frame(name, 'Gezond leven in vier gemeenten', {
    colours: { main: '#1f4e5f', ink: '#1a1a1a', paper: '#ffffff', link: '#1b4a6b' },
    head: '<style>.rol { overflow-x: auto } .rol table { white-space: nowrap }</style>\n',
    end: tag.polder,
    foot:
      '<ul><li><a href="/privacy/">Privacyverklaring</a></li><li><a href="/cookies/">Cookies</a></li><li>' +
      `<a href="/toegankelijkheid/">Toegankelijkheidsverklaring</a></li><li><a href="${FORGE}/ggd/prikplanner">Onze ` +
      'broncode</a></li><li><a href="/spreekuren/api/">API voor spreekuren</a></li></ul>',
  }),
  pages: {
    '/': {
      title: name,
      main: `<h1>Waarvoor komt u?</h1><p>Bij ons kunt u terecht voor prikken, voor een reis en met vragen over de groei
van uw kind. Een afspraak maakt u per telefoon. <a href="/en/" lang="en" hreflang="en">English</a></p>${hours}
<img src="/beeld/huis.svg" alt="Ons gebouw aan het Kadeplein">
<p><a href="/nieuws/" aria-label="Lees meer nieuws van ons">Lees meer</a></p>`,
    },
    '/nieuws/': {
      title: `Nieuws - ${name}`,
      main: `<h1>Nieuws</h1><h2>Griepprik voor iedereen boven de zestig</h2><p>9 november 2026. De oproep valt deze week
bij u in de bus.</p>`,
    },
    '/contact/': {
      title: `Contact - ${name}`,
      main: `<h1>Contact</h1><p>Bel 071 555 66 00. Bezoek: Kadeplein 2, 2396 CK Sluiswijk.</p><p>Ons certificaat van NEN
7510 is geldig tot 1 juni 2029.</p>${form('/contact/', subjects)}`,
    },
    '/spreekuren/api/': {
      title: `API voor spreekuren - ${name}`,
      main: '<h1>API voor spreekuren</h1><p>Programma’s van huisartsen vragen hier wanneer wij open zijn.</p>',
    },
    '/cookies/': {
      title: `Cookies - ${name}`,
      main: `<h1>Cookies</h1><p>Op deze site staan geen cookies van anderen. Polderstatistiek telt hoe vaak een pagina
wordt bekeken, en onthoudt daarbij niet wie u bent.</p>`,
    },
    '/privacy/': fullPrivacy({
      name,
      street: 'Kadeplein 2',
      mail: 'privacy@ggdsluisstreek.test',
      officer: 'fg@ggdsluisstreek.test',
      receivers: 'Wij delen gegevens met uw huisarts, als u dat goed vindt.',
    }),
    '/toegankelijkheid/': accessibility(name, host),
  },
  files: {
    '/.well-known/security.txt': securityTxt(host, 220),
    '/robots.txt': text(`User-agent: *\nDisallow: /intern/\nSitemap: https://${host}/diwoo-sitemap.xml\n`),
    // As the national index of the Woo reads it, with a decision that no page leads to.
    '/diwoo-sitemap.xml': answer(
      'application/xml',
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" ' +
        'xmlns:diwoo="https://standaarden.overheid.nl/diwoo/metadata/"><url>' +
        `<loc>https://${host}/openbaar/besluit-2026-14.odt</loc></url></urlset>`,
    ),
    '/openbaar/besluit-2026-14.odt': office('odt'),
    '/spreekuren/api/openapi.json': json({
      openapi: '3.1.0',
      info: { title: 'Spreekuren', version: '2.0.0' },
      paths: { '/spreekuren': { get: { responses: { 200: { description: 'Wanneer wij open zijn' } } } } },
    }),
    '/en/': html(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Health service of the region</title></head><body><main><h1>How can we help you?</h1><p>You can come to us for
vaccinations, before a journey, and with questions about how your child grows. Make an appointment by telephone, and
bring your vaccination book with you.</p><p><a href="/contact/">Contact us</a> or read our
<a href="/privacy/">privacy statement</a>, which is in Dutch.</p>
<p><a href="/" lang="nl" hreflang="nl">Nederlands</a></p></main></body></html>`,
      headers.decent,
    ),
  },
  truth: {
    website: goodPublicBody(follows.decentHeaders, {
      'subresource-integrity': 'not-applicable',
      'accessibility-statement': 'met',
      // A link in a sentence, with a line under it.
      'axe-1.4.1': 'met',
      'axe-2.1.1': 'met',
      'axe-2.5.3': 'met',
      'axe-3.1.2': 'met',
      'use-groups': 'met',
      'less-in-language': 'met',
      'statement-other-language': 'met',
      'public-documents': 'met',
      'page-dates': 'met',
      'source-code': 'met',
      'source-described': 'met',
      'open-interface': 'met',
      'interface-described': 'met',
      'parties-named': 'met',
      'certificate-told': 'met',
      'ocsp-stapling': 'met',
    }),
    mail: { 'ggdsluisstreek.test': goodMail() },
  },
})
