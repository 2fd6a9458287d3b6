/** The story of a covenant: what is told of it, once, and on which day. */
import { expect, test } from 'vitest'
import { NO_FIGURES } from './figures.ts'
import { eventsOf } from './story.ts'

const quiet = {
  state: 'in-force',
  beginsOn: '2026-06-01',
  endsOn: '2028-06-01',
  editions: [{ edition: 1, on: '2026-05-20' }],
  steps: [],
  pledges: [],
  figures: new Map(),
  remarks: [],
  meetings: [],
  participantOf: () => undefined,
  today: '2026-11-28',
}
const step = (no: number, step: string, until: string | null = null) => ({
  participant: 'p',
  no,
  step,
  on: `2026-0${no + 5}-01`,
  until,
})
const told = (more: Partial<typeof quiet> & object) =>
  eventsOf({ ...quiet, ...more }).map(({ id, on, kind, detail }) => [id, on, kind, detail])

test('it begins and ends on its days, and not before', () => {
  expect(told({})).toEqual([
    ['published/1', '2026-05-20', 'published', { edition: 1 }],
    ['in-force', '2026-06-01', 'in-force', {}],
  ])
  expect(told({ state: 'open' }).length).toBe(1)
  expect(told({ state: 'ended', endsOn: '2026-11-28' }).at(-1)).toEqual(['ended', '2026-11-28', 'ended', {}])
  expect(told({ state: 'ended', endsOn: '2026-11-29' }).at(-1)![0]).toBe('in-force')
})

test('who signs again joined once; being invited or named is no news; why one leaves is not told', () => {
  const steps = [step(1, 'invited'), step(2, 'joined'), step(3, 'named'), step(4, 'joined')]
  const left = { ...step(4, 'left'), reason: 'De winkel sluit.', no: 5 }
  expect(told({ steps: [...steps, left] } as never).slice(2)).toEqual([
    ['step/p/2', '2026-07-01', 'joined', {}],
    ['step/p/5', '2026-09-01', 'left', {}],
  ])
})

test('a verdict tells until when a plan is asked, and a plan that did not come in time is told for good', () => {
  const said = { id: 'v', party: null, outcome: 'not-met', on: '2026-09-01', by: 'adviseur', late: null } as const
  const verdict = { ...said, why: '', proof: 'lijst', confirmedOn: null }
  const events = (planDue: string, plans: readonly string[]) => {
    const all = plans.map((on, no) => ({ no, on, plan: 'handed-in' as const }))
    const figures = new Map([['a', { ...NO_FIGURES, verdict, said: [{ ...said, planDue, plans: all }] }]])
    return told({ pledges: [{ id: 'a' }], figures } as never).slice(2)
  }
  const at = (until: string) => [
    'verdict/v',
    '2026-09-01',
    'verdict',
    { outcome: 'not-met', by: 'adviseur', why: '', until },
  ]
  const late = ['plan/v/late', '2026-10-28', 'plan', { plan: 'late' }]
  const given = (on: string) => ['plan/v/0', on, 'plan', { plan: 'handed-in' }]
  expect(events('2026-10-27', [])).toEqual([at('2026-10-27'), late])
  expect(events('2026-10-27', ['2026-10-27'])).toEqual([at('2026-10-27'), given('2026-10-27')])
  expect(events('2026-10-27', ['2026-11-02'])).toEqual([at('2026-10-27'), given('2026-11-02'), late])
  expect(events('2999-01-01', [])).toEqual([at('2999-01-01')])
})

test('the first figure is where it begins; what follows is news, and so is a verdict', () => {
  const value = (on: string, count: number) => ({ on, count, among: 12, unknown: 0, seen: null, strength: null })
  const figures = new Map([
    [
      'a',
      {
        ...NO_FIGURES,
        values: [value('2026-06-01', 3), value('2026-09-01', 5)],
        verdict: {
          id: 'v',
          outcome: 'not-met' as const,
          on: '2026-11-01',
          by: 'adviseur',
          why: '',
          proof: 'lijst',
          confirmedOn: null,
          late: null,
        },
      },
    ],
  ])
  expect(told({ pledges: [{ id: 'a' }], figures } as never).slice(2)).toEqual([
    ['measured/a/2026-09-01', '2026-09-01', 'measured', { count: 5, among: 12 }],
    ['verdict/v', '2026-11-01', 'verdict', { outcome: 'not-met', by: 'adviseur', why: '' }],
  ])
})
