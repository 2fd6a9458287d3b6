/** Shopping street Havenstraat: eight shops and cafés, most of them with the same web builder (Sluisweb). */
import { answer, badge, badgeDrawn, inAddress, office } from '../answers.ts'
import { krant, oudePlank, praktijk, winkelraam } from '../layouts.ts'
import type { Frame, Organisation } from '../model.ts'
import { at, cloudDomain, forgottenDomain, frame, headers, usualDomain } from '../presets.ts'
import { later, site } from '../site.ts'
import { form, fullPrivacy, search, thinPrivacy } from '../texts.ts'
import { tag } from '../thirdparties.ts'
import { behindWarning, follows, followsMail, goodMail, goodWebsite } from '../truth.ts'

const shop = (name: string, kind: string): Organisation => ({
  name,
  kind,
  size: 'micro',
  street: 'Havenstraat',
  publicBody: false,
})
const foot = (number: number, phone: string) =>
  `<p>Havenstraat ${number}, 2399 GH Sluiswijk. Telefoon ${phone}. Open van dinsdag tot en met zaterdag, 10 tot 18 ` +
  `uur.</p>`
const sluisweb = { caa: 'unmet', 'ipv6-nameservers': 'partly', 'security-txt': 'unmet' } as const
const sluiswebDomain = (name: string) => ({ ...usualDomain(name), ns: 'sluisweb' as const })

const bakkerFrame: Frame = frame('Bakkerij De Korenaar', 'Brood van eigen deeg', {
  colours: { main: '#7a4a12', ink: '#1a1a1a', paper: '#ffffff', link: '#7a4a12' },
  head: tag.fonts,
  foot: foot(3, '071 555 10 03'),
})
const bakkerTruth = goodWebsite(sluisweb, follows.noHeaders, {
  'subresource-integrity': 'not-applicable',
  'embeds-fonts': 'unmet',
  'embeds-maps': 'unmet',
  'owners-outside-eea': 'partly',
  'privacy-statement-parts': 'unmet',
})
const bakkerPages = {
  '/': {
    title: 'Bakkerij De Korenaar',
    main: `<h1>Vers uit de oven</h1><p>Om vijf uur gaat de oven aan, om acht uur gaat de deur open. Ons zuurdesem
rijst een hele nacht. Taarten bestelt u een dag van tevoren, aan de toonbank of per telefoon.</p>
<svg viewBox="0 0 20 20" width="40" height="40" aria-hidden="true"><title>De Korenaar</title><path d="M10 1v18M10 5l5-3
M10 5L5 2M10 9l5-3M10 9L5 6" stroke="#7a4a12" fill="none"/></svg>
<img src="/beeld/huis.svg" alt="De winkel met de gouden korenaar">`,
  },
  '/nieuws/': {
    title: 'Nieuws - Bakkerij De Korenaar',
    main: `<h1>Nieuws</h1><p>De speculaas ligt weer in de winkel.</p>`,
  },
  '/contact/': {
    title: 'Contact - Bakkerij De Korenaar',
    main: `<h1>Contact</h1><p>Bel Ruud: 071 555 10 03.</p>${tag.map}`,
  },
  '/privacy/': thinPrivacy('Bakkerij De Korenaar'),
}
const bakkerMail = { 'bakkerijdekorenaar.test': goodMail(followsMail.usual) }

/** Bakery: letters and a map of large foreign services. Later both are gone: own letters, a drawing of the way. */
export const bakkerij = later(
  site({
    slug: 'bakkerij',
    host: 'www.bakkerijdekorenaar.test',
    layout: winkelraam,
    headers: headers.silent,
    organisation: shop('Bakkerij De Korenaar', 'bakker'),
    domain: sluiswebDomain('bakkerijdekorenaar.test'),
    home: at('sluisweb', 1),
    frame: bakkerFrame,
    pages: bakkerPages,
    truth: {
      website: {
        ...bakkerTruth,
        'axe-1.3.5': 'not-applicable',
        'form-target': 'not-applicable',
        'key-capture': 'not-applicable',
        'use-fields': 'not-applicable',
      },
      mail: bakkerMail,
    },
  }),
  {
    frame: { ...bakkerFrame, head: '' },
    pages: {
      ...bakkerPages,
      '/contact/': {
        ...bakkerPages['/contact/'],
        main:
          '<h1>Contact</h1><p>Bel Ruud: 071 555 10 03.</p><img src="/beeld/brug.svg" alt="Van de Vlietbrug ' +
          'rechtdoor, dan de derde deur links">',
      },
    },
    truth: {
      website: {
        ...bakkerTruth,
        'axe-1.3.5': 'not-applicable',
        'form-target': 'not-applicable',
        'use-fields': 'not-applicable',
        'subresource-integrity': 'met',
        'third-party-hosts': 'met',
        'embeds-fonts': 'met',
        'embeds-maps': 'met',
        'owners-outside-eea': 'met',
      },
      mail: bakkerMail,
    },
  },
)

