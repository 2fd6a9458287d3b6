/** A visit keeps to what a site asks of robots: where not to come, and how long to wait between two pages. */
import { afterEach, expect, test } from 'vitest'
import { openGatherer } from './gather.ts'
import { testSite, type Route } from './probes/test-site.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

/** Visits a village of four pages with this robots.txt; gives the pages that were asked for, with when (ms). */
async function visited(robots: string): Promise<{ path: string; at: number }[]> {
  const pages: { path: string; at: number }[] = []
  const serve =
    (path: string, body: string): Route =>
    (request, response) => {
      // A browser that opens a page says this; who reads a statement without a browser does not.
      if (request.headers['upgrade-insecure-requests'] === '1') pages.push({ path, at: Date.now() })
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(`<!doctype html><html lang="nl"><title>Dorp</title><h1>Dorp</h1>${body}`)
    }
  const links = '<a href="/nieuws/a">Nieuws</a> <a href="/contact">Contact</a> <a href="/privacy">Privacyverklaring</a>'
  const bodies = Object.entries({ '/': links, '/nieuws/a': 'a', '/contact': 'c', '/privacy': 'p' })
  const site = await testSite({
    ...Object.fromEntries(bodies.map(([path, body]) => [path, serve(path, body)])),
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
  const { evidence } = await gatherer.gather(target, { signal: AbortSignal.timeout(90_000), progress() {} })
  expect(evidence.pages.some(({ result }) => result.seen)).toBe(true)
  return pages
}

test('what robots may not see is not visited, and without a rule it is', { timeout: 200_000 }, async () => {
  const free = (await visited('')).map(({ path }) => path)
  expect(free).toContain('/nieuws/a')
  const kept = (await visited('User-agent: *\nDisallow: /nieuws/\n')).map(({ path }) => path)
  expect(kept).not.toContain('/nieuws/a')
  // Which page is gone on to differs with what may be seen.
  expect(new Set(kept)).toEqual(new Set(free.filter((path) => path !== '/nieuws/a')))
})

test('between two pages lies the time that was asked', { timeout: 100_000 }, async () => {
  const pages = await visited('User-agent: *\nCrawl-delay: 2\n')
  expect(pages.length).toBeGreaterThan(2)
  const between = pages.slice(1).map(({ at }, index) => at - pages[index]!.at)
  expect(Math.min(...between)).toBeGreaterThanOrEqual(2_000)
})
