/** Every way in which a page can ask another machine for something is a request that we see. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type ScanBrowser } from '../../../outside/browser.ts'
import { sessionOf, testSite } from '../test-site.ts'

/** In the page, by name; each asks for a path with its own name. `{other}` becomes another origin. */
const HTML: Record<string, string> = {
  img: '<img src="{other}/img">',
  srcset: '<img srcset="{other}/srcset 1x">',
  picture: '<picture><source srcset="{other}/picture"><img></picture>',
  script: '<script src="{other}/script"></script>',
  module: '<script type="module">import("{other}/module").catch(() => {})</script>',
  style: '<link rel="stylesheet" href="{other}/style">',
  import: '<style>@import "{other}/import";</style>',
  background: '<div style="background:url({other}/background);height:9px">x</div>',
  font: '<style>@font-face{font-family:F;src:url({other}/font)}p{font-family:F}</style><p>Letters</p>',
  iframe: '<iframe src="{other}/iframe"></iframe>',
  object: '<object data="{other}/object" type="image/png"></object>',
  embed: '<embed src="{other}/embed" type="image/png">',
  video: '<video src="{other}/video" preload="auto"></video>',
  poster: '<video poster="{other}/poster"></video>',
  audio: '<audio src="{other}/audio" preload="auto"></audio>',
  preload: '<link rel="preload" as="image" href="{other}/preload">',
  prefetch: '<link rel="prefetch" href="{other}/prefetch">',
  modulepreload: '<link rel="modulepreload" href="{other}/modulepreload">',
  svg: '<svg width="9" height="9"><image href="{other}/svg" width="9" height="9"></svg>',
}
const SCRIPT: Record<string, string> = {
  xhr: `const asked = new XMLHttpRequest(); asked.open('GET', '{other}/xhr'); asked.send()`,
  fetch: `fetch('{other}/fetch').catch(() => {})`,
  beacon: `navigator.sendBeacon('{other}/beacon', new Blob(['x']))`,
  eventsource: `new EventSource('{other}/eventsource')`,
  websocket: `new WebSocket('{other}/websocket'.replace('http', 'ws'))`,
  worker: `new Worker('/w.js')`,
  frame: `const frame = document.createElement('iframe'); frame.src = '/binnen'; document.body.append(frame)`,
  csp: `const frame = document.createElement('iframe'); frame.src = '/streng'; document.body.append(frame)`,
  ping:
    `const link = document.createElement('a'); link.href = '#x'; link.ping = '{other}/ping'; ` +
    'document.body.append(link); link.click()',
}

let browser: ScanBrowser
let site: Awaited<ReturnType<typeof testSite>>
beforeAll(async () => {
  const body = `${Object.values(HTML).join('\n')}<script>${Object.values(SCRIPT)
    .map((one) => `{ ${one} }`)
    .join('\n')}</script>`
  const page = (kind: string) =>
    `<!doctype html><html lang="nl"><title>Een</title><body><p>Een pagina.<script>new ${kind}('/w.js')</script>`
  site = await testSite({
    '/': `<!doctype html><html lang="nl"><title>Alles</title><body><p>Een pagina.${body}`,
    '/w.js': (_, response) => {
      response.setHeader('content-type', 'text/javascript')
      response.end(site.filled(`fetch('{other}/worker').catch(() => {})`))
    },
    '/deelt': page('SharedWorker'),
    '/eigen': page('Worker'),
    '/binnen': `<script>fetch('{other}/frame').catch(() => {})</script>`,
    '/streng': (_, response) => {
      response.setHeader('content-type', 'text/html')
      response.setHeader('content-security-policy', site.filled(`img-src 'none'; report-uri {other}/csp`))
      response.end('<img src="/niet">')
    },
  })
  browser = await launchBrowser({ proxyUrl: null, ignoreCertificates: false })
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

test('each of them, once at least', async () => {
  const { requests, lacks } = await sessionOf(browser, site.url('/'))
  const seen = new Set(requests.map(({ url }) => new URL(url).pathname.slice(1)))
  expect([...Object.keys(HTML), ...Object.keys(SCRIPT)].filter((name) => !seen.has(name))).toEqual([])
  expect(lacks).toEqual({})
})

test('what a worker asks that pages share is not seen, and that is told', async () => {
  const lacks = async (path: string) => (await sessionOf(browser, site.url(path))).lacks
  expect(await Promise.all([lacks('/deelt'), lacks('/eigen')])).toEqual([
    { requests: ['shared-worker'], cookies: ['shared-worker'] },
    {},
  ])
})
