/** The session probe against pages whose requests, cookies and storage are known beforehand. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Session } from '../../../model/evidence.ts'
import { launchBrowser } from '../../../outside/browser.ts'
import type { ScanBrowser } from '../../../outside/browser.ts'
import { sessionProbe } from './session.ts'
import { HOME, OTHER, testSite, THIRD, visit } from '../test-site.ts'
import { openPage } from '../page/visited-page.ts'

let browser: ScanBrowser
let sent: import('node:http').IncomingHttpHeaders = {}
let site: Awaited<ReturnType<typeof testSite>>

let release = () => {}
const released = new Promise<void>((resolve) => {
  release = resolve
})

const DAY = 86_400
const js = (code: string) => (_: unknown, response: import('node:http').ServerResponse) => {
  response.setHeader('content-type', 'text/javascript')
  response.setHeader('access-control-allow-origin', '*')
  response.end(site.filled(code))
}

const PAGE = `<!doctype html><html lang="nl"><head><title>Gemeente \u0000 Proef</title>
<meta name="description" content="Een proef"><meta http-equiv="refresh-not" content="x">
<link rel="stylesheet" href="/style.css" integrity="sha384-abc">
<script src="{other}/third.js"></script>
<script src="/own.js?token=geheim" defer></script></head><body>
<h1>Welkom</h1><p style="display:none">verborgen</p>
<a href="/contact">Contact <b>opnemen</b></a><a href="mailto:a@example.nl">mail</a><a
  href="/pic"><img alt="Plaatje" src="/redirect.png"></a>
<form action="https://user:wachtwoord@elders.example/zend" method="POST" id="reactie"><input
  name="action" value="clobber">
<label>E-mail <input type="email" name="mail"></label><input type="hidden" name="csrf"><textarea
  name="tekst" aria-label="Bericht"></textarea></form>
<img name="body" alt=""><form name="querySelectorAll" action="/x"><input name="getAttribute"><input
  name="previousElementSibling"></form>
<iframe src="{other}/frame" title="Video van de gemeente"></iframe>
<script>
document.cookie = 'eigen=1; max-age=' + 10 * 86400
localStorage.setItem('voorkeur', 'donker'); sessionStorage.setItem('stap', '1')
indexedDB.open('databank'); caches.open('voorraad').catch(() => {})
fetch('{third}/api'); navigator.sendBeacon('{third}/beacon', 'x')
new WebSocket('{third}/socket'.replace('http', 'ws'))
new Worker('/worker.js')
console.log('hallo', 7); console.error('fout')
</script></body></html>`

beforeAll(async () => {
  browser = await launchBrowser({ proxyUrl: null, ignoreCertificates: false })
  site = await testSite({
    '/': (request, response) => {
      sent = request.headers
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.setHeader('set-cookie', ['lang=nl; Max-Age=63072000; Path=/; HttpOnly; SameSite=Lax', 'oud=; Max-Age=0'])
      response.setHeader('x-twee', ['a', 'b'])
      response.end(site.filled(PAGE))
    },
    '/style.css': (_, response) => {
      response.setHeader('content-type', 'text/css')
      response.end('h1{color:black}')
    },
    '/own.js': js('fetch("/own-data")'),
    '/third.js': (request, response) => {
      response.setHeader('set-cookie', [
        'volg=abc; Max-Age=999999999; SameSite=None; Secure',
        'zonder=1; Expires=Wed, 01 Jan 2031 00:00:00 GMT',
      ])
      js('new Image().src = "{third}/pixel.gif?u=1"')(request, response)
    },
    '/frame':
      '<!doctype html><title>frame</title><script>localStorage.setItem("ingesloten","1");' +
      'document.cookie="ingesloten=1"</script>',
    '/redirect.png': (_, response) => {
      response.statusCode = 302
      response.setHeader('location', site.filled('{third}/pixel.gif'))
      response.setHeader('set-cookie', 'sprong=1')
      response.end()
    },
    '/pixel.gif': (_, response) => {
      response.setHeader('content-type', 'image/gif')
      response.setHeader('set-cookie', 'pixel=1')
      response.end(Buffer.from('R0lGODlhAQABAAAAACw=', 'base64'))
    },
    '/api': (_, response) => {
      response.setHeader('access-control-allow-origin', '*')
      response.end('{}')
    },
    '/own-data': (_, response) => response.end('{}'),
    '/worker.js': js('fetch("{third}/from-worker")'),
    '/from-worker': (_, response) => {
      response.setHeader('access-control-allow-origin', '*')
      response.setHeader('set-cookie', 'werker=1')
      response.end('{}')
    },
    '/beacon': (_, response) => {
      response.statusCode = 204
      response.end()
    },
    '/held.gif': (_, response) => {
      void released.then(() => response.end())
    },
    '/flood':
      `<!doctype html><p>veel<script>for (let i = 0; i < 3000; i++) new Image().src = '{other}/held.gif?' + ` +
      `i</script>`,
  })
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

describe('one page with everything in it', () => {
  let seen: Session
  let blobs: ReadonlyMap<string, Uint8Array>
  const request = (path: string, host?: string) =>
    seen.requests.find((one) => one.url.includes(path) && (!host || one.host === host))
  const cookie = (name: string) => seen.cookies.find((one) => one.name === name)

  beforeAll(async () => {
    const result = await visit(browser, site.url('/'))
    if (!result.seen.session?.seen) throw new Error(JSON.stringify(result.seen.session))
    seen = result.seen.session.value
    blobs = result.blobs
  })

  test('knows every kind of request and who asked for it', () => {
    expect(request('/third.js')).toMatchObject({
      host: OTHER,
      type: 'script',
      status: 200,
      initiator: { kind: 'parser', url: site.url('/') },
    })
    expect(request('/pixel.gif?u=1')).toMatchObject({
      host: THIRD,
      type: 'image',
      initiator: { kind: 'script', url: site.filled('{other}/third.js') },
    })
    expect(request('/api')).toMatchObject({ host: THIRD, type: 'fetch', method: 'GET' })
    expect(request('/beacon')).toMatchObject({ type: 'ping', method: 'POST' })
    expect(request('/socket')).toMatchObject({ host: THIRD, type: 'websocket', initiator: { kind: 'script' } })
    expect(request('/from-worker')).toMatchObject({ host: THIRD, status: 200, initiator: { kind: 'worker' } })
    expect(request('/frame')).toMatchObject({ host: OTHER, type: 'document' })
    expect(request('/own-data')?.initiator.url).toBe(site.url('/own.js?token=…'))
    expect(seen.requests.filter((one) => one.url.endsWith('/worker.js'))).toHaveLength(1)
    expect(seen.lacks).toEqual({})
  })

  test('keeps a redirect as two requests, tied together', () => {
    expect(request('/redirect.png')).toMatchObject({ status: 302, redirectedFrom: null })
    const landed = seen.requests.find((one) =>
      one.url.endsWith('{third}/pixel.gif'.replace('{third}', site.origin(THIRD))),
    )
    expect(landed).toMatchObject({ status: 200, redirectedFrom: site.url('/redirect.png'), host: THIRD })
  })

  test('knows the Referer header that went along', () => {
    expect(request('/third.js')?.referrer).toBe(`${site.url('/')}`)
    expect(seen.requests[0]?.referrer).toBeNull()
  })

  test('keeps cookies as sent, longer than the browser would keep them', () => {
    expect(cookie('lang')).toMatchObject({
      host: '127.0.0.1',
      by: 'header',
      lifetime: 730 * DAY,
      httpOnly: true,
      sameSite: 'Lax',
      blocked: [],
    })
    expect(cookie('oud')?.lifetime).toBe(0)
    expect(cookie('volg')).toMatchObject({
      host: OTHER,
      by: 'header',
      lifetime: 999_999_999,
      secure: true,
      sameSite: 'None',
    })
    expect(cookie('zonder')).toMatchObject({
      host: OTHER,
      lifetime: expect.closeTo((Date.UTC(2031, 0, 1) - Date.now()) / 1000, -2),
    })
  })

  test('keeps third-party cookies that the browser refused, with its reason', () => {
    expect(cookie('zonder')?.blocked.join()).toMatch(/SameSite/)
    expect(cookie('pixel')).toMatchObject({ host: THIRD })
  })

  test('gives a cookie on a redirect to the host that redirected', () => {
    expect(cookie('sprong')).toMatchObject({ host: '127.0.0.1' })
  })

  test("sees a cookie that a worker's request brought", () => {
    expect(cookie('werker')).toMatchObject({ host: THIRD, by: 'header' })
  })

  test('sees what scripts put in the jar', () => {
    expect(cookie('eigen')).toMatchObject({ by: 'script', host: '127.0.0.1', domain: null, valueLength: 1 })
    expect(Math.abs((cookie('eigen')?.lifetime ?? 0) - 10 * DAY)).toBeLessThan(60)
    expect(
      seen.cookies.filter((one) => one.by === 'script' && one.name !== 'eigen' && one.name !== 'ingesloten'),
    ).toEqual([])
  })

  test('sees storage of the page and of a frame of another party', () => {
    const kept = seen.storage.map((one) => `${one.origin} ${one.kind} ${one.key}`)
    expect(kept).toContain(`${site.origin('127.0.0.1')} local voorkeur`)
    expect(kept).toContain(`${site.origin('127.0.0.1')} session stap`)
    expect(kept).toContain(`${site.origin('127.0.0.1')} indexeddb databank`)
    expect(kept).toContain(`${site.origin('127.0.0.1')} cache voorraad`)
    expect(kept).toContain(`${site.origin(OTHER)} local ingesloten`)
  })

  test('reads the document, also where it clobbers the names of the DOM', () => {
    expect(seen).toMatchObject({ status: 200, lang: 'nl', lacks: {}, finalUrl: site.url('/') })
    expect(seen.title).toMatch(/^Gemeente .*Proef$/)
    expect(seen.links).toContainEqual({ href: site.url('/contact'), text: 'Contact opnemen' })
    expect(seen.links).toContainEqual({ href: site.url('/pic'), text: 'Plaatje', pictured: true })
    expect(seen.forms[0]).toEqual({
      action: 'https://elders.example/zend',
      method: 'post',
      selector: '#reactie',
      fields: [
        { name: 'action', type: 'text', label: '', drawn: true },
        { name: 'mail', type: 'email', label: 'E-mail', drawn: true },
        { name: 'tekst', type: 'textarea', label: 'Bericht', drawn: true },
      ],
      over: false,
    })
    expect(seen.scripts.map((one) => one.src)).toEqual([site.filled('{other}/third.js'), site.url('/own.js?token=…')])
    expect(seen.stylesheets).toMatchObject([{ href: site.url('/style.css'), integrity: 'sha384-abc' }])
    expect(seen.metas).toContainEqual({ name: 'description', content: 'Een proef' })
    expect(seen.text).toContain('Welkom')
    expect(seen.text).not.toContain('verborgen')
    expect(seen.frames).toEqual([{ url: site.filled('{other}/frame'), title: 'Video van de gemeente' }])
    expect(seen.headers.filter(([name]) => name === 'x-twee').map(([, value]) => value)).toEqual(['a', 'b'])
    expect(seen.console).toContainEqual({ level: 'log', text: 'hallo 7' })
    expect(JSON.stringify(seen)).not.toContain('\\u0000')
  })

  test('keeps a picture of the viewport under its hash', () => {
    const picture = blobs.get(seen.screenshot ?? '')
    expect(picture?.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))
    expect(
      createHash('sha256')
        .update(picture ?? '')
        .digest('hex'),
    ).toBe(seen.screenshot)
  })

  test('says who is looking, in Dutch', () => {
    expect(sent['user-agent']).toMatch(/^Mozilla\/5\.0 .* Chrome\/\d+\.0\.0\.0 Safari\/537\.36 Leidraad\//)
    expect(sent['user-agent']).not.toMatch(/headless/i)
    expect(sent['accept-language']).toMatch(/^nl-NL/)
  })
})

test('keeps a thousand requests, counts the rest, and cuts off a flood that already stands in the queue', async () => {
  const page = await openPage(browser, site.url('/flood'), { host: HOME, profile: 'desktop' })
  try {
    const reader = await sessionProbe.attach(page)
    let asked = 0
    page.cdp.on('Network.requestWillBeSent', () => {
      asked++
    })
    await page.cdp.send('Page.navigate', { url: page.asked })
    // Nothing is answered before all were asked for and the network was cut: how fast this machine is says nothing.
    await expect.poll(() => asked, { timeout: 50_000 }).toBe(3_001)
    await page.cdp.send('Network.getAllCookies')
    release()
    await expect.poll(() => page.document.loaded(), { timeout: 50_000 }).toBe(true)
    const seen = await reader.parting!(await reader.read())
    expect(seen.requests).toHaveLength(1_000)
    expect(seen.lacks.requests).toContain('shut')
    // A browser keeps six connections to one host: the rest never left.
    expect(site.asked.filter((one) => one.includes('/held.gif?')).length).toBeLessThan(20)
  } finally {
    await page.context.close()
  }
})
