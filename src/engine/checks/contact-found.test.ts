/** Whether a site that nobody can reach trips, and every site with some way does not. */
import { expect, test } from 'vitest'
import { LOADING, judgeWith, seen, session, sighting, statements, unseen } from '../../../test/evidence.ts'
import type { Statement } from '../../model/evidence.ts'
import { contactFound } from './contact-found.ts'

const long = 'Wij bakken brood. '.repeat(20)
const landing = (over = {}) => sighting(session({ text: long, textLength: long.length, ...over }))
const page = (over: Partial<Statement> = {}) =>
  statements({
    contact: seen({
      url: 'https://www.voorbeeld.nl/contact',
      status: 200,
      text: 'Contact',
      links: [],
      lang: 'nl',
      ...over,
    }),
  })
const judge = (over = {}, said = statements()) =>
  judgeWith(contactFound, { session: [landing(over)], statements: said })
const field = (type: string) => ({ name: type, type, label: '' })
const form = (...types: string[]) => ({ action: '/x', method: 'post', fields: types.map(field), selector: 'form' })

test('pages of text without any way to reach anyone are unmet', () => {
  expect(judge()).toMatchObject({ reason: 'missing', verdict: 'unmet', seen: { pages: 1 } })
})
test.each([
  ['a tel link', { links: [{ href: 'tel:0715165000', text: 'Bel' }] }],
  ['a mailto link', { links: [{ href: 'mailto:a@b.nl', text: '' }] }],
  ['a number in the text', { text: `${long} 071-5165000` }],
  ['an address in the text', { text: `${long} Breestraat 1, 2311 CH Leiden` }],
])('%s is met', (_, over) => {
  expect(judge(over)).toMatchObject({ reason: 'found', verdict: 'met' })
})
test('a number on the contact page is met', () => {
  expect(judge({}, page({ text: 'Bel 071 516 50 00' }))).toMatchObject({
    reason: 'found',
    seen: { details: ['phone · https://www.voorbeeld.nl/contact'] },
  })
})
test('a form in which one can write is met, a search, login or newsletter form is not', () => {
  expect(judge({ forms: [form('text', 'email', 'textarea')] })).toMatchObject({ reason: 'form', verdict: 'met' })
  for (const other of [form('search'), form('text', 'password'), form('email')])
    expect(judge({ forms: [other] }).reason).toBe('missing')
})
test('a contact page on which nothing was recognised, or that could not be read, is unknown', () => {
  expect(judge({}, page())).toMatchObject({ reason: 'page-only', verdict: 'unknown' })
  expect(judge({}, statements({ contact: unseen('timeout') }))).toMatchObject({
    reason: 'page-only',
    verdict: 'unknown',
  })
})
test('a contact page that is gone is no contact', () => {
  expect(judge({}, page({ status: 404, text: 'Bel 071 516 50 00' })).reason).toBe('missing')
})
test('only social media is partly; a share button of mail names nobody', () => {
  const links = [
    { href: 'https://www.instagram.com/voorbeeld', text: 'Volg ons' },
    { href: 'mailto:?subject=Lees', text: 'Deel' },
  ]
  expect(judge({ links })).toMatchObject({
    reason: 'social',
    verdict: 'partly',
    seen: { details: ['https://www.instagram.com/voorbeeld'] },
  })
})
test('a thin, half-loaded or unseen landing page is not judged', () => {
  expect(judge({ text: 'Welkom', textLength: 6 })).toMatchObject({ reason: 'thin', verdict: 'unknown' })
  expect(judge({ lacks: LOADING })).toMatchObject({ reason: 'half-seen.loading', verdict: 'unknown' })
  expect(judge({ status: 503 }).reason).toBe('thin')
})
test('the first place where a way was seen is told', () => {
  const links = [{ href: 'tel:0715165000', text: '' }]
  expect(judge({ links }, page({ text: 'Bel 071 516 50 00' })).seen['details']).toEqual(['phone · tel:0715165000'])
})
test('a page that gave an error shows no way, and a form to sign in with is none', () => {
  const number = 'Bel 071 516 50 00'
  const answered = (status: number) =>
    judgeWith(contactFound, {
      statements: statements(),
      session: [landing(), sighting(session({ status, text: number }), { page: 'https://www.voorbeeld.nl/b' })],
    }).reason
  expect(answered(399)).toBe('found')
  expect(answered(400)).toBe('missing')
  expect(judge({ forms: [form('textarea', 'password')] }).reason).toBe('missing')
  expect(judge({ forms: [form('textarea', 'text')] }).reason).toBe('form')
})
test('two hundred characters are enough of a page to judge by', () => {
  expect(judge({ text: 'x'.repeat(200), textLength: 200 }).reason).toBe('missing')
  expect(judge({ text: 'x'.repeat(199), textLength: 199 }).reason).toBe('thin')
})
test('a number that may be an example is a doubt, beside a real one it is nothing', () => {
  expect(judge({ text: `${long} Bel 06-12345678` })).toMatchObject({ reason: 'number-in-doubt', verdict: 'unknown' })
  expect(judge({ text: `${long} Bel 06-12345678 of 071 516 50 00` }).reason).toBe('found')
  expect(judge({ text: `${long} Bel 020 - 777 77 77` }).verdict).toBe('met')
  expect(judge({ text: `${long} Bel 000-0000000` }).reason).toBe('missing')
})

const message = { name: '', type: 'textarea', label: 'Uw bericht', drawn: true }
const frame = (url: string) => ({ frames: [{ url, title: null }] })
test.each([
  ['fields outside any form', { loose: [message] }],
  ['a frame of somebody who may make forms', frame('https://iemand.example/formulier')],
  ['a button that asks to get in touch', { text: `${long} Neem contact op` }],
  ['a button that calls', { text: `${long} Bel ons` }],
])('%s may be a way: unknown', (_, over) => {
  expect(judge(over)).toMatchObject({ reason: expect.stringMatching(/^half-seen/), verdict: 'unknown' })
})
test.each([
  ['a field to search with', { loose: [{ name: 'q', type: 'search', label: 'Zoeken', drawn: true }] }],
  ['a field that nobody sees', { loose: [{ ...message, drawn: false }] }],
  ['a frame of the site itself', frame('https://www.voorbeeld.nl/x')],
  ['a word of contact', { text: `${long} Contactlenzen en contact met de buurt` }],
])('%s is none', (_, over) => {
  expect(judge(over)).toMatchObject({ reason: 'missing', verdict: 'unmet' })
})
