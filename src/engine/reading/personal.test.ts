/** What a form asks of the person who fills it in. */
import { expect, test } from 'vitest'
import type { Field, Form } from '../../model/evidence.ts'
import { asksFor, isSearchForm, personalFields, sensitiveFields, takesMessage } from './personal.ts'

const field = (name: string, type = 'text', label = '', more: Partial<Field> = {}): Field => ({
  name,
  type,
  label,
  ...more,
})
const form = (fields: Field[], over: Partial<Form> = {}): Form => ({
  action: 'https://www.voorbeeld.nl/x',
  method: 'get',
  selector: 'form',
  fields,
  ...over,
})
const names = (fields: readonly Field[]) => fields.map(({ name }) => name).join(' ')

test.each([
  [field('telefoon'), 'phone'],
  [field('billing_phone'), 'phone'],
  [field('x', 'text', 'Tel.nr.'), 'phone'],
  [field('x', 'text', 'Uw 06-nummer'), 'phone'],
  [field('mobielNummer'), 'phone'],
  [field('x', 'text', 'Mobiele nummer'), 'phone'],
  [field('veld7', 'tel'), 'phone'],
  [field('veld7', 'tel', 'Waar kunnen wij u bellen?', { maxLength: 15, pattern: '[0-9]{10}' }), 'phone'],
  [field('veld7', 'text', '', { id: 'telefoonnummer' }), 'phone'],
  [field('veld7', 'text', '', { autocomplete: 'section-a home tel' }), 'phone'],
  [field('userEmail'), 'email'],
  [field('customer[e-mail]'), 'email'],
  [field('veld', 'text', 'E-mailadres van de aanvrager *'), 'email'],
  [field('veld', 'text', 'Zoek uw aanvraag met uw e-mailadres'), 'email'],
  [field('x', 'password'), 'password'],
  [field('user_password'), 'password'],
  [field('geboorteDatum', 'date'), 'birth-date'],
  [field('BSN', 'tel'), 'citizen-number'],
  [field('x', 'text', 'Burgerservicenummer (BSN)'), 'citizen-number'],
  [field('rekeningnummer'), 'bank-account'],
  [field('veld', 'text', 'Achternaam'), 'name'],
  [field('first_name'), 'name'],
  [field('vraag', 'textarea', 'Uw vraag over een e-mail'), 'message'],
])('%o asks for %s', (each, kind) => {
  expect(asksFor(each)).toBe(kind)
})

test.each([
  field('aantal', 'tel', 'Aantal personen'),
  field('email_frequency', 'text', 'Hoe vaak?'),
  field('emailStatus'),
  field('mobile_friendly'),
  field('naam_straat', 'text', 'Straat zoeken'),
  field('bedrag', 'tel'),
  field('veld', 'tel', 'Hoeveel volwassenen?'),
  field('veld', 'tel', 'Klantnummer'),
  field('veld', 'tel', 'Code uit de brief'),
  field('veld', 'tel', 'Meterstand'),
  field('veld', 'tel', '', { maxLength: 5 }),
  field('veld', 'tel', '', { pattern: '[0-9]{4}' }),
  field('veld', 'tel', '', { pattern: '\\d{1,5}' }),
  field('veld', 'tel', '', { pattern: '[1-9][0-9]{3} ?[A-Za-z]{2}' }),
  field('veld', 'tel', '', { autocomplete: 'one-time-code' }),
  field('kortingscode', 'text', 'Kortingscode', { autocomplete: 'new-password' }),
  field('email_onderwerp', 'text', 'Onderwerp van uw e-mail'),
  field('emailvoorkeur2'),
  field('mailing'),
  field('telling'),
  field('bsnis'),
  field('bedrijfsnaam'),
  field('akkoord', 'checkbox', 'Ik wil e-mail ontvangen'),
  field('kanaal', 'select', 'E-mail of telefoon'),
  field('q', 'search', 'Zoek op naam, e-mail of onderwerp'),
  field('veld', 'text', 'Zoek op naam, e-mail of onderwerp'),
  field('trefwoord', 'text', 'Naam, e-mail of onderwerp'),
  field('tx_solr[q]', 'text', 'Naam of telefoonnummer'),
  field('x', 'text', 'Naar wie bent u op zoek? Naam of e-mail'),
])('%o asks nothing of a person', (each) => {
  expect(asksFor(each)).toBeUndefined()
})

test.each(['huisnummer', 'huisnr', 'postcode', 'zip_code'])('a field of digits for %s asks for a place', (name) => {
  expect(asksFor(field(name, 'tel'))).toBe('address')
})

test('a look-up by address tells of a house, and with a name of a person', () => {
  const house = [field('postcode'), field('huisnummer', 'tel'), field('toevoeging')]
  expect(personalFields(form(house))).toEqual([])
  expect(names(personalFields(form([...house, field('naam')])))).toBe('postcode huisnummer naam')
})

test('only what should not stand in an address is sensitive, and nothing of a form to search with', () => {
  const fields = [field('naam'), field('mail', 'email'), field('vraag', 'textarea'), field('aantal', 'tel')]
  expect(names(sensitiveFields(form(fields)))).toBe('mail')
  expect(sensitiveFields(form(fields, { search: true }))).toEqual([])
  expect(names(sensitiveFields(form(fields, { search: true, method: 'post' })))).toBe('mail')
})

test('knows a form to search with', () => {
  expect(isSearchForm(form([field('zoekterm')]))).toBe(true)
  expect(isSearchForm(form([field('a')], { search: true }))).toBe(true)
  expect(isSearchForm(form([field('q')], { method: 'post' }))).toBe(false)
  expect(isSearchForm(form([field('email', 'email')]))).toBe(false)
})

test('a message can be left in a text of several lines, but not under an article or to search with', () => {
  const text = field('bericht', 'textarea')
  expect(takesMessage(form([text]))).toBe(true)
  expect(takesMessage(form([field('reactie', 'textarea', 'Uw reactie')]))).toBe(true)
  expect(takesMessage(form([text, field('x', 'password')]))).toBe(false)
  expect(takesMessage(form([field('q', 'textarea')]))).toBe(false)
  expect(takesMessage(form([text], { selector: '#commentform' }))).toBe(false)
  expect(takesMessage(form([text], { action: 'https://www.voorbeeld.nl/wp-comments-post.php' }))).toBe(false)
  expect(takesMessage(form([field('naam'), field('mail', 'email')]))).toBe(false)
})
