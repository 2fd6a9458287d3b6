/** Pages that change: the barriers in them keep their marks. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../outside/browser.ts'
import type { ScanBrowser } from '../../../outside/browser.ts'
import { axeOf, testSite } from '../test-site.ts'

let browser: ScanBrowser
let site: Awaited<ReturnType<typeof testSite>>

const DOT = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='
const page = (main: string) =>
  `<!doctype html><html lang="nl"><head><title>Proef</title></head><body><header><nav aria-label="Hoofdmenu"><ul>` +
  `<li><a href="/nieuws"><img src="/pijl.png"></a></li></ul></nav></header>` +
  `<main><h1>Markt</h1>${main}</main></body></html>`
const FIELD = '<form><input name="zoek" type="search"></form>'
const PAGES = {
  before: page(`<p>Welkom</p>${FIELD}<img src="/logo.3f2a9c1d.png"><img src="/logo.3f2a9c1d.png">`),
  above: page(`<p>Nieuw!</p><p>Welkom</p>${FIELD}<img src="/logo.3f2a9c1d.png"><img src="/logo.3f2a9c1d.png">`),
  built: page(
    `<div class="css-9x8y7"><p class="a1b2">Welkom</p><div>` +
      `${FIELD.replace('<input', '<input class="css-77aa" id="r:1:"')}</div>` +
      '<img src="/logo.99ab12cd.png"><img src="/logo.99ab12cd.png"></div>',
  ),
  turned: page(`<img src="/logo.3f2a9c1d.png">${FIELD}<img src="/logo.3f2a9c1d.png"><p>Welkom</p>`),
  mended: page(`<p>Welkom</p>${FIELD}<img src="/logo.3f2a9c1d.png"><img alt="Markt" src="/logo.3f2a9c1d.png">`),
  other: page(`<p>Welkom</p><form><input name="e-mail" type="email"></form><img src="/kaart.png"><img src="${DOT}">`),
}

beforeAll(async () => {
  browser = await launchBrowser({ proxyUrl: null, ignoreCertificates: false })
  site = await testSite(Object.fromEntries(Object.entries(PAGES).map(([name, html]) => [`/${name}`, html])))
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

async function marks(name: keyof typeof PAGES) {
  const { violations } = await axeOf(browser, site.url(`/${name}`))
  return Object.fromEntries(violations.map(({ rule, marks: each }) => [rule, each]))
}

test.each(['above', 'built', 'turned'] as const)('%s: each barrier is known again', async (name) => {
  const before = await marks('before')
  expect(Object.values(before['image-alt'] ?? {}).toSorted()).toEqual([1, 2])
  expect(Object.keys(before)).toEqual(expect.arrayContaining(['image-alt', 'label', 'link-name']))
  expect(await marks(name)).toEqual(before)
})

test('of two that nothing sets apart one less is one less, and another barrier is another', async () => {
  const [before, mended, other] = [await marks('before'), await marks('mended'), await marks('other')]
  expect(Object.values(mended['image-alt'] ?? {})).toEqual([1, 1])
  expect(mended['label']).toEqual(before['label'])
  expect(Object.keys(other['label'] ?? {})).not.toEqual(Object.keys(before['label'] ?? {}))
  expect(other['link-name']).toEqual(before['link-name'])
})

test('what is shown of a barrier carries its mark', async () => {
  const { violations } = await axeOf(browser, site.url('/before'))
  const label = violations.find(({ rule }) => rule === 'label')
  expect(Object.keys(label?.marks ?? {})).toEqual([label?.nodes[0]?.mark])
})
