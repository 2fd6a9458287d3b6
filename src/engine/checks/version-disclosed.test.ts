/** Versions a site tells. */
import { expect, test } from 'vitest'
import { judgeWith, session, sighting } from '../../../test/evidence.ts'
import { versionDisclosed } from './version-disclosed.ts'

const header = (name: string, value: string) =>
  judgeWith(versionDisclosed, { session: [sighting(session({ headers: [[name, value]] }))] })
const generator = (content: string) =>
  judgeWith(versionDisclosed, { session: [sighting(session({ metas: [{ name: 'Generator', content }] }))] })

test.each([
  ['server', 'Apache/2.4.41 (Ubuntu)'],
  ['server', 'Microsoft-IIS/10.0'],
  ['x-powered-by', 'PHP/8.1.2-1ubuntu2.14'],
  ['x-aspnet-version', '4.0.30319'],
  ['server', 'Apache OpenSSL/1.1.1f'],
])('%s: %s tells one', (name, value) => {
  expect(header(name, value)).toMatchObject({ verdict: 'unmet', seen: { count: 1, what: `${name}: ${value}` } })
})

test.each([
  ['server', 'nginx'],
  ['server', 'cloudflare'],
  ['x-powered-by', 'ASP.NET'],
  ['x-powered-by', 'PHP/8'],
  ['via', '1.1 varnish'],
  ['server', 'Apache/2'],
])('%s: %s does not', (name, value) => {
  expect(header(name, value).verdict).toBe('met')
})

test('the generator of a page tells as much as a header', () => {
  expect(generator('WordPress 6.4.3')).toMatchObject({ verdict: 'unmet', seen: { what: 'generator: WordPress 6.4.3' } })
  expect(generator('Drupal 10 (https://www.drupal.org)').verdict).toBe('met')
  expect(generator('Hugo').verdict).toBe('met')
})

test('the same version on ten pages is told once', () => {
  const page = sighting(session({ headers: [['server', 'nginx/1.24.0']] }))
  expect(
    judgeWith(versionDisclosed, {
      session: Array.from({ length: 10 }, () => page),
    }).seen.details,
  ).toEqual(['server: nginx/1.24.0'])
})
test('no other meta element tells a version', () => {
  const metas = [{ name: 'description', content: 'WordPress 6.4.3' }]
  expect(judgeWith(versionDisclosed, { session: [sighting(session({ metas }))] }).verdict).toBe('met')
})
