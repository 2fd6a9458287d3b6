/** What a map of a site names, and what is no map. */
import { expect, test } from 'vitest'
import { readSitemap, sitemapsIn } from './sitemap.ts'
import { cpuMs } from '../../../test/cpu.ts'

const map = (inside: string) =>
  `<?xml version="1.0"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${inside}</urlset>`

test('addresses in order, with the five entities and numbers of the protocol', () => {
  const text = map(`
    <url><loc> https://dorp.nl/ </loc><lastmod>2026-11-01</lastmod></url>
    <url><loc>https://dorp.nl/?page_id=2&amp;taal=nl</loc></url>
    <url><loc>https://dorp.nl/l&#39;eau&#x2f;x</loc></url>
    <url><loc><![CDATA[https://dorp.nl/?a=1&b=2]]></loc></url>`)
  expect(readSitemap(text)).toEqual({
    addresses: [
      'https://dorp.nl/',
      'https://dorp.nl/?page_id=2&taal=nl',
      "https://dorp.nl/l'eau/x",
      'https://dorp.nl/?a=1&b=2',
    ],
    index: false,
    whole: true,
  })
})

test('a map of maps says so', () => {
  const text = '<sitemapindex xmlns="x"><sitemap><loc>https://dorp.nl/pages.xml.gz</loc></sitemap></sitemapindex>'
  expect(readSitemap(text)).toMatchObject({ addresses: ['https://dorp.nl/pages.xml.gz'], index: true })
})

test('pictures in a map, and what is commented away, are no pages', () => {
  const text = map(
    '<!-- <url><loc>https://dorp.nl/oud</loc></url> --><url><loc>https://dorp.nl/a</loc>' +
      '<image:image><image:loc>https://dorp.nl/a.jpg</image:loc></image:image></url>',
  )
  expect(readSitemap(text).addresses).toEqual(['https://dorp.nl/a'])
})

test.each([
  ['a page', '<!doctype html><title>Niet gevonden</title><loc>https://dorp.nl/x</loc>'],
  ['a feed', '<rss><channel><link>https://dorp.nl/</link></channel></rss>'],
  ['entities of its own', `<!DOCTYPE x [<!ENTITY a "https://dorp.nl/">]>${map('<url><loc>&a;x</loc></url>')}`],
  ['an entity further on', map('<url><loc>https://dorp.nl/x</loc></url><!ENTITY a "b">')],
  ['words', 'Deze pagina\nbestaat niet\nhttps://dorp.nl/'],
  ['nothing', ''],
])('%s is no map', (_, text) => {
  expect(readSitemap(text).addresses).toEqual([])
})

test('an entity that nobody declared stays as it is written', () => {
  expect(readSitemap(map('<url><loc>https://dorp.nl/&lol;&#99999999;</loc></url>')).addresses).toEqual([
    'https://dorp.nl/&lol;&#99999999;',
  ])
})

test('lines of text are a map too', () => {
  expect(readSitemap('https://dorp.nl/a\r\nhttps://dorp.nl/b\n').addresses).toEqual([
    'https://dorp.nl/a',
    'https://dorp.nl/b',
  ])
})

test('what was cut, or has more than is read, is not whole; an address that broke off is none', () => {
  const broken = map('<url><loc>https://dorp.nl/a</loc></url><url><loc>https://dorp.nl/b').replace('</urlset>', '')
  expect(readSitemap(broken, true)).toEqual({ addresses: ['https://dorp.nl/a'], index: false, whole: false })
  const many = Array.from({ length: 6_000 }, (_, at) => `<url><loc>https://dorp.nl/${at}</loc></url>`).join('')
  const read = readSitemap(map(many))
  expect([read.addresses.length, read.whole]).toEqual([5_000, false])
})

test.each([
  ['openings', '<loc>'],
  ['comments', '<!--'],
  ['references', '&#1'],
  ['tags', '<'],
  ['addresses without an end', '<loc>&amp;'],
])('half a megabyte of %s takes no time', (_, piece) => {
  const begun = cpuMs()
  readSitemap(map(piece.repeat(Math.floor(500_000 / piece.length))))
  readSitemap(piece.repeat(Math.floor(500_000 / piece.length)))
  expect(cpuMs() - begun).toBeLessThan(1_000)
})

test('robots.txt names maps, whoever it speaks to', () => {
  expect(
    sitemapsIn(
      'User-agent: x\nDisallow: /\nSitemap: https://dorp.nl/a.xml\r\n sitemap :https://dorp.nl/b.xml # c\nSitemap:',
    ),
  ).toEqual(['https://dorp.nl/a.xml', 'https://dorp.nl/b.xml'])
})
