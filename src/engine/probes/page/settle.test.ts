/** What a page does by itself after it loaded is seen, whenever it planned it, and each time the same. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type ScanBrowser } from '../../../outside/browser.ts'
import { arrive, go } from './look.ts'
import { sessionOf, testSite, visit } from '../test-site.ts'

const tracker = (name: string) => `new Image().src = '/volg-${name}.gif'`
const PAGES: Record<string, string> = {
  '/gepland': [0, 100, 450, 600, 700, 1_500, 3_000, 4_500]
    .map((ms) => `<script>addEventListener('load', () => setTimeout(() => { ${tracker(String(ms))} }, ${ms}))</script>`)
    .join(''),
  '/keten': `<script>
    setTimeout(() => fetch('/langzaam').then(() => setTimeout(() => { ${tracker('keten')} }, 900)), 800)
  </script>`,
  '/lager': `<style>div { height: 2000px }</style><div></div><div></div><div></div><div id="d3"></div>
    <script>new IntersectionObserver((all) => all.filter((one) => one.isIntersecting).forEach(({ target }) => {
      new Image().src = '/volg-' + target.id + '.gif'
    })).observe(document.querySelector('#d3'))</script>`,
  '/weg': `<script>addEventListener('pagehide', () => navigator.sendBeacon('/volg-weg.gif'))</script>`,
  '/kader-uit': `<iframe src="data:text/html,elders"></iframe><iframe src="/weg"></iframe>`,
  '/verder': `<script>setTimeout(() => { location = '/gepland' }, 2000)</script>`,
  '/vraagt-door': `<script>(function ask() { fetch('/volg-door.gif').then(ask) })()</script>`,
  '/beeld': `<script>addEventListener('load', () => setTimeout(() => {
    new Image().src = '/nooit'; setTimeout(() => { ${tracker('later')} }, 2000)
  }, 600))</script>`,
  '/stroom': `<script>fetch('/gebeurtenissen'); setTimeout(() => { ${tracker('later')} }, 2000)</script>`,
  '/werker': `<script>new Worker('/werker.js'); setTimeout(() => { ${tracker('later')} }, 2000)</script>`,
  '/blob-werker': `<script>
    new Worker(URL.createObjectURL(new Blob(['fetch("/langzaam")']))); setTimeout(() => { ${tracker('later')} }, 2000)
  </script>`,
  '/kader-weg': `<iframe src="/nooit"></iframe><script>
    setTimeout(() => { document.querySelector('iframe').remove(); ${tracker('later')} }, 0)
  </script>`,
  '/afgebroken': `<script>
    const stop = new AbortController(); fetch('/nooit', { signal: stop.signal }).catch(() => { ${tracker('later')} })
    setTimeout(() => stop.abort(), 600)
  </script>`,
  '/laat-script': `<script>setTimeout(() => {
    document.body.append(Object.assign(document.createElement('script'), { src: '/laat.js' }))
  }, 600)</script>`,
  '/laat-kader': `<script>addEventListener('load', () => setTimeout(() => {
    document.body.append(Object.assign(document.createElement('iframe'), { src: '/nooit' }))
  }, 600))</script>`,
  '/laat-xhr': `<script>
    const ask = new XMLHttpRequest(); ask.open('GET', '/nooit'); setTimeout(() => ask.send(), 600)
  </script>`,
  '/laat-werker': `<script>new Worker('/laat.js')</script>`,
  '/halve-lading': `<script>fetch('/half')</script>`,
  '/wacht': `<script>fetch('/nooit'); setTimeout(() => { ${tracker('later')} }, 2000)</script>`,
}

let browser: ScanBrowser
let site: Awaited<ReturnType<typeof testSite>>

beforeAll(async () => {
  const pages = Object.entries(PAGES).map(([path, body]) => [
    path,
    `<!doctype html><html lang="nl"><title>Proef</title><body><p>Een pagina.</p>${body}`,
  ])
  site = await testSite({
    ...(Object.fromEntries(pages) as Record<string, string>),
    '/nooit': () => {},
    '/laat.js': () => {},
    '/half': (_, response) => void response.write('het begin'),
    '/gebeurtenissen': (_, response) =>
      void response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n'),
    '/werker.js': (_, response) =>
      void response.writeHead(200, { 'content-type': 'text/javascript' }).end('fetch("/langzaam")'),
    '/in-stukken': (_, response) => {
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .write('<!doctype html><title>Proef</title><p>Een pagina.')
      setTimeout(() => response.end('<p>En de rest.<script src="/langzaam" defer></script>'), 500)
    },
    '/langzaam': (_, response) => void setTimeout(() => response.end('x'), 400),
  })
  browser = await launchBrowser({ proxyUrl: null, ignoreCertificates: false })
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const followed = async (path: string) => {
  const { requests, lacks } = await sessionOf(browser, site.url(path))
  const names = requests.flatMap(({ url }) => /volg-(.+)\.gif$/.exec(url)?.[1] ?? [])
  return { names: [...new Set(names)], lacks }
}

test('what is planned for the next seconds is seen, in its order, ten times the same', async () => {
  const first = await followed('/gepland')
  expect(first).toEqual({ names: ['0', '100', '450', '600', '700', '1500', '3000', '4500'], lacks: {} })
  for (let again = 0; again < 9; again++) expect(await followed('/gepland')).toEqual(first)
})
test.each([
  ['/keten', ['keten']],
  ['/lager', ['d3']],
  ['/weg', ['weg']],
  ['/kader-uit', ['weg']],
  ['/verder', ['0', '100', '450', '600', '700', '1500', '3000', '4500']],
  ['/beeld', ['later']],
  ['/stroom', ['later']],
  ['/werker', ['later']],
  ['/blob-werker', ['later']],
  ['/kader-weg', ['later']],
  ['/afgebroken', ['later']],
])(
  '%s: what comes after an answer, on scrolling, on leaving, on going elsewhere, beside what changes nothing',
  async (path, names) => {
    expect(await followed(path)).toEqual({ names, lacks: {} })
  },
)
test.each(['/wacht', '/laat-script', '/laat-kader', '/laat-xhr', '/laat-werker', '/halve-lading'])(
  '%s: what an answer that had not come would have set off is not known',
  async (path) => {
    const busy = ['busy']
    const { names, lacks } = await followed(path)
    expect(lacks).toEqual({ content: busy, requests: busy, cookies: busy, storage: busy })
    expect(names).toEqual(path === '/wacht' ? ['later'] : [])
  },
)
test('a page that never stops asking was not seen whole', async () => {
  expect((await followed('/vraagt-door')).lacks).toMatchObject({ requests: ['busy'] })
})
test('the next page is read as the first is, though the clock of the one before it stands', async () => {
  const seen: unknown[] = []
  const next = ['/in-stukken', '/stroom', '/in-stukken', '/gepland', 'about:blank', '/in-stukken']
  await visit(browser, site.url('/stroom'), {
    probes: [],
    walk: {
      tells: ['consent'],
      async go(page, options, deadline) {
        await go(page)
        await arrive(page, options, deadline)
        for (const path of next) {
          page.asked = path === 'about:blank' ? path : site.url(path)
          await go(page)
          // Not the one before it, which would be waited for.
          const there = page.document.current()?.url
          if (path !== 'about:blank') await arrive(page, options, deadline)
          seen.push([there === page.asked, [...page.lacks]])
        }
        return { consent: { seen: false, why: 'probe-failed', detail: 'not asked' } }
      },
    },
  })
  expect(seen).toEqual(next.map(() => [true, []]))
})
