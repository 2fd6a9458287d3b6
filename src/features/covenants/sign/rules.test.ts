/** When a version may be fixed, what a code is, and when everybody gets the receipt. */
import { expect, test } from 'vitest'
import { grouped } from '../../../lib/fingerprint.ts'
import { disagreed, hashOfCode, newCode, obstacles, receiptDue, shownCode, signatureState } from './rules.ts'
import type { FixFacts, ReceiptFacts } from './rules.ts'

const ready: FixFacts = {
  unsaidUntil: null,
  state: 'shown',
  covenant: 'draft',
  commentsUntil: '2026-11-27',
  openComments: 0,
  opinions: [
    { role: 'fg', stance: 'agree' },
    { role: 'security-officer', stance: 'disagree' },
  ],
}

test.each<[string, Partial<FixFacts>, RegExp]>([
  ['it does not say the last day that was decided', { unsaidUntil: '2030-12-31' }, /laatste dag 31 december 2030/],
  ['is ended', { covenant: 'ended' }, /loopt niet meer/],
  ['is a draft', { state: 'draft' }, /voorgelegd/],
  ['was fixed', { state: 'final' }, /voorgelegd/],
  ['has a term until today', { commentsUntil: '2026-11-28' }, /reactietermijn/],
  ['has no term', { commentsUntil: null }, /reactietermijn/],
  ['has a comment', { openComments: 1 }, /Eén reactie/],
  ['has comments', { openComments: 3 }, /^3 reacties/],
  ['lacks the FG', { opinions: [{ role: 'security-officer', stance: 'agree' }] }, /de FG/],
  ['lacks the Security Officer', { opinions: [{ role: 'fg', stance: 'agree' }] }, /de informatiebeveiliger/],
])('what %s cannot be fixed, and it says so', (_, more, says) => {
  expect(obstacles(ready, '2026-11-28')).toEqual([])
  const [first, ...others] = obstacles({ ...ready, ...more }, '2026-11-28')
  expect(first).toMatch(says)
  expect(others).toEqual([])
})

test('who disagrees is answered', () => {
  expect(disagreed(ready)).toEqual(['de informatiebeveiliger'])
  expect(disagreed({ opinions: [{ role: 'fg', stance: 'agree-if' }] })).toEqual([])
})

test('a code is of one link and one installation, however it is typed', () => {
  const code = newCode()
  expect(code).toMatch(/^\d{8}$/)
  expect(shownCode('00123456')).toBe('0012 3456')
  const [key, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
  expect(hashOfCode(key, 'a', '0012 3456')).toBe(hashOfCode(key, 'a', '00123456'))
  expect(hashOfCode(key, 'b', '00123456')).not.toBe(hashOfCode(key, 'a', '00123456'))
  expect(hashOfCode(other, 'a', '00123456')).not.toBe(hashOfCode(key, 'a', '00123456'))
})

test('a signature counts for the final version alone', () => {
  expect(signatureState('final', false)).toBe('valid')
  expect(signatureState('replaced', false)).toBe('lapsed')
  expect(signatureState('final', true)).toBe('withdrawn')
  expect(grouped('a'.repeat(16))).toBe('aaaaaaaa aaaaaaaa')
})

const asked: ReceiptFacts = {
  participants: [
    { id: 'a', state: 'joined' },
    { id: 'b', state: 'invited' },
  ],
  signed: ['a'],
  told: undefined,
  signBy: '2026-12-01',
}
test.each<[string, Partial<ReceiptFacts>, boolean]>([
  ['somebody still has time', {}, false],
  ['the last day is today', { signBy: '2026-11-28' }, false],
  ['the term is over', { signBy: '2026-11-27' }, true],
  ['nobody signed', { signed: [], signBy: '2026-11-27' }, false],
  ['everybody signed', { signed: ['a', 'b'] }, true],
  [
    'the other declined',
    {
      participants: [
        { id: 'a', state: 'joined' },
        { id: 'b', state: 'declined' },
      ],
    },
    true,
  ],
  ['all were told', { signed: ['a', 'b'], told: ['a', 'b'] }, false],
  ['one came later', { signed: ['a', 'b', 'c'], told: ['a', 'b'] }, true],
  ['one left after it', { signed: ['a'], told: ['a'] }, false],
  ['one left after it and another came', { signed: ['a', 'c'], told: ['a'] }, true],
])('when %s, a receipt is due: %s', (_, more, due) => {
  expect(receiptDue({ ...asked, ...more }, '2026-11-28')).toBe(due)
})
