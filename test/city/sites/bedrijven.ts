/** Businesses: accountant, web shop, energy cooperative and estate agent. */
import { dkimKeys } from '../dkim-keys.ts'
import { chart, draft, lookUp, picture } from '../followers.ts'
import { instelling, praktijk, winkelraam } from '../layouts.ts'
import { at, carefulDomain, cloudDomain, forgottenDomain, frame, headers } from '../presets.ts'
import { site } from '../site.ts'
import { form, fullPrivacy, generalTerms, search, securityTxt, thinPrivacy } from '../texts.ts'
import { tag } from '../thirdparties.ts'
import { follows, followsMail, goodMail, goodWebsite } from '../truth.ts'

const sealed =
  `default-src 'none'; script-src 'self' https://leveringsnet.test; style-src 'self'; img-src 'self'; ` +
  `form-action ` +
  `'self'; frame-ancestors 'none'; base-uri 'none'`

/** A secret is chosen, which no vault has to fill in. */
const join = `<h2>Lid worden</h2><form method="post" action="/lid/"><p><label for="lid">E-mailadres</label>
<input id="lid" name="lid" type="email" autocomplete="email"> <label for="nieuw">Kies een wachtwoord</label>
<input id="nieuw" name="nieuw" type="password" autocomplete="off"> <label for="weer">Nog een keer</label>
<input id="weer" name="weer" type="password"
autocomplete="off"> <button type="submit">Word lid</button></p></form>`

/** Thirty-two sentences that are short. */
const shortSentences = ['Panelen', 'Kabels', 'Meters', 'Stekkers', 'Accu’s', 'Schakelaars', 'Klemmen', 'Lampen']
  .flatMap((thing) => [
    `${thing} kiezen wij samen met de leden.`,
    `${thing} kijken wij elk jaar na.`,
    `${thing} die stuk zijn, vervangen wij meteen.`,
    `${thing} betalen wij uit de opbrengst.`,
  ])
  .join(' ')

/** Thirty-two sentences that are long, of which each is about something else. */
const longSentences = [
  'de jaarrekening, de loonadministratie, de omzetbelasting en de aangifte',
  'de stukken, de bijlagen, de mappen en de bestanden',
  'het rapport, het advies, de berekening en de prognose',
  'de betaling, de rente, de korting en de rekening',
]
  .flatMap((subject) =>
    ['uitvoering', 'levering', 'controle', 'bewaring', 'teruggave', 'vertaling', 'ondertekening', 'beoordeling'].map(
      (act) =>
        `Onder de ${act} van ${subject} verstaan partijen alles wat de opdrachtgever in het kader van de opdracht ` +
        `heeft gevraagd en wat de opdrachtnemer daarvoor redelijkerwijs nodig heeft of nodig zal krijgen.`,
    ),
  )
  .join(' ')

/**
 * Accountant: strict headers, and the one script from elsewhere carries its seal. But DMARC stands in DNS twice, and
 * its terms are sentences of more than thirty words. Who has his tax return made gives his BSN, beside that sealed
 * script.
 */
