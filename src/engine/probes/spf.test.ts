import { afterEach, expect, test } from 'vitest'
import { openResolver } from '../../outside/resolver.ts'
import { isSpf, texts, walkSpf } from './spf.ts'
import { SERVFAIL, serveDns, stopAll, zone } from '../../outside/test-net.ts'

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
  ['v=spf1 all', 0, '+'],
  ['v=spf1 +all', 0, '+'],
  ['v=spf1 mx', 1, null],
  ['v=spf1', 0, null],
  ['v=spf1 ptr ptr:a.nl -all', 2, '-'],
  ['v=spf1 exists:%{ir}.%{v}._spf.%{d2} -all', 1, '-'],
  ['v=spf1 include:%{d}.x.nl -all', 1, '-'],
  ['v=spf1 a:%{d/}.nl/24 -all', 1, '-'],
  ['v=spf1  mx   -all ', 1, '-'],
  ['v=spf1 exp=uitleg.a.nl ra=x -all', 0, '-'],
  ['v=spf1 -all mx mx mx', 0, '-'],
  ['v=spf1 exists:a.nl -all', 1, '-'],
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
  expect((await walk(record, others)).problem).toMatch(/kring/)
})

test('ten lookups pass, eleven do not, and then it stops asking', async () => {
  const of = (count: number) => `v=spf1 ${Array.from({ length: count }, () => 'a:a.nl').join(' ')} -all`
  expect(await walk(of(10))).toMatchObject({ lookups: 10, all: '-', problem: null })
  const eleven = await walk(of(400))
  expect(eleven).toMatchObject({ lookups: 11, all: null, problem: expect.stringMatching(/10 opzoekingen/) })
  expect(eleven.asked).toBe(20)
})

test('a tree that branches at every step is left at the eleventh lookup', async () => {
  const wide = Object.fromEntries(
    Array.from({ length: 20 }, (_, at) => [`t${at}.nl`, `v=spf1 include:t${at + 1}.nl include:t${at + 1}.nl -all`]),
  )
  const seen = await walk('v=spf1 include:t0.nl -all', wide)
  expect(seen).toMatchObject({ lookups: 11, problem: expect.stringMatching(/10 opzoekingen/) })
  expect(seen.asked).toBeLessThanOrEqual(10)
})

test('counts lookups without an answer, but does not judge them', async () => {
  expect(await walk('v=spf1 a:weg.nl mx:mx.a.nl exists:weg.nl a:a.nl -all')).toMatchObject({
    lookups: 4,
    voids: 3,
    all: '-',
    problem: null,
  })
})

test.each([
  ['v=spf1 mix -all', /onbekend onderdeel "mix"/],
  ['v=spf1 include -all', /onbekend/],
  ['v=spf1 include: -all', /onbekend/],
  ['v=spf1 include:b.nl/24 -all', /onbekend/],
  ['v=spf1 ip4:onzin! -all', /onbekend/],
  ['v=spf1 ip4 -all', /onbekend/],
  ['v=spf1 a/x -all', /onbekend/],
  ['v=spf1 all:x', /onbekend/],
  ['v=spf1 -all; mx', /onbekend/],
  ['v=spf1 redirect=', /onbekend/],
  ['v=spf1 include:weg.nl -all', /weg\.nl heeft geen SPF-record/],
  ['v=spf1 redirect=weg.nl', /weg\.nl heeft geen SPF-record/],
])('%s is a fault that is told', async (record, problem) => {
  expect((await walk(record)).problem).toMatch(problem)
})

test('two records at what is included, or too many mail servers, are faults', async () => {
  expect(
    (await walk('v=spf1 include:b.nl -all', {}, { 'b.nl': { TXT: ['v=spf1 -all', 'v=spf1 +all'] } })).problem,
  ).toMatch(/meer dan één/)
  const many = Array.from({ length: 11 }, (_, at) => ({ preference: at, exchange: `m${at}.nl` }))
  expect((await walk('v=spf1 mx:b.nl -all', {}, { 'b.nl': { MX: many } })).problem).toMatch(/10 mailservers/)
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

test('knows an SPF record by its version, and joins the strings of a TXT record', async () => {
  expect(['v=spf1', 'v=spf1 -all', 'V=SPF1 x', 'v=spf10 -all', 'v=spf1-all', ' v=spf1'].map(isSpf)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ])
  const { resolver } = await serveDns(zone({ 'a.nl': { TXT: [['v=spf1 ip4:192.0.', '2.1 -all'], 'anders'] } }))
  expect(await texts(openResolver(resolver), 'a.nl')).toEqual(['v=spf1 ip4:192.0.2.1 -all', 'anders'])
})
