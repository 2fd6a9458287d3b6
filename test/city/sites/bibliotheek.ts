/**
 * Library: counts visitors with a Dutch service that sets no cookies, and is otherwise quiet. Blind readers meet a
 * search field without a name, an icon link that says nothing, and covers without description. Later those are mended.
 * Near miss: the agenda loads itself anew once a day, for the screen at the door.
 */
import { schoolplein } from '../layouts.ts'
import { at, carefulDomain, frame, headers } from '../presets.ts'
import { later, site } from '../site.ts'
import { form, fullPrivacy, search, securityTxt } from '../texts.ts'
import { tag } from '../thirdparties.ts'
import { follows, goodMail, goodWebsite } from '../truth.ts'

const name = 'Bibliotheek Sluiswijk'
const host = 'www.bibliotheek-sluiswijk.test'
const home = (field: string, icon: string, cover: string) => ({
  title: `Welkom - ${name}`,
  main: `<h1>Lezen, leren en even zitten</h1><form action="/zoeken" method="get"><p>${field}
<button type="submit">Zoek</button></p></form>
<h2>Nieuw binnen</h2><p><img src="/beeld/boot.svg"${cover}></p>
<p>Ook Informatiepunt Digitale Overheid: wij helpen u gratis met uw zaken op internet.</p>
<a href="/agenda/" class="icoon">${icon}</a>`,
})
const pages = {
  '/': home('<input name="q" type="text">', '', ''),
  '/agenda/': {
    title: `Agenda - ${name}`,
    head: '<meta http-equiv="refresh" content="86400">\n',
    main: `<h1>Agenda</h1><ul><li>Maandag: taalcafé</li><li>Woensdag: voorlezen vanaf 4 jaar</li><li>Vrijdag: hulp met
uw telefoon</li></ul>`,
  },
  '/nieuws/': {
    title: `Nieuws - ${name}`,
    main: `<h1>Nieuws</h1><h2>Zondag ook open</h2><p>Vanaf januari zijn wij zondag open van 12 tot 17 uur.</p>`,
  },
  '/zoeken': search(name, '<p>Twee boeken gevonden: Het water komt, en Schipper van de Vliet.</p>'),
  '/contact/': {
    title: `Contact - ${name}`,
    main: `<h1>Contact</h1><p>Bel 071 555 12 12 of kom langs: Boterplein 8.</p>${form('/contact/')}
<h2>Mijn boeken</h2><form method="post" action="/mijn/"><p><label for="pas">Pasnummer</label><input id="pas" name="pas"
autocomplete="username"> <label for="geheim">Wachtwoord</label><input id="geheim" name="geheim" type="password"
autocomplete="current-password"> <button type="submit">Inloggen</button></p></form>`,
  },
  '/privacy/': fullPrivacy({
    name,
    street: 'Boterplein 8',
    mail: 'privacy@bibliotheek-sluiswijk.test',
    officer: null,
    receivers: 'Polderstatistiek telt voor ons bezoeken, zonder namen. Deze website plaatst geen cookies.',
  }),
}
const website = goodWebsite({
  'use-reflow': 'unmet',
  'part-language': 'not-applicable',
  ...follows.decentHeaders,
  'subresource-integrity': 'not-applicable',
  'axe-2.2.1': 'met',
  'axe-1.1.1': 'unmet',
  'axe-2.4.4': 'unmet',
  'axe-4.1.2': 'unmet',
  'statement-true': 'met',
  'sign-in': 'met',
})

export const bibliotheek = later(
  site({
    slug: 'bibliotheek',
    host,
    pages,
    layout: schoolplein,
    headers: headers.decent,
    organisation: { name, kind: 'bibliotheek', size: 'midden', street: 'Boterplein', publicBody: false },
    domain: carefulDomain('bibliotheek-sluiswijk.test'),
    home: at('polderhost', 2),
    frame: frame(name, 'Boterplein 8', {
      colours: { main: '#7a2e00', ink: '#222222', paper: '#ffffff', link: '#7a2e00' },
      menu: [
        ['/', 'Home'],
        ['/agenda/', 'Agenda'],
        ['/nieuws/', 'Nieuws'],
        ['/zoeken', 'Zoeken'],
        ['/contact/', 'Contact'],
        ['/privacy/', 'Privacyverklaring'],
      ],
      end: tag.polder,
    }),
    files: { '/.well-known/security.txt': securityTxt(host, 120) },
    truth: { website, mail: { 'bibliotheek-sluiswijk.test': goodMail() } },
  }),
  {
    pages: {
      ...pages,
      '/': home(
        '<label for="boek">Zoek een boek</label><input id="boek" name="q" type="text">',
        'Alles in de agenda',
        ' alt="Omslag van Schipper van de Vliet"',
      ),
    },
    truth: {
      website: { ...website, 'axe-1.1.1': 'met', 'axe-2.4.4': 'met', 'axe-4.1.2': 'met' },
      mail: { 'bibliotheek-sluiswijk.test': goodMail() },
    },
  },
)
