/** Whether a unit meets a promise, with what only just does and what only just does not. */
import { describe, expect, test } from 'vitest'
import type { Held, VerdictWord } from '../model/finding.ts'
import { ruleOutcome, unitOn, unitThrough, worstOf, type Promised, type Unit } from './pledge.ts'

describe('a rule', () => {
  const met = (count: number): VerdictWord[] => Array.from({ length: count }, () => 'met')
  const rest = (count: number, word: VerdictWord): VerdictWord[] => Array.from({ length: count }, () => word)

  test.each([1, 2, 3, 6, 7, 9, 10, 11, 13, 30, 49, 97])('is met at its edge and not a hair below, of %d', (among) => {
    for (let count = 1; count <= among; count++) {
      expect(ruleOutcome([...met(count), ...rest(among - count, 'unmet')], count / among)).toBe('met')
      expect(ruleOutcome([...met(count - 1), ...rest(among - count + 1, 'unmet')], count / among)).toBe('unmet')
      if (count > 0 && count < among)
        expect(ruleOutcome([...met(count - 1), 'partly', ...rest(among - count, 'unmet')], count / among)).toBe('unmet')
    }
  })
  test('partly is a half', () => {
    expect(ruleOutcome(['partly', 'partly'], 0.5)).toBe('met')
    expect(ruleOutcome(['met', 'partly', 'unmet', 'unmet'], 0.375)).toBe('met')
    expect(ruleOutcome(['met', 'partly', 'unmet', 'unmet'], 0.376)).toBe('unmet')
  })
  test('what does not apply is left out', () => {
    expect(ruleOutcome(['met', 'not-applicable'], 1)).toBe('met')
    expect(ruleOutcome(['unmet', 'not-applicable'], 0.5)).toBe('unmet')
    expect(ruleOutcome(['not-applicable', 'not-applicable'], 1)).toBe('not-applicable')
  })
  test('unknown stands between the worst and the best', () => {
    expect(ruleOutcome(['met', 'met', 'met', 'unknown'], 0.75)).toBe('met')
    expect(ruleOutcome(['met', 'met', 'met', 'unknown'], 0.76)).toBe('unknown')
    expect(ruleOutcome(['met', 'met', 'unmet', 'unknown'], 0.75)).toBe('unknown')
    expect(ruleOutcome(['met', 'met', 'unmet', 'unknown'], 0.76)).toBe('unmet')
    expect(ruleOutcome(['unknown'], 1)).toBe('unknown')
  })
  test('whatever the unknown turns out to be, a verdict stays what it was', () => {
    const words: VerdictWord[] = ['met', 'partly', 'unmet', 'not-applicable', 'unknown']
    const known = words.slice(0, 4)
    for (const a of words)
      for (const b of words)
        for (const atLeast of [0.25, 1 / 3, 0.5, 2 / 3, 0.75, 1]) {
          const before = ruleOutcome([a, b, 'unknown'], atLeast)
          const after = known.map((word) => ruleOutcome([a, b, word], atLeast))
          if (before !== 'unknown')
            expect([before, 'not-applicable'], `${a} ${b}`).toEqual(expect.arrayContaining(after))
        }
  })
})

test('a criterion seen at several addresses is as good as the least of them', () => {
  expect(worstOf(['met', 'met'])).toBe('met')
  expect(worstOf(['met', 'partly'])).toBe('partly')
  expect(worstOf(['met', 'unknown'])).toBe('unknown')
  expect(worstOf(['partly', 'unknown'])).toBe('unknown')
  expect(worstOf(['unknown', 'unmet'])).toBe('unmet')
  expect(worstOf(['met', 'not-applicable'])).toBe('met')
  expect(worstOf(['not-applicable'])).toBe('not-applicable')
  expect(worstOf([])).toBe('unknown')
})

const found = (rest: Partial<Held> = {}): Held => ({
  subject: 'w',
  criterion: 'A',
  verdict: 'met',
  strength: 'measured',
  source: 'visit',
  at: '2026-01-10',
  from: '2026-01-15',
  until: '2026-06-30',
  ...rest,
})
const unit: Unit = {
  id: 'w',
  key: 'w',
  party: 'p',
  until: null,
  subjects: [{ id: 'w', until: null }],
}
const one: Promised = { rules: [{ criteria: ['A'], atLeast: 1 }], least: 'measured' }
const on = (held: readonly Held[], day: string, promised = one, of: Unit = unit) => unitOn(held, of, promised, day)

