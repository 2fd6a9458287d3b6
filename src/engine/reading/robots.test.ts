import { expect, test } from 'vitest'
import { allowed, crawlDelay } from './robots.ts'

const url = (path: string) => `https://www.voorbeeld.nl${path}`

test('no file, an empty one, and one that is no robots.txt allow everything', () => {
  for (const text of ['', '\n\n', '<!doctype html><title>404</title>'])
    expect(allowed(text, url('/privacy'))).toBe(true)
})

test('rules for all robots hold for us, rules for others do not', () => {
  const text = 'User-agent: GPTBot\nDisallow: /\n\nUser-agent: *\nDisallow: /zoek\nAllow: /zoek/help # uitleg'
  expect(['/', '/zoek?q=1', '/zoek/help', '/zoeken'].map((path) => allowed(text, url(path)))).toEqual([
    true,
    false,
    true,
    false,
  ])
})

test('rules that name us go before those for all, in any spelling', () => {
  const text = '\uFEFFuser-agent:LEIDRAAD/1.0\r\ndisallow:/\r\nUser-Agent: *\r\nAllow: /'
  expect(allowed(text, url('/'))).toBe(false)
})

test('a group for several robots is one group, also with a sitemap between the names', () => {
  const text = 'User-agent: anders\nSitemap: https://x.nl/\nUser-agent: leidraad\nDisallow: /nee'
  expect([allowed(text, url('/nee')), allowed(text, url('/ja'))]).toEqual([false, true])
})

test('wildcards and the end of the address', () => {
  const text = 'User-agent: *\nDisallow: /*.pdf$\nDisallow: /a***b'
  expect(['/x.pdf', '/x.pdf?y', '/a/c/b', '/a/c'].map((path) => allowed(text, url(path)))).toEqual([
    false,
    true,
    false,
    true,
  ])
})

test('an endless address is never visited', () => {
  expect(allowed('', url(`/${'a'.repeat(3_000)}`))).toBe(false)
})

test('waits as long as asked, but not longer than ten seconds and never less than none', () => {
  const asked = (value: string) => crawlDelay(`User-agent: *\nCrawl-delay: ${value}`)
  expect([asked('2'), asked('3600'), asked('-1'), asked('x'), asked('Infinity'), crawlDelay('')]).toEqual([
    2, 10, 0, 0, 0, 0,
  ])
})

test.each([
  [
    'many robots with many rules',
    ['User-agent: a', ...Array.from({ length: 15_000 }, (_, at) => `User-agent: b${at}`), ''].join('\n') +
      'Disallow: /x\n'.repeat(15_000),
  ],
  ['stars', `User-agent: *\n${`Disallow: /${'*a'.repeat(240)}$\n`.repeat(1_000)}`],
  ['one endless line', `User-agent: *\nDisallow: /${'*'.repeat(500_000)}`],
])('is done with %s in good time', (_, text) => {
  const begun = performance.now()
  allowed(text, url(`/${'a'.repeat(400)}`))
  expect(performance.now() - begun).toBeLessThan(5_000)
})
