/** What everybody reads of a pledge: who may be named, and when a figure tells nothing of one of them. */
import { describe, expect, test } from 'vitest'
import { terms } from '../../../../test/pledges.ts'
import type { TestPerson } from '../../../../test/desk.ts'
import type { Kept } from './reckon.ts'
import { toldOf, type Participant } from './told.ts'
import { missOf, verdictProblems, type Verdict, type Word } from './verdict-rules.ts'

const person = { id: 'p', name: 'Vera', email: '', municipality: 'm', organisation: null } satisfies TestPerson
const pledge = terms(person, person)
const row = (rest: Partial<Kept>): Kept => ({
  pledge: 'https',
  whole: false,
  organisation: 'o',
  from: '2026-03-01',
  to: null,
  level: 'named',
  parties: 1,
  standing: 'joined',
  count: 1,
  among: 1,
  unknown: 0,
  strength: 'measured',
  until: '2026-12-31',
  seen: '2026-02-20',
  spread: [],
  ...rest,
})
const group = (size: number, named: (at: number) => boolean | null) => {
  const participants: Participant[] = Array.from({ length: size }, (_, at) => ({
    party: `o${at}`,
    name: `Winkel ${at}`,
    named: named(at),
  }))
  const kept = [
    ...participants.map(({ party }) => row({ organisation: party })),
    row({ whole: true, organisation: '0', parties: size, count: size, among: size }),
  ]
  return { participants, kept }
}
const verdict = (rest: Partial<Verdict> = {}): Verdict => ({
  id: 'v',
  pledge: 'https',
  whole: false,
  organisation: 'o0',
  outcome: 'not-met',
  metOn: null,
  daysLate: null,
  proof: 'Gezien.',
  seenOn: '2027-01-05',
  calculated: { count: 0, among: 1, unknown: 0, on: '2027-01-05', target: 0.8 },
  due: '2027-01-01',
  objectUntil: '2027-01-19',
  planDue: '2027-03-02',
  reason: '',
  replaces: null,
  byName: 'Vera',
  byFunction: 'beveiliger',
  at: new Date('2027-01-05T10:00:00Z'),
  words: [],
  ...rest,
})
const said = (kind: Word['kind'], no = 1): Word => ({
  no,
  kind,
  text: 'x',
  byName: 'x',
  organisation: null,
  at: new Date('2027-01-06'),
})
const tell = (of: ReturnType<typeof group>, verdicts: readonly Verdict[] = [], today = '2026-06-01', terms_ = pledge) =>
  toldOf({ pledge: terms_, ...of, verdicts, today })

