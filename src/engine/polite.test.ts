/** A visit keeps to what a site asks: where robots may not come, how long to wait, and to come back later. */
import { afterEach, expect, test } from 'vitest'
import { judgeEvidence, loadRules } from '../apps/rules.ts'
import { openGatherer } from './gather.ts'
import { testSite, type Route } from './probes/test-site.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

const PATHS = ['/', '/nieuws/a', '/contact', '/privacy'] as const
type Refusal = { readonly status: number; readonly headers?: Readonly<Record<string, string>> }

/**
 * Visits a village of four pages with this robots.txt; gives the pages that were asked for, with when (ms), and all
 * that was asked since the first page but the landing page. Those answer by this `refusal`, when there is one.
 */
async function visited(robots: string, refusal?: Refusal) {
  const pages: { path: string; at: number }[] = []
  let since: string[] | undefined
  const serve =
    (path: string, body: string): Route =>
    (request, response) => {
      // A browser that opens a page says this; who reads a statement without a browser does not.
      if (request.headers['upgrade-insecure-requests'] === '1') pages.push({ path, at: Date.now() })
      since?.push(path)
      if (refusal && path !== '/') {
        since ??= []
        return void response.writeHead(refusal.status, refusal.headers ?? {}).end('Even niet')
      }
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(`<!doctype html><html lang="nl"><title>Dorp</title><h1>Dorp</h1>${body}`)
    }
  const links =
    '<a href="/nieuws/a">Nieuws</a> <a href="/contact">Contact</a> <a href="/privacy">Privacyverklaring</a>' +
    '<a href="/jaar.pdf">Jaarverslag</a>'
  const site = await testSite({
    ...Object.fromEntries([...PATHS, '/jaar.pdf'].map((path) => [path, serve(path, links)])),
    '/robots.txt': (_, response) => void response.setHeader('content-type', 'text/plain').end(robots),
  })
  stops.push(site.close)
  const port = Number(new URL(site.url('/')).port)
  const gatherer = await openGatherer({
    allow: ['127.0.0.1/32'],
    resolver: '127.0.0.1:9',
    hosts: { 'dorp.test': '127.0.0.1' },
    ports: { 80: port },
  })
  stops.push(() => gatherer.close())
  const target = { kind: 'website', address: 'dorp.test' } as const
  const gathered = await gatherer.gather(target, { signal: AbortSignal.timeout(90_000), progress() {} })
  expect(gathered.evidence.pages.some(({ result }) => result.seen)).toBe(true)
  return { pages, since: since ?? [], ...gathered }
}

test('what robots may not see is not visited, and without a rule it is', { timeout: 200_000 }, async () => {
  const free = (await visited('')).pages.map(({ path }) => path)
  expect(free).toContain('/nieuws/a')
  const kept = (await visited('User-agent: *\nDisallow: /nieuws/\n')).pages.map(({ path }) => path)
  expect(kept).not.toContain('/nieuws/a')
  // Which page is gone on to differs with what may be seen.
  expect(new Set(kept)).toEqual(new Set(free.filter((path) => path !== '/nieuws/a')))
})

test('between two pages lies the time that was asked', { timeout: 100_000 }, async () => {
  const { pages } = await visited('User-agent: *\nCrawl-delay: 2\n')
  expect(pages.length).toBeGreaterThan(2)
  const between = pages.slice(1).map(({ at }, index) => at - pages[index]!.at)
  expect(Math.min(...between)).toBeGreaterThanOrEqual(2_000)
})

test.each([
  [{ status: 429, headers: { 'retry-after': '3600' } }, 3_600_000],
  [{ status: 429 }, null],
  [{ status: 503, headers: { 'retry-after': '120' } }, 120_000],
])(
  'after %j nothing more is asked, and what was not seen is not known',
  { timeout: 100_000 },
  async (refusal, wait) => {
    const begun = Date.now()
    const { since, evidence, comeBack } = await visited('', refusal)
    expect(since).toEqual([])
    const unseen = evidence.pages.filter(({ page }) => page !== 'http://dorp.test/')
    expect(unseen.length).toBeGreaterThan(1)
    // Each page that was chosen is there with why, and each walk from the landing page.
    expect(unseen.map(({ result }) => result)).toEqual(
      unseen.map(() => expect.objectContaining({ seen: false, why: 'rate-limited' })),
    )
    const walks = evidence.pages.filter(({ probe, profile }) => /consent|behaviour/.test(probe) || profile === 'phone')
    expect(walks.map(({ result }) => !result.seen && result.why)).toEqual(Array(4).fill('rate-limited'))
    const rules = await loadRules({ program: '.', data: '.' })
    const subject = { kind: 'website', address: 'dorp.test', publicBody: false } as const
    const { findings } = judgeEvidence(evidence, subject, rules)
    const needs = new Map(
      rules.catalogue.norms.flatMap(({ criteria }) =>
        criteria.map(({ id, means }) => [
          id,
          means.by === 'check' ? Object.keys(rules.checks.get(means.check)!.needs) : [],
        ]),
      ),
    )
    const later = findings.filter(({ criterion }) =>
      needs.get(criterion)!.some((part) => /^(?:statements|documents|consent|behaviour)$/.test(part)),
    )
    expect(later.length).toBeGreaterThan(10)
    expect(later.filter(({ verdict }) => verdict !== 'unknown' && verdict !== 'not-applicable')).toEqual([])
    if (wait === null) return void expect(comeBack).toBeUndefined()
    expect(Date.parse(comeBack!)).toBeGreaterThanOrEqual(begun + wait)
    expect(Date.parse(comeBack!)).toBeLessThanOrEqual(Date.now() + wait)
  },
)

test.each([{ status: 500, headers: { 'retry-after': '3600' } }, { status: 503 }])(
  'near miss: after %j, an error, the others are visited',
  { timeout: 100_000 },
  async (refusal) => {
    const { pages, since, comeBack } = await visited('', refusal)
    expect(new Set(pages.map(({ path }) => path))).toEqual(new Set(PATHS))
    expect(since).toContain('/jaar.pdf')
    expect(comeBack).toBeUndefined()
  },
)
