/** The browser behind the egress proxy: nothing goes round it, and its reasons are the page's reasons. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import type { ScanBrowser } from './browser.ts'
import { openEgress } from './egress.ts'
import { pageProbes } from '../engine/probes/page-probe.ts'
import { startProxy } from './proxy.ts'
import type { Proxy } from './proxy.ts'
import { testSite } from '../engine/probes/test-site.ts'
import { visitPage } from '../engine/probes/page/visit.ts'

let browser: ScanBrowser
let proxy: Proxy
let site: Awaited<ReturnType<typeof testSite>>

beforeAll(async () => {
  site = await testSite({
    '/': `<!doctype html><html lang="nl"><title>Dorp</title><p>Welkom<img alt="" src="http://meter.test/pixel"><script>
      fetch('{home}/secret').catch(() => {})
      const call = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:3478' }] })
      call.createDataChannel('x'); call.createOffer().then(offer => call.setLocalDescription(offer))
    </script>`,
    '/big': (_, response) => {
      response.setHeader('content-type', 'text/html')
      response.write('<!doctype html><title>Groot</title><p>veel')
      response.end('x'.repeat(3_000_000))
    },
    '/secret': 'geheim',
    '/pixel': 'x',
  })
  const port = Number(new URL(site.url('/')).port)
  const egress = openEgress({
    allow: ['127.0.0.1/32'],
    hosts: { 'dorp.test': '127.0.0.1', 'meter.test': '127.0.0.1', 'binnen.test': '10.0.0.1' },
    ports: { 80: port },
    resolver: '127.0.0.1:9',
  })
  proxy = await startProxy(egress, 2_000_000)
  browser = await launchBrowser({ proxyUrl: proxy.url, ignoreCertificates: false })
})
afterAll(async () => {
  await browser.close()
  await proxy.close()
  await site.close()
})

const visit = (url: string) => {
  proxy.begin()
  return visitPage(browser, url, {
    phase: 'before-consent',
    profile: 'desktop',
    host: new URL(url).hostname,
    probes: pageProbes.filter(({ key }) => key === 'session' || key === 'axe'),
    refused: (host) => proxy.refused(host),
  })
}

test('a page and its third party come through the proxy, and loopback does not go round it', async () => {
  const { seen } = await visit('http://dorp.test/')
  expect(seen.axe?.seen).toBe(true)
  if (!seen.session?.seen) throw new Error(JSON.stringify(seen.session))
  expect(seen.session.value.requests.find((one) => one.host === 'meter.test')).toMatchObject({ status: 200 })
  expect(seen.session.value.requests.find((one) => one.url.endsWith('/secret'))).toBeDefined()
  expect(site.asked.some((one) => one.endsWith('/secret'))).toBe(false)
})

test.each(['http', 'https'])('an address that may not be reached: the proxy says so (%s)', async (scheme) => {
  const { seen } = await visit(`${scheme}://binnen.test/`)
  expect(seen.session).toMatchObject({
    seen: false,
    why: 'refused-address',
    detail: expect.stringContaining('10.0.0.1'),
  })
  expect(seen.axe).toEqual(seen.session)
})

test('a page beyond the byte limit is too large, not half clean', async () => {
  expect((await visit('http://dorp.test/big')).seen.session).toMatchObject({ seen: false, why: 'too-large' })
})
