/**
 * Ordinary sites held against what a careful reader would say of them: no finding that is not so, and what is so told
 * with its name.
 */
import { createServer as createPlain } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer as createSecure } from 'node:https'
import type { AddressInfo } from 'node:net'
import { createSecureContext } from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadRules } from '../src/apps/rules.ts'
import { openGatherer, type Gatherer } from '../src/engine/gather.ts'
import { judge, type Rules } from '../src/engine/judge.ts'
import { hostCertificate, makeAuthority, makePair } from './city/certificates.ts'
import type { Route } from './near-misses/pages.ts'
import { nearSites } from './near-misses/sites.ts'

type Answers = { readonly headers: Readonly<Record<string, string>>; readonly routes: Readonly<Record<string, Route>> }
const hosts = new Map<string, Answers>(
  nearSites.flatMap(({ host, headers, routes, others }) => [
    [host, { headers, routes }] as const,
    ...Object.entries(others).map(([name, each]) => [name, { headers: {}, routes: each }] as const),
  ]),
)
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/\.txt$/, 'text/plain; charset=utf-8'],
  [/\.svg$/, 'image/svg+xml'],
  [/\/js$/, 'text/javascript'],
]
/**
 * Read from DNS alone, of which there is none here; how large links are is how these pages were drawn; and whose the
 * authority of the tests is, nobody knows.
 */
const APART = /^(?:caa|certificate-issuer|dnssec|ipv6-|hosting-|nameservers-|rpki-|dane-|axe-2\.5\.8)/

function answer(request: IncomingMessage, response: ServerResponse): void {
  const { pathname } = new URL(request.url ?? '/', 'http://x')
  const host = hosts.get((request.headers.host ?? '').replace(/:\d+$/, ''))
  const route = host?.routes[pathname]
  const { body, headers } = typeof route === 'object' ? route : { body: route ?? 'Niet hier', headers: {} }
  const type = TYPES.find(([ending]) => ending.test(pathname))?.[1] ?? 'text/html; charset=utf-8'
  for (const [name, value] of Object.entries({ 'content-type': type, ...host?.headers, ...headers }))
    response.setHeader(name, value)
  response.writeHead(route === undefined ? 404 : 200).end(body)
}

const servers: Server[] = []
let gatherer: Gatherer
let rules: Rules

/** Encryption as hosting companies set it today: Node's own takes more than the guidelines want. */
const KEPT = {
  ciphers: ['ECDHE-ECDSA-AES256-GCM-SHA384', 'ECDHE-ECDSA-CHACHA20-POLY1305', 'ECDHE-ECDSA-AES128-GCM-SHA256'].join(
    ':',
  ),
  honorCipherOrder: true,
  minVersion: 'TLSv1.2',
} as const

beforeAll(async () => {
  const [now, authority, pair] = [new Date(), makeAuthority(new Date()), makePair()]
  const key = pair.key.export({ type: 'pkcs8', format: 'pem' }).toString()
  // Each name has one certificate for good: a browser that comes back brings the ticket of the first time.
  const pairs = new Map(
    [...hosts.keys()].map((name) => [name, { key, cert: hostCertificate(name, 'good', pair, authority, now) }]),
  )
  const contexts = new Map([...pairs].map(([name, each]) => [name, createSecureContext({ ...each, ...KEPT })]))
  const plain = createPlain((request, response) => {
    response.writeHead(301, { location: `https://${request.headers.host}${request.url}` }).end()
  })
  const secure = createSecure(
    { ...pairs.get(nearSites[0]!.host), ...KEPT, SNICallback: (name, done) => done(null, contexts.get(name)) },
    answer,
  )
  servers.push(plain, secure)
  const [http, https] = await Promise.all(
    servers.map(async (server) => {
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
      return (server.address() as AddressInfo).port
    }),
  )
  gatherer = await openGatherer({
    allow: ['127.0.0.1/32'],
    resolver: '127.0.0.1:9',
    hosts: Object.fromEntries([...hosts.keys()].map((name) => [name, '127.0.0.1'])),
    ports: { 80: http!, 443: https! },
    ca: authority.pem,
  })
  rules = await loadRules({ program: new URL('..', import.meta.url).pathname, data: '' })
})
afterAll(async () => {
  await gatherer?.close()
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
})

test.each(nearSites)('$host is told as it is, and by name', { timeout: 200_000 }, async (site) => {
  const target = { kind: 'website', address: site.host } as const
  const { evidence } = await gatherer.gather(target, { signal: AbortSignal.timeout(190_000), progress() {} })
  const checks = new Map(
    rules.catalogue.norms.flatMap(({ criteria }) =>
      criteria.flatMap(({ id, means }) => (means.by === 'check' ? [[id, means.check] as const] : [])),
    ),
  )
  const findings = judge(evidence, { ...target, publicBody: site.publicBody }, rules).map((each) => ({
    ...each,
    check: checks.get(each.criterion) ?? '',
  }))
  const wrong = findings.flatMap(({ check, verdict, reason, seen }) => {
    if (APART.test(check)) return []
    const told = JSON.stringify(seen)
    const truth = site.truth[check]
    if (!truth) return ['met', 'not-applicable'].includes(verdict) ? [] : [`${check} ${verdict} ${reason} ${told}`]
    const right =
      verdict === truth.verdict &&
      (truth.reason ?? reason) === reason &&
      (truth.names ?? []).every((name) => told.includes(name)) &&
      !(truth.spares ?? []).some((name) => told.includes(name))
    return right ? [] : [`${check} ${verdict} ${reason} ${told}`]
  })
  expect(wrong).toEqual([])
  expect(findings.length).toBeGreaterThan(40)
})
