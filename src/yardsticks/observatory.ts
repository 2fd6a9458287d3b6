/**
 * What MDN HTTP Observatory would say of our evidence: its twelve tests and points of algorithm 6 (version 1.6.3).
 * What we did not look at, or look at otherwise than it does, has a span.
 */
import { linesOf } from '../lib/headers.ts'
import type { Chain, Evidence, Headers, Http, Session } from '../model/evidence.ts'
import type { Mark, Span, Yardstick } from '../model/yardstick.ts'
import { cspPoints } from './observatory-csp.ts'
import { cookiePoints } from './observatory-cookies.ts'

export type ObservatoryTest =
  | 'csp'
  | 'cookies'
  | 'cors'
  | 'redirection'
  | 'hsts'
  | 'sri'
  | 'framing'
  | 'referrer'
  | 'nosniff'
  | 'corp'
  | 'coep'
  | 'coop'

const sure = (points: number): Span => [points, points]
/** Its code takes 15,552,000 seconds for half a year, though its table says 15,768,000. */
const HALF_YEAR = 15_552_000

/** null: no page was seen, and then it gives no score either. */
export function observatory(evidence: Evidence): Yardstick<ObservatoryTest> | null {
  const http = evidence.host.flatMap((record) =>
    record.probe === 'http' && record.result.seen ? [record.result.value] : [],
  )[0]
  const answer = http?.secure.seen ? http.secure.value : http?.plain.seen ? http.plain.value : undefined
  if (!http || !answer || answer.lacks?.answer) return null
  const last = answer.hops.at(-1)!
  const page = evidence.pages.flatMap((each) =>
    each.probe === 'session' && each.role === 'landing' && each.phase === 'before-consent' && each.result.seen
      ? [each.result.value]
      : [],
  )[0]
  const spans: Record<ObservatoryTest, Span> = {
    csp: cspPoints(answer),
    cookies: cookiePoints(
      answer.hops.flatMap(({ headers }) => linesOf(headers, 'set-cookie')),
      hstsOf(http)[0] >= 0,
    ),
    cors: corsOf(last.headers),
    redirection: redirectionOf(http),
    hsts: hstsOf(http),
    sri: sriOf(page, last.url),
    framing: framingOf(answer),
    referrer: referrerOf(last.headers, answer.body.referrer ?? []),
    nosniff: nosniffOf(last.headers),
    corp: oneOf(last.headers, 'cross-origin-resource-policy', ['same-origin', 'same-site'], ['cross-origin']),
    coep: oneOf(last.headers, 'cross-origin-embedder-policy', ['require-corp', 'credentialless'], ['unsafe-none']),
    coop: oneOf(
      last.headers,
      'cross-origin-opener-policy',
      ['same-origin', 'same-origin-allow-popups', 'noopener-allow-popups'],
      ['unsafe-none'],
    ),
  }
  const marks = Object.entries(spans).map(([test, span]): Mark<ObservatoryTest> => ({
    test: test as ObservatoryTest,
    span,
    most: MOST[test as ObservatoryTest],
  }))
  return {
    parts: [{ part: 'observatory', marks }],
    total: [scoreOf(marks.map(({ span }) => span[0])), scoreOf(marks.map(({ span }) => span[1]))],
  }
}

const MOST: Readonly<Record<ObservatoryTest, number>> = {
  csp: 10,
  cookies: 5,
  cors: 0,
  redirection: 0,
  hsts: 5,
  sri: 5,
  framing: 5,
  referrer: 5,
  nosniff: 0,
  corp: 10,
  coep: 10,
  coop: 10,
}

/** From 100 down by what is wrong; what is done well counts only from 90 up, and nothing goes below 0. */
export function scoreOf(points: readonly number[]): number {
  const sum = (some: readonly number[]) => some.reduce((total, each) => total + each, 0)
  const without = 100 + sum(points.filter((each) => each < 0))
  return Math.max(0, without >= 90 ? without + sum(points.filter((each) => each > 0)) : without)
}

const GRADES: readonly (readonly [from: number, grade: string])[] = [
  [100, 'A+'],
  [90, 'A'],
  [85, 'A-'],
  [80, 'B+'],
  [70, 'B'],
  [65, 'B-'],
  [60, 'C+'],
  [50, 'C'],
  [45, 'C-'],
  [40, 'D+'],
  [30, 'D'],
  [25, 'D-'],
]

