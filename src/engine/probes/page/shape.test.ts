import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type ScanBrowser } from '../../../outside/browser.ts'
import { look } from './look.ts'
import { pageProbes } from '../page-probe.ts'
import { openSample } from './shape.ts'
import { testSite, visit } from '../test-site.ts'

const news = (text: string, more = '') =>
  `<!doctype html><html lang="nl"><title>${text}</title><nav><a href="/">Naar huis</a></nav><main><h1>${text}</h1>
  <p class="lead item-${text.length}">${text} is nieuws.</p><img src="data:," alt="${text}">${more}</main>`
const styled = (style: string, script = '') =>
  news('Haven', `<style>${style}</style>${script && `<script>${script}</script>`}`)
const PAGES = {
  '/een': news('Markt'),
  '/twee': news('Kermis in het dorp'),
  '/drie': news('Brug open'),
  '/zonder-alt': news('Haven').replace(/ alt="[^"]*"/, ''),
  '/lege-alt': news('Haven').replace(/ alt="[^"]*"/, ' alt=""'),
  '/lege-link': news('Haven').replace('Naar huis', ''),
  '/kleur': news('Haven', '<p style="color: #eee">Lees ook</p>'),
  '/los': news('Haven', '<li>Los</li>'),
  '/veld': news('Haven', '<label for="a">A</label><input id="a">'),
  '/veld-zonder': news('Haven', '<label for="a">A</label><input id="b">'),
  '/dubbel': news('Haven', '<p id="een">A</p><p id="een">A</p>'),
  '/naam': news('Haven').replace('alt=', 'name="documentElement" alt='),
  '/naam-anders': news('Haven', '<img src="data:,">').replace('alt=', 'name="documentElement" alt='),
  '/kader': news('Haven', '<iframe srcdoc="<p>x" title="x"></iframe>'),
  '/stijl': styled('p { color: #000 }'),
  '/stijl-ook': styled('p { color: #000 }'),
  '/stijl-bleek': styled('p { color: #ccc }'),
  '/regel': styled('', "document.styleSheets[0].insertRule('p { color: #000 }')"),
  '/regel-bleek': styled('', "document.styleSheets[0].insertRule('p { color: #ccc }')"),
  '/blad': styled(
    '',
    'const s = new CSSStyleSheet(); s.replaceSync("p { color: #ccc }"); document.adoptedStyleSheets = [s]',
  ),
  '/stijl-lang': styled(Array.from({ length: 9_000 }, (_, at) => `.regel-${at} { color: #000; margin: 0 }`).join('')),
  '/schaduw': news('Haven', '<div id="s"></div><script>s.attachShadow({ mode: "open" })</script>'),
}
let browser: ScanBrowser
let site: Awaited<ReturnType<typeof testSite>>
beforeAll(async () => {
  site = await testSite(PAGES)
  browser = await launchBrowser({ proxyUrl: null, ignoreCertificates: false })
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

/** On which of these, visited in this order, axe looked. */
async function lookedAt(paths: readonly string[]): Promise<string[]> {
  const sample = openSample()
  const probes = pageProbes.filter(({ key }) => key === 'session' || key === 'axe')
  const found: string[] = []
  for (const path of paths) {
    const { seen } = await visit(browser, site.url(path), {
      probes: [],
      walk: {
        tells: ['session', 'axe'],
        go: (page, options, deadline) => look(page, { ...options, probes, sample }, deadline),
      },
    })
    expect(seen.session?.seen, path).toBe(true)
    if (seen.axe?.seen) found.push(path)
  }
  return found
}

test('of pages made after one template the first two are looked at', async () => {
  expect(await lookedAt(['/een', '/twee', '/drie', '/een'])).toEqual(['/een', '/twee'])
})

// Up to twenty visits, beside other work.
test('a page on which something may be another barrier is looked at', { timeout: 120_000 }, async () => {
  const others = ['/zonder-alt', '/lege-alt', '/lege-link', '/kleur', '/los', '/kader', '/schaduw']
  expect(await lookedAt(['/een', '/twee', ...others])).toEqual(['/een', '/twee', ...others])
  expect(await lookedAt(['/veld', '/veld', '/veld', '/veld-zonder'])).toEqual(['/veld', '/veld', '/veld-zonder'])
  expect(await lookedAt(['/naam', '/naam', '/naam-anders', '/dubbel'])).toHaveLength(4)
  // Of what is in a frame or a shadow root the page itself does not tell.
  expect(await lookedAt(['/kader', '/kader', '/kader'])).toHaveLength(3)
})

// Up to twenty visits, beside other work.
test('style in the page is a part of its shape, also where a script put it in', { timeout: 120_000 }, async () => {
  expect(await lookedAt(['/stijl', '/stijl-ook', '/stijl', '/stijl-bleek'])).toEqual([
    '/stijl',
    '/stijl-ook',
    '/stijl-bleek',
  ])
  expect(await lookedAt(['/regel', '/regel', '/regel', '/regel-bleek', '/blad'])).toEqual([
    '/regel',
    '/regel',
    '/regel-bleek',
    '/blad',
  ])
  // Of too much style nothing is said: each is looked at.
  expect(await lookedAt(['/stijl-lang', '/stijl-lang', '/stijl-lang'])).toHaveLength(3)
})
