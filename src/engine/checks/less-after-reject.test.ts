/** What is gone for somebody who refused. */
import { expect, test } from 'vitest'
import { consent, contactForm, HOST, judgeWith, LOADING, session, sighting } from '../../../test/evidence.ts'
import type { Consent, Form, Session } from '../../model/evidence.ts'
import { lessAfterReject } from './less-after-reject.ts'

const page = `https://${HOST}/contact`
const form = contactForm(page)
const asked = [{ text: 'Mogen wij cookies?', selector: 'div', frame: null, controls: [], boxes: [] }]
const judged = (before: Partial<Session>, after: Partial<Session> | null, walk: Partial<Consent> = {}) =>
  judgeWith(lessAfterReject, {
    session: [sighting(session()), sighting(session({ url: page, ...before }), { page })],
    consent: [
      sighting(
        consent({
          outcome: 'gone',
          asked,
          steps: [{ kind: 'reject', text: 'Weigeren' }],
          next: after && session({ url: page, ...after }),
          again: false,
          lacks: after?.lacks ?? {},
          ...walk,
        }),
        { phase: 'after-reject' },
      ),
    ],
  })

test('a form that is gone, and most of the words', () => {
  expect(judged({ forms: [form] }, { forms: [] })).toMatchObject({
    reason: 'form',
    verdict: 'partly',
    seen: { page, pressed: 'Weigeren' },
  })
  expect(judged({ textLength: 4_000 }, { textLength: 300 })).toMatchObject({ reason: 'less', verdict: 'partly' })
})

test.each<[string, Partial<Session>, Partial<Session>, Partial<Consent>]>([
  ['the same page', { forms: [form], textLength: 2_000 }, { forms: [form], textLength: 1_900 }, {}],
  ['a search box that is gone', { forms: [{ ...form, method: 'get', search: true }] }, {}, {}],
  ['little that became less', { textLength: 300 }, { textLength: 40 }, {}],
  [
    'the words of the question',
    { textLength: 2_500 },
    { textLength: 700 },
    { asked: [{ ...asked[0]!, text: 'x'.repeat(1_500) }] },
  ],
])('%s is no less', (_, before, after, walk) => {
  expect(judged(before, after, walk)).toMatchObject({ reason: 'same', verdict: 'met' })
})

test('of a form that may have been a window nothing is said', () => {
  const { over: _over, ...before } = form
  for (const one of [before, { ...form, over: true }])
    expect(judged({ forms: [one] }, { forms: [] })).toMatchObject({ reason: 'not-compared', verdict: 'unknown' })
})

test('nothing is said where it was not asked, not heard, led elsewhere, or was half seen', () => {
  expect(judged({}, null, { outcome: 'no-question' })).toMatchObject({ verdict: 'not-applicable' })
  expect(judged({}, null, { outcome: 'stayed' }).verdict).toBe('unknown')
  expect(judged({ forms: [form] }, {}, { again: true }).reason).toBe('not-compared')
  expect(judged({ forms: [form] }, { finalUrl: `https://${HOST}/` }).reason).toBe('not-compared')
  expect(judged({ forms: [form] }, { lacks: LOADING }).verdict).toBe('unknown')
})

test.each<[string, Form]>([
  ['a newsletter', { ...form, fields: form.fields.slice(0, 1) }],
  ['a form in a window', { ...form, selector: '#popup-1 > form:nth-of-type(1)' }],
  ['a form of another party', { ...form, action: 'https://elders.example/x' }],
])('%s may show once a visit: that it is gone says nothing', (_, one) => {
  expect(judged({ forms: [one] }, { forms: [] })).toMatchObject({ reason: 'not-compared', verdict: 'unknown' })
  expect(judged({ forms: [one, form] }, { forms: [] })).toMatchObject({ reason: 'form' })
})

test('of a question longer than we keep, it cannot be told how many words of the page are left', () => {
  const long = { asked: [{ ...asked[0]!, text: 'x'.repeat(2_000) }] }
  expect(judged({ textLength: 4_800 }, { textLength: 800 }, long)).toMatchObject({ reason: 'not-compared' })
  expect(judged({ textLength: 4_800 }, { textLength: 4_000 }, long)).toMatchObject({ reason: 'same' })
})
