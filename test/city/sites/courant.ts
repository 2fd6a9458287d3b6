/**
 * Local newspaper: the worst of the city. Tag manager, statistics, pixels, advertisements, likes and film, all before
 * the notice is answered, which asks nothing anyway. The page reloads itself every ten minutes and remembers readers
 * for five years.
 */
import { writtenString } from '../../consent-strings.ts'
import { krant } from '../layouts.ts'
import { marked, watching } from '../followers.ts'
import { at, cloudDomain, frame } from '../presets.ts'
import { site } from '../site.ts'
import { form, search, thinPrivacy } from '../texts.ts'
import { tag } from '../thirdparties.ts'
import { follows, followsMail, goodMail, goodWebsite } from '../truth.ts'

const name = 'De Sluiswijker Courant'

/** What advertisers are told before anybody chose: that the reader agrees. */
const agreed = `<script>window.__tcfapi = (command, version, told) =>
  told({ tcString: '${writtenString({ purposes: [1, 3], partners: [2, 10] })}' }, true)</script>\n`

export const courant = site({
  slug: 'courant',
  host: 'www.sluiswijkercourant.test',
  layout: krant,
  organisation: { name, kind: 'krant', size: 'klein', street: 'Drukkerssteeg', publicBody: false },
  domain: { ...cloudDomain('sluiswijkercourant.test'), dmarc: [] },
  server: 'lenient',
  home: at('randnet', 4, { alias: true }),
  headers: [
    ['strict-transport-security', 'max-age=86400'],
    ['content-security-policy', `script-src 'self' 'unsafe-inline' https:`],
    ['x-powered-by', 'WordPress 6.4.3'],
    ['set-cookie', 'lezer=0b5d2a7719c34e; Max-Age=157680000; Path=/; Secure'],
  ],
  frame: frame(name, 'Sinds 1874 · dinsdag en vrijdag', {
    colours: { main: '#111111', ink: '#111111', paper: '#fffdf5', link: '#123c69' },
    menu: [
      ['/', 'Voorpagina'],
      ['/nieuws/', 'Nieuws'],
      ['/sport/', 'Sport'],
      ['/zoeken', 'Zoeken'],
      ['/contact/', 'Contact'],
      ['/privacy/', 'Privacy'],
    ],
    head:
      `<meta http-equiv="refresh" content="600">\n${tag.tagManager}${tag.statistics}${tag.advertising}` +
      `${tag.fonts}${watching}`,
    end:
      marked +
      tag.gallery +
      tag.galleryNewest +
      tag.cosmeticConsent +
      agreed +
      '<script>localStorage.setItem("lezer-id", crypto.randomUUID())</script>\n',
    foot: '<p>Drukkerssteeg 5, 2399 EF Sluiswijk. Redactie: 071 555 18 74.</p>',
  }),
  pages: {
    '/': {
      title: `${name}`,
      main: `<h1>Brug Vlietkade drie weken dicht</h1>${tag.advertisement}<p>SLUISWIJK - De brug bij de Vlietkade gaat
maandag dicht voor groot onderhoud. Fietsers moeten omrijden, winkeliers in de Havenstraat vrezen een stille maand.
"December is voor ons de helft van het jaar," zegt bakker Ruud.</p>
<img src="/beeld/brug.svg" alt="De brug bij de Vlietkade"><h2>Raad praat over volgen op internet</h2><p>De partijen
willen weten welke sites in de stad hun bezoekers volgen.</p>${tag.like}`,
    },
    '/nieuws/': {
      title: `Nieuws - ${name}`,
      main: `<h1>Nieuws</h1><h2>Zwembad krijgt nieuwe glijbaan</h2><p>De oude was gescheurd.</p>${tag.video}`,
    },
    '/sport/': { title: `Sport - ${name}`, main: '<h1>Sport</h1><p>Sluiswijk Boys wint met 3-1.</p>' },
    '/zoeken': search(name, '<p>Vierhonderd artikelen gevonden.</p>'),
    '/contact/': {
      title: `Contact - ${name}`,
      main: `<h1>Contact</h1><p>Tip de redactie: 071 555 18 74.</p>${form('/contact/')}`,
    },
    '/privacy/': {
      ...thinPrivacy(name),
      // A condition, and so nothing that can be held against what goes before a choice.
      main: `${thinPrivacy(name).main}<p>Wij plaatsen geen cookies zonder uw toestemming.</p>`,
    },
  },
  truth: {
    website: goodWebsite(follows.cloudDomain, follows.cloudHome, {
      'use-reflow': 'unmet',
      'tcf-held': 'unmet',
      'tls-ciphers': 'partly',
      'tls-order': 'partly',
      hsts: 'partly',
      csp: 'unmet',
      framing: 'unmet',
      nosniff: 'unmet',
      'referrer-policy': 'partly',
      'version-disclosed': 'unmet',
      'security-txt': 'unmet',
      'subresource-integrity': 'unmet',
      // A part that its supplier renews when it likes.
      'own-names-exist': 'met',
      'packages-pinned': 'unmet',
      'axe-2.2.1': 'unmet',
      'axe-1.4.12': 'met',
      'privacy-statement-parts': 'unmet',
      // It speaks of a yes, which is a ground.
      'ground-told': 'met',
      'third-party-hosts': 'partly',
      'trackers-before-consent': 'unmet',
      'third-party-cookies': 'unmet',
      'tracking-cookies-before-consent': 'unmet',
      'storage-before-consent': 'unmet',
      // Going on is taken as a yes, and nothing refuses.
      'reject-as-easy': 'unknown',
      'consent-freely-given': 'unmet',
      'quiet-after-reject': 'unknown',
      'less-after-reject': 'unknown',
      'consent-withdrawable': 'unmet',
      'cookie-lifetime': 'unmet',
      fingerprinting: 'unmet',
      'key-capture': 'unmet',
      'session-replay': 'unmet',
      'unlisted-trackers': 'unmet',
      'identifiers-shared': 'unmet',
      'cache-identifiers': 'unmet',
      'cname-cloaking': 'unmet',
      'embeds-video': 'unmet',
      'embeds-fonts': 'unmet',
      'embeds-social': 'unmet',
      'owners-outside-eea': 'partly',
      'address-leak': 'unmet',
    }),
    mail: { 'sluiswijkercourant.test': goodMail({ ...followsMail.cloud, dmarc: 'unmet' }) },
  },
})
