/** Two schools: one in the foreign cloud with film and likes, one small and careful but hard to read. */
import { office } from '../answers.ts'
import { dkimKeys } from '../dkim-keys.ts'
import { praktijk, schoolplein } from '../layouts.ts'
import { at, cloudDomain, frame, headers, usualDomain } from '../presets.ts'
import { site } from '../site.ts'
import { form, fullPrivacy, thinPrivacy } from '../texts.ts'
import { tag } from '../thirdparties.ts'
import { follows, followsMail, goodMail, goodWebsite } from '../truth.ts'

/**
 * Secondary school: a film on the front page, a like button with the news, letters of a large service, forms as Word
 * files only. Nothing asks for consent. The privacy statement says little. Its sign-in keeps password vaults out.
 * Near miss: it is made with Drupal, and its news tells of a site that was made with Wix.
 */
export const lyceum = site({
  slug: 'lyceum',
  host: 'www.sluislyceum.test',
  layout: schoolplein,
  headers: headers.some,
  organisation: {
    name: 'Sluislyceum',
    kind: 'middelbare school',
    size: 'midden',
    street: 'Kanaallaan',
    publicBody: false,
  },
  domain: cloudDomain('sluislyceum.test'),
  home: at('wolkdienst', 2, { alias: true }),
  frame: frame('Sluislyceum', 'Worden wie je bent', {
    colours: { main: '#4b2a7b', ink: '#1a1a1a', paper: '#ffffff', link: '#4b2a7b' },
    menu: [
      ['/', 'Home'],
      ['/onderbouw/', 'Onderbouw'],
      ['/nieuws/', 'Nieuws'],
      ['/inschrijven/', 'Inschrijven'],
      ['/contact/', 'Contact'],
      ['/privacy/', 'Privacy'],
    ],
    head: `<meta name="generator" content="Drupal (https://www.drupal.org)">\n${tag.fonts}`,
  }),
  pages: {
    '/': {
      title: 'Sluislyceum, havo en vwo',
      main: `<h1>Open dag op 24 januari</h1><p>Van 10 tot 14 uur kun je overal binnenlopen: in het lab, op het toneel
en in de werkplaats. Neem je ouders mee, of je beste vriend.</p>${tag.video}<p>
<img src="/beeld/huis.svg" alt="Ons gebouw aan de Kanaallaan"></p>`,
    },
    '/onderbouw/': {
      title: 'Onderbouw - Sluislyceum',
      main: `<h1>Onderbouw</h1><p>In klas 1 krijg je dertien vakken. Je mentor helpt je op weg.</p>`,
    },
    '/nieuws/': {
      title: 'Nieuws - Sluislyceum',
      main: `<h1>Nieuws</h1><h2>Klas 4 wint debat</h2><p>De beker staat in de hal.</p><h2>Klas 3 op internet</h2><p>Met
Wix maakten zij een site over de haven.</p>${tag.like}`,
    },
    '/inschrijven/': {
      title: 'Inschrijven - Sluislyceum',
      main: `<h1>Inschrijven</h1><p>Vul het formulier in en lever het in bij de receptie.</p><ul><li>
<a href="/inschrijven/brugklas.docx">Formulier brugklas (Word)</a></li></ul>`,
    },
    '/contact/': {
      title: 'Contact - Sluislyceum',
      main: `<h1>Contact</h1><p>Bel 071 555 60 60. Adres: Kanaallaan 1.</p>${form('/contact/')}
<h2>Rooster</h2><form method="post"
action="/rooster/"><p><label for="leerling">Leerlingnummer</label><input id="leerling" name="leerling"
autocomplete="username"> <label for="woord">Wachtwoord</label><input id="woord" name="woord" type="password"
autocomplete="off"> <button type="submit">Inloggen</button></p></form>`,
    },
    '/privacy/': thinPrivacy('Sluislyceum'),
  },
  files: { '/inschrijven/brugklas.docx': office('docx') },
  truth: {
    website: goodWebsite({ 'use-reflow': 'unmet' }, follows.cloudDomain, follows.cloudHome, follows.someHeaders, {
      'security-txt': 'unmet',
      'subresource-integrity': 'not-applicable',
      // No page has two hundred characters in whole sentences.
      'text-language': 'unknown',
      'open-document-formats': 'unmet',
      'privacy-statement-parts': 'unmet',
      'third-party-cookies': 'unmet',
      'tracking-cookies-before-consent': 'unmet',
      'storage-before-consent': 'unmet',
      'cookie-lifetime': 'unmet',
      'embeds-video': 'unmet',
      'embeds-social': 'unmet',
      'embeds-fonts': 'unmet',
      'owners-outside-eea': 'partly',
      'sign-in': 'partly',
      'site-software': 'met',
    }),
    mail: { 'sluislyceum.test': goodMail(followsMail.cloud) },
  },
})