/** What moves, and stops for who asks it to. */
const sailing = `<style>.marquee img { animation: varen 8s infinite alternate }
@keyframes varen { to { transform: translateX(40px) } }
@media (prefers-reduced-motion: reduce) { .marquee img { animation-play-state: paused } }</style>
<p class="marquee"><img src="/beeld/boot.svg" alt="" width="96" height="80"> Regent het? Wij zitten in de marquee.</p>`

/** The badge of the bakery, copied into the page itself. */
const copied = `<p><img src="${inAddress(badgeDrawn('Gezien: voldoet', '7HX3M-9WF2M'))}" alt="Gezien: voldoet"></p>`

/**
 * Café: a film and a like button on the front page, no privacy statement, and a list of beers of which the heads point
 * nowhere. It shows a badge that is somebody else's. Near miss: a boat in a box called marquee sails to and fro, and
 * lies still for who asked for less motion; its marquee is a tent.
 */
export const cafe = site({
  slug: 'cafe',
  host: 'www.cafetanker.test',
  layout: winkelraam,
  headers: headers.silent,
  organisation: shop("Café 't Anker", 'café'),
  domain: { ...sluiswebDomain('cafetanker.test'), spf: [], dmarc: [] },
  home: at('sluisweb', 1),
  frame: frame("Café 't Anker", 'Sinds 1921 aan de haven', {
    colours: { main: '#12324a', ink: '#1a1a1a', paper: '#ffffff', link: '#12324a' },
    menu: [
      ['/', 'Home'],
      ['/nieuws/', 'Agenda en nieuws'],
      ['/contact/', 'Contact'],
    ],
    foot: foot(7, '071 555 10 07'),
  }),
  pages: {
    '/': {
      title: "Café 't Anker",
      main: `<h1>Bier, bitterballen en biljart</h1><p>Vrijdag speelt de havenband, zondag is er schaak. De keuken is
open tot negen uur. Honden zijn welkom, als ze elkaar verdragen.</p><table><tr><th id="bier">Bier</th>
<th id="prijs">Prijs</th></tr><tr><td headers="soort">Sluiswijks blond</td><td headers="prijs">4,20</td></tr></table>
<p><img src="/beeld/boot.svg" alt="Het anker boven de deur"></p>${sailing}${copied}${tag.video}${tag.like}`,
    },
    '/nieuws/': {
      title: "Agenda en nieuws - Café 't Anker",
      main: `<h1>Agenda en nieuws</h1><p>Oud en nieuw: open tot twee uur.</p>`,
    },
    '/contact/': {
      title: "Contact - Café 't Anker",
      main: `<h1>Contact</h1><p>Bel 071 555 10 07 om een tafel vrij te houden.</p>`,
    },
  },
  truth: {
    website: goodWebsite(sluisweb, follows.noHeaders, {
      'axe-1.3.1': 'unmet',
      'axe-1.3.5': 'not-applicable',
      'use-motion': 'met',
      'form-target': 'not-applicable',
      'cookie-lifetime': 'unmet',
      'third-party-cookies': 'unmet',
      'tracking-cookies-before-consent': 'unmet',
      'storage-before-consent': 'unmet',
      'embeds-video': 'unmet',
      'embeds-social': 'unmet',
      'owners-outside-eea': 'partly',
      'privacy-statement-found': 'unmet',
      'privacy-statement-parts': 'not-applicable',
    }),
    mail: { 'cafetanker.test': goodMail({ ...followsMail.usual, spf: 'unmet' }) },
  },
})

/**
 * Bicycle shop: a test whether you are human on the repair form, which also has names that browsers do not know; page
 * numbers that are small and are called otherwise. The drawing in its page leads to its own repair form, and is no
 * badge.
 */
