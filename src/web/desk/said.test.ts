/** What stands in a field of a page that comes back with a message. */
import { expect, test } from 'vitest'
import { said } from './said.ts'
import { sentOf } from './sent.ts'

test('what was typed stands there, also nothing; a field of another part keeps what stood there', () => {
  const typed = sentOf({ verslag: 'Goed.', reden: '' })
  expect(said(typed, 'verslag', 'leeg')).toBe('Goed.')
  expect(said(typed, 'reden', 'leeg')).toBe('')
  expect(said(typed, 'soort', 'action')).toBe('action')
  expect(said(undefined, 'soort', 'action')).toBe('action')
})
