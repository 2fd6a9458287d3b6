/** Checks that speak of one fact agree about it: whatever a page does, no two findings contradict each other. */
import { expect, test } from 'vitest'
import { chain, cookie, HOST, http, judgeWith, request, session, sighting } from '../../test/evidence.ts'
import { listsWith } from '../../test/lists.ts'
import type { CookieAttempt, Headers, Request, Session } from '../model/evidence.ts'
import { addressLeak } from './checks/address-leak.ts'
import { cookieLifetime } from './checks/cookie-lifetime.ts'
import { csp } from './checks/csp.ts'
import { embedsFonts, embedsMaps } from './checks/embeds.ts'
import { framing } from './checks/framing.ts'
import { openDocumentFormats } from './checks/open-document-formats.ts'
import { ownersOutsideEea } from './checks/owners-outside-eea.ts'
import { referrerPolicy } from './checks/referrer-policy.ts'
import { subresourceIntegrity } from './checks/subresource-integrity.ts'
import { thirdPartyCookies } from './checks/third-party-cookies.ts'
import { thirdPartyHosts } from './checks/third-party-hosts.ts'
import { trackersBeforeConsent } from './checks/trackers-before-consent.ts'
import { trackingCookiesBeforeConsent } from './checks/tracking-cookies-before-consent.ts'
import { partiesOf } from './parties.ts'

const us = { country: 'US', company: 'Groot Ltd', parent: 'Groot Inc.' }
const lists = listsWith({
  owners: {
    'meet.example': { ...us, category: 'analytics' },
    'kaart.example': { ...us, category: 'maps' },
    'snel.example': { category: 'cdn' },
  },
  trackers: ['meet.example', 'telt.example'],
  cookies: { _ga: 'analytics' },
})
const DAY = 86_400

/** Every way to have some of these and not the others. */
const subsets = <T>(all: readonly T[]): T[][] =>
  all.reduce<T[][]>((sets, one) => [...sets, ...sets.map((set) => [...set, one])], [[]])

const REQUESTS: Partial<Request>[] = [
  { url: 'https://meet.example/collect?dl=x', type: 'image' },
  { url: 'https://kaart.example/embed' },
  { url: 'https://tegels.example/14/8412/5389.png', type: 'image' },
  { url: 'https://letters.example/a.woff2', type: 'font' },
  { url: 'https://snel.example/lib-1.2.3.js', type: 'script' },
  { url: `https://cdn.voorbeeld.nl/14/8412/5389.png`, type: 'image' },
  { url: 'https://telt.example/p', type: 'image', outcome: 'unresolved' },
]
const COOKIES: Partial<CookieAttempt>[] = [
  { name: '_ga', host: HOST, lifetime: 700 * DAY },
  { name: '_ga', host: 'meet.example', lifetime: 30 * DAY },
  { name: 'xyz', host: 'derde.example', lifetime: 400 * DAY, valueLength: 40, valueKind: 'identifier' },
  { name: 'taal', host: 'derde.example', lifetime: 400 * DAY, valueLength: 4, valueKind: 'choice' },
  { name: 'eigen', host: HOST, lifetime: 90 * DAY, valueLength: 40, valueKind: 'identifier' },
]
const page = (over: Partial<Session>) => ({ session: [sighting(session(over))] })
const on = (requests: readonly Partial<Request>[]) => page({ requests: [request(), ...requests.map(request)] })

test.each(subsets(REQUESTS).map((requests) => [requests] as const))('who hears of a visit: %j', (requests) => {
  const evidence = on(requests)
  const [hosts, owners, maps, fonts, leak, trackers] = [
    judgeWith(thirdPartyHosts, evidence, { lists }),
    judgeWith(ownersOutsideEea, evidence, { lists }),
    judgeWith(embedsMaps, evidence, { lists }),
    judgeWith(embedsFonts, evidence, { lists }),
    judgeWith(addressLeak, evidence, { lists }),
    judgeWith(trackersBeforeConsent, evidence, { lists }),
  ]
  const nobody = hosts.reason === 'none'
  expect(owners.reason === 'none').toBe(nobody)
  expect(leak.reason === 'none').toBe(nobody)
  if (nobody) for (const each of [maps, fonts, trackers]) expect(each.verdict).toBe('met')
  // What is outside Europe of a kind is outside Europe.
  for (const each of [maps, fonts]) if (each.reason === 'outside') expect(owners.reason).toBe('outside')
  // Of a party that nobody knows nothing is said to be known.
  for (const each of [maps, fonts])
    if (each.reason === 'not-known') expect(['not-known', 'outside']).toContain(owners.reason)
  const parties = partiesOf(
    {
      format: 2,
      subject: { kind: 'website', address: HOST },
      begun: '',
      ended: '',
      versions: {},
      host: [],
      pages: evidence.session.map(({ value, ...one }) => ({
        probe: 'session',
        at: '',
        result: { seen: true, value },
        ...one,
      })),
    },
    lists,
  )
  expect(parties.length).toBe((hosts.seen['details'] as readonly string[] | undefined)?.length ?? 0)
  expect(parties.some(({ tracker }) => tracker)).toBe(trackers.reason !== 'none')
})

