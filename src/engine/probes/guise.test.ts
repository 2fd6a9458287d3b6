/** What a page learns of the browser that visits it: a computer, or a phone; and in both that it is us. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Profile } from '../../model/evidence.ts'
import { launchBrowser, type ScanBrowser } from '../../outside/browser.ts'
import { pageProbes } from './page-probe.ts'
import { testSite, visit } from './test-site.ts'

let browser: ScanBrowser
let site: Awaited<ReturnType<typeof testSite>>
let told: string | undefined

beforeAll(async () => {
  site = await testSite({
    '/': (request, response) => {
      told = request.headers['user-agent']
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(`<!doctype html><html lang="nl"><meta name="viewport" content="width=device-width">
<title>Dorp</title><p id="p">dorp</p><script>
p.textContent = [innerWidth, navigator.maxTouchPoints > 0, /Mobile/.test(navigator.userAgent),
matchMedia('(max-width: 600px)').matches, matchMedia('(hover: none)').matches].join()</script>`)
    },
  })
  browser = await launchBrowser({ proxyUrl: null, ignoreCertificates: false })
}, 60_000)
afterAll(async () => {
  await browser.close()
  await site.close()
})

const textAs = async (profile: Profile) => {
  const probes = pageProbes.filter(({ key }) => key === 'session')
  const { seen } = await visit(browser, site.url('/'), { probes, profile })
  if (!seen.session?.seen) throw new Error(`not seen: ${JSON.stringify(seen.session)}`)
  return seen.session.value.text
}

test('a phone is narrow, is touched and says so; a computer is none of it', { timeout: 60_000 }, async () => {
  expect(await textAs('desktop')).toBe('1280,false,false,false,false')
  expect(told).toContain('Leidraad')
  expect(await textAs('phone')).toBe('412,true,true,true,true')
  expect(told).toMatch(
    /^Mozilla\/5\.0 \(Linux; Android 10; K\) .* Chrome\/\d+\.0\.0\.0 Mobile Safari\/537\.36 .*Leidraad/,
  )
})
