/**
 * Two more public bodies: the water board, in order, and the service centre that runs the machines of the town hall.
 */
import { json } from '../answers.ts'
import { FORGE } from '../forge.ts'
import { raadhuis } from '../layouts.ts'
import { pdf } from '../pdf.ts'
import { at, carefulDomain, frame, headers } from '../presets.ts'
import { site } from '../site.ts'
import { accessibility, form, fullPrivacy, search, securityTxt } from '../texts.ts'
import { tag } from '../thirdparties.ts'
import { follows, goodMail, goodPublicBody, oldDocuments } from '../truth.ts'

const waterHost = 'www.waterschapsluisland.test'

/**
 * Water board: everything in order, on machines of a Dutch provider. Near misses of what a public body may lead to:
 * who governs, a form to pay by ("machtiging"), a request for documents. And of what it may tell of its security: a
 * vacancy, an accident on the water, a number that is not sold, a standard that it works towards, a breach that it
 * reports itself. Its policy stops the map of another, and lets in the picture by which a company that its statement
 * names counts visits. It leads to code of another, which has no description, and to a page about programs that has
 * none either.
 */
export const waterschap = site({
  slug: 'waterschap',
  host: waterHost,
  layout: raadhuis,
  headers: headers.excellent.map(([key, value]) => [
    key,
    value.replace("img-src 'self'", "img-src 'self' https://polderstatistiek.test"),
  ]),
  organisation: {
    name: 'Waterschap Sluisland',
    kind: 'waterschap',
    size: 'groot',
    street: 'Dijkweg',
    publicBody: true,
  },
  domain: carefulDomain('waterschapsluisland.test'),
  home: at('polderhost', 5),
  frame: frame('Waterschap Sluisland', 'Droge voeten, schoon water', {
    end: tag.polderPicture,
    colours: { main: '#004b5a', ink: '#1a1a1a', paper: '#ffffff', link: '#00566b' },
    menu: [
      ['/', 'Home'],
      ['/waterstand/', 'Waterstand'],
      ['/nieuws/', 'Nieuws'],
      ['/zoeken', 'Zoeken'],
      ['/contact/', 'Contact'],
    ],
    foot:
      '<p>Dijkweg 100, 2398 ZZ Sluiswijk. Bel 071 555 99 99, dag en nacht bij hoog water.</p><ul><li><a ' +
      'href="/privacy/">Privacyverklaring</a></li><li><a ' +
      'href="/toegankelijkheidsverklaring/">Toegankelijkheidsverklaring</a></li><li><a ' +
      'href="/bestuur/">Bestuur</a></li><li><a href="/incasso/">Machtiging automatische incasso</a></li></ul>',
  }),
  pages: {
    '/': {
      title: 'Waterschap Sluisland',
      main: `<h1>Het water staat goed</h1><p>Peil in de Vliet: 62 centimeter onder NAP. Dat is precies zoals wij het
willen. Bij veel regen zetten wij alle gemalen aan en leest u hier elk uur hoe het gaat.</p><p>Ziet u een dode vis,
een lek of een gezakte dijk? Bel ons, ook in de nacht.</p><img src="/beeld/brug.svg" alt="Gemaal bij de Vlietbrug">`,
    },
    '/bestuur/': {
      title: 'Bestuur - Waterschap Sluisland',
      main: '<h1>Bestuur</h1><p>De dijkgraaf en dertig gekozen leden besturen het waterschap.</p>',
    },
    '/incasso/': {
      title: 'Automatische incasso - Waterschap Sluisland',
      main: '<h1>Machtiging automatische incasso</h1><p>Met een handtekening betaalt u de belasting in tien delen.</p>',
    },
    '/waterstand/': {
      title: 'Waterstand - Waterschap Sluisland',
      main: `<h1>Waterstand</h1><table><caption>Vandaag</caption><tr><th scope="col">Plaats</th>
<th scope="col">Peil</th></tr><tr><th scope="row">Vliet</th><td>62 cm onder NAP</td></tr></table>`,
    },
    '/nieuws/': {
      title: 'Nieuws - Waterschap Sluisland',
      main: `<h1>Nieuws</h1><h2>Dijk bij Rietveld klaar</h2><p>3 november 2026. De dijk is twintig centimeter hoger.</p>
<ul><li>
<a href="/stukken/dijkplan.pdf">Dijkplan (PDF)</a></li></ul>`,
    },
    '/zoeken': search('Waterschap Sluisland', '<p>Een pagina gevonden: Waterstand.</p>'),
    '/contact/': {
      title: 'Contact - Waterschap Sluisland',
      // When somebody is there, search engines alone hear.
      head: `<script type="application/ld+json">{"@context":"https://schema.org","@type":"GovernmentOffice",
"openingHours":["Mo-Fr 08:30-17:00"]}</script>`,
      main: `<h1>Contact</h1><p>Bel 071 555 99 99 of mail post@waterschapsluisland.test.</p><p>Zag u een incident op
het water? Meld het aan de sluiswachter. Wij verkopen uw rekeningnummer nooit. Wij werken toe naar een certificaat van
ISO 27001. Doe geen pentest zonder dat wij het weten. Vacature: CISO. Wij
melden een datalek binnen 72 uur.</p><p><a href="/waterstand/">Slibverwerking</a>, <a href="/bestuur/">training DPIA
uitvoeren</a></p>
<p>Wij werken met de <a href="${FORGE}/zaakhuis/zaakhuis">broncode van Zaakhuis</a>. <a href="/waterstand/">Voor
ontwikkelaars</a></p>
<p><img src="https://kaartreus.test/maps/kaart.png" alt="Kaart van de dijk"></p>
<p><a href="/contact/">Storing aan een gemaal melden</a></p>${form('/contact/')}`,
    },
    '/privacy/': fullPrivacy({
      name: 'Waterschap Sluisland',
      street: 'Dijkweg 100',
      mail: 'privacy@waterschapsluisland.test',
      officer: 'fg@waterschapsluisland.test',
      receivers:
        'Wij delen gegevens met de gemeenten in ons gebied voor de belasting. Polderstatistiek BV telt onze bezoekers.',
    }),
    '/toegankelijkheidsverklaring/': accessibility('Waterschap Sluisland', waterHost),
  },
  files: {
    '/.well-known/security.txt': securityTxt(waterHost, 180),
    '/stukken/dijkplan.pdf': pdf({ tagged: false, lang: null, title: null, made: '2016-05-09' }),
  },
  truth: {
    website: goodPublicBody({
      'help-nearby': 'met',
      'accessibility-statement': 'met',
      'open-document-formats': 'met',
      // So much stands on its pages that sentences can be counted, and they are short.
      'sentence-length': 'met',
      // Of before the law: it says nothing, and nothing is said of it.
      ...oldDocuments,
      'page-dates': 'met',
      'source-code': 'met',
      'open-interface': 'met',
      'parties-named': 'met',
    }),
    mail: { 'waterschapsluisland.test': goodMail() },
  },
})

