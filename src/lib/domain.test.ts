/** Which hosts belong to one party. */
import { expect, test } from 'vitest'
import { hostOf, registrableDomain, sameParty, suffixes } from './domain.ts'

test.each([
  ['www.leiden.nl', 'leiden.nl'],
  ['a.b.example.co.uk', 'example.co.uk'],
  ['school.github.io', 'school.github.io'],
  ['x.school.github.io', 'school.github.io'],
  ['www.gemeente-sluiswijk.test', 'gemeente-sluiswijk.test'],
  ['192.0.2.1', '192.0.2.1'],
  ['localhost', 'localhost'],
  ['github.io', 'github.io'],
])('%s falls under %s', (host, domain) => expect(registrableDomain(host)).toBe(domain))

test('two names under one public suffix are two parties', () => {
  expect(sameParty('www.leiden.nl', 'leiden.nl')).toBe(true)
  expect(sameParty('nepleiden.nl', 'leiden.nl')).toBe(false)
  expect(sameParty('een.github.io', 'twee.github.io')).toBe(false)
})
test('only addresses of the web have a host', () => {
  expect(hostOf('wss://Leiden.NL:8443/x')).toBe('leiden.nl')
  for (const none of ['data:text/plain,x', 'mailto:a@b.nl', 'about:blank', '', 'geen adres'])
    expect(hostOf(none)).toBeUndefined()
})
test('suffixes go from the whole name to its last label', () => {
  expect(suffixes('A.b.nl')).toEqual(['a.b.nl', 'b.nl', 'nl'])
})