describe('what counts on a day', () => {
  test('a finding holds from its first day until its last', () => {
    expect(on([found()], '2026-01-14').outcome).toBe('unknown')
    expect(on([found()], '2026-01-15').outcome).toBe('met')
    expect(on([found()], '2026-06-30').outcome).toBe('met')
    expect(on([found()], '2026-07-01')).toMatchObject({ outcome: 'unknown', strength: null, until: null, seen: null })
  })
  test('what is weaker than was asked is unknown, what is as firm counts', () => {
    const declared = found({ strength: 'declared', source: 'form' })
    expect(on([declared], '2026-02-01').outcome).toBe('unknown')
    expect(on([declared], '2026-02-01', { ...one, least: 'declared' }).outcome).toBe('met')
  })
  test('the firmest goes first, of equals the newest, and what is known before what is not', () => {
    const seen = found({ strength: 'witnessed', source: 'inspection', verdict: 'unmet' })
    const newer = found({ at: '2026-02-10', from: '2026-02-15', verdict: 'unmet' })
    expect(on([found(), seen], '2026-02-01').outcome).toBe('unmet')
    expect(on([found(), newer], '2026-02-14').outcome).toBe('met')
    expect(on([found(), newer], '2026-02-15').outcome).toBe('unmet')
    expect(on([found(), found({ ...seen, verdict: 'unknown' })], '2026-02-01').outcome).toBe('met')
    expect(on([found(), found({ ...seen, until: '2026-01-31' })], '2026-02-01').outcome).toBe('met')
  })
  test('of several rules one is enough, and it tells by what', () => {
    const either: Promised = {
      rules: [
        { criteria: ['A', 'B'], atLeast: 1 },
        { criteria: ['C'], atLeast: 1 },
      ],
      least: 'measured',
    }
    const certificate = found({ criterion: 'C', strength: 'documented', source: 'import', until: '2026-03-31' })
    expect(on([found({ verdict: 'unmet' }), certificate], '2026-03-31', either)).toMatchObject({
      outcome: 'met',
      strength: 'documented',
      until: '2026-03-31',
    })
    expect(on([found({ verdict: 'unmet' }), certificate], '2026-04-01', either).outcome).toBe('unknown')
    expect(on([found({ verdict: 'unmet' }), { ...certificate, verdict: 'unmet' }], '2026-03-31', either).outcome).toBe(
      'unmet',
    )
    expect(
      on([found(), found({ criterion: 'B' }), found({ criterion: 'C', verdict: 'not-applicable' })], '2026-02-01', {
        ...either,
        rules: [either.rules[1]!],
      }).outcome,
    ).toBe('not-applicable')
  })
  test('one valid certificate is enough, however many have ended', () => {
    const entry = (rest: Partial<Held>) => found({ source: 'entry', strength: 'documented', ...rest })
    const ended = entry({ verdict: 'unmet', at: '2026-01-20', from: '2026-01-20', strength: 'witnessed' })
    expect(on([entry({}), ended], '2026-02-01').outcome).toBe('met')
    expect(on([ended, entry({})], '2026-02-01').outcome).toBe('met')
    expect(on([ended, entry({ verdict: 'unknown' })], '2026-02-01').outcome).toBe('unmet')
    expect(on([ended, found({ verdict: 'met' })], '2026-02-01').outcome).toBe('unmet')
  })
  test('no rule at all is met by nobody', () =>
    expect(on([found()], '2026-02-01', { ...one, rules: [] }).outcome).toBe('unknown'))
  test('an address whose finding grew old leaves its organisation unknown, one that was taken down does not', () => {
    const org: Unit = {
      ...unit,
      subjects: [
        { id: 'w', until: null },
        { id: 'x', until: '2026-04-30' },
      ],
    }
    const both = [found(), found({ subject: 'x', until: '2026-03-31' })]
    expect(on(both, '2026-03-31', one, org).outcome).toBe('met')
    expect(on(both, '2026-04-01', one, org).outcome).toBe('unknown')
    expect(on(both, '2026-05-01', one, org).outcome).toBe('met')
  })
})

describe('through time', () => {
  test('there is a step where it changed, and none where it did not', () => {
    const held = [
      found({ until: '2026-02-14' }),
      found({ at: '2026-02-10', from: '2026-02-15', until: '2026-04-30', verdict: 'unmet' }),
    ]
    expect(unitThrough(held, unit, one, '2026-12-01').map(({ from, is }) => [from, is?.outcome])).toEqual([
      ['0001-01-01', 'unknown'],
      ['2026-01-15', 'met'],
      ['2026-02-15', 'unmet'],
      ['2026-05-01', 'unknown'],
    ])
  })
  test('nothing of after today is told', () =>
    expect(unitThrough([found()], unit, one, '2026-01-14').map(({ from }) => from)).toEqual(['0001-01-01']))
  test('a unit that ended is no longer there', () =>
    expect(
      unitThrough([found()], { ...unit, until: '2026-02-28' }, one, '2026-12-01').map(({ from, is }) => [
        from,
        is?.outcome,
      ]),
    ).toEqual([
      ['0001-01-01', 'unknown'],
      ['2026-01-15', 'met'],
      ['2026-03-01', undefined],
    ]))
  test('each step says what the day itself says', () => {
    const held = [
      found({ until: '2026-03-10' }),
      found({
        strength: 'witnessed',
        source: 'inspection',
        from: '2026-02-03',
        until: '2026-05-03',
        verdict: 'partly',
      }),
      found({ from: '2026-04-01', at: '2026-04-01', verdict: 'unmet' }),
    ]
    const steps = unitThrough(held, unit, one, '2026-12-01')
    for (let at = Date.parse('2026-01-01'); at < Date.parse('2026-12-01'); at += 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10)
      expect(steps.findLast(({ from }) => from <= day)?.is?.outcome, day).toBe(on(held, day).outcome)
    }
  })
})