export const accountant = site({
  slug: 'accountant',
  host: 'www.vaartenvennoten.test',
  layout: instelling,
  organisation: {
    name: 'Vaart & Vennoten Accountants',
    kind: 'accountant',
    size: 'klein',
    street: 'Binnenhaven',
    publicBody: false,
  },
  domain: {
    ...carefulDomain('vaartenvennoten.test'),
    // Under a name that nobody can guess.
    dkim: { vv2026najaar: dkimKeys.strong },
    dmarc: ['v=DMARC1; p=reject', 'v=DMARC1; p=none; rua=mailto:post@vaartenvennoten.test'],
  },
  home: at('polderhost', 5),
  headers: [
    ...headers.excellent.filter(([key]) => key !== 'content-security-policy'),
    ['content-security-policy', sealed],
  ],
  frame: frame('Vaart &amp; Vennoten', 'Cijfers die kloppen', {
    colours: { main: '#20303c', ink: '#1a1a1a', paper: '#ffffff', link: '#20405c' },
    menu: [
      ['/', 'Home'],
      ['/nieuws/', 'Nieuws'],
      ['/aangifte/', 'Aangifte laten doen'],
      ['/contact/', 'Contact'],
      ['/privacy/', 'Privacyverklaring'],
    ],
    end: tag.gallerySealed,
    foot:
      '<p>Binnenhaven 9, 2399 CD Sluiswijk. Telefoon 071 555 32 10.</p><ul><li><a ' +
      'href="/voorwaarden/">Algemene voorwaarden</a></li></ul>',
  }),
  pages: {
    '/': {
      title: 'Vaart en Vennoten Accountants',
      main: `<h1>Uw boekhouding op tijd klaar</h1><p>Wij doen jaarrekeningen, loon en belasting voor winkels en
werkplaatsen in de stad. U krijgt één vast aanspreekpunt en een rekening zonder kleine letters.</p>
<div class="galerij"><img src="/beeld/huis.svg" alt="Ons pand aan de Binnenhaven"></div>`,
    },
    '/nieuws/': {
      title: 'Nieuws - Vaart en Vennoten',
      main: `<h1>Nieuws</h1><p>De kleineondernemersregeling verandert per 1 januari.</p>`,
    },
    '/aangifte/': {
      title: 'Aangifte laten doen - Vaart en Vennoten',
      main: `<h1>Aangifte laten doen</h1><p>Wij vullen uw aangifte in en bellen u voordat zij weggaat.</p><form
method="post" action="/aangifte/"><label for="naam">Uw naam</label><input id="naam" name="naam"
autocomplete="name"><label for="nummer">Uw burgerservicenummer (BSN)</label><input id="nummer" name="bsn"><label
for="inkomen">Uw jaarinkomen</label><input id="inkomen" name="jaarinkomen"><p><button
type="submit">Versturen</button></p></form>`,
    },
    '/contact/': {
      title: 'Contact - Vaart en Vennoten',
      main: `<h1>Contact</h1><p>Bel 071 555 32 10.</p>${form('/contact/')}`,
    },
    '/privacy/': fullPrivacy({
      name: 'Vaart en Vennoten Accountants',
      street: 'Binnenhaven 9',
      mail: 'privacy@vaartenvennoten.test',
      officer: null,
      receivers: 'Wij delen gegevens met de Belastingdienst, in uw opdracht.',
    }),
    '/voorwaarden/': generalTerms(
      'Vaart en Vennoten',
      'Wij wijzigen deze voorwaarden in overleg met onze klanten.',
      `<p>${longSentences}</p>`,
    ),
  },
  files: { '/.well-known/security.txt': securityTxt('www.vaartenvennoten.test', 365 - 30) },
  truth: {
    website: goodWebsite({
      'owners-outside-eea': 'partly',
      'sentence-length': 'partly',
      terms: 'met',
      'delicate-questions': 'met',
    }),
    mail: { 'vaartenvennoten.test': goodMail({ dmarc: 'unmet', dkim: 'unknown' }) },
  },
})

/**
 * Web shop: counts, advertises and chats before anyone was asked; the search page gives the words searched for to
 * others (its policy sends the whole address along); the basket cookie is open to scripts. It says that it only sets
 * functional cookies, and that it may change its terms at any time.
 */
