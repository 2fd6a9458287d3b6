/** Where the register of algorithms differs from practice: what is seen, and near misses that are not. */
import { expect, test } from 'vitest'
import { readRegisters, registerFor } from '../../catalogue/registers.ts'
import type { Entry, Values } from '../../model/register.ts'
import { practiceOf, type Around, type Processing } from './practice.ts'
import { bodyOf, differences, statusOf, type Held } from './standard.ts'

const register = registerFor(readRegisters('registers'), 'algorithm')!
const TODAY = '2026-11-28'
const GOOD: Values = {
  naam: 'Een',
  stand: 'gebruik',
  'wettelijke-basis': 'Gemeentewet',
  toetsen: [{ titel: 'DPIA' }],
  nazien: '2026-11-28',
}
const AROUND: Around = {
  products: [],
  contracts: [],
  projects: [],
  processings: [],
  cases: 0,
  publicVersion: 3,
  national: true,
}
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
const leaned = (endsOn: string | null, endedAt: Date | null = null) => ({
  title: 'Vakvrij',
  endsOn,
  endedAt,
  stopped: false,
})
const stopped = { ...leaned(null), stopped: true }
const processing = (more: Partial<Processing> = {}): Processing => ({
  title: 'Parkeren',
  needed: false,
  assessedOn: null,
  document: false,
  ...more,
})

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
  { kind: 'product-ended', values: {}, around: { products: [stopped, leaned(null)] } },
  { kind: 'project-stopped', values: {}, around: { projects: [stopped, stopped] } },
  { kind: 'project-stopped', values: { stand: 'ontwikkeling' }, around: { projects: [stopped] } },
  { kind: 'assessment-unfound', values: {}, around: { processings: [processing()] } },
  { kind: 'assessment-unfound', values: {}, around: { processings: [processing({ assessedOn: '2026-11-29' })] } },
  {
    kind: 'assessment-unnamed',
    values: { toetsen: '' },
    around: { processings: [processing(), processing({ assessedOn: TODAY })] },
  },
  { kind: 'assessment-unnamed', values: { toetsen: '' }, around: { processings: [processing({ document: true })] } },
  { kind: 'assessment-unnamed', values: { toetsen: '' }, around: { cases: 1 } },
  {
    kind: 'assessment-undone',
    values: { toetsen: [{ titel: 'IAMA' }] },
    around: { processings: [processing({ needed: true })] },
  },
  {
    kind: 'assessment-undone',
    values: {},
    around: { processings: [processing({ needed: true }), processing({ document: true })] },
  },
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

test('near misses of a project and of an assessment are not seen', () => {
  expect(seen({}, { projects: [stopped, leaned('2020-01-01')] })).toEqual([])
  expect(seen({ stand: 'buiten-gebruik', einde: '2026-01' }, { projects: [stopped], products: [stopped] })).toEqual([])
  expect(seen({}, { processings: [processing({ assessedOn: TODAY, needed: true })] })).toEqual([])
  expect(seen({}, { processings: [processing({ needed: true })], cases: 1 })).toEqual([])
  expect(seen({ toetsen: [{ titel: 'IAMA' }] }, { processings: [processing()] })).toEqual([])
  expect(seen({ toetsen: '', 'toetsen-uitleg': 'Een DPIA is niet nodig.' }, { processings: [processing()] })).toEqual(
    [],
  )
})

test('what is needed and not there is told in plain words', () => {
  const around = { ...AROUND, processings: [processing({ needed: true })] }
  const { text } = practiceOf(register, entryOf({ ...GOOD, toetsen: [{ titel: 'IAMA' }] }), around, TODAY)[0]!
  expect(text).toBe('Bij de verwerking staat dat een DPIA nodig is. Er staat geen datum bij: Parkeren.')
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

test.each<[Held['published'], Held['latest'], boolean, string]>([
  [undefined, undefined, false, 'gone'],
  [undefined, undefined, true, 'gone'],
  [{ published: true }, { published: true }, true, 'published'],
  [{ state: 'PUBLISHED' }, { state: 'STATE_1' }, false, 'published'],
  [undefined, { state: 'PUBLISHED' }, false, 'published'],
  [{ published: true }, { released: true }, false, 'waiting'],
  [{ published: true }, { state: 'STATE_2' }, true, 'waiting'],
  [undefined, { released: true }, false, 'released'],
  // Taken back, and yet somebody there may publish it any moment.
  [undefined, { state: 'STATE_2' }, true, 'released'],
  [undefined, { state: 'STATE_1' }, true, 'withdrawn'],
  [undefined, {}, false, 'draft'],
])('published %o, newest %o, withdrawn %s, is %s', (published, latest, withdrawn, status) =>
  expect(statusOf({ published, latest }, withdrawn)).toBe(status),
)