export const fietsen = site({
  slug: 'fietsen',
  host: 'www.rijwielhuistandem.test',
  layout: praktijk,
  headers: headers.some,
  organisation: shop('Rijwielhuis Tandem', 'fietsenwinkel'),
  domain: sluiswebDomain('rijwielhuistandem.test'),
  home: at('sluisweb', 2),
  frame: frame('Rijwielhuis Tandem', 'Vandaag gebracht, morgen gemaakt', {
    colours: { main: '#7d1f1f', ink: '#1a1a1a', paper: '#ffffff', link: '#7d1f1f' },
    menu: [
      ['/', 'Home'],
      ['/afspraak/', 'Afspraak maken'],
      ['/nieuws/', 'Nieuws'],
      ['/contact/', 'Contact'],
      ['/privacy/', 'Privacyverklaring'],
    ],
    foot: foot(12, '071 555 10 12'),
    // Whoever made the page small took out what seemed superfluous.
    end:
      '<script>if (matchMedia("(max-width: 600px)").matches) ' +
      `document.querySelectorAll('a[href="/privacy/"]').forEach((link) => link.remove())</script>\n`,
    head:
      '<style>.bladeren { line-height: 1 } .bladeren a { display: inline-block; width: 12px; height: 12px ' +
      '}</style>\n',
  }),
  pages: {
    '/': {
      title: 'Rijwielhuis Tandem',
      main: `<h1>Alles op twee wielen</h1><p>Nieuwe en tweedehands fietsen, elektrisch of gewoon. Een lekke band
plakken wij terwijl u wacht, een grote beurt is binnen twee dagen klaar. Leenfiets nodig? Zeg het als u belt.</p>
<img src="/beeld/bloem.svg" alt="Etalage met bakfietsen">
<svg viewBox="0 0 21 21" width="84" height="84" role="img"><title>Code voor uw telefoon</title>
<desc>https://www.rijwielhuistandem.test/afspraak/</desc><path d="M0 0h7v7H0zM14 0h7v7h-7zM0 14h7v7H0zM9 3h2v6H9zM13
13h4v4h-4z"/></svg>
<p class="bladeren"><a href="/nieuws/" aria-label="Vorige">1</a><a href="/contact/" aria-label="Volgende">2</a></p>`,
    },
    '/afspraak/': {
      title: 'Afspraak maken - Rijwielhuis Tandem',
      main: `<h1>Afspraak maken</h1><form method="post" action="/afspraak/"><label for="naam">Naam</label>
<input id="naam" name="naam" autocomplete="voornaam"><label for="tel">Telefoon</label>
<input id="tel" name="tel" autocomplete="tel">${tag.captcha}<p><button type="submit">Maak afspraak</button></p></form>`,
    },
    '/nieuws/': {
      title: 'Nieuws - Rijwielhuis Tandem',
      main: `<h1>Nieuws</h1><p>In november wintercontrole voor 25 euro.</p>`,
    },
    '/contact/': {
      title: 'Contact - Rijwielhuis Tandem',
      main: `<h1>Contact</h1><p>Bel 071 555 10 12 of kom langs.</p>`,
    },
    '/privacy/': fullPrivacy({
      name: 'Rijwielhuis Tandem',
      street: 'Havenstraat 12',
      mail: 'info@rijwielhuistandem.test',
      officer: null,
      receivers: 'Wij delen uw gegevens met niemand.',
    }),
  },
  truth: {
    website: goodWebsite(sluisweb, follows.someHeaders, {
      'axe-1.3.5': 'unmet',
      'axe-2.5.3': 'unmet',
      'axe-2.5.8': 'unmet',
      'subresource-integrity': 'not-applicable',
      'embeds-captcha': 'unmet',
      'owners-outside-eea': 'partly',
      'less-on-phone': 'partly',
    }),
    mail: { 'rijwielhuistandem.test': goodMail(followsMail.usual) },
  },
})