export const webwinkel = site({
  slug: 'webwinkel',
  host: 'www.klikkado.test',
  layout: winkelraam,
  organisation: { name: 'Klikkado', kind: 'webwinkel', size: 'klein', street: 'Industrieweg', publicBody: false },
  domain: cloudDomain('klikkado.test'),
  certificate: 'rsa',
  home: at('wolkdienst', 3, { alias: true }),
  headers: [
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'unsafe-url'],
    ['set-cookie', 'winkel_session=81be77c0ffee1234; Path=/; Secure'],
  ],
  frame: frame('Klikkado', 'Cadeaus die morgen aankomen', {
    colours: { main: '#a3134b', ink: '#1a1a1a', paper: '#ffffff', link: '#a3134b' },
    menu: [
      ['/', 'Winkel'],
      ['/bestellen/', 'Bestellen'],
      ['/zoeken', 'Zoeken'],
      ['/nieuws/', 'Acties'],
      ['/contact/', 'Klantenservice'],
      ['/privacy/', 'Privacy'],
    ],
    head: tag.tagManager + tag.statistics + tag.advertising + tag.fonts,
    end: tag.chat,
    foot:
      '<p>Klikkado, Industrieweg 7, 2397 XB Sluiswijk. Telefoon 071 555 54 32. KvK 99990001.</p><ul><li><a ' +
      'href="/cookies/">Cookieverklaring</a></li><li><a href="/voorwaarden/">Algemene voorwaarden</a></li></ul>',
  }),
  pages: {
    '/': {
      title: 'Klikkado cadeaus',
      main: `<h1>Voor iedereen iets</h1><div class="kaarten"><article><h2>Sokken met een boot</h2><p>12,95 euro</p>
<img src="/beeld/boot.svg" alt="Blauwe sokken met een boot erop"></article><article><h2>Tulp van hout</h2><p>9,50
euro</p><img src="/beeld/bloem.svg" alt="Houten tulp"></article></div><p>Vandaag voor tien uur 's avonds besteld is
morgen in huis. Retour sturen kan binnen dertig dagen.</p>${picture('beeld.klikkado.test')}${tag.like}`,
    },
    '/bestellen/': {
      title: 'Bestellen - Klikkado',
      main: `<h1>Bestellen</h1>${form(
        '/bestellen/',
        '<label for="straat">Straat en huisnummer</label>' +
          '<input id="straat" name="straat" autocomplete="street-address">',
      )}${tag.checkout}`,
    },
    '/zoeken': search('Klikkado', '<p>Twaalf cadeaus gevonden.</p>'),
    '/nieuws/': { title: 'Acties - Klikkado', main: '<h1>Acties</h1><p>Drie halen, twee betalen op alle sokken.</p>' },
    '/contact/': {
      title: 'Klantenservice - Klikkado',
      main: `<h1>Klantenservice</h1><p>Bel 071 555 54 32.</p>${form('/contact/', tag.captcha)}`,
    },
    '/privacy/': thinPrivacy('Klikkado'),
    '/cookies/': {
      title: 'Cookieverklaring - Klikkado',
      main: `<h1>Cookieverklaring</h1><p>Klikkado wil dat u rustig kunt winkelen. Wij gebruiken alleen functionele
cookies. Daarmee weten wij wat er in uw winkelmand zit, ook als u morgen terugkomt.</p>`,
    },
    '/voorwaarden/': generalTerms('Klikkado', 'Klikkado mag deze voorwaarden te allen tijde eenzijdig wijzigen.'),
  },
  truth: {
    website: goodWebsite(follows.cloudDomain, follows.cloudHome, {
      'own-names-exist': 'met',
      'certificate-key': 'partly',
      'ocsp-stapling': 'partly',
      'part-language': 'not-applicable',
      hsts: 'unmet',
      csp: 'unmet',
      framing: 'unmet',
      'referrer-policy': 'unmet',
      'security-txt': 'unmet',
      'subresource-integrity': 'not-applicable',
      'cookie-attributes': 'unmet',
      'axe-1.4.12': 'met',
      'privacy-statement-parts': 'unmet',
      'statement-true': 'unmet',
      terms: 'partly',
      'third-party-hosts': 'partly',
      'trackers-before-consent': 'unmet',
      'third-party-cookies': 'unmet',
      'tracking-cookies-before-consent': 'unmet',
      // The chat keeps a number that nobody lists in the site's own storage: from outside a doubt (ADR 0023).
      'storage-before-consent': 'unknown',
      'cookie-lifetime': 'unmet',
      'embeds-fonts': 'unmet',
      'embeds-social': 'unmet',
      'embeds-captcha': 'unmet',
      'owners-outside-eea': 'partly',
      'address-leak': 'unmet',
    }),
    mail: { 'klikkado.test': goodMail(followsMail.cloud) },
  },
})

