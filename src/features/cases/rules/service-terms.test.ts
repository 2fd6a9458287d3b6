/** Terms against a calendar: met, late, running; the day itself is in time. */
import { expect, test } from 'vitest'
import { serviceTerms } from './service-terms.ts'

const steps = [
  { from: 'draft', to: 'pre-check', on: '2026-11-02', by: 'anna' },
  { from: 'pre-check', to: 'in-test', on: '2026-11-09', by: 'bram' },
  { from: 'in-test', to: 'completeness', on: '2026-11-16', by: 'anna' },
  { from: 'completeness', to: 'opinions', on: '2026-11-20', by: 'bram' },
] as const
test('each step that had a term says whether it was in time, and who left it', () => {
  expect(
    serviceTerms(steps, '2026-11-25', '2026-12-04').map(({ name, dueOn, state, by }) => [name, dueOn, state, by]),
  ).toEqual([
    ['voortoets nakijken', '2026-11-09', 'met', 'bram'],
    ['nakijken op volledigheid', '2026-11-19', 'late', 'bram'],
    ['adviezen geven', '2026-12-04', 'running', null],
  ])
})
test('a term that the handler gave counts, and not the usual one', () => {
  const on = [...steps, { from: 'opinions', to: 'advice', on: '2026-12-10', by: 'bram' }] as const
  const opinions = (...asked: { on: string; dueOn: string }[]) =>
    serviceTerms(on, '2026-12-12', '2026-12-20', asked).find(({ name }) => name === 'adviezen geven')
  expect(opinions({ on: '2026-11-01', dueOn: '2026-12-31' })).toMatchObject({ state: 'late' })
  expect(opinions({ on: '2026-11-20', dueOn: '2026-12-03' }, { on: '2026-11-21', dueOn: '2026-12-10' })).toMatchObject({
    state: 'met',
    dueOn: '2026-12-10',
  })
})
test('what runs is late on the day after, not on the day itself', () => {
  expect(serviceTerms(steps, '2026-12-04', '2026-12-04').at(-1)!.state).toBe('running')
  expect(serviceTerms(steps, '2026-12-05', '2026-12-04').at(-1)!.state).toBe('late')
})
test('a step without a term has none', () =>
  expect(serviceTerms([{ from: 'decision', to: 'on-hold', on: '2026-11-02', by: 'x' }], '2026-11-25', null)).toEqual(
    [],
  ))