/** Primary school: no followers, no cookies. But light grey letters, and links told apart by a faint colour only. */
export const basisschool = site({
  slug: 'basisschool',
  host: 'www.obsdewaterlelie.test',
  layout: praktijk,
  headers: headers.decent,
  organisation: {
    name: 'OBS De Waterlelie',
    kind: 'basisschool',
    size: 'klein',
    street: 'Rietveld',
    publicBody: false,
  },
  domain: {
    ...usualDomain('obsdewaterlelie.test'),
    dmarc: ['v=DMARC1; p=none; rua=mailto:directie@obsdewaterlelie.test'],
    // The letters of before have their key withdrawn, as it should be.
    dkim: { google: dkimKeys.strong, k1: dkimKeys.withdrawn },
  },
  home: at('sluisweb', 1),
  frame: frame('OBS De Waterlelie', 'Openbare basisschool in het Rietveld', {
    colours: { main: '#2f6f4f', ink: '#1a1a1a', paper: '#ffffff', link: '#1f5f3f' },
    head: '<style>.stil { color: #9a9a9a } .zin a { color: #3a3a3a; text-decoration: none }</style>\n',
  }),
  pages: {
    '/': {
      title: 'OBS De Waterlelie',
      main: `<h1>Welkom op De Waterlelie</h1><p class="stil">Wij zijn een school met 180 kinderen en een grote
moestuin.</p><p class="zin">Wilt u komen kijken? Bel ons of lees eerst <a href="/nieuws/">wat er speelt op school</a>
en kom dan langs.</p><img src="/beeld/bloem.svg" alt="Waterlelie, getekend door groep 3">`,
    },
    '/nieuws/': {
      title: 'Nieuws - OBS De Waterlelie',
      main: `<h1>Nieuws</h1><h2>Kerstviering</h2><p class="stil">Donderdag 18 december, om half zes.</p>`,
    },
    '/contact/': {
      title: 'Contact - OBS De Waterlelie',
      main: `<h1>Contact</h1><p>Bel 071 555 61 00. Adres: Rietveld 14.</p>${form('/contact/')}`,
    },
    '/privacy/': fullPrivacy({
      name: 'OBS De Waterlelie',
      street: 'Rietveld 14',
      mail: 'directie@obsdewaterlelie.test',
      officer: 'fg@scholensluisstreek.test',
      receivers:
        'Wij delen gegevens met de schoolarts en met de volgende school. Foto’s van leerlingen plaatsen wij alleen ' +
        'met toestemming van een ouder.',
    }),
  },
  truth: {
    website: goodWebsite({ 'part-language': 'not-applicable' }, follows.usualDomain, follows.decentHeaders, {
      'security-txt': 'unmet',
      'axe-1.4.3': 'unmet',
      'axe-1.4.1': 'unmet',
      'children-told': 'met',
    }),
    mail: { 'obsdewaterlelie.test': goodMail({ dmarc: 'partly', 'mta-sts': 'unmet', 'tls-rpt': 'unmet' }) },
  },
})
