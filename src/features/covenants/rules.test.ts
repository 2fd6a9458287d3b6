/** The rules of a covenant's text: what it begins as, and what comes next. */
import { expect, test } from 'vitest'
import { testDeps } from '../../../test/desk.ts'
import { firstText, headings, lastDay, nextOf, renewedText, type Facts } from './rules.ts'

const { templates } = testDeps()
const begun = { city: 'Sluiswijk', title: 'Samen sterk', street: null, begins: '2027-01-01', years: 3 }
const textFor = (cluster: string) =>
  firstText(
    templates.find(({ id }) => id === 'digitale-stad')!,
    { ...begun, cluster },
  )
const all = (cluster: string) => textFor(cluster).articles.flatMap(({ paragraphs }) => paragraphs)

test('a first text has its places filled in', () => {
  const said = all('A').join('\n')
  expect(said).toContain('Dit convenant begint op 1 januari 2027 en duurt 3 jaar, tot en met 31 december 2029.')
  expect(said).toContain('Wij noemen dit convenant: Samen sterk.')
  expect(said).toContain('organisaties die horen bij groep A (kleine organisatie)')
  expect(said).not.toMatch(/[{}]/)
})

test('a small group has a shorter text than a large one', () => {
  expect(all('A').length).toBeLessThan(all('C').length - 10)
  expect(all('C')).toHaveLength(all('D').length)
})

test('the text of a street names the street', () => {
  const street = firstText(
    templates.find(({ id }) => id === 'winkelstraat')!,
    {
      ...begun,
      cluster: null,
      street: 'Breestraat',
    },
  )
  expect(street.articles[0]!.paragraphs[0]).toContain('Wie door Breestraat loopt')
  expect(street.exercises).toHaveLength(1)
})

test('what says why has no number; the first article has one', () => {
  const named = [...headings(textFor('A').articles).values()]
  expect(named.slice(0, 3)).toEqual([
    'Waarom wij dit doen',
    'Artikel 1. Wat wij bedoelen',
    'Artikel 2. Wat wij willen bereiken',
  ])
  expect(named.at(-1)).toBe('Artikel 18. Hoe dit convenant heet')
})

test.each([
  ['2027-01-01', 3, '2029-12-31'],
  ['2028-02-29', 1, '2029-02-27'],
  ['2027-03-15', 2, '2029-03-14'],
])('from %s for %s years is until %s', (begins, years, ends) => expect(lastDay(begins, years)).toBe(ends))

test('renewed, a text says the new last day, wherever it said the one before', () => {
  const says = (...paragraphs: string[]) => ({
    articles: [{ id: 'duur', title: 'Duur', paragraphs }],
    pledges: [],
    exercises: [],
  })
  const first = says('Het begint op 1 januari 2027 en duurt 3 jaar, tot en met 31 december 2029.', 'Niets.')
  const renewed = renewedText(first, '2029-12-31', '2032-06-30')
  expect(renewed).toEqual({
    ...says('Het begint op 1 januari 2027 en geldt tot en met 30 juni 2032.', 'Niets.'),
    until: '2032-06-30',
  })
  // Decided anew before it was fixed.
  expect(renewedText(renewed, '2029-12-31', '2031-01-01').articles[0]!.paragraphs[0]).toMatch(/met 1 januari 2031\.$/)
})

const facts: Facts = {
  state: 'draft',
  shown: undefined,
  draft: 1,
  openComments: 0,
  invited: 0,
  endsOn: null,
  renewedUntil: null,
}
const shown = { no: 2, state: 'shown', until: '2026-12-01' } as const
test.each<[string, Partial<Facts>, RegExp, string | undefined]>([
  ['nothing was shown', {}, /Er is nog niemand uitgenodigd/, '/versies/1'],
  ['somebody was invited', { invited: 1 }, /1 organisatie doet mee aan het gesprek/, '/versies/1'],
  [
    'comments are open',
    { shown, draft: undefined, openComments: 2 },
    /Reageren kan tot en met 1 december/,
    '/versies/2',
  ],
  ['nobody answered', { shown: { ...shown, until: '2026-11-01' }, openComments: 1 }, /1 reactie wacht/, '/versies/2'],
  ['all is answered', { shown: { ...shown, until: null }, draft: 3 }, /Versie 3 wordt geschreven/, '/versies/3'],
  ['it ended', { state: 'ended' }, /beëindigd/, undefined],
  [
    'it is in force',
    { state: 'in-force', endsOn: '2029-12-31', draft: undefined },
    /geldt tot en met 31 december 2029/,
    '/voortgang',
  ],
  [
    'it was renewed and nothing is written yet',
    { state: 'in-force', endsOn: '2026-11-27', renewedUntil: '2029-12-31', draft: undefined },
    /voorbij: .* verlengen tot en met 31 december 2029\. Dat komt in een nieuwe versie/,
    '#versies',
  ],
  [
    'it was renewed and the new version is fixed',
    { state: 'in-force', endsOn: '2029-12-31', renewedUntil: '2029-12-31', draft: undefined },
    /geldt tot en met 31 december 2029\.$/,
    '/voortgang',
  ],
  [
    'it is in force and a next version is written',
    { state: 'in-force', endsOn: '2029-12-31', shown: { ...shown, state: 'final' }, draft: 3 },
    /geldt tot en met 31 december 2029\. Versie 3 wordt geschreven/,
    '/versies/3',
  ],
  [
    'it is in force and a next version lies before everybody',
    { state: 'in-force', endsOn: '2029-12-31', shown, draft: undefined },
    /geldt tot en met 31 december 2029\. Versie 2 ligt voor/,
    '/versies/2',
  ],
  [
    'its last day is past',
    { state: 'in-force', endsOn: '2026-11-27' },
    /voorbij: .* 27 november 2026\. Evalueer/,
    '/evaluatie',
  ],
  [
    'it is its last day',
    { state: 'in-force', endsOn: '2026-11-28', draft: undefined },
    /geldt tot en met 28 november/,
    '/voortgang',
  ],
])('when %s it says so, and what comes next', (_, some, says, to) => {
  const { stands, act } = nextOf({ ...facts, ...some }, '2026-11-28')
  expect(stands).toMatch(says)
  expect(act?.to).toBe(to)
})
