/** Where there is help, and when one can come by. */
import { expect, test } from 'vitest'
import { HOST, judgeWith, seen, session, sighting, statements } from '../../../test/evidence.ts'
import { helpNearby } from './help-nearby.ts'

const judged = (text: string) =>
  judgeWith(helpNearby, { session: [sighting(session({ text }))], statements: statements() })

test.each([
  'Kom naar het Informatiepunt Digitale Overheid in de bibliotheek.',
  'Hulp nodig bij digitale zaken? Loop binnen.',
  'Hulp nodig? Bel ons.',
  'Lukt het niet? Bel of kom langs.',
  'Komt u er niet uit? Wij helpen u.',
  'Wij helpen u graag bij het invullen.',
  'Elke dinsdag is er digitaal spreekuur.',
  'De formulierenbrigade zit in het buurthuis.',
])('help: %s', (text) => {
  expect(judged(text)).toMatchObject({ reason: 'help', verdict: 'met' })
})
test.each([
  'Open op werkdagen van 8.30 tot 17.00 uur.',
  'Maandag 9:00 - 12:00',
  'ma t/m vr 09.00-17.00',
  'Dinsdag tot en met zaterdag, 10 tot 18 uur.',
  'Op werkdagen bereikbaar van 9 tot 5 uur',
  'Monday to Friday 9:00 until 17:00',
  'De balie is op werkdagen open tussen 9.00 en 17.00 uur.',
  'U belt ons van 9.00 tot 17.00 uur op werkdagen.',
  'Maandag gesloten, dinsdag 9.00 – 17.00 uur',
  'Openingstijden\nMaandag\n09:00 - 17:00',
  'Openingstijden\nMaandag\t09:00 - 17:00',
  'Openingstijden: Maandag: 9.00 tot 17.00 uur',
  'Avondopenstelling: donderdag 17.00 - 20.00 uur',
  'Bezoekadres Markt 10, maandag t/m vrijdag 9.00-17.00 uur',
  'Gemeentehuis, Grote Markt 10: maandag t/m vrijdag 9.00-17.00 uur',
  'Marktplein, maandag 9.00-17.00 uur',
  'Woensdagavond is de balie open: woensdag 18.00 - 20.00 uur',
])('hours: %s', (text) => {
  expect(judged(text)).toMatchObject({ reason: 'hours', verdict: 'met' })
})
test.each([
  'Wij zijn 24 uur per dag online.',
  'Weekmarkt: woensdag 9.00-13.00 uur',
  'De raad vergadert in het gemeentehuis: maandag 19.30-22.00 uur',
  'Inloopavond, donderdag 19.00 - 21.00 uur',
  'Maandag komt de burgemeester.',
  'De avond begint om 20.00 uur.',
  'Helpdesk voor leveranciers',
  'Vrijwilligers gezocht',
  'Lukt het ons om dit jaar klaar te zijn?',
  'Wie helpt de bibliotheek verhuizen?',
  'Van 2024 tot 2026',
  'Ido Jansen is wethouder.',
  'Informatiepunt duurzaam bouwen',
  'Wij komen dinsdag.',
  'De brug is 9 tot 12 meter lang.',
  'Op vrijdag 12 mei 2026 tot nader bericht dicht',
  'Hulpverlening bij rampen',
  'De hulpdienst rukte uit.',
  'Wij helpen bouwen aan de stad.',
  'Cursus digitale fotografie',
  'Help mee de stad schoon te houden.',
  'Zaterdag 12 kilometer wandelen',
  'Spreekuur van de wethouder',
  'Maandag en dinsdag dicht',
  'Zet uw container op maandag tussen 6.00 en 7.30 uur aan de weg.',
  'Betaald parkeren maandag t/m zaterdag 9.00 tot 18.00 uur',
  'Maandag t/m zaterdag 9.00 tot 18.00 uur betaald parkeren',
  'Yogales dinsdag 19.00-20.00 uur',
  'Yoga\nDinsdag 19.00-20.00 uur',
  'Bingo woensdag 14.00-16.00 uur',
  'Blauwe zone ma t/m za 9-18 uur',
  'Blauwe zone\nma t/m vr 9.00-18.00 uur',
  'De brug is dicht op zondag 6.00-8.00 uur.',
  'De brug is open op zondag 6.00-8.00 uur.',
  'De raad vergadert op dinsdag van 20.00 tot 22.00 uur.',
  'Workshop op zaterdag, van 10.00 tot 16.00 uur',
  'De brug is afgesloten op werkdagen van 9.00 tot 15.00 uur.',
])('neither: %s', (text) => {
  expect(judged(text)).toMatchObject({ reason: 'not-seen', verdict: 'unknown' })
})

test('what the contact page tells search engines counts, once it was read', () => {
  const page = { url: `https://${HOST}/contact`, text: 'Contact', links: [], lang: 'nl' }
  const contact = (hours?: readonly string[], status = 200) =>
    judgeWith(helpNearby, {
      session: [sighting(session({ text: 'Welkom.' }))],
      statements: statements({ contact: seen({ ...page, status, ...(hours && { hours }) }) }),
    })
  expect(contact(['Mo-Fr 09:00-17:00'])).toMatchObject({
    reason: 'hours',
    verdict: 'met',
    seen: { details: [expect.stringContaining('Mo-Fr 09:00-17:00')] },
  })
  expect(contact([]).reason).toBe('not-seen')
  expect(contact().reason).toBe('not-seen')
  expect(contact(['Mo-Fr 09:00-17:00'], 404).reason).toBe('not-seen')
})
