/** CAA records; the first rows are the examples of RFC 8659 §4. */
import { expect, test } from 'vitest'
import { cpuMs } from '../../../test/cpu.ts'
import { readCaa } from './caa.ts'

const read = (flags: number, tag: string, value: string) => readCaa({ flags, tag, value })

test.each([
  ['ca1.example.net', 'ca1.example.net'],
  ['ca1.example.net; account=230123', 'ca1.example.net'],
  ['ca1.example.net; policy=ev', 'ca1.example.net'],
  [';', null],
  ['', null],
  ['  Sectigo.com  ', 'sectigo.com'],
  ['letsencrypt.org;validationmethods=dns-01;accounturi=https://x.org/acct/1', 'letsencrypt.org'],
  ['letsencrypt.org ; validationmethods = dns-01 ;', 'letsencrypt.org'],
  ['localca', 'localca'],
  ['; account=1', null],
  [`a.nl; x=${'y'.repeat(490)}`, 'a.nl'],
])('issue "%s" names %s', (value, issuer) => {
  for (const tag of ['issue', 'ISSUEWILD', 'issuemail', 'issuevmc'])
    expect(read(0, tag, value)).toEqual({ tag: tag.toLowerCase(), issuer, broken: false })
})

test.each([
  '%%%%%',
  'https://letsencrypt.org',
  'lets encrypt',
  'a..nl',
  '-a.nl',
  'a.nl; moo',
  'a.nl; x=a b',
  'a.nl;; x=y',
  'a.nl, b.nl',
])('issue "%s" is not in the grammar, so that nobody may issue', (value) => {
  expect(read(0, 'issue', value)).toEqual({ tag: 'issue', issuer: null, broken: true })
})

test('only the critical flag has a meaning', () => {
  expect(read(1, 'issue', 'a.nl').broken).toBe(false)
  expect(read(0, 'tbs', 'Unknown').broken).toBe(false)
  expect(read(1, 'tbs', 'Unknown').broken).toBe(false)
  expect(read(128, 'tbs', 'Unknown').broken).toBe(true)
  expect(read(129, 'tbs', 'Unknown').broken).toBe(true)
  expect(read(128, 'issue', 'a.nl').broken).toBe(false)
  expect(read(0, 'is_sue', 'a.nl').broken).toBe(true)
})

test.each([
  ['mailto:security@example.com', false],
  ['https://iodef.example.com/', false],
  ['HTTP://iodef.example.com', false],
  ['security@example.com', true],
  ['mailto:', true],
  ['', true],
])('iodef "%s" is broken: %s', (value, broken) => {
  expect(read(0, 'iodef', value).broken).toBe(broken)
})

test('a hostile value costs no time', () => {
  const begun = cpuMs()
  for (const value of [`${'a-'.repeat(50_000)}!`, `a;${'b-'.repeat(50_000)}=`, ';'.repeat(50_000), ' '.repeat(50_000)])
    read(0, 'issue', value)
  expect(cpuMs() - begun).toBeLessThan(1_500)
})
