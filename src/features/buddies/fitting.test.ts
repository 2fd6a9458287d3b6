/** Whom to call first: who answers at this moment and helps this group, and then who can do the most. */
import { expect, test } from 'vitest'
import type { Hours } from '../../vocabulary/buddy.ts'
import type { Offer } from './offer-store.ts'
import { fitting, helpsNow } from './parts.tsx'

const at = (text: string) => new Date(text)

test.each<[Hours, string, boolean]>([
  ['office', '2026-11-27T10:00:00+01:00', true],
  ['office', '2026-11-27T08:59:00+01:00', false],
  ['office', '2026-11-27T17:00:00+01:00', false],
  ['office', '2026-11-28T10:00:00+01:00', false],
  ['office', '2026-12-25T10:00:00+01:00', false],
  ['evenings', '2026-11-28T21:59:00+01:00', true],
  ['evenings', '2026-11-28T22:00:00+01:00', false],
  ['always', '2026-11-28T03:00:00+01:00', true],
])('%s at %s: %s', (hours, moment, helps) => expect(helpsNow({ hours }, at(moment))).toBe(helps))

test('who helps now and helps this group comes first, whatever others can do', () => {
  const offer = (id: string, more: Partial<Offer>) =>
    ({ id, skills: ['hands'], hours: 'always', clusters: [], areas: [], ...more }) as unknown as Offer
  const offers = [
    offer('asleep', { hours: 'office', skills: ['recover', 'network'] }),
    offer('others', { clusters: ['D'], skills: ['recover', 'network'] }),
    offer('some', {}),
    offer('best', { clusters: ['A', 'B'], skills: ['recover'] }),
  ]
  const ask = { needs: ['recover', 'network'], group: 'A', now: at('2026-11-28T23:00:00+01:00') }
  const order = (group: string | undefined) => fitting(offers, { ...ask, group }).map(({ id }) => id)
  expect(order('A')).toEqual(['best', 'some', 'asleep', 'others'])
  // Of whom the group is not known, nobody is put aside for it.
  expect(order(undefined)).toEqual(['others', 'best', 'some', 'asleep'])
})
