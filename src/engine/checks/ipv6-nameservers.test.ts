/** Addresses of the name servers. */
import { expect, test } from 'vitest'
import { dns, judgeWith } from '../../../test/evidence.ts'
import { ipv6Nameservers } from './ipv6-nameservers.ts'

const servers = (...aaaa: string[][]) =>
  judgeWith(ipv6Nameservers, {
    dns: dns({ ns: aaaa.map((each, index) => ({ host: `ns${index}.dns.example`, a: ['192.0.2.53'], aaaa: each })) }),
  })

test('two with IPv6 are enough, also beside a third without', () => {
  expect(servers(['2a0f:db8::1'], ['2a0f:db8::2'], [])).toMatchObject({
    reason: 'enough',
    verdict: 'met',
    seen: { count: 2, total: 3 },
  })
})

test('one is half, none is nothing, and one server with two addresses is one', () => {
  expect(servers(['2a0f:db8::1'], []).verdict).toBe('partly')
  expect(servers([], []).verdict).toBe('unmet')
  expect(servers(['2a0f:db8::1', '2a0f:db8::2'], ['::ffff:192.0.2.1']).reason).toBe('one')
})

test('no name servers at all is not an answer', () => {
  expect(servers().verdict).toBe('unknown')
})

test('addresses that are not public do not count, and a question without an answer is not "none"', () => {
  expect(servers(['fd00::53'], ['2001:db8::53']).reason).toBe('none')
  expect(servers(['2a0f:db8::1'], ['fe80::1']).reason).toBe('one')
  const lacks = { nameservers: ['no-answer'] } as const
  const ns = [{ host: 'ns1.dns.example', a: [], aaaa: [] }]
  expect(judgeWith(ipv6Nameservers, { dns: dns({ ns, lacks }) }).verdict).toBe('unknown')
})
