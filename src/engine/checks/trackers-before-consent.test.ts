/** Requests on the tracker list. */
import { expect, test } from 'vitest'
import { cookie, HOST, judgeWith, request, session, sighting } from '../../../test/evidence.ts'
import { listsWith } from '../../../test/lists.ts'
import { trackersBeforeConsent } from './trackers-before-consent.ts'

const lists = listsWith({
  trackers: ['volger.example', 'telt.example', 'vraagt.example', 'fout.example', HOST],
  owners: {
    'telt.example': { category: 'analytics' },
    'fout.example': { category: 'monitoring' },
    'vraagt.example': { category: 'consent' },
    'volger.example': { category: 'advertising' },
  },
  cookies: { _ga: 'analytics' },
})
const judged = (hosts: string[], over = {}) =>
  judgeWith(
    trackersBeforeConsent,
    {
      session: [
        sighting(session({ requests: hosts.map((host) => request({ url: `https://${host}/x.js` })), ...over })),
      ],
    },
    { lists },
  )

test('a listed request to another party is found, with rule and host', () => {
  const { reason, verdict, seen } = judged(['volger.example', 'gewoon.example'])
  expect({ reason, verdict }).toEqual({ reason: 'found', verdict: 'unmet' })
  expect(seen).toMatchObject({
    count: 1,
    hosts: 'volger.example (Dienst)',
    list: 'test',
    details: ['https://volger.example/x.js ← ||volger.example^'],
  })
})
test('a party that the list has by name is found without an owner; one that only looks alike is unknown', () => {
  const at = (rule: string) =>
    judgeWith(
      trackersBeforeConsent,
      { session: [sighting(session({ requests: [request({ url: 'https://onbekend.example/p.gif?' })] }))] },
      { lists: { ...listsWith(), tracker: () => rule } },
    )
  expect(at('||onbekend.example^$third-party').reason).toBe('found')
  expect(at('$ping,third-party')).toMatchObject({ reason: 'pattern', verdict: 'unknown' })
})
test("ordinary requests, listed paths on the own host, and the consent tool's log are none", () => {
  expect(judged([HOST, 'gewoon.example', 'vraagt.example'])).toMatchObject({ reason: 'none', verdict: 'met' })
})
test('only counting and error reports, without a tracking cookie, is partly', () => {
  expect(judged(['telt.example', 'fout.example'])).toMatchObject({ reason: 'measuring', verdict: 'partly' })
})
test('counting with a known tracking cookie on the own host is found', () => {
  const found = judged(['telt.example'], { cookies: [cookie({ name: '_ga', by: 'script' })] })
  expect(found.reason).toBe('found')
  expect(found.seen.details).toContain('_ga (www.voorbeeld.nl): session')
  expect(judged(['telt.example'], { cookies: [cookie({ name: 'PHPSESSID' })] }).reason).toBe('measuring')
})
test('nothing found on a page of which requests fell out is unknown', () => {
  expect(judged([HOST], { lacks: { requests: ['cut'] } })).toMatchObject({
    reason: expect.stringMatching(/^half-seen/),
    verdict: 'unknown',
  })
})
test('a tracker on one page of several is found', () => {
  const pages = [
    sighting(session()),
    sighting(session({ requests: [request({ url: 'https://volger.example/' })] }), {
      page: `https://${HOST}/contact`,
      role: 'contact',
    }),
  ]
  expect(judgeWith(trackersBeforeConsent, { session: pages }, { lists }).reason).toBe('found')
})
test('the heaviest alone is told, and a cookie makes only counting heavier', () => {
  const both = judged(['volger.example', 'telt.example'])
  expect(both).toMatchObject({ reason: 'found', seen: { count: 1 } })
  expect(both.seen['hosts']).not.toContain('telt')
  expect(judged(['telt.example']).reason).toBe('measuring')
  expect(judged(['telt.example'], { cookies: [cookie({ name: '_ga' })] }).reason).toBe('found')
})
