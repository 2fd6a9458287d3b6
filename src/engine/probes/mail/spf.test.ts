import { afterEach, expect, test } from 'vitest'
import { openResolver } from '../../../outside/resolver.ts'
import { texts, walkSpf } from './spf.ts'
import { SERVFAIL, serveDns, stopAll, zone } from '../../../outside/test-net.ts'

afterEach(stopAll)

type Records = Parameters<typeof zone>[0]
const hosts = {
  'a.nl': { A: ['192.0.2.1'], MX: [{ preference: 10, exchange: 'mx.a.nl' }] },
  'mx.a.nl': { A: ['192.0.2.2'] },
}

async function walk(record: string, others: Readonly<Record<string, string>> = {}, more: Records = {}) {
  const spf = Object.fromEntries(Object.entries(others).map(([name, text]) => [name, { TXT: [text] }]))
  const { resolver, asked } = await serveDns(zone({ ...hosts, ...spf, ...more }))
  return { ...(await walkSpf(openResolver(resolver), 'a.nl', record)), asked: asked.length }
}

test.each([
  // record, lookups, all
  ['v=spf1 -all', 0, '-'],
  ['v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 ~all', 0, '~'],
  ['v=spf1 a mx -all', 2, '-'],
  ['v=spf1 A:a.nl/24 MX/24//64 ?ALL', 2, '?'],
  ['v=spf1 mx ra=x -all -all', 1, '-'],
  ['v=spf1 all', 0, '+'],
  ['v=spf1 +all', 0, '+'],
  ['v=spf1 mx', 1, null],
  ['v=spf1', 0, null],
  ['v=spf1 ptr ptr:a.nl -all', 2, '-'],
  ['v=spf1 exists:%{ir}.%{v}._spf.%{d2} -all', 1, '-'],
  ['v=spf1 include:%{i}.x.nl -all', 1, '-'],
  ['v=spf1 a:%{d/}/24 -all', 1, '-'],
  ['v=spf1  mx   -all ', 1, '-'],
  ['v=spf1 exp=uitleg.a.nl ra=x -all', 0, '-'],
  ['v=spf1 -all mx mx mx', 0, '-'],
  ['v=spf1 exists:%{i}.a.nl -all', 1, '-'],
])('%s has %i lookups and ends in %s', async (record, lookups, all) => {
  expect(await walk(record)).toMatchObject({ lookups, all, problem: null, voids: 0 })
})

test('follows includes into each other and counts all', async () => {
  const seen = await walk('v=spf1 include:_Spf.B.nl. mx -all', {
    '_spf.b.nl': 'v=spf1 include:c.nl a:a.nl ?all',
    'c.nl': 'v=spf1 ip4:192.0.2.9 -all',
  })
  expect(seen).toMatchObject({ lookups: 4, voids: 0, all: '-', includes: ['_spf.b.nl', 'c.nl'], problem: null })
})

test('takes the end of what it is redirected to, unless it has one itself', async () => {
  expect(await walk('v=spf1 mx redirect=b.nl', { 'b.nl': 'v=spf1 ~all' })).toMatchObject({
    lookups: 2,
    all: '~',
    problem: null,
  })
  expect(await walk('v=spf1 redirect=b.nl -all', { 'b.nl': 'v=spf1 ~all' })).toMatchObject({
    lookups: 0,
    all: '-',
    problem: null,
  })
})

test('the same include twice is no circle', async () => {
  expect(await walk('v=spf1 include:b.nl include:b.nl -all', { 'b.nl': 'v=spf1 mx:a.nl -all' })).toMatchObject({
    lookups: 4,
    problem: null,
  })
})

test.each([
  ['v=spf1 include:a.nl -all', { 'a.nl': 'v=spf1 -all' }],
  ['v=spf1 include:b.nl -all', { 'b.nl': 'v=spf1 include:c.nl -all', 'c.nl': 'v=spf1 include:B.nl -all' }],
  ['v=spf1 redirect=b.nl', { 'b.nl': 'v=spf1 redirect=b.nl' }],
])('%s in a circle is a fault', async (record, others) => {
  expect((await walk(record, others)).fault).toBe('circle')
})

test('ten lookups pass, eleven do not, and then it stops asking', async () => {
  const of = (count: number) => `v=spf1 ${Array.from({ length: count }, () => 'a:a.nl').join(' ')} -all`
  expect(await walk(of(10))).toMatchObject({ lookups: 10, all: '-', problem: null })
  const eleven = await walk(of(400))
  expect(eleven).toMatchObject({ lookups: 11, all: null, fault: 'lookups' })
  expect(eleven.asked).toBe(20)
})

test('a tree that branches at every step is left at the eleventh lookup', async () => {
  const wide = Object.fromEntries(
    Array.from({ length: 20 }, (_, at) => [`t${at}.nl`, `v=spf1 include:t${at + 1}.nl include:t${at + 1}.nl -all`]),
  )
  const seen = await walk('v=spf1 include:t0.nl -all', wide)
  expect(seen).toMatchObject({ lookups: 11, fault: 'lookups' })
  expect(seen.asked).toBeLessThanOrEqual(10)
})

