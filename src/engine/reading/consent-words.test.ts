/** Words of buttons on questions for consent, as sites write them. */
import { expect, test } from 'vitest'
import { asksMoney, boxKind, controlKind, doorKind, shames, speaksOfChoice } from './consent-words.ts'

test.each(
  [
    ['Accepteren', 'Alles accepteren', 'Akkoord', 'Ik ga akkoord', 'Alle cookies toestaan', 'Ja, ik accepteer cookies'],
    ['OK', 'Prima!', 'Begrepen', 'Cookies accepteren', 'Sta alle cookies toe', 'Accept all', 'I agree', 'Got it'],
    ['Ja, graag', 'Alles toestaan en sluiten', 'Allow all cookies', 'Ik stem in', 'Accepteren & doorgaan'],
  ].flat(),
)('%s says yes', (text) => expect(controlKind(text)).toBe('accept'))

test.each(
  [
    ['Weigeren', 'Alles weigeren', 'Cookies weigeren', 'Alles afwijzen', 'Wijs alles af', 'Nee, bedankt', 'Nee'],
    ['Alleen noodzakelijke cookies', 'Alleen noodzakelijk', 'Enkel functionele cookies toestaan', 'Niet akkoord'],
    [
      'Doorgaan zonder te accepteren',
      'Verder zonder cookies',
      'Zonder cookies verder',
      'Accepteer alleen noodzakelijke cookies',
    ],
    ['Noodzakelijke cookies accepteren', 'Functionele cookies', 'Reject all', 'Decline', 'Only necessary cookies'],
    ['Continue without accepting', 'Use necessary cookies only', 'Alleen strikt noodzakelijke cookies', 'Liever niet'],
  ].flat(),
)('%s says no', (text) => expect(controlKind(text)).toBe('reject'))

test.each(
  [
    ['Instellingen', 'Cookie-instellingen', 'Voorkeuren aanpassen', 'Zelf kiezen', 'Cookies instellen', 'Aanpassen'],
    ['Meer opties', 'Beheer uw keuze', 'Manage preferences', 'Customize', 'Cookie settings', 'Details tonen'],
  ].flat(),
)('%s leads to the choices', (text) => expect(controlKind(text)).toBe('settings'))

test.each(
  [
    ['Selectie toestaan', 'Keuze opslaan', 'Voorkeuren opslaan', 'Bevestig mijn keuze', 'Opslaan', 'Save preferences'],
    ['Instellingen opslaan', 'Confirm my choices', 'Allow selection', 'Sla mijn voorkeuren op'],
  ].flat(),
)('%s keeps the choices as they stand', (text) => expect(controlKind(text)).toBe('save'))

test.each(['Sluiten', '×', 'Close', 'Verberg', 'Melding sluiten'])('%s only closes', (text) =>
  expect(controlKind(text)).toBe('close'),
)

test.each(
  [
    ['Zoeken', 'Nieuws', 'Bestellen', '', 'Ik lust ze rauw'],
    ['Nederlands', 'Weigering van een vergunning', 'Toestemmingsformulier', 'Hier staat een lange zin over '.repeat(9)],
  ].flat(),
)('%s is none of these', (text) => expect(controlKind(text)).toBe('other'))

test.each(['Lees meer', 'Privacyverklaring', 'Cookieverklaring', 'Cookies', 'Meer informatie', 'Onze partners'])(
  '%s tells more',
  (text) => expect(controlKind(text)).toBe('more'),
)

test.each([
  'Accepteer alleen essentieel',
  'Alleen vereist accepteren',
  'Alleen verplicht',
  'Enkel technisch toestaan',
  'Alleen basis accepteren',
  'Slechts het nodige',
  'Accept only essentials',
  'Ik accepteer niet',
  'Ik geef geen toestemming',
  'Sta niet toe',
  'I don’t agree',
  'I do not consent',
])('%s says no, though a word of agreeing is in it', (text) => expect(controlKind(text)).toBe('reject'))

