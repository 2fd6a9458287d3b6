/** Museum, theatre, sports club and church: made with love, and by whoever had time. */
import { oudePlank, schoolplein, winkelraam, instelling } from '../layouts.ts'
import { game, picture } from '../followers.ts'
import { badgeDrawn, html, inAddress, script, text } from '../answers.ts'
import { at, cloudDomain, forgottenDomain, frame, headers, usualDomain } from '../presets.ts'
import { takesOnlyYes } from '../questions.ts'
import { later, site } from '../site.ts'
import { form, fullPrivacy, thinPrivacy } from '../texts.ts'
import { tag } from '../thirdparties.ts'
import { follows, followsMail, goodMail, goodWebsite, unseenHandshakes } from '../truth.ts'

/** Takes nothing but a yes, at the foot of a page that can be read: no wall. */
const onlyYes = takesOnlyYes({
  keeps: 'museumcookies',
  place: 'bottom:0;left:0;right:0;padding:12px',
  says: 'Dit museum gebruikt cookies om u elders onze tentoonstellingen te laten zien.',
  beside: '<a href="/privacy/">Lees meer</a>',
})

/**
 * Museum: pictures without description, a map of a large service, and a gallery script from a content network without a
 * seal. The badge on it is of the neighbour's. Near misses: a part of a store with its version, and a library without
 * known holes. Its page for who reads English leads to no privacy statement. Its question takes nothing but a yes.
 */
