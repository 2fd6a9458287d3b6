/** Fingerprints on what others supply. */
import { expect, test } from 'vitest'
import { judgeWith, session, sighting } from '../../../test/evidence.ts'
import { subresourceIntegrity } from './subresource-integrity.ts'

const SHA = `sha384-${'A'.repeat(64)}`
const scripts = (...pairs: [src: string, integrity: string | null][]) =>
  judgeWith(subresourceIntegrity, {
    session: [
      sighting(session({ scripts: pairs.map(([src, integrity]) => ({ src, integrity, selector: 'script' })) })),
    ],
  })

test('own scripts and scripts in the page need none', () => {
  const own = scripts(
    ['/app.js', null],
    ['https://static.voorbeeld.nl/a.js', null],
    ['', null],
    ['data:text/javascript,1', null],
  )
  expect(own).toMatchObject({ reason: 'no-third-party', verdict: 'met' })
})

test('a script of another without fingerprint is told', () => {
  expect(scripts(['https://cdn.example/lib.js', null])).toMatchObject({
    reason: 'none',
    verdict: 'unmet',
    seen: { details: ['https://cdn.example/lib.js'] },
  })
  expect(scripts(['//cdn.example/lib.js', null]).verdict).toBe('unmet')
})

test('one with and one without is partly', () => {
  expect(scripts(['https://cdn.example/a.js', SHA], ['https://cdn.example/b.js', null])).toMatchObject({
    verdict: 'partly',
    seen: { count: 1, total: 2 },
  })
})

test('a known fingerprint counts, also among others; an empty or unknown one does not', () => {
  expect(scripts(['https://cdn.example/a.js', `md5-x ${SHA}`]).verdict).toBe('met')
  expect(scripts(['https://cdn.example/a.js', '']).verdict).toBe('unmet')
  expect(scripts(['https://cdn.example/a.js', `sha1-${'A'.repeat(64)}`]).verdict).toBe('unmet')
})

test('styles count as scripts do', () => {
  const stylesheets = [{ href: 'https://cdn.example/a.css', integrity: null, selector: 'link' }]
  expect(judgeWith(subresourceIntegrity, { session: [sighting(session({ stylesheets }))] }).verdict).toBe('unmet')
})
