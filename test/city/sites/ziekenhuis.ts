/**
 * Hospital: asks for consent and really waits for it, keeps its mail well, and names its officer. But the film in the
 * news comes from a large video service that follows visitors at once, and the map from a large map service. And the
 * certificate that it names ended long ago. Near miss: its page in English has a number, and leads to the Dutch
 * statement.
 */
import { html } from '../answers.ts'
import { instelling } from '../layouts.ts'
import { pdf } from '../pdf.ts'
import { at, carefulDomain, frame, headers } from '../presets.ts'
import { site } from '../site.ts'
import { form, fullPrivacy, search, securityTxt } from '../texts.ts'
import { tag } from '../thirdparties.ts'
import { follows, goodMail, goodWebsite } from '../truth.ts'

const name = 'Sint-Lambertus Ziekenhuis'
const host = 'www.sintlambertus.test'

export const ziekenhuis = site({
  slug: 'ziekenhuis',
  host,
  layout: instelling,
  organisation: { name, kind: 'ziekenhuis', size: 'groot', street: 'Lambertuslaan', publicBody: false },
  domain: carefulDomain('sintlambertus.test'),
  server: 'newest',
  home: at('polderhost', 1),
  headers: [...headers.decent, ['set-cookie', '__Host-session=7c1f09aa5512be; Path=/; Secure; HttpOnly; SameSite=Lax']],
  frame: frame(name, 'Zorg dichtbij, ook als het spannend is', {
    colours: { main: '#005b6e', ink: '#1a1a1a', paper: '#ffffff', link: '#00556a' },
    menu: [
      ['/', 'Home'],
      ['/afdelingen/', 'Afdelingen'],
      ['/nieuws/', 'Nieuws'],
      ['/zoeken', 'Zoeken'],
      ['/contact/', 'Contact'],
    ],
    foot:
      '<p>Spoed? Bel 112.</p><ul><li><a href="/privacy/">Privacyverklaring</a></li><li><a ' +
      'href="/folders/">Folders</a></li><li><a href="/cookies/">Cookies</a></li></ul>',
    end: tag.afterConsent + tag.consentKept,
  }),
  pages: {
    '/': {
      title: `${name}`,
      main: `<h1>Welkom in het Sint-Lambertus</h1><p>Bezoektijd is elke dag van 14.00 tot 20.00 uur. Neem uw
identiteitsbewijs mee naar de afspraak.</p><p><a href="/en/" lang="en" hreflang="en">English</a></p>
<img src="/beeld/huis.svg" alt="De hoofdingang aan de Lambertuslaan">`,
    },
    '/afdelingen/': {
      title: `Afdelingen - ${name}`,
      main: `<h1>Afdelingen</h1><ul><li>Cardiologie, route 12</li><li>Kinderarts, route 4</li><li>Spoedpost, begane
grond</li></ul>`,
    },
    '/nieuws/': {
      title: `Nieuws - ${name}`,
      main: `<h1>Nieuws</h1><h2>Kijkje in de nieuwe operatiekamer</h2><p>Chirurg Anja Verbruggen laat zien wat er
verandert.</p>${tag.video}<h2>Nieuwe folder</h2><ul><li><a href="/folders/nuchter.pdf">Nuchter zijn voor een operatie
(PDF)</a></li></ul>`,
    },
    '/zoeken': search(name, '<p>Geen pagina gevonden. Bel gerust: 071 555 30 00.</p>'),
    '/contact/': {
      title: `Contact en route - ${name}`,
      main: `<h1>Contact en route</h1><p>Bel 071 555 30 00 of schrijf naar Lambertuslaan 40,
Sluiswijk.</p><p>Ons certificaat van NEN 7510 is geldig tot 1 maart 2025.</p>${form('/contact/')}${tag.map}`,
    },
    '/folders/': {
      title: `Folders - ${name}`,
      main: `<h1>Folders</h1><ul><li><a href="/folders/nuchter.pdf">Nuchter zijn voor een operatie (PDF)</a></li></ul>`,
    },
    '/cookies/': {
      title: `Cookies - ${name}`,
      main: `<h1>Cookies</h1><p>Met uw toestemming tellen wij bezoeken.</p>${tag.backToConsent}`,
    },
    '/privacy/': fullPrivacy({
      name,
      street: 'Lambertuslaan 40',
      mail: 'privacy@sintlambertus.test',
      officer: 'fg@sintlambertus.test',
      receivers: 'Wij delen medische gegevens alleen met uw huisarts en andere zorgverleners, als u dat goed vindt.',
    }),
  },
  files: {
    '/.well-known/security.txt': securityTxt(host, 200),
    '/en/': html(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Saint Lambert hospital</title></head><body><main><h1>Welcome to our hospital</h1><p>You can visit someone every
day from two until eight. Bring your passport or your identity card when you come to see a doctor. Call us on
071 555 30 00 when you cannot come.</p><p><a href="/privacy/">How we use your data (in Dutch)</a></p>
<p><a href="/" lang="nl" hreflang="nl">Nederlands</a></p></main></body></html>`,
      headers.decent,
    ),
    '/folders/nuchter.pdf': pdf({ pages: [null, null], tagged: false, lang: null, title: 'scan_0012.pdf' }),
  },
  truth: {
    website: goodWebsite({
      'part-language': 'not-applicable',
      'tls-order': 'not-applicable',
      // The cookie question is laid out inside its elements: there is something to test, and it is in order.
      ...follows.decentHeaders,
      'axe-1.4.12': 'met',
      'axe-3.1.2': 'met',
      'less-in-language': 'met',
      'statement-other-language': 'met',
      'tcf-held': 'met',
      'third-party-cookies': 'unmet',
      'tracking-cookies-before-consent': 'unmet',
      'storage-before-consent': 'unmet',
      'embeds-video': 'unmet',
      'embeds-maps': 'unmet',
      'owners-outside-eea': 'partly',
      'cookie-attributes': 'met',
      'cookie-lifetime': 'met',
      'subresource-integrity': 'not-applicable',
      'open-document-formats': 'met',
      'certificate-told': 'partly',
      // A leaflet out of the scanner: no words, so nothing to say of their structure or language.
      'pdf-text': 'unmet',
      'pdf-tags': 'unknown',
      'pdf-language': 'unknown',
      'pdf-title': 'partly',
      'reject-as-easy': 'met',
      'consent-freely-given': 'met',
      'quiet-after-reject': 'met',
      'less-after-reject': 'met',
      // Two presses back: the page about cookies, and the button on it.
      'consent-withdrawable': 'met',
    }),
    mail: { 'sintlambertus.test': goodMail() },
  },
})
