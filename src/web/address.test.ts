/** Whose address counts, and what somebody types in a header does not. */
import type { Context } from 'hono'
import { expect, test } from 'vitest'
import { addressOf } from './address.ts'

const asked = (peer: string | undefined, forwarded?: string) =>
  ({
    env: peer === undefined ? undefined : { incoming: { socket: { remoteAddress: peer } } },
    req: { header: () => forwarded },
  }) as unknown as Context

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
  [undefined, '203.0.113.9', undefined],
] as const)('a connection from %s that says %s counts as %s', (peer, forwarded, address) =>
  expect(addressOf(asked(peer, forwarded), ['10.0.0.5'])).toBe(address),
)
