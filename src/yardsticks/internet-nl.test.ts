/** Internet.nl's points, by its own table: what each thing gives, and how a total comes about. */
import { expect, test } from 'vitest'
import {
  AT,
  certificate,
  dns,
  exchangers,
  handshakes,
  hop,
  http,
  mail,
  tls,
  unseen,
  chain,
} from '../../test/evidence.ts'
import type { Dns, Evidence, HostEvidence, HostKey, ServerAnswer, Suites } from '../model/evidence.ts'
import type { Span, Yardstick } from '../model/yardstick.ts'
import { yardsticksOf } from './all.ts'
import { total } from './internet-nl.ts'

function evidence(
  kind: 'website' | 'mail-domain',
  seen: Partial<HostEvidence>,
  blind: Evidence['host'] = [],
): Evidence {
  const host = Object.entries(seen).map(([probe, value]) => ({ probe, at: AT, result: { seen: true, value } }))
  const all = [...(host as unknown as Evidence['host']), ...blind]
  return {
    format: 2,
    subject: { kind, address: 'voorbeeld.nl' },
    begun: AT,
    ended: AT,
    versions: {},
    host: all,
    pages: [],
  }
}
const read = (of: Evidence): Yardstick => yardsticksOf(of)[0]![1]!
const at = (of: Evidence, name: string): Span | undefined =>
  read(of).parts.flatMap(({ marks }) => marks.filter((each) => each.test === name))[0]?.span
const web = (over: Partial<Dns>) => evidence('website', { dns: dns(over), http: http(), tls: tls() })

test('a total is the mean of the categories, rounded down, and what is unknown widens it', () => {
  const marks = (low: number, high: number, most: number) => [{ test: 'x', span: [low, high] as const, most }]
  expect(
    total([
      { part: 'a', marks: marks(10, 10, 10) },
      { part: 'b', marks: marks(2, 2, 10) },
    ]),
  ).toEqual([60, 60])
  expect(
    total([
      { part: 'a', marks: marks(1, 3, 3) },
      { part: 'b', marks: [] },
    ]),
  ).toEqual([33, 100])
  // Not signed still gives 2 of 10: four categories, and all else in order, is 80.
  expect(
    total(
      ['a', 'b', 'c']
        .map((part) => ({ part, marks: marks(10, 10, 10) }))
        .concat([{ part: 'd', marks: marks(2, 2, 10) }]),
    ),
  ).toEqual([80, 80])
})

test.each([
  ['secure', [10, 10]],
  ['insecure', [2, 2]],
  ['bogus', [0, 0]],
  ['unvalidated', [0, 10]],
  ['unseen', [0, 10]],
] as const)('a domain that is %s', (dnssec, span) => {
  expect(at(web({ dnssec }), 'dnssec')).toEqual(span)
})

test('IPv6 of name servers: two are enough, one is half; those that were not asked can still go either way', () => {
  const [first, second] = dns().ns
  const said = (host: string, address: string, word: ServerAnswer['said']) => ({ host, address, said: word })
  const servers = dns().ns.map(({ host, aaaa }) => said(host, aaaa[0]!, 'serves'))
  expect(at(web({ servers }), 'ns-aaaa')).toEqual([10, 10])
  expect(at(web({ servers }), 'ns-reach')).toEqual([10, 10])
  expect(at(web({ servers: [servers[0]!, { ...servers[1]!, said: 'lame' }] }), 'ns-reach')).toEqual([5, 5])
  expect(at(web({}), 'ns-reach')).toEqual([0, 10])
  expect(at(web({ ns: [first!, { ...second!, aaaa: [] }] }), 'ns-aaaa')).toEqual([5, 5])
  expect(at(web({ ns: [{ ...first!, aaaa: [] }] }), 'ns-aaaa')).toEqual([0, 0])
  expect(at(web({ ns: [], lacks: { nameservers: ['no-answer'] } }), 'ns-aaaa')).toEqual([0, 10])
})

test('IPv6 of the site', () => {
  expect(at(web({ aaaa: [] }), 'web-aaaa')).toEqual([0, 0])
  expect(at(web({ overSix: 'silent' }), 'web-reach')).toEqual([0, 0])
  expect(at(web({ overSix: 'untried' }), 'web-reach')).toEqual([0, 10])
  expect(at(web({ aaaa: [], lacks: { ipv6: ['no-answer'] } }), 'web-aaaa')).toEqual([0, 10])
})

