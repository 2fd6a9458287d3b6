/**
 * Our reading held beside that of MDN's own package (1.4.8, MPL-2.0, algorithm 4): what its analysers gave for 87 sets
 * of headers stands in observatory-cases.json. Nothing of its code is here.
 */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { chain, hop, http, session, unseen } from '../../test/evidence.ts'
import type { Evidence, Headers, Http, Session } from '../model/evidence.ts'
import { gradeOf, observatory, scoreOf, type ObservatoryTest } from './observatory.ts'

type Case = { readonly headers: Headers; readonly points: Readonly<Record<string, number>>; readonly refused?: true }
const cases = JSON.parse(readFileSync(new URL('observatory-cases.json', import.meta.url), 'utf8')) as Case[]

const at = '2026-11-23T12:00:00Z'
function evidence(of: Http, page?: Session): Evidence {
  const host = [{ probe: 'http', at, result: { seen: true, value: of } }] as Evidence['host']
  const pages = page
    ? ([
        {
          probe: 'session',
          page: page.url,
          role: 'landing',
          phase: 'before-consent',
          profile: 'desktop',
          at,
          result: { seen: true, value: page },
        },
      ] as Evidence['pages'])
    : []
  return {
    format: 2,
    subject: { kind: 'website', address: 'www.voorbeeld.nl' },
    begun: at,
    ended: at,
    versions: {},
    host,
    pages,
  }
}
const spans = (of: Http, page?: Session) =>
  new Map(observatory(evidence(of, page))!.parts[0]!.marks.map(({ test: name, span }) => [name, span]))
test.each(cases.map((each) => [each.headers.map((line) => line.join(': ')).join(' · ') || 'nothing', each] as const))(
  'as the package: %s',
  (_, { headers, points, refused }) => {
    const told = spans(http({ headers }))
    for (const [name, theirs] of Object.entries(points)) {
      // Since algorithm 4 it gives five for what keeps frames out. A cookie that its jar does not take is none to it; a
      // browser would not take it either.
      if (name === 'cookies' && refused) continue
      const [low, high] = told.get(name as ObservatoryTest)!
      const either = name === 'framing' && theirs === 0 ? [0, 5] : [theirs]
      const inside = either.some((points) => low <= points && points <= high)
      expect([name, inside], `${name}: ${theirs} beside ${low} to ${high}`).toEqual([name, true])
      if (name === 'nosniff' || name === 'corp' || name === 'referrer')
        expect([name, low, high]).toEqual([name, theirs, theirs])
    }
  },
)

test('most of it is told to the point, not by a span', () => {
  const exact = cases.flatMap(({ headers, points }) =>
    Object.keys(points).filter((name) => {
      const [low, high] = spans(http({ headers })).get(name as ObservatoryTest)!
      return name !== 'hsts' && low === high
    }),
  )
  expect(exact.length / (cases.length * 6)).toBeGreaterThan(0.95)
})

test('points come off first; what is done well counts from 90 up, and nothing goes below 0', () => {
  expect(scoreOf([10, 5, 5])).toBe(120)
  expect(scoreOf([-10, 5, 5])).toBe(100)
  expect(scoreOf([-20, 10, 10])).toBe(80)
  expect(scoreOf([-25, -20, -20, -50])).toBe(0)
  expect(
    ['A+', 'A', 'A-', 'B+', 'D-', 'F'].map((grade, index) => [grade, gradeOf([105, 95, 85, 84, 29, 24][index]!)]),
  ).toEqual(['A+', 'A', 'A-', 'B+', 'D-', 'F'].map((grade) => [grade, grade]))
})

test('redirects: at once to https, elsewhere first, over http first, never, nothing to redirect', () => {
  const to = (...urls: string[]) => spans(http({ plain: chain(...urls.map((url) => hop({ url }))) })).get('redirection')
  expect(to('http://a.nl/', 'https://a.nl/')).toEqual([0, 0])
  expect(to('http://a.nl/', 'https://www.a.nl/')).toEqual([-5, 0])
  expect(to('http://a.nl/', 'http://www.a.nl/', 'https://www.a.nl/')).toEqual([-10, 0])
  expect(to('http://a.nl/')).toEqual([-20, -20])
  expect(spans(http({ plain: unseen('unreachable') })).get('redirection')).toEqual([0, 0])
  expect(spans(http({ plain: unseen('timeout') })).get('redirection')).toEqual([-20, 0])
})

test('scripts of others without a seal cost, and who brought them we cannot tell; unseen, a span', () => {
  const script = (src: string, integrity: string | null = null) => ({ src, integrity, selector: 'script' })
  const sri = (...scripts: ReturnType<typeof script>[]) => spans(http(), session({ scripts })).get('sri')
  expect(sri()).toEqual([0, 0])
  expect(sri(script('/eigen.js'))).toEqual([0, 0])
  expect(sri(script('https://cdn.test/x.js'))).toEqual([-5, 5])
  expect(sri(script('https://cdn.test/x.js', 'sha384-x'))).toEqual([0, 5])
  expect(sri(script('http://cdn.test/x.js'))).toEqual([-50, 5])
  expect(spans(http()).get('sri')).toEqual([-50, 5])
})

test('nothing is said of a site that gave no page', () => {
  expect(observatory(evidence(http({ plain: unseen('timeout'), secure: unseen('timeout') })))).toBeNull()
  const { host: _host, ...rest } = evidence(http())
  expect(observatory({ ...rest, host: [] })).toBeNull()
})
