/** Whether a public body can be reached without a computer. */
import { expect, test } from 'vitest'
import { HOST, judgeWith, LOADING, seen, session, sighting, statements, unseen } from '../../../test/evidence.ts'
import type { Session } from '../../model/evidence.ts'
import { reachOffline } from './reach-offline.ts'

const long = 'Wij werken voor vier gemeenten in de streek. '.repeat(10)
const judged = (text: string, over: Partial<Session> = {}, said = statements()) =>
  judgeWith(reachOffline, {
    session: [sighting(session({ text: `${long}\n${text}`, textLength: long.length, ...over }))],
    statements: said,
  })

test.each([
  ['both', 'Bel 071 516 50 00. Stadhuisplein 1, 2311 EJ Leiden'],
  ['one', 'Bel 14 071'],
  ['one', 'Bel gratis 0800-1351'],
  ['one', 'Postbus 9100, Leiden'],
  ['one', 'Zuiderpark 5'],
  ['one', 'Stadhuisboulevard 3'],
  ['one', 'Molenwal 12'],
  ['one', 'Bezoekadres Burg. Jansenpark 12'],
  ['one', 'Bezoekadres: Mr. dr. Vissers 4'],
  ['one', 'Telefoon: +31 71 516 50 00'],
] as const)('%s: %s', (reason, text) => {
  expect(judged(text)).toMatchObject({ reason, verdict: 'met' })
})
test.each([
  'Mail info@voorbeeld.nl',
  'Gebruik het formulier',
  'Chat met ons',
  'App ons op Signal',
  'Bel ons gerust',
  'Kom langs op afspraak',
  'Rekening NL91 ABNA 0417 1643 00',
  'Volg ons op Mastodon',
  'Video bellen kan ook',
  'Stuur een app naar onze helpdesk',
  'Postbus volgt',
  'Bel het nummer op uw brief',
  'Wij zitten in Leiden',
  'Het adres staat op uw brief. Kom met 2 mensen',
  'Festival 12 juni',
  'Het stadhuis is verbouwd',
  'Ga naar Mijn Gemeente',
  'Zaaknummer 2026-0716',
  'Kenmerk 071.2026.16',
  'Vraag het de chatbot',
  'Meld het in de app',
  'Op 12 maart 2026 open',
  'Kantoor: zie de kaart',
])('digital only: %s', (text) => {
  expect(judged(text)).toMatchObject({ reason: 'digital-only', verdict: 'partly' })
})
test('a link that calls is a telephone, also on the contact page', () => {
  const links = [{ href: 'tel:14071', text: 'Bel' }]
  expect(judged('', { links }).reason).toBe('one')
  const contact = seen({ url: `https://${HOST}/contact`, status: 200, text: '', links, lang: 'nl' })
  expect(judged('', {}, statements({ contact })).reason).toBe('one')
})
test('doubt is unknown', () => {
  expect(judged('Bel 06 12345678')).toMatchObject({ reason: 'number-in-doubt', verdict: 'unknown' })
  expect(judged('', {}, statements({ contact: unseen('timeout') })).verdict).toBe('unknown')
  expect(judged('', { lacks: LOADING }).verdict).toBe('unknown')
  expect(judged('', { textLength: 10 }).reason).toBe('thin')
})
