/** Names that lead to nothing, and names alike: what a name server says of them, and what nobody may conclude. */
import { afterEach, expect, test } from 'vitest'
import { mail, http, session, request } from '../../../../test/evidence.ts'
import type { Evidence, HostRecord, Mail } from '../../../model/evidence.ts'
import { openResolver } from '../../../outside/resolver.ts'
import {
  NXDOMAIN,
  SERVFAIL,
  serveDns,
  stopAll,
  zone,
  type DnsAnswer,
  type Question,
} from '../../../outside/test-net.ts'
import { watchOf } from './weak-names.ts'

afterEach(stopAll)

const at = '2026-11-23T12:00:00Z'
const evidence = (
  kind: 'website' | 'mail-domain',
  address: string,
  host: readonly HostRecord[],
  pages: Evidence['pages'] = [],
): Evidence => ({
  format: 2,
  subject: { kind, address },
  begun: at,
  ended: at,
  versions: {},
  host,
  pages,
})
const mailOf = (over: Partial<Mail> = {}) =>
  evidence('mail-domain', 'stadhuis.nl', [
    {
      probe: 'mail',
      at,
      result: {
        seen: true,
        value: mail({
          domain: 'stadhuis.nl',
          spfTree: { lookups: 1, voids: 0, all: '-', includes: [], problem: null },
          mx: [{ priority: 10, host: 'mx.post.nl', a: [], aaaa: [] }],
          dmarc: { at: 'stadhuis.nl', records: [] },
          ns: [{ host: 'ns1.dns.nl', a: [], aaaa: [] }],
          ...over,
        }),
      },
    },
  ])
const there = {
  'stadhuis.nl': { NS: ['ns1.dns.nl'], A: ['192.0.2.1'] },
  'mx.post.nl': { A: ['192.0.2.2'] },
  'post.nl': { NS: ['ns1.dns.nl'] },
  'wolk.example': { NS: ['ns1.wolk.example'] },
}
type Records = Parameters<typeof zone>[0]

async function look(
  of: Evidence,
  records: Records,
  answer?: (question: Question, table: (q: Question) => DnsAnswer) => DnsAnswer,
) {
  const table = zone({ ...there, ...records })
  const { resolver, asked } = await serveDns((question) => (answer ? answer(question, table) : table(question)))
  const watch = await watchOf(of, openResolver(resolver), new AbortController().signal)
  return { ...watch, questions: asked.length }
}

test('an include of a name that is gone, and of a domain that is not registered', async () => {
  const includes = ['spf.wolk.example', 'spf.weg-bedrijf.example', 'spf.post.nl']
  const { dangling } = await look(mailOf({ spfTree: { lookups: 3, voids: 0, all: '-', includes, problem: null } }), {
    'spf.post.nl': { TXT: ['v=spf1 -all'] },
  })
  expect(dangling).toEqual([
    { from: 'stadhuis.nl', by: 'spf', target: 'spf.wolk.example', free: false },
    { from: 'stadhuis.nl', by: 'spf', target: 'spf.weg-bedrijf.example', free: true },
  ])
})

const spfTree = (...nodes: readonly (readonly [name: string, record: string])[]) => ({
  lookups: 1,
  voids: 0,
  all: '-' as const,
  includes: [],
  problem: null,
  nodes: nodes.map(([name, record], at) => ({ name, by: at === 0 ? null : 0, term: '', record })),
})

test.each([
  ['a record it is handed on to', 'v=spf1 redirect=_spf.weg.example', ['_spf.weg.example']],
  [
    'addresses and mail servers of another',
    'v=spf1 a:weg.example/24 mx:m.weg.example -all',
    ['weg.example', 'm.weg.example'],
  ],
  ['an include behind the fault', 'v=spf1 include:weg.example -all', ['weg.example']],
  [
    'a name that depends on a message',
    'v=spf1 include:%{ir}.%{v}.%{d}.spf.has.weg.example a:%{i}.weg.example -all',
    [],
  ],
  ['who is refused', 'v=spf1 -a:weg.example -all', []],
  ['what stands behind all', 'v=spf1 -all a:weg.example redirect=weg.example', []],
  ['names of its own', 'v=spf1 a:weg.stadhuis.nl mx -all', []],
  ['a record that was kept in part', `v=spf1 ${'a:post.nl '.repeat(200)}a:weg.exam`, []],
])('SPF leads to a domain that nobody has: %s', async (_, record, targets) => {
  const { dangling } = await look(mailOf({ spfTree: spfTree(['stadhuis.nl', record]) }), {})
  expect(dangling).toEqual(targets.map((target) => ({ from: 'stadhuis.nl', by: 'spf', target, free: true })))
})

test('a macro that was kept as a name is no name', async () => {
  const includes = ['%{ir}.%{v}.%{d}.spf.has.weg.example']
  expect((await look(mailOf({ spfTree: { ...spfTree(), includes } }), {})).dangling).toEqual([])
})

test('an alias for every name is told once, and another beside it too', async () => {
  const star = (name: string) => ({ type: 'CNAME' as const, name, data: 'oud.weg.example' })
  const { dangling } = await look(
    mailOf(),
    { 'shop.stadhuis.nl': { CNAME: ['winkel.wolk.example'] } },
    (question, table) =>
      question.name.endsWith('.stadhuis.nl') && question.name !== 'shop.stadhuis.nl'
        ? { answers: [star(question.name)] }
        : table(question),
  )
  expect(dangling).toEqual([
    { from: '*.stadhuis.nl', by: 'alias', target: 'oud.weg.example', free: true },
    { from: 'shop.stadhuis.nl', by: 'alias', target: 'winkel.wolk.example', free: false },
  ])
})

