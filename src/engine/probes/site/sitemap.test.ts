/** Which maps of a site are read, and that what cannot be read names nothing. */
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { openEgress } from '../../../outside/egress.ts'
import { readRobots } from '../../reading/robots.ts'
import { mappedPages } from './sitemap.ts'
import { testSite, type Route } from '../test-site.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

const map = (...paths: string[]) =>
  `<urlset>${paths.map((path) => `<url><loc>http://dorp.test${path}</loc></url>`).join('')}</urlset>`
const index = (...paths: string[]) => {
  const each = paths.map((path) => `<sitemap><loc>http://dorp.test${path}</loc></sitemap>`)
  return `<sitemapindex>${each.join('')}</sitemapindex>`
}
const packed =
  (text: string): Route =>
  (_, response) =>
    void response.setHeader('content-type', 'application/gzip').end(gzipSync(text))

async function read(routes: Record<string, Route>, robots = '') {
  const site = await testSite(routes)
  stops.push(site.close)
  const egress = openEgress({
    allow: ['127.0.0.1/32'],
    resolver: '127.0.0.1:9',
    hosts: { 'dorp.test': '127.0.0.1', 'elders.test': '127.0.0.1' },
    ports: { 80: Number(new URL(site.url('/')).port) },
  })
  let waits = 0
  const mapped = await mappedPages(
    'http://dorp.test/',
    { robots, rules: readRobots(robots) },
    { egress, signal: AbortSignal.timeout(20_000), between: async () => void waits++ },
  )
  return { ...mapped, asked: site.asked.map((line) => line.split('dorp.test')[1] ?? line), waits }
}

test('the map at its usual place', async () => {
  const { addresses, whole, asked, waits } = await read({ '/sitemap.xml': map('/a', '/b') })
  expect({ addresses, whole, asked, waits }).toEqual({
    addresses: ['http://dorp.test/a', 'http://dorp.test/b'],
    whole: true,
    asked: ['/sitemap.xml'],
    waits: 1,
  })
})

test('the maps that robots.txt names, and no other; packed ones too', async () => {
  const robots = 'Sitemap: http://dorp.test/kaart.xml.gz\nSitemap: http://elders.test/kaart.xml\n'
  const { addresses, asked } = await read({ '/kaart.xml.gz': packed(map('/a')), '/sitemap.xml': map('/x') }, robots)
  expect([addresses, asked]).toEqual([['http://dorp.test/a'], ['/kaart.xml.gz']])
})

test('of a map of maps those of pages first, and four files in all', async () => {
  const names = ['/tags.xml', '/berichten.xml', '/pagina.xml', '/producten.xml', '/zaken.xml']
  const { addresses, whole, asked } = await read({
    '/sitemap.xml': index(...names),
    ...Object.fromEntries(names.map((name) => [name, map(`/van${name}`)])),
  })
  expect(asked).toEqual(['/sitemap.xml', '/pagina.xml', '/berichten.xml', '/producten.xml'])
  expect([addresses.length, whole]).toEqual([3, false])
})

test.each<[string, Route | undefined]>([
  ['is not there', undefined],
  ['fails', (_, response) => void response.writeHead(500).end(map('/c'))],
  ['hangs up', (_, response) => void response.destroy()],
  ['is a page', '<!doctype html><title>Niet gevonden</title>'],
  ['is packed and too large', packed(map('/c').padEnd(40_000_000, ' '))],
  ['breaks off', '<urlset><url><loc>http://dorp.test/c'],
])('where one map of several %s, the others are read and are not all there is', async (_, second) => {
  const { addresses, whole } = await read({
    '/sitemap.xml': index('/goed.xml', '/tweede.xml'),
    '/goed.xml': map('/a', '/b'),
    ...(second && { '/tweede.xml': second }),
  })
  expect({ addresses, whole }).toEqual({ addresses: ['http://dorp.test/a', 'http://dorp.test/b'], whole: false })
})

test('a map at another host, or that robots may not see, is one that was not read', async () => {
  const elsewhere = index('/goed.xml').replace(
    '</sitemapindex>',
    '<sitemap><loc>http://elders.test/b.xml</loc></sitemap>$&',
  )
  const good = { '/goed.xml': map('/a') }
  expect(await read({ '/sitemap.xml': elsewhere, ...good })).toMatchObject({ whole: false, waits: 2 })
  const robots = 'User-agent: *\nDisallow: /geheim.xml\n'
  expect(await read({ '/sitemap.xml': index('/goed.xml', '/geheim.xml'), ...good }, robots)).toMatchObject({
    addresses: ['http://dorp.test/a'],
    whole: false,
  })
  // Near miss: two maps that were both read.
  expect(await read({ '/sitemap.xml': index('/goed.xml', '/ook.xml'), ...good, '/ook.xml': map('/b') })).toMatchObject({
    whole: true,
  })
})

test('what robots may not see is not read', async () => {
  const robots = 'User-agent: *\nDisallow: /sitemap.xml\n'
  expect(await read({ '/sitemap.xml': map('/a') }, robots)).toMatchObject({ addresses: [], asked: [] })
})

test.each<[string, Record<string, Route>]>([
  ['a page that says there is none', { '/sitemap.xml': '<!doctype html><title>Niet gevonden</title>' }],
  ['a bomb', { '/sitemap.xml': packed(map('/a').padEnd(40_000_000, ' ')) }],
  ['a map that names itself', { '/sitemap.xml': index('/sitemap.xml') }],
  ['an error', { '/sitemap.xml': (_, response) => void response.writeHead(500).end(map('/a')) }],
  ['one that hangs up', { '/sitemap.xml': (_, response) => void response.destroy() }],
])('%s names nothing', async (_, routes) => {
  expect((await read(routes)).addresses).toEqual([])
})

test('a long map is read to its bound, and is not whole', async () => {
  const paths = Array.from({ length: 20_000 }, (_, at) => `/pagina-${at}`)
  const { addresses, whole } = await read({ '/sitemap.xml': map(...paths) })
  expect(addresses).toHaveLength(5_000)
  expect(whole).toBe(false)
})
