/** Where the register of algorithms differs from practice: what is seen, and near misses that are not. */
import { expect, test } from 'vitest'
import { readRegisters, registerFor } from '../../catalogue/registers.ts'
import type { Entry, Values } from '../../model/register.ts'
import { practiceOf, type Around } from './practice.ts'
import { bodyOf, differences, statusOf } from './standard.ts'

const register = registerFor(readRegisters('registers'), 'algorithm')!
const TODAY = '2026-11-28'
const GOOD: Values = {
  naam: 'Een',
  stand: 'gebruik',
  'wettelijke-basis': 'Gemeentewet',
  toetsen: [{ titel: 'DPIA' }],
  nazien: '2026-11-28',
}
const AROUND: Around = { products: [], contracts: [], publicVersion: 3, national: true }
const entryOf = (values: Values, more: Partial<Entry> = {}): Entry => ({
  id: '1',
  register: register.id,
  no: 1,
  title: 'Een',
  values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')),
  version: 3,
  changedAt: new Date(),
  endedAt: null,
  ...more,
})
const seen = (values: Values, around: Partial<Around> = {}, more: Partial<Entry> = {}) =>
  practiceOf(register, entryOf({ ...GOOD, ...values }, more), { ...AROUND, ...around }, TODAY).map(({ kind }) => kind)
const leaned = (endsOn: string | null, endedAt: Date | null = null) => ({ title: 'Vakvrij', endsOn, endedAt })

test('nothing is said where all is well', () => {
  expect(seen({})).toEqual([])
  expect(seen({}, { products: [leaned(TODAY)], contracts: [leaned('2020-01-01'), leaned(null)] })).toEqual([])
  expect(seen({ einde: '2026-11' })).toEqual([])
  // Nobody looked there: then nothing is said of it.
  expect(seen({}, { national: undefined })).toEqual([])
})

test.each<{ kind: string; values: Values; around: Partial<Around>; more?: Partial<Entry> }>([
  { kind: 'product-ended', values: {}, around: { products: [leaned(null, new Date())] } },
  { kind: 'product-ended', values: {}, around: { products: [leaned('2026-11-27'), leaned(null)] } },
  { kind: 'contract-ended', values: {}, around: { contracts: [leaned('2026-11-27'), leaned(null, new Date())] } },
  { kind: 'end-passed', values: { einde: '2026-10' }, around: {} },
  { kind: 'end-missing', values: { stand: 'buiten-gebruik' }, around: {} },
  { kind: 'no-basis', values: { 'wettelijke-basis': '' }, around: {} },
  { kind: 'no-assessment', values: { toetsen: '' }, around: {} },
  { kind: 'review-passed', values: { nazien: '2026-11-27' }, around: {} },
  { kind: 'not-public', values: {}, around: { publicVersion: undefined } },
  { kind: 'older-public', values: {}, around: { publicVersion: 2 } },
  { kind: 'not-national', values: {}, around: { national: false } },
  { kind: 'still-national', values: {}, around: {}, more: { endedAt: new Date() } },
])('$kind is seen, alone', ({ kind, values, around, more = {} }) => {
  expect(seen(values, around, more)).toEqual([kind])
})

test('an algorithm that is not in use, needs none of it', () => {
  const around = { products: [leaned(null, new Date())], publicVersion: undefined, national: false }
  expect(seen({ stand: 'ontwikkeling', 'wettelijke-basis': '', toetsen: '' }, around)).toEqual([])
})

test('a reason why no assessment was needed is enough, and a law in the list too', () => {
  expect(seen({ toetsen: '', 'toetsen-uitleg': 'Geen gegevens over mensen.' })).toEqual([])
  expect(seen({ 'wettelijke-basis': '', wetten: [{ titel: 'Wet', link: 'https://wetten.nl/' }] })).toEqual([])
})

test('what differs only in its markup or order is the same', () => {
  const here = bodyOf(register, 'x', { naam: 'Een', doel: 'Eerst.\nDan & nu', themas: ['verkeer', 'recht'] })
  const there = { ...here, goal: '<p>Eerst.</p><p>Dan &amp; nu</p>', category: ['Recht', 'Verkeer'], tags: null }
  expect(differences(register, here, there)).toEqual([])
  expect(differences(register, here, { ...there, goal: 'Eerst.', provider: 'X' })).toEqual([
    { name: 'goal', label: 'Doel en gevolgen', here: 'Eerst.\nDan & nu', there: 'Eerst.' },
    { name: 'provider', label: 'Leverancier', here: '', there: 'X' },
  ])
})

test('what is not public here is not sent', () => {
  const shut = { ...register, fields: register.fields.map((field) => ({ ...field, public: field.id === 'naam' })) }
  expect(bodyOf(shut, 'x', { naam: 'Een', kort: 'Geheim' })).toEqual({
    name: 'Een',
    lang: 'nld',
    standard_version: '1.0',
    source_id: 'x',
  })
})

test.each([
  [undefined, false, 'gone'],
  [{ published: true }, true, 'published'],
  [{ state: 'PUBLISHED' }, false, 'published'],
  [{ released: true }, false, 'released'],
  [{ state: 'STATE_2' }, false, 'released'],
  [{ state: 'STATE_1' }, true, 'withdrawn'],
  [{}, false, 'draft'],
])('%o, withdrawn %s, is %s', (held, withdrawn, status) => expect(statusOf(held, withdrawn)).toBe(status))
