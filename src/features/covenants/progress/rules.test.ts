/** Who is counted when: joined, paused, suspended, left; and what two parties share. */
import { describe, expect, test } from 'vitest'
import type { Held } from '../../../model/finding.ts'
import type { Unit } from '../../../scoring/pledge.ts'
import { onDay } from '../../../scoring/tally.ts'
import { standingOn, throughTime, wayOf, type Party } from './rules.ts'

const promised = { rules: [{ criteria: ['A'], atLeast: 1 }], least: 'measured' } as const
const unit = (id: string, party: string, key = id): Unit => ({
  id,
  key,
  party,
  until: null,
  subjects: [{ id, until: null }],
})
const found = (subject: string, rest: Partial<Held> = {}): Held => ({
  subject,
  criterion: 'A',
  verdict: 'met',
  strength: 'measured',
  source: 'visit',
  at: '2026-01-10',
  from: '2026-01-15',
  until: '2027-01-10',
  ...rest,
})
const joined = (party: string, ...rest: readonly { step: string; on: string }[]): Party => ({
  party,
  way: wayOf([{ step: 'joined', on: '2026-01-01' }, ...rest]),
})
const run = (parties: readonly Party[], units: readonly Unit[], held: readonly Held[], today = '2026-12-01') =>
  throughTime(
    promised,
    units,
    Map.groupBy(held, ({ subject }) => subject),
    parties,
    today,
  )
const sum = ({ together }: ReturnType<typeof run>, day: string) => {
  const is = onDay(together, day)
  return is && [is.count, is.among, is.unknown]
}

describe('a way through a covenant', () => {
  test('is made by the steps that move, in their order', () => {
    const way = wayOf([
      { step: 'invited', on: '2025-12-01' },
      { step: 'joined', on: '2026-01-01' },
      { step: 'named', on: '2026-02-01' },
      { step: 'paused', on: '2026-03-01' },
      { step: 'resumed', on: '2026-04-01' },
      { step: 'suspended', on: '2026-05-01' },
      { step: 'left', on: '2026-06-01' },
    ])
    expect(way.map(({ is }) => is)).toEqual(['joined', 'paused', 'joined', 'suspended', 'left'])
    expect(standingOn(way, '2025-12-31')).toBeUndefined()
    expect(standingOn(way, '2026-03-31')).toBe('paused')
    expect(standingOn(way, '2026-04-01')).toBe('joined')
  })
  test('of one day the last counts, and what was written down late comes after what was before', () => {
    expect(
      wayOf([
        { step: 'joined', on: '2026-01-01' },
        { step: 'paused', on: '2026-01-01' },
      ]),
    ).toEqual([{ from: '2026-01-01', is: 'paused' }])
    expect(
      wayOf([
        { step: 'joined', on: '2026-02-01' },
        { step: 'left', on: '2026-01-01' },
      ]),
    ).toEqual([{ from: '2026-02-01', is: 'left' }])
  })
  test('who was only invited has none', () => expect(wayOf([{ step: 'invited', on: '2026-01-01' }])).toEqual([]))
})

describe('counted together', () => {
  test('from the day of joining, and what is not known stands apart', () => {
    const through = run(
      [joined('p'), { party: 'q', way: wayOf([{ step: 'joined', on: '2026-02-01' }]) }],
      [unit('a', 'p'), unit('b', 'q')],
      [found('a')],
    )
    expect(sum(through, '2025-12-31')).toBeUndefined()
    expect(sum(through, '2026-01-01')).toEqual([0, 0, 1])
    expect(sum(through, '2026-01-15')).toEqual([1, 1, 0])
    expect(sum(through, '2026-02-01')).toEqual([1, 1, 1])
  })
  test('a paused party is shown apart and not counted; a suspended one is counted', () => {
    const through = run(
      [joined('p', { step: 'paused', on: '2026-03-01' }, { step: 'resumed', on: '2026-05-01' }), joined('q')],
      [unit('a', 'p'), unit('b', 'q')],
      [found('a', { verdict: 'unmet' }), found('b')],
    )
    expect(sum(through, '2026-02-28')).toEqual([1, 2, 0])
    expect(sum(through, '2026-03-01')).toEqual([1, 1, 0])
    expect(sum(through, '2026-05-01')).toEqual([1, 2, 0])
    expect(onDay(through.parties.get('p')!, '2026-03-01')).toMatchObject({ count: 0, among: 1 })
    expect(
      sum(run([joined('p', { step: 'suspended', on: '2026-03-01' })], [unit('a', 'p')], [found('a')]), '2026-04-01'),
    ).toEqual([1, 1, 0])
  })
  test('who left is counted until that day, and not after it', () => {
    const through = run(
      [joined('p', { step: 'left', on: '2026-03-01' }), joined('q')],
      [unit('a', 'p'), unit('b', 'q')],
      [found('a'), found('b')],
    )
    expect(sum(through, '2026-03-01')).toEqual([2, 2, 0])
    expect(sum(through, '2026-03-02')).toEqual([1, 1, 0])
    expect(onDay(through.parties.get('p')!, '2026-03-02')).toMatchObject({ count: 0, among: 0 })
  })
  test('what two parties share is counted once, for as long as one of them is counted', () => {
    const through = run(
      [joined('p', { step: 'left', on: '2026-03-01' }), joined('q')],
      [unit('a', 'p', 'site'), unit('b', 'q', 'site')],
      [found('a'), found('b')],
    )
    expect(sum(through, '2026-02-01')).toEqual([1, 1, 0])
    expect(sum(through, '2026-04-01')).toEqual([1, 1, 0])
    expect(onDay(through.parties.get('q')!, '2026-02-01')).toMatchObject({ count: 1, among: 1 })
  })
  test('nobody: nothing is counted', () => expect(run([], [unit('a', 'p')], [found('a')]).together).toEqual([]))
  test('a figure tells its weakest strength, when the first ends and when was last looked', () => {
    const through = run(
      [joined('p'), joined('q'), joined('r')],
      [unit('a', 'p'), unit('b', 'q'), unit('c', 'r')],
      [
        found('a'),
        found('b', {
          strength: 'witnessed',
          source: 'inspection',
          until: '2026-07-01',
          at: '2026-02-01',
          from: '2026-02-01',
        }),
      ],
    )
    expect(onDay(through.together, '2026-02-01')).toEqual({
      count: 2,
      among: 2,
      unknown: 1,
      strength: 'measured',
      until: '2026-07-01',
      seen: '2026-02-01',
    })
    expect(onDay(through.together, '2026-07-02')).toMatchObject({ count: 1, unknown: 2, until: '2027-01-10' })
  })
})
