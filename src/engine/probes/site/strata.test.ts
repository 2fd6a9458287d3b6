/** Pages of a site by turns from each kind of address, the same every time. */
import { expect, test } from 'vitest'
import { cpuMs } from '../../../../test/cpu.ts'
import { inTurns, stratumOf } from './strata.ts'

const pages = (...paths: string[]) => paths.map((path) => ({ at: path, url: `https://dorp.nl${path}` }))
const many = (name: string, count: number) => Array.from({ length: count }, (_, at) => `${name}${at}`)

test.each([
  ['/nieuws/brug-open', '/nieuws/markt'],
  ['/over-ons', '/werken-bij'],
  ['/?page_id=2', '/?page_id=7'],
  ['/en/about', '/en/work'],
])('%s and %s are of one kind', (one, other) => {
  const [a, b] = pages(one, other)
  expect(stratumOf(a!.url)).toBe(stratumOf(b!.url))
})

test.each([
  ['/nieuws/brug-open', '/agenda/markt'],
  ['/nieuws', '/nieuws/brug-open'],
  ['/about', '/en/about'],
  ['/a?lang=en', '/a?lang=de'],
  ['/?page_id=2', '/?cat=2'],
  ['/over-ons', '/?page_id=2'],
])('%s and %s are of two kinds', (one, other) => {
  const [a, b] = pages(one, other)
  expect(stratumOf(a!.url)).not.toBe(stratumOf(b!.url))
})

test('each kind has its turn before the largest has a second', () => {
  const first = inTurns(
    pages(...many('/nieuws/', 1_000), ...many('/agenda/', 20), ...many('/p', 5), '/en/x'),
    'dorp.nl',
  )
    .slice(0, 4)
    .map(({ at }) => at.replace(/\d+/, ''))
  expect(new Set(first)).toEqual(new Set(['/nieuws/', '/agenda/', '/p', '/en/x']))
  expect(first[3]).toBe('/en/x')
})

test('the same whatever order they come in, another for another host, and each page once', () => {
  const all = pages(...many('/nieuws/', 30), ...many('/p', 30))
  const once = inTurns(all, 'dorp.nl')
  expect(inTurns(all.toReversed(), 'dorp.nl')).toEqual(once)
  expect(inTurns(all, 'elders.nl')).not.toEqual(once)
  expect(new Set(once).size).toBe(60)
})

test('a page more in one kind moves no page of another kind', () => {
  const all = pages(...many('/nieuws/', 30), ...many('/p', 30))
  const kept = (each: readonly { at: string }[]) => each.filter(({ at }) => at.startsWith('/p'))
  expect(kept(inTurns([...all, ...pages('/nieuws/zomaar')], 'dorp.nl'))).toEqual(kept(inTurns(all, 'dorp.nl')))
})

test('five thousand kinds of one page take no time', () => {
  const begun = cpuMs()
  expect(inTurns(pages(...many('/a', 5_000).map((path) => `${path}/x`)), 'dorp.nl')).toHaveLength(5_000)
  expect(cpuMs() - begun).toBeLessThan(2_000)
})
