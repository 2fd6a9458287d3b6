/**
 * Three small shops in the Havenstraat and a physiotherapist, each with a small site of the usual web builder. They
 * differ in what the builder left standing.
 */
import { krant, praktijk, winkelraam } from '../layouts.ts'
import type { Frame, Organisation } from '../model.ts'
import { at, frame, headers, usualDomain } from '../presets.ts'
import { takesOnlyYes } from '../questions.ts'
import { later, site } from '../site.ts'
import { form, fullPrivacy, thinPrivacy } from '../texts.ts'
import { tag } from '../thirdparties.ts'
import { follows, followsMail, goodMail, goodWebsite } from '../truth.ts'

const small = (name: string, kind: string, street = 'Havenstraat'): Organisation => ({
  name,
  kind,
  size: 'micro',
  street,
  publicBody: false,
})
const sluisweb = { caa: 'unmet', 'ipv6-nameservers': 'partly', 'security-txt': 'unmet' } as const
const domainOf = (name: string) => ({ ...usualDomain(name), ns: 'sluisweb' as const })
/** What a site without any form and without any script of others has none of. */
const plain = {
  'axe-1.3.5': 'not-applicable',
  'form-target': 'not-applicable',
} as const

const cheeseFrame: Frame = frame('Kaashandel De Wei', 'Boerenkaas van de plank', {
  colours: { main: '#6a4b00', ink: '#1a1a1a', paper: '#ffffff', link: '#5a4000' },
  head: tag.fonts,
  end: takesOnlyYes({
    keeps: 'kaascookies',
    place: 'inset:0;z-index:9;padding:200px 40px',
    says: 'Wij gebruiken cookies om u elders onze kaas te laten zien. Zonder uw akkoord kunt u deze site niet lezen.',
  }),
  foot: '<p>Havenstraat 9, 2399 GH Sluiswijk. Telefoon 071 555 10 09.</p>',
})
const cheesePages = {
  '/': {
    title: 'Kaashandel De Wei',
    main: `<h1>Jong, belegen, oud</h1><p>Wij snijden de kaas waar u bij staat en pakken hem in papier. Proeven mag
altijd. Op zaterdag is er ook geitenkaas van de boerderij aan de Dijkweg.</p>
<img src="/beeld/huis.svg" alt="De winkel met kazen in de etalage">`,
  },
  '/nieuws/': { title: 'Nieuws - Kaashandel De Wei', main: '<h1>Nieuws</h1><p>De graskaas is er weer.</p>' },
  '/contact/': { title: 'Contact - Kaashandel De Wei', main: '<h1>Contact</h1><p>Bel 071 555 10 09.</p>' },
  '/privacy/': thinPrivacy('Kaashandel De Wei'),
}
const cheeseMail = { 'kaashandeldewei.test': goodMail(followsMail.usual) }

/**
 * Cheese shop: letters of a large foreign service, no headers, and a wall: who says no yes to cookies reads nothing.
 * Later the builder brings all three in order.
 */
export const kaashandel = later(
  site({
    slug: 'kaashandel',
    host: 'www.kaashandeldewei.test',
    layout: winkelraam,
    headers: headers.silent,
    organisation: small('Kaashandel De Wei', 'kaaswinkel'),
    domain: domainOf('kaashandeldewei.test'),
    home: at('sluisweb', 2),
    frame: cheeseFrame,
    pages: cheesePages,
    truth: {
      website: goodWebsite(sluisweb, follows.noHeaders, plain, {
        'subresource-integrity': 'not-applicable',
        'embeds-fonts': 'unmet',
        'owners-outside-eea': 'partly',
        'privacy-statement-parts': 'unmet',
        // The question has a style of its own, which holds no spacing fast.
        'axe-1.4.12': 'met',
        // Nothing refuses, nothing can be read before a yes, and a yes lets in an advertiser. No page says how it is
        // taken back.
        'reject-as-easy': 'unmet',
        'consent-freely-given': 'partly',
        'quiet-after-reject': 'unknown',
        'less-after-reject': 'unknown',
        'consent-withdrawable': 'unmet',
      }),
      mail: cheeseMail,
    },
  }),
  {
    headers: headers.decent,
    frame: { ...cheeseFrame, head: '', end: '' },
    truth: {
      website: goodWebsite(sluisweb, follows.decentHeaders, plain, { 'privacy-statement-parts': 'unmet' }),
      mail: cheeseMail,
    },
  },
)