test.each([
  'Alleen analytische cookies accepteren',
  'Accepteer enkel statistiek',
  'Accept just analytics',
  'Niet alles accepteren',
  'Akkoord met het minimum',
  'Ik accepteer de functionele cookies',
  'Accepteer niet alleen noodzakelijke cookies',
  'Not only necessary: accept',
  'Accept none',
])('%s is no plain yes, and no plain no', (text) => expect(controlKind(text)).toBe('other'))

test.each(['Alleen geselecteerde cookies toestaan', 'Accept selected'])('%s keeps what was chosen', (text) =>
  expect(controlKind(text)).toBe('save'),
)

test.each(['Accepteer alle cookies', 'Alle cookies toestaan, ook technische', 'Accept all necessary and other'])(
  '%s: a yes to all',
  (text) => expect(controlKind(text)).toBe('accept'),
)

test('boxes by what they say of themselves', () => {
  const of = (...labels: string[]) => [...new Set(labels.map(boxKind))]
  expect(of('Noodzakelijk', 'Strikt noodzakelijke cookies', 'Functioneel', 'Necessary', 'Essentieel')).toEqual([
    'needed',
  ])
  expect(of('Altijd actief', 'Always on', 'Basis', 'Onthoud mijn keuze', 'Technisch', 'Vereist')).toEqual(['needed'])
  expect(of('Statistieken', 'Analytische cookies', 'Analytics')).toEqual(['counting'])
  expect(of('Marketing', 'Reclame', 'Sociale media', 'Marketingvoorkeuren', 'Delen met derden')).toEqual(['following'])
  expect(of('Statistiek en marketing')).toEqual(['following'])
  expect(
    of(
      'Onnodige cookies',
      'Kaarten',
      'Noodzakelijk en marketing',
      'Voorkeuren',
      'Preferences',
      'Voorkeuren, altijd aan',
    ),
  ).toEqual(['unclear'])
})

test.each(
  [
    ['Verkoop mijn gegevens niet aan derden', 'Geen tracking', 'Opt out of targeted advertising', 'Opt-out: marketing'],
    [
      'Do not sell my data to third parties',
      'Don’t personalise',
      'Nooit reclame',
      'Weiger marketing',
      'Geen statistiek',
    ],
    ['Marketing (niet noodzakelijk)', 'Profilering beperken, geen profiel', 'Site zonder reclame', 'Limit ad tracking'],
  ].flat(),
)('a box that may say no is no yes: %s', (label) => expect(boxKind(label)).toBe('unclear'))

test.each(['Noodzakelijk (kan niet uit)', 'Strictly necessary, cannot be switched off'])(
  'what is needed stays so: %s',
  (label) => expect(boxKind(label)).toBe('needed'),
)

test.each(['Notitie: marketing', 'Nieuwsgierig? Reclame van derden', 'Optie: tracking', 'Another social network'])(
  'part of a word takes nothing away: %s',
  (label) => expect(boxKind(label)).toBe('following'),
)

test('words that shame, that ask money, and that speak of the choice', () => {
  for (const text of [
    'Nee, ik wil geen goede ervaring',
    'No, I don’t want a better site',
    'Nee, liever een slechte ervaring',
  ])
    expect(shames(text), text).toBe(true)
  for (const text of ['Nee, bedankt', 'Weigeren', 'Nee, ik wil geen persoonlijke reclame', 'Ik wil geen cookies'])
    expect(shames(text), text).toBe(false)
  for (const text of ['Weigeren en abonneren voor € 4', 'Subscribe', 'Voor 3 euro zonder'])
    expect(asksMoney(text)).toBe(true)
  for (const text of ['Weigeren', 'Instellingen', 'Lees meer']) expect(asksMoney(text)).toBe(false)
  expect(speaksOfChoice('Klik hier om uw cookievoorkeuren te wijzigen.')).toBe(true)
  expect(speaksOfChoice('U kunt uw toestemming altijd intrekken.')).toBe(true)
  expect(speaksOfChoice('Wij plaatsen cookies. In uw browser haalt u ze weg.')).toBe(false)
})

