/** Test support: small sites on loopback, and visits to them. Other loopback addresses play the third parties. */
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Axe, Session } from '../../model/evidence.ts'
import type { ScanBrowser } from '../../outside/browser.ts'
import { pageProbes } from './page-probe.ts'
import { visitPage } from './page/visit.ts'
import type { VisitOptions } from './page/visit.ts'

export type Route = string | ((request: IncomingMessage, response: ServerResponse) => void)

/** The host that plays the municipality, and two that play others. */
export const HOME = '127.0.0.1'
export const OTHER = '127.0.0.2'
export const THIRD = '127.0.0.3'

/**
 * Serves routes by path on every loopback address; a string is an HTML page, in which {other} and {third} become
 * origins.
 */
export async function testSite(routes: Record<string, Route>) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    asked.push(`${request.method} ${request.headers.host?.split(':')[0]}${request.url}`)
    const route = routes[path]
    if (typeof route === 'function') return route(request, response)
    response.statusCode = route === undefined ? 404 : 200
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(filled(route ?? '<p>not here'))
  })
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve))
  const { port } = server.address() as AddressInfo
  const origin = (host: string) => `http://${host}:${port}`
  const hosts = { home: HOME, other: OTHER, third: THIRD }
  const filled = (html: string) =>
    html.replaceAll(/\{(home|other|third)\}/g, (_, who: keyof typeof hosts) => origin(hosts[who]))
  return {
    asked,
    origin,
    filled,
    server,
    url: (path: string) => `${origin(HOME)}${path}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** What looks at every page. */
const asUsual = pageProbes.filter(({ key }) => key === 'session' || key === 'axe')

/** A visit with each of these, as gather makes it. */
export const visit = (browser: ScanBrowser, url: string, more: Partial<VisitOptions> = {}) =>
  visitPage(browser, url, { phase: 'before-consent', profile: 'desktop', host: HOME, probes: asUsual, ...more })

export async function sessionOf(browser: ScanBrowser, url: string): Promise<Session> {
  const { seen } = await visit(browser, url, { probes: pageProbes.filter((probe) => probe.key === 'session') })
  if (!seen.session?.seen) throw new Error(`not seen: ${JSON.stringify(seen.session)}`)
  return seen.session.value
}

export async function axeOf(browser: ScanBrowser, url: string): Promise<Axe> {
  const { seen } = await visit(browser, url, { probes: pageProbes.filter((probe) => probe.key === 'axe') })
  if (!seen.axe?.seen) throw new Error(`not seen: ${JSON.stringify(seen.axe)}`)
  return seen.axe.value
}
