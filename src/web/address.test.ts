/** Whose address counts, and what somebody types in a header does not. */
import { expect, test } from 'vitest'
import { networksOf } from '../lib/networks.ts'
import { addressFrom } from './address.ts'

const env = (peer: string | undefined) =>
  peer === undefined ? undefined : { incoming: { socket: { remoteAddress: peer } } }
const asked = (forwarded?: string) =>
  new Request('http://127.0.0.1/', { headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } })

test.each([
  ['198.51.100.7', undefined, '198.51.100.7'],
  ['198.51.100.7', '203.0.113.9', '198.51.100.7'],
  ['::ffff:198.51.100.7', undefined, '198.51.100.7'],
  ['127.0.0.1', '1.1.1.1, 203.0.113.9', '203.0.113.9'],
  ['::1', '203.0.113.9', '203.0.113.9'],
  ['127.0.0.1', undefined, undefined],
  ['127.0.0.1', 'onzin', undefined],
  ['10.0.0.5', '203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', undefined, '2001:db8:1:2::/64'],
  ['2001:db8::1', undefined, '2001:db8:0:0::/64'],
  ['fe80::1%eth0', undefined, 'fe80:0:0:0::/64'],
  // As some web servers tell it: with a port, in brackets, or IPv4 wrapped as IPv6, in either way of writing.
  ['127.0.0.1', '203.0.113.9:4711', '203.0.113.9'],
  ['127.0.0.1', '[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
  ['127.0.0.1', '::ffff:203.0.113.9', '203.0.113.9'],
  ['::ffff:cb00:7109', undefined, '203.0.113.9'],
  ['::ffff:10.0.0.5', '203.0.113.9', '203.0.113.9'],
  ['127.0.0.1', '203.0.113.9, ', undefined],
  ['127.0.0.1', '[2001:db8::1', undefined],
  [undefined, '203.0.113.9', undefined],
] as const)('a connection from %s that says %s counts as %s', (peer, forwarded, address) =>
  expect(addressFrom(asked(forwarded), env(peer), ['10.0.0.5'])).toBe(address),
)

test.each([
  ['198.51.100.7', ['198.51.100.7']],
  ['2001:db8:1:2::/64', ['2001:db8:1:2::/64', '2001:db8:1::/48']],
  ['2001:db8:0:0::/64', ['2001:db8:0:0::/64', '2001:db8:0::/48']],
  [undefined, ['unknown']],
] as const)('%s counts for the networks %j', (address, names) => {
  const networks = networksOf(address)
  expect(networks.map(({ name }) => name)).toEqual(names)
  // One address has the whole budget of one, and what more of them share is larger.
  expect(networks.every(({ name, times }) => (name === address ? times === 1 : times > 1))).toBe(true)
})