test('two lookups without an answer pass, at the third it stops; a sign of ours in both families is one', async () => {
  expect(await walk('v=spf1 a:weg.nl mx:mx.a.nl a:a.nl -all')).toMatchObject({ voids: 2, all: '-', fault: null })
  expect(await walk('v=spf1 a:weg.nl mx:mx.a.nl exists:weg.nl a:a.nl -all')).toMatchObject({
    lookups: 3,
    voids: 3,
    all: null,
    fault: 'voids',
    problem: 'exists:weg.nl',
  })
})

test('the explanation of a refusal is no lookup', async () => {
  expect(await walk('v=spf1 exp=weg.nl.a.nl -all')).toMatchObject({ lookups: 0, voids: 0, asked: 0 })
})

test.each([
  // record, what is included, kind, term
  ['v=spf1 -all moo', {}, 'syntax', 'moo'],
  ['v=spf1 redirect=b.nl redirect=b.nl', {}, 'repeated', 'redirect=b.nl'],
  ['v=spf1 include:b.nl -all', { 'b.nl': 'v=spf1 ip4:192.0.2.300 -all' }, 'syntax', 'ip4:192.0.2.300'],
  ['v=spf1 redirect=b.nl', { 'b.nl': 'v=spf1 -all a:b' }, 'syntax', 'a:b'],
  ['v=spf1 include:weg.nl -all', {}, 'no-record', 'include:weg.nl'],
  ['v=spf1 a:weg.nl a:weg.nl include:weg.nl -all', {}, 'no-record', 'include:weg.nl'],
  ['v=spf1 redirect=weg.nl', {}, 'no-record', 'redirect=weg.nl'],
  ['v=spf1 a:b.nl\u0000 -all', {}, 'syntax', 'a:b.nl'],
])('%s with %j is void: %s %s', async (record, others, fault, problem) => {
  expect(await walk(record.replace('\u0000', '\uFFFD'), others)).toMatchObject({
    all: null,
    fault,
    problem: expect.stringContaining(problem),
  })
})

test('a fault in the record itself is seen before anything is asked', async () => {
  expect(await walk('v=spf1 mx include:b.nl -all moo')).toMatchObject({ lookups: 0, asked: 0, fault: 'syntax' })
})

test('a macro of the domain is filled in, one of a message is counted only', async () => {
  const named = { '_spf.a.nl': 'v=spf1 mx:%{d1r}.a.nl include:_in.%{o} -all', '_in.a.nl': 'v=spf1 -all' }
  expect(await walk('v=spf1 include:_spf.%{d} ~all', named, { 'nl.a.nl': hosts['a.nl'] })).toMatchObject({
    lookups: 3,
    voids: 1,
    includes: ['_spf.a.nl', '_in.a.nl'],
    fault: null,
  })
  expect(await walk('v=spf1 include:%{i}.weg.nl -all')).toMatchObject({ lookups: 1, asked: 0, fault: null })
})

test('two records at what is included, or too many mail servers, are faults', async () => {
  expect((await walk('v=spf1 include:b.nl -all', {}, { 'b.nl': { TXT: ['v=spf1 -all', 'v=spf1 +all'] } })).fault).toBe(
    'many-records',
  )
  const many = Array.from({ length: 11 }, (_, at) => ({ preference: at, exchange: `m${at}.nl` }))
  expect((await walk('v=spf1 mx:b.nl -all', {}, { 'b.nl': { MX: many } })).fault).toBe('exchangers')
})

test('a name server that fails is not a fault of the record', async () => {
  const table = zone(hosts)
  const { resolver } = await serveDns((question) => (question.name === 'b.nl' ? { rcode: SERVFAIL } : table(question)))
  for (const record of ['v=spf1 include:b.nl -all', 'v=spf1 a:b.nl -all'])
    await expect(walkSpf(openResolver(resolver), 'a.nl', record)).rejects.toMatchObject({ why: 'dns-failed' })
})

test('hostile records are walked in good time', async () => {
  const begun = performance.now()
  for (const record of [
    `v=spf1 a:${'%{}'.repeat(2_500)}/\n`,
    `v=spf1 ${'a'.repeat(8_000)}`,
    `v=spf1 ${'?'.repeat(8_000)}`,
    `v=spf1 ${'x='.repeat(4_000)}`,
    `v=spf1 include:${'a.'.repeat(300)}nl`,
    'v=spf1 include:\u0000.nl',
  ])
    await walk(record)
  expect(performance.now() - begun).toBeLessThan(5_000)
})

