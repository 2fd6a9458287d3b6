/** Name servers in different networks. */
import { expect, test } from 'vitest'
import { dns, judgeWith } from '../../../test/evidence.ts'
import { nameserversSpread } from './nameservers-spread.ts'

const server = (at: number, a: readonly string[], aaaa: readonly string[] = []) => ({ host: `ns${at}.test`, a, aaaa })
const spread = (...ns: ReturnType<typeof server>[]) => judgeWith(nameserversSpread, { dns: dns({ ns }) })

test('two networks of either kind are enough, even beside each other', () => {
  expect(spread(server(1, ['192.0.2.1']), server(2, ['192.0.3.1'])).verdict).toBe('met')
  expect(spread(server(1, ['192.0.2.1'], ['2001:db8:1::1']), server(2, ['192.0.2.2'], ['2001:db8:2::1'])).verdict).toBe(
    'met',
  )
  expect(spread(server(1, ['192.0.2.1', '198.51.100.1']), server(2, ['192.0.2.2'])).verdict).toBe('met')
})

test('all in one network, and one alone', () => {
  expect(spread(server(1, ['192.0.2.1']), server(2, ['192.0.2.200']))).toMatchObject({
    reason: 'one-network',
    verdict: 'partly',
  })
  expect(spread(server(1, [], ['2001:db8:1::1']), server(2, [], ['2001:db8:1:2::1'])).reason).toBe('one-network')
  expect(spread(server(1, ['192.0.2.1', '198.51.100.1']))).toMatchObject({ reason: 'single', verdict: 'unmet' })
})

test('what was not seen is not known', () => {
  expect(spread().verdict).toBe('unknown')
  expect(spread(server(1, []), server(2, [])).verdict).toBe('unknown')
  const half = dns({ ns: [server(1, ['192.0.2.1']), server(2, [])], lacks: { nameservers: ['no-answer'] } })
  expect(judgeWith(nameserversSpread, { dns: half }).verdict).toBe('unknown')
})

test('who has only IPv4 beside who has only IPv6, and a server without any address, are in no one range', () => {
  expect(spread(server(1, ['192.0.2.1']), server(2, [], ['2001:db8:1::1']))).toMatchObject({
    reason: 'no-address',
    verdict: 'unknown',
  })
  expect(spread(server(1, ['192.0.2.1']), server(2, [])).reason).toBe('no-address')
  expect(spread(server(1, ['192.0.2.1']), server(2, ['192.0.2.2'], ['2001:db8:1::1'])).reason).toBe('one-network')
})

test('two networks that one company announces, where routes are known', () => {
  const ns = [server(1, ['192.0.2.1']), server(2, ['198.51.100.1'])]
  const route = (address: string, origin: number) => ({
    of: 'nameserver' as const,
    address,
    prefix: `${address}/32`,
    origin,
    covering: [],
  })
  const with_ = (...origins: number[]) =>
    judgeWith(nameserversSpread, {
      dns: dns({
        ns,
        routes: { routes: origins.map((origin, at) => route(ns[at]!.a[0]!, origin)), missing: [], at: '' },
      }),
    })
  expect(with_(64500, 64500)).toMatchObject({ reason: 'one-company', verdict: 'partly' })
  expect(with_(64500, 64501).verdict).toBe('met')
  // Of one of them no route is known.
  expect(with_(64500).verdict).toBe('met')
})
