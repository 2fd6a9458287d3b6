/** What leaves the house of a covenant, and what never does. */
import { expect, test } from 'vitest'
import type { PledgeTerms } from '../../../model/covenant.ts'
import { mayTellTogether } from '../progress/rules.ts'
import { commentCounts, hearingOf, holdsName, publicDocument, publicPledge, tellable, withoutNames } from './rules.ts'

const person = { person: '0190-1', name: 'Vera Visser', function: 'privacyadviseur' }
const terms: PledgeTerms = {
  id: 'a',
  title: 'Café De Sluis en anderen sluiten overeenkomsten',
  norms: ['PRV-05'],
  method: 'findings',
  unit: 'organisation',
  unitWords: 'organisaties',
  rules: [],
  criterion: null,
  population: { of: 'organisations', organisations: ['0190-2'] },
  direction: 'up',
  decision: 'Alle verwerkers hebben een overeenkomst.',
  baseline: { count: 2, among: 6, unknown: 1, on: '2026-11-01', strength: 'documented' },
  steps: [],
  target: 1,
  due: '2027-11-01',
  tolerance: null,
  proof: 'lijst',
  least: 'documented',
  verifier: person,
  onMiss: 'verbeterplan',
  level: 'together',
  owner: { ...person, name: 'Otto Bos' },
}
const text = {
  articles: [{ id: 'doel', title: 'Doel', paragraphs: ['Café De Sluis doet mee.'] }],
  pledges: [terms],
  exercises: [],
}
const released = { title: 'Met Café De Sluis', text, unnamed: ['Café De Sluis'], opinions: [], comments: [] }

test('no person, no id of ours and no party without consent is in what leaves', () => {
  const told = JSON.stringify(publicDocument(released))
  expect(told).not.toMatch(/Vera|Otto|0190|Café De Sluis/)
  expect(told).toContain('[naam weggelaten] doet mee.')
  expect(told).toContain('privacyadviseur')
})

test('what is handed out holds no name and no begin that the page leaves out', () => {
  expect(holdsName(text, ['Café De Sluis'])).toBe(true)
  expect(holdsName(text, ['Iemand anders'])).toBe(false)
  expect(publicPledge(terms, false).baseline).toBe(null)
  expect(publicPledge(terms, true).baseline).toEqual(terms.baseline)
})

test('fewer than ten without a name are no group', () => {
  expect([0, 1, 9, 10, 11].map(mayTellTogether)).toEqual([true, false, false, true, true])
})

test('the longest name goes first, and a name of two signs leaves words alone', () => {
  expect(withoutNames(['Bakker', 'Bakker & Zoon', 'de'], ['Bakker', 'Bakker & Zoon', 'de'])).toEqual([
    '[naam weggelaten]',
    '[naam weggelaten]',
    'de',
  ])
  expect(holdsName({ a: ['Bakkerij'] }, ['Slager'])).toBe(false)
})

test('comments are counted, in the order of the text; what is still open is not told', () => {
  const titles = new Map([
    ['doel', 'Doel'],
    ['duur', 'Duur'],
  ])
  const each = (version: number, article: string, state: string) => ({ version, article, state })
  expect(
    commentCounts(
      [each(1, 'duur', 'declined'), each(1, 'doel', 'adopted'), each(1, 'doel', 'adopted'), each(1, 'doel', 'open')],
      titles,
    ),
  ).toEqual([
    { version: 1, article: 'doel', title: 'Doel', adopted: 2, declined: 0, answered: 0 },
    { version: 1, article: 'duur', title: 'Duur', adopted: 0, declined: 1, answered: 0 },
  ])
})

test('a party is heard: until the last day of its term nothing is public, and an objection is answered first', () => {
  const told = { until: '2026-12-11', objectedAt: null, goesOn: null }
  const objected = { ...told, objectedAt: new Date('2026-12-01T10:00:00Z') }
  expect(hearingOf(undefined, '2026-12-01')).toBe('untold')
  expect(hearingOf(told, '2026-12-11')).toBe('waiting')
  expect(hearingOf(told, '2026-12-12')).toBe('free')
  expect(hearingOf(objected, '2027-06-01')).toBe('objected')
  expect(hearingOf({ ...objected, goesOn: false }, '2027-06-01')).toBe('out')
  expect(hearingOf({ ...objected, goesOn: true }, '2026-12-11')).toBe('waiting')
  expect(hearingOf({ ...objected, goesOn: true }, '2026-12-12')).toBe('free')
})

test('between two days nobody is counted back: a figure waits until ten came or went', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => `p${index}`)
  const days = [
    { on: '2026-01', who: many(9) },
    { on: '2026-02', who: many(12) },
    { on: '2026-03', who: many(13) },
    { on: '2026-04', who: [...many(12), 'other'] },
    { on: '2026-05', who: many(12) },
    { on: '2026-06', who: many(22) },
    { on: '2026-07', who: many(21) },
    { on: '2026-08', who: [] },
  ]
  const unnamed = (day: string) => ({ unnamed: days.find(({ on }) => on === day)!.who, together: [] })
  const rest = { changes: [], today: '2026-12-01' }
  expect(tellable(days, unnamed, rest).map(({ on }) => on)).toEqual(['2026-02', '2026-05', '2026-06', '2026-08'])
  expect(tellable(days, () => ({ unnamed: [], together: [] }), rest).length, 'all by name').toBe(8)
})

test('of who is told together a figure waits until nobody came or went for ninety days', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => `p${index}`)
  const together = (day: string) => ({ unnamed: [], together: many(day < '2026-03-01' ? 12 : 13) })
  const figures = [{ on: '2026-01-01' }, { on: '2026-03-01' }, { on: '2026-04-01' }, { on: '2026-07-01' }]
  const at = (today: string, changes = ['2026-03-01']) =>
    tellable(
      figures.filter(({ on }) => on <= today),
      together,
      { changes, today },
    ).map(({ on, told }) => [on, told])
  expect(at('2026-05-29')).toEqual([['2026-01-01', '2026-01-01']])
  expect(at('2026-05-30')).toEqual([
    ['2026-01-01', '2026-01-01'],
    ['2026-04-01', '2026-05-30'],
  ])
  expect(at('2026-08-01').map(([on]) => on)).toEqual(['2026-01-01', '2026-04-01', '2026-07-01'])
  // Somebody else comes before the ninety days are over: it waits on.
  expect(at('2026-06-30', ['2026-03-01', '2026-05-01']).length).toBe(1)
  const few = (day: string) => ({ unnamed: [], together: many(day < '2026-03-01' ? 12 : 9) })
  expect(tellable(figures, few, { changes: ['2026-03-01'], today: '2026-09-01' }).length, 'nine are too few').toBe(1)
})
