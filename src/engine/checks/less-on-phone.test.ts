/** What is gone for somebody on a phone. */
import { expect, test } from 'vitest'
import { contactForm, HOST, judgeWith, LOADING, session, sighting } from '../../../test/evidence.ts'
import type { Session } from '../../model/evidence.ts'
import { lessOnPhone } from './less-on-phone.ts'

const url = `https://${HOST}/`
const link = (path: string, text: string) => ({ href: new URL(path, url).href, text })
const pages = Array.from({ length: 12 }, (_, at) => link(`/blad-${at}`, `Blad ${at}`))
const [privacy, contact] = [link('/privacy/', 'Privacyverklaring'), link('/contact/', 'Contact')]
const form = contactForm(url)
const whole = { links: [...pages, privacy, contact], text: 'Welkom bij ons.' }
const judged = (computer: Partial<Session>, phone?: Partial<Session>) =>
  judgeWith(lessOnPhone, {
    session: [
      sighting(session({ ...whole, ...computer })),
      sighting(session({ url: `${url}nieuws` }), { page: `${url}nieuws`, role: 'other' }),
      ...(phone ? [sighting(session({ ...whole, ...phone }), { profile: 'phone' as const })] : []),
    ],
  })

test('a link, each way to reach somebody, and a form that a phone does not get', () => {
  expect(judged({}, { links: [...pages, contact] })).toMatchObject({ reason: 'privacy', verdict: 'partly' })
  expect(judged({}, { links: [...pages, privacy] })).toMatchObject({ reason: 'contact', verdict: 'partly' })
  expect(judged({ forms: [form] }, { forms: [] })).toMatchObject({
    reason: 'form',
    verdict: 'partly',
    seen: { page: url },
  })
})

test.each<[string, Partial<Session>, Partial<Session>]>([
  ['the same', {}, {}],
  ['other links', {}, { links: [...pages.slice(0, 10), link('/app', 'App'), privacy, contact] }],
  ['a number to tap in the place of a page', {}, { links: [...pages, privacy, link('tel:0715551234', 'Bel ons')] }],
  ['a number in its words', {}, { links: [...pages, privacy], text: 'Bel ons: 071 555 12 34.' }],
  ['what a computer has not either', { links: pages }, { links: pages }],
  ['a newsletter', { forms: [{ ...form, fields: form.fields.slice(0, 1) }] }, { forms: [] }],
  ['a window', { forms: [{ ...form, selector: '#popup > form' }] }, { forms: [] }],
  ['a window by its style', { forms: [{ ...form, over: true }] }, { forms: [] }],
  [
    'a newsletter with a line that we do not know',
    {
      forms: [{ ...form, fields: [...form.fields.slice(0, 1), { name: 'FIELD_3', type: 'text', label: 'Woonwijk' }] }],
    },
    { forms: [] },
  ],
  ['a form of another party', { forms: [{ ...form, action: 'https://elders.example/x' }] }, { forms: [] }],
])('%s is no less', (_, computer, phone) => {
  expect(judged(computer, phone)).toMatchObject({ reason: 'same', verdict: 'met' })
})

test.each<[string, Partial<Session>, Partial<Session>]>([
  ['a button that says what the form does', { text: 'Welkom.\nReserveer' }, { text: 'Welkom.\nReserveer' }],
  ['a button that the computer has not', {}, { text: 'Welkom bij ons.\nKom eten' }],
  ['a link that the computer has not', {}, { links: [...whole.links, link('/eten', 'Eten')] }],
  [
    'a link that says so on both',
    { links: [...whole.links, link('/r', 'Reserveren')] },
    { links: [...whole.links, link('/r', 'Reserveren')] },
  ],
  ['a menu that is filled later', {}, { links: pages.slice(0, 3) }],
  ['evidence of before', { forms: [{ ...form, over: undefined! }] }, {}],
])('%s: whether the form is gone is not known', (_, computer, phone) => {
  expect(judged({ forms: [form], ...computer }, { forms: [], ...phone })).toMatchObject({ reason: 'not-compared' })
})

test('the button of a menu opens no form, and what else is gone is still told', () => {
  expect(judged({ forms: [form] }, { forms: [], text: 'Menu\nWelkom bij ons.' }).reason).toBe('form')
  const unlinked = { links: [...pages, contact], text: 'Welkom bij ons.\nReserveer' }
  expect(judged({ forms: [form] }, { forms: [], ...unlinked }).reason).toBe('privacy')
})

test('nothing is said of a menu that is filled later, another site for phones, or what was half seen', () => {
  expect(judged({}, { links: pages.slice(0, 3) })).toMatchObject({ reason: 'not-compared', verdict: 'unknown' })
  expect(judged({}, { links: pages, finalUrl: 'https://m.voorbeeld.nl/' }).reason).toBe('not-compared')
  expect(judged({}, { links: pages, status: 503 }).reason).toBe('not-compared')
  expect(judged({}, { links: [...pages, contact], lacks: LOADING }).verdict).toBe('unknown')
  expect(judged({})).toMatchObject({ reason: 'not-looked', verdict: 'unknown' })
})
