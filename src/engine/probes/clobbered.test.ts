/** A page whose own names stand before what we ask of its document and forms is read as any other. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type ScanBrowser } from '../../outside/browser.ts'
import { pageProbes } from './page-probe.ts'
import { sessionOf, testSite, visit } from './test-site.ts'

/** What our readers ask, or once asked, of a document or an element by its plain name. */
const NAMES = (
  'documentElement createRange querySelector querySelectorAll getElementById elementsFromPoint dispatchEvent body ' +
  'title URL contentType scrollingElement defaultView style innerText textContent getBoundingClientRect childNodes ' +
  'nodeType parentNode parentElement attributes getAttribute localName scrollHeight scrollWidth matches contains ' +
  'checkVisibility shadowRoot previousElementSibling baseURI visibilityState id action method elements length'
).split(' ')
const pictures = NAMES.map((name) => `<img alt="" name="${name}" height="1">`).join('')
const fields = NAMES.map((name) => `<input name="${name}" aria-label="Veld ${name}">`).join('')
const STORY = '<h1>Het dorp</h1><p>Op woensdag is er markt op het plein voor de kerk.</p>'
const page = (body: string) => `<!doctype html><html lang="nl"><title>Dorp</title><body>${body}`
/** A tracker that stands low, and one that is told when its reader leaves. */
const LOW = `<div style="height: 6000px"></div><i id="laag">.</i><script>
  new IntersectionObserver((all) => all.some((one) => one.isIntersecting) && (new Image().src = '/volg-laag.gif'))
    .observe(Document.prototype.getElementById.call(document, 'laag'))
  addEventListener('pagehide', () => { new Image().src = '/volg-weg.gif' })
  Document.prototype.addEventListener.call(document, 'visibilitychange', () => { new Image().src = '/volg-stil.gif' })
</script>`
const SHEET = 'position: fixed; inset: 0; background: #fff; z-index: 9; overflow: hidden'

let browser: ScanBrowser
let site: Awaited<ReturnType<typeof testSite>>
beforeAll(async () => {
  browser = await launchBrowser({ proxyUrl: null, ignoreCertificates: false })
  site = await testSite({
    '/gewoon': page(`${STORY}<form action="/stuur">${fields}</form>${LOW}`),
    '/namen': page(`${pictures}${STORY}<form action="/stuur">${fields}</form>${LOW}`),
    '/laken': page(`${pictures}${STORY}<form style="${SHEET}">Laden…${fields}</form>`),
  })
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

test('pictures and fields called after what we ask do not keep a page from being read, scrolled and left', async () => {
  const of = async (path: string) => {
    const { title, lang, text, textLength, forms, lacks, requests } = await sessionOf(browser, site.url(path))
    const trackers = requests.flatMap(({ url }) => /volg-(.+)\.gif$/.exec(url)?.[1] ?? [])
    return { title, lang, text, textLength, forms, lacks, trackers: trackers.toSorted() }
  }
  const plain = await of('/gewoon')
  expect(plain).toMatchObject({ title: 'Dorp', lang: 'nl', lacks: {}, trackers: ['laag', 'stil', 'weg'] })
  expect(await of('/namen')).toEqual(plain)
})
test('a sheet that is a form with such fields lies over the page all the same', async () => {
  const probes = pageProbes.filter(({ key }) => key === 'bare')
  const { seen } = await visit(browser, site.url('/laken'), { scripts: false, probes })
  expect(seen.bare).toMatchObject({ seen: true, value: { coverLength: 'Laden…'.length, title: 'Dorp' } })
})

const IN_PAGE = [
  'bare/cover',
  'page/page-dom',
  'page/page-drawings',
  'page/page-forms',
  'page/page-reader',
  'page/page-sight',
  'page/scroll',
  'axe/second-in-page',
  'page/shown',
]
const ASKED =
  'style|innerText|textContent|parentElement|parentNode|childNodes|children|getBoundingClientRect|scrollHeight|' +
  'scrollWidth|getAttribute|querySelector|querySelectorAll|localName|tagName|nodeType|shadowRoot|dispatchEvent|' +
  'matches|contains'
const PLAIN = new RegExp(String.raw`(?<![.\w])document\??\.|(?<!\b(?:of|own|prototype))\??\.(?:${ASKED})\b`)
test.each(IN_PAGE)('%s asks nothing of a document or an element by its plain name', (file) => {
  const lines = readFileSync(new URL(`${file}.ts`, import.meta.url), 'utf8').split('\n')
  expect(lines.filter((line) => PLAIN.test(line) && !/^\s*(?:\*|\/[/*])/.test(line))).toEqual([])
})
