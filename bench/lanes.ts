/** Lanes along which pages are visited: each a browser behind a guard of its own, as the gatherer has them. */
import { browserUserAgent } from '../src/outside/browser-binary.ts'
import { launchBrowser, type ScanBrowser } from '../src/outside/browser.ts'
import type { Egress } from '../src/outside/egress.ts'
import { startProxy, type Proxy } from '../src/outside/proxy.ts'

export type Lane = { readonly browser: ScanBrowser; readonly proxy: Proxy }

export async function openLanes(egress: Egress, count: number): Promise<Lane[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const proxy = await startProxy(egress)
      return { proxy, browser: await launchBrowser({ proxyUrl: proxy.url, ignoreCertificates: true }) }
    }),
  )
}

export async function closeLanes(lanes: readonly Lane[]): Promise<void> {
  for (const { browser, proxy } of lanes) {
    await browser.close()
    await proxy.close()
  }
}

/** The page in a new context until its load event, and nothing more: what no visit can do without. */
export async function bare({ browser, proxy }: Lane, url: string): Promise<void> {
  proxy.begin()
  const context = await browser.browser.newContext({
    ignoreHTTPSErrors: true,
    userAgent: browserUserAgent(browser.version),
    viewport: { width: 1280, height: 900 },
  })
  try {
    await (await context.newPage()).goto(url, { waitUntil: 'load' })
  } finally {
    await context.close()
  }
}
