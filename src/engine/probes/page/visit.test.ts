/** What is read is the page that was meant, and every visit ends in bounded time, whatever the page does. */
import type { ServerResponse } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Unseen } from '../../../model/evidence.ts'
import { launchBrowser } from '../../../outside/browser.ts'
import type { ScanBrowser } from '../../../outside/browser.ts'
import { HOME, sessionOf, testSite, visit } from '../test-site.ts'
import type { Visit } from './visit.ts'

let browser: ScanBrowser
let site: Awaited<ReturnType<typeof testSite>>

const answer =
  (status: number, type: string | null, body: string, headers: Record<string, string> = {}) =>
  (_: unknown, response: ServerResponse) => {
    response.writeHead(status, { ...(type ? { 'content-type': type } : {}), ...headers })
    response.end(status === 204 ? undefined : site.filled(body))
  }
const html = 'text/html; charset=utf-8'
const endless = (_: unknown, response: ServerResponse) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  response.write('data: 1\n\n')
}

beforeAll(async () => {
  browser = await launchBrowser({ proxyUrl: null, ignoreCertificates: false })
  site = await testSite({
    '/ok': '<!doctype html><title>Goed</title><p>Welkom</p>',
    '/404': answer(404, html, '<title>Niet gevonden</title><p>weg'),
    '/500-empty': answer(500, null, ''),
    '/403': answer(403, html, '<title>Access Denied</title><p>Reference #18.1234'),
    '/403-empty': answer(403, null, ''),
    '/401': answer(401, html, '<p>login'),
    '/429': answer(429, html, '<p>rustig', { 'retry-after': '120' }),
    '/503-wall': answer(503, html, '<title>Just a moment...</title><p>Checking your browser'),
    '/503': answer(503, html, '<title>Onderhoud</title><p>Wij zijn zo terug'),
    '/200-wall': '<!doctype html><title>Just a moment...</title><form id="challenge-form"></form><p>Even geduld',
    '/200-captcha':
      '<!doctype html><title>gemeente.nl</title><p>Bevestig dat u een mens bent<div class="g-recaptcha"></div>',
    '/real-with-captcha':
      `<!doctype html><title>Contact</title>${'<a href="/x">Pagina</a> '.repeat(8)}<form><div ` +
      `class="g-recaptcha"></div><input></form>`,
    '/empty': '<!doctype html><title>Leeg</title><div></div><script>void 0</script>',
    '/picture-only': '<!doctype html><title>Plaat</title><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">',
    '/204': answer(204, null, ''),
    '/pdf': answer(200, 'application/pdf', '%PDF-1.4'),
    '/json': answer(200, 'application/json', '{"a":1}'),
    '/download': answer(200, html, 'x', { 'content-disposition': 'attachment' }),
    '/xhtml': answer(
      200,
      'application/xhtml+xml',
      '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>Hallo</p></body></html>',
    ),
    '/away': (_, response) => {
      response.writeHead(302, { location: site.filled('{other}/ok') })
      response.end()
    },
    '/away-by-script': `<!doctype html><p>weg<script>location = '{other}/ok'</script>`,
    '/loop': (_, response) => {
      response.writeHead(302, { location: '/loop' })
      response.end()
    },
    '/refresh-loop': '<!doctype html><p>rond<meta http-equiv="refresh" content="0">',
    '/moved': (_, response) => {
      response.writeHead(301, { location: '/ok' })
      response.end()
    },
    '/hash': `<!doctype html><p>deel<script>history.replaceState(null, '', '/deel/twee')</script>`,
    '/sse':
      `<!doctype html><title>Druk</title><p>nooit stil<script>new EventSource('/events'); setInterval(() => ` +
      `fetch('/ok?' + Math.random()), 100)</script>`,
    '/events': endless,
    '/never-loads': '<!doctype html><title>Half</title><p>leesbaar<img src="/silence">',
    '/silence': () => undefined,
    '/drip': (_, response) => {
      response.writeHead(200, { 'content-type': html })
      response.write('<!doctype html><title>Druppel</title><p>begin')
    },
    '/busy': '<!doctype html><title>Vast</title><p>leesbaar<script>while (true);</script>',
    '/busy-again':
      '<!doctype html><title>Vaster</title><p>leesbaar<script>setInterval(() => { while (true); }, 1)</script>',
    '/alerts': '<!doctype html><title>Melding</title><p>leesbaar<script>while (true) alert(1)</script>',
    '/alerts-timer': '<!doctype html><title>Melding</title><p>leesbaar<script>setInterval(() => alert(1), 1)</script>',
    '/popups':
      '<!doctype html><title>Vensters</title><p>leesbaar<script>for (let i = 0; i < 50; i++) ' +
      'window.open("/ok?popup" + i)</script>',
    '/history':
      '<!doctype html><title>Storm</title><p>leesbaar<script>setInterval(() => history.pushState(0, "", "?" + ' +
      'Math.random()), 0)</script>',
    '/unload':
      '<!doctype html><title>Blijf</title><p>leesbaar<script>onbeforeunload = e => { e.preventDefault(); return ' +
      '"x" }; onunload = () => { while (true); }</script>',
  })
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

const why = ({ seen }: Visit) => [seen.session, seen.axe].map((one) => (one && !one.seen ? one.why : 'seen'))
const detail = ({ seen }: Visit) => (seen.session && !seen.session.seen ? seen.session.detail : '')

describe('a page that is not the page that was meant gives a reason and no evidence', () => {
  const cases: [path: string, why: Unseen, detail: RegExp][] = [
    ['/404', 'gone', /404/],
    ['/500-empty', 'http-error', /500/],
    ['/503', 'http-error', /503/],
    ['/403', 'blocked', /403.*Access Denied/i],
    ['/403-empty', 'blocked', /403/],
    ['/401', 'blocked', /401/],
    ['/503-wall', 'blocked', /Just a moment/i],
    ['/200-wall', 'blocked', /Just a moment/i],
    ['/200-captcha', 'blocked', /captcha/],
    ['/429', 'rate-limited', /retry-after 120/],
    ['/empty', 'empty', /text/],
    ['/204', 'empty', /204/],
    ['/pdf', 'not-html', /pdf/],
    ['/json', 'not-html', /json/],
    ['/download', 'not-html', /html/],
    ['/away', 'redirected-away', /^127\.0\.0\.2$/],
    ['/away-by-script', 'redirected-away', /^127\.0\.0\.2$/],
    ['/loop', 'redirect-loop', /REDIRECTS/],
    ['/refresh-loop', 'redirect-loop', /documents/],
  ]
  test.each(cases)('%s: %s', async (path, reason, words) => {
    const result = await visit(browser, site.url(path))
    expect(why(result)).toEqual([reason, reason])
    expect(detail(result)).toMatch(words)
    expect(result.blobs.size).toBe(0)
  })

  test('nobody listens: unreachable', async () => {
    const gone = await testSite({})
    await gone.close()
    expect(why(await visit(browser, gone.url('/')))).toEqual(['unreachable', 'unreachable'])
  })
  test('a name that does not exist', async () => {
    expect(why(await visit(browser, 'http://bestaat-niet.invalid/', { host: 'bestaat-niet.invalid' }))[0]).toBe(
      'name-not-found',
    )
  })
  test('plain http where https was asked', async () => {
    expect(why(await visit(browser, site.url('/ok').replace('http:', 'https:')))[0]).toBe('tls-failed')
  })
  test('the proxy says why it refused', async () => {
    const refused = (host: string) =>
      host === HOME ? { why: 'refused-address' as const, detail: 'loopback' } : undefined
    expect(why(await visit(browser, 'http://127.0.0.1:9/', { refused }))).toEqual([
      'refused-address',
      'refused-address',
    ])
  })
})

describe('a page that is the page is seen', () => {
  test.each(['/ok', '/xhtml', '/picture-only', '/real-with-captcha'])('%s', async (path) => {
    expect(why(await visit(browser, site.url(path)))).toEqual(['seen', 'seen'])
  })
  test('after a redirect within the site', async () => {
    expect(await sessionOf(browser, site.url('/moved'))).toMatchObject({
      finalUrl: site.url('/ok'),
      url: site.url('/moved'),
      status: 200,
    })
  })
  test('under the address it gave itself', async () => {
    expect((await sessionOf(browser, site.url('/hash'))).finalUrl).toBe(site.url('/deel/twee'))
  })
})

describe('bounded time', () => {
  const timed = async (path: string, probes?: 'all') => {
    const begun = Date.now()
    const session = probes ? undefined : await sessionOf(browser, site.url(path))
    const result = probes ? await visit(browser, site.url(path)) : undefined
    return { ms: Date.now() - begun, session, result }
  }

  test('a page whose network is never idle is read all the same', async () => {
    const { ms, session } = await timed('/sse')
    expect(session).toMatchObject({ title: 'Druk', lacks: {} })
    expect(ms).toBeLessThan(8_000)
  })
  test('a page whose load event never comes is read in part', async () => {
    const { ms, session } = await timed('/never-loads')
    expect(session).toMatchObject({ title: 'Half', lacks: { content: ['loading'], requests: ['loading'] } })
    expect(ms).toBeLessThan(28_000)
  })
  test('a page whose body never ends is read in part', async () => {
    expect((await timed('/drip')).session).toMatchObject({ title: 'Druppel', lacks: { content: ['loading'] } })
  })
  test.each(['/busy', '/busy-again'])(
    '%s: a script that never ends is stopped and the page read in part',
    async (path) => {
      const { ms, session } = await timed(path)
      expect(session).toMatchObject({ text: 'leesbaar', lacks: { requests: expect.arrayContaining(['stopped']) } })
      expect(ms).toBeLessThan(28_000)
    },
  )
  test.each(['/alerts', '/alerts-timer', '/popups', '/unload', '/history'])('%s', async (path) => {
    const { ms, session } = await timed(path)
    expect(session?.text).toBe('leesbaar')
    expect(ms).toBeLessThan(28_000)
  })
  test('popups are not opened', () => {
    expect(site.asked.filter((one) => one.includes('ok?popup'))).toEqual([])
  })
  test('a server that never answers is a timeout', async () => {
    const { ms, result } = await timed('/silence', 'all')
    expect(result && why(result)).toEqual(['timeout', 'timeout'])
    expect(ms).toBeLessThan(28_000)
  })
  test('a spent budget is a timeout', async () => {
    const result = await visit(browser, site.url('/silence'), { budgetMs: 1_000 })
    expect(why(result)).toEqual(['timeout', 'timeout'])
  })
  test('the browser is still of use afterwards', async () => {
    expect(browser.alive()).toBe(true)
    expect((await sessionOf(browser, site.url('/ok'))).title).toBe('Goed')
  })
})

test('a browser that ends during a visit is told from a page that fails', async () => {
  const doomed = await launchBrowser({ proxyUrl: null, ignoreCertificates: false })
  const going = visit(doomed, site.url('/never-loads'))
  setTimeout(() => doomed.kill(), 1_500)
  await expect(going).rejects.toMatchObject({ why: 'crashed' })
  expect(doomed.alive()).toBe(false)
})