test('an alias under the own name that leads to nothing, by its last name', async () => {
  const { dangling } = await look(mailOf(), {
    'shop.stadhuis.nl': { CNAME: ['winkel.wolk.example'] },
    'blog.stadhuis.nl': { CNAME: ['blog.wolk.example'] },
    'blog.wolk.example': { CNAME: ['rek7.oudbedrijf.example'] },
    'k1._domainkey.stadhuis.nl': { CNAME: ['dkim.nieuwsbrief.example'] },
    'www.stadhuis.nl': { CNAME: ['mx.post.nl'] },
    'test.stadhuis.nl': { CNAME: ['weg.stadhuis.nl'] },
  })
  expect(dangling).toEqual([
    { from: 'shop.stadhuis.nl', by: 'alias', target: 'winkel.wolk.example', free: false },
    { from: 'blog.stadhuis.nl', by: 'alias', target: 'blog.wolk.example', free: true },
    { from: 'k1._domainkey.stadhuis.nl', by: 'alias', target: 'dkim.nieuwsbrief.example', free: true },
  ])
})

test('servers that fail, and a record that was read, are no name that is gone', async () => {
  const spfTree: Mail['spfTree'] = {
    lookups: 2,
    voids: 0,
    all: '-',
    includes: ['spf.weg.example', 'spf.stuk.example'],
    problem: null,
    nodes: [{ name: 'spf.weg.example', by: 0, term: '', record: 'v=spf1 -all' }],
  }
  const seen = await look(mailOf({ spfTree }), {}, (question, table) =>
    question.name === 'spf.stuk.example' ? { rcode: SERVFAIL } : table(question),
  )
  expect(seen.dangling).toEqual([])
  expect(seen.unanswered).toBe(1)
})

test('a domain counts as free only when its own question says so too', async () => {
  const spfTree = { lookups: 1, voids: 0, all: '-' as const, includes: ['spf.stuk.example'], problem: null }
  const { dangling } = await look(mailOf({ spfTree }), {}, (question, table) => {
    if (question.name === 'stuk.example') return { rcode: SERVFAIL }
    return question.name === 'spf.stuk.example' ? { rcode: NXDOMAIN } : table(question)
  })
  expect(dangling).toEqual([{ from: 'stadhuis.nl', by: 'spf', target: 'spf.stuk.example', free: false }])
})

test('of a website what its policy lets in and its pages ask', async () => {
  const headers = [['content-security-policy', "script-src 'self' https://cdn.weg.example *.wolk.example"]] as const
  const value = http({ host: 'www.stadhuis.nl', headers })
  const page = session({
    requests: [request({ url: 'https://tel.oudbedrijf.example/a.js' }), request({ url: 'https://weg.stadhuis.nl/x' })],
  })
  const { dangling } = await look(
    evidence(
      'website',
      'www.stadhuis.nl',
      [{ probe: 'http', at, result: { seen: true, value } }],
      [
        {
          probe: 'session',
          page: 'https://www.stadhuis.nl/',
          role: 'landing',
          phase: 'before-consent',
          profile: 'desktop',
          at,
          result: { seen: true, value: page },
        },
      ],
    ),
    {},
  )
  expect(dangling).toEqual([
    { from: 'www.stadhuis.nl', by: 'csp', target: 'cdn.weg.example', free: true },
    { from: 'www.stadhuis.nl', by: 'page', target: 'tel.oudbedrijf.example', free: true },
  ])
})

test('names alike that exist are told, with mail and whose servers they have', async () => {
  const { alike } = await look(mailOf(), {
    'stadhuis.com': { NS: ['ns1.ander.example'], MX: [{ preference: 10, exchange: 'mx.ander.example' }] },
    'stadhuis.eu': { NS: ['ns1.dns.nl'], MX: [{ preference: 0, exchange: '.' }] },
    'stadhuis.org': { A: ['192.0.2.9'] },
  })
  expect(alike).toEqual([
    { name: 'stadhuis.com', mail: true, sameServers: false },
    { name: 'stadhuis.eu', mail: false, sameServers: true },
  ])
})

test('under a name of somebody else no names alike are asked', async () => {
  const below = { ...mailOf(), subject: { kind: 'mail-domain' as const, address: 'post.stadhuis.nl' } }
  expect((await look(below, { 'stadhuis.com': { NS: ['ns1.ander.example'] } })).alike).toEqual([])
})

test('servers that answer nothing are soon left, and an ended visit asks no more', async () => {
  const seen = await look(mailOf(), {}, () => ({ rcode: SERVFAIL }))
  expect(seen).toMatchObject({ dangling: [], alike: [] })
  expect(seen.asked).toBeLessThan(30)
  await expect(watchOf(mailOf(), openResolver('127.0.0.1:1'), AbortSignal.abort(new Error('op')))).rejects.toThrow('op')
})

test('a name that may be gone, by a proof that does not say so, counts as a question without an answer', async () => {
  const { resolver } = await serveDns(zone({ ...there, 'shop.stadhuis.nl': { CNAME: ['winkel.wolk.example'] } }))
  const real = openResolver(resolver)
  const ask: typeof real.ask = async (name, type) => {
    const reply = await real.ask(name, type)
    return name === 'winkel.wolk.example' ? { ...reply, rcode: 'NOERROR', bare: true } : reply
  }
  const watch = await watchOf(mailOf(), { ask }, new AbortController().signal)
  expect(watch).toMatchObject({ dangling: [], unanswered: 1 })
})
