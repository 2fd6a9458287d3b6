/** Which other parties hear of a visit. */
import { expect, test } from 'vitest'
import type { Outcome } from '../../model/evidence.ts'
import { LOADING, judgeWith, request, session, sighting } from '../../../test/evidence.ts'
import { listsWith } from '../../../test/lists.ts'
import { thirdPartyHosts } from './third-party-hosts.ts'

const to = (...urls: string[]) => [sighting(session({ requests: urls.map((url) => request({ url })) }))]
const judged = (...urls: string[]) => judgeWith(thirdPartyHosts, { session: to(...urls) })

test('a page that asks only its own hosts is met, subdomains and http included', () => {
  expect(judged('https://www.voorbeeld.nl/', 'http://cdn.voorbeeld.nl/x.js', 'https://voorbeeld.nl/a')).toMatchObject({
    reason: 'none',
    verdict: 'met',
  })
})
test('data and blob addresses are nobody', () => {
  expect(
    judgeWith(thirdPartyHosts, {
      session: [sighting(session({ requests: [{ ...request(), url: 'data:text/plain,x', host: '' }] }))],
    }).reason,
  ).toBe('none')
})
test('hosts of one registrable domain count once; three domains are few and four are some', () => {
  const three = ['https://a.een.example/', 'https://b.een.example/', 'https://twee.example/', 'wss://drie.example/']
  expect(judged(...three)).toMatchObject({ reason: 'few', seen: { count: 3 } })
  expect(judged(...three, 'https://vier.example/')).toMatchObject({
    reason: 'some',
    verdict: 'partly',
    seen: { count: 4, domains: 'drie.example, een.example, twee.example, vier.example' },
  })
})
test('two sites under a private suffix are two parties', () => {
  const pages = [
    sighting(session({ url: 'https://een.github.io/', requests: [request({ url: 'https://twee.github.io/x.js' })] })),
  ]
  expect(judgeWith(thirdPartyHosts, { session: pages }, { subject: { address: 'een.github.io' } })).toMatchObject({
    reason: 'few',
    seen: { count: 1 },
  })
})
test('the domain that the site redirects to is its own', () => {
  const pages = [
    sighting(
      session({
        finalUrl: 'https://www.voorbeeld.eu/',
        requests: [request({ url: 'https://www.voorbeeld.eu/x.css' })],
      }),
    ),
  ]
  expect(judgeWith(thirdPartyHosts, { session: pages }).reason).toBe('none')
})
test("what the site's own policy stopped, and names that do not exist, reached nobody", () => {
  const requests = ['net::ERR_BLOCKED_BY_CSP', 'net::ERR_FAILED (csp)', 'net::ERR_NAME_NOT_RESOLVED'].map(
    (failed, index) => request({ url: `https://derde${index}.example/`, failed, status: null }),
  )
  expect(judgeWith(thirdPartyHosts, { session: [sighting(session({ requests }))] }).reason).toBe('none')
  const aborted = [request({ url: 'https://derde.example/', failed: 'net::ERR_ABORTED', status: null })]
  expect(judgeWith(thirdPartyHosts, { session: [sighting(session({ requests: aborted }))] }).reason).toBe('few')
})
test('nothing found on pages that never finished is unknown; four parties found there are four parties', () => {
  const partial = (...urls: string[]) => [
    sighting(session({ lacks: LOADING, requests: urls.map((url) => request({ url })) })),
  ]
  expect(judgeWith(thirdPartyHosts, { session: partial() })).toMatchObject({
    reason: expect.stringMatching(/^half-seen/),
    verdict: 'unknown',
  })
  expect(
    judgeWith(thirdPartyHosts, { session: partial(...[1, 2, 3, 4].map((n) => `https://d${n}.example/`)) }).reason,
  ).toBe('some')
})
test('a request of which it cannot be told whether it left makes few parties unknown, many not', () => {
  const on = (...outcomes: Outcome[]) => {
    const requests = outcomes.map((outcome, index) => request({ url: `https://d${index}.example/`, outcome }))
    return judgeWith(thirdPartyHosts, { session: [sighting(session({ requests }))] })
  }
  expect(on('unresolved', 'refused', 'blocked', 'unreached')).toMatchObject({ reason: 'none', verdict: 'met' })
  expect(on('answered', 'sent')).toMatchObject({ reason: 'few', seen: { count: 2 } })
  expect(on('answered', 'unclear')).toMatchObject({ reason: 'half-seen.unclear-request', verdict: 'unknown' })
  expect(on('answered', 'sent', 'sent', 'answered', 'unclear')).toMatchObject({ reason: 'some', seen: { count: 4 } })
})
test('at most a hundred lines of detail, with the service where it is known', () => {
  const many = Array.from({ length: 140 }, (_, index) => `https://h${index}.example/`)
  const { seen } = judgeWith(
    thirdPartyHosts,
    { session: to(...many) },
    { lists: listsWith({ owners: { 'h0.example': { service: 'Kaarten' } } }) },
  )
  expect(seen.details).toHaveLength(100)
  expect(seen.details).toContain('h0.example (Kaarten)')
  expect(seen.details).toContain('+41')
})
