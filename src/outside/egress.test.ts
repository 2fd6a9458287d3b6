import { createServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { openEgress } from './egress.ts'
import { listen, network, SERVFAIL, serveDns, serveTcp, stopAll, zone } from './test-net.ts'

afterEach(stopAll)

const why = (promise: Promise<unknown>) =>
  promise.then(
    () => 'reached',
    (error: { why: string }) => error.why,
  )

test('resolves once and connects to the address it checked', async () => {
  const port = await serveTcp((socket) => socket.end('hallo'))
  const { resolver, asked } = await serveDns(zone({ 'www.stad.nl': { A: ['127.0.0.1'] } }))
  const egress = openEgress({ allow: ['127.0.0.0/8'], hosts: {}, ports: { 80: port }, resolver })
  const { socket, address } = await egress.connect('www.stad.nl', 80)
  expect(address).toBe('127.0.0.1')
  expect(String((await socket.toArray())[0])).toBe('hallo')
  expect(asked.map(({ type }) => type).toSorted()).toEqual(['A', 'AAAA'])
})

test.each([
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f000001',
  '017700000001',
  '0',
  '0.0.0.0',
  '[::1]',
  '::1',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '169.254.169.254',
  '[fe80::1]',
  '10.0.0.1',
  '192.168.0.1',
  '100.64.0.1',
  '[64:ff9b::7f00:1]',
  '[2002:7f00:1::]',
  '[2001:db8::1]',
  '224.0.0.1',
  'localhost',
  'LOCALHOST.',
  'router',
])('%s is not reached without leave', async (host) => {
  const { resolver } = await serveDns(zone({ localhost: { A: ['127.0.0.1'] } }))
  const egress = openEgress({ allow: [], hosts: {}, ports: {}, resolver })
  expect(await why(egress.connect(host, 80))).toBe('refused-address')
})

test('a name is refused when any of its addresses is not global', async () => {
  const { resolver } = await serveDns(
    zone({
      'prive.nl': { A: ['10.0.0.1'] },
      'lus.nl': { A: ['127.0.0.1'] },
      'meta.nl': { A: ['169.254.169.254'] },
      'nul.nl': { A: ['0.0.0.0'] },
      'zes.nl': { AAAA: ['::1'] },
      'gemengd.nl': { A: ['93.184.216.34', '10.0.0.1'] },
      'half.nl': { A: ['93.184.216.34'], AAAA: ['fd00::1'] },
      'alias.nl': { CNAME: ['lus.nl'] },
    }),
  )
  const egress = openEgress({ allow: [], hosts: {}, ports: {}, resolver })
  for (const host of ['prive.nl', 'lus.nl', 'meta.nl', 'nul.nl', 'zes.nl', 'gemengd.nl', 'half.nl', 'alias.nl'])
    expect([host, await why(egress.connect(host, 80))]).toEqual([host, 'refused-address'])
})

test('what the network file allows is allowed, and nothing beside it', async () => {
  const port = await serveTcp((socket) => socket.end())
  const egress = openEgress({
    allow: ['127.0.0.0/8'],
    hosts: { 'a.test': '127.0.0.1', 'b.test': '10.0.0.1', '*.c.test': '127.0.0.1' },
    ports: { 80: port },
  })
  expect(await why(egress.connect('a.test', 80))).toBe('reached')
  expect(await why(egress.connect('A.TEST.', 80))).toBe('reached')
  expect(await why(egress.connect('diep.onder.c.test', 80))).toBe('reached')
  expect(await why(egress.connect('b.test', 80))).toBe('refused-address')
  expect(await why(egress.connect('constructor', 80))).toBe('refused-address')
})

test('no visit leads to a service of the installation itself, however its name is written', async () => {
  const port = await serveTcp((socket) => socket.end())
  const { resolver, asked } = await serveDns(zone({ 'niet-opslag.stad.nl': { A: ['127.0.0.1'] } }))
  const open = { allow: ['127.0.0.0/8'], hosts: {}, ports: { 443: port }, resolver }
  const egress = openEgress(open, ['opslag.stad.nl'])
  for (const host of ['opslag.stad.nl', 'Opslag.Stad.nl', 'opslag.stad.nl.'])
    expect(await why(egress.connect(host, 443)), host).toBe('refused-address')
  expect(asked).toEqual([])
  expect(await why(egress.connect('niet-opslag.stad.nl', 443))).toBe('reached')
})

test('only ports of websites', async () => {
  const egress = openEgress(network())
  for (const port of [0, 22, 25, 3306, 5432, 6379, 9200, 65_536, Number.NaN])
    expect(await why(egress.connect('a.test', port))).toBe('refused-address')
})

test('tells a missing name from a name server that fails', async () => {
  const table = zone({ 'leeg.nl': { TXT: ['x'] } })
  const { resolver } = await serveDns((question) =>
    question.name === 'kapot.nl' ? { rcode: SERVFAIL } : table(question),
  )
  const egress = openEgress({ allow: [], hosts: {}, ports: {}, resolver })
  expect(await why(egress.addresses('weg.nl'))).toBe('name-not-found')
  expect(await why(egress.addresses('leeg.nl'))).toBe('name-not-found')
  expect(await why(egress.addresses('kapot.nl'))).toBe('dns-failed')
})

test('goes on to the next address, and tells of the first when none answers', async () => {
  const port = await listen(
    createServer((socket) => socket.end()),
    '127.0.0.2',
  )
  const { resolver } = await serveDns(
    zone({ 'twee.nl': { A: ['127.0.0.1', '127.0.0.2'] }, 'geen.nl': { A: ['127.0.0.3'], AAAA: ['2001:4860::1'] } }),
  )
  const egress = openEgress({ allow: ['127.0.0.0/8'], hosts: {}, ports: { 80: port }, resolver })
  expect((await egress.connect('twee.nl', 80)).address).toBe('127.0.0.2')
  await expect(egress.connect('geen.nl', 80)).rejects.toMatchObject({
    why: 'unreachable',
    message: 'ECONNREFUSED (127.0.0.3)',
  })
})

test('a reset right after connecting fells nothing', async () => {
  const port = await serveTcp((socket) => socket.resetAndDestroy())
  const egress = openEgress(network({ ports: { 80: port } }))
  for (let time = 0; time < 20; time++) await why(egress.connect('a.test', 80))
})