test.each(
  [
    [
      'Alles uitzetten',
      'Alles uit',
      'Alle cookies uitzetten',
      'Alle cookies blokkeren',
      'Uitschakelen',
      'Verwerp alles',
    ],
    ['Alle optionele cookies uitschakelen', 'Alles afkeuren', 'Doe maar niet', 'Bedankt, maar nee', 'Disable all'],
    ['Alle cookies behalve noodzakelijke uitzetten', 'Tracking uit', 'Turn off all cookies', 'Nee, ik kies niets'],
  ].flat(),
)('%s is a no to all', (text) => expect(controlKind(text)).toBe('reject'))

test.each(
  [
    [
      'Alle cookies verwijderen',
      'Alle cookies wissen',
      'Alles intrekken',
      'Alles deselecteren',
      'Toestemming intrekken',
    ],
    [
      'Withdraw consent',
      'Allow less',
      'Object to all',
      'Nee, ik ben jonger dan 18',
      'Marketing uitzetten',
      'Alles kwijt',
    ],
    ['Beperkte cookies', 'Alleen anonieme cookies', 'Zo zet u cookies uit', 'Weigeren van een erfenis'],
  ].flat(),
)('%s is no yes and no plain no', (text) => expect(controlKind(text)).toBe('other'))

test.each(['Alles', 'Alles aan', 'Alle cookies aanzetten', 'Alles mag', 'Consent', 'I consent', 'Toestemming geven'])(
  '%s is a plain yes',
  (text) => expect(controlKind(text)).toBe('accept'),
)

test.each(
  [
    ['Nee, aanpassen', 'Nee, instellen', 'Nee, ik wil zelf kiezen', 'Nee, pas aan', 'Weigeren of aanpassen', 'Opties'],
    ['Accepteren of weigeren', 'Details', 'Kies zelf', 'Opties beheren', 'Alle cookies bekijken', 'Alle instellingen'],
    ['Ja, en stel in', 'No, manage options'],
  ].flat(),
)('%s leads on to the choices', (text) => expect(controlKind(text)).toBe('settings'))

test.each(['Nee, ik wil niets instellen', 'Nee, alleen noodzakelijke instellen', 'No, only necessary settings'])(
  '%s stays a no',
  (text) => expect(controlKind(text)).toBe('reject'),
)

test.each(['Opslaan en doorgaan', 'Akkoord met selectie', 'Akkoord met mijn keuze', 'Bewaren', 'Toepassen'])(
  '%s keeps the choices',
  (text) => expect(controlKind(text)).toBe('save'),
)

test.each(
  [
    [
      'Wijzig uw keuze',
      'Uw keuze wijzigen',
      'Voorkeuren wijzigen',
      'Cookies uitzetten',
      'Cookies wissen',
      'Toestemming',
    ],
    ['Toon cookiemelding', 'Cookiemelding opnieuw tonen', 'Alsnog weigeren', 'Tracking uitzetten', 'Cookie consent'],
    ['Toch geen cookies? Wijzig uw keuze', 'Opnieuw kiezen', '🍪', 'Cookies: aan/uit', 'Your privacy choices'],
  ].flat(),
)('%s leads back to the choice', (text) => expect(doorKind(text)).toBe('choice'))

test.each(['Cookies', 'Cookiebeleid', 'Privacy en cookies'])('%s leads to a page about it', (text) =>
  expect(doorKind(text)).toBe('page'),
)

test.each(['Keuzehulp', 'Toestemming voor een uitje', 'Contact', 'Wijzig uw adres', 'Bestel cookies', 'Onze voorkeur'])(
  '%s leads back to nothing',
  (text) => expect(doorKind(text)).toBeUndefined(),
)

test('what is told of a browser is no choice on the site, and what is told of a choice is', () => {
  expect(speaksOfChoice('U kunt cookies verwijderen of uitzetten in uw browser.')).toBe(false)
  expect(speaksOfChoice('Onderaan de pagina kunt u uw keuze wijzigen.')).toBe(true)
})
