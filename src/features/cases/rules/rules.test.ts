/** The way of a case: who takes which step, and that no one gets past a named person. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CASE_STATES, type CaseState } from '../../../vocabulary/case.ts'
import { ROLES, type Role } from '../../../vocabulary/roles.ts'
import { howSays } from '../../../public/toetsen/messages-how.ts'
import type { CaseFacts } from './facts.ts'
import { facts } from './test-facts.ts'
import { mayOpine, stepsFor, whyNotDecide, whyNotHandle } from './may.ts'
import { drawSample } from './sample.ts'
import { STEPS } from './steps.ts'

const person = (id: string, ...roles: Role[]) => ({ id, roles })
const may = (change: Partial<CaseFacts>, who: { id: string; roles: Role[] }) =>
  stepsFor(facts(change), who)
    .filter(({ blocked }) => blocked === undefined)
    .map(({ step }) => step.id)

test('the author brings it, another handles it, and neither decides it', () => {
  expect(may({ state: 'draft' }, person('anna', 'policy-officer'))).toEqual(['indienen', 'intrekken'])
  expect(may({ state: 'pre-check' }, person('bram', 'policy-officer'))).toEqual([
    'terug-naar-indiener',
    'volledige-toets',
    'geen-effect',
    'aanhouden',
  ])
  expect(may({ state: 'pre-check' }, person('carla', 'policy-officer'))).toEqual([])
  expect(may({ state: 'decision' }, person('dora', 'decision-maker'))).toEqual(['besluiten'])
  expect(may({ state: 'decision' }, person('anna', 'policy-officer', 'decision-maker'))).toEqual(['intrekken'])
})
test('an author who got hold of handling still never takes a step of the handler', () => {
  for (const state of CASE_STATES) {
    const steps = stepsFor(
      facts({ state, handler: 'anna' }),
      person('anna', ...ROLES.filter((role) => role !== 'partner')),
    )
    expect(
      steps.every(({ step }) => step.who === 'author'),
      state,
    ).toBe(true)
  }
  expect(whyNotHandle(facts(), person('anna', 'policy-officer'))).toMatch(/Een ander behandelt/)
  expect(whyNotHandle(facts(), person('fenna', 'fg', 'adviser'))).toMatch(/FG/)
  expect(whyNotHandle(facts(), person('carla', 'policy-officer'))).toBeUndefined()
})
test.each<[string, Partial<CaseFacts>, Partial<CaseFacts>, string, Role]>([
  ['gereed', { state: 'in-test', openQuestions: 1 }, { openQuestions: 0 }, 'anna', 'policy-officer'],
  [
    'adviezen-binnen',
    {
      state: 'opinions',
      requests: [
        { id: '1', role: 'fg', person: null, answered: false, late: false },
        { id: '2', role: 'executor', person: null, answered: true, late: false },
      ],
    },
    { requests: [{ id: '1', role: 'fg', person: null, answered: true, late: false }] },
    'bram',
    'policy-officer',
  ],
  [
    'adviseren',
    { state: 'advice', flags: ['R05', 'R11'], flagsAnswered: new Set(['R05']) },
    { flagsAnswered: new Set(['R05', 'R11']) },
    'bram',
    'policy-officer',
  ],
  [
    'naar-besluit',
    { state: 'reaction', conditions: [{ id: 'c', reaction: null }] },
    { conditions: [{ id: 'c', reaction: 'refuse' }] },
    'anna',
    'policy-officer',
  ],
  [
    'volledige-toets',
    { state: 'pre-check', proposal: 'incomplete' },
    { proposal: 'no-effect' },
    'bram',
    'policy-officer',
  ],
  ['archiveren', { state: 'follow-up', openMeasures: 1 }, { openMeasures: 0 }, 'bram', 'policy-officer'],
  ['indienen', { state: 'draft', summary: '' }, { summary: 'x' }, 'anna', 'policy-officer'],
  [
    'indienen',
    { state: 'draft', proposal: 'incomplete', preCheckOpen: 6 },
    { proposal: 'no-effect' },
    'anna',
    'adviser',
  ],
  ['gereed', { state: 'in-test', reworkOpen: ['R11'] }, { reworkOpen: [] }, 'anna', 'policy-officer'],
  ['naar-besluit', { state: 'reaction', answersOwed: 1 }, { answersOwed: 0 }, 'anna', 'policy-officer'],
  ['besluiten', { state: 'decision', answersOwed: 1 }, { answersOwed: 0 }, 'dora', 'decision-maker'],
  ['alsnog-reageren', { state: 'decision' }, { answersOwed: 1 }, 'anna', 'policy-officer'],
])('%s waits until it may', (step, before, after, who, role) => {
  expect(may(before, person(who, role))).not.toContain(step)
  expect(may({ ...before, ...after }, person(who, role))).toContain(step)
})
test('going another way than the rule proposes asks a reason', () => {
  const reason = (proposal: CaseFacts['proposal'], id: string) =>
    stepsFor(facts({ state: 'pre-check', proposal }), person('bram', 'policy-officer')).find(
      ({ step }) => step.id === id,
    )!.reason
  expect([
    reason('full-test', 'volledige-toets'),
    reason('no-effect', 'volledige-toets'),
    reason('doubt', 'geen-effect'),
    reason('no-effect', 'geen-effect'),
  ]).toEqual(['optional', 'required', 'required', 'optional'])
})
test('an opinion is given by who was asked, and never by the author', () => {
  const request = { role: 'fg' as const, person: null }
  expect([
    mayOpine(request, person('fenna', 'fg'), facts()),
    mayOpine(request, person('sam', 'security-officer'), facts()),
    mayOpine(request, person('fenna', 'fg'), facts({ author: 'fenna' })),
    mayOpine({ role: 'adviser', person: 'vera' }, person('wim', 'adviser'), facts()),
  ]).toEqual([true, false, false, false])
})
test(
  'nothing reaches advice, decision, decided or published but by a step of somebody with the role who is not the ' +
    'author',
  () => {
    const guarded: CaseState[] = ['advice', 'decision', 'decided', 'published']
    const anyone = fc.record({
      id: fc.constantFrom('anna', 'bram', 'carla', 'dora', '', 'system', 'clock'),
      roles: fc.subarray([...ROLES]),
    })
    const situation = fc.record({
      state: fc.constantFrom(...CASE_STATES),
      handler: fc.constantFrom('bram', 'anna', null),
      decisionMaker: fc.constantFrom('dora', null),
      beforeHold: fc.constantFrom(...CASE_STATES, null),
      proposal: fc.constantFrom('full-test', 'doubt', 'no-effect', 'incomplete') as fc.Arbitrary<CaseFacts['proposal']>,
      openQuestions: fc.nat(2),
      openMeasures: fc.nat(1),
    })
    fc.assert(
      fc.property(situation, anyone, (change, who) => {
        for (const { step, to } of stepsFor(facts(change), who)) {
          if (!guarded.includes(to) || step.id === 'naar-besluit' || step.id === 'hervatten') continue
          expect(['handler', 'decision-maker']).toContain(step.who)
          expect(who.id).not.toBe('anna')
          expect(who.roles).not.toContain('fg')
          expect(step.who === 'handler' ? who.id === change.handler : who.roles.includes('decision-maker')).toBe(true)
        }
      }),
      { numRuns: 2_000 },
    )
    // The only way into `decided` is the decision; into `published` there is none here: that takes two people.
    expect(STEPS.filter(({ to }) => to === 'decided').map(({ id, who }) => [id, who])).toEqual([
      ['besluiten', 'decision-maker'],
    ])
    expect(STEPS.some(({ to }) => to === 'published')).toBe(false)
  },
)
test('the draw is a tenth, at least one, and can be done again by anyone', () => {
  const ids = Array.from({ length: 95 }, (_, at) => `zaak-${at}`)
  expect(drawSample(ids, 'zaad')).toHaveLength(10)
  expect(drawSample(ids.toReversed(), 'zaad')).toEqual(drawSample(ids, 'zaad'))
  expect(drawSample(ids, 'ander zaad')).not.toEqual(drawSample(ids, 'zaad'))
  expect(drawSample(['een'], 'zaad')).toEqual(['een'])
  expect(drawSample([], 'zaad')).toEqual([])
})

test('what the public explanation says of the terms is what the rules say, in both languages', () => {
  const steps = ['indienen', 'gereed', 'adviezen-vragen', 'adviezen-binnen', 'adviseren', 'naar-besluit', 'besluiten']
  const days = steps.map((id) => {
    const { term } = STEPS.find((step) => step.id === id)!
    return term && 'workingDays' in term ? term.workingDays : undefined
  })
  for (const lang of ['nl', 'en'] as const) {
    const told = howSays(lang).termRows.map(([, term]) => Number(/\d+/.exec(term)![0]))
    expect(told.slice(0, days.length), lang).toEqual(days)
    // The last one is the full test after an urgent decision, in weeks: acts.ts sets eight.
    expect(told).toHaveLength(days.length + 1)
  }
})

test('urgency is not asked twice, and nothing closes with a test, a condition or a measure left', () => {
  const blocked = (change: Partial<CaseFacts>, id: string, who = person('bram', 'policy-officer')) =>
    stepsFor(facts(change), who).find(({ step }) => step.id === id)?.blocked
  const dora = person('dora', 'decision-maker')
  expect(blocked({ state: 'in-test' }, 'spoed', dora)).toBeUndefined()
  expect(blocked({ state: 'in-test', owesTest: true }, 'spoed', dora)).toMatch(/al eens met spoed/)
  for (const [change, why] of [
    [{ owesTest: true }, /eerst de volledige toets/],
    [{ conditionsWaiting: 1 }, /elke overgenomen voorwaarde/],
    [{ openMeasures: 1 }, /Eén maatregel is/],
    [{ openMeasures: 2 }, /2 maatregelen zijn/],
  ] as const)
    expect(blocked({ state: 'follow-up', ...change }, 'archiveren')).toMatch(why)
  expect(blocked({ state: 'follow-up' }, 'archiveren')).toBeUndefined()
})
test('who brought, wrote, handles, advised or gave an opinion does not decide', () => {
  const dora = person('dora', 'decision-maker', 'adviser')
  for (const change of [
    { authors: new Set(['anna', 'dora']) },
    { wrote: new Set(['dora']) },
    { opined: new Set(['dora']) },
    { advised: new Set(['dora']) },
    { handler: 'dora' },
    { decisionMaker: 'dirk' },
  ])
    expect(whyNotDecide(facts(change), dora), JSON.stringify(change)).toBeDefined()
  expect(whyNotDecide(facts({ decisionMaker: 'dora' }), dora)).toBeUndefined()
  expect(whyNotDecide(facts(), person('bob', 'policy-officer'))).toMatch(/rol/)
})
