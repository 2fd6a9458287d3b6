/** No publication without two different people, of whom the second is not the author. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CASE_STATES } from '../../../vocabulary/case.ts'
import { ROLES, allows } from '../../../vocabulary/roles.ts'
import { openProposal, whyNotApprove, whyNotPropose, type Release, type ReleaseFacts } from './release.ts'

const publisher = (id: string) => ({ id, roles: ['publisher'] as const })
const proposed: ReleaseFacts = {
  state: 'decided',
  author: 'anna',
  releases: [{ step: 'proposed', by: 'pien', hash: 'h' }],
}

test('the second person approves what the first proposed, and sees the same document', () => {
  expect(whyNotPropose({ ...proposed, releases: [] }, publisher('pien'))).toBeUndefined()
  expect(whyNotApprove(proposed, publisher('dora'), 'h')).toBeUndefined()
  expect(whyNotApprove(proposed, publisher('dora'), 'other')).toContain('veranderd')
})

test('not the same person, not the author, not another role, not without a proposal', () => {
  expect(whyNotApprove(proposed, publisher('pien'), 'h')).toContain('tweede persoon')
  expect(whyNotApprove(proposed, publisher('anna'), 'h')).toContain('Een ander')
  expect(whyNotApprove(proposed, { id: 'fenna', roles: ['fg'] }, 'h')).toContain('niet bij uw rol')
  expect(
    whyNotApprove(
      { ...proposed, releases: [...proposed.releases, { step: 'withdrawn', by: 'pien', hash: 'h' }] },
      publisher('dora'),
      'h',
    ),
  ).toContain('geen voorstel')
  expect(whyNotPropose(proposed, publisher('dora'))).toContain('ligt al')
})

test('before a decision nothing becomes public', () => {
  for (const state of CASE_STATES.filter(
    (each) => !['decided', 'no-effect', 'published', 'follow-up'].includes(each),
  )) {
    expect(whyNotPropose({ ...proposed, state, releases: [] }, publisher('pien')), state).toBeDefined()
    expect(whyNotApprove({ ...proposed, state }, publisher('dora'), 'h'), state).toBeDefined()
  }
})

test('whoever tries what in whatever order: two different people who may, the second not the author', () => {
  const person = fc.record({ id: fc.constantFrom('anna', 'bram', 'carl'), roles: fc.subarray([...ROLES]) })
  const act = fc.record({
    who: person,
    step: fc.constantFrom<Release['step'][]>('proposed', 'approved', 'withdrawn'),
    hash: fc.constantFrom('a', 'b'),
  })
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
      const releases: Release[] = []
      for (const { who, step, hash } of acts) {
        const facts: ReleaseFacts = { state: 'decided', author: 'anna', releases }
        if (step === 'proposed' && whyNotPropose(facts, who) === undefined) releases.push({ step, by: who.id, hash })
        if (step === 'withdrawn' && openProposal(facts)) releases.push({ step, by: who.id, hash })
        if (step === 'approved' && whyNotApprove(facts, who, hash) === undefined) {
          const first = releases.at(-1)!
          expect(first).toMatchObject({ step: 'proposed', hash })
          expect(who.id).not.toBe(first.by)
          expect(who.id).not.toBe('anna')
          expect(allows(who.roles, 'case.publish')).toBe(true)
          releases.push({ step, by: who.id, hash })
        }
      }
    }),
  )
})
