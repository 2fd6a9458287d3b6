/** An opinion as it was typed: what keeps it from being signed stands at its field, and a draft keeps it all. */
import { expect, test } from 'vitest'
import { TooLong } from '../../../lib/too-long.ts'
import { sentOf } from '../../../web/desk/sent.ts'
import { readOpinion } from './opinion-form.tsx'

const TODAY = '2026-11-28'
const ANNE = { id: 'anne', name: 'Anne', function: '', roles: [], email: 'anne@zeestad.example', digest: false }
const read = (body: Parameters<typeof sentOf>[0]) => readOpinion(sentOf(body), [ANNE], TODAY)
const condition = { 'voorwaarde-1': 'Bewaar korter.', 'eigenaar-1': 'anne', 'uiterlijk-1': '2026-12-31' }
const right = { oordeel: 'conditions', tekst: 'Dit kan zo niet.', ...condition }

test('what is right is an opinion, of the lines in which something stands', () => {
  const { opinion, problems } = read(right)
  expect(problems).toEqual({})
  expect(opinion).toEqual({
    stance: 'conditions',
    text: 'Dit kan zo niet.',
    conditions: [{ text: 'Bewaar korter.', owner: 'anne', dueOn: '2026-12-31' }],
  })
})

test('of each line what is not right, at its field and in the order of the form', () => {
  const { value, opinion, problems } = read({
    'voorwaarde-0': 'Bewaar korter.',
    'eigenaar-0': 'iemand',
    'uiterlijk-0': '2026-11-27',
    'uiterlijk-3': '2026-12-31',
    'voorwaarde-4': 'Meet vaker.',
    'eigenaar-4': 'anne',
    'uiterlijk-4': 'ooit',
  })
  expect(opinion).toBeUndefined()
  expect(Object.entries(problems)).toEqual([
    ['oordeel', 'Kies uw oordeel.'],
    ['tekst', 'Licht uw oordeel toe in een zin, ook als het kort is.'],
    ['eigenaar-0', 'Kies wie voorwaarde 1 uitvoert.'],
    ['uiterlijk-0', expect.stringMatching(/^Voorwaarde 1: Deze datum is voorbij\./)],
    ['voorwaarde-3', 'Schrijf voorwaarde 4, of maak de regel leeg.'],
    ['uiterlijk-4', 'Voorwaarde 5: Vul een datum in, zoals 31-12-2026.'],
  ])
  expect(value.conditions[0]).toEqual({ text: 'Bewaar korter.', owner: 'iemand', dueOn: '2026-11-27' })
  expect(value.conditions[3]).toEqual({ text: '', owner: '', dueOn: '2026-12-31' })
})

test.each([
  [{ oordeel: 'conditions', tekst: 'Dit kan zo niet.' }, { 'voorwaarde-0': /^Noem minstens één voorwaarde/ }],
  [
    { oordeel: 'conditions', tekst: 'Dit kan zo niet.', 'uiterlijk-0': '2026-12-31' },
    { 'voorwaarde-0': /^Schrijf voorwaarde 1/ },
  ],
  [{ ...right, oordeel: 'no-objection', tekst: 'Akkoord' }, { oordeel: /^Bij voorwaarden past/ }],
  [{ ...right, oordeel: '__proto__' }, { oordeel: /^Kies uw oordeel/ }],
  [{ ...right, oordeel: 'constructor' }, { oordeel: /^Kies uw oordeel/ }],
  [{ ...right, oordeel: ['constructor', 'conditions'] }, { oordeel: /^Kies uw oordeel/ }],
])('%j is not signed', (body, says) => {
  const { opinion, problems } = read(body)
  expect(opinion).toBeUndefined()
  expect(problems).toEqual(
    Object.fromEntries(Object.entries(says).map(([field, text]) => [field, expect.stringMatching(text)])),
  )
})

test.each([
  { oordeel: 'no-objection', tekst: 'Akkoord' },
  { ...right, oordeel: 'revise' },
  { ...right, oordeel: ['conditions', 'no-objection'] },
  { ...right, 'voorwaarde-5': 'Een regel die er niet is.' },
])('%j is', (body) => expect(read(body).problems).toEqual({}))

test('a condition that is too long is not cut', () => {
  expect(() => read({ ...right, 'voorwaarde-1': 'x'.repeat(2_001) })).toThrow(TooLong)
})