const servicePrivacy = fullPrivacy({
  name: 'Servicecentrum Sluisstreek',
  street: 'Stadhuisplein 4',
  mail: 'privacy@servicecentrum-sluisstreek.test',
  officer: null,
  receivers: 'Wij verwerken gegevens in opdracht van vier gemeenten.',
})

/**
 * Service centre: runs the town hall's machines well, but has no accessibility statement itself, and its security.txt
 * has ended. What it tells of security is of its supplier, and it asks no reports of mail in its name. Who
 * counts its visitors is not in its statement. It leads to no document, dates no news, names no officer and can be
 * reached by its form alone. Of its own code the description is not whole, and that of its interface is of the old
 * form.
 */
export const servicecentrum = site({
  slug: 'servicecentrum',
  host: 'www.servicecentrum-sluisstreek.test',
  layout: raadhuis,
  headers: headers.decent,
  organisation: {
    name: 'Servicecentrum Sluisstreek',
    kind: 'gemeenschappelijke regeling',
    size: 'groot',
    street: 'Stadhuisplein',
    publicBody: true,
  },
  domain: {
    ...carefulDomain('servicecentrum-sluisstreek.test'),
    dmarc: ['v=DMARC1; p=reject'],
    caa: [['issuewild', ';']],
  },
  home: at('servicecentrum', 2),
  frame: frame('Servicecentrum Sluisstreek', 'Wij werken voor vier gemeenten', {
    colours: { main: '#333f48', ink: '#1a1a1a', paper: '#ffffff', link: '#2b4a5e' },
    foot: '<p>Wij werken achter de balie van het stadhuis. KvK 99990002.</p>',
    end: tag.polder,
  }),
  pages: {
    '/': {
      title: 'Servicecentrum Sluisstreek',
      main: `<h1>Achter de balie van vier gemeenten</h1><p>Wij zorgen voor computers, inkoop, loon en belastingen van
Sluiswijk, Rietveen, Vlietmonde en Dorp aan den Dijk. Inwoners merken ons pas als er iets niet werkt, en dat houden
wij graag zo.</p><p>Bent u leverancier? Stuur uw factuur als e-factuur.</p>
<img src="/beeld/huis.svg" alt="Ons kantoor naast het stadhuis">`,
    },
    '/nieuws/': {
      title: 'Nieuws - Servicecentrum Sluisstreek',
      main: `<h1>Nieuws</h1><h2>Nieuwe rekenhal</h2><p>De warmte van onze computers verwarmt nu het zwembad.</p>`,
    },
    '/contact/': {
      title: 'Contact - Servicecentrum Sluisstreek',
      main: `<h1>Contact</h1><p>Stuur ons een bericht. Onze leverancier heeft een certificaat van ISO 27001. Zijn
beveiligingsbeleid staat bij hem. Leveranciers melden een beveiligingsincident binnen een dag. Het rekencentrum laat
elk jaar een pentest doen. Verwerkers melden een datalek meteen. Nooit valse hoop.</p><p><a
href="${FORGE}/sluisstreek/aanslag">Onze broncode</a>, <a href="/contact/api/">API</a></p><p><a
href="https://www.autoriteitpersoonsgegevens.nl/dpia">Wat is een DPIA?</a>, <a
href="https://www.autoriteitpersoonsgegevens.nl/register">Zelf een verwerkingsregister maken</a>, <a
href="/nieuws/">Storing aan straatverlichting</a></p><p>Het bestuur vergadert op dinsdag van 20.00 tot 22.00
uur.</p>${form('/contact/')}`,
    },
    '/contact/api/': {
      title: 'API - Servicecentrum Sluisstreek',
      main: '<h1>API</h1><p>Programma’s van gemeenten vragen hier wat een inwoner betaalt.</p>',
    },
    '/privacy/': {
      ...servicePrivacy,
      main: servicePrivacy.main.replace(', Stadhuisplein 4, 2399 AB Sluiswijk', ''),
    },
  },
  files: {
    '/.well-known/security.txt': securityTxt('www.servicecentrum-sluisstreek.test', -40),
    '/contact/api/openapi.json': json({ swagger: '2.0', info: { title: 'Aanslag', version: '1' }, paths: {} }),
  },
  truth: {
    // CAA without `issue` leaves ordinary certificates open to every authority.
    website: goodPublicBody(follows.decentHeaders, {
      'public-documents': 'unmet',
      'page-dates': 'partly',
      'reach-offline': 'partly',
      'officer-named': 'unmet',
      'parties-named': 'partly',
      'subresource-integrity': 'not-applicable',
      'privacy-statement-parts': 'partly',
      caa: 'partly',
      'security-txt': 'unmet',
      'accessibility-statement': 'unmet',
      'source-code': 'met',
      'source-described': 'partly',
      'open-interface': 'met',
      'interface-described': 'partly',
    }),
    mail: { 'servicecentrum-sluisstreek.test': goodMail() },
  },
})
