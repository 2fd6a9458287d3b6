/** Routes to the website, its name servers and its mail. */
import { expect, test } from 'vitest'
import { dns, judgeWith, mail } from '../../../test/evidence.ts'
import type { Route } from '../../model/evidence.ts'
import { rpkiMail } from './rpki-mail.ts'
import { rpkiNameservers } from './rpki-nameservers.ts'
import { rpkiWeb } from './rpki-web.ts'

type Vrp = Route['covering'][number]
const vrp = (asn: number, prefix = '192.0.2.0/24', maxLength = 24): Vrp => ({ asn, prefix, maxLength })
const route = (covering: readonly Vrp[], over: Partial<Route> = {}): Route => ({
  of: 'web',
  address: '192.0.2.1',
  prefix: '192.0.2.0/24',
  origin: 64500,
  covering,
  ...over,
})
const routes = (...all: Route[]) => ({ routes: all, missing: [], at: '2026-11-23T10:00:00Z' })
const web = (...all: Route[]) =>
  judgeWith(rpkiWeb, { dns: dns({ a: ['192.0.2.1'], aaaa: [], routes: routes(...all) }) })

test('allowed by one of several, in a wider range, and by nobody', () => {
  expect(web(route([vrp(64501), vrp(64500)])).verdict).toBe('met')
  expect(web(route([vrp(64500, '192.0.0.0/16', 24)])).verdict).toBe('met')
  expect(web(route([]))).toMatchObject({ reason: 'none', verdict: 'unmet' })
})

test.each([
  ['another network', [vrp(64501)]],
  ['a smaller part than was allowed', [vrp(64500, '192.0.0.0/16', 16)]],
  ['a range that nobody may announce', [vrp(0)]],
])('%s is invalid', (_, covering) => {
  expect(web(route(covering))).toMatchObject({
    reason: 'invalid',
    verdict: 'unmet',
    seen: { prefixes: '192.0.2.0/24' },
  })
})

test('AS 0 allows nobody, itself neither', () => {
  expect(web(route([vrp(0)], { origin: 0 })).reason).toBe('invalid')
})

test('one of two routes without a word of the holder', () => {
  expect(web(route([vrp(64500)]), route([], { prefix: '192.0.0.0/16' }))).toMatchObject({
    reason: 'some',
    verdict: 'partly',
  })
})

test('nothing is known without data, without a route, and of half the addresses', () => {
  expect(judgeWith(rpkiWeb, { dns: dns() })).toMatchObject({ reason: 'no-data', verdict: 'unknown' })
  expect(web()).toMatchObject({ reason: 'unrouted', verdict: 'unknown' })
  const two = dns({ a: ['192.0.2.1', '198.51.100.1'], aaaa: [], routes: routes(route([vrp(64500)])) })
  expect(judgeWith(rpkiWeb, { dns: two }).verdict).toBe('unknown')
  // What is wrong is wrong, whatever else was not seen.
  const wrong = dns({ a: ['192.0.2.1', '198.51.100.1'], aaaa: [], routes: routes(route([vrp(64501)])) })
  expect(judgeWith(rpkiWeb, { dns: wrong }).verdict).toBe('unmet')
  const half = dns({ a: ['192.0.2.1'], aaaa: [], routes: routes(route([vrp(64500)])), lacks: { ipv6: ['no-answer'] } })
  expect(judgeWith(rpkiWeb, { dns: half }).verdict).toBe('unknown')
})

test('name servers and mail servers are told apart from the site', () => {
  const ns = [{ host: 'ns1', a: ['192.0.2.53'], aaaa: [] }]
  const of = (each: Route['of'], address: string) => route([vrp(64500)], { of: each, address })
  const site = dns({ ns, routes: routes(of('nameserver', '192.0.2.53')) })
  expect(judgeWith(rpkiNameservers, { dns: site }).verdict).toBe('met')
  expect(judgeWith(rpkiWeb, { dns: site }).verdict).toBe('unknown')
  const mx = [{ priority: 10, host: 'mx', a: ['192.0.2.25'], aaaa: [] }]
  expect(judgeWith(rpkiMail, { mail: mail({ mx, routes: routes(of('mail', '192.0.2.25')) }) }).verdict).toBe('met')
  expect(judgeWith(rpkiMail, { mail: mail({ mx }) }).verdict).toBe('unknown')
  expect(judgeWith(rpkiMail, { mail: mail({ nullMx: true }) }).verdict).toBe('not-applicable')
})