describe('who may be named', () => {
  test('ten are told together, nine are not', () => {
    expect(tell(group(10, () => null))).toMatchObject({ shown: true, value: { count: 10, among: 10, share: 1 } })
    expect(tell(group(9, () => null))).toMatchObject({ shown: false, value: undefined, series: [], named: [] })
  })
  test('fewer are told where each of them agreed, and not where one did not', () => {
    expect(tell(group(3, () => true))).toMatchObject({ shown: true, value: { count: 3, among: 3 } })
    expect(tell(group(3, () => true)).value).not.toHaveProperty('share')
    expect(tell(group(3, (at) => at !== 1)).shown).toBe(false)
  })
  test('one without a name among eleven with one is told of nobody, as at the site', () => {
    expect(tell(group(12, (at) => at > 0)).shown).toBe(false)
    expect(tell(group(12, (at) => at > 1)).shown).toBe(false)
    expect(tell(group(12, (at) => at > 9)).shown).toBe(true)
    expect(tell(group(12, () => true)).shown).toBe(true)
  })
  test('organisations that a pledge names and that take no part agreed to nothing', () => {
    expect(tell({ ...group(3, () => true), participants: [] }).shown).toBe(false)
  })
  test('who has nothing that is counted is not behind a figure', () => {
    const of = group(12, (at) => at < 2)
    const kept = of.kept.map((each, at) =>
      at < 2 ? { ...each, count: 0, among: 0 } : each.whole ? { ...each, parties: 10 } : each,
    )
    expect(tell({ ...of, kept }).shown).toBe(true)
    expect(tell({ ...of, kept: kept.map((each) => (each.whole ? { ...each, parties: 9 } : each)) }).shown).toBe(false)
  })
  test('what was of two then is not told once there are twelve', () => {
    const of = group(12, () => null)
    const two = row({
      whole: true,
      organisation: '0',
      parties: 2,
      count: 1,
      among: 2,
      from: '2026-02-01',
      to: '2026-02-28',
    })
    expect(tell({ ...of, kept: [two, ...of.kept] })).toMatchObject({
      shown: true,
      series: [{ among: 12 }],
      line: false,
    })
    const named = group(3, () => true)
    expect(tell({ ...named, kept: [two, ...named.kept] }).series, 'all by name').toHaveLength(2)
    const mixed = group(13, (at) => at === 0)
    const eleven = { ...two, parties: 11, among: 11 }
    expect(tell({ ...mixed, kept: [eleven, ...mixed.kept] }).series).toHaveLength(2)
    expect(tell({ ...mixed, kept: [{ ...eleven, parties: 10 }, ...mixed.kept] }).series).toHaveLength(1)
  })
  test('a miss of all together where they are few is told after their term', () => {
    const whole = verdict({ whole: true, organisation: null })
    const at = (today: string) =>
      tell(
        group(3, () => true),
        [whole],
        today,
      ).verdict?.outcome
    expect([at('2027-01-19'), at('2027-01-20')]).toEqual([undefined, 'not-met'])
  })
  test('only who agreed is named, and nobody where a pledge is told together', () => {
    expect(tell(group(10, (at) => at < 2)).named.map(({ name }) => name)).toEqual(['Winkel 0', 'Winkel 1'])
    expect(
      tell(
        group(10, () => true),
        [],
        '2026-06-01',
        { ...pledge, level: 'together' },
      ).named,
    ).toEqual([])
    expect(
      tell(
        group(3, () => true),
        [],
        '2026-06-01',
        { ...pledge, level: 'together' },
      ).shown,
    ).toBe(false)
  })
  test('a party hears first: its miss is told after its term, or after the answer to what it said', () => {
    const at = (today: string, words: Word[] = []) =>
      tell(
        group(10, () => true),
        [verdict({ words })],
        today,
      ).named[0]!.verdict?.outcome
    expect(at('2027-01-19')).toBeUndefined()
    expect(at('2027-01-20')).toBe('not-met')
    expect(at('2027-02-20', [said('objection')])).toBeUndefined()
    expect(at('2027-02-20', [said('objection'), said('rejected', 2)])).toBe('not-met')
    expect(at('2027-02-20', [said('objection'), said('upheld', 2)])).toBeUndefined()
  })
  test('what was corrected is told as it stands now', () => {
    const first = verdict({ whole: true, organisation: null })
    const next = verdict({ id: 'w', whole: true, organisation: null, outcome: 'met', replaces: 'v' })
    expect(
      tell(
        group(10, () => null),
        [first, next],
        '2027-02-01',
      ).verdict?.outcome,
    ).toBe('met')
  })
})

test('one finding is a dot, two make a line', () => {
  const of = group(10, () => null)
  expect(tell(of)).toMatchObject({ line: false, series: [{ on: '2026-03-01' }] })
  const earlier = row({
    whole: true,
    organisation: '0',
    parties: 10,
    count: 4,
    among: 10,
    from: '2026-02-01',
    to: '2026-02-28',
  })
  expect(tell({ ...of, kept: [earlier, ...of.kept] })).toMatchObject({ line: true })
})

describe('a verdict', () => {
  const on = (outcome: Verdict['outcome'], metOn: string, today = '2027-01-02') =>
    Object.keys(verdictProblems({ outcome, metOn, seenOn: today }, { due: '2027-01-01', today, begins: '2026-01-01' }))
  test('is not negative before the end, nor on its last day', () => {
    expect(on('not-met', '', '2027-01-01')).toEqual(['oordeel'])
    expect(on('not-met', '', '2027-01-02')).toEqual([])
  })
  test('has a day that fits it', () => {
    expect(on('met', '2027-01-01')).toEqual([])
    expect(on('met', '2027-01-02')).toEqual(['oordeel'])
    expect(on('met-late', '2027-01-01')).toEqual(['gehaald'])
    expect(on('met-late', '2027-01-02')).toEqual([])
    expect(on('met', '')).toEqual(['gehaald'])
    expect(on('met', '2027-01-03')).toEqual(['gehaald'])
    expect(on('lapsed', '2027-01-01')).toEqual(['gehaald'])
    expect(on('lapsed', '', '2026-06-01')).toEqual([])
  })
})

test('a miss waits for a plan, and what was returned waits again', () => {
  const plan = (words: Word[], today = '2027-02-01') => missOf(verdict({ words }), today)?.plan
  expect(plan([])).toBe('asked')
  expect(plan([], '2027-03-02')).toBe('asked')
  expect(plan([], '2027-03-03')).toBe('late')
  expect(plan([said('plan')], '2027-04-01')).toBe('handed-in')
  expect(plan([said('plan'), said('plan-returned', 2)])).toBe('returned')
  expect(plan([said('plan'), said('plan-accepted', 2)])).toBe('accepted')
  expect(missOf(verdict({ outcome: 'met' }), '2027-02-01')).toBeUndefined()
})
