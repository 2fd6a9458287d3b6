import { afterEach, beforeAll, expect, test } from 'vitest'
import { openEgress } from '../../../outside/egress.ts'
import { mailProbe } from './mail.ts'
import {
  certify,
  REFUSED,
  SERVFAIL,
  serveDns,
  serveHttps,
  stopAll,
  zone,
  type DnsAnswer,
  type Question,
  type Signed,
} from '../../../outside/test-net.ts'

let authority: Signed
let signed: Signed
beforeAll(() => {
  authority = certify('Gezag', { authority: true })
  signed = certify('mta-sts.stad.nl', { by: authority })
})
afterEach(stopAll)

const soa = { mname: 'ns1.dns.nl', rname: 'a.b.nl', serial: 1, refresh: 1, retry: 1, expire: 1, minimum: 1 }
const records = {
  'stad.nl': {
    SOA: [soa],
    DS: [{ keyTag: 4711, algorithm: 13, digestType: 2, digest: Buffer.alloc(32) }],
    NS: ['ns1.dns.nl'],
    MX: [
      { preference: 20, exchange: 'mx2.post.nl' },
      { preference: 10, exchange: 'MX1.post.nl' },
    ],
    TXT: ['v=spf1 include:_spf.post.nl -all', 'google-site-verification=x', 'v=spf10 nee'],
  },
  '_dmarc.stad.nl': { TXT: ['v=DMARC1; p=reject', 'anders'] },
  '_mta-sts.stad.nl': { TXT: ['v=STSv1; id=1;'] },
  '_smtp._tls.stad.nl': { TXT: ['v=TLSRPTv1; rua=mailto:a@stad.nl'] },
  '_spf.post.nl': { TXT: ['v=spf1 ip4:192.0.2.0/24 -all'] },
  'mx1.post.nl': { A: ['192.0.2.25'], AAAA: ['2001:db8::25'] },
  'mx2.post.nl': { A: ['192.0.2.26'] },
  'ns1.dns.nl': { A: ['192.0.2.53'] },
  'mta-sts.stad.nl': { A: ['127.0.0.1'] },
}

async function look(answer: (question: Question) => DnsAnswer, { domain = 'stad.nl', port = 1 } = {}) {
  const { resolver } = await serveDns(answer)
  const egress = openEgress({
    allow: ['127.0.0.0/8'],
    hosts: {},
    ports: { 443: port },
    resolver,
    ca: authority.tls.cert,
  })
  return mailProbe.look(
    { subject: { kind: 'mail-domain', address: domain, publicBody: true } },
    { egress, signal: new AbortController().signal },
  )
}

test('tells where mail goes, who may send it, and what is asked of receivers', async () => {
  const policy = 'version: STSv1\nmode: enforce\nmx: *.post.nl\nmax_age: 1209600\n'
  const port = await serveHttps(signed.tls, ({ url, headers }, response) =>
    response
      .writeHead(200, { 'content-type': 'text/plain' })
      .end(headers.host === 'mta-sts.stad.nl' && url === '/.well-known/mta-sts.txt' ? policy : ''),
  )
  expect(await look(zone(records, ['stad.nl']), { port })).toEqual({
    domain: 'stad.nl',
    nullMx: false,
    dnssec: 'secure',
    mx: [
      {
        priority: 10,
        host: 'mx1.post.nl',
        a: ['192.0.2.25'],
        aaaa: ['2001:db8::25'],
        tlsa: { name: '_25._tcp.mx1.post.nl', records: [], state: 'unseen' },
      },
      {
        priority: 20,
        host: 'mx2.post.nl',
        a: ['192.0.2.26'],
        aaaa: [],
        tlsa: { name: '_25._tcp.mx2.post.nl', records: [], state: 'unseen' },
      },
    ],
    mxVouched: true,
    spf: ['v=spf1 include:_spf.post.nl -all'],
    spfTree: {
      lookups: 1,
      voids: 0,
      all: '-',
      includes: ['_spf.post.nl'],
      problem: null,
      fault: null,
      nodes: [
        { name: 'stad.nl', by: null, term: '', record: 'v=spf1 include:_spf.post.nl -all' },
        { name: '_spf.post.nl', by: 0, term: 'include:_spf.post.nl', record: 'v=spf1 ip4:192.0.2.0/24 -all' },
      ],
      reached: ['192.0.2.0/24'],
    },
    dkim: { base: 'none', sure: true, wildcard: false, keys: [] },
    tokens: ['google-site-verification'],
    dmarc: { at: 'stad.nl', records: ['v=DMARC1; p=reject'], unread: [], reports: [] },
    tlsRpt: ['v=TLSRPTv1; rua=mailto:a@stad.nl'],
    mtaSts: {
      txt: ['v=STSv1; id=1;'],
      policy: {
        seen: true,
        value: {
          url: 'https://mta-sts.stad.nl/.well-known/mta-sts.txt',
          status: 200,
          contentType: 'text/plain',
          text: policy,
        },
      },
    },
    ns: [{ host: 'ns1.dns.nl', a: ['192.0.2.53'], aaaa: [] }],
    lacks: {},
  })
})