const sunPrivacy = fullPrivacy({
  name: 'Energiecoöperatie Sluisstroom',
  street: 'Gemaalweg 3',
  mail: 'bestuur@sluisstroom.test',
  officer: null,
  receivers: 'Polderstatistiek telt bezoeken, zonder cookies.',
})

/**
 * Energy cooperative: kept by volunteers who know what they do. Counts with the Dutch service without cookies. Its
 * statement does not say that one can take data along; its terms change with notice and a way out. Whoever joins
 * chooses a password.
 */
export const energie = site({
  slug: 'energie',
  host: 'www.sluisstroom.test',
  layout: praktijk,
  headers: headers.decent,
  organisation: {
    name: 'Energiecoöperatie Sluisstroom',
    kind: 'energiecoöperatie',
    size: 'micro',
    street: 'Gemaalweg',
    publicBody: false,
  },
  domain: carefulDomain('sluisstroom.test'),
  home: at('polderhost', 6),
  frame: frame('Sluisstroom', 'Samen de zon op het dak', {
    colours: { main: '#2d5d1c', ink: '#1a1a1a', paper: '#ffffff', link: '#28551a' },
    end: tag.polder,
    foot:
      '<p>Gemaalweg 3, 2396 AA Sluiswijk. Mail: bestuur@sluisstroom.test.</p><ul><li><a ' +
      'href="/voorwaarden/">Algemene voorwaarden</a></li></ul>',
  }),
  pages: {
    '/': {
      title: 'Sluisstroom',
      main: `<h1>Stroom van je eigen stad</h1><p>Met 312 leden hebben wij vier daken vol zonnepanelen gelegd: op de
school, de sporthal, het gemaal en het buurthuis. Wat wij verdienen gaat naar het vijfde dak. Lid worden kost 50 euro,
eenmalig, en op de ledenvergadering heeft iedereen één stem.</p><section><h2>Meedoen</h2><p>Kom naar het spreekuur op
donderdag, in het oude gemaal.</p></section><img src="/beeld/huis.svg" alt="Zonnepanelen op de sporthal">${chart}`,
    },
    '/nieuws/': {
      title: 'Nieuws - Sluisstroom',
      main: `<h1>Nieuws</h1><p>De sporthal wekte in juni 4.100 kilowattuur op.</p>`,
    },
    '/contact/': { title: 'Contact - Sluisstroom', main: `<h1>Contact</h1>${form('/contact/')}${draft}${join}` },
    '/privacy/': { ...sunPrivacy, main: sunPrivacy.main.replace(', bezwaar en overdraagbaarheid', ' en bezwaar') },
    '/voorwaarden/': generalTerms(
      'Sluisstroom',
      'Wij mogen deze voorwaarden altijd wijzigen. Dat laten wij een maand vooraf weten, en u mag dan opzeggen.',
      `<p>${shortSentences}</p>`,
    ),
  },
  files: {
    '/.well-known/security.txt': securityTxt('www.sluisstroom.test', 250),
    '/concept': { status: 204, headers: [], body: Buffer.alloc(0) },
  },
  truth: {
    website: goodWebsite(follows.decentHeaders, {
      'subresource-integrity': 'not-applicable',
      'portability-told': 'partly',
      'sentence-length': 'met',
      // Whether a change with notice is fair is for a person to read.
      terms: 'unknown',
      'sign-in': 'met',
    }),
    mail: { 'sluisstroom.test': goodMail() },
  },
})

