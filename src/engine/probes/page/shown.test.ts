/** Whether only a page on which nothing is shown is called empty. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../outside/browser.ts'
import type { ScanBrowser } from '../../../outside/browser.ts'
import { pageProbes } from '../page-probe.ts'
import { testSite, visit } from '../test-site.ts'

let browser: ScanBrowser
let site: Awaited<ReturnType<typeof testSite>>

const PICTURE = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='
const page = (body: string) => `<!doctype html><html lang="nl"><title>Proef</title>${body}`
const shadow = (inside: string, mode = 'open') =>
  page(
    `<een-kaart></een-kaart><script>document.querySelector('een-kaart').attachShadow({ mode: '${mode}' })` +
      `.innerHTML = '${inside}'</script>`,
  )

const SHOWN = {
  '/text-in-shadow': shadow('<p>Alles staat hier</p>'),
  '/button-in-shadow': shadow('<div><button></button></div>'),
  '/shadow-in-shadow': shadow('<b></b>').replace(
    '</script>',
    `; const b = document.querySelector('een-kaart').shadowRoot.querySelector('b')
      b.innerHTML = '<div></div>'; b.firstChild.attachShadow({ mode: 'open' }).innerHTML = '<p>Diep</p>'</script>`,
  ),
  '/declared-shadow': page('<div><template shadowrootmode="open"><p>Tekst</p></template></div>'),
  '/closed-shadow': shadow('<style>:host { display: block; height: 20px }</style><p>Tekst</p>', 'closed'),
  '/links': page('<a href="/een"></a><a href="/twee"></a>'),
  '/summary': page('<details><summary></summary><p>Tekst</p></details>'),
  '/role': page('<div role="img" style="width: 9px; height: 9px"></div>'),
  '/background': page(`<div style="height: 9px; background: url(${PICTURE})"></div>`),
  '/written-by-style': page('<style>p::before { content: "Open" }</style><p></p>'),
}
const EMPTY = {
  '/broken': '\n',
  '/nothing-by-script': page('<div id="app"></div><script>void 0</script>'),
  '/elsewhere': page('<meta http-equiv="refresh" content="900; url=/links"><div></div>'),
  '/hidden-in-shadow': shadow('<p hidden>Tekst</p><style>p { color: red }</style>'),
  '/template': page('<template><p>Tekst</p></template><script>1</script>'),
}
const BLANK = {
  '/nothing': page('<div></div>'),
  '/hidden': page('<p hidden>Tekst</p><a href="/een" style="display: none">x</a>'),
  '/own-names': page('<form name="documentElement"></form><form name="body"></form><form name="doctype"></form>'),
}

beforeAll(async () => {
  browser = await launchBrowser({ proxyUrl: null, ignoreCertificates: false })
  site = await testSite({ ...SHOWN, ...EMPTY, ...BLANK })
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

const probes = pageProbes.filter(({ key }) => key === 'session')
const look = async (path: string) => (await visit(browser, site.url(path), { probes })).seen.session

test.each(Object.keys(SHOWN))('%s is a page', async (path) => {
  expect(await look(path)).toMatchObject({ seen: true })
})
test.each(Object.keys(EMPTY))('%s is empty', async (path) => {
  expect(await look(path)).toMatchObject({ seen: false, why: 'empty' })
})
test.each(Object.keys(BLANK))(
  '%s is written without anything to see: what it lacks is concluded nowhere',
  async (path) => {
    expect(await look(path)).toMatchObject({
      seen: true,
      value: { lacks: { content: ['blank'], requests: ['blank'], cookies: ['blank'], storage: ['blank'] } },
    })
  },
)