/** Bookshop: nothing hidden, but who searches for a book tells the statistics company which. */
export const boekhandel = site({
  slug: 'boekhandel',
  host: 'www.boekhandeldeleesplank.test',
  layout: krant,
  headers: headers.decent,
  organisation: shop('Boekhandel De Leesplank', 'boekhandel'),
  domain: {
    ...sluiswebDomain('boekhandeldeleesplank.test'),
    dmarc: ['v=DMARC1; p=reject; rua=mailto:info@boekhandeldeleesplank.test'],
    dkim: {},
  },
  home: at('sluisweb', 2),
  frame: frame('De Leesplank', 'Boeken, kaarten, koffie', {
    colours: { main: '#2b2b2b', ink: '#1a1a1a', paper: '#fffef9', link: '#5a2a00' },
    end:
      tag.statistics +
      // Near miss: on a phone the link is folded away, and there.
      '<script>if (matchMedia("(max-width: 600px)").matches) ' +
      `document.querySelectorAll('a[href="/privacy/"]').forEach((link) => (link.hidden = true))</script>\n`,
    menu: [
      ['/', 'Home'],
      ['/zoeken', 'Boek zoeken'],
      ['/nieuws/', 'Nieuws'],
      ['/contact/', 'Contact'],
      ['/privacy/', 'Privacyverklaring'],
    ],
    foot:
      foot(15, '071 555 10 15') +
      // It ended, and was left standing.
      '<p><img src="/beeld/badge-9PM2W-XH3C9-klein-licht.svg" alt="Gezien: voldoet, met privacyvriendelijke wifi"></p>',
  }),
  files: { '/beeld/badge-9PM2W-XH3C9-klein-licht.svg': badge('Gezien: voldoet', '9PM2W-XH3C9') },
  pages: {
    '/': {
      title: 'Boekhandel De Leesplank',
      main: `<h1>Boek van de maand</h1><p>Schipper van de Vliet is een roman over een familie, een boot en een brief
die dertig jaar onderweg was. Wij lazen hem in één nacht uit. Wat u zoekt en niet vindt, bestellen wij; meestal is het
er morgen.</p><img src="/beeld/boot.svg" alt="Omslag van Schipper van de Vliet">`,
    },
    '/zoeken': search('Boekhandel De Leesplank', '<p>Vier boeken gevonden.</p>'),
    '/nieuws/': {
      title: 'Nieuws - Boekhandel De Leesplank',
      main: `<h1>Nieuws</h1><p>Donderdag signeert Mirjam Oudkerk.</p>`,
    },
    '/contact/': {
      title: 'Contact - Boekhandel De Leesplank',
      main: `<h1>Contact</h1><p>Bel 071 555 10 15.</p>${form('/contact/')}`,
    },
    '/privacy/': fullPrivacy({
      name: 'Boekhandel De Leesplank',
      street: 'Havenstraat 15',
      mail: 'info@boekhandeldeleesplank.test',
      officer: null,
      receivers: 'Statistiek Groot telt onze bezoekers.',
    }),
  },
  truth: {
    website: goodWebsite(sluisweb, follows.decentHeaders, {
      'subresource-integrity': 'not-applicable',
      'trackers-before-consent': 'unmet',
      'tracking-cookies-before-consent': 'unmet',
      'cookie-lifetime': 'unmet',
      'owners-outside-eea': 'partly',
      'address-leak': 'unmet',
    }),
    mail: { 'boekhandeldeleesplank.test': goodMail({ 'mta-sts': 'unmet', 'tls-rpt': 'unmet', dkim: 'unmet' }) },
  },
})

const krulFrame = frame('Kapsalon Krul', 'Knippen zonder afspraak', {
  lang: 'nl_NL',
  viewport: 'width=device-width, user-scalable=no',
  colours: { main: '#8a0f5c', ink: '#1a1a1a', paper: '#ffffff', link: '#8a0f5c' },
  menu: [
    ['/', 'Home'],
    ['/prijzen/', 'Prijzen'],
    ['/contact/', 'Contact'],
  ],
  foot: foot(18, '071 555 10 18'),
})
const krulHome = (button: string) => ({
  title: 'Kapsalon Krul',
  main: `<p>Binnenlopen kan altijd. Het is het rustigst op dinsdag en woensdag. Kinderen tot twaalf jaar knippen wij
voor veertien euro, en een kop koffie hoort erbij. Wie wil verven, belt even van tevoren. Volg ons op Facebook voor het
laatste nieuws.</p>
<img src="/beeld/bloem.svg" alt="Mevrouw Krul aan het werk"><button type="button">${button}</button>`,
})
const krulPages = {
  '/': krulHome(''),
  '/prijzen/': { title: 'Kapsalon Krul', main: '<p>Knippen 24 euro. Verven vanaf 45 euro.</p>' },
  '/contact/': {
    title: 'Kapsalon Krul',
    main: `<p>Bel 071 555 10 18.</p>${form('http://kapsalon-krul.test/contact/')}`,
  },
}
const krulTruth = goodWebsite(follows.forgottenDomain, follows.noHeaders, {
  'security-txt': 'unmet',
  'version-disclosed': 'unmet',
  'ipv6-web': 'unmet',
  'privacy-statement-found': 'unmet',
  'privacy-statement-parts': 'not-applicable',
  'own-news': 'partly',
  // Its form is laid out in a table, and is wider than a small window.
  'use-reflow': 'unmet',
})
const krulMail = { 'kapsalon-krul.test': goodMail(followsMail.forgotten) }

