/** Addresses of the site. */
import { expect, test } from 'vitest'
import { dns, judgeWith } from '../../../test/evidence.ts'
import { ipv6Web } from './ipv6-web.ts'

test('one IPv6 address is enough', () => {
  expect(judgeWith(ipv6Web, { dns: dns() })).toMatchObject({ reason: 'present', seen: { details: ['2001:db8::1'] } })
  expect(judgeWith(ipv6Web, { dns: dns({ a: [] }) }).verdict).toBe('met')
})

test('IPv4 alone, or dressed up as IPv6, is not', () => {
  expect(judgeWith(ipv6Web, { dns: dns({ aaaa: [] }) }).verdict).toBe('unmet')
  expect(judgeWith(ipv6Web, { dns: dns({ aaaa: ['::FFFF:192.0.2.1'] }) }).verdict).toBe('unmet')
})

test('a name without any address tells nothing', () => {
  expect(judgeWith(ipv6Web, { dns: dns({ a: [], aaaa: [] }) })).toMatchObject({
    reason: 'no-address',
    verdict: 'unknown',
  })
})
