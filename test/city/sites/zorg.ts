/** General practice, dentist and care institution: small carelessness with delicate data. */
import { text } from '../answers.ts'
import { dkimKeys } from '../dkim-keys.ts'
import { instelling, praktijk } from '../layouts.ts'
import { at, carefulDomain, frame, headers, usualDomain } from '../presets.ts'
import { later, site } from '../site.ts'
import { form, fullPrivacy, search, securityTxt, thinPrivacy } from '../texts.ts'
import { behindWarning, follows, followsMail, goodMail, goodWebsite } from '../truth.ts'

/**
 * General practice: the form for a repeat prescription goes over plain http. The certificate ends in eight days. Near
 * miss: a choice whose question stands above it, and is tied to it.
 */
export const huisarts = site({
  slug: 'huisarts',
  host: 'www.huisartsenkadewijk.test',
  layout: praktijk,
  headers: headers.some,
  certificate: 'ends-soon',
  organisation: {
    name: 'Huisartsenpraktijk Kadewijk',
    kind: 'huisarts',
    size: 'klein',
    street: 'Kadeplein',
    publicBody: false,
  },
  domain: { ...usualDomain('huisartsenkadewijk.test'), upkeep: 'ends-soon', dane: 'wrong' },
  home: at('sluisweb', 2, { ipv6: false }),
  frame: frame('Huisartsenpraktijk Kadewijk', 'Dokter De Groot en dokter Yıldız', {
    menu: [
      ['/', 'Home'],
      ['/herhaalrecept/', 'Herhaalrecept aanvragen'],
      ['/nieuws/', 'Nieuws'],
      ['/contact/', 'Contact'],
      ['/privacy/', 'Privacyverklaring'],
    ],
  }),
  pages: {
    '/': {
      title: 'Huisartsenpraktijk Kadewijk',
      main: `<h1>Waar hebt u last van?</h1><section><h2>Spoed</h2><p>Bel 071 555 70 00 en kies 1.</p></section>
<section><h2>Afspraak</h2><p>Bel tussen 8 en 10 uur.</p></section>
<img src="/beeld/huis.svg" alt="De praktijk aan het Kadeplein">`,
    },
    '/herhaalrecept/': {
      title: 'Herhaalrecept aanvragen - Huisartsenpraktijk Kadewijk',
      main: `<h1>Herhaalrecept aanvragen</h1><form method="post" action="http://www.huisartsenkadewijk.test/recept">
<label for="naam">Uw naam</label><input id="naam" name="naam" autocomplete="name"><label for="geboren">Uw
geboortedatum</label><input id="geboren" name="geboortedatum" autocomplete="bday"><label for="middel">Welk
medicijn</label><input id="middel" name="medicijn"><p id="hoe">Hoe
krijgt u het?</p><div role="radiogroup" aria-labelledby="hoe"><label><input type="radio" name="hoe" value="halen"> Ik
haal het</label> <label><input type="radio" name="hoe" value="brengen"> Breng het mij</label></div><p><button
type="submit">Aanvragen</button></p></form>`,
    },
    '/nieuws/': {
      title: 'Nieuws - Huisartsenpraktijk Kadewijk',
      main: `<h1>Nieuws</h1><h2>Griepprik</h2><p>U kunt terecht op 3 en 4 november.</p>`,
    },
    '/contact/': {
      title: 'Contact - Huisartsenpraktijk Kadewijk',
      main: `<h1>Contact</h1><p>Bel 071 555 70 00. Adres: Kadeplein 6, Sluiswijk. De balie is open van 8 tot 17
uur.</p>`,
    },
    '/privacy/': fullPrivacy({
      name: 'Huisartsenpraktijk Kadewijk',
      street: 'Kadeplein 6',
      mail: 'privacy@huisartsenkadewijk.test',
      officer: null,
      receivers: 'Wij delen gegevens met de apotheek en het ziekenhuis.',
    }),
  },
  truth: {
    website: goodWebsite({ 'part-language': 'not-applicable' }, follows.usualDomain, follows.someHeaders, {
      'security-txt': 'unmet',
      'certificate-lifetime': 'partly',
      'ipv6-web': 'unmet',
      'form-target': 'unmet',
      // Which medicine somebody takes, on a page without anybody else.
      'delicate-questions': 'met',
      'use-groups': 'met',
    }),
    mail: { 'huisartsenkadewijk.test': goodMail(followsMail.usual) },
  },
})

const tandartsPages = {
  '/': {
    title: 'Tandartspraktijk Hollander',
    main: `<h1>Een gezond gebit</h1><p>Nieuwe patiënten zijn welkom. Een controle kost 25 euro. Heeft u in het weekend
pijn, bel dan de spoedtandarts in het ziekenhuis. Bent u bang? Zeg het ons, dan nemen wij meer tijd.</p>
<img src="/beeld/huis.svg" alt="De praktijk van buiten">`,
  },
  '/nieuws/': {
    title: 'Nieuws - Tandartspraktijk Hollander',
    main: `<h1>Nieuws</h1><p>Wij zijn gesloten van 22 tot en met 31 december.</p>`,
  },
  '/contact/': {
    title: 'Afspraak en contact - Tandartspraktijk Hollander',
    main: `<h1>Afspraak en contact</h1><p>Bel 071 555 71 71. Adres: Vlietkade
30.</p>${form('https://formulierenhuis.test/inzenden')}`,
  },
  '/privacy/': thinPrivacy('Tandartspraktijk Hollander'),
}
const tandartsTruth = goodWebsite(follows.usualDomain, {
  'security-txt': 'unmet',
  'form-target': 'partly',
  'privacy-statement-parts': 'unmet',
  ...follows.noHeaders,
  'version-disclosed': 'unmet',
})

