/** Where forms send what people fill in. */
import { expect, test } from 'vitest'
import type { Form, Session } from '../../model/evidence.ts'
import { HOST, judgeWith, session, sighting } from '../../../test/evidence.ts'
import { listsWith } from '../../../test/lists.ts'
import { formTarget } from './form-target.ts'

const PAGE = `https://${HOST}/contact/`
const field = (name: string, type = 'text', label = '') => ({ name, type, label })
const form = (over: Partial<Form> = {}): Form => ({
  action: PAGE,
  method: 'post',
  fields: [field('naam'), field('mail', 'email')],
  selector: 'form:nth-of-type(1)',
  ...over,
})
const lists = listsWith({
  owners: {
    'betaal.example': { category: 'payment' },
    'nieuws.example': { category: 'forms', service: 'Nieuwsbrief' },
  },
})
const judged = (forms: Form[], over: Partial<Session> = {}) =>
  judgeWith(formTarget, { session: [sighting(session({ url: PAGE, forms, ...over }), { page: PAGE })] }, { lists })

test('a contact form to the own site by POST is met, subdomains too', () => {
  expect(judged([form(), form({ action: 'https://formulier.voorbeeld.nl/x' })])).toMatchObject({
    reason: 'own',
    verdict: 'met',
  })
})
test('a form that sends over http is unmet, unless the page makes browsers upgrade', () => {
  const plain = form({ action: `http://${HOST}/contact/` })
  expect(judged([plain])).toMatchObject({ reason: 'plain', verdict: 'unmet' })
  expect(
    judged([plain], { headers: [['content-security-policy', "default-src 'self'; upgrade-insecure-requests"]] }).reason,
  ).toBe('own')
})
test('e-mail in the address is unmet', () => {
  expect(judged([form({ method: 'get', action: `https://${HOST}/aanmelden` })])).toMatchObject({
    reason: 'in-url',
    verdict: 'unmet',
    seen: { fields: 'mail' },
  })
})
test('a form without method and target is unclear: a script may send it', () => {
  expect(judged([form({ method: 'get' })])).toMatchObject({ reason: 'unclear', verdict: 'unknown' })
})
test('a bare # is no target, also where the base of the page is another; a fragment behind an address is one', () => {
  expect(judged([form({ method: 'get', action: `https://${HOST}/#` })]).reason).toBe('unclear')
  expect(judged([form({ method: 'get', action: `https://${HOST}/#formulier` })]).reason).toBe('in-url')
})
test('searching by GET is ordinary, also by name or postal code', () => {
  const fields = [
    [field('q', 'search', 'Zoek op deze site')],
    [field('postcode', 'text', 'Uw postcode'), field('huisnummer')],
    [field('naam', 'text', 'Zoek een medewerker op naam')],
  ]
  expect(
    judged(fields.map((each) => form({ method: 'get', action: `https://${HOST}/zoeken`, fields: each }))).reason,
  ).toBe('own')
})
test.each(['geboortedatum', 'BSN', 'iban', 'telefoon', 'user_password', 'e-mailadres'])(
  'the field %s is sensitive in an address',
  (name) => {
    expect(judged([form({ method: 'get', action: `https://${HOST}/x`, fields: [field(name)] })]).reason).toBe('in-url')
  },
)
test.each(['mailing', 'emailvoorkeur2', 'telling', 'bsnis'])('the field %s only looks like it', (name) => {
  expect(judged([form({ method: 'get', action: `https://${HOST}/x`, fields: [field(name)] })]).reason).toBe('own')
})
test.each([
  ['huisnummer', 'tel', 'Huisnr.'],
  ['personen', 'tel', 'Aantal personen'],
  ['kenteken', 'tel', ''],
  ['q', 'text', 'Naam, e-mailadres of telefoon'],
  ['s', 'search', 'Bijv. telefoon aanvragen'],
  ['trefwoord', 'text', 'E-mail, bericht'],
  ['tekst', 'text', 'Zoek een arts op naam of telefoonnummer'],
  ['vertel', 'text', 'Hotel'],
])('%s (%s, "%s") in an address tells nothing about its sender', (name, type, label) => {
  expect(
    judged([form({ method: 'get', action: `https://${HOST}/x`, fields: [field(name, type, label)] })]).reason,
  ).toBe('own')
  expect(
    judged([form({ method: 'get', action: 'https://elders.example/', fields: [field(name, type, label)] })]).reason,
  ).toBe('own')
})
test.each([
  ['tel', 'tel', ''],
  ['', 'tel', ''],
  ['veld_3', 'text', 'Mobiel nummer'],
  ['nummer', 'tel', 'Uw telefoonnummer'],
  ['email', 'email', 'Zoek uw afspraak met uw e-mailadres'],
  ['e-mail', 'text', 'Zoek uw afspraak'],
])('%s (%s, "%s") in an address does', (name, type, label) => {
  expect(
    judged([form({ method: 'get', action: `https://${HOST}/x`, fields: [field(name, type, label)] })]).reason,
  ).toBe('in-url')
})
test('a newsletter form to another party is partly, with the service', () => {
  expect(judged([form({ action: 'https://nieuws.example/subscribe' })])).toMatchObject({
    reason: 'elsewhere',
    verdict: 'partly',
    seen: { hosts: 'nieuws.example (Nieuwsbrief)' },
  })
})
test('a payment service, and a search at another party, are not held against anyone', () => {
  expect(
    judged([
      form({ action: 'https://betaal.example/' }),
      form({ action: 'https://zoek.example/', method: 'get', fields: [field('q')] }),
    ]).reason,
  ).toBe('own')
})
test('no form, or only boxes to tick, does not apply', () => {
  expect(judged([])).toMatchObject({ reason: 'none', verdict: 'not-applicable' })
  expect(
    judged([form({ action: 'http://x.example/', fields: [field('akkoord', 'checkbox'), field('taal', 'select')] })])
      .reason,
  ).toBe('none')
})
test('a target that is no address is passed over', () => {
  expect(judged([form({ action: 'javascript:void(0)' }), form({ action: 'mailto:info@voorbeeld.nl' })]).reason).toBe(
    'own',
  )
})
test('a form that only closes its dialog goes nowhere; a button that sends it elsewhere is told', () => {
  expect(judged([form({ action: 'http://elders.example/x', method: 'dialog' })]).reason).toBe('own')
  expect(judged([form(), form({ action: 'https://elders.example/x', selector: 'button' })]).reason).toBe('elsewhere')
})
test.each([
  [[field('postcode'), field('huisnummer', 'tel')]],
  [[field('veld', 'text', 'Zoek op naam, e-mail of onderwerp')]],
  [[field('aantal', 'tel', 'Aantal personen'), field('kortingscode')]],
])('a look-up, a search or a number of persons tells nothing of a person, in an address or elsewhere: %o', (fields) => {
  for (const action of [`https://${HOST}/x`, 'https://elders.example/x'])
    expect(judged([form({ method: 'get', action, fields })]).reason).toBe('own')
})
test('a login in an address is told, and a house number beside it is not called sensitive for that', () => {
  const fields = [field('telefoon', 'tel'), field('huisnummer', 'tel')]
  expect(judged([form({ method: 'get', action: `https://${HOST}/x`, fields })])).toMatchObject({
    reason: 'in-url',
    seen: { fields: 'telefoon' },
  })
  expect(judged([form({ method: 'get', action: `https://${HOST}/x`, fields: fields.slice(1) })]).reason).toBe('own')
})
