import { createServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { reverseName } from '../../../lib/reverse-name.ts'
import { dnsProbe, exists } from './dns.ts'
import { openEgress } from '../../../outside/egress.ts'
import {
  listen,
  network,
  NXDOMAIN,
  REFUSED,
  SERVFAIL,
  serveDns,
  stopAll,
  zone,
  type DnsAnswer,
  type Question,
} from '../../../outside/test-net.ts'

afterEach(stopAll)

const soa = { mname: 'ns1.dns.nl', rname: 'a.b.nl', serial: 1, refresh: 1, retry: 1, expire: 1, minimum: 1 }
const ds = { keyTag: 4711, algorithm: 13, digestType: 2, digest: Buffer.alloc(32) }
const records = {
  'stad.nl': {
    SOA: [soa],
    NS: ['NS1.dns.nl', 'ns2.dns.nl'],
    CAA: [{ flags: 0, tag: 'issue', value: 'letsencrypt.org' }],
    DS: [ds],
  },
  'www.stad.nl': { CNAME: ['web.cdn.nl'] },
  'web.cdn.nl': { A: ['192.0.2.10'], AAAA: ['2001:db8::10'] },
  'ns1.dns.nl': { A: ['192.0.2.53'], AAAA: ['2001:db8::53'] },
  'ns2.dns.nl': { A: ['192.0.2.54'] },
  '10.2.0.192.in-addr.arpa': { PTR: ['Host.Cdn.nl'] },
}
const healthy = zone(records, ['stad.nl'])

async function look(answer: (question: Question) => DnsAnswer, host = 'www.stad.nl') {
  const { resolver, asked } = await serveDns(answer)
  const egress = openEgress(network({ resolver }))
  const seen = () =>
    dnsProbe.look(
      { subject: { kind: 'website', address: host, publicBody: true } },
      { egress, signal: new AbortController().signal },
    )
  return { seen, asked }
}

test('tells addresses, aliases, name servers, CAA from above, keys and reverse names', async () => {
  const { seen } = await look(healthy)
  expect(await seen()).toEqual({
    host: 'www.stad.nl',
    zone: 'stad.nl',
    a: ['192.0.2.10'],
    aaaa: ['2001:db8::10'],
    cname: ['web.cdn.nl'],
    ns: [
      { host: 'ns1.dns.nl', a: ['192.0.2.53'], aaaa: ['2001:db8::53'] },
      { host: 'ns2.dns.nl', a: ['192.0.2.54'], aaaa: [] },
    ],
    caa: { name: 'stad.nl', records: [{ flags: 0, tag: 'issue', value: 'letsencrypt.org' }] },
    ds: [{ keyTag: 4711, algorithm: 13, digestType: 2 }],
    dnssec: 'secure',
    cut: 'stad.nl',
    vouched: true,
    lacks: {},
    ptr: [
      { address: '192.0.2.10', names: ['host.cdn.nl'] },
      { address: '2001:db8::10', names: [] },
    ],
    servers: [
      { host: 'ns1.dns.nl', address: '192.0.2.53', said: 'untried' },
      { host: 'ns1.dns.nl', address: '2001:db8::53', said: 'untried' },
      { host: 'ns2.dns.nl', address: '192.0.2.54', said: 'untried' },
    ],
    tlsa: { name: '_443._tcp.www.stad.nl', records: [], state: 'secure' },
    upkeep: { first: null, algorithms: [], iterations: null },
  })
})

test('a zone is secure by its own signature, though the host is an alias into one that is not', async () => {
  const { seen } = await look((question) => ({ ...healthy(question), ad: question.name === 'stad.nl' }))
  expect((await seen()).dnssec).toBe('secure')
})

test('an alias into a zone that is not signed is told beside it', async () => {
  const { seen } = await look((question) => ({ ...healthy(question), ad: question.name === 'stad.nl' }))
  expect(await seen()).toMatchObject({ dnssec: 'secure', vouched: false, cname: ['web.cdn.nl'] })
})

const handedOn = {
  ...records,
  'loket.stad.nl': { SOA: [soa], NS: ['ns1.dns.nl'], A: ['192.0.2.7'] },
  'www.loket.stad.nl': { A: ['192.0.2.8'] },
}

test('a part of a signed domain that was handed on without a key is not signed, whatever is vouched for', async () => {
  for (const ad of [true, false]) {
    for (const host of ['loket.stad.nl', 'www.loket.stad.nl']) {
      const { seen } = await look((question) => {
        const vouched = ad || !question.name.includes('loket') || question.type === 'DS'
        return { ...zone(handedOn)(question), ad: vouched }
      }, host)
      expect(await seen()).toMatchObject({ zone: 'stad.nl', cut: 'loket.stad.nl', dnssec: 'insecure', ds: [] })
    }
  }
})

test('a part that was handed on with its key is signed, and the one above it is not asked of', async () => {
  const signed = { ...handedOn, 'loket.stad.nl': { ...handedOn['loket.stad.nl'], DS: [{ ...ds, algorithm: 8 }] } }
  const { seen } = await look(zone(signed, ['stad.nl']), 'www.loket.stad.nl')
  expect(await seen()).toMatchObject({ cut: 'loket.stad.nl', dnssec: 'secure', ds: [{ algorithm: 8 }] })
})

test('the SOA of what a host is an alias of is not its own', async () => {
  const apex = { ...records, 'web.cdn.nl': { ...records['web.cdn.nl'], SOA: [soa] } }
  expect(await (await look(zone(apex, ['stad.nl']))).seen()).toMatchObject({ cut: 'stad.nl', dnssec: 'secure' })
})

test('a name on the way that refuses leaves a doubt, unless the address is vouched for', async () => {
  const at = async (signed: readonly string[], host: string) => {
    const table = zone({ ...records, 'w.stad.nl': { A: ['192.0.2.9'] } }, signed)
    const refuses = (question: Question) =>
      question.type === 'SOA' && question.name === 'w.stad.nl' ? { rcode: REFUSED } : table(question)
    return (await look(refuses, host)).seen()
  }
  expect(await at(['stad.nl'], 'w.stad.nl')).toMatchObject({ dnssec: 'secure' })
  const doubtful = zone({ ...records, 'w.stad.nl': { A: ['192.0.2.9'] } })
  const { seen } = await look(
    (question) =>
      question.type === 'SOA' && question.name === 'w.stad.nl'
        ? { rcode: REFUSED }
        : { ...doubtful(question), ad: question.name === 'stad.nl' },
    'w.stad.nl',
  )
  expect(await seen()).toMatchObject({ dnssec: 'unseen' })
})

test('keys that hang in the air under a resolver that does check are no signature', async () => {
  const { seen } = await look((question) =>
    question.name === 'nl'
      ? { answers: [{ name: 'nl', type: 'SOA', ttl: 1, data: soa }], ad: true }
      : zone(records)(question),
  )
  expect((await seen()).dnssec).toBe('insecure')
})

test('insecure without keys; unvalidated when there are keys but nobody vouches', async () => {
  const without = { ...records, 'stad.nl': { ...records['stad.nl'], DS: [] } }
  expect((await (await look(zone(without))).seen()).dnssec).toBe('insecure')
  expect((await (await look(zone(records))).seen()).dnssec).toBe('unvalidated')
})

test('bogus when only looking away helps, and then the rest is still told', async () => {
  const { seen } = await look((question) =>
    question.name.endsWith('stad.nl') && question.type !== 'DS' && !question.cd
      ? { rcode: SERVFAIL }
      : zone(records)(question),
  )
  expect(await seen()).toMatchObject({
    dnssec: 'bogus',
    a: ['192.0.2.10'],
    caa: { name: 'stad.nl' },
    ns: [{ host: 'ns1.dns.nl' }, { host: 'ns2.dns.nl' }],
  })
})

const failing = (fails: (question: Question) => boolean, table = healthy, error?: number) => {
  return (question: Question): DnsAnswer =>
    !question.cd && fails(question) ? { rcode: SERVFAIL, ...(error !== undefined && { error }) } : table(question)
}

test('a failure that passes is no broken signature, nor is one of servers that nobody reached', async () => {
  let left = 2
  const once = await look(failing(({ name, type }) => name === 'stad.nl' && type === 'SOA' && left-- > 0))
  expect((await once.seen()).dnssec).toBe('secure')
  const zoneFails = ({ name, type }: Question) => name === 'stad.nl' && type === 'SOA'
  for (const code of [22, 23])
    expect(await (await look(failing(zoneFails, healthy, code))).seen()).toMatchObject({
      dnssec: 'unseen',
      lacks: { signing: ['no-answer'] },
    })
  expect((await (await look(failing(zoneFails, healthy, 6))).seen()).dnssec).toBe('bogus')
})

test('of a zone whose key and dates are right a failure may be one of fetching: it is not told off', async () => {
  const key = Buffer.from('AwEAAag=', 'base64')
  const tag = 257 + ((3 << 8) + 13) + 0x0301 + 0x0001 + 0xa800
  const now = Math.floor(Date.now() / 1_000)
  const over = (inception: number, expiration: number) =>
    ({ ...rrsig, inception: now + inception, expiration: now + expiration }) as const
  const rrsig = {
    typeCovered: 'SOA',
    algorithm: 13,
    labels: 2,
    originalTTL: 1,
    keyTag: 1,
    signersName: 'stad.nl',
    signature: Buffer.from('x'),
  }
  type Over = ReturnType<typeof over> | null
  const right = over(-1_000, 1_000)
  const at = async (keyTag: number, signature: Over, ofKeys: Over = right) => {
    const held = { DS: [{ ...ds, keyTag }], DNSKEY: [{ flags: 257, algorithm: 13, key }] }
    const table = zone({ ...records, 'stad.nl': { ...records['stad.nl'], ...held } }, ['stad.nl'])
    const soaFails = ({ name, type }: Question) => name === 'stad.nl' && type === 'SOA'
    const answer = failing(soaFails, (question) => {
      const said = table(question)
      const data = question.type === 'DNSKEY' ? ofKeys && { ...ofKeys, typeCovered: 'DNSKEY' } : signature
      if (question.name !== 'stad.nl' || !['SOA', 'DNSKEY'].includes(question.type) || !data) return said
      return { ...said, answers: [...(said.answers ?? []), { name: 'stad.nl', type: 'RRSIG', ttl: 1, data } as never] }
    })
    return (await (await look(answer)).seen()).dnssec
  }
  expect(await at(tag & 0xffff, right)).toBe('unseen')
  // Another key than the parent names; dates that passed, or are to come; no signature at all.
  expect(await at((tag + 1) & 0xffff, right)).toBe('bogus')
  expect(await at(tag & 0xffff, over(-1_000, -10))).toBe('bogus')
  expect(await at(tag & 0xffff, over(1_000, 2_000))).toBe('bogus')
  expect(await at(tag & 0xffff, null)).toBe('bogus')
  expect(await at(tag & 0xffff, right, over(-1_000, -10))).toBe('bogus')
})

test('a zone without a key is never bogus; of an alias to one that is the alias is told', async () => {
  const bare = zone({ ...records, 'stad.nl': { ...records['stad.nl'], DS: [] }, 'kaal.stad.nl': { A: ['192.0.2.1'] } })
  const address = (host: string) => (question: Question) => question.name === host && question.type === 'A'
  expect((await (await look(failing(address('kaal.stad.nl'), bare), 'kaal.stad.nl')).seen()).dnssec).toBe('insecure')
  for (const table of [bare, healthy]) {
    const seen = await (await look(failing(address('www.stad.nl'), table))).seen()
    expect(seen).toMatchObject({ dnssec: 'bogus', brokenAt: 'alias', cname: ['web.cdn.nl'], a: ['192.0.2.10'] })
  }
  // Near miss: the alias itself does not hold.
  const own = failing(({ name, type }) => name === 'www.stad.nl' && (type === 'A' || type === 'CNAME'))
  const seen = await (await look(own)).seen()
  expect([seen.dnssec, seen.brokenAt]).toEqual(['bogus', undefined])
})

test('a name server that fails whatever we ask is not a broken signature', async () => {
  const { seen } = await look(() => ({ rcode: SERVFAIL }))
  await expect(seen()).rejects.toMatchObject({ why: 'dns-failed' })
})

test.each([
  ['DS', 'signing'],
  ['SOA', 'signing'],
  ['NS', 'nameservers'],
  ['CAA', 'caa'],
  ['AAAA', 'ipv6'],
])(
  'a question for %s that gets no answer costs its own part',
  async (type, part) => {
    for (const fault of [{ rcode: REFUSED }, { rcode: SERVFAIL }, ...(type === 'CAA' ? [{ silent: true }] : [])]) {
      const { seen } = await look((question) =>
        question.type === type && question.name.endsWith('stad.nl') ? fault : healthy(question),
      )
      const found = await seen()
      expect(found.lacks).toEqual({ [part]: ['no-answer'] })
      expect(found).toMatchObject({ a: ['192.0.2.10'], dnssec: part === 'signing' ? 'unseen' : 'secure' })
      if (part !== 'nameservers') expect(found.ns).toHaveLength(2)
      if (part !== 'caa') expect(found.caa).not.toBeNull()
    }
  },
  60_000,
)

test('an answer that is cut over UDP is asked for over TCP, and a circle of aliases leads nowhere', async () => {
  const { seen, asked } = await look((question) =>
    question.type === 'CAA' && !question.tcp ? { cut: true } : healthy(question),
  )
  expect(await seen()).toMatchObject({ caa: { name: 'stad.nl' }, lacks: {} })
  expect(asked.some(({ type, tcp }) => type === 'CAA' && tcp)).toBe(true)
  const circle = zone({
    ...records,
    'www.stad.nl': { CNAME: ['w2.stad.nl'] },
    'w2.stad.nl': { CNAME: ['www.stad.nl'] },
  })
  expect(await (await look(circle)).seen()).toMatchObject({ a: [], aaaa: [] })
})

test('a name that is denied for one family and given for the other is there', async () => {
  const { seen } = await look((question) =>
    question.type === 'A' && question.name === 'www.stad.nl' ? { rcode: NXDOMAIN } : healthy(question),
  )
  expect(await seen()).toMatchObject({ a: [], aaaa: ['2001:db8::10'] })
})

async function overSix(aaaa: string, ports: Record<string, number>) {
  const { resolver } = await serveDns(zone({ 'stad.nl': { SOA: [soa], A: ['127.0.0.1'], AAAA: [aaaa] } }))
  const egress = openEgress(network({ resolver, ports, allow: ['127.0.0.0/8', '::1/128'] }))
  return dnsProbe.look(
    { subject: { kind: 'website', address: 'stad.nl', publicBody: true } },
    { egress, signal: new AbortController().signal },
  )
}

test('tells whether it answers over IPv6, and of what is closed there while IPv4 answers', async () => {
  const four = await listen(createServer((socket) => socket.end()))
  expect(await overSix('::1', { 443: four, 80: four })).toMatchObject({ overSix: 'silent', opened: ['::1'] })
  const both = await listen(
    createServer((socket) => socket.end()),
    '::1',
  )
  expect(await overSix('::1', { 443: both, 80: both })).toMatchObject({ overSix: 'answers' })
  // Neither answers: the site is down, or we are.
  expect(await overSix('::1', { 443: 1, 80: 1 })).toMatchObject({ overSix: 'untried' })
})

test('an address that may not be reached is not gone to', async () => {
  const port = await listen(createServer((socket) => socket.end()))
  const seen = await overSix('fd00::1', { 443: port, 80: port })
  expect(seen).toMatchObject({ aaaa: ['fd00::1'] })
  expect([seen.overSix, seen.opened]).toEqual([undefined, undefined])
})

test('a host that does not exist is not seen; one without addresses is', async () => {
  await expect((await look(healthy, 'weg.stad.nl')).seen()).rejects.toMatchObject({ why: 'name-not-found' })
  expect(await (await look(healthy, 'stad.nl')).seen()).toMatchObject({ a: [], aaaa: [], cname: [] })
})

test('a name server without addresses is one of no use, not a fault of ours', async () => {
  const { seen } = await look((question) =>
    question.name === 'ns2.dns.nl'
      ? { rcode: SERVFAIL }
      : question.name.endsWith('.arpa')
        ? { rcode: NXDOMAIN }
        : healthy(question),
  )
  expect(await seen()).toMatchObject({
    ns: [
      { host: 'ns1.dns.nl', a: ['192.0.2.53'] },
      { host: 'ns2.dns.nl', a: [], aaaa: [] },
    ],
    ptr: [{ names: [] }, { names: [] }],
  })
})

test('all CAA records are kept: services name many authorities, each twice', async () => {
  const many = Array.from({ length: 24 }, (_, at) => ({ flags: 0, tag: 'issue', value: `gezag${at}.nl` }))
  const CAA = [...many, { flags: 0, tag: 'issue', value: 'letsencrypt.org' }]
  const { seen } = await look(zone({ ...records, 'stad.nl': { ...records['stad.nl'], CAA } }))
  expect((await seen()).caa?.records.at(-1)?.value).toBe('letsencrypt.org')
})

test('CAA of the host itself goes before that of the domain, and none is none', async () => {
  const own = { ...records, 'www.stad.nl': { A: ['192.0.2.1'], CAA: [{ flags: 128, tag: 'issue', value: ';' }] } }
  expect((await (await look(zone(own))).seen()).caa).toEqual({
    name: 'www.stad.nl',
    records: [{ flags: 128, tag: 'issue', value: ';' }],
  })
  const none = { ...records, 'stad.nl': { ...records['stad.nl'], CAA: [] } }
  expect((await (await look(zone(none))).seen()).caa).toBeNull()
})

test('however many records there are, few are kept', async () => {
  const many = Array.from({ length: 100 }, (_, at) => `ns${at}.dns.nl`)
  const { seen, asked } = await look(zone({ ...records, 'stad.nl': { ...records['stad.nl'], NS: many } }))
  expect((await seen()).ns).toHaveLength(20)
  expect(asked.length).toBeLessThan(100)
})

test('names hostile in form are kept as text and break nothing', async () => {
  const { seen } = await look(
    zone({ ...records, 'stad.nl': { ...records['stad.nl'], NS: ['a b<script>\u0000.nl', 'ns1.dns.nl'] } }),
  )
  const { ns } = await seen()
  expect(ns.map(({ host }) => host)).toEqual(['a b<script>.nl', 'ns1.dns.nl'])
})

test('a private suffix is a zone by its owner, not by its user', async () => {
  const { seen } = await look(
    zone({ 'naam.github.io': { A: ['192.0.2.1'] }, 'github.io': { SOA: [soa], NS: ['ns1.dns.nl'] } }),
    'naam.github.io',
  )
  expect(await seen()).toMatchObject({ zone: 'github.io', ns: [{ host: 'ns1.dns.nl' }] })
})

test('reverse names of both families', () => {
  expect(reverseName('192.0.2.1')).toBe('1.2.0.192.in-addr.arpa')
  expect(reverseName('2001:db8::1')).toBe('1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa')
  expect(reverseName('::1')).toBe(`1.${'0.'.repeat(31)}ip6.arpa`)
})

test('name servers of what the domain itself is an alias of are not its own (RFC 1034 §3.6.2)', async () => {
  const aliased = zone({
    'stad.nl': { CNAME: ['web.cdn.nl'] },
    'web.cdn.nl': { A: ['192.0.2.10'], NS: ['ns1.cdn.nl'] },
  })
  expect((await (await look(aliased, 'stad.nl')).seen()).ns).toEqual([])
})

test('a name that is proven to have nothing, and maybe not to be there, is none to judge', async () => {
  const reply = { rcode: 'NOERROR', authenticated: true, authoritative: false, signatures: [], answers: [] }
  expect(await exists({ ask: async () => ({ ...reply, bare: true }) }, 'oud.stad.nl')).toBe(false)
  expect(await exists({ ask: async () => reply }, 'oud.stad.nl')).toBe(true)
})