const shoeTruth = { 'use-reflow': 'unmet' } as const
const shoeMail = { 'schoenmakerijdezool.test': goodMail(followsMail.usual) }

/**
 * Shoemaker: a site without anything of others, and with few headers. Later its builder moves it to a server that sets
 * none at all: the one in the city that gets worse.
 */
export const schoenmaker = later(
  site({
    slug: 'schoenmaker',
    host: 'www.schoenmakerijdezool.test',
    layout: krant,
    headers: headers.some,
    organisation: small('Schoenmakerij De Zool', 'schoenmaker'),
    domain: domainOf('schoenmakerijdezool.test'),
    home: at('sluisweb', 2),
    frame: frame('Schoenmakerij De Zool', 'Klaar terwijl u koffie drinkt', {
      colours: { main: '#3d2b1f', ink: '#1a1a1a', paper: '#ffffff', link: '#3d2b1f' },
      foot: '<p>Havenstraat 11, 2399 GH Sluiswijk. Telefoon 071 555 10 11.</p>',
    }),
    pages: {
      '/': {
        title: 'Schoenmakerij De Zool',
        main: `<h1>Hakken, zolen en sleutels</h1><p>Een hak zetten wij er in een half uur onder. Sleutels maken wij na
terwijl u wacht. Brengt u laarzen voor november, dan zijn zij voor de vorst weer waterdicht.</p>
<img src="/beeld/huis.svg" alt="Werkbank met leesten">`,
      },
      '/nieuws/': { title: 'Nieuws - Schoenmakerij De Zool', main: '<h1>Nieuws</h1><p>Maandag zijn wij dicht.</p>' },
      '/contact/': {
        title: 'Contact - Schoenmakerij De Zool',
        main: '<h1>Contact</h1><p>Bel 071 555 10 11 of loop binnen.</p>',
      },
      '/privacy/': fullPrivacy({
        name: 'Schoenmakerij De Zool',
        street: 'Havenstraat 11',
        mail: 'info@schoenmakerijdezool.test',
        officer: null,
        receivers: 'Wij delen uw gegevens met niemand.',
      }),
    },
    truth: {
      website: goodWebsite(sluisweb, follows.someHeaders, plain, shoeTruth),
      mail: shoeMail,
    },
  }),
  {
    headers: headers.silent,
    truth: { website: goodWebsite(sluisweb, follows.noHeaders, plain, shoeTruth), mail: shoeMail },
  },
)

const fishFrame: Frame = frame('Viswinkel Zilt', 'Vanmorgen nog in zee', {
  colours: { main: '#0f4c5c', ink: '#1a1a1a', paper: '#ffffff', link: '#0f4c5c' },
  head: tag.statistics,
  foot: '<p>Havenstraat 26, 2399 GH Sluiswijk. Telefoon 071 555 10 26.</p>',
})
const fishTruth = goodWebsite(sluisweb, follows.noHeaders, plain, {
  'subresource-integrity': 'not-applicable',
  'privacy-statement-parts': 'unmet',
})