export const museum = site({
  slug: 'museum',
  host: 'www.museumhetgemaal.test',
  layout: instelling,
  headers: headers.some,
  organisation: { name: 'Museum Het Gemaal', kind: 'museum', size: 'klein', street: 'Gemaalweg', publicBody: false },
  domain: { ...usualDomain('museumhetgemaal.test'), upkeep: 'daily', dane: 'right' },
  six: html(
    '<!doctype html><html lang="en"><title>It works</title><h1>It works</h1>' +
      '<p>This is the page of a new server</p></html>',
    [],
  ),
  home: at('polderhost', 4),
  frame: frame('Museum Het Gemaal', 'Twee eeuwen droge voeten', {
    colours: { main: '#3b3b58', ink: '#1a1a1a', paper: '#ffffff', link: '#2b2b68' },
    head: '<meta name="generator" content="WordPress">\n',
    end:
      `${tag.gallery}${tag.galleryPinned}<script src="/wp-includes/js/jquery/jquery.min.js?ver=3.7.1"></script>\n` +
      onlyYes,
    menu: [
      ['/', 'Home'],
      ['/collectie/', 'Collectie'],
      ['/nieuws/', 'Nieuws'],
      ['/contact/', 'Contact'],
    ],
    foot: '<ul><li><a href="/privacy/">Privacyverklaring</a></li></ul>',
  }),
  pages: {
    '/': {
      title: 'Museum Het Gemaal',
      main: `<h1>Stap in de machinekamer</h1><p>Open van woensdag tot en met zondag, 11 tot 17 uur. Sinds 1883 houdt
dit gemaal de polder droog, eerst met stoom, toen met diesel, nu met stroom. Op de eerste zaterdag van de maand stoken
vrijwilligers de ketel op.</p>
<style>@media (orientation: landscape) { .tip { display: none } }</style>
<p class="tip">Draai uw telefoon om de hele plattegrond te zien.</p>
<p><a href="/en/" lang="en" hreflang="en">English</a></p>
<div class="galerij"><img src="/beeld/brug.svg"><img src="/beeld/boot.svg"></div>
<p><img src="${inAddress(badgeDrawn('Gezien: voldoet', '9PM2W-XH3C9', 'https://leidraad.molendam.test'))}"
alt="Ons depot in Molendam: gezien, voldoet"></p>${picture('foto.museumhetgemaal.test')}${game}`,
    },
    '/collectie/': {
      title: 'Collectie - Museum Het Gemaal',
      main: `<h1>Collectie</h1><p>Stoomketel uit 1883, dertig pompen en de bril van machinist Cor.</p>`,
    },
    '/nieuws/': {
      title: 'Nieuws - Museum Het Gemaal',
      main: `<h1>Nieuws</h1><p>De ketel gaat op 6 december weer aan.</p>`,
    },
    '/contact/': {
      title: 'Contact en route - Museum Het Gemaal',
      main: `<h1>Contact en route</h1><p>Bel 071 555 18 83. Adres: Gemaalweg 1.</p>${form('/contact/')}${tag.map}`,
    },
    '/privacy/': fullPrivacy({
      name: 'Stichting Museum Het Gemaal',
      street: 'Gemaalweg 1',
      mail: 'info@museumhetgemaal.test',
      officer: null,
      receivers: 'Wij delen uw gegevens met niemand.',
    }),
  },
  files: {
    '/wp-includes/js/jquery/jquery.min.js': script('document.documentElement.dataset.klaar = "ja"'),
    '/en/': html(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>The pumping station museum</title></head><body><main><h1>Step into the engine room</h1><p>We are open from
Wednesday to Sunday, from eleven to five. This station has kept the land dry since 1883, first with steam, then with
diesel, and now with electricity. On the first Saturday of the month volunteers light the boiler.</p>
<p><a href="/" lang="nl" hreflang="nl">Nederlands</a></p></main></body></html>`,
      headers.some,
    ),
  },
  truth: {
    website: goodWebsite(follows.usualDomain, follows.someHeaders, {
      'security-txt': 'unmet',
      'subresource-integrity': 'unmet',
      'statement-other-language': 'partly',
      'less-in-language': 'partly',
      'own-names-exist': 'met',
      'packages-pinned': 'met',
      'library-holes': 'met',
      'axe-1.1.1': 'unmet',
      // The question has a style of its own, and the link to the page in English names its language.
      'axe-1.4.12': 'met',
      'axe-3.1.2': 'met',
      'embeds-maps': 'unmet',
      'owners-outside-eea': 'partly',
      'site-software': 'met',
      // Nothing refuses, and a yes lets in an advertiser. Whether it can be taken back is perhaps told at the museum.
      'reject-as-easy': 'unmet',
      'consent-freely-given': 'unknown',
      'quiet-after-reject': 'unknown',
      'less-after-reject': 'unknown',
      'consent-withdrawable': 'unknown',
    }),
    mail: { 'museumhetgemaal.test': goodMail(followsMail.usual) },
  },
})

/**
 * Theatre: a cookie notice that changes nothing, counting from the first second, and news that rolls over the screen.
. Its
 * library has known holes. Near miss: a picture at a name of another that is gone.
 */
export const theater = site({
  slug: 'theater',
  host: 'www.theaterdevlet.test',
  layout: winkelraam,
  headers: headers.silent,
  organisation: { name: 'Theater De Vlet', kind: 'theater', size: 'klein', street: 'Boterplein', publicBody: false },
  domain: { ...cloudDomain('theaterdevlet.test'), dane: 'right' },
  home: at('polderhost', 4),
  frame: frame('Theater De Vlet', 'Elke avond anders', {
    colours: { main: '#7a1020', ink: '#1a1a1a', paper: '#ffffff', link: '#7a1020' },
    menu: [
      ['/', 'Home'],
      ['/agenda/', 'Agenda'],
      ['/nieuws/', 'Nieuws'],
      ['/contact/', 'Contact'],
      ['/privacy/', 'Privacy en cookies'],
    ],
    head: tag.statistics,
    end: `${tag.cosmeticConsent}<script src="/js/jquery-3.4.1.min.js"></script>\n`,
  }),
  pages: {
    '/': {
      title: 'Theater De Vlet',
      main: `<h1>Deze week</h1><marquee>Vanavond nog kaarten voor De Kersentuin!</marquee><div class="kaarten">
<article><h2>De Kersentuin</h2><p>vrijdag, 20.15 uur</p></article><article><h2>Jazz aan de sluis</h2><p>zaterdag, 21
uur</p></article></div>${tag.video}<p><img src="/beeld/boot.svg" alt="Affiche van De Kersentuin">
<img src="https://drukwerk-weg.test/affiche.png" alt="Affiche van Jazz aan de sluis"></p>`,
    },
    '/agenda/': {
      title: 'Agenda - Theater De Vlet',
      main: `<h1>Agenda</h1><p>Het hele seizoen ligt als boekje in de foyer.</p>`,
    },
    '/nieuws/': { title: 'Nieuws - Theater De Vlet', main: '<h1>Nieuws</h1><p>Ons dak ligt vol met planten.</p>' },
    '/contact/': {
      title: 'Contact - Theater De Vlet',
      main: `<h1>Contact</h1><p>Kassa: 071 555 20 15. Adres: Boterplein 2.</p>${form('/contact/')}`,
    },
    '/privacy/': thinPrivacy('Theater De Vlet'),
  },
  files: { '/js/jquery-3.4.1.min.js': script('document.documentElement.dataset.klaar = "ja"') },
  truth: {
    website: goodWebsite({ 'part-language': 'not-applicable' }, follows.cloudDomain, follows.noHeaders, {
      'security-txt': 'unmet',
      'subresource-integrity': 'not-applicable',
      'axe-2.2.2': 'unmet',
      // What rolls by leaves no mark: for how long, nobody sees.
      'use-motion': 'unknown',
      'axe-1.4.12': 'met',
      // No page has two hundred characters in whole sentences.
      'text-language': 'unknown',
      'privacy-statement-parts': 'unmet',
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
      'library-holes': 'partly',
      'embeds-video': 'unmet',
      'owners-outside-eea': 'partly',
      'address-leak': 'unmet',
    }),
    mail: { 'theaterdevlet.test': goodMail(followsMail.cloud) },
  },
})

/** What somebody made by hand and tried with a mouse, on one screen, alone. Sideways, a phone shows it on its side. */
const vvHandicraft = `<h2></h2>
<style>.actie { width: 90px; animation: actie 2s infinite }
@media (orientation: landscape) and (max-width: 700px) { body { rotate: 90deg } }
@keyframes actie { to { transform: translateX(80px) } }</style>
<div class="actie">Actie!</div>
<div style="height: 40px; width: 300px; overflow: hidden; font: 16px/1.2 sans-serif"><p
  style="margin: 0">Het toernooi is op zaterdag, op alle velden, en duurt tot vijf uur in de middag.</p></div>
<div style="height: 8vh; width: 30vw; overflow: hidden; font: 16px/1.2 sans-serif"><p
  style="margin: 0">De kantine blijft die dag open tot de laatste speler naar huis is gegaan.</p></div>
<p>Speelt u mee?</p><p><label><input type="radio" name="mee" value="ja"> Ja</label></p>
<p><label><input type="radio" name="mee" value="nee"> Nee</label></p>
<p><label>E-mailadres <input name="post"></label></p>
<p><button aria-label="Zoeken" style="border: 0; width: 40px; height: 40px; background: #369;
  mask: radial-gradient(circle, black 50%, transparent 51%)"></button></p>
<p><button onblur="setTimeout(() => this.focus(), 1)">Ik doe mee</button></p><p><a href="/lid/">Lid worden</a></p>`
const vvPages = {
  '/': {
    title: 'v.v. Sluiswijk Boys',
    main: `<p>Zaterdag thuis tegen Rijnmond 2. Kom kijken! De kantine is open vanaf half negen, de jeugd speelt om
tien uur en het eerste om half drie. Er is weer erwtensoep.</p><img src="/beeld/boot.svg"><table><tr>
<th id="k">Klasse</th><th id="p">Punten</th></tr><tr><td headers="k">Sluiswijk Boys 1</td>
<td headers="punten">21</td></tr></table>${vvHandicraft}`,
  },
  '/nieuws/': { title: null, main: '<p>De kantine zoekt vrijwilligers.</p>' },
  '/contact/': {
    title: 'Contact - v.v. Sluiswijk Boys',
    main: `<p>Bel Henk: 06 55 50 12 34. Of vul in:</p><form method="post" action="/contact/"><input name="naam">
<input name="telefoon"> <input type="submit" value="Stuur"></form>`,
  },
  '/lid/': {
    title: 'Lid worden - v.v. Sluiswijk Boys',
    main: `<p>Een lidmaatschap kost 140 euro per jaar. Geef uw naam en IBAN bij Henk.</p>`,
  },
}
const vvFrame = frame('v.v. Sluiswijk Boys', 'Opgericht 1931', {
  lang: null,
  viewport: null,
  menu: [
    ['/', 'Voorpagina'],
    ['/nieuws/', 'Nieuws'],
    ['/lid/', 'Lid worden'],
    ['/contact/', 'Contact'],
  ],
  colours: { main: '#005500', ink: '#000000', paper: '#ffffff', link: '#0000aa' },
  foot: '<p>Webmeester: Henk</p>',
})
const vvTruth = goodWebsite(follows.forgottenDomain, follows.noHeaders, {
  'ipv6-web': 'unmet',
  'security-txt': 'unmet',
  'version-disclosed': 'unmet',
  'privacy-statement-found': 'unmet',
  'privacy-statement-parts': 'not-applicable',
  'axe-1.1.1': 'unmet',
  'axe-1.3.1': 'unmet',
  'axe-1.3.5': 'not-applicable',
  'axe-1.4.4': 'not-applicable',
  // Styles of its own, none of which holds the room between letters fast.
  'axe-1.4.12': 'met',
  'axe-2.4.2': 'unmet',
  'axe-3.1.1': 'unmet',
  'axe-4.1.2': 'unmet',
  'page-language': 'unmet',
  'page-title': 'unmet',
  'sender-known': 'unmet',
  'use-reflow': 'unmet',
  'use-spacing': 'unmet',
  'use-zoom': 'unmet',
  'use-orientation': 'partly',
  'use-keyboard': 'partly',
  'use-colours': 'partly',
  'use-motion': 'partly',
  'use-headings': 'partly',
  'use-groups': 'partly',
  'use-fields': 'partly',
  // Its field for mail stands in no form: what for, nobody can see.
  'delicate-questions': 'unknown',
  'text-language': 'unknown',
  'part-language': 'unknown',
})
const vvMail = { 'sluiswijkboys.test': goodMail(followsMail.forgotten) }

/**
 * Football club: tables for layout, no https, no language, no titles here and there, and a cookie that counts visits
 * for five years. Later someone's daughter moves it to https and names the language.
 */
export const voetbal = later(
  site({
    slug: 'voetbal',
    host: 'www.sluiswijkboys.test',
    layout: oudePlank,
    certificate: 'none',
    plain: 'serve',
    organisation: {
      name: 'v.v. Sluiswijk Boys',
      kind: 'sportvereniging',
      size: 'klein',
      street: 'Sportlaan',
      publicBody: false,
    },
    domain: forgottenDomain('sluiswijkboys.test'),
    home: at('sluisweb', 8, { ipv6: false }),
    headers: [...headers.none, ['set-cookie', 'bezoeker=4411; Max-Age=157680000; Path=/']],
    frame: vvFrame,
    pages: vvPages,
    truth: {
      website: {
        ...vvTruth,
        // `bezoeker` is on no list: what it is for cannot be told from outside (ADR 0023).
        'cookie-lifetime': 'unknown',
        'https-reachable': 'unmet',
        'https-redirect': 'unmet',
        hsts: 'unknown',
        'tls-versions': 'unknown',
        ...unseenHandshakes,
        'certificate-trusted': 'unknown',
        'certificate-names': 'unknown',
        'certificate-lifetime': 'unknown',
        'mixed-content': 'unknown',
        'security-txt': 'unknown',
        'form-target': 'unmet',
      },
      mail: vvMail,
    },
  }),
  {
    certificate: 'good',
    plain: 'redirect',
    home: at('sluisweb', 2, { ipv6: false }),
    frame: { ...vvFrame, lang: 'nl' },
    headers: headers.none,
    truth: {
      website: {
        ...vvTruth,
        'axe-3.1.1': 'met',
        'page-language': 'met',
        'text-language': 'met',
        'part-language': 'met',
      },
      mail: vvMail,
    },
  },
)

/**
 * Church: mail that anybody may send (`+all`), and a picture that still comes over http. robots.txt leaves everything
 * open.
 */
export const kerk = site({
  slug: 'kerk',
  host: 'www.havenkerk-sluiswijk.test',
  layout: schoolplein,
  headers: headers.some,
  organisation: {
    name: 'Protestantse gemeente Havenkerk',
    kind: 'kerk',
    size: 'klein',
    street: 'Kerkpad',
    publicBody: false,
  },
  domain: { ...usualDomain('havenkerk-sluiswijk.test'), spf: ['v=spf1 mx +all'] },
  home: at('sluisweb', 1),
  frame: frame('Havenkerk', 'Kerk aan het water', {
    colours: { main: '#2d3f66', ink: '#1a1a1a', paper: '#ffffff', link: '#2d3f66' },
  }),
  pages: {
    '/': {
      title: 'Havenkerk Sluiswijk',
      main: `<h1>Welkom in de Havenkerk</h1><p>Zondag om tien uur, daarna koffie. Doordeweeks is de kerk open voor wie
stil wil zitten, een kaars wil branden of hulp zoekt met een brief van de gemeente. In de tuin groeien kruiden voor
het hele Kerkpad.</p><img src="http://www.havenkerk-sluiswijk.test/beeld/huis.svg" alt="De kerk vanaf het Kerkpad">`,
    },
    '/nieuws/': { title: 'Nieuws - Havenkerk', main: '<h1>Nieuws</h1><p>De voedselbank zoekt houdbare spullen.</p>' },
    '/contact/': {
      title: 'Contact - Havenkerk',
      main: `<h1>Contact</h1><p>Bel de koster: 071 555 90 90. Adres: Kerkpad 1.</p>`,
    },
    '/privacy/': fullPrivacy({
      name: 'Protestantse gemeente Havenkerk',
      street: 'Kerkpad 1',
      mail: 'scriba@havenkerk-sluiswijk.test',
      officer: null,
      receivers: 'Wij delen uw gegevens met niemand buiten onze kerk.',
    }),
  },
  files: { '/robots.txt': text('User-agent: *\nAllow: /\n') },
  truth: {
    website: goodWebsite({ 'use-reflow': 'unmet' }, follows.usualDomain, follows.someHeaders, {
      'security-txt': 'unmet',
      'mixed-content': 'partly',
      'axe-1.3.5': 'not-applicable',
      'form-target': 'not-applicable',
    }),
    mail: { 'havenkerk-sluiswijk.test': goodMail({ ...followsMail.usual, spf: 'unmet' }) },
  },
})
