/** The axe probe: it sees what is there, in every frame, whatever the page does to hide it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../outside/browser.ts'
import type { ScanBrowser } from '../../../outside/browser.ts'
import { axeOf, testSite, visit } from '../test-site.ts'

let browser: ScanBrowser
let site: Awaited<ReturnType<typeof testSite>>

const page = (body: string, head = '') =>
  `<!doctype html><html ` +
  `lang="nl"><head><title>Proef</title>${head}</head><body><main><h1>Kop</h1>${body}</main></body></html>`
const FAULT = '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'
const POISON = `<script>
  for (const name of ['map', 'filter', 'forEach', 'push', 'concat', 'slice', 'some', 'every', 'reduce', 'find'])
    Array.prototype[name] = () => []
  Document.prototype.querySelectorAll = () => []
  Object.defineProperty(window, 'axe', { value: {
  run: async () => ({ violations: [] }), runPartial: async () => ({ results: [] }) }, writable: false })
  JSON.stringify = () => '{}'; window.setTimeout = () => 0; window.Promise = class {}
</script>`

beforeAll(async () => {
  browser = await launchBrowser({ proxyUrl: null, ignoreCertificates: false })
  site = await testSite({
    '/fault': page(FAULT),
    '/clean': page('<p>Tekst</p><img alt="Stadhuis" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'),
    '/many': page(FAULT.repeat(12)),
    // The second engine does not look into shadow roots.
    '/both': page(
      `${FAULT}<ul><p>geen punt</p></ul><iframe title="een" src="{other}/fault"></iframe><div id="a"></div>` +
        `<script>a.attachShadow({ mode: 'open' }).innerHTML = '${FAULT}'</script>`,
    ),
    '/undecided': page(
      '<p style="color: #777; background: url(data:image/gif;base64,R0lGODlhAQABAAAAACw=)">op foto</p>',
    ),
    '/poison': page(FAULT, POISON),
    '/csp': (_, response) => {
      response.setHeader('content-type', 'text/html')
      response.setHeader(
        'content-security-policy',
        "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
      )
      response.end(page(FAULT))
    },
    '/sandbox': (_, response) => {
      response.setHeader('content-type', 'text/html')
      response.setHeader('content-security-policy', 'sandbox')
      response.end(page(FAULT))
    },
    '/frames': page(
      '<iframe title="een" src="{other}/outer"></iframe><iframe title="twee" src="/clean"></iframe><iframe ' +
        'title="drie" src="{third}/fault"></iframe>',
    ),
    '/icon': page(
      '<button aria-label="Zoek" style="font-family: Material Icons">search</button>' +
        '<button aria-label="Zoek" style="font-family: Georgia">Ga verder</button>',
    ),
    '/dialog': page(
      `<iframe id="f" title="Links" tabindex="-1" srcdoc="<html lang=nl><title>L</title><a href='/'>Thuis</a>"></iframe>
      <dialog aria-label="Privacy"><button>Sluit</button></dialog>
      <script>document.querySelector('dialog').showModal()</script>`,
    ),
    '/no-dialog': page(
      `<iframe title="Links" tabindex="-1" srcdoc="<html lang=nl><title>L</title><a href='/'>Thuis</a>"></iframe>`,
    ),
    '/twins': page('<iframe title="kaart" src="/clean"></iframe><iframe title="kaart" src="/many"></iframe>'),
    '/outer': page(`<iframe title="binnen" src="{third}/fault"></iframe>`),
    '/deep': page(`<script>
      let at = document.body
      for (let depth = 0; depth < 20_000; depth++) at = at.appendChild(document.createElement('div'))
      at.textContent = 'diep'
    </script>`),
    '/clobber': page(
      `${FAULT}<img alt="" name="body"><form name="querySelectorAll"><input aria-label="a" ` +
        `name="children"></form><div id="axe"></div>`,
    ),
  })
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

const counts = (axe: Awaited<ReturnType<typeof axeOf>>) =>
  Object.fromEntries(axe.violations.map((one) => [one.rule, one.count]))

test('tells a fault with its place, and a page without faults from it', async () => {
  const fault = await axeOf(browser, site.url('/fault'))
  expect(counts(fault)).toEqual({ 'image-alt': 1 })
  expect(fault.violations[0]).toMatchObject({ impact: 'critical', tags: expect.arrayContaining(['wcag111']) })
  expect(fault.violations[0]?.nodes[0]).toMatchObject({
    target: 'img',
    frame: site.url('/fault'),
    html: expect.stringContaining('<img'),
  })
  expect(fault.violations[0]?.nodes[0]?.summary).toMatch(/alt/)
  const clean = await axeOf(browser, site.url('/clean'))
  expect(clean.violations).toEqual([])
  expect(clean.passed.map((one) => one.rule)).toEqual(
    expect.arrayContaining(['image-alt', 'html-has-lang', 'document-title']),
  )
  expect(clean).toMatchObject({ framesTested: 1, framesMissed: 0 })
})

test('what the second engine finds too is counted per element, its own hints stand apart', async () => {
  const { violations, second } = await axeOf(browser, site.url('/both'))
  const told = Object.fromEntries(violations.map(({ rule, count, confirmed }) => [rule, [count, confirmed]]))
  expect(told).toEqual({ 'image-alt': [3, 2], list: [1, 1] })
  expect(second).toMatchObject({ framesTested: 2, skipped: [] })
  const hint = second?.violations.find(({ rule }) => rule === 'text-alternatives/img-alt')
  expect(hint).toMatchObject({ criteria: ['1.1.1'], count: 1, targets: [expect.stringContaining('img')] })
  expect(second?.violations.flatMap(({ criteria }) => criteria)).not.toContain('2.4.7')
})

test('undecided elements are named', async () => {
  const { incomplete } = await axeOf(browser, site.url('/undecided'))
  expect(incomplete.find(({ rule }) => rule === 'color-contrast')).toMatchObject({
    count: 1,
    nodes: [{ target: 'p', html: expect.stringContaining('op foto') }],
  })
})

test('the word of an icon whose font did not come is no label, and another word is', async () => {
  const { violations, incomplete } = await axeOf(browser, site.url('/icon'))
  const of = (list: typeof violations | typeof incomplete) =>
    list.find(({ rule }) => rule === 'label-content-name-mismatch')?.count
  expect([of(violations), of(incomplete)]).toEqual([1, 1])
})

test.each([
  ['/dialog', undefined, 1],
  ['/no-dialog', 1, undefined],
])('%s: a frame is only asked for its focus where one can get to it', async (path, found, asked) => {
  const { violations, incomplete } = await axeOf(browser, site.url(path))
  const of = (list: typeof violations | typeof incomplete) =>
    list.find(({ rule }) => rule === 'frame-focusable-content')?.count
  expect([of(violations), of(incomplete)]).toEqual([found, asked])
})

test('what only turns out beside another element has its place too', async () => {
  const twins = (await axeOf(browser, site.url('/twins'))).incomplete.find(({ rule }) => rule === 'frame-title-unique')
  expect(twins).toMatchObject({
    count: 2,
    nodes: [{ target: expect.stringContaining('iframe'), html: expect.stringContaining('title="kaart"') }, {}],
  })
})

test('counts every element and shows five', async () => {
  const [one] = (await axeOf(browser, site.url('/many'))).violations
  expect(one).toMatchObject({ rule: 'image-alt', count: 12 })
  expect(one?.nodes).toHaveLength(5)
})

test.each(['/poison', '/csp', '/clobber'])('%s: the page cannot hide a fault', async (path) => {
  expect(counts(await axeOf(browser, site.url(path)))).toMatchObject({ 'image-alt': 1 })
})

test.each(['/poison', '/csp', '/clobber'])('%s: nor what the second engine says of it', async (path) => {
  const { violations, second } = await axeOf(browser, site.url(path))
  expect(violations.find(({ rule }) => rule === 'image-alt')).toMatchObject({ confirmed: 1 })
  expect(second).toMatchObject({ framesTested: 1 })
})

test('a browser in which an engine does not find the control has seen nothing', async () => {
  const blind = { ...browser, browser: blinded(browser.browser) }
  const { axe, session } = (await visit(blind, site.url('/clean'))).seen
  expect(session).toMatchObject({ seen: true })
  expect(axe).toMatchObject({ seen: false, why: 'probe-failed', detail: expect.stringContaining('fault') })
})

/** The same browser, in which every document of our own is without a fault. */
function blinded(real: ScanBrowser['browser']): ScanBrowser['browser'] {
  const answers = (target: object, name: string, instead: (...args: never[]) => unknown) =>
    new Proxy(target, {
      get(of, key) {
        const value = Reflect.get(of, key) as unknown
        if (key === name) return instead
        return typeof value === 'function' ? value.bind(of) : value
      },
    })
  return answers(real, 'newContext', async (options: never) => {
    const context = await real.newContext(options)
    return answers(context, 'newCDPSession', async (of: never) => {
      const cdp = await context.newCDPSession(of)
      return answers(cdp, 'send', (method: string, words?: { html?: string }) =>
        cdp.send(method as never, (words?.html ? { ...words, html: page('<p>niets</p>') } : words) as never),
      )
    })
  }) as ScanBrowser['browser']
}