test('keeps every record that was read, by what leads to it, and the addresses that pass', async () => {
  const seen = await walk('v=spf1 ip4:192.0.2.0/24 include:b.nl -include:c.nl -ip4:192.0.2.9 redirect=d.nl', {
    'b.nl': 'v=spf1 include:e.nl -ip4:203.0.113.9 ip6:2001:DB8::/32 -all',
    'c.nl': 'v=spf1 ip4:198.51.100.1 -all',
    'd.nl': 'v=spf1 ip4:203.0.113.1 -all ip4:203.0.113.2',
    'e.nl': 'v=spf1 -all',
  })
  expect(seen.nodes?.map(({ name, by, term }) => [name, by, term])).toEqual([
    ['a.nl', null, ''],
    ['b.nl', 0, 'include:b.nl'],
    ['e.nl', 1, 'include:e.nl'],
    ['c.nl', 0, '-include:c.nl'],
    ['d.nl', 0, 'redirect=d.nl'],
  ])
  expect(seen.nodes?.[2]?.record).toBe('v=spf1 -all')
  // Behind -include nothing passes, and behind -all nothing is reached.
  expect(seen.reached).toEqual(['192.0.2.0/24', '2001:db8::/32', '203.0.113.1'])
})

test('of a record that passes a limit is known which addresses stand before it', async () => {
  const late = `v=spf1 ${'a:a.nl '.repeat(10)}ip4:192.0.2.7 mx ip4:192.0.2.8 -all`
  expect(await walk(late)).toMatchObject({ fault: 'lookups', reached: ['192.0.2.7'] })
})

test('joins the strings of a TXT record, and lets a byte 0 be seen', async () => {
  const { resolver } = await serveDns(
    zone({ 'a.nl': { TXT: [['v=spf1 ip4:192.0.', '2.1 -all'], 'anders', 'v=spf1 a:b.nl\u0000'] } }),
  )
  expect(await texts(openResolver(resolver), 'a.nl')).toEqual([
    'v=spf1 ip4:192.0.2.1 -all',
    'anders',
    'v=spf1 a:b.nl\uFFFD',
  ])
})

test.each([
  // record, all, the term that everybody is in
  ['v=spf1 include:open.nl -all', '+', 'include:open.nl'],
  ['v=spf1 mx include:deep.nl -all', '+', 'include:open.nl'],
  ['v=spf1 ?include:open.nl -all', '?', '?include:open.nl'],
  ['v=spf1 -include:open.nl ~all', '-', '-include:open.nl'],
  ['v=spf1 redirect=open.nl', '+', undefined],
  ['v=spf1 ip4:0.0.0.0/0 -all', '+', 'ip4:0.0.0.0/0'],
  ['v=spf1 ip4:0.0.0.0/1 ip4:128.0.0.0/1 -all', '+', 'ip4:0.0.0.0/1'],
  ['v=spf1 ip4:0.0.0.0/2 include:wide.nl -all', '+', 'ip4:64.0.0.0/2'],
  ['v=spf1 ip6:::/0 -all', '+', 'ip6:::/0'],
  ['v=spf1 a/0 -all', '+', 'a/0'],
  ['v=spf1 mx/0//64 -all', '+', 'mx/0//64'],
  ['v=spf1 exists:a.nl -all', '+', 'exists:a.nl'],
  // Near misses: what is named is not everybody.
  ['v=spf1 include:some.nl -all', '-', undefined],
  ['v=spf1 include:all-but.nl -all', '-', undefined],
  ['v=spf1 ip4:0.0.0.0/2 ip4:0.0.0.0/2 -all', '-', undefined],
  ['v=spf1 ip4:10.0.0.0/8 mx/8 a//0 -all', '-', undefined],
  ['v=spf1 -ip4:0.0.0.0/0 ?ip4:0.0.0.0/0 -all', '-', undefined],
  ['v=spf1 a:weg.nl/0 exists:weg.nl -all', '-', undefined],
] as const)('%s: everybody meets %s, by %s', async (record, all, wide) => {
  const seen = await walk(record, {
    'open.nl': 'v=spf1 ip4:192.0.2.1 +all',
    'deep.nl': 'v=spf1 include:open.nl -all',
    'some.nl': 'v=spf1 ip4:192.0.2.1 ?all',
    'all-but.nl': 'v=spf1 -all',
    'wide.nl': 'v=spf1 ip4:64.0.0.0/2 -all',
  })
  expect(seen).toMatchObject({ all, problem: null })
  expect(seen.wide).toBe(wide)
  expect(seen).not.toHaveProperty('spans')
})

test('a record behind a hundred other texts is found, where it is included too', async () => {
  const proofs = Array.from({ length: 120 }, (_, at) => `dienst${at}-site-verification=abcdefghij${at}`)
  const more = { 'b.nl': { TXT: [...proofs, 'v=spf1 mx:a.nl -all'] } }
  expect(await walk('v=spf1 include:b.nl -all', {}, more)).toMatchObject({ all: '-', problem: null })
})
