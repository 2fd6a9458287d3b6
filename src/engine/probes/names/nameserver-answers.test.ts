/** What name servers answer when each is asked itself. */
import { afterEach, expect, test } from 'vitest'
import { NotSeen } from '../../../outside/not-seen.ts'
import type { Egress } from '../../../outside/egress.ts'
import { openEgress } from '../../../outside/egress.ts'
import type { Reply } from '../../../outside/resolver.ts'
import { stopAll } from '../../../outside/test-net.ts'
import { serversOf } from './nameserver-answers.ts'

afterEach(stopAll)
const soa = (serial: number, over: Partial<Reply> = {}): Reply => ({
  rcode: 'NOERROR',
  authenticated: false,
  authoritative: true,
  signatures: [],
  answers: [{ type: 'SOA', name: 'x.nl', data: { mname: 'a', rname: 'b', serial } }],
  ...over,
})
type Says = Reply | 'silent'

/** Servers that answer in turn what they are told; the last answer stays. */
function egress(servers: Readonly<Record<string, readonly Says[]>>): Egress {
  const asked = new Map<string, number>()
  return {
    ...openEgress(undefined),
    nameServer: (address) => ({
      async ask() {
        const at = asked.get(address) ?? 0
        asked.set(address, at + 1)
        const said = servers[address]![Math.min(at, servers[address]!.length - 1)]!
        if (said === 'silent') throw new NotSeen('dns-failed', 'silent')
        return said
      },
    }),
  }
}
const two = [
  { host: 'ns1', a: ['192.0.2.1'], aaaa: [] },
  { host: 'ns2', a: ['192.0.2.2'], aaaa: ['2001:db8::2'] },
]
const look = (servers: Readonly<Record<string, readonly Says[]>>) => serversOf(egress(servers), 'x.nl', two, 1)
const said = async (servers: Readonly<Record<string, readonly Says[]>>) =>
  (await look(servers)).map((each) => each.said)
const six = { '2001:db8::2': [soa(7)] }

test('all serve, with their edition', async () => {
  expect(await look({ '192.0.2.1': [soa(7)], '192.0.2.2': [soa(7)], ...six })).toEqual([
    { host: 'ns1', address: '192.0.2.1', said: 'serves', serial: 7 },
    { host: 'ns2', address: '192.0.2.2', said: 'serves', serial: 7 },
    { host: 'ns2', address: '2001:db8::2', said: 'serves', serial: 7 },
  ])
})

test('a change on its way is over at a second look; one that stays behind is not', async () => {
  const serials = async (later: number) =>
    (await look({ '192.0.2.1': [soa(8)], '192.0.2.2': [soa(7), soa(later)], '2001:db8::2': [soa(8)] })).map(
      ({ serial }) => serial,
    )
  expect(await serials(8)).toEqual([8, 8, 8])
  expect(await serials(7)).toEqual([8, 7, 8])
})

test('editions that go on with each question are nobody who stays behind', async () => {
  const serials = async (...of: readonly (readonly [number, number])[]) =>
    (
      await look({
        '192.0.2.1': of[0]!.map((each) => soa(each)),
        '192.0.2.2': of[1]!.map((each) => soa(each)),
        '2001:db8::2': of[2]!.map((each) => soa(each)),
      })
    ).map(({ serial }) => serial)
  expect(await serials([1, 4], [2, 5], [3, 6])).toEqual([undefined, undefined, undefined])
  // Past the highest that a serial can be it begins anew.
  expect(await serials([4_294_967_294, 2], [4_294_967_295, 1], [0, 3])).toEqual([undefined, undefined, undefined])
  expect(await serials([8, 9], [7, 7], [8, 9])).toEqual([9, 7, 9])
  expect(await serials([9, 12], [7, 8], [9, 12])).toEqual([12, 8, 12])
})

test.each([
  ['refuses', soa(0, { rcode: 'REFUSED', answers: [], authoritative: false }), 'REFUSED'],
  ['tells what it heard', soa(7, { authoritative: false }), 'NOT AUTHORITATIVE'],
  ['has nothing', soa(0, { answers: [] }), 'NOT AUTHORITATIVE'],
])('one that %s does not serve the zone', async (_, reply, code) => {
  expect((await look({ '192.0.2.1': [soa(7)], '192.0.2.2': [reply], ...six }))[1]).toMatchObject({ said: 'lame', code })
})

test('silence is told as that; where none answers, or none over IPv6, it may be us', async () => {
  expect(await said({ '192.0.2.1': [soa(7)], '192.0.2.2': ['silent'], ...six })).toEqual(['serves', 'silent', 'serves'])
  expect(await said({ '192.0.2.1': [soa(7)], '192.0.2.2': [soa(7)], '2001:db8::2': ['silent'] })).toEqual([
    'serves',
    'serves',
    'untried',
  ])
  expect(await said({ '192.0.2.1': ['silent'], '192.0.2.2': ['silent'], '2001:db8::2': ['silent'] })).toEqual(
    Array(3).fill('untried'),
  )
  // Something in between that answers for all of them.
  const heard = soa(7, { authoritative: false })
  expect(await said({ '192.0.2.1': [heard], '192.0.2.2': [heard], '2001:db8::2': [heard] })).toEqual(
    Array(3).fill('untried'),
  )
})

test('a way out that answers for others in one family says nothing of the servers, in either family', async () => {
  const heard = soa(7, { authoritative: false })
  expect(await said({ '192.0.2.1': [heard], '192.0.2.2': [heard], ...six })).toEqual(['untried', 'untried', 'serves'])
  expect(await said({ '192.0.2.1': ['silent'], '192.0.2.2': ['silent'], ...six })).toEqual([
    'untried',
    'untried',
    'serves',
  ])
  expect(await said({ '192.0.2.1': [soa(7)], '192.0.2.2': [soa(7)], '2001:db8::2': [heard] })).toEqual([
    'serves',
    'serves',
    'untried',
  ])
  // One of a family serves: then the other of it is its own fault.
  expect(await said({ '192.0.2.1': [soa(7)], '192.0.2.2': [heard], ...six })).toEqual(['serves', 'lame', 'serves'])
})

test('no name server inside is ever asked', async () => {
  const inside = [
    { host: 'ns1', a: ['127.0.0.1'], aaaa: ['::1'] },
    { host: 'ns2', a: ['10.0.0.1'], aaaa: [] },
  ]
  expect((await serversOf(openEgress(undefined), 'x.nl', inside, 1)).map((each) => each.said)).toEqual(
    Array(3).fill('untried'),
  )
  expect(() => openEgress(undefined).nameServer('192.168.1.1')).toThrow(/not on the public internet/)
})
