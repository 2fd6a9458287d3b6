/** What stands for one visitor among what a browser keeps, and what only looks like it. */
import { expect, test } from 'vitest'
import { opened } from '../../reading/encodings.ts'
import { identifiersIn, tellingIn, type Values } from './watch-values.ts'

const MAKER = { place: 'cookie', host: 'www.dorp.test', name: '_ga', lasting: true } as const
const keeps = (value: string): Values => ({
  kept: new Map([['_ga', { ...MAKER, ...tellingIn(value) }]]),
  missed: false,
})
/** Of one visitor who keeps the same and another who keeps something else: who is sent it. */
function told(first: string, other: string, address = '', next = first) {
  const sent = { to: 'meet.example', by: null, type: 'ping', way: 'address', text: address } as const
  const found = identifiersIn([keeps(first), keeps(next), keeps(other)], [{ one: sent, open: opened(address) }])
  return found.map(({ name, sentTo }) => [name, ...sentTo.map(({ host }) => host)])
}

test('a number by chance beside the moment of coming, whatever it looks like', () => {
  for (const [mine, theirs] of [
    ['2012345678', '312345678'],
    // Both look like a moment, the one, the other.
    ['1612345678', '1912345678'],
    ['1612345678', '312345678'],
    ['312345678', '1612345678'],
  ] as const) {
    const address = `https://meet.example/g/collect?cid=${mine}.1764518400`
    expect(told(`GA1.1.${mine}.1764518400`, `GA1.1.${theirs}.1764518431`, address)).toEqual([['_ga', 'meet.example']])
  }
  expect(told('fb.1.1764518400123.1612345678', 'fb.1.1764518431456.1712345678')).toEqual([['_ga']])
})

test('moments of coming and going, a choice, and what is made anew', () => {
  for (const [mine, theirs] of [
    ['1764518400', '1764518431'],
    ['1764518400.1796054400', '1764518431.1796054431'],
    ['1764518400123-1764518400456', '1764518431123-1764518431456'],
    // Not joined: two servers, each with a file of its own day.
    ['{"since":1764518400,"file":1763900000}', '{"since":1764518431,"file":1763800000}'],
    ['alleen-noodzakelijk', 'alles'],
    ['GA1.1.1612345678.1764518400', 'GA1.1.1612345678.1764518431'],
  ] as const)
    expect([mine, told(mine, theirs)]).toEqual([mine, []])
  expect(told('GA1.1.1612345678.1764518400', 'GA1.1.1912345678.1764518431', '', '1712345678.1764518400')).toEqual([])
})
