/** Words of buttons on questions for consent, as sites write them. */
import { expect, test } from 'vitest'
import { controlKind, isCounting, isNeeded, onwardsIn } from './consent-words.ts'

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

test('boxes of what is needed, and of counting', () => {
  for (const label of ['Noodzakelijk', 'Strikt noodzakelijke cookies', 'Functioneel', 'Necessary'])
    expect(isNeeded(label)).toBe(true)
  for (const label of ['Marketing', 'Statistieken', 'Onnodige cookies']) expect(isNeeded(label), label).toBe(false)
  for (const label of ['Statistieken', 'Analytische cookies', 'Analytics']) expect(isCounting(label)).toBe(true)
  expect(isCounting('Marketing')).toBe(false)
})

test.each([
  'Door verder te gaan op deze website gaat u akkoord met het gebruik van cookies.',
  'Als u deze site blijft gebruiken, gaat u akkoord met onze cookies.',
  'Wanneer u onze site bezoekt, geeft u ons toestemming voor cookies.',
  'Door verder te lezen vindt u cookies goed.',
  'By continuing to use this site you agree to our use of cookies.',
])('going on is taken as a yes: %s', (text) => expect(onwardsIn(text)).toBeDefined())

test.each([
  'Wij gebruiken cookies. U kiest zelf wat u goed vindt.',
  'U kunt verder gaan zonder cookies te accepteren.',
  'Door verder te gaan zonder toestemming te geven, ziet u geen films.',
  'Als u de site gebruikt zonder account, vraagt u om toestemming bij de balie.',
  'Als u akkoord gaat, onthouden wij uw keuze.',
  'Door op “Akkoord” te klikken, geeft u toestemming.',
  'You can continue without accepting.',
])('going on is not taken as a yes: %s', (text) => expect(onwardsIn(text)).toBeUndefined())
