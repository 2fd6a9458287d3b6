/** Ranges and what covers what. */
import { expect, test } from 'vitest'
import { lengthOf, prefixes, together } from './prefixes.ts'

test('all that covers an address or a range, the widest first; beside it nothing', () => {
  const table = prefixes<string>()
  for (const each of ['192.0.2.0/24', '192.0.0.0/16', '192.0.2.128/25', '2001:db8::/32', '2001:db8:1::/48'])
    expect(table.add(each, each)).toBe(true)
  const at = (of: string) => table.covering(of).map(({ value }) => value)
  expect(at('192.0.2.200')).toEqual(['192.0.0.0/16', '192.0.2.0/24', '192.0.2.128/25'])
  expect(at('192.0.2.0/24')).toEqual(['192.0.0.0/16', '192.0.2.0/24'])
  expect(at('192.0.3.1')).toEqual(['192.0.0.0/16'])
  expect(at('192.1.0.1')).toEqual([])
  expect(at('2001:db8:1::5')).toEqual(['2001:db8::/32', '2001:db8:1::/48'])
  expect(at('2001:db9::5')).toEqual([])
  // Host bits in a range do no harm, and one family never covers the other.
  expect(table.add('198.51.100.7/24', 'x')).toBe(true)
  expect(at('198.51.100.9')).toEqual(['x'])
  expect(at('::ffff:192.0.2.200')).toEqual([])
  expect(table.size).toBe(6)
})

test.each(['', 'x', '192.0.2.0/33', '192.0.2.0/24/8', '2001:db8::/129', '192.0.2.0/-1', 'fe80::1%eth0'])(
  '%s is no range',
  (text) => {
    const table = prefixes<number>()
    expect(table.add(text, 1)).toBe(false)
    expect(table.covering(text)).toEqual([])
    expect(lengthOf(text)).toBeNull()
  },
)

test('two addresses in one network, or in two', () => {
  const network = { four: 24, six: 48 }
  expect(together('192.0.2.1', '192.0.2.254', network)).toBe(true)
  expect(together('192.0.2.1', '192.0.3.1', network)).toBe(false)
  expect(together('2001:db8:1::1', '2001:db8:1:ffff::1', network)).toBe(true)
  expect(together('2001:db8:1::1', '2001:db8:2::1', network)).toBe(false)
  expect(together('192.0.2.1', '2001:db8::1', network)).toBe(false)
})
