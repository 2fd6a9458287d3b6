/** What was typed is put together again from keys that were sent one by one, whatever stands beside them. */
import { expect, test } from 'vitest'
import { needlesOf, opened } from '../../reading/encodings.ts'
import { leaksIn } from './watch-typing.ts'

const WORD = 'Vogelkwtzrbnfa'
const canary = { field: 'text', needles: needlesOf(WORD), pieces: WORD } as const
const leaks = (texts: readonly string[], way: 'body' | 'address' = 'body') =>
  leaksIn(
    [canary],
    texts.map((text) => ({ one: { to: 'volgt.example', by: null, way, type: 'XHR', text }, open: opened(text) })),
  ).map(({ coding }) => coding)
const keys = (of: (key: string, at: number) => string, word = WORD) => [...word].map(of)

test.each([
  ['alone', keys((key) => key)],
  ['in a list', keys((key) => `["${key}"]`)],
  ['beside a moment', keys((key, at) => JSON.stringify({ key, t: 1_700_000_000_000 + at }))],
  ['beside a moment, all at once', [JSON.stringify([...WORD].map((key, at) => ({ t: 17_000 + at, key })))]],
  ['as a form beside a number', keys((key, at) => `t=${1_000 + at}&key=${key}`)],
])('keys %s', (_, texts) => expect(leaks(texts)).toEqual(['pieces']))

test.each([
  ['another word', keys((key, at) => JSON.stringify({ key, t: at }), 'Vogelzang')],
  ['the number of keys alone', keys((_key, at) => JSON.stringify({ keys: at }))],
  ['keys out of order', keys((key, at) => JSON.stringify({ key, t: at })).toReversed()],
])('not %s', (_, texts) => expect(leaks(texts)).toEqual([]))

test('what went as an address is put together from nothing', () => {
  expect(
    leaks(
      keys((key, at) => JSON.stringify({ key, t: at })),
      'address',
    ),
  ).toEqual([])
})
