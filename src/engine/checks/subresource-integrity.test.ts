/** Fingerprints on what others supply: asked of fixed files in the page's own HTML, and of nothing else. */
import { expect, test } from 'vitest'
import { judgeWith, request, session, sighting } from '../../../test/evidence.ts'
import { cpuMs } from '../../../test/cpu.ts'
import { listsWith } from '../../../test/lists.ts'
import type { Session } from '../../model/evidence.ts'
import { subresourceIntegrity } from './subresource-integrity.ts'

const SHA = `sha384-${'A'.repeat(64)}`
const LIB = 'https://cdn.example/lib-1.2.3.js'
const asked = (url: string, kind = 'parser') => request({ url, type: 'script', initiator: { kind, url: null } })
const lists = listsWith({
  owners: { 'labels.example': { category: 'tag-manager' } },
  changing: ['fonts.example'],
})
const judge = (over: Partial<Session>) =>
  judgeWith(subresourceIntegrity, { session: [sighting(session(over))] }, { lists })
const scripts = (...pairs: [src: string, integrity: string | null][]) =>
  judge({
    scripts: pairs.map(([src, integrity]) => ({ src, integrity, selector: 'script' })),
    requests: pairs.map(([src]) => asked(URL.parse(src, 'https://www.voorbeeld.nl/')?.href ?? src)),
  })

test('own scripts and scripts in the page need none', () => {
  const own = scripts(
    ['/app-1.2.3.js', null],
    ['https://static.voorbeeld.nl/a-1.2.3.js', null],
    ['', null],
    ['data:text/javascript,1', null],
  )
  expect(own).toMatchObject({ reason: 'no-third-party', verdict: 'met' })
})

test.each([
  LIB,
  '//cdn.example/lib-1.2.3.js',
  'https://cdn.example/npm/lib@5.3.0/dist/lib.min.js',
  'https://cdn.example/npm/@huis/lib@5.15.4/css/all.js',
  'https://cdn.example/ajax/libs/jquery/3.7.1/jquery.min.js',
  'https://cdn.example/releases/v5.15.4/all.js',
  'https://cdn.example/bib/galerij-2.1.min.js',
  'https://cdn.example/app.0f3a9c1b.js',
])('a fixed script of another without fingerprint is told: %s', (src) => {
  expect(scripts([src, null])).toMatchObject({ reason: 'none', verdict: 'unmet', seen: { count: 1, total: 1 } })
})

test.each([
  'https://cdn.example/lib.js',
  'https://cdn.example/lib.js?ver=6.4.2',
  'https://cdn.example/npm/lib@5/dist/lib.min.js',
  'https://cdn.example/npm/lib@5.3/dist/lib-5.3.min.js',
  'https://cdn.example/npm/lib@latest/dist/lib.min.js',
  'https://cdn.example/sdk/v3/',
  'https://kit.example/a076d05399.js',
  'https://labels.example/1.2.3/laad.js',
  'https://css.fonts.example/v1.2.3/css2',
])('what its supplier renews at one address cannot have one: %s', (src) => {
  expect(scripts([src, null])).toMatchObject({ reason: 'changing', verdict: 'not-applicable' })
})

test('what a script adds, and what never ran, is not asked for', () => {
  const element = [{ src: LIB, integrity: null, selector: 'script' }]
  expect(judge({ scripts: element, requests: [asked(LIB, 'script')] })).toMatchObject({
    reason: 'added',
    verdict: 'not-applicable',
  })
  expect(judge({ scripts: element, requests: [] }).reason).toBe('no-third-party')
})

test('what the page itself asks for is told of, not what a script adds beside it', () => {
  const [changing, added] = ['https://cdn.example/lib.js', 'https://cdn.example/meer.js']
  const both = judge({
    scripts: [changing, added].map((src) => ({ src, integrity: null, selector: 'script' })),
    requests: [asked(changing), asked(added, 'script')],
  })
  expect(both).toMatchObject({ reason: 'changing', seen: { total: 1, details: [changing] } })
})
test('a page of which not all requests were kept may have asked others for a script', () => {
  expect(judge({ lacks: { requests: ['cut'] } })).toMatchObject({ reason: 'half-seen.cut', verdict: 'unknown' })
})

test('the other domain that a site redirects to is its own', () => {
  const src = 'https://static.voorbeeld.org/lib-1.2.3.js'
  const over = {
    finalUrl: 'https://www.voorbeeld.org/',
    scripts: [{ src, integrity: null, selector: 'script' }],
    requests: [asked(src)],
  }
  expect(judge(over).reason).toBe('no-third-party')
})

test('one with and one without is partly', () => {
  const two: [string, string | null][] = [
    ['https://cdn.example/1.0/a.js', SHA],
    ['https://cdn.example/1.0/b.js', null],
  ]
  expect(scripts(...two)).toMatchObject({ verdict: 'partly', seen: { count: 1, total: 2 } })
})

test('a known fingerprint counts, also among others; an empty or unknown one does not', () => {
  expect(scripts([LIB, `md5-x ${SHA}`]).verdict).toBe('met')
  expect(scripts([LIB, '']).verdict).toBe('unmet')
  expect(scripts([LIB, `sha1-${'A'.repeat(64)}`]).verdict).toBe('unmet')
})

test('styles count as scripts do', () => {
  const href = 'https://cdn.example/a-1.2.3.css'
  const stylesheets = [{ href, integrity: null, selector: 'link' }]
  expect(judge({ stylesheets, requests: [asked(href)] }).verdict).toBe('unmet')
})

test('a long path costs no more than its last step, and names keep their meaning', () => {
  const long = ['a-'.repeat(990), '-a1234567'.repeat(220), `${'-a1'.repeat(660)}.js`, `${'1.'.repeat(990)}x`]
  const begun = cpuMs()
  for (let again = 0; again < 100; again++)
    scripts(...long.map((path): [string, null] => [`https://cdn.example/${path}`, null]))
  expect(cpuMs() - begun).toBeLessThan(2_000)
  expect(scripts([`https://cdn.example/${'map/'.repeat(300)}app.0f3a9c1b.js`, null]).reason).toBe('none')
  expect(scripts([`https://cdn.example/.0f3a9c1b.js`, null]).reason).toBe('changing')
})

test('signs that not every browser writes with a % are the same address', () => {
  const src = 'https://cdn.example/npm/lib@^3.4.1/dist/lib.js'
  expect(scripts([src, null]).reason).toBe('changing')
})