/** Its letter for a score. */
export const gradeOf = (score: number): string => GRADES.find(([from]) => score >= from)?.[1] ?? 'F'

/** Whether a site reflects who asks is only seen by asking as another: that we do not do. */
function corsOf(headers: Headers): Span {
  const [allowed] = linesOf(headers, 'access-control-allow-origin')
  return allowed?.trim() === '*' ? sure(0) : [-50, 0]
}

function redirectionOf({ plain, secure }: Http): Span {
  if (!plain.seen) {
    if (plain.why === 'unreachable') return sure(0)
    return plain.why === 'tls-failed' ? sure(-20) : [-20, 0]
  }
  const [first, second] = plain.value.hops.map(({ url }) => new URL(url))
  if (!second || plain.value.hops.at(-1)!.url.startsWith('http:')) return sure(-20)
  // It takes a list of names that browsers know beforehand, which we have not.
  if (second.protocol === 'http:') return [-10, 0]
  if (!secure.seen && second.hostname === first!.hostname) return [-20, 0]
  return second.hostname === first!.hostname ? sure(0) : [-5, 0]
}

/** A name that browsers know beforehand has 5 more; that list is not ours. */
function hstsOf({ secure }: Http): Span {
  if (!secure.seen) return [-20, 5]
  const [line] = linesOf(secure.value.hops.at(-1)!.headers, 'strict-transport-security')
  if (line === undefined || line.includes(',')) return [-20, 5]
  const age = line
    .slice(0, 1_024)
    .split(';')
    .flatMap((part) => /^\s*max-age=(\d{1,120})/i.exec(part)?.[1] ?? [])[0]
  if (age === undefined) return [-20, 5]
  return [Number(age) >= HALF_YEAR ? 0 : -10, 5]
}

/** It reads the page as it was sent; we read it as it stands, in which scripts may have brought others. */
function sriOf(page: Session | undefined, at: string): Span {
  if (!page) return [-50, 5]
  const own = new URL(at)
  const scripts = page.scripts.flatMap(({ src, integrity }) => {
    const url = URL.parse(src, at)
    return url && /^https?:$/.test(url.protocol) ? [{ url, integrity }] : []
  })
  const insecure = scripts.some(({ url }) => url.protocol === 'http:')
  const others = scripts.filter(({ url }) => url.hostname !== own.hostname)
  if (insecure || own.protocol === 'http:') return [-50, 5]
  if (others.length === 0) return scripts.some(({ integrity }) => integrity) ? [0, 5] : sure(0)
  return others.every(({ integrity }) => integrity) ? [0, 5] : [-5, 5]
}

function framingOf({ hops }: Chain): Span {
  const { headers } = hops.at(-1)!
  const policies = linesOf(headers, 'content-security-policy').join(';').toLowerCase()
  if (/(?:^|[;,])\s*frame-ancestors\s+\S/.test(policies)) return sure(5)
  const [line] = linesOf(headers, 'x-frame-options')
  const said = line?.trim().toLowerCase()
  if (said === 'deny' || said === 'sameorigin') return sure(5)
  return sure(said?.startsWith('allow-from') ? 0 : -20)
}

const PRIVATE = ['no-referrer', 'same-origin', 'strict-origin', 'strict-origin-when-cross-origin']
const OPEN = ['origin', 'origin-when-cross-origin', 'unsafe-url', 'no-referrer-when-downgrade']

function referrerOf(headers: Headers, metas: readonly string[]): Span {
  const said = [...linesOf(headers, 'referrer-policy'), ...metas]
  if (said.length === 0) return sure(0)
  const last = said
    .join(',')
    .toLowerCase()
    .split(',')
    .map((each) => each.trim())
    .findLast((each) => PRIVATE.includes(each) || OPEN.includes(each))
  return sure(last !== undefined && PRIVATE.includes(last) ? 5 : -5)
}

const nosniffOf = (headers: Headers): Span =>
  sure(linesOf(headers, 'x-content-type-options').some((line) => line.trim().toLowerCase() === 'nosniff') ? 0 : -5)

/** +10 for one of `good`, 0 for one of `plain` or none, −5 for anything else. */
function oneOf(headers: Headers, name: string, good: readonly string[], plain: readonly string[]): Span {
  const [line] = linesOf(headers, name)
  if (line === undefined) return sure(0)
  const said = line.split(';')[0]!.trim().toLowerCase()
  return sure(good.includes(said) ? 10 : plain.includes(said) ? 0 : -5)
}
