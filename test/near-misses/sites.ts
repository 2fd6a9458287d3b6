/** Four ordinary sites, full of what looks like a fault and is none; the last has faults, and each must be named. */
import { CAREFUL, pagesOf, statement, STYLE_HASH, WORDS, type NearSite } from './pages.ts'

const UNTIL = new Date(Date.now() + 200 * 86_400_000).toISOString()
const strict = `default-src 'self'; style-src ${STYLE_HASH}; object-src 'none'; base-uri 'self'; frame-ancestors 'self'`
const hex = (length: number, of = 'a3f9c17e') => of.repeat(12).slice(0, length)
const withoutSecurityTxt = { 'security-txt': { verdict: 'unmet', reason: 'missing' } } as const
const unknown = { verdict: 'unknown' } as const
/** What these sites do not say of themselves, too few sentences to count. */
const unsaid = {
  'site-software': unknown,
  'sentence-length': { verdict: 'unknown', reason: 'few' },
  'children-told': unknown,
} as const
/** What a public body may lead to, and this one does not. */
const unled = Object.fromEntries(
  [
    'processing-register',
    'assessments-published',
    'leak-route',
    'security-policy-told',
    'status-page',
    'incident-route',
    'tested-told',
    'messages-told',
    'certificate-told',
  ].map((check) => [check, unknown]),
)
/** Its one document is gone: of others nobody knows. */
const unread = { verdict: 'unknown', reason: 'not-read' } as const
const unreadDocuments = {
  'pdf-text': unread,
  'pdf-tags': unread,
  'pdf-language': unread,
  'pdf-title': unread,
} as const
/** It names consent as a ground and other rights, and does not say that data can come along. */
const withoutPortability = { 'portability-told': { verdict: 'partly', reason: 'not-told' } } as const

const town = pagesOf(
  'Gemeente Meerdam',
  {
    '/nieuws': 'Nieuws',
    '/afspraak': 'Afspraak maken',
    '/contact': 'Contact',
    '/zoeken': 'Zoeken',
    '/stadhuis/toegankelijkheid': 'Toegankelijkheid',
  },
  { '/privacy': 'Privacy', '/toegankelijkheid': 'Toegankelijkheid', '/en': 'English' },
)
/** A statement beside a page on wheelchairs, house numbers with `type=tel`, a signed security.txt, balancers. */
const gemeente: NearSite = {
  host: 'www.meerdam.test',
  publicBody: true,
  headers: { ...CAREFUL, 'content-security-policy': strict },
  routes: {
    '/': town(
      'Home',
      `<h1>Meerdam</h1><form action="/zoeken" role="search"><input name="trefwoord"
aria-label="Onderwerp, naam of e-mail"><button>Zoek</button></form><p>${WORDS}</p><ul>
<li><a href="/d/plan.pdf">Plan (PDF)</a></li>
<li><a href="/d/aanvraag.docx">Aanvraag (Word)</a></li><li><a href="/d/aanvraag.odt">Aanvraag (ODT)</a></li></ul>`,
    ),
    '/nieuws': town(
      'Nieuws',
      `<h1>Nieuws</h1><p>Melden kan niet alleen via de app, ook aan de balie.</p><p>${WORDS}</p>`,
    ),
    '/afspraak': {
      body: town(
        'Afspraak maken',
        `<h1>Afspraak</h1><form action="/afspraak/2"><label>Aantal personen <input type="tel" name="aantal"></label>
<label>Huisnummer <input type="tel" name="huisnr"></label><button>Verder</button></form><p>${WORDS}</p>`,
      ),
      headers: {
        'set-cookie': [
          `ASP.NET_SessionId=${hex(24)}; Path=/; Secure; HttpOnly; SameSite=Lax`,
          `__RequestVerificationToken=${hex(40)}; Path=/; Secure; SameSite=Strict`,
          `ARRAffinity=${hex(64)}; Path=/; HttpOnly; Secure`,
          'BIGipServerweb=1677787402.36895.0000; Path=/; HttpOnly; Secure',
          'PHPSESSID=deleted; Max-Age=0; Path=/',
          'taal=nl; Max-Age=157680000; Path=/',
        ],
      },
    },
    '/contact': town('Contact', `<h1>Contact</h1><p>Bel 14&nbsp;0123 of +31 (0)20 – 123 45 68.</p><p>${WORDS}</p>`),
    '/zoeken': town('Zoeken', `<h1>Zoeken</h1><p>Niets gevonden. ${WORDS}</p>`),
    '/stadhuis/toegankelijkheid': town('Toegankelijk stadhuis', `<h1>Rolstoelen</h1><p>Er is een lift. ${WORDS}</p>`),
    '/privacy': town('Privacy', statement('Gemeente Meerdam')),
    '/toegankelijkheid': town(
      'Toegankelijkheid',
      `<h1>Toegankelijkheidsverklaring</h1><p>Status: voldoet gedeeltelijk (B). Onderzocht op 12 maart 2025, bijgewerkt
op 3 september 2026. <a href="https://www.toegankelijkheidsverklaring.nl/register/1234">In het register</a></p>`,
    ),
    '/en': town('Home', '<h1>Meerdam</h1><p>Welcome.</p>', { lang: 'en' }),
    '/.well-known/security.txt': `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n
Contact: mailto:security@meerdam.test\nExpires: ${UNTIL}\n-----BEGIN PGP SIGNATURE-----\n\niQIzBAEB\n=abcd
-----END PGP SIGNATURE-----\n`,
  },
  others: {
    'www.toegankelijkheidsverklaring.nl': {
      '/register/1234': `<!doctype html><html lang="nl"><title>Verklaring</title><h1>www.meerdam.test</h1>
<p>Status: voldoet gedeeltelijk (B). Laatst bijgewerkt: 03-09-2026.</p>`,
    },
  },
  truth: {
    ...unsaid,
    'accessibility-statement': { verdict: 'met', reason: 'declared', names: ['2026-09-03', 'register/1234'] },
    'public-documents': { verdict: 'unmet', reason: 'missing' },
    'page-dates': { verdict: 'partly', reason: 'undated', names: ['/nieuws'] },
    'help-nearby': unknown,
    'algorithm-register': unknown,
    'sensor-register': unknown,
    'open-data': unknown,
    'source-code': unknown,
    'source-described': unknown,
    'site-archive': unknown,
    'complaint-route': unknown,
    'open-interface': unknown,
    'interface-described': unknown,
    'acting-for-another': unknown,
    'shared-parts': unknown,
    ...unled,
    ...unreadDocuments,
  },
}

