/** What a result agreement may not be, and how its rule reads. */
import { expect, test } from 'vitest'
import type { Criterion } from '../../model/norm.ts'
import { reachesTarget } from '../../scoring/course.ts'
import type { Sent } from '../../web/desk/route.ts'
import { readPledge, type HeldPledge } from './pledge-form.ts'
import { targetOf } from './pledge-input.ts'
import { share } from './pledge-words.ts'
import { decisionOf, mayNotCount, speaksOf, wayProblems, type Way } from './pledge-rules.ts'

const way: Way = {
  direction: 'up',
  baseline: { count: 8, among: 20, unknown: 4, on: '2026-11-28' },
  steps: [{ on: '2027-06-30', value: 0.7, field: 'stap1' }],
  target: 1,
  due: '2027-11-28',
  ends: '2029-12-31',
  today: '2026-11-28',
}
const step = (on: string, value: number, no = 1) => ({ on, value, field: `stap${no}` })

test('a way that can be followed has no problem', () => {
  expect(wayProblems(way)).toEqual({})
  expect(wayProblems({ ...way, steps: [] })).toEqual({})
  expect(wayProblems({ ...way, direction: 'down', target: 0.1, steps: [step('2027-06-30', 0.3)] })).toEqual({})
})

test('of every share that can be typed is kept exactly that, and it is reached by exactly so many', () => {
  const typed = (tenths: number) => `${Math.floor(tenths / 10)}${tenths % 10 === 0 ? '' : `,${tenths % 10}`}`
  for (let tenths = 0; tenths <= 1000; tenths++) {
    const target = targetOf({ doel: typed(tenths) } as HeldPledge)
    expect([target, share(target)]).toEqual([tenths / 1000, `${typed(tenths)}%`])
    const line = { baseline: way.baseline, steps: [], target, due: way.due, tolerance: null }
    expect(reachesTarget({ ...line, direction: 'up' }, { count: tenths, among: 1000 })).toBe(true)
    expect(reachesTarget({ ...line, direction: 'up' }, { count: tenths - 1, among: 1000 })).toBe(false)
  }
})

test.each(['100,5', '100,01', '101', '-1', '14,44', '14.4', 'x'])('%s is no share', (doel) => {
  const sent = { text: (name: string) => (name === 'doel' ? doel : ''), all: () => [] } as unknown as Sent
  expect(readPledge(sent).problems['doel']).toMatch(/^Vul een getal in van 0 tot en met 100/)
})

test.each<[string, Partial<Way>, string, RegExp]>([
  ['nothing is known', { baseline: { ...way.baseline, count: 0, among: 0 } }, 'begin', /van niemand iets bekend/],
  ['the target is met', { target: 0.4, steps: [] }, 'doel', /al gehaald: het begin is ook 40%/],
  ['the target lies behind', { target: 0.3, steps: [] }, 'doel', /verkeerde kant op: het begin is 40%.*omhoog/],
  ['the target goes the other way', { direction: 'down', steps: [] }, 'doel', /“omlaag”/],
  ['the due date is that of the baseline', { due: '2026-11-28', steps: [] }, 'op', /na de dag van het begin/],
  ['the due date has passed', { due: '2026-12-01', today: '2027-01-01', steps: [] }, 'op', /die nog komt/],
  ['the covenant ends before', { ends: '2027-06-01', steps: [] }, 'op', /eindigt op 1 juni 2027/],
  ['a step comes before the baseline', { steps: [step('2026-11-01', 0.5)] }, 'stap1', /na 28 november 2026/],
  ['a step comes after the target', { steps: [step('2027-11-28', 0.9)] }, 'stap1', /voor de dag van het doel/],
  ['a step goes back', { steps: [step('2027-02-01', 0.2)] }, 'stap1', /gaat terug: eerder stond er 40%/],
  ['a step goes beyond the target', { target: 0.6 }, 'stap1', /voorbij het doel van 60%/],
  [
    'steps are out of order',
    { steps: [step('2027-06-30', 0.6), step('2027-05-31', 0.8, 2)] },
    'stap2',
    /na 30 juni 2027/,
  ],
  [
    'a later step goes back',
    { steps: [step('2027-03-31', 0.8), step('2027-05-31', 0.6, 2)] },
    'stap2',
    /eerder stond er 80%/,
  ],
])('when %s it is refused at its field', (_, some, field, says) => {
  const problems = wayProblems({ ...way, ...some })
  expect(problems[field]).toMatch(says)
})

test.each([
  'Aandeel opdrachten aan lokale leveranciers',
  'Minstens 30% van de inkoop bij plaatselijke ondernemers',
  'bedrijven uit de regio',
  'leveranciers uit onze stad',
])('a quota is refused: %s', (text) => expect(mayNotCount(text)).toMatch(/quotum/))
test.each(['De helft van onze inkoop gaat naar Leidse bedrijven', 'bestellingen bij ondernemers uit Leiden'])(
  'a quota that names the city is refused: %s',
  (text) => expect(mayNotCount(text, 'Leiden')).toMatch(/quotum/),
)
test.each([
  'score per medewerker',
  'het resultaat van elke werknemer',
  'Per medewerker een cijfer',
  'klikgedrag van een collega',
])('scores of people are refused: %s', (text) => expect(mayNotCount(text)).toMatch(/uitslag per persoon/))
test.each([
  'Inkopen met een vergelijking, ook met een lokaal alternatief',
  'medewerkers die oefenden',
  'Het verslag van de proef, per organisatie',
  'De lokale back-up staat apart',
  'leveranciers met een contract',
])('what may be counted is not refused: %s', (text) => expect(mayNotCount(text)).toBeUndefined())

const criterion = (subjects: Criterion['subjects'], means: Criterion['means'] = { by: 'question', question: '?' }) =>
  ({ subjects, means }) as Criterion
test('a criterion is established of what is counted, or it cannot be followed', () => {
  expect(speaksOf(criterion(['website']), 'website')).toBe(true)
  expect(speaksOf(criterion(['website']), 'organisation')).toBe(true)
  expect(speaksOf(criterion(['organisation']), 'website')).toBe(false)
  expect(speaksOf(criterion(['product']), 'organisation')).toBe(false)
  expect(speaksOf(criterion(['organisation'], { by: 'entry' }), 'organisation')).toBe(false)
  expect(speaksOf(criterion(['product']), 'total')).toBe(true)
})

test('the rule reads as it is calculated', () => {
  const titles = new Map([
    ['a', 'Back-up apart'],
    ['b', 'Iedereen oefende'],
    ['c', 'Certificaat'],
  ])
  const pledge = {
    method: 'findings',
    unitWords: 'winkels',
    rules: [
      { criteria: ['a', 'b'], atLeast: 0.5 },
      { criteria: ['c'], atLeast: 1 },
    ],
    criterion: null,
    direction: 'up',
    target: 0.9,
    due: '2027-11-28',
  } as const
  expect(decisionOf(pledge, titles)).toBe(
    'Van de winkels telt mee waar minstens 50% in orde is van “Back-up apart” en “Iedereen oefende”; ' +
      'deels in orde telt half of “Certificaat” in orde is. Wat onbekend is, telt niet mee en staat erbij. ' +
      'Gehaald is minstens 90% op 28 november 2027.',
  )
  const counts = { ...pledge, method: 'counts', rules: [], criterion: 'b', direction: 'down' } as const
  expect(decisionOf(counts, titles)).toContain('bij hoeveel “Iedereen oefende” in orde is. Gehaald is hoogstens 90%')
})