test('the connection: redirect, HSTS, versions, certificate', () => {
  const of = (over: Parameters<typeof http>[0], more: Parameters<typeof tls>[0] = {}) =>
    evidence('website', { dns: dns(), http: http(over), tls: tls(more) })
  const hsts = (value: string) => at(of({ headers: [['strict-transport-security', value]] }), 'hsts')
  expect([hsts('max-age=31536000'), hsts('max-age=15768000'), hsts('onzin'), at(of({}), 'hsts')]).toEqual([
    [10, 10],
    [2, 2],
    [0, 0],
    [0, 0],
  ])
  expect(at(of({}), 'forced-https')).toEqual([10, 10])
  expect(at(of({ plain: unseen('unreachable') }), 'forced-https')).toEqual([10, 10])
  expect(
    at(
      of({ plain: chain(hop({ url: 'http://www.voorbeeld.nl/' }), hop({ url: 'https://voorbeeld.nl/' })) }),
      'forced-https',
    ),
  ).toEqual([0, 0])
  expect(
    at(of({}, { versions: { TLSv1: true, 'TLSv1.1': false, 'TLSv1.2': true, 'TLSv1.3': true } }), 'versions'),
  ).toEqual([0, 0])
  expect(at(of({}, { trusted: false }), 'chain')).toEqual([0, 0])
  expect(at(of({}, { chain: [certificate({ keyType: 'rsa', keyBits: 1_024 })] }), 'key')).toEqual([0, 0])
  expect(
    at(of({}, { chain: [certificate({ keyType: 'rsa', keyBits: 2_048, signedWith: 'RSA-SHA1' })] }), 'signature'),
  ).toEqual([0, 0])
  // What handshakes tell is unknown without them.
  expect(at(of({}), 'ciphers')).toEqual([0, 10])
  const shaken = evidence('website', { dns: dns(), http: http(), tls: tls(), handshakes: handshakes() })
  expect(at(shaken, 'ciphers')).toEqual([10, 10])
  expect(at(shaken, 'early')).toEqual([10, 10])
})

test('of the order: what is to be phased out before what is better costs all, in the newest before TLS 1.3', () => {
  const [GOOD, CBC, RSA] = [
    'ECDHE_RSA_WITH_AES_128_GCM_SHA256',
    'ECDHE_RSA_WITH_AES_128_CBC_SHA256',
    'RSA_WITH_AES_128_GCM_SHA256',
  ]
  const CHACHA = 'DHE_RSA_WITH_CHACHA20_POLY1305_SHA256'
  const none = { names: [], order: null }
  const of = (names: readonly string[] | null, order: Suites['order'], older: Suites | null = none) => {
    const suites = { ...handshakes().suites, 'TLSv1.2': names && { names, order }, 'TLSv1.1': older }
    const seen = { dns: dns(), http: http(), tls: tls(), handshakes: handshakes({ suites }) }
    return at(evidence('website', seen), 'order')
  }
  expect(of([CBC, GOOD], 'server')).toEqual([0, 0])
  expect(of([GOOD, CBC], 'client')).toEqual([0, 0])
  expect(of(none.names, null, { names: [CBC, GOOD], order: 'server' })).toEqual([0, 0])
  // Near misses: last, nothing better, nothing to be phased out, what is insufficient, TLS 1.3 alone, an older version.
  for (const names of [[GOOD, CBC], [CBC], [GOOD], [RSA, GOOD], none.names])
    expect([names, of(names, 'server')]).toEqual([names, [10, 10]])
  expect(of([GOOD, RSA], 'client')).toEqual([10, 10])
  expect(of([GOOD], 'server', { names: [CBC, GOOD], order: 'server' })).toEqual([10, 10])
  // Not tried, of nobody known whose order it is, and what is chosen for some.
  for (const unknown of [of(null, null), of([GOOD, CBC], null), of([CHACHA, GOOD], 'server')])
    expect(unknown).toEqual([0, 10])
})

test('a site without https has none of the points of the connection', () => {
  const blind = [{ probe: 'tls' as const, at: AT, result: unseen('no-https') }]
  const none = evidence('website', { dns: dns(), http: http({ secure: unseen('unreachable', 'ECONNREFUSED') }) }, blind)
  for (const name of ['forced-https', 'hsts', 'versions', 'ciphers', 'chain'])
    expect([name, at(none, name)]).toEqual([name, [0, 0]])
})

test('of mail: DMARC, SPF and DKIM by their own measure; nothing is said of a domain that was not seen', () => {
  const of = (over: Parameters<typeof mail>[0]) =>
    evidence('mail-domain', { mail: mail(over), exchangers: exchangers() })
  const record = (text: string) => ({ dmarc: { at: 'voorbeeld.nl', records: [text] } })
  expect(at(of({}), 'dmarc-policy')).toEqual([10, 10])
  expect(at(of(record('v=DMARC1; p=none')), 'dmarc-policy')).toEqual([2, 2])
  expect(at(of({ dmarc: { at: 'voorbeeld.nl', records: [] } }), 'dmarc')).toEqual([0, 0])
  expect(at(of({}), 'spf-policy')).toEqual([10, 10])
  expect(at(of({ spf: [], spfTree: null }), 'spf')).toEqual([0, 0])
  expect(at(of({}), 'dkim')).toEqual([0, 10])
  expect(at(of({ dkim: null }), 'dkim')).toEqual([0, 10])
  expect(at(of({ dnssec: 'insecure' }), 'dnssec')).toEqual([0, 2])
  expect(yardsticksOf(evidence('mail-domain', {}))[0]![1]).toBeNull()
  const [low, high] = read(of({})).total
  expect(low).toBeLessThan(high)
})

test('a domain without mail is not asked for what only mail servers have', () => {
  const none = evidence('mail-domain', { mail: mail({ mx: [], nullMx: true }) })
  expect(read(none).parts.find(({ part }) => part === 'tls')!.marks).toEqual([])
  expect(at(none, 'mx-aaaa')).toEqual([10, 10])
})

test('evidence of before stays readable', () => {
  const before = ['dns', 'http', 'tls'] as const satisfies readonly HostKey[]
  for (const key of before)
    expect(
      read(evidence('website', { [key]: { dns: dns(), http: http(), tls: tls() }[key] })).total[1],
    ).toBeGreaterThan(0)
})
