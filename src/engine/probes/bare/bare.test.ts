/** What pages show where no script runs, in a real browser, and whether the check says of it what a reader would. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { judgeWith, sighting } from '../../../../test/evidence.ts'
import { launchBrowser, type ScanBrowser } from '../../../outside/browser.ts'
import { readableWithoutJavascript } from '../../checks/readable-without-javascript.ts'
import { pageProbes } from '../page-probe.ts'
import { testSite, visit } from '../test-site.ts'

let browser: ScanBrowser
let site: Awaited<ReturnType<typeof testSite>>

const STORY = `<main><h1>Het dorp</h1>${'<p>Op woensdag is er markt op het plein voor de kerk.</p>'.repeat(20)}</main>`
const page = (body: string, head = '') =>
  `<!doctype html><html lang="nl"><head><title>Dorp</title>${head}</head><body>${body}</body></html>`
const written = (into: string, html = STORY) =>
  `<script>document.querySelector('${into}').innerHTML = ${JSON.stringify(html)}</script>`
const gone = (selector: string) =>
  `<script>addEventListener('load', () => document.querySelector('${selector}').remove())</script>`
const SHEET = 'position: fixed; inset: 0; background: #fff; z-index: 9'
const NOTICE = 'You need to enable JavaScript to run this app, which you can do in the settings of your browser.'

const PAGES: Record<string, readonly [reason: string, html: string]> = {
  'a page by itself': ['readable', page(STORY)],
  'an application': ['empty', page(`<div id="app"></div>${written('#app')}`)],
  'an application that asks for scripts': [
    'empty',
    page(`<noscript>${NOTICE}</noscript><div id="app"></div>${written('#app')}`),
  ],
  'an alternative in noscript': ['readable', page(`<noscript>${STORY}</noscript><div id=a></div>${written('#a')}`)],
  'slides that only a script shows': [
    'empty',
    page(`<div class="deck">${STORY}</div><script>document.querySelector('.deck').className = ''</script>`).replace(
      '</head>',
      '<style>.deck { display: none }</style></head>',
    ),
  ],
  'text that comes in with a script': [
    'hidden',
    page(`<div id="in" style="opacity: 0">${STORY}</div><script>document.getElementById('in').style = ''</script>`),
  ],
  'the same, put right without scripts': [
    'readable',
    page(
      `<div id="in">${STORY}</div><script>document.getElementById('in').style.opacity = 1</script>`,
      '<style>#in { opacity: 0 }</style><noscript><style>#in { opacity: 1 }</style></noscript>',
    ),
  ],
  'a preloader that a script removes': [
    'covered',
    page(`${STORY}<div id="wait" style="${SHEET}">Laden…</div>${gone('#wait')}`),
  ],
  'one that lets a finger through': [
    'covered',
    page(`${STORY}<div id="wait" style="${SHEET}; pointer-events: none"><i>Laden…</i></div>${gone('#wait')}`),
  ],
  'a sheet that style draws': [
    'covered',
    page(
      `${STORY}<script>document.body.className = ''</script>`,
      `<style>.wait::before { content: ''; ${SHEET} }</style>`,
    ).replace('<body>', '<body class="wait">'),
  ],
  'a page that cannot be scrolled from under a sheet': [
    'covered',
    page(
      `${STORY}<div id="wait" style="${SHEET}; position: absolute; height: 100vh"></div>${gone('#wait')}`,
      '<style>body { overflow: hidden; margin: 0 }</style>',
    ),
  ],
  'a first screen that is scrolled past': [
    'readable',
    page(`<div style="position: absolute; top: 0; left: 0; width: 100%; height: 100vh; background: #246"></div>
      <div style="padding-top: 110vh">${STORY}</div>`),
  ],
  'a picture that style draws behind the page': [
    'readable',
    page(
      `<div style="position: relative">${STORY}</div>`,
      `<style>body::before { content: ''; ${SHEET}; z-index: -1 }</style>`,
    ),
  ],
  'one that fades away by itself': [
    'readable',
    page(
      `${STORY}<div style="${SHEET}; animation: weg 1s 1s forwards">Laden…</div>`,
      '<style>@keyframes weg { to { opacity: 0; visibility: hidden } }</style>',
    ),
  ],
  'a page that lives on a sheet of its own': ['readable', page(`<div style="${SHEET}; overflow: auto">${STORY}</div>`)],
  'a picture behind the page': [
    'readable',
    page(`<div style="${SHEET}; z-index: -1"></div><div style="position: relative">${STORY}</div>`),
  ],
  'a veil that is half open': [
    'readable',
    page(`${STORY}<div style="position: fixed; inset: 0; background: rgb(0 0 0 / 40%)"></div>`),
  ],
  'a wall with a button that works without scripts': [
    'readable',
    page(`${STORY}<form method="post" style="${SHEET}"><p>Cookies?</p><button>Akkoord</button></form>`),
  ],
  'a bar about cookies at the foot': [
    'readable',
    page(`${STORY}<div style="position: fixed; bottom: 0; width: 100%; background: #fff">Wij gebruiken cookies</div>`),
  ],
  'a part that is closed until it is opened': [
    'readable',
    page(`<details><summary>Lees verder</summary>${STORY}</details>`),
  ],
}
const paths = Object.keys(PAGES).map((name) => [name, `/${name.replaceAll(' ', '-')}`] as const)

beforeAll(async () => {
  browser = await launchBrowser({ proxyUrl: null, ignoreCertificates: false })
  site = await testSite({
    ...Object.fromEntries(paths.map(([name, path]) => [path, PAGES[name]![1]])),
    '/elders': page("<script>location.replace('/a-page-by-itself')</script>"),
    '/verwijst': page('', '<noscript><meta http-equiv="refresh" content="0; url=/a-page-by-itself"></noscript>'),
  })
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

async function looks(path: string) {
  const of = (key: 'session' | 'bare') => pageProbes.filter((probe) => probe.key === key)
  const { session } = (await visit(browser, site.url(path), { probes: of('session') })).seen
  const without = await visit(browser, site.url(path), {
    phase: 'without-script',
    scripts: false,
    probes: of('bare'),
  })
  return { session, bare: without.seen.bare }
}

test.each(paths)('%s', async (name, path) => {
  const { session, bare } = await looks(path)
  if (!session?.seen || !bare?.seen) throw new Error(JSON.stringify([session, bare]))
  const answer = judgeWith(readableWithoutJavascript, {
    session: [sighting(session.value)],
    bare: [sighting(bare.value, { phase: 'without-script' })],
  })
  expect(answer, JSON.stringify(bare.value)).toMatchObject({ reason: PAGES[name]![0] })
})
test('a page of which only a script makes something is seen as the nothing that it is', async () => {
  const { bare } = await looks('/elders')
  expect(bare).toMatchObject({ seen: true, value: { finalUrl: site.url('/elders'), shownLength: 0, linked: 0 } })
})
test('an alternative at another address is gone to', async () => {
  const { bare } = await looks('/verwijst')
  expect(bare).toMatchObject({ seen: true, value: { finalUrl: site.url('/a-page-by-itself') } })
})
