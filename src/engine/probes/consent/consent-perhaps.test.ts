/** What may ask for consent and is not read as a question, and what only looks like it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type ScanBrowser } from '../../../outside/browser.ts'
import { refuseAndGoOn } from './consent.ts'
import { MISSES } from './test-banners.ts'
import { testSite, visit } from '../test-site.ts'

const PAIR = '<button>Alles accepteren</button> <button>Weigeren</button>'
const closed = (tag: string, style: string) => `<${tag} id="balk"></${tag}><script>
  const root = document.querySelector('#balk').attachShadow({ mode: 'closed' })
  root.innerHTML = '<div style="${style}"><p>Deze site plaatst cookies.</p>${PAIR}</div>'</script>`
const PERHAPS: Readonly<Record<string, string>> = {
  'in the flow of the page': `<div><p>Wij plaatsen cookies om u te herkennen. Mag dat?</p>${PAIR}</div>`,
  'without the word': `<section><p>Wij en onze 812 partners waarderen uw privacy en maken een profiel.</p>
    <button>Akkoord</button></section>`,
  'in a root that is closed': closed(
    'mijn-balk',
    'position:fixed;left:0;right:0;bottom:0;height:300px;background:#fff',
  ),
  'in a closed root of a plain box that is named so': closed(
    'div class="cookie-melding"',
    'position:fixed;inset:0;background:#fff',
  ).replace('</div class="cookie-melding">', '</div>'),
}
const NOT: Readonly<Record<string, string>> = {
  ...Object.fromEntries(MISSES.map(({ name, html }) => [`miss: ${name}`, html])),
  'a film that waits': `<div><p>Deze film plaatst cookies van een ander. Wilt u hem zien?</p>
    <button>Cookies accepteren</button></div>`,
  'words about cookies, with a link to read on': `<article><p>Wij bakken cookies met roomboter en vanille.</p>
    <a href="/lees">Lees verder</a></article>`,
  'a footer': '<footer><p>Wij gebruiken geen cookies. Uw privacy is van u.</p><button>Akkoord</button></footer>',
  'a chat in a closed root, in a corner': closed(
    'chat-knop',
    'position:fixed;right:10px;bottom:10px;width:60px;height:60px',
  ),
  'a chart that an element of its own draws': '<mijn-grafiek><canvas width="300" height="200"></canvas></mijn-grafiek>',
}

let browser: ScanBrowser
let site: Awaited<ReturnType<typeof testSite>>
const all = { ...PERHAPS, ...NOT }
const pathOf = (name: string) => `/${Object.keys(all).indexOf(name)}`
beforeAll(async () => {
  const page = (body: string) => `<!doctype html><html lang="nl"><title>Proef</title><body><p>Een pagina.</p>${body}`
  site = await testSite(Object.fromEntries(Object.entries(all).map(([name, body]) => [pathOf(name), page(body)])))
  browser = await launchBrowser({ proxyUrl: null, ignoreCertificates: false })
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

async function perhaps(name: string): Promise<unknown> {
  const url = site.url(pathOf(name))
  const go: NonNullable<NonNullable<Parameters<typeof visit>[2]>['walk']>['go'] = (page, options, deadline) =>
    refuseAndGoOn(page, { ...options, next: url }, deadline)
  const { seen } = await visit(browser, url, { probes: [], walk: { tells: ['consent'], go } })
  if (!seen.consent?.seen) throw new Error(`not seen: ${JSON.stringify(seen.consent)}`)
  const { outcome, perhaps: may } = seen.consent.value
  return [outcome, may]
}

test.each(Object.keys(PERHAPS))('perhaps a question: %s', async (name) => {
  expect(await perhaps(name)).toEqual(['no-question', true])
})
test.each(Object.keys(NOT))('no question: %s', async (name) => {
  expect(await perhaps(name)).toEqual(['no-question', false])
})
