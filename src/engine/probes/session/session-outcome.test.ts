/** What becomes of requests in a real browser: only what somebody heard is told as heard. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Session } from '../../../model/evidence.ts'
import { launchBrowser, type ScanBrowser } from '../../../outside/browser.ts'
import { openEgress } from '../../../outside/egress.ts'
import { serveDns, stopAll, zone } from '../../../outside/test-net.ts'
import { startProxy, type Proxy } from '../../../outside/proxy.ts'
import { pageProbes } from '../page-probe.ts'
import { testSite } from '../test-site.ts'
import { visitPage } from '../page/visit.ts'

const LONG = 'v'.repeat(3_000)
const PAGE = `<!doctype html><html lang="nl"><title>Verzoeken</title>
<meta http-equiv="content-security-policy" content="img-src 'self' http://ander.test http://weg.nl http://binnen.test">
<link rel="preconnect" href="http://alleen-verbonden.test">
<script type="text/plain" src="http://ander.test/wacht.js"></script>
<p>Een pagina</p>
<img src="http://verboden.test/pixel.gif" alt=""><img src="http://ander.test/gif" alt="">
<img src="http://ander.test/lang?a=${LONG}&dl=achteraan" alt="">
<img src="http://weg.nl/pixel.gif" alt=""><img src="http://binnen.test/pixel.gif" alt="">
<img src="http://ander.test/breekt" alt="">
<script>fetch('http://ander.test/zonder-cors').catch(() => {})
const stop = new AbortController(); fetch('http://ander.test/nooit', { mode: 'no-cors', signal: stop.signal })
  .catch(() => {}); setTimeout(() => stop.abort(), 300)</script>`

let site: Awaited<ReturnType<typeof testSite>>
let proxy: Proxy
let browser: ScanBrowser
let seen: Session

beforeAll(async () => {
  site = await testSite({
    '/': PAGE,
    '/gif': (_, response) => {
      response.setHeader('content-type', 'image/gif')
      response.end(Buffer.from('R0lGODlhAQABAAAAACw=', 'base64'))
    },
    '/zonder-cors': (_, response) => response.end('{}'),
    '/nooit': () => undefined,
    '/breekt': (request) => request.socket.destroy(),
  })
  const names = await serveDns(zone({}))
  const egress = openEgress({
    allow: ['127.0.0.1/32'],
    hosts: {
      'stad.test': '127.0.0.1',
      'ander.test': '127.0.0.1',
      'verboden.test': '127.0.0.1',
      'binnen.test': '10.0.0.1',
    },
    ports: { 80: Number(new URL(site.url('/')).port) },
    resolver: names.resolver,
  })
  proxy = await startProxy(egress)
  browser = await launchBrowser({ proxyUrl: proxy.url, ignoreCertificates: false })
  const { seen: all } = await visitPage(browser, 'http://stad.test/', {
    phase: 'before-consent',
    profile: 'desktop',
    host: 'stad.test',
    probes: pageProbes.filter(({ key }) => key === 'session'),
    refused: (host) => proxy.refused(host),
  })
  if (!all.session?.seen) throw new Error(JSON.stringify(all.session))
  seen = all.session.value
})
afterAll(async () => {
  await browser.close()
  await proxy.close()
  await site.close()
  await stopAll()
})

test.each([
  ['an answer', 'http://ander.test/gif', 'answered'],
  ['an answer that the page may not read', 'http://ander.test/zonder-cors', 'answered'],
  ['a question given up while it waited', 'http://ander.test/nooit', 'sent'],
  ['a connection broken off after the question', 'http://ander.test/breekt', 'sent'],
  ['a name that does not exist', 'http://weg.nl/pixel.gif', 'unresolved'],
  ['an address inside a network', 'http://binnen.test/pixel.gif', 'refused'],
  ["what the page's own policy stopped", 'http://verboden.test/pixel.gif', 'blocked'],
])('%s: %s is %s', (_, url, outcome) => {
  expect(seen.requests.find((one) => one.url === url)?.outcome).toBe(outcome)
})
test('a connection alone, and a script that waits for a choice, are no requests', () => {
  expect(seen.requests.filter(({ url }) => /alleen-verbonden|wacht\.js/.test(url))).toEqual([])
})
test('a long address is kept whole', () => {
  const long = seen.requests.find(({ url }) => url.includes('/lang'))
  expect(long?.url.endsWith('&dl=achteraan')).toBe(true)
  expect(long?.cut).toBeUndefined()
})
