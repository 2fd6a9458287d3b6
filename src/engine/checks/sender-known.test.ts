/** By what a site says whose it is, and what anybody can say. */
import { expect, test } from 'vitest'
import { HOST, judgeWith, LOADING, seen, session, sighting, statements, unseen } from '../../../test/evidence.ts'
import type { Session } from '../../model/evidence.ts'
import { senderKnown } from './sender-known.ts'

const long = 'Wij bakken brood van eigen deeg, elke dag. '.repeat(10)
const judged = (text: string, over: Partial<Session> = {}, said = statements()) =>
  judgeWith(senderKnown, {
    session: [sighting(session({ text: `${long}\n${text}`, textLength: long.length, ...over }))],
    statements: said,
  })

test.each([
  'KvK 12345678',
  'KvK-nummer: 1234 5678',
  'Kamer van Koophandel Rijnland nr. 12345678',
  'Handelsregister 12345678',
  'Btw NL123456789B01',
  'BTW-nr NL 123.456.789.B01',
  'OIN 00000001002003004000',
  'RSIN: 123456789',
  'info@voorbeeld.nl',
  'post [at] voorbeeld (punt) nl',
  'secretariaat@bestuur.voorbeeld.nl',
  'Breestraat 1, 2311 CH Leiden',
  'Postbus 12, Leiden',
  'Adres: Kerkpad 1',
  'U vindt ons aan de Vlietkade 30.',
])('known by: %s', (text) => {
  expect(judged(text)).toMatchObject({ reason: 'known', verdict: 'met' })
})
test.each(['debakker@gmail.com', 'bakker@hotmail.nl', 'de.bakker@ziggo.nl', 'bakker@kpnmail.nl'])(
  'only %s is partly',
  (mail) => {
    expect(judged(mail)).toMatchObject({ reason: 'free-mail', verdict: 'partly', seen: { details: [mail] } })
  },
)
test.each([
  'Bel 071 516 50 00',
  'Bestelnummer 12345678',
  'Wij bakken al sinds 1921.',
  'Site door info@bouwer.example',
  'naam@voorbeeld.nl in het veld',
  'IBAN NL91 ABNA 0417 1643 00',
  'KvK-nummer op aanvraag',
  'Artikel 871234567890',
  'Volg ons op Instagram',
  'Kamer van Koophandel geeft cursus',
  'Wij zijn bekend van radio en tv',
  'Copyright 2026 De Korenaar',
  'Wij zitten aan de Havenstraat, naast de bloemist.',
  'De markt is op 12 mei.',
  'Ordernummer KD-12345678',
  'Telefoon 0715165000',
  'Klantnummer: 87654321',
  'NL12 in de reeks',
  'Postcode invullen',
  'Route 2311 naar Leiden',
  'Wij zijn lid van de Kamer',
  'Handel en register',
  'BTW inbegrepen',
  'Prijs 12.345.678 euro',
  'Rekening 123456789',
  'Twitter: @korenaar',
])('not known by: %s', (text) => {
  expect(judged(text)).toMatchObject({ reason: 'missing', verdict: 'unmet' })
})
test('a link to an address of the own domain is enough, also on the contact page', () => {
  expect(judged('', { links: [{ href: 'mailto:post@voorbeeld.nl', text: 'Mail' }] }).reason).toBe('known')
  const contact = seen({ url: `https://${HOST}/contact`, status: 200, text: 'KvK 12345678', links: [], lang: 'nl' })
  expect(judged('', {}, statements({ contact })).reason).toBe('known')
})
test('what was not read or not whole is unknown', () => {
  expect(judged('', {}, statements({ contact: unseen('timeout') }))).toMatchObject({
    reason: 'unread',
    verdict: 'unknown',
  })
  expect(judged('', { lacks: LOADING }).verdict).toBe('unknown')
  expect(judged('', { textLength: 20 })).toMatchObject({ reason: 'thin', verdict: 'unknown' })
})