/**
 * Hairdresser: a site of 2004 that shows itself over http and https alike, with a language code that does not exist,
 * one title for all pages, an empty button and no zoom. Later the new apprentice sets it right.
 */
export const kapsalon = later(
  site({
    slug: 'kapsalon',
    host: 'kapsalon-krul.test',
    layout: oudePlank,
    headers: headers.none,
    plain: 'serve',
    organisation: shop('Kapsalon Krul', 'kapper'),
    domain: forgottenDomain('kapsalon-krul.test'),
    home: at('sluisweb', 3, { ipv6: false }),
    frame: krulFrame,
    pages: krulPages,
    truth: {
      website: {
        ...krulTruth,
        'use-colours': 'partly',
        'use-headings': 'not-applicable',
        'https-redirect': 'unmet',
        'form-target': 'unmet',
        'axe-1.4.4': 'unmet',
        'axe-3.1.1': 'unmet',
        'axe-4.1.2': 'unmet',
        'page-language': 'unmet',
        'page-title': 'partly',
      },
      mail: krulMail,
    },
  }),
  {
    plain: 'redirect',
    headers: headers.decent,
    frame: { ...krulFrame, lang: 'nl', viewport: 'width=device-width, initial-scale=1' },
    pages: {
      '/': krulHome('Toon de weg'),
      '/prijzen/': { ...krulPages['/prijzen/'], title: 'Prijzen - Kapsalon Krul' },
      '/contact/': { title: 'Contact - Kapsalon Krul', main: `<p>Bel 071 555 10 18.</p>${form('/contact/')}` },
    },
    truth: {
      website: {
        ...krulTruth,
        hsts: 'met',
        framing: 'met',
        nosniff: 'met',
        'referrer-policy': 'met',
        'version-disclosed': 'met',
      },
      mail: krulMail,
    },
  },
)

/**
 * Clothes shop: pixel, chat and statistics from the first second, links that say nothing, a frame without name. It drew
 * a badge itself, with a number that nobody gave. Its form for adapted clothes asks about illness beside that pixel; no
 * page links to it, its map for search engines does. Who refuses finds no form to ask a question with.
 */