/** Dentist: the certificate ended ten days ago and the form goes to a company. Later the certificate is renewed. */
export const tandarts = later(
  site({
    slug: 'tandarts',
    host: 'www.tandartshollander.test',
    layout: praktijk,
    headers: headers.none,
    certificate: 'expired',
    organisation: {
      name: 'Tandartspraktijk Hollander',
      kind: 'tandarts',
      size: 'micro',
      street: 'Vlietkade',
      publicBody: false,
    },
    domain: { ...usualDomain('tandartshollander.test'), upkeep: 'rounds' },
    home: at('sluisweb', 1),
    frame: frame('Tandartspraktijk Hollander', 'Vlietkade 30', {
      colours: { main: '#0f6674', ink: '#1a1a1a', paper: '#ffffff', link: '#0a5460' },
    }),
    pages: tandartsPages,
    truth: {
      website: behindWarning({ ...follows.usualDomain, 'certificate-lifetime': 'unmet' }),
      mail: { 'tandartshollander.test': goodMail(followsMail.usual) },
    },
  }),
  {
    certificate: 'good',
    truth: { website: tandartsTruth, mail: { 'tandartshollander.test': goodMail(followsMail.usual) } },
  },
)

/**
 * Care institution: no followers and decent mail, but the builder left an unknown language code, letter spacing that
 * cannot be changed, a text that rolls but cannot be reached with the keyboard, and a list that is none. robots.txt
 * closes the news. Near miss: a certificate of which the day has passed, and which was renewed.
 */
export const zorggroep = site({
  slug: 'zorggroep',
  host: 'www.zorggroepdekade.test',
  layout: instelling,
  headers: headers.decent,
  organisation: {
    name: 'Zorggroep De Kade',
    kind: 'zorginstelling',
    size: 'groot',
    street: 'Lambertuslaan',
    publicBody: false,
  },
  domain: {
    ...carefulDomain('zorggroepdekade.test'),
    dmarc: ['v=DMARC1; p=quarantine; rua=mailto:dmarc@zorggroepdekade.test'],
    dkim: { selector1: dkimKeys.onTrial },
    mtaSts: { id: '20260901', policy: 'version: STSv1\nmode: testing\nmx: *.postpolder.test\nmax_age: 604800\n' },
  },
  home: at('polderhost', 3),
  frame: frame('Zorggroep De Kade', 'Samen oud worden in de stad', {
    colours: { main: '#8a2c0d', ink: '#1a1a1a', paper: '#ffffff', link: '#8a2c0d' },
    menu: [
      ['/', 'Home'],
      ['/locaties/', 'Locaties'],
      ['/nieuws/', 'Nieuws'],
      ['/zoeken', 'Zoeken'],
      ['/contact/', 'Contact'],
    ],
    foot: '<ul><li><a href="/privacy/">Privacyverklaring</a></li></ul>',
    head: '<style>.rol { height: 40px; overflow: auto }</style>\n',
  }),
  pages: {
    '/': {
      title: 'Zorggroep De Kade',
      main: `<h1>Wonen met zorg</h1><p style="letter-spacing: 1px !important">Drie huizen, een thuiszorgteam en een
dagcentrum.</p><p><span lang="nederlands">Welkom</span> in ons huis.</p><div class="rol"><p>Huize Vlietzicht heeft
twaalf kamers aan het water. De Boogaard heeft een tuin met kippen.</p><p>Het Veerhuis is er voor mensen met dementie
en hun familie.</p></div><img src="/beeld/brug.svg" alt="Tekening van onze drie huizen">`,
    },
    '/locaties/': {
      title: 'Locaties - Zorggroep De Kade',
      main: `<h1>Locaties</h1><ul><div>Huize Vlietzicht</div><div>De Boogaard</div><div>Het Veerhuis</div></ul>`,
    },
    '/nieuws/': {
      title: 'Nieuws - Zorggroep De Kade',
      main: `<h1>Nieuws</h1><p>Het koor zingt zondag om drie uur.</p>`,
    },
    '/zoeken': search('Zorggroep De Kade', '<p>Niets gevonden.</p>'),
    '/contact/': {
      title: 'Contact - Zorggroep De Kade',
      main: `<h1>Contact</h1><p>Bel 071 555 80 00. Adres: Lambertuslaan 2.</p>
<p>Ons certificaat van NEN 7510 was geldig tot 1 maart 2026. Het is verlengd tot 1 maart 2029.</p>${form('/contact/')}`,
    },
    '/privacy/': fullPrivacy({
      name: 'Zorggroep De Kade',
      street: 'Lambertuslaan 2',
      mail: 'privacy@zorggroepdekade.test',
      officer: 'fg@zorggroepdekade.test',
      receivers: 'Wij delen gegevens met uw huisarts en het zorgkantoor.',
    }),
  },
  files: {
    '/robots.txt': text('User-agent: *\nDisallow: /nieuws/\n'),
    '/.well-known/security.txt': securityTxt('www.zorggroepdekade.test', 30),
  },
  truth: {
    website: goodWebsite({ 'part-language': 'not-applicable' }, follows.decentHeaders, {
      'axe-1.3.1': 'unmet',
      'axe-1.4.12': 'unmet',
      'axe-2.1.1': 'unmet',
      'certificate-told': 'met',
      'axe-3.1.2': 'unmet',
    }),
    mail: { 'zorggroepdekade.test': goodMail({ 'mta-sts': 'partly', dkim: 'partly' }) },
  },
})
