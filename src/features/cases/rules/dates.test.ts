/** The days that a decision may bear. */
import { expect, test } from 'vitest'
import { decisionDateProblem, type Window } from './dates.ts'

const WHEN: Window = { begunOn: '2026-03-01', restsOn: null, laidOn: null, lastOn: null, today: '2026-03-20' }

test.each<[string, Partial<Window>, RegExp | undefined]>([
  ['2026-03-20', {}, undefined],
  ['2026-03-01', {}, undefined],
  ['2026-03-21', {}, /nog niet geweest/],
  ['2026-02-28', {}, /De zaak begon op 1 maart 2026/],
  ['2026-02-30', {}, /zoals 31-12-2026/],
  ['2026-03-09', { restsOn: '2026-03-10' }, /Het laatste advies is van 10 maart 2026/],
  ['2026-03-10', { restsOn: '2026-03-10' }, undefined],
  ['2026-03-11', { restsOn: '2026-03-10', laidOn: '2026-03-12' }, /ligt sinds 12 maart 2026 bij de beslisser/],
  ['2026-03-12', { restsOn: '2026-03-10', laidOn: '2026-03-12' }, undefined],
  ['2026-03-12', { lastOn: '2026-03-13' }, /Het vorige besluit in deze zaak is van 13 maart 2026/],
  ['2026-03-13', { lastOn: '2026-03-13' }, undefined],
])('%s in %o', (on, when, problem) => {
  const told = decisionDateProblem(on, { ...WHEN, ...when })
  if (problem) expect(told).toMatch(problem)
  else expect(told).toBeUndefined()
})