export const kleding = site({
  slug: 'kleding',
  host: 'www.draadenknoop.test',
  layout: winkelraam,
  headers: headers.some,
  organisation: shop('Draad & Knoop', 'kledingwinkel'),
  domain: cloudDomain('draadenknoop.test'),
  certificate: 'abroad',
  home: at('wolkdienst', 6, { alias: true }),
  frame: frame('Draad en Knoop', 'Kleding die lang meegaat', {
    colours: { main: '#3a3a3a', ink: '#1a1a1a', paper: '#ffffff', link: '#2a2a2a' },
    head: tag.statistics + tag.advertising,
    end: tag.layeredConsent + tag.chat,
    foot: foot(21, '071 555 10 21'),
  }),
  pages: {
    '/': {
      title: 'Draad en Knoop',
      main: `<h1>Wol voor de winter</h1><p>Truien uit Drenthe, jassen uit Portugal, en een hoek met tweedehands. Zit
er een gat in? Breng het terug: wij stoppen het voor niets, zolang wij draad hebben in die kleur.</p>
${badgeDrawn('Gezien: voldoet', 'WX3CF-7GH2J')}
<a href="/nieuws/"></a><img src="/beeld/bloem.svg" alt="Rode trui met knopen">${tag.map.replace(' title="Kaart"', '')}`,
    },
    '/nieuws/': { title: 'Nieuws - Draad en Knoop', main: '<h1>Nieuws</h1><p>Koopzondag op 7 december.</p>' },
    '/contact/': {
      title: 'Contact - Draad en Knoop',
      // For whoever chose anything but yes the form is gone.
      main: `<h1>Contact</h1><p>Bel 071 555 10 21.</p>${form('/contact/')}
<script>if (/cookielagen=(?!ja)/.test(document.cookie)) document.querySelector('main form').remove()</script>`,
    },
    '/op-maat/aanmelden': {
      title: 'Kleding op maat - Draad en Knoop',
      main: `<h1>Kleding op maat</h1><p>Sluitingen die u met één hand open krijgt, en broeken voor wie zit.</p>
<form method="post" action="/op-maat/aanmelden"><label for="naam">Uw naam</label><input id="naam" name="naam"
autocomplete="name"><label for="wat">Welke aandoening heeft u?</label><input id="wat" name="aandoening"><p><button
type="submit">Versturen</button></p></form>`,
    },
    '/privacy/': thinPrivacy('Draad en Knoop'),
  },
  files: {
    '/sitemap.xml': answer(
      'application/xml',
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">' +
        '<url><loc>https://www.draadenknoop.test/</loc></url>' +
        '<url><loc>https://www.draadenknoop.test/op-maat/aanmelden</loc></url></urlset>',
    ),
  },
  truth: {
    website: goodWebsite(follows.cloudDomain, follows.cloudHome, follows.someHeaders, {
      'security-txt': 'unmet',
      'subresource-integrity': 'not-applicable',
      'axe-2.4.4': 'unmet',
      'axe-4.1.2': 'unmet',
      'axe-1.4.12': 'met',
      'privacy-statement-parts': 'unmet',
      'delicate-questions': 'unmet',
      'third-party-hosts': 'partly',
      'trackers-before-consent': 'unmet',
      'third-party-cookies': 'unmet',
      'tracking-cookies-before-consent': 'unmet',
      // The chat keeps a number that nobody lists in the site's own storage: from outside a doubt (ADR 0023).
      'storage-before-consent': 'unknown',
      'cookie-lifetime': 'unmet',
      'embeds-maps': 'unmet',
      'owners-outside-eea': 'partly',
      'address-leak': 'unmet',
      'reject-as-easy': 'unmet',
      'consent-freely-given': 'unmet',
      'quiet-after-reject': 'unmet',
      'less-after-reject': 'partly',
      'consent-withdrawable': 'unmet',
    }),
    mail: { 'draadenknoop.test': goodMail(followsMail.cloud) },
  },
})

/**
 * Pizzeria: the menu as Word file, and no way to order or ask but an app and social media. Made with a service that
 * only its own company runs, and nothing says whose it is. To phones alone it brings a pixel of an advertiser.
 */
