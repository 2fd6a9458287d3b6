/** Whether who reads another language can reach somebody as well. */
import { expect, test } from 'vitest'
import { HOST, judgeWith, LOADING, session, sighting } from '../../../test/evidence.ts'
import type { Link, Session } from '../../model/evidence.ts'
import { lessInLanguage } from './less-in-language.ts'

const at = (path: string) => `https://${HOST}${path}`
const english: Link = { href: at('/en/'), text: 'English' }
const contact: Link = { href: at('/contact/'), text: 'Contact' }
const judged = (links: Link[], other?: Partial<Session>) =>
  judgeWith(lessInLanguage, {
    session: [
      sighting(session({ links, text: 'Welkom.' }), { page: at('/') }),
      ...(other
        ? [
            sighting(session({ url: at('/en/'), lang: 'en', links: [], text: 'Welcome.', ...other }), {
              page: at('/en/'),
              role: 'other',
            }),
          ]
        : []),
    ],
  })

test('an English page that tells nobody how to reach somebody, beside a Dutch one that does', () => {
  expect(judged([english, contact], {})).toMatchObject({
    reason: 'missing',
    verdict: 'partly',
    seen: { page: at('/en/'), lang: 'en' },
  })
})

test.each<[string, Partial<Session>]>([
  ['a link to the Dutch page', { links: [contact] }],
  ['an English one', { links: [{ href: at('/en/contact-us'), text: 'Get in touch' }] }],
  ['where to find it', { links: [{ href: at('/en/x'), text: 'Where to find us' }] }],
  ['a visit', { links: [{ href: at('/en/x'), text: 'Visit us' }] }],
  ['a letter', { links: [{ href: at('/en/x'), text: 'Write to us' }] }],
  ['an address that says so', { links: [{ href: at('/en/find-us'), text: 'Map' }] }],
  ['a chat', { links: [{ href: 'https://wa.me/31715551883', text: 'Chat' }] }],
  [
    'a chat by its number',
    { links: [{ href: 'https://api.whatsapp.com/send?text=x&phone=31715551883', text: 'App' }] },
  ],
  ['a street', { text: 'Our shop: Vlietkade 30, Sluiswijk.' }],
  ['a number in its words', { text: 'Call us on 071 555 18 83.' }],
  ['a number to tap', { links: [{ href: 'tel:0715551883', text: 'Call' }] }],
])('%s is no less', (_, other) => {
  expect(judged([english, contact], other)).toMatchObject({ reason: 'same', verdict: 'met' })
})

test.each<[string, Partial<Session>]>([
  ['a button to share', { links: [{ href: 'https://wa.me/?text=https://voorbeeld.nl/31715551883', text: 'Share' }] }],
  ['another shop', { links: [{ href: at('/en/x'), text: 'What visitors say about us' }] }],
  ['a street without a number', { text: 'A walk along the Vlietkade.' }],
])('%s tells nobody how to reach somebody', (_, other) => {
  expect(judged([english, contact], other)).toMatchObject({ reason: 'missing' })
})

test('one language, nothing to compare, and what was not or half seen', () => {
  expect(judged([contact])).toMatchObject({ reason: 'one-language', verdict: 'not-applicable' })
  expect(judged([english], {})).toMatchObject({ reason: 'no-contact', verdict: 'not-applicable' })
  expect(judged([english, contact])).toMatchObject({ reason: 'not-seen', verdict: 'unknown' })
  const turkish: Link = { href: at('/tr/'), text: 'Türkçe' }
  const other = sighting(session({ url: at('/tr/'), lang: 'tr', links: [], text: 'x' }), {
    page: at('/tr/'),
    role: 'other',
  })
  const both = [sighting(session({ links: [turkish, contact] }), { page: at('/') }), other]
  expect(judgeWith(lessInLanguage, { session: both })).toMatchObject({ reason: 'not-read', verdict: 'unknown' })
  expect(judged([english, contact], { status: 404 }).reason).toBe('not-read')
  expect(judged([english, contact], { lacks: LOADING }).verdict).toBe('unknown')
})