const shop = pagesOf(
  'Bakkerij Aar',
  { '/winkel/': 'Winkel', '/bestellen/': 'Bestellen', '/contact/': 'Contact', '/over/': 'Over ons' },
  { '/gegevens/': 'Zo gaan we om met je gegevens (privacy)', 'https://www.instagram.com/aar': 'Instagram' },
)
/** Policy and referrer in meta elements, a choice of cookies, a wish list, payment elsewhere, plain words. */
const bakker: NearSite = {
  host: 'bakkerij-aar.test',
  publicBody: false,
  headers: {
    'strict-transport-security': CAREFUL['strict-transport-security'],
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN, SAMEORIGIN',
  },
  routes: {
    '/': {
      body: shop(
        'Vers brood',
        `<h1>Vers brood</h1><p>${WORDS}</p><p>KvK 12345678, NL91 ABNA 0417 1643 00.</p>
<a href="https://www.youtube-nocookie.com/embed/x">Film op YouTube</a>
<script type="text/plain" data-category="marketing" src="https://connect.facebook.net/en_US/fbevents.js"></script>`,
        {
          head: `<meta http-equiv="Content-Security-Policy" content="${strict.replace("; frame-ancestors 'self'", '')}">
<meta name="referrer" content="no-referrer">`,
        },
      ),
      headers: {
        'set-cookie': [
          'cookiekeuze=noodzakelijk; Max-Age=31536000; Path=/',
          `yith_wcwl_session_${hex(32)}=${hex(32)}; Max-Age=2592000; Path=/; Secure; HttpOnly; SameSite=Lax`,
          '_ga_optout=1; Max-Age=31536000; Path=/',
          'woocommerce_items_in_cart=0; Path=/',
        ],
      },
    },
    '/winkel/': shop('Winkel', `<h1>Winkel</h1><a href="?add-to-cart=12">In mandje: volkoren</a><p>${WORDS}</p>`),
    '/bestellen/': shop(
      'Bestellen',
      `<h1>Bestellen</h1><form method="post" action="https://www.mollie.com/checkout/x"><label>Naam <input name="naam"
autocomplete="name"></label><button>Betaal met iDEAL</button></form><p>${WORDS}</p>`,
    ),
    '/contact/': shop('Contact', `<h1>Contact</h1><p>020&#8209;123&#8209;45&#8209;68</p><p>${WORDS}</p>`),
    '/over/': shop('Over ons', `<h1>Over ons</h1><p>Volg ons, maar niet alleen via Instagram. ${WORDS}</p>`),
    '/gegevens/': shop(
      'Jouw gegevens',
      `<h1>Jouw gegevens</h1><p>Bakkerij Aar (KvK 12345678) gebruikt jouw gegevens om je bestelling te brengen. Dat mag,
want we hebben een overeenkomst met je. We geven je gegevens aan de bezorger. Na 7 jaar gooien we ze weg. Je mag alles
bekijken of laten veranderen. Niet tevreden? Ga naar de Autoriteit Persoonsgegevens. Mail naar brood@aar.nl.</p>`,
    ),
  },
  others: {},
  truth: {
    ...unsaid,
    ...withoutSecurityTxt,
    'own-news': { verdict: 'unknown', reason: 'social-links' },
    'rights-told': { verdict: 'partly', names: ['gegevens laten wissen'], spares: ['bekijken', 'bezwaar'] },
  },
}