test.each(subsets(COOKIES).map((cookies) => [cookies] as const))('what a cookie is for: %j', (cookies) => {
  const evidence = page({ cookies: cookies.map(cookie) })
  const all = judgeWith(trackingCookiesBeforeConsent, evidence, { lists })
  const others = judgeWith(thirdPartyCookies, evidence, { lists })
  const long = judgeWith(cookieLifetime, evidence, { lists })
  if (others.verdict === 'unmet') expect(all.verdict).toBe('unmet')
  if (others.reason === 'lasting') expect(['unlisted', 'found-and-unlisted']).toContain(all.reason)
  if (others.reason === 'lasting' && all.reason === 'unlisted') expect(others.verdict).toBe(all.verdict)
  if (all.verdict === 'met') expect(others.verdict).not.toBe('unmet')
  if (long.reason === 'long') expect(all.verdict).toBe('unmet')
  if (long.reason === 'long-unknown') expect(all.seen['unlisted']).not.toBe('')
  expect(others.reason === 'none').toBe(cookies.every(({ host }) => host === HOST))
})

const VALUES = ['unsafe-url', 'no-referrer', 'origin', 'always', 'onzin', '']
test.each(VALUES.flatMap((header) => VALUES.map((meta) => [header, meta] as const)))(
  'the referrer of header "%s" and meta "%s"',
  (header, meta) => {
    const headers: Headers = header === '' ? [] : [['referrer-policy', header]]
    const metas = meta === '' ? [] : [meta]
    const walk = chain({ url: `https://${HOST}/`, status: 200, headers, address: '192.0.2.1' })
    if (!walk.seen) throw new Error('a walk that was seen')
    const secure = { seen: true, value: { ...walk.value, body: { ...walk.value.body, referrer: metas } } } as const
    const said = judgeWith(referrerPolicy, { http: http({ secure }) })
    const heard = judgeWith(
      addressLeak,
      page({ headers, metas: metas.map((content) => ({ name: 'referrer', content })) }),
      { lists },
    ).seen['policy']
    if (said.seen['policy']) expect(heard).toBe(said.seen['policy'])
    else expect(heard).toBe('strict-origin-when-cross-origin')
    if (said.verdict === 'unmet') expect(heard).toMatch(/unsafe-url|when-downgrade/)
  },
)

test('a policy in the page is a policy, and what browsers leave out of it is told', () => {
  const of = (policies: readonly string[], headers: Headers = []) => {
    const walk = chain({ url: `https://${HOST}/`, status: 200, headers, address: '192.0.2.1' })
    if (!walk.seen) throw new Error('a walk that was seen')
    return http({ secure: { seen: true, value: { ...walk.value, body: { ...walk.value.body, policies } } } })
  }
  const policy = "default-src 'self'; frame-ancestors 'none'"
  expect(judgeWith(csp, { http: of([policy]) }).reason).not.toBe('missing')
  expect(judgeWith(framing, { http: of([policy]) })).toMatchObject({ reason: 'in-page', verdict: 'unmet' })
  expect(judgeWith(framing, { http: of(["default-src 'self'"]) }).reason).toBe('missing')
  expect(judgeWith(framing, { http: of([policy], [['x-frame-options', 'DENY']]) }).reason).toBe('options')
  expect(judgeWith(framing, { http: of([policy], [['content-security-policy', policy]]) }).reason).toBe('ancestors')
})

test.each([
  ['www.voorbeeld.nl', false],
  ['cdn.voorbeeld.nl', false],
  ['voorbeeld.example', true],
  ['voorbeeld.nl.example', true],
])('%s is outside: %s, to whoever asks', (host, outside) => {
  const src = `https://${host}/lib-1.2.3.js`
  const evidence = page({
    requests: [request(), request({ url: src, type: 'script' })],
    scripts: [{ src, integrity: null, selector: 'script' }],
    links: [{ href: `https://${host}/plan.docx`, text: 'Plan' }],
    cookies: [cookie({ host })],
  })
  expect(judgeWith(thirdPartyHosts, evidence).reason === 'none').toBe(!outside)
  expect(judgeWith(subresourceIntegrity, evidence).reason === 'no-third-party').toBe(!outside)
  expect(judgeWith(openDocumentFormats, evidence).reason === 'no-documents').toBe(outside)
  expect(judgeWith(thirdPartyCookies, evidence).reason === 'none').toBe(!outside)
})