export const pizzeria = site({
  slug: 'pizzeria',
  host: 'www.pizzeriaportovecchio.test',
  layout: winkelraam,
  headers: headers.silent,
  organisation: shop('Pizzeria Porto Vecchio', 'restaurant'),
  domain: { ...forgottenDomain('pizzeriaportovecchio.test'), mx: null },
  home: at('sluisweb', 3, { ipv6: false }),
  frame: frame('Porto Vecchio', 'Uit de houtoven', {
    colours: { main: '#0d5c2f', ink: '#1a1a1a', paper: '#ffffff', link: '#0d5c2f' },
    head:
      '<meta name="generator" content="Wix.com Website Builder">\n' +
      '<script>if (matchMedia("(max-width: 600px)").matches) ' +
      'document.head.append(Object.assign(document.createElement("script"), { src: ' +
      '"https://reclamenet.test/fbevents.js" }))</script>\n',
    menu: [
      ['/', 'Home'],
      ['/kaart/', 'De kaart'],
      ['/nieuws/', 'Nieuws'],
    ],
    foot:
      '<p>Aan de Havenstraat, naast de bloemist</p>' +
      // It was withdrawn, and stands under a name of their own.
      '<p><img src="/beeld/zegel.svg" alt="Gezien: voldoet, met privacyvriendelijke wifi"></p>',
  }),
  pages: {
    '/': {
      title: 'Pizzeria Porto Vecchio',
      main: `<h1>Benvenuti</h1><p>Onze bodem rust twee dagen, onze oven staat nooit uit. Bestellen kan alleen via onze
app. Volg ons voor de pizza van de week. Elke maandag zijn wij dicht, in augustus zijn wij bij nonna op Sardinië.</p>
<p><a href="https://www.instagram.com/portovecchiosluiswijk">Instagram</a></p>
<img src="/beeld/bloem.svg" alt="Pizza met basilicum">`,
    },
    '/kaart/': {
      title: 'De kaart - Porto Vecchio',
      main: `<h1>De kaart</h1><ul><li><a href="/kaart/menu.docx">Menu (Word)</a></li></ul>`,
    },
    '/nieuws/': {
      title: 'Nieuws - Porto Vecchio',
      main: `<h1>Nieuws</h1><p>Nieuw: pizza met garnalen uit de haven.</p>`,
    },
  },
  files: {
    '/kaart/menu.docx': office('docx'),
    '/beeld/zegel.svg': badge('Gezien: voldoet', '6VVJ5-RG8F4'),
  },
  truth: {
    website: goodWebsite(follows.forgottenDomain, follows.noHeaders, {
      'security-txt': 'unmet',
      'ipv6-web': 'unmet',
      'axe-1.3.5': 'not-applicable',
      'form-target': 'not-applicable',
      'open-document-formats': 'unmet',
      'no-account-or-app': 'partly',
      'contact-found': 'partly',
      'site-software': 'partly',
      'sender-known': 'unmet',
      'privacy-statement-found': 'unmet',
      'privacy-statement-parts': 'not-applicable',
      'phone-parties': 'unmet',
    }),
    // No MX, but nothing that says so either.
    mail: {
      'pizzeriaportovecchio.test': goodMail({
        spf: 'unmet',
        dmarc: 'unmet',
        'mail-dnssec': 'unmet',
        'null-mx': 'unmet',
        'mail-starttls': 'not-applicable',
        'mail-tls': 'not-applicable',
        'mta-sts': 'not-applicable',
        'tls-rpt': 'not-applicable',
        dkim: 'not-applicable',
        'hosting-mail': 'not-applicable',
      }),
    },
  },
})

/** Florist: the certificate of the web builder instead of its own. What is behind it nobody gets to see. */
export const bloemist = site({
  slug: 'bloemist',
  host: 'www.bloemistmadelief.test',
  layout: winkelraam,
  headers: headers.decent,
  certificate: 'wrong-name',
  organisation: shop('Bloemist Madelief', 'bloemist'),
  domain: sluiswebDomain('bloemistmadelief.test'),
  home: at('sluisweb', 2),
  frame: frame('Madelief', 'Bloemen voor elke dag', {
    colours: { main: '#5b2a86', ink: '#1a1a1a', paper: '#ffffff', link: '#5b2a86' },
    foot: foot(24, '071 555 10 24'),
  }),
  pages: {
    '/': {
      title: 'Bloemist Madelief',
      main: `<h1>Wat er nu bloeit</h1><p>Amaryllis, helleborus en de eerste hyacinten. Rouwwerk en bruidswerk in
overleg, bezorgen in de stad voor vijf euro. Wie een lege vaas meebrengt, krijgt een bloem cadeau.</p>
<img src="/beeld/bloem.svg" alt="Emmer met amaryllis">`,
    },
    '/nieuws/': {
      title: 'Nieuws - Bloemist Madelief',
      main: `<h1>Nieuws</h1><p>Kerstkransen maken: 12 december, 19 uur.</p>`,
    },
    '/contact/': {
      title: 'Contact - Bloemist Madelief',
      main: `<h1>Contact</h1><p>Bel 071 555 10 24.</p>${form('/contact/')}`,
    },
    '/privacy/': fullPrivacy({
      name: 'Bloemist Madelief',
      street: 'Havenstraat 24',
      mail: 'info@bloemistmadelief.test',
      officer: null,
      receivers: 'Wij geven uw adres alleen aan onze bezorger.',
    }),
  },
  truth: {
    website: behindWarning({ caa: 'unmet', 'ipv6-nameservers': 'partly', 'certificate-names': 'unmet' }),
    mail: { 'bloemistmadelief.test': goodMail(followsMail.usual) },
  },
})
