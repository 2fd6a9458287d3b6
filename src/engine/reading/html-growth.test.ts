/** Reading a page takes time that grows with its size, however it was made to hold a reader up. */
import { expect, test } from 'vitest'
import { growsWithSize } from '../../../test/growth.ts'
import { readHtml } from './html.ts'

function read(html: string): void {
  const { textLength, links } = readHtml(html, 'https://www.voorbeeld.nl/map/')
  expect(textLength).toBeGreaterThan(3)
  expect(links.length).toBeLessThanOrEqual(1_000)
}

test.each<[string, (times: number) => string]>([
  ['nested elements that close', (n) => '<div>'.repeat(n * 20) + 'diep' + '</div>'.repeat(n * 20)],
  ['nested elements that do not', (n) => '<div>'.repeat(n * 30) + 'diep'],
  ['formatting that never closes', (n) => '<a><b><i>'.repeat(n * 20) + 'diep'],
  ['attributes', (n) => `<p ${Array.from({ length: n * 20 }, (_, at) => `a${at.toString(36)}`).join(' ')}>diep`],
  ['one long attribute', (n) => `<p title="${'x'.repeat(n * 500)}">diep`],
  ['nothing but less-than signs', (n) => '<'.repeat(n * 300) + ' diep'],
  ['nothing but ampersands', (n) => '&'.repeat(n * 300) + ' diep'],
  ['comments that open and open', (n) => '<!--x'.repeat(n * 100) + '-->diep'],
  ['links in links', (n) => '<a href=/x>'.repeat(n * 15) + 'diep'],
  ['fields and labels', (n) => '<form><label for=a><input id=b form=c><button>'.repeat(n * 10) + 'diep'],
  ['wide links', (n) => `<a href=/x>${'<i></i>'.repeat(n * 25)}</a>diep`],
  ['nothing but white space', (n) => `${' \n'.repeat(n * 250)}diep`],
])('reads %s in time that grows with the size', { timeout: 120_000 }, (_, html) => {
  expect(growsWithSize((times) => read(html(times)))).toBe(true)
})
