/**
 * Town hall: everything as it should be, on the machines of the Servicecentrum. A second domain is only for the
 * archive and has no mail. Its code and its interface are described as their standards have it, and what its authority
 * says of its certificate is sent along.
 */
import { json, office } from '../answers.ts'
import { FORGE } from '../forge.ts'
import { raadhuis } from '../layouts.ts'
import { LETTER, pdf } from '../pdf.ts'
import { at, carefulDomain, frame, headers } from '../presets.ts'
import { site } from '../site.ts'
import { accessibility, form, fullPrivacy, search, searchForm, securityTxt } from '../texts.ts'
import { goodMail, goodPublicBody, soundDocuments } from '../truth.ts'

const name = 'Gemeente Sluiswijk'
const host = 'www.gemeente-sluiswijk.test'

export const gemeente = site({
  slug: 'gemeente',
  host,
  layout: raadhuis,
  headers: headers.excellent,
  organisation: { name, kind: 'gemeente', size: 'groot', street: 'Stadhuisplein', publicBody: true },
  domain: carefulDomain('gemeente-sluiswijk.test'),
  // No mail, and it says so: null MX, nobody may send, everything else is refused.
  otherDomains: [
    {
      ...carefulDomain('archief-sluiswijk.test'),
      mx: 'null-mx',
      spf: ['v=spf1 -all'],
      dmarc: ['v=DMARC1; p=reject'],
      mtaSts: null,
      tlsRpt: null,
      dkim: {},
    },
  ],
  certificate: 'stapled',
  home: at('servicecentrum', 1),
  frame: frame(name, 'Voor wie hier woont, werkt en langskomt', {
    menu: [
      ['/', 'Home'],
      ['/nieuws/', 'Nieuws'],
      ['/zoeken', 'Zoeken'],
      ['/contact/', 'Contact'],
    ],
    foot:
      '<ul><li><a href="/privacy/">Privacyverklaring</a></li><li><a ' +
      'href="/toegankelijkheid/">Toegankelijkheidsverklaring</a></li><li><a ' +
      'href="/documenten/">Documenten</a></li><li><a ' +
      'href="https://www.officielebekendmakingen.nl/">Bekendmakingen</a></li><li><a ' +
      'href="https://algoritmes.overheid.nl/">Algoritmeregister</a></li><li><a ' +
      'href="https://www.sensorenregister.nl/">Sensoren op de kaart</a></li><li><a ' +
      'href="https://data.overheid.nl/">Open data</a></li><li><a ' +
      'href="https://developer.overheid.nl/">API en broncode</a></li><li><a ' +
      `href="${FORGE}/sluiswijk/site">Broncode van deze site</a></li><li><a ` +
      'href="/afval/api/v1/openapi.json">API voor afvaldagen</a></li><li><a ' +
      'href="https://sluiswijk.archiefweb.eu/">Webarchief</a></li><li><a href="/klacht/">Klacht indienen</a></li><li>' +
      '<a href="/verwerkingen/">Verwerkingsregister</a></li><li><a href="/dpia/">DPIA’s</a></li><li>' +
      '<a href="/storingen/">Storingen</a></li></ul>',
  }),
  pages: {
    '/': {
      title: `Home - ${name}`,
      main: `<h1>Waarmee kunnen wij u helpen?</h1>
${searchForm}
<ul class="tegels"><li><h2><a href="/paspoort/">Paspoort en rijbewijs</a></h2><p>Maak een afspraak aan de balie of bel
ons.</p></li>
<li><h2><a href="/afval/">Afval</a></h2><p>Wanneer wij komen, en wat waar in mag.</p></li>
<li><h2><a href="/verhuizen/">Verhuizen</a></h2><p>Geef uw nieuwe adres door, ook op papier.</p></li></ul>
<p>Lukt het niet? Bel ons of <a href="/machtigen/">laat iemand anders het regelen</a>. Met DigiD kunt u naar
<a href="https://mijn.overheid.nl/">MijnOverheid</a>.</p>
<img src="/beeld/brug.svg" alt="De Vlietbrug in het midden van Sluiswijk">`,
    },
    '/paspoort/': {
      title: `Paspoort en rijbewijs - ${name}`,
      main: `<h1>Paspoort en rijbewijs</h1><p>Een paspoort kost 85 euro en is na vijf werkdagen klaar. U hoeft geen
account te hebben: een afspraak maakt u ook per telefoon of aan de balie.</p>`,
    },
    '/afval/': {
      title: `Afval - ${name}`,
      main: `<h1>Afval</h1><p>Wij halen elke week op. Zet uw container voor half acht aan de weg.</p>
<table><caption>Wanneer wij komen</caption><tr><th scope="col">Wijk</th><th scope="col">Rest</th>
<th scope="col">Papier</th></tr><tr><th scope="row">Haven</th><td>maandag</td><td>eerste woensdag</td></tr><tr>
<th scope="row">Kadewijk</th><td>dinsdag</td><td>tweede woensdag</td></tr></table>`,
    },
    '/verhuizen/': {
      title: `Verhuizen - ${name}`,
      main: `<h1>Verhuizen</h1><p>Geef uw verhuizing door binnen vijf dagen. Dat mag met een brief, aan de balie of
via internet.</p>`,
    },
    '/klacht/': {
      title: `Klacht indienen - ${name}`,
      main: `<h1>Klacht indienen</h1><p>Bel of schrijf ons. U krijgt binnen zes weken antwoord. Bent u het er niet mee
eens? Dan kunt u naar de Nationale ombudsman.</p>`,
    },
    '/verwerkingen/': {
      title: `Verwerkingsregister - ${name}`,
      main: '<h1>Verwerkingsregister</h1><p>Paspoorten: om ze te maken, volgens de Paspoortwet.</p>',
    },
    '/dpia/': {
      title: `DPIA’s - ${name}`,
      main: '<h1>DPIA’s</h1><p>Camera’s bij de haven: samenvatting en advies, 12 mei 2026.</p>',
    },
    '/storingen/': {
      title: `Storingen - ${name}`,
      main: '<h1>Storingen</h1><p>Alles werkt. Werkt de site niet, bel dan of kom naar de balie.</p>',
    },
    '/machtigen/': {
      title: `Iemand machtigen - ${name}`,
      main: `<h1>Iemand machtigen</h1><p>Laat een ander uw zaken regelen zonder uw wachtwoord te geven. Dat kan met een
brief, of met DigiD.</p>`,
    },
    '/nieuws/': {
      title: `Nieuws - ${name}`,
      main: `<h1>Nieuws</h1><article><h2><a href="/nieuws/brug/">Brug Vlietkade drie weken dicht</a></h2>
<p>16 november 2026. Vanaf
maandag kunt u omrijden over de Sluisweg.</p></article><article><h2>Avond over het park</h2><p>Kom dinsdag om acht uur
naar het buurthuis.</p></article><article><h2>Begroting vastgesteld</h2><ul><li>
<a href="/documenten/begroting.odt">Begroting (ODT)</a></li><li><a href="/documenten/begroting.pdf">Begroting
(PDF)</a></li></ul></article>`,
    },
    '/nieuws/brug/': {
      title: `Brug Vlietkade drie weken dicht - ${name}`,
      main: `<h1>Brug Vlietkade drie weken dicht</h1><p>De brug krijgt een nieuw dek. Voetgangers kunnen er wel
over.</p>`,
    },
    '/zoeken': search(
      name,
      '<ul><li><a href="/paspoort/">Paspoort en rijbewijs</a></li><li><a href="/afval/">Afval</a></li></ul>',
    ),
    '/contact/': {
      title: `Contact - ${name}`,
      main: `<h1>Contact</h1><p>Bel 071 555 01 00, op werkdagen van 8.30 tot 17.00 uur. Mail:
info@gemeente-sluiswijk.test. Bezoek: Stadhuisplein 1, 2399 AB Sluiswijk.</p><h2>Veilig</h2><p>Onze CISO gaat over
informatiebeveiliging. Merkt u een beveiligingsincident? Meld het op 071 555 01 12, dag en nacht. Een datalek
melden kan daar ook. Elk jaar laten wij
een pentest doen door een ander bedrijf. Via ENSIA leggen wij verantwoording af. Wij vragen u nooit om uw wachtwoord of
pincode.</p><h2>Stel uw vraag</h2>${form('/contact/')}`,
    },
    '/documenten/': {
      title: `Documenten - ${name}`,
      main: `<h1>Documenten</h1><ul><li><a href="/documenten/begroting.odt">Begroting (ODT)</a></li><li>
<a href="/documenten/begroting.pdf">Begroting (PDF)</a></li><li><a href="/documenten/afvalkalender.pdf">Afvalkalender
(PDF)</a></li></ul>`,
    },
    '/privacy/': fullPrivacy({
      name,
      street: 'Stadhuisplein 1',
      mail: 'privacy@gemeente-sluiswijk.test',
      officer: 'fg@gemeente-sluiswijk.test',
      receivers: 'Wij delen gegevens alleen met het Servicecentrum Sluisstreek, dat onze computers beheert.',
    }),
    '/toegankelijkheid/': accessibility(name, host),
  },
  files: {
    '/.well-known/security.txt': securityTxt(host, 300),
    '/documenten/begroting.odt': office('odt'),
    '/afval/api/v1/openapi.json': json({
      openapi: '3.0.3',
      info: { title: 'Afvaldagen', version: '1.0.0' },
      paths: { '/dagen': { get: { responses: { 200: { description: 'De dagen waarop wij komen' } } } } },
    }),
    // A scanned sheet behind the text, which says its language in its parts; and a sheet for the wall.
    '/documenten/begroting.pdf': pdf({ pages: [LETTER, null], lang: null, partLang: 'nl', title: 'Begroting 2027' }),
    '/documenten/afvalkalender.pdf': pdf({
      pages: ['Maandag: gft. Woensdag: papier.'],
      tagged: false,
      title: 'Afvalkalender 2026',
    }),
  },
  truth: {
    website: goodPublicBody({
      'axe-1.4.1': 'met',
      'accessibility-statement': 'met',
      'open-document-formats': 'met',
      ...soundDocuments,
      'public-documents': 'met',
      'page-dates': 'met',
      'help-nearby': 'met',
      'algorithm-register': 'met',
      'sensor-register': 'met',
      'open-data': 'met',
      'source-code': 'met',
      'source-described': 'met',
      'site-archive': 'met',
      'complaint-route': 'met',
      'open-interface': 'met',
      'interface-described': 'met',
      'acting-for-another': 'met',
      'shared-parts': 'met',
      'status-page': 'met',
      'processing-register': 'met',
      'assessments-published': 'met',
      'leak-route': 'met',
      // With its answers about safety it has sentences enough to count.
      'sentence-length': 'met',
      'security-policy-told': 'met',
      'incident-route': 'met',
      'tested-told': 'met',
      'messages-told': 'met',
      'certificate-told': 'met',
      'ocsp-stapling': 'met',
    }),
    mail: {
      'gemeente-sluiswijk.test': goodMail(),
      'archief-sluiswijk.test': goodMail({
        'null-mx': 'met',
        'mta-sts': 'not-applicable',
        'tls-rpt': 'not-applicable',
        dkim: 'not-applicable',
        'mail-starttls': 'not-applicable',
        'mail-tls': 'not-applicable',
        'hosting-mail': 'not-applicable',
      }),
    },
  },
})