test('a policy behind a redirect is no policy (RFC 8461 §3.3)', async () => {
  const port = await serveHttps(signed.tls, (_, response) =>
    response.writeHead(301, { location: 'https://mta-sts.stad.nl/elders' }).end(),
  )
  expect((await look(zone(records), { port })).mtaSts.policy).toMatchObject({ seen: false, why: 'redirected-away' })
})

test('a policy behind a certificate that is not trusted, or a closed door, is told as that', async () => {
  const port = await serveHttps(certify('mta-sts.stad.nl').tls, (_, response) => response.end('x'))
  expect((await look(zone(records), { port })).mtaSts.policy).toMatchObject({ seen: false, why: 'tls-failed' })
  expect((await look(zone(records))).mtaSts.policy).toMatchObject({ seen: false, why: 'unreachable' })
})

const dane = { usage: 3, selector: 1, matchingType: 1, certificate: Buffer.alloc(32, 7) }

test('of a server that is an alias what stands at its end comes first, when the alias is vouched for', async () => {
  const aliased = {
    ...records,
    'mx1.post.nl': { CNAME: ['mx.wolk.nl'] },
    'mx.wolk.nl': { A: ['192.0.2.27'] },
    '_25._tcp.mx.wolk.nl': { TLSA: [dane] },
  }
  const at = async (table: Parameters<typeof zone>[0], signed: readonly string[]) =>
    (await look(zone(table, signed))).mx[0]!.tlsa
  expect(await at(aliased, ['stad.nl', 'post.nl', 'wolk.nl'])).toMatchObject({
    name: '_25._tcp.mx.wolk.nl',
    records: [{ usage: 3 }],
    state: 'secure',
  })
  // An alias that nobody vouches for leads nowhere, and what nobody vouches for there does not count.
  expect(await at(aliased, ['wolk.nl'])).toMatchObject({ name: '_25._tcp.mx1.post.nl', records: [] })
  expect(await at(aliased, ['post.nl'])).toMatchObject({ name: '_25._tcp.mx1.post.nl', records: [] })
})

test('a second question for where mail goes that gets no answer costs DANE and nothing else', async () => {
  const table = zone(records)
  let times = 0
  const seen = await look((question) =>
    question.type === 'MX' && question.name === 'stad.nl' && ++times > 1 ? { silent: true } : table(question),
  )
  expect(seen).toMatchObject({ mx: [{ host: 'mx1.post.nl' }, { host: 'mx2.post.nl' }], lacks: { tlsa: ['no-answer'] } })
  expect(seen.mxVouched).toBeUndefined()
})

test('of more than ten servers the rest lacks', async () => {
  const many = (count: number) => {
    const MX = Array.from({ length: count }, (_, at) => ({ preference: at, exchange: `mx${at}.post.nl` }))
    return zone({ ...records, 'stad.nl': { ...records['stad.nl'], MX } })
  }
  expect((await look(many(10))).lacks).toEqual({})
  const seen = await look(many(11))
  expect(seen.mx).toHaveLength(10)
  expect(seen.lacks).toEqual({ exchangers: ['cut'] })
})

test('no policy is asked for without a record', async () => {
  const { '_mta-sts.stad.nl': _, ...rest } = records
  expect((await look(zone(rest))).mtaSts).toEqual({ txt: [], policy: null })
})

test('knows a null MX from none, and from one among others', async () => {
  const withMx = (MX: readonly unknown[]) => zone({ ...records, 'stad.nl': { ...records['stad.nl'], MX } })
  expect(await look(withMx([{ preference: 0, exchange: '.' }]))).toMatchObject({ nullMx: true, mx: [] })
  expect(await look(withMx([]))).toMatchObject({ nullMx: false, mx: [] })
  expect(
    await look(
      withMx([
        { preference: 0, exchange: '.' },
        { preference: 5, exchange: 'mx1.post.nl' },
      ]),
    ),
  ).toMatchObject({ nullMx: false, nullBeside: true, mx: [{ host: 'mx1.post.nl' }] })
})

test('finds DMARC at the organisational domain when the domain has none', async () => {
  const below = zone({ ...records, 'post.stad.nl': { TXT: ['x'] } })
  expect((await look(below, { domain: 'post.stad.nl' })).dmarc).toMatchObject({
    at: 'stad.nl',
    records: ['v=DMARC1; p=reject'],
  })
  const { '_dmarc.stad.nl': _, ...none } = records
  expect((await look(zone(none))).dmarc).toMatchObject({ at: 'stad.nl', records: [] })
})

