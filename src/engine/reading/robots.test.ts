/** robots.txt; the tables are those of RFC 9309 §2.2, §2.3 and §5. */
import { expect, test } from 'vitest'
import { cpuMs } from '../../../test/cpu.ts'
import { http, textFile, unseen } from '../../../test/evidence.ts'
import { readRobots, rulesIn } from './robots.ts'

const url = (path: string) => `https://www.voorbeeld.nl${path}`
const allowed = (text: string, path: string) => readRobots(text).allows(url(path))
const disallows = (pattern: string, path: string) => !allowed(`User-agent: *\nDisallow: ${pattern}`, path)

test('no file, an empty one, and one that is no robots.txt allow everything', () => {
  for (const text of ['', '\n\n', '<!doctype html><title>404</title>', 'Disallow: /', 'User-agent: *\nDisallow:'])
    expect(allowed(text, '/privacy')).toBe(true)
})

test('rules for all robots hold for us, rules for others do not', () => {
  const text = 'User-agent: GPTBot\nDisallow: /\n\nUser-agent: *\nDisallow: /zoek\nAllow: /zoek/help # uitleg'
  expect(['/', '/zoek?q=1', '/zoek/help', '/zoeken'].map((path) => allowed(text, path))).toEqual([
    true,
    false,
    true,
    false,
  ])
})

test.each(['Leidraad', 'LEIDRAAD/1.0', 'leidraad 2 (+https://a.nl)'])(
  '%s is us, and goes before the rules for all',
  (us) => {
    const text = `\uFEFFuser-agent:${us}\r\ndisallow:/\r\nUser-Agent: *\r\nAllow: /`
    expect(allowed(text, '/')).toBe(false)
  },
)

test.each(['leidraad-bot', 'leidraadx', 'x-leidraad', '*bot', ''])('%j is not us', (other) => {
  expect(allowed(`User-agent: ${other}\nDisallow: /`, '/x')).toBe(true)
})

test('groups that name us hold together, however far apart', () => {
  const text = 'User-agent: leidraad\nDisallow: /a\n\nUser-agent: *\nDisallow: /\n\nUser-agent: leidraad\nDisallow: /b'
  expect(['/a', '/b', '/c'].map((path) => allowed(text, path))).toEqual([false, false, true])
})

test('a group for several robots is one group, also with a sitemap between the names', () => {
  const text = 'User-agent: anders\nSitemap: https://x.nl/\n\nUser-agent: leidraad\nDisallow: /nee'
  expect([allowed(text, '/nee'), allowed(text, '/ja')]).toEqual([false, true])
})

test('a wish to wait ends no list of names (§2.2.4), a rule does', () => {
  expect(allowed('User-agent: *\nCrawl-delay: 5\nUser-agent: anders\nDisallow: /nee', '/nee')).toBe(false)
  expect(allowed('User-agent: *\nAllow: /ja\nUser-agent: anders\nDisallow: /nee', '/nee')).toBe(true)
})

test('a group for us without rules lets us in everywhere', () => {
  expect(allowed('User-agent: *\nDisallow: /\n\nUser-agent: leidraad\nDisallow:', '/x')).toBe(true)
})

test('the longest rule wins, and of two that are as long the one that allows (§5.2)', () => {
  const text =
    'User-Agent: *\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif\nDisallow: /gelijk\nAllow: /gelijk'
  expect(
    ['/example/page/a', '/example/page/disallowed.gif', '/gelijk/x', '/anders'].map((path) => allowed(text, path)),
  ).toEqual([true, false, true, true])
})

test.each([
  ['/', '/x', true],
  ['/zoek', '/Zoek', false],
  ['/*.pdf$', '/x.pdf', true],
  ['/*.pdf$', '/x.pdf?y', false],
  ['/a***b', '/a/c/b', true],
  ['/a***b', '/a/c', false],
  ['*.php', '/a/b.php?x', true],
  ['/this/*/exactly', '/this/a/b/exactly/x', true],
  ['/a$', '/a', true],
  ['/a$', '/ab', false],
  ['/a*a$', '/a', false],
  ['/prijs$1', '/prijs$1', true],
  ['/met#teken', '/met', true],
  ['admin', '/admin/x', true],
  // §2.2.2
  ['/foo/bar?baz=quz', '/foo/bar?baz=quz', true],
  ['/foo/bar?baz=https://foo.bar', '/foo/bar?baz=https%3A%2F%2Ffoo.bar', true],
  ['/foo/bar/\u30c4', '/foo/bar/%E3%83%84', true],
  ['/foo/bar/%E3%83%84', '/foo/bar/\u30c4', true],
  ['/foo/bar/%e3%83%84', '/foo/bar/%E3%83%84', true],
  ['/foo/bar/%62%61%7A', '/foo/bar/baz', true],
  ['/foo/bar/baz', '/foo/bar/%62%61%7A', true],
  ['/a/b', '/a%2Fb', false],
  ['/een weg', '/een%20weg', true],
  // §2.2.3
  ['/path/file-with-a-%2A.html', '/path/file-with-a-*.html', true],
  ['/path/file-with-a-%2A.html', '/path/file-with-a-x.html', false],
  ['/path/foo-%24', '/path/foo-$', true],
])('"%s" on %s: %s', (pattern, path, matched) => {
  expect(disallows(pattern, path)).toBe(matched)
})