const club = pagesOf('VV Meerdam', { '/nieuws': 'Nieuws', '/contact': 'Contact', '/en': 'English' }, {})
const shadow = `<club-foot><template shadowrootmode="open"><footer><a href="/privacy">Privacy&shy;verklaring</a>
<p>Tel. 0123 – 45 67 89</p></footer></template></club-foot>`
/** A login on the front page of a club that is no portal, links in a shadow root, maps of a public body. */
const sport: NearSite = {
  host: 'vvmeerdam.test',
  publicBody: false,
  headers: { ...CAREFUL, 'content-security-policy': `${strict}; img-src 'self' https://service.pdok.nl` },
  routes: {
    '/': club(
      'Home',
      `<h1>VV Meerdam</h1><form method="post" action="/in"><label>E-mail <input type="email" name="u"
autocomplete="username"></label><label>Wachtwoord <input type="password" name="p"
autocomplete="current-password"></label><button>Inloggen</button></form>
<img src="https://service.pdok.nl/1.svg" alt="Kaart van de velden">
<p>Error 404 op de deur? De kantine is in onderhoud, maar het clubhuis is open: op zaterdag van acht tot zes, en
doordeweeks als er getraind wordt. Meespelen mag altijd, ook een keer op proef.</p>`,
      { end: shadow },
    ),
    '/nieuws': club('Nieuws', `<h1>Nieuws</h1><p>Meerdam 1 wint met 3-1. ${WORDS}</p>`, { end: shadow }),
    '/contact': club('Contact', `<h1>Contact</h1><p>${WORDS}</p>`, { end: shadow }),
    '/privacy': club('Privacyverklaring', statement('VV Meerdam')),
    '/en': club('Home', `<h1>VV Meerdam</h1><p>${'Come and play on Saturday. '.repeat(9)}</p>`, { lang: 'en-GB' }),
  },
  others: { 'service.pdok.nl': { '/1.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' } },
  truth: {
    ...unsaid,
    ...withoutSecurityTxt,
    ...withoutPortability,
    'statement-other-language': { verdict: 'partly', reason: 'missing', names: ['/en'] },
  },
}

const school = pagesOf('De Klimop', { '/aanmelden': 'Aanmelden', '/contact': 'Contact' }, { '/privacy': 'Privacy' })
const counts = `<script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script><script>
document.cookie='_ga=GA1.2.123456789.1764282900; max-age=63072000; path=/'
document.cookie='klimop_bezoeker=${hex(32)}; max-age=63072000; path=/'
document.cookie='contrast=hoog; max-age=63072000; path=/'</script>`
/** Everything named: who counts, with which cookies, and the form that puts an address in an address. */
const klimop: NearSite = {
  host: 'deklimop.test',
  publicBody: false,
  headers: {},
  routes: {
    '/': {
      body: school('Welkom', `<h1>Welkom</h1><p>${WORDS}</p><a href="/verlof.docx">Verlof aanvragen</a>`, {
        end: counts,
      }),
      headers: { 'set-cookie': ['PHPSESSID=a3f9c17ea3f9c17ea3f9c17e; Path=/', 'author=redactie; Path=/'] },
    },
    '/aanmelden': school(
      'Aanmelden',
      `<h1>Aanmelden</h1><form action="/klaar"><label>E-mail <input type="email" name="email"
autocomplete="email"></label>
<label>Huisnummer <input type="tel" name="huisnr"></label><button>Stuur</button></form><p>${WORDS}</p>`,
      { end: counts },
    ),
    '/contact': school('Contact', `<h1>Contact</h1><p>020 1234568</p><p>${WORDS}</p>`),
    '/privacy': school('Privacy', statement('De Klimop')),
  },
  others: {
    'www.googletagmanager.com': {
      '/gtag/js': `new Image().src='https://www.google-analytics.com/g/collect?dl='+encodeURIComponent(location.href)`,
    },
    'www.google-analytics.com': { '/g/collect': '' },
  },
  truth: {
    ...unsaid,
    ...withoutSecurityTxt,
    ...withoutPortability,
    // Who counts names no version.
    'library-holes': unknown,
    hsts: { verdict: 'unmet' },
    csp: { verdict: 'unmet', reason: 'missing' },
    framing: { verdict: 'unmet' },
    nosniff: { verdict: 'unmet' },
    'referrer-policy': { verdict: 'partly', reason: 'absent' },
    'trackers-before-consent': { verdict: 'unmet', names: ['www.google-analytics.com', 'www.googletagmanager.com'] },
    'tracking-cookies-before-consent': { verdict: 'unmet', names: ['_ga', 'klimop_bezoeker'], spares: ['contrast'] },
    'cookie-lifetime': { verdict: 'unmet', names: ['_ga'], spares: ['contrast'] },
    'cookie-attributes': { verdict: 'unmet', names: ['PHPSESSID'], spares: ['author'] },
    'form-target': { verdict: 'unmet', reason: 'in-url', names: ['E-mail'], spares: ['Huisnummer'] },
    'address-leak': { verdict: 'unmet', names: ['www.google-analytics.com', 'deklimop.test/aanmelden'] },
    'owners-outside-eea': { verdict: 'partly', names: ['Alphabet'] },
    'open-document-formats': { verdict: 'unmet', names: ['verlof.docx'] },
  },
}

export const nearSites: readonly NearSite[] = [gemeente, bakker, sport, klimop]
