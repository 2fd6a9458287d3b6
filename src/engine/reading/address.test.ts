/** Which page an address names, however it is written. */
import { expect, test } from 'vitest'
import { cpuMs } from '../../../test/cpu.ts'
import { pageKey, tidy } from './address.ts'

const BASE = 'https://www.dorp.nl'
const at = (place: string) => pageKey(new URL(place, BASE).href)

test.each([
  ['/', '/index.html'],
  ['/', 'http://dorp.nl'],
  ['/', '/?utm_source=brief&utm_medium=mail'],
  ['/', '/?fbclid=IwAR0&gclid=x'],
  ['/', '/?PHPSESSID=abc'],
  ['/contact', '/contact;jsessionid=0A1B.node2'],
  ['/', '/;jsessionid=0A1B'],
  ['/contact', '/Contact/?bron=menu#kaart'],
  ['/producten', '/producten?sort=prijs&order=asc'],
  ['/nieuws', '/nieuws?page=2'],
  ['/agenda', '/agenda?maand=2026-12'],
  ['/', '/doku.php?id=start'],
  ['/', '/index.php?title=Main_Page'],
  ['/?page_id=2', '/index.php?page_id=2&utm_campaign=x'],
  ['/index.php?title=Foo', '/index.php?redirect=no&title=Foo'],
  ['/?option=a&id=3', '/?id=3&option=a'],
])('%s and %s are one page', (one, other) => {
  expect(at(one)).toBe(at(other))
})

test.each([
  ['/', '/?p=12'],
  ['/?page_id=2', '/?page_id=3'],
  ['/index.php?title=Foo', '/index.php?title=Bar'],
  ['/doku.php?id=start', '/doku.php?id=afval'],
  ['/index.php?page=contact', '/index.php?page=over'],
  ['/?contact', '/?over-ons'],
  ['/wonen;wijk=noord', '/wonen;wijk=zuid'],
  ['/show.aspx?id=1', '/show.aspx?id=2'],
])('%s and %s are two', (one, other) => {
  expect(at(one)).not.toBe(at(other))
})

test('what follows a visitor does not go along; the rest of the address stays as it was written', () => {
  expect(tidy(new URL('/?p=1&utm_source=x#top', BASE)).href).toBe(`${BASE}/?p=1`)
  expect(tidy(new URL('/?q=a%20b', BASE)).href).toBe(`${BASE}/?q=a%20b`)
})

test('slashes at the end name no other page, and very many of them cost nothing', () => {
  expect(pageKey('https://x.nl/a///')).toBe(pageKey('https://x.nl/a'))
  expect(pageKey('https://x.nl//')).toBe(pageKey('https://x.nl'))
  const begun = cpuMs()
  pageKey(`https://x.nl/${'/'.repeat(100_000)}x`)
  expect(cpuMs() - begun).toBeLessThan(2_000)
})