test('the file itself may always be asked for', () => {
  expect(disallows('/', '/robots.txt')).toBe(false)
})

test('an endless address is never visited', () => {
  expect(allowed('', `/${'a'.repeat(3_000)}`)).toBe(false)
})

test('a rule far behind those for others is read', () => {
  expect(allowed(`User-agent: x\n${'Disallow: /y\n'.repeat(20_000)}User-agent: *\nDisallow: /nee`, '/nee')).toBe(false)
})

test('waits as long as asked, but not longer than ten seconds and never less than none', () => {
  const asked = (value: string) => readRobots(`User-agent: *\nCrawl-delay: ${value}`).delay
  expect([asked('2'), asked('0.5'), asked('3600'), asked('-1'), asked('x'), asked('Infinity'), asked('')]).toEqual([
    2, 0.5, 10, 0, 0, 0, 0,
  ])
  expect(readRobots('User-agent: anders\nCrawl-delay: 9').delay).toBe(0)
})

test.each([
  [200, false],
  [404, true],
  [403, true],
  [500, false],
  [503, false],
  [429, false],
])('with an answer of status %i, %s (§2.3.1)', (status, may) => {
  const robotsTxt = textFile({ status, text: 'User-agent: *\nDisallow: /x' })
  expect(readRobots(rulesIn(http({ robotsTxt }))).allows(url('/x'))).toBe(may)
})

test('a site that answers, but not with its file, is not visited further; one that is not seen says nothing', () => {
  const robotsTxt = unseen('timeout')
  expect(readRobots(rulesIn(http({ robotsTxt }))).allows(url('/x'))).toBe(false)
  expect(rulesIn(http({ robotsTxt, secure: robotsTxt, plain: robotsTxt }))).toBe('')
})

test.each([
  [
    'many robots with many rules',
    ['User-agent: a', ...Array.from({ length: 15_000 }, (_, at) => `User-agent: b${at}`), ''].join('\n') +
      'Disallow: /x\n'.repeat(15_000),
  ],
  ['us, many times', `${'User-agent: *\n'.repeat(15_000)}${'Disallow: /x\n'.repeat(15_000)}`],
  ['stars', `User-agent: *\n${`Disallow: /${'*a'.repeat(240)}$\n`.repeat(1_000)}`],
  ['one endless line', `User-agent: *\nDisallow: /${'*'.repeat(500_000)}`],
  ['spaces', `User-agent: *\n${`Disallow: ${' '.repeat(1_900)}x\n`.repeat(250)}`],
])('is done with %s in good time', (_, text) => {
  const begun = cpuMs()
  const robots = readRobots(text)
  for (let at = 0; at < 20; at++) robots.allows(url(`/${'a'.repeat(400)}`))
  expect(cpuMs() - begun).toBeLessThan(5_000)
})

test('a file of rules that are looked for everywhere does not hold us up: from then on nothing is allowed', () => {
  const rules = readRobots(`User-agent: *\n${'Allow:/*ab0\n'.repeat(10_000)}`)
  const path = `https://dorp.nl/${'a'.repeat(1_900)}`
  expect(rules.allows(path)).toBe(true)
  const begun = performance.now()
  expect(Array.from({ length: 500 }, () => rules.allows(path)).at(-1)).toBe(false)
  expect(performance.now() - begun).toBeLessThan(20_000)
  // A long file without such rules is asked about many pages.
  const long = readRobots(
    `User-agent: *\n${Array.from({ length: 9_000 }, (_, at) => `Disallow: /map-${at}/`).join('\n')}`,
  )
  expect(Array.from({ length: 2_000 }, () => long.allows('https://dorp.nl/nieuws/')).at(-1)).toBe(true)
})
