/**
 * Sites that cannot, or cannot simply, be seen: down, behind a wall, too slow, signed wrongly, and nothing without
 * script.
 */
import { html } from '../answers.ts'
import { dkimKeys } from '../dkim-keys.ts'
import { instelling, praktijk, winkelraam } from '../layouts.ts'
import { at, carefulDomain, cloudDomain, forgottenDomain, frame, headers, usualDomain } from '../presets.ts'
import { site } from '../site.ts'
import { form, fullPrivacy } from '../texts.ts'
import { behindWarning, follows, followsMail, goodMail, goodWebsite, soundHandshakes, unseenWebsite } from '../truth.ts'

const nothing = (name: string) => ({ '/': { title: name, main: `<h1>${name}</h1><p>Welkom.</p>` } })

/** Printer: nothing listens there any more. */
export const drukkerij = site({
  slug: 'drukkerij',
  host: 'www.drukkerijslot.test',
  layout: praktijk,
  server: 'down',
  pages: nothing('Drukkerij Slot'),
  organisation: {
    name: 'Drukkerij Slot',
    kind: 'drukkerij',
    size: 'micro',
    street: 'Drukkerssteeg',
    publicBody: false,
  },
  domain: { ...forgottenDomain('drukkerijslot.test'), mx: 'stilpost' },
  home: at('polderhost', 91, { ipv6: false }),
  frame: frame('Drukkerij Slot', 'Al veertig jaar inkt'),
  truth: {
    website: unseenWebsite({ ...follows.forgottenDomain, 'ipv6-web': 'unmet' }),
    mail: {
      'drukkerijslot.test': goodMail({ ...followsMail.forgotten, 'mail-starttls': 'unknown', 'mail-tls': 'unknown' }),
    },
  },
})

const wall = html(
  `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Een moment ` +
    `geduld</title></head><body><main><h1>Een moment geduld</h1><p>Bewijs dat u geen robot ` +
    `bent.</p></main></body></html>`,
  headers.decent,
  403,
)

/** Gym: turns every machine away at the door. The connection is in order; behind the wall nothing is known. */
export const sportschool = site({
  slug: 'sportschool',
  host: 'www.fitkade.test',
  layout: winkelraam,
  always: wall,
  pages: nothing('FitKade'),
  organisation: { name: 'FitKade', kind: 'sportschool', size: 'klein', street: 'Industrieweg', publicBody: false },
  domain: cloudDomain('fitkade.test'),
  home: at('wolkdienst', 5, { alias: true }),
  frame: frame('FitKade', 'Sterk aan de kade'),
  truth: {
    website: unseenWebsite({
      ...follows.cloudDomain,
      ...follows.cloudHome,
      'https-reachable': 'met',
      'https-redirect': 'met',
      'tls-versions': 'met',
      'certificate-trusted': 'met',
      'certificate-names': 'met',
      'certificate-lifetime': 'met',
      ...soundHandshakes,
    }),
    mail: { 'fitkade.test': goodMail(followsMail.cloud) },
  },
})

/** Photographer: a certificate of his own making, that no browser trusts. */
export const fotograaf = site({
  slug: 'fotograaf',
  host: 'www.fotostudiolicht.test',
  layout: winkelraam,
  certificate: 'self-signed',
  pages: nothing('Fotostudio Licht'),
  organisation: { name: 'Fotostudio Licht', kind: 'fotograaf', size: 'micro', street: 'Vlietkade', publicBody: false },
  domain: forgottenDomain('fotostudiolicht.test'),
  home: at('sluisweb', 3, { ipv6: false }),
  frame: frame('Fotostudio Licht', 'Kijk eens in het vogeltje', { menu: [['/', 'Home']] }),
  truth: {
    website: behindWarning({ ...follows.forgottenDomain, 'ipv6-web': 'unmet', 'certificate-trusted': 'unmet' }),
    mail: { 'fotostudiolicht.test': goodMail(followsMail.forgotten) },
  },
})

/** Camping: answers, but only after forty seconds. */
export const camping = site({
  slug: 'camping',
  host: 'www.campingdezwaan.test',
  layout: praktijk,
  plain: 'serve',
  pages: nothing('Camping De Zwaan'),
  always: {
    ...html(
      '<!doctype html><html lang="nl"><title>Camping De Zwaan</title><main><h1>Camping De Zwaan</h1></main></html>',
    ),
    wait: 40_000,
  },
  organisation: { name: 'Camping De Zwaan', kind: 'camping', size: 'micro', street: 'Plasweg', publicBody: false },
  domain: usualDomain('campingdezwaan.test'),
  home: at('sluisweb', 3, { ipv6: false }),
  frame: frame('Camping De Zwaan', 'Slapen tussen het riet'),
  truth: {
    website: unseenWebsite({
      ...follows.usualDomain,
      'ipv6-web': 'unmet',
      'tls-versions': 'met',
      'certificate-trusted': 'met',
      'certificate-names': 'met',
      'certificate-lifetime': 'met',
      ...soundHandshakes,
    }),
    mail: { 'campingdezwaan.test': goodMail(followsMail.usual) },
  },
})