test('finds faults in frames of other parties, also in frames within them, and says in which', async () => {
  const axe = await axeOf(browser, site.url('/frames'))
  expect(axe).toMatchObject({ framesTested: 5, framesMissed: 0 })
  const fault = axe.violations.find((one) => one.rule === 'image-alt')
  expect(fault?.count).toBe(2)
  expect(fault?.nodes.map((node) => node.frame)).toEqual([site.filled('{third}/fault'), site.filled('{third}/fault')])
  expect(fault?.nodes.map((node) => node.target.split(' >> ').length).toSorted()).toEqual([2, 3])
})

test('a page that stops axe is not seen, never clean', async () => {
  const { seen } = await visit(browser, site.url('/sandbox'))
  expect(seen.session?.seen).toBe(true)
  expect(seen.axe).toMatchObject({ seen: false })
})

test('a page nested twenty thousand deep ends, one way or the other', async () => {
  const begun = Date.now()
  const { axe } = (await visit(browser, site.url('/deep'))).seen
  expect(Date.now() - begun).toBeLessThan(35_000)
  expect(axe).toMatchObject({ seen: false })
  expect(['crashed', 'timeout', 'probe-failed']).toContain(axe && !axe.seen && axe.why)
  expect(counts(await axeOf(browser, site.url('/fault')))).toEqual({ 'image-alt': 1 })
})