/** Fishmonger: counts its visitors from the first second. Later the counter is gone. */
export const viswinkel = later(
  site({
    slug: 'viswinkel',
    host: 'www.viswinkelzilt.test',
    layout: winkelraam,
    headers: headers.silent,
    organisation: small('Viswinkel Zilt', 'viswinkel'),
    domain: domainOf('viswinkelzilt.test'),
    home: at('sluisweb', 2),
    frame: fishFrame,
    pages: {
      '/': {
        title: 'Viswinkel Zilt',
        main: `<h1>Haring, schol en mosselen</h1><p>Wij staan om vier uur op de afslag. Gebakken vis bestelt u aan de
toonbank, en op vrijdag bakken wij tot zeven uur. Bakjes van thuis meenemen mag.</p>
<img src="/beeld/boot.svg" alt="Kotter in de haven">`,
      },
      '/nieuws/': { title: 'Nieuws - Viswinkel Zilt', main: '<h1>Nieuws</h1><p>De nieuwe haring komt in juni.</p>' },
      '/contact/': { title: 'Contact - Viswinkel Zilt', main: '<h1>Contact</h1><p>Bel 071 555 10 26.</p>' },
      '/privacy/': thinPrivacy('Viswinkel Zilt'),
    },
    truth: {
      website: {
        ...fishTruth,
        'trackers-before-consent': 'unmet',
        'tracking-cookies-before-consent': 'unmet',
        'cookie-lifetime': 'unmet',
        'owners-outside-eea': 'partly',
        'address-leak': 'unmet',
      },
      mail: { 'viswinkelzilt.test': goodMail(followsMail.usual) },
    },
  }),
  {
    frame: { ...fishFrame, head: '' },
    truth: {
      website: { ...fishTruth, 'subresource-integrity': 'met' },
      mail: { 'viswinkelzilt.test': goodMail(followsMail.usual) },
    },
  },
)

/**
 * Physiotherapist: a careful builder, but a map of a large service shows the way. It stands beside a question about
 * medicines, in a frame that cannot look out.
 */
export const fysiotherapie = site({
  slug: 'fysiotherapie',
  host: 'www.fysiotherapiekadewijk.test',
  layout: praktijk,
  headers: headers.decent,
  organisation: small('Fysiotherapie Kadewijk', 'fysiotherapeut', 'Kadeplein'),
  domain: { ...usualDomain('fysiotherapiekadewijk.test'), stale: true, caa: [['issue', ';']] },
  home: at('sluisweb', 2),
  frame: frame('Fysiotherapie Kadewijk', 'Weer in beweging', {
    colours: { main: '#1d5c3a', ink: '#1a1a1a', paper: '#ffffff', link: '#1d5c3a' },
    foot: '<p>Kadeplein 6, 2396 CK Sluiswijk. Telefoon 071 555 22 06.</p>',
  }),
  pages: {
    '/': {
      title: 'Fysiotherapie Kadewijk',
      main: `<h1>Pijn in rug, knie of schouder?</h1><p>U kunt zonder verwijzing van de huisarts een afspraak maken. De
eerste keer kijken wij samen wat er aan de hand is en hoeveel keer er nodig is. Oefenen doet u vooral thuis.</p>
<img src="/beeld/brug.svg" alt="Oefenzaal met loopbrug">`,
    },
    '/nieuws/': { title: 'Nieuws - Fysiotherapie Kadewijk', main: '<h1>Nieuws</h1><p>Donderdagavond open.</p>' },
    '/contact/': {
      title: 'Contact en route - Fysiotherapie Kadewijk',
      main: `<h1>Contact en route</h1><p>Bel 071 555 22 06.</p>${form(
        '/contact/',
        '<label for="middel">Welke medicijnen gebruikt u?</label><input id="middel" name="medicijnen">',
      )}${tag.map}`,
    },
    '/privacy/': fullPrivacy({
      name: 'Fysiotherapie Kadewijk',
      street: 'Kadeplein 6',
      mail: 'info@fysiotherapiekadewijk.test',
      officer: null,
      receivers: 'Wij delen uw gegevens met uw huisarts, als u dat goedvindt.',
    }),
  },
  truth: {
    website: goodWebsite(follows.usualDomain, follows.decentHeaders, {
      caa: 'met',
      'security-txt': 'unmet',
      'subresource-integrity': 'met',
      'embeds-maps': 'unmet',
      'owners-outside-eea': 'partly',
      'delicate-questions': 'met',
    }),
    mail: { 'fysiotherapiekadewijk.test': goodMail(followsMail.usual) },
  },
})
