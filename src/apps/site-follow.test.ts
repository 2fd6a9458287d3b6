/** What machines follow: feeds, the site map, security.txt; all by the address people use, whatever was asked with. */
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { seedToetsen } from '../../test/published-toetsen.ts'
import { READ_ON, seedPublished, STORE, town } from '../../test/published.ts'
import { createSite } from './site.ts'

const origin = 'https://leidraad.voorbeeldstad.nl'
let database: Awaited<ReturnType<typeof testDatabase>>
let site: Hono
beforeAll(async () => {
  database = await testDatabase()
  await seedPublished(database.db)
  await seedToetsen(database.db)
  const shared = {
    today: READ_ON,
    db: database.publicDb,
    store: STORE,
    municipality: 'voorbeeldstad',
    city: 'Voorbeeldstad aan Zee',
    css: '',
    assets: {},
  }
  site = createSite({ ...shared, origin, contact: { email: 'digitaal@voorbeeldstad.nl', phone: '14 071', days: 10 } })
})
afterAll(() => database.close())

const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => ['entry', 'url', 'sitemap'].includes(name) })
async function xml(path: string, type: string) {
  const response = await site.request(path, { headers: { host: 'kwaad.example' } })
  expect([response.status, response.headers.get('content-type')]).toEqual([200, type])
  const text = await response.text()
  expect(XMLValidator.validate(text)).toBe(true)
  expect(text).not.toContain('kwaad.example')
  return parser.parse(text)
}
const feed = async (path: string) => (await xml(path, 'application/atom+xml; charset=utf-8')).feed
type Entry = {
  id: string
  title: string
  summary: string
  updated: string
  author: { name: string }
  link: Record<string, string>
}

test.each(['', '/en'])('%s/nieuws.atom tells publications and decisions, newest first', async (lang) => {
  const { entry, id, link, updated } = (await feed(`${lang}/nieuws.atom`)) as {
    entry: Entry[]
    id: string
    link: Record<string, string>[]
    updated: string
  }
  expect(id).toBe(`${origin}${lang}/nieuws.atom`)
  expect(link.map((each) => each['@_rel'])).toEqual(['self', 'alternate'])
  const kinds = entry.map((each) => (each.id.includes('/toetsen/') ? 'decision' : 'publication'))
  expect(new Set(kinds)).toEqual(new Set(['decision', 'publication']))
  expect(new Set(entry.map((each) => each.id)).size).toBe(entry.length)
  expect(entry.map((each) => each.updated)).toEqual(
    entry
      .map((each) => each.updated)
      .toSorted()
      .toReversed(),
  )
  expect(updated).toBe(entry[0]!.updated)
  for (const each of entry) {
    expect(each.link['@_href']).toBe(each.id)
    expect((await site.request(each.id.slice(origin.length).replaceAll('&amp;', '&'))).status).toBe(200)
  }
})

test('an organisation has a feed of what changed there, and only there', async () => {
  const { entry } = (await feed('/organisaties/bibliotheek-de-boog.atom')) as { entry: Entry[] }
  expect(entry.length).toBeGreaterThan(0)
  for (const each of entry) {
    expect(each.id).toContain('/organisaties/bibliotheek-de-boog/')
    expect((await site.request(each.id.slice(origin.length))).status).toBe(200)
  }
  const page = await (await site.request('/organisaties/bibliotheek-de-boog')).text()
  expect(page).toContain('href="/organisaties/bibliotheek-de-boog.atom"')
  expect((await site.request('/organisaties/bestaat-niet.atom')).status).toBe(404)
})

test('what the norm changed names the law; what the organisation changed names none', async () => {
  const feeds = await Promise.all(
    town.map(async ({ slug }) => (await feed(`/organisaties/${slug}.atom`)) as { entry?: Entry[] }),
  )
  const told = feeds.flatMap(({ entry }) => entry ?? []).map(({ summary }) => summary.replace(/.* Waardoor: /, ''))
  expect(new Set(told)).toEqual(
    new Set([
      'bij de organisatie veranderde iets.',
      'de norm veranderde: Besluit digitale toegankelijkheid overheid, artikel 2.',
    ]),
  )
})

test('a name that is markup is text in a feed', async () => {
  const text = await (await site.request('/organisaties/stichting-buurtkracht.atom')).text()
  expect(text).toContain('=HYPERLINK(&quot;')
})

test('the site map leads to every page there is, in both languages', async () => {
  const { sitemapindex } = await xml('/sitemap.xml', 'application/xml; charset=utf-8')
  const parts = (sitemapindex.sitemap as { loc: string }[]).map(({ loc }) => loc.slice(origin.length))
  expect(parts).toEqual(['/sitemap/paginas.xml', '/sitemap/organisaties-1.xml', '/sitemap/adressen-1.xml'])
  const pages: string[] = []
  for (const part of parts) {
    const { urlset } = await xml(part, 'application/xml; charset=utf-8')
    pages.push(...(urlset.url as { loc: string }[]).map(({ loc }) => loc.slice(origin.length)))
  }
  expect(new Set(pages).size).toBe(pages.length)
  for (const path of ['/', '/en', '/organisaties/bakkerij-de-korenaar', '/en/normen/VEI-11', '/toetsen/1'])
    expect(pages).toContain(path)
  for (const path of pages) expect([path, (await site.request(path)).status]).toEqual([path, 200])
  expect((await site.request('/sitemap/organisaties-2.xml')).status).toBe(404)
  expect(await (await site.request('/robots.txt')).text()).toContain(`Sitemap: ${origin}/sitemap.xml`)
})

test('before the first publication feed and site map are there, and empty', async () => {
  const empty = await testDatabase()
  try {
    const bare = createSite({
      db: empty.publicDb,
      store: STORE,
      municipality: 'nergens',
      city: 'Nergens',
      origin,
      css: '',
      assets: {},
    })
    for (const path of ['/nieuws.atom', '/sitemap.xml', '/sitemap/paginas.xml']) {
      const response = await bare.request(path)
      expect(response.status).toBe(200)
      expect(XMLValidator.validate(await response.text())).toBe(true)
    }
  } finally {
    await empty.close()
  }
})

test('security.txt is found at both places', async () => {
  const old = await site.request('/security.txt')
  expect([old.status, old.headers.get('location')]).toEqual([301, '/.well-known/security.txt'])
  const text = await (await site.request('/.well-known/security.txt')).text()
  expect(text).toContain(`Canonical: ${origin}/.well-known/security.txt\n`)
})