test('without a record, or with two, there is no tree; nor when a name server on the way fails', async () => {
  const withTxt = (TXT: readonly string[]) => zone({ ...records, 'stad.nl': { ...records['stad.nl'], TXT } })
  expect(await look(withTxt([]))).toMatchObject({ spf: [], spfTree: null })
  expect(await look(withTxt(['v=spf1 -all', 'v=spf1 ~all']))).toMatchObject({
    spf: ['v=spf1 -all', 'v=spf1 ~all'],
    spfTree: null,
  })
  const table = zone(records)
  expect(
    await look((question) => (question.name === '_spf.post.nl' ? { rcode: SERVFAIL } : table(question))),
  ).toMatchObject({ spf: ['v=spf1 include:_spf.post.nl -all'], spfTree: null, dmarc: { at: 'stad.nl' } })
})

test('a domain that does not exist is not seen, nor one whose name server fails', async () => {
  await expect(look(zone(records), { domain: 'weg.nl' })).rejects.toMatchObject({ why: 'name-not-found' })
  await expect(look(() => ({ rcode: SERVFAIL }))).rejects.toMatchObject({ why: 'dns-failed' })
})

test.each([
  ['stad.nl', 'MX', 'exchangers'],
  ['stad.nl', 'TXT', 'spf'],
  ['stad.nl', 'SOA', 'signing'],
  ['stad.nl', 'NS', 'nameservers'],
  ['_dmarc.stad.nl', 'TXT', 'dmarc'],
  ['_mta-sts.stad.nl', 'TXT', 'mta-sts'],
  ['_smtp._tls.stad.nl', 'TXT', 'tls-rpt'],
  ['_domainkey.stad.nl', 'TXT', 'dkim'],
  ['selector1._domainkey.stad.nl', 'TXT', 'dkim'],
  ['mx1.post.nl', 'A', 'exchanger-addresses'],
])('a question that fails costs its own part: %s %s', async (name, type, part) => {
  const table = zone(records, ['stad.nl'])
  for (const rcode of [SERVFAIL, REFUSED]) {
    const seen = await look((question) =>
      question.name === name && question.type === type ? { rcode } : table(question),
    )
    expect(seen.lacks).toEqual({ [part]: ['no-answer'] })
    expect([seen.mx.length, seen.spf.length, seen.dmarc.records.length, seen.ns.length].filter(Boolean).length).toBe(
      ['exchangers', 'spf', 'dmarc', 'nameservers'].includes(part) ? 3 : 4,
    )
  }
})

test("texts under a wildcard are nobody's mail settings", async () => {
  const wild = zone({
    ...records,
    '_dmarc.stad.nl': { TXT: ['v=spf1 -all'] },
    '_mta-sts.stad.nl': { TXT: ['v=spf1 -all'] },
    '_smtp._tls.stad.nl': { TXT: ['v=spf1 -all'] },
  })
  expect(await look(wild)).toMatchObject({ dmarc: { records: [] }, mtaSts: { txt: [], policy: null }, tlsRpt: [] })
})

test('a broken signature is told, and the rest with it', async () => {
  const table = zone(records)
  const seen = await look((question) =>
    question.name.endsWith('stad.nl') && question.type !== 'DS' && !question.cd ? { rcode: SERVFAIL } : table(question),
  )
  expect(seen).toMatchObject({
    dnssec: 'bogus',
    mx: [{ host: 'mx1.post.nl' }, { host: 'mx2.post.nl' }],
    dmarc: { records: ['v=DMARC1; p=reject'] },
  })
})

test('however many mail servers and texts there are, few are kept', async () => {
  const MX = Array.from({ length: 50 }, (_, at) => ({ preference: at, exchange: `m${at}.post.nl` }))
  expect((await look(zone({ ...records, 'stad.nl': { ...records['stad.nl'], MX } }))).mx).toHaveLength(10)
})

test('a record behind sixty proofs to services is found, wherever name servers put it', async () => {
  const proofs = Array.from({ length: 60 }, (_, at) => `dienst${at}-site-verification=abcdefghij${at}`)
  const of = async (TXT: string[]) => (await look(zone({ ...records, 'stad.nl': { ...records['stad.nl'], TXT } }))).spf
  expect(await of([...proofs, 'v=spf1 -all'])).toEqual(['v=spf1 -all'])
  expect(await of([...proofs, ...Array.from({ length: 60 }, () => 'v=spf1 -all')])).toHaveLength(50)
})
