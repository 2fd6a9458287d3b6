/**
 * Music school: full of what looks like a fault and is none. It asks for consent and keeps to the answer; its cookies
 * are guarded and short; it says how long they stay, and that is so; its leaflet can be read aloud; its library and
 * its package are of this year and pinned; its terms may change with notice; a line comes in once and then stands
 * still; its news loads itself anew once a day, for the screen in the hall; it has a domain that says that it has no
 * mail.
 */
import { script } from '../answers.ts'
import { instelling } from '../layouts.ts'
import { LETTER, pdf } from '../pdf.ts'
import { at, carefulDomain, frame, headers } from '../presets.ts'
import { site } from '../site.ts'
import { form, fullPrivacy, generalTerms, securityTxt } from '../texts.ts'
import { galleryIntegrity, tag } from '../thirdparties.ts'
import { follows, goodMail, goodWebsite, soundDocuments } from '../truth.ts'

const name = 'Muziekschool De Sluisharp'
const host = 'www.sluisharp.test'

/**
 * A part of the page that comes in once; a label that stands along the edge of a high window; a link inside a sentence
 * that is underlined, and one that is called longer than it is written; choices with their question.
 */
const welcome = `<style>.in { animation: in 1s 1 both } @keyframes in { from { transform: translateX(40px) } }
.rand { display: inline-block } @media (orientation: portrait) { .rand { rotate: -90deg; margin: 40px 0 } }</style>
<p><span class="rand">Nieuw</span></p><p class="in">Nieuw: samenspel op donderdag.</p>
<p>Wilt u eerst proeven? Lees dan hoe <a href="/lessen/" style="text-decoration: underline">een proefles</a> gaat.
<a href="/lessen/" aria-label="Lees meer over onze lessen" style="text-decoration: underline">Lees meer</a></p>
<p lang="en">Lessons in English are on Wednesday evening, with our teacher from Dublin.</p>`

const enrol = form(
  '/contact/',
  `<fieldset><legend>Waarop speelt u?</legend>
<label><input type="radio" name="op" value="harp"> Harp</label>
<label><input type="radio" name="op" value="hoorn"> Hoorn</label></fieldset>`,
)

export const muziekschool = site({
  slug: 'muziekschool',
  host,
  layout: instelling,
  organisation: { name, kind: 'muziekschool', size: 'klein', street: 'Boterplein', publicBody: false },
  domain: { ...carefulDomain('sluisharp.test'), dane: 'right' },
  // For posters alone: no mail, and it says so.
  otherDomains: [
    {
      ...carefulDomain('sluisharp-posters.test'),
      mx: 'null-mx',
      spf: ['v=spf1 -all'],
      dmarc: ['v=DMARC1; p=reject'],
      mtaSts: null,
      tlsRpt: null,
      dkim: {},
    },
  ],
  server: 'newest',
  home: at('polderhost', 1),
  headers: [...headers.decent, ['set-cookie', '__Host-session=9b41c07de2; Path=/; Secure; HttpOnly; SameSite=Lax']],
  frame: frame(name, 'Iedereen kan leren spelen', {
    colours: { main: '#4a1f5c', ink: '#1a1a1a', paper: '#ffffff', link: '#4a1f5c' },
    foot:
      '<ul><li><a href="/privacy/">Privacyverklaring</a></li><li><a href="/cookies/">Cookies</a></li><li>' +
      '<a href="/voorwaarden/">Algemene voorwaarden</a></li></ul>',
    end:
      tag.afterConsent +
      tag.consent +
      `<script src="https://leveringsnet.test/npm/galerij@2.1.0/galerij.min.js" integrity="${galleryIntegrity}" ` +
      'crossorigin="anonymous"></script>\n<script src="/js/jquery-3.7.1.min.js"></script>\n',
  }),
  pages: {
    '/': {
      title: name,
      main: `<h1>Leren spelen, ook als u nooit begon</h1>${welcome}
<img src="/beeld/bloem.svg" alt="Een harp in de zaal aan het Boterplein">`,
    },
    '/lessen/': {
      title: `Lessen - ${name}`,
      main: `<h1>Lessen</h1><p>Een proefles duurt een half uur en kost niets.</p>
<p><a href="/lessen/rooster.pdf">Rooster van dit jaar (PDF)</a></p>`,
    },
    '/nieuws/': {
      title: `Nieuws - ${name}`,
      head: '<meta http-equiv="refresh" content="86400">\n',
      main: '<h1>Nieuws</h1><p>Het winterconcert is op 12 december 2026.</p>',
    },
    '/contact/': {
      title: `Contact - ${name}`,
      main: `<h1>Contact</h1><p>Bel 071 555 12 40 of kom langs: Boterplein 10.</p>${enrol}`,
    },
    '/cookies/': {
      title: `Cookies - ${name}`,
      main: `<h1>Cookies</h1><p>Met uw toestemming tellen wij bezoeken.</p><p>Onze cookies blijven hoogstens een jaar
staan.</p>${tag.backToConsent}`,
    },
    '/privacy/': fullPrivacy({
      name,
      street: 'Boterplein 10',
      mail: 'privacy@sluisharp.test',
      officer: null,
      receivers: 'Statistiek Groot telt voor ons bezoeken, als u dat goed vindt.',
    }),
    '/voorwaarden/': generalTerms(
      name,
      'Wij mogen deze voorwaarden wijzigen. Dat laten wij een maand vooraf weten, en u mag dan opzeggen.',
    ),
  },
  files: {
    '/.well-known/security.txt': securityTxt(host, 200),
    '/js/jquery-3.7.1.min.js': script('document.documentElement.dataset.klaar = "ja"'),
    '/lessen/rooster.pdf': pdf({ pages: [LETTER], title: 'Rooster van dit jaar', made: '2026-08-30' }),
  },
  truth: {
    website: goodWebsite(
      {
        'tls-order': 'not-applicable',
        'axe-1.4.1': 'met',
        'axe-1.4.12': 'met',
        // On the page with its form a choice has its question.
        'use-groups': 'met',
        'use-motion': 'met',
        'axe-2.2.1': 'met',
        'axe-2.5.3': 'met',
        'tcf-held': 'met',
        'axe-3.1.2': 'met',
        'cookie-attributes': 'met',
        'cookie-lifetime': 'met',
        'open-document-formats': 'met',
        'reject-as-easy': 'met',
        'consent-freely-given': 'met',
        'quiet-after-reject': 'met',
        'less-after-reject': 'met',
        'consent-withdrawable': 'met',
        'statement-true': 'met',
        terms: 'met',
        'packages-pinned': 'met',
        'library-holes': 'met',
        'part-language': 'not-applicable',
        // Whose scripts come from the same store is a company outside the EEA.
        'owners-outside-eea': 'partly',
      },
      follows.decentHeaders,
      soundDocuments,
    ),
    mail: {
      'sluisharp.test': goodMail(),
      'sluisharp-posters.test': goodMail({
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
