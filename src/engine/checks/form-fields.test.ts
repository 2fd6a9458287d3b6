/** What forms ask, in their own words and order, and never as a judgement. */
import { expect, test } from 'vitest'
import { HOST, judgeWith, LOADING, session, sighting } from '../../../test/evidence.ts'
import type { Field, Form } from '../../model/evidence.ts'
import { formFields } from './form-fields.ts'

const page = `https://${HOST}/contact`
const field = (label: string, over: Partial<Field> = {}): Field => ({ name: label, type: 'text', label, ...over })
const form = (fields: readonly Field[], over: Partial<Form> = {}): Form => ({
  action: page,
  method: 'post',
  selector: 'form',
  fields,
  ...over,
})
const judged = (...forms: Form[]) =>
  judgeWith(formFields, { session: [sighting(session({ forms, url: page, finalUrl: page }), { page })] })

const contact = [
  field('Uw naam'),
  field('E-mailadres', { type: 'email', required: true }),
  field('Geboortedatum:', { type: 'date' }),
]

test('a form is told in its own order, with what has to be filled in', () => {
  expect(judged(form(contact))).toMatchObject({
    reason: 'must-fill',
    verdict: 'met',
    seen: { count: 1, page, fields: 'Uw naam, E-mailadres *, Geboortedatum' },
  })
  expect(judged(form([field('Naam'), field('Vraag', { type: 'textarea' })])).reason).toBe('asks')
  expect(judged(form([field('Naam *')])).seen['fields']).toBe('Naam *')
})

test('of several the one that asks most; the same form on two pages once', () => {
  const two = [form([field('Mail', { type: 'email' })]), form(contact)]
  expect(judged(...two, ...two)).toMatchObject({ seen: { count: 2, fields: expect.stringContaining('Geboortedatum') } })
  expect(judged(...two).seen['details']).toHaveLength(2)
})

test.each<[string, Form]>([
  ['a search box', form([field('Zoeken', { type: 'search' })], { method: 'get', search: true })],
  ['a search field by its name', form([field('', { name: 'q' })], { method: 'get' })],
  ['a filter', form([field('Soort', { type: 'select' }), field('Nieuw', { type: 'checkbox' })])],
  ['a button alone', form([])],
])('%s asks nothing of anybody', (_, one) => {
  expect(judged(one)).toMatchObject({ reason: 'none', verdict: 'not-applicable' })
})

test('a group of choices is one question, by the name that they share', () => {
  const choice = (label: string) => field(label, { type: 'radio', name: 'aanhef' })
  expect(judged(form([choice('Mevrouw'), choice('De heer'), field('Naam')])).seen['fields']).toBe('aanhef, Naam')
})

test.each<[string, Field]>([
  ['one that is not drawn', field('Telefoon', { drawn: false })],
  ['one for robots in evidence of before', field('Laat dit veld leeg als je een mens bent:')],
  ['one for robots by its name', field('', { name: '_mc4wp_honeypot' })],
  ['one of Gravity Forms', field('Telefoon', { name: 'input_7', autocomplete: 'new-password' })],
  ['one in English', field('Leave this field empty')],
  ['a group of which people cannot read the name', field('Ja', { type: 'radio', name: 'input_7' })],
])('%s is not asked of people', (_, unseen) => {
  const drawn = contact.map((one) => ({ ...one, drawn: true }))
  expect(judged(form([...drawn, unseen])).seen['fields']).toBe('Uw naam, E-mailadres *, Geboortedatum')
  const alone = [field('Soort', { type: 'select', drawn: true }), unseen]
  expect(judged(form(alone)).reason).toBe('none')
})
test('of a form that opens later all fields are asked, and of one that is filled in what only looks so', () => {
  const closed = contact.map((one) => ({ ...one, drawn: false }))
  expect(judged(form(closed)).seen['fields']).toBe('Uw naam, E-mailadres *, Geboortedatum')
  const like = [field('Bent u een mens of een bedrijf?'), field('Wachtwoord', { autocomplete: 'new-password' })]
  expect(judged(form(like)).seen['fields']).toBe('Bent u een mens of een bedrijf?, Wachtwoord')
})

test('labels are words of somebody else: short, on one line, and not many', () => {
  const hostile = field(`Naam\u202e\u0000\n${'x'.repeat(5_000)}`)
  const many = Array.from({ length: 60 }, (_, at) => field(`Vraag ${at} ${'y'.repeat(100)}`))
  const { seen } = judged(form([hostile, ...many]))
  const fields = String(seen['fields'])
  expect(fields.length).toBeLessThanOrEqual(260)
  expect(fields).toMatch(/^Naam x{30,}…, Vraag 0 /)
  expect(fields).toMatch(/\(\+5\d\)$/)
})

test('that there is no form rests on pages seen whole', () => {
  const half = judgeWith(formFields, { session: [sighting(session({ lacks: LOADING }))] })
  expect(half.verdict).toBe('unknown')
})

test('a group of choices is told by what it asks, and a field without a label by what stands before it', () => {
  const choice = field('Ja', { type: 'radio', name: 'q', about: 'Bent u lid?' })
  const bare = field('', { name: 'field_7', about: 'Uw wijk' })
  expect(judged(form([field('Naam'), choice, bare])).seen['fields']).toBe('Naam, Bent u lid?, Uw wijk')
})

test('fields outside any form keep it from saying that nothing is asked', () => {
  const loose = [field('E-mailadres', { type: 'email', drawn: true })]
  expect(judgeWith(formFields, { session: [sighting(session({ loose }))] })).toMatchObject({ verdict: 'unknown' })
})
