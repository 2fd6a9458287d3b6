/**
 * Housing corporation: the session cookie goes unprotected, the server tells its version, the contact form wants a test
 * whether you are human from a large foreign company, and the domain has two SPF records. Repairs are reported in an
 * app, or by telephone. An old photo stands at a name of its own that is gone. Near misses: a number behind its own
 * script; a table that is wider than the page, in a box that the keyboard can roll.
 */
import { office, script } from '../answers.ts'
import { dkimKeys } from '../dkim-keys.ts'
import { praktijk } from '../layouts.ts'
import { at, frame, headers, usualDomain } from '../presets.ts'
import { site } from '../site.ts'
import { form, fullPrivacy } from '../texts.ts'
import { tag } from '../thirdparties.ts'
import { follows, goodMail, goodWebsite } from '../truth.ts'

const name = 'Woonstichting De Sluiswachter'
const host = 'www.desluiswachter.test'

const MONTHS = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober']
const paydays = `<table><tr>${MONTHS.map((month) => `<th scope="col">${month}</th>`).join('')}
</tr><tr>${MONTHS.map((month) => `<td>1 ${month} 2026</td>`).join('')}</tr></table>`

export const corporatie = site({
  slug: 'corporatie',
  host,
  layout: praktijk,
  organisation: { name, kind: 'woningcorporatie', size: 'midden', street: 'Sluisweg', publicBody: false },
  domain: {
    ...usualDomain('desluiswachter.test'),
    spf: ['v=spf1 include:spf.postpolder.test ~all', 'v=spf1 include:spf.brievenbus.test ~all'],
    dmarc: ['v=DMARC1; p=quarantine'],
    dkim: { default: dkimKeys.strong, mail: dkimKeys.weak },
  },
  home: at('polderhost', 3),
  headers: [
    ...headers.some.filter(([key]) => key !== 'server'),
    ['server', 'Apache/2.4.41 (Ubuntu)'],
    ['set-cookie', 'PHPSESSID=5f2c88e1a9b04d77; Path=/'],
  ],
  frame: frame(name, 'Thuis in Sluiswijk', {
    colours: { main: '#1d5c2e', ink: '#202020', paper: '#ffffff', link: '#17502a' },
    menu: [
      ['/', 'Home'],
      ['/huren/', 'Huren'],
      ['/nieuws/', 'Nieuws'],
      ['/contact/', 'Contact'],
    ],
    head: '<style>.rol { overflow-x: auto } .rol table { white-space: nowrap }</style>\n',
    end: '<script src="/js/site.js?ver=3.4.1"></script>\n',
    foot: '<p>Sluisweg 22, Sluiswijk</p><ul><li><a href="/privacy/">Privacyverklaring</a></li></ul>',
  }),
  pages: {
    '/': {
      title: name,
      main: `<h1>Dag huurder</h1><section><h2>Iets stuk?</h2><p>Een reparatie meldt u in onze app. Liever niet? Bel
ons, dan plannen wij samen een dag. Bij een lek, brand of geen verwarming komen wij meteen, ook in het
weekend.</p></section><img src="/beeld/huis.svg" alt="Rijtjeshuizen aan de Sluisweg">
<img src="https://foto.desluiswachter.test/kadewijk.png" alt="De Kadewijk in 1974">`,
    },
    '/huren/': {
      title: `Huren - ${name}`,
      main: `<h1>Huren</h1><p>De huur betaalt u voor de eerste van de maand.</p>
<div class="rol" tabindex="0" role="region" aria-label="Wanneer wij de huur afschrijven">${paydays}</div><ul><li>
<a href="/huren/opzeggen.docx">Huur opzeggen (Word)</a></li><li><a href="/huren/regels.docx">Huisregels
(Word)</a></li></ul>`,
    },
    '/nieuws/': {
      title: `Nieuws - ${name}`,
      main: `<h1>Nieuws</h1><h2>Zonnepanelen op 200 daken</h2><p>In maart beginnen wij in de Kadewijk.</p>`,
    },
    '/contact/': {
      title: `Contact - ${name}`,
      main: `<h1>Contact</h1><p>Bel 071 555 44 00.</p>${form('/contact/', tag.captcha)}`,
    },
    '/privacy/': fullPrivacy({
      name,
      street: 'Sluisweg 22',
      mail: 'privacy@desluiswachter.test',
      officer: null,
      receivers: 'Wij delen uw naam en telefoonnummer met de monteur die bij u langskomt.',
    }),
  },
  files: {
    '/js/site.js': script('document.documentElement.dataset.klaar = "ja"'),
    '/huren/opzeggen.docx': office('docx'),
    '/huren/regels.docx': office('docx'),
  },
  truth: {
    website: goodWebsite({
      ...follows.usualDomain,
      ...follows.someHeaders,
      'version-disclosed': 'unmet',
      'security-txt': 'unmet',
      'axe-2.1.1': 'met',
      'cookie-attributes': 'unmet',
      'cookie-lifetime': 'met',
      'embeds-captcha': 'unmet',
      'own-names-exist': 'partly',
      'owners-outside-eea': 'partly',
      'subresource-integrity': 'not-applicable',
      'open-document-formats': 'unmet',
    }),
    mail: { 'desluiswachter.test': goodMail({ spf: 'unmet', 'mta-sts': 'unmet', 'tls-rpt': 'unmet', dkim: 'unmet' }) },
  },
})
