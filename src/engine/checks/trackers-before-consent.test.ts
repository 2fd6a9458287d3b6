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
    details: ['volger.example (Dienst): https://volger.example/x.js ← ||volger.example^'],
  })
})
test('what differs at each visit is no part of what is told', () => {
  const at = (n: number) =>
    judgeWith(
      trackersBeforeConsent,
      {
        session: [
          sighting(
            session({
              requests: [
                request({ url: `https://volger.example/c?v=1&cid=0.${n}8324&t=${n}1790000000123&ev=PageView` }),
                request({ url: `https://volger.example/c?v=1&cid=0.${n}9324&t=${n}1790000000456&ev=PageView` }),
              ],
            }),
          ),
        ],
      },
      { lists },
    ).seen.details
  expect(at(1)).toEqual(at(2))
  expect(at(1)).toEqual([
    'volger.example (Dienst): https://volger.example/c?v=1&cid=…&t=…&ev=PageView ← ||volger.example^',
  ])
})
test('a party that only the list has weighs no more than one we know; one that only looks alike is unknown', () => {
  const at = (rule: string) =>
    judgeWith(
      trackersBeforeConsent,
      { session: [sighting(session({ requests: [request({ url: 'https://onbekend.example/p.gif?' })] }))] },
      { lists: { ...listsWith(), tracker: () => rule } },
    )
  expect(at('||onbekend.example^$third-party')).toMatchObject({ reason: 'measuring', verdict: 'partly' })
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
  expect(found.seen.details).toContain('_ga (www.voorbeeld.nl): session, Platform, analytics')
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
test('every party on the list is told, those that only look alike apart; a cookie makes counting heavier', () => {
  const both = judged(['telt.example', 'volger.example'])
  expect(both).toMatchObject({
    reason: 'found',
    seen: { count: 2, hosts: 'telt.example (Dienst), volger.example (Dienst)' },
  })
  expect(both.seen.details).toHaveLength(2)
  const requests = ['telt', 'volger', 'lijkt'].map((name) => request({ url: `https://${name}.example/p.gif` }))
  const alike = { ...lists, tracker: () => '/p.gif' }
  expect(
    judgeWith(trackersBeforeConsent, { session: [sighting(session({ requests }))] }, { lists: alike }),
  ).toMatchObject({
    reason: 'found-and-alike',
    verdict: 'unmet',
    seen: { hosts: 'telt.example (Dienst), volger.example (Dienst)', alike: 'lijkt.example' },
  })
  expect(judged(['telt.example']).reason).toBe('measuring')
  expect(judged(['telt.example'], { cookies: [cookie({ name: '_ga' })] }).reason).toBe('found')
})
test('the order in which they were asked for does not matter', () => {
  const hosts = ['volger.example', 'telt.example', 'fout.example']
  expect(judged(hosts.toReversed())).toEqual(judged(hosts))
})
test.each(['blocked', 'unresolved', 'unreached', 'refused'] as const)(
  'a tracker that nobody heard (%s) is none',
  (outcome) => {
    const requests = [request({ url: 'https://volger.example/x.js', outcome, status: null, failed: 'x' })]
    expect(judgeWith(trackersBeforeConsent, { session: [sighting(session({ requests }))] }, { lists })).toMatchObject({
      reason: 'none',
      verdict: 'met',
    })
  },
)
test('one that was sent and not answered is found; of one that may have left it is not known', () => {
  const on = (outcome: 'sent' | 'unclear', host = 'volger.example') =>
    judgeWith(
      trackersBeforeConsent,
      { session: [sighting(session({ requests: [request({ url: `https://${host}/x.js`, outcome, status: null })] }))] },
      { lists },
    )
  expect(on('sent').reason).toBe('found')
  expect(on('unclear')).toMatchObject({ reason: 'half-seen.unclear-request', verdict: 'unknown' })
  // Of what is not on the list it does not matter whether it left.
  expect(on('unclear', 'gewoon.example').verdict).toBe('met')
})
test('that no tracking cookie was met is said only where all cookies were seen', () => {
  expect(judged(['telt.example'], { lacks: { cookies: ['cut'] } })).toMatchObject({
    reason: 'half-seen.cut',
    verdict: 'unknown',
  })
  expect(judged(['telt.example'], { lacks: { content: ['cut'] } }).reason).toBe('measuring')
  // What names an advertiser stands, whatever was not seen.
  expect(judged(['volger.example'], { lacks: { cookies: ['cut'] } }).verdict).toBe('unmet')
})
