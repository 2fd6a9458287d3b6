/** How groups are called and found, how shares are told, and that two people make a spearpoint public. */
import { expect, test } from 'vitest'
import { groupOf, pathOf, shareOf, titleOf, whyNotAskWithdrawal, whyNotPublish, whyNotWithdraw } from './rules.ts'

test('under ten counts stand alone, from ten on with the share', () => {
  expect(shareOf(3, 9)).toBe('3 van 9')
  expect(shareOf(3, 10)).toBe('3 van 10 (30%)')
})

test('a group has one address, by which it is found again', () => {
  const streets = ['Havenstraat', 'Café-laan']
  for (const group of [
    { kind: 'cluster', name: 'B' },
    { kind: 'street', name: 'Café-laan' },
  ] as const)
    expect(groupOf(pathOf(group).split('/').at(-1)!, streets)).toEqual(group)
  expect(groupOf('E', streets)).toBeUndefined()
  expect(groupOf('straat-nergens', streets)).toBeUndefined()
  expect(titleOf({ kind: 'cluster', name: 'A' })).toBe('Groep A (kleine organisatie)')
})

test('who chose does not make it public, and who asked does not decide on withdrawing', () => {
  const anna = { id: 'anna', roles: ['policy-officer'] as const }
  const els = { id: 'els', roles: ['decision-maker'] as const }
  const chosen = { state: 'chosen', by: 'anna', lastBy: undefined } as const
  expect(whyNotPublish(chosen, anna)).toMatch(/zelf.*Een collega maakt het openbaar: .*beslisser/i)
  const manager = { id: 'chantal', roles: ['account-manager'] as const }
  expect(whyNotPublish(chosen, manager)).toMatch(/Openbaar maken doet iemand met deze rol/)
  expect(whyNotPublish(chosen, els)).toBeUndefined()
  expect(whyNotPublish({ ...chosen, state: 'published' }, els)).toMatch(/al openbaar/)
  expect(whyNotAskWithdrawal(chosen, els)).toMatch(/deze rol/)
  expect(whyNotAskWithdrawal({ ...chosen, state: 'published' }, anna)).toBeUndefined()
  const asked = { state: 'withdrawal-asked', by: 'els', lastBy: 'anna' } as const
  expect(whyNotWithdraw(asked, anna)).toMatch(/zelf/)
  expect(whyNotWithdraw(asked, els)).toBeUndefined()
  expect(whyNotWithdraw({ ...asked, state: 'published' }, els)).toMatch(/Niemand/)
})
