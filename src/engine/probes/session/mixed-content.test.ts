/** What a real browser says of parts over http on a page over https, beyond what its console shows; frames; workers. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HOST, judgeWith, session, sighting } from '../../../../test/evidence.ts'
import { launchBrowser, type ScanBrowser } from '../../../outside/browser.ts'
import { certify, serveHttps, stopAll } from '../../../outside/test-net.ts'
import { mixedContent } from '../../checks/mixed-content.ts'
import { sessionOf, testSite } from '../test-site.ts'

const LONG = 'a'.repeat(400)
const MIXED = `<!doctype html><html lang="nl"><title>Gemengd</title><p>Een pagina
<script>for (let at = 0; at < 60; at++) console.log('ruis', at)</script>
<script src="http://oud.test/${LONG}.js"></script><img src="http://oud.test/beeld.png" alt="">
<a href="http://oud.test/elders">elders</a><form action="http://oud.test/zend"><input name="a"></form>`

let browser: ScanBrowser
let secure: string
let site: Awaited<ReturnType<typeof testSite>>

beforeAll(async () => {
  browser = await launchBrowser({ proxyUrl: null, ignoreCertificates: true })
  const port = await serveHttps(certify('localhost', { names: ['localhost'] }).tls, (_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(MIXED)
  })
  secure = `https://127.0.0.1:${port}/`
  const script = (text: string) => (_: unknown, response: import('node:http').ServerResponse) => {
    response.setHeader('content-type', 'text/javascript')
    response.end(text)
  }
  site = await testSite({
    '/frames': `<!doctype html><p>veel${'<iframe srcdoc="<p>x"></iframe>'.repeat(60)}`,
    '/few': `<!doctype html><p>weinig${'<iframe srcdoc="<p>x"></iframe>'.repeat(3)}`,
    '/late': '<!doctype html><p>werk<script>new Worker("/late.js")</script>',
    '/late.js': script('fetch("/first").then(() => fetch("/second"))'),
    '/first': (_, response) => void setTimeout(() => response.end('{}'), 300),
    '/second': (_, response) => void setTimeout(() => response.end('{}'), 300),
    '/held': '<!doctype html><p>werk<script>new Worker("/held.js")</script>',
    '/held.js': script('fetch("/never")'),
    '/never': () => undefined,
  })
})
afterAll(async () => {
  await browser.close()
  await site.close()
  await stopAll()
})

test('every part over http is told whole, however much stands in the console', async () => {
  const seen = await sessionOf(browser, secure)
  expect(seen.console).toHaveLength(50)
  expect(seen.mixed).toEqual([
    { url: `http://oud.test/${LONG}.js`, became: 'blocked' },
    { url: 'http://oud.test/beeld.png', became: 'upgraded' },
  ])
  const page = sighting(session({ ...seen, url: `https://${HOST}/`, finalUrl: `https://${HOST}/` }))
  expect(judgeWith(mixedContent, { session: [page] })).toMatchObject({ reason: 'active', seen: { count: 1 } })
})

test('more frames than are looked into is a lack of what stands in frames', async () => {
  const seen = await sessionOf(browser, site.url('/frames'))
  expect(seen.frames.length).toBeLessThan(60)
  expect(seen.lacks).toMatchObject({ content: ['frames'], cookies: ['frames'], storage: ['frames'] })
  expect((await sessionOf(browser, site.url('/few'))).lacks).toEqual({})
})

test('what a worker still waits for is waited for, and what stays away is a lack', async () => {
  const late = await sessionOf(browser, site.url('/late'))
  for (const path of ['/first', '/second'])
    expect(late.requests.find(({ url }) => url.endsWith(path))).toMatchObject({ status: 200, outcome: 'answered' })
  expect(late.lacks).toEqual({})
  const held = await sessionOf(browser, site.url('/held'))
  expect(held.lacks).toEqual({ requests: ['busy'], cookies: ['busy'] })
})