/**
 * Estate agent: an old server that still speaks TLS 1.0 and 1.1, a map on every house, a chat, and a window that cannot
 * be enlarged.
 */
export const makelaar = site({
  slug: 'makelaar',
  host: 'www.makelaardijsluys.test',
  layout: instelling,
  headers: headers.none,
  server: 'old',
  organisation: {
    name: 'Makelaardij Sluys',
    kind: 'makelaar',
    size: 'klein',
    street: 'Binnenhaven',
    publicBody: false,
  },
  domain: { ...forgottenDomain('makelaardijsluys.test'), mx: 'oudepost' },
  home: at('polderhost', 90, { ipv6: false }),
  frame: frame('Makelaardij Sluys', 'Thuis aan het water', {
    colours: { main: '#6b4a00', ink: '#1a1a1a', paper: '#ffffff', link: '#6b4a00' },
    viewport: 'width=device-width, initial-scale=1, maximum-scale=1, user-scalable=no',
    menu: [
      ['/', 'Home'],
      ['/aanbod/', 'Aanbod'],
      ['/nieuws/', 'Nieuws'],
      ['/contact/', 'Contact'],
      ['/privacy/', 'Privacyverklaring'],
    ],
    end: tag.chat,
    foot: '<p>Binnenhaven 20, 2399 CD Sluiswijk. Telefoon 071 555 40 40.</p>',
  }),
  pages: {
    '/': {
      title: 'Makelaardij Sluys',
      main: `<h1>Nieuw: grachtenhuis met tuin</h1><p>Vlietkade 12, vijf kamers, bouwjaar 1912, vraagprijs 649.000
euro. De tuin ligt op het zuiden en heeft een achterom. Bezichtigen kan op zaterdag, bel ons voor een tijd.</p><p>Wilt
u uw huis verkopen? De eerste waardebepaling is gratis.</p>
<img src="/beeld/huis.svg" alt="Vlietkade 12, gezien vanaf het water">`,
    },
    '/aanbod/': {
      title: 'Aanbod - Makelaardij Sluys',
      main: `<h1>Aanbod</h1><p>Drie huizen, een woonboot.</p>${tag.map}`,
    },
    '/nieuws/': {
      title: 'Nieuws - Makelaardij Sluys',
      main: `<h1>Nieuws</h1><p>De prijzen stegen dit jaar met vier procent.</p>`,
    },
    '/contact/': {
      title: 'Contact - Makelaardij Sluys',
      main: `<h1>Contact</h1><p>Bel 071 555 40 40.</p>${form('/contact/')}${lookUp}`,
    },
    '/privacy/': fullPrivacy({
      name: 'Makelaardij Sluys',
      street: 'Binnenhaven 20',
      mail: 'info@makelaardijsluys.test',
      officer: null,
      receivers: 'Wij delen gegevens met de notaris.',
    }),
  },
  truth: {
    website: goodWebsite(follows.forgottenDomain, follows.noHeaders, {
      'version-disclosed': 'unmet',
      'ipv6-web': 'unmet',
      'tls-versions': 'unmet',
      'tls-ciphers': 'unmet',
      'tls-order': 'unmet',
      'tls-groups': 'unmet',
      'tls-post-quantum': 'partly',
      'tls-handshake': 'unmet',
      'security-txt': 'unmet',
      'subresource-integrity': 'not-applicable',
      'axe-1.4.4': 'unmet',
      'axe-1.4.12': 'met',
      // The chat keeps a number that nobody lists in the site's own storage: from outside a doubt (ADR 0023).
      'storage-before-consent': 'unknown',
      'embeds-maps': 'unmet',
      'owners-outside-eea': 'partly',
    }),
    mail: {
      'makelaardijsluys.test': goodMail({ ...followsMail.forgotten, 'mail-starttls': 'unmet', 'mail-tls': 'unmet' }),
    },
  },
})