/** Queen's day society: the signatures of the domain do not hold, so a validating resolver finds nothing at all. */
export const oranje = site({
  slug: 'oranje',
  host: 'www.oranjevereniging-sluiswijk.test',
  layout: winkelraam,
  pages: nothing('Oranjevereniging Sluiswijk'),
  organisation: {
    name: 'Oranjevereniging Sluiswijk',
    kind: 'vereniging',
    size: 'micro',
    street: 'Boterplein',
    publicBody: false,
  },
  domain: { ...usualDomain('oranjevereniging-sluiswijk.test'), signing: 'bogus' },
  home: at('sluisweb', 3),
  frame: frame('Oranjevereniging', 'Elk jaar een vrijmarkt'),
  truth: {
    // Who asks without checking signatures still reads the records.
    website: unseenWebsite({ ...follows.usualDomain, dnssec: 'unmet', 'caa-issuer': 'unknown' }),
    mail: {
      'oranjevereniging-sluiswijk.test': goodMail({
        ...followsMail.usual,
        'mail-dnssec': 'unmet',
        'mail-starttls': 'unknown',
        'mail-tls': 'unknown',
      }),
    },
  },
})

const app =
  `document.getElementById('app').innerHTML = \`<h1>Deelfiets Sluis</h1><p>Overal in de stad staan groene ` +
  `fietsen. ` +
  `U ontgrendelt ze met de code die u hier krijgt, en zet ze terug in elk rek met een groen bord. Een rit kost één ` +
  `euro per half uur. Bij de bibliotheek, het station, de haven en het ziekenhuis vindt u altijd een ` +
  `fiets.</p><h2>Vragen</h2><p>Bel 071 555 85 85 of mail hallo@deelfietssluis.test. Wij zijn er elke dag van ` +
  `acht tot acht, en bij een ongeluk altijd. Een kapotte fiets meldt u met het nummer op het zadel; wij ` +
  `halen hem dezelfde dag op. Wij zitten aan het Stationsplein 2, 2395 BA Sluiswijk.</p><p><img ` +
  `src="/beeld/boot.svg" alt="Rek met groene fietsen"></p><ul><li><a ` +
  `href="/contact/">Contact</a></li><li><a href="/privacy/">Privacyverklaring</a></li></ul>\``
const empty = {
  page: (_: unknown, page: { title: string | null; main: string }) =>
    `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>${page.title}</title><meta name="viewport" ` +
    `content="width=device-width"><link rel="stylesheet" href="/stijl.css"></head><body>${page.main}</body></html>`,
  css: instelling.css,
}
const shell = '<main id="app"></main><script src="/app.js"></script>'

/** Shared bicycles: a careful site, but an empty page to whoever has no script. */
export const deelfiets = site({
  slug: 'deelfiets',
  host: 'www.deelfietssluis.test',
  layout: empty,
  headers: headers.excellent,
  organisation: {
    name: 'Deelfiets Sluis',
    kind: 'deelvervoer',
    size: 'klein',
    street: 'Stationsplein',
    publicBody: false,
  },
  domain: {
    ...carefulDomain('deelfietssluis.test'),
    dkim: { selector1: dkimKeys.ed25519, selector2: dkimKeys.strong },
  },
  home: at('polderhost', 6),
  frame: frame('Deelfiets Sluis', 'Pak de groene', {
    colours: { main: '#145a32', ink: '#1a1a1a', paper: '#ffffff', link: '#145a32' },
  }),
  pages: {
    '/': { title: 'Deelfiets Sluis', main: shell },
    '/contact/': {
      title: 'Contact - Deelfiets Sluis',
      main: `<main><h1>Contact</h1><p>Bel 071 555 85 85.</p>${form('/contact/')}</main>`,
    },
    '/privacy/': {
      ...fullPrivacy({
        name: 'Deelfiets Sluis',
        street: 'Stationsplein 2',
        mail: 'hallo@deelfietssluis.test',
        officer: null,
        receivers: 'Wij delen uw gegevens met niemand.',
      }),
    },
  },
  files: {
    '/app.js': { status: 200, headers: [['content-type', 'text/javascript; charset=utf-8']], body: Buffer.from(app) },
  },
  truth: {
    website: goodWebsite({
      'readable-without-javascript': 'unmet',
      'security-txt': 'unmet',
      'own-news': 'not-applicable',
    }),
    mail: { 'deelfietssluis.test': goodMail() },
  },
})
