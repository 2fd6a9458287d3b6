/** Addresses of the site. */
import { expect, test } from 'vitest'
import { dns as answersOf, judgeWith } from '../../../test/evidence.ts'
import { ipv6Web } from './ipv6-web.ts'

/** A site that was tried over IPv6 too. */
const dns = (over: Parameters<typeof answersOf>[0] = {}) => answersOf({ overSix: 'answers', ...over })

test('one IPv6 address is enough', () => {
  expect(judgeWith(ipv6Web, { dns: dns() })).toMatchObject({ reason: 'present', seen: { details: ['2a0f:db8::1'] } })
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

test.each([
  'fd00::1',
  'fc00::1',
  'fe80::1',
  'fec0::1',
  '2001:db8::1',
  '3fff::1',
  '::ffff:192.0.2.1',
  '::FFFF:c000:201',
  '::192.0.2.1',
  '64:ff9b::c000:201',
  '64:ff9b:1::1',
  '2002:c0a8:1::1',
  '2001::1',
  'ff02::1',
  '100::1',
  '4000::1',
  '::1',
  '::',
])('%s is no address that anybody outside can reach', (address) => {
  expect(judgeWith(ipv6Web, { dns: dns({ aaaa: [address] }) })).toMatchObject({
    reason: 'not-public',
    verdict: 'unmet',
    seen: { details: [address] },
  })
})

test('beside one that is not public, a public one counts; and what the network file opens counts as public', () => {
  expect(judgeWith(ipv6Web, { dns: dns({ aaaa: ['fd00::1', '2a0f:db8::1'] }) }).reason).toBe('present')
  expect(judgeWith(ipv6Web, { dns: dns({ aaaa: ['::1'], opened: ['::1'] }) }).reason).toBe('present')
})

test('an address that does not answer is not met, unless it may be our side', () => {
  expect(judgeWith(ipv6Web, { dns: dns({ overSix: 'answers' }) })).toMatchObject({ reason: 'present', verdict: 'met' })
  expect(judgeWith(ipv6Web, { dns: dns({ overSix: 'silent' }) })).toMatchObject({ verdict: 'partly' })
  expect(judgeWith(ipv6Web, { dns: dns({ overSix: 'untried' }) })).toMatchObject({ verdict: 'unknown' })
  expect(judgeWith(ipv6Web, { dns: answersOf() })).toMatchObject({ reason: 'untried', verdict: 'unknown' })
})

test('no answer to the question for IPv6 addresses is not "none"', () => {
  const lacks = { ipv6: ['no-answer'] } as const
  expect(judgeWith(ipv6Web, { dns: dns({ aaaa: [], lacks }) })).toMatchObject({
    reason: 'half-seen.no-answer',
    verdict: 'unknown',
  })
  expect(judgeWith(ipv6Web, { dns: dns({ aaaa: [], lacks: { caa: ['no-answer'] } }) }).verdict).toBe('unmet')
})
