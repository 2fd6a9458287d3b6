/** No name, password or token in an address is kept; what only looks like one stays as it was. */
import { expect, test } from 'vitest'
import { cpuMs } from '../../test/cpu.ts'
import { addressWithoutCredentials, withoutCredentials, withoutCredentialsIn } from './credentials.ts'

test.each([
  ['https://jan:geheim@stad.nl/pad', 'https://stad.nl/pad'],
  ['https://jan@stad.nl', 'https://stad.nl'],
  ['HTTPS://Jan:Geheim@stad.nl/', 'HTTPS://stad.nl/'],
  ['//jan:geheim@stad.nl/x', '//stad.nl/x'],
  ['https:\\\\jan:geheim@stad.nl/x', 'https:\\\\stad.nl/x'],
  ['https:jan:geheim@stad.nl/x', 'https:stad.nl/x'],
  ['https://ja@n:ge@heim@stad.nl/', 'https://stad.nl/'],
  ['https://jan:ge%40heim@stad.nl/', 'https://stad.nl/'],
  ['wss://jan:geheim@stad.nl/ws', 'wss://stad.nl/ws'],
  ['ftp://jan:geheim@stad.nl/', 'ftp://stad.nl/'],
  ['0; url=https://jan:geheim@stad.nl/', '0; url=https://stad.nl/'],
  [`default-src 'self'; report-uri https://jan:geheim@csp.nl/r`, `default-src 'self'; report-uri https://csp.nl/r`],
  ['<a href="https://jan:geheim@stad.nl/">', '<a href="https://stad.nl/">'],
  [`Refused to load 'https://jan:geheim@stad.nl/a.js'`, `Refused to load 'https://stad.nl/a.js'`],
  ['https://a.nl/?next=https%3A%2F%2Fjan%3Ageheim%40stad.nl%2F', 'https://a.nl/?next=https%3A%2F%2Fstad.nl%2F'],
  ['/in?access_token=abc.def&taal=nl', '/in?access_token=…&taal=nl'],
  ['/in#id_token=abc', '/in#id_token=…'],
  ['/a;jsessionid=0123ABC?x=1', '/a;jsessionid=…?x=1'.replace('…?x=1', '…')],
  ['/reset?reset-token=abc', '/reset?reset-token=…'],
  ['/f?X-Amz-Signature=abc&X-Amz-Date=2026', '/f?X-Amz-Signature=…&X-Amz-Date=2026'],
])('%s', (text, kept) => {
  expect(withoutCredentials(text)).toBe(kept)
})

test('an address that is one, as a Location is, may hold anything in its password', () => {
  expect(addressWithoutCredentials('https://jan:ge heim"@stad.nl/in?token=abc')).toBe('https://stad.nl/in?token=…')
  expect(addressWithoutCredentials('/thuis?mail=jan@stad.nl')).toBe('/thuis?mail=jan@stad.nl')
  expect(addressWithoutCredentials('https://stad.nl')).toBe('https://stad.nl')
})

test.each([
  'https://stad.nl of mail info@stad.nl',
  'mailto:jan@stad.nl',
  'https://stad.nl/@jan',
  'https://stad.nl/a?mail=jan@stad.nl',
  'https://stad.nl:8443/',
  'https://stad.nl/#jan@stad.nl',
  'Mail jan@stad.nl of kijk op https://stad.nl/ voor meer',
  'zie https://stad.nl of mail info@stad.nl',
  'v=spf1 include:_spf.stad.nl -all',
  'https://stad.nl/?sidebar=links&keyword=token&tokens=3',
  'https://stad.nl/zoek?q=%40jan',
])('stays: %s', (text) => {
  expect(withoutCredentials(text)).toBe(text)
})

test('everywhere in a value; numbers, nothing and truth stay', () => {
  expect(
    withoutCredentialsIn({
      headers: [['location', 'https://a:b@c.nl/']],
      n: 1,
      no: null,
      yes: true,
      deep: [{ u: '//a@b/' }],
    }),
  ).toEqual({ headers: [['location', 'https://c.nl/']], n: 1, no: null, yes: true, deep: [{ u: '//b/' }] })
})

test('a long text without an end costs next to nothing', () => {
  const begun = cpuMs()
  for (const text of [
    'https://'.repeat(50_000),
    '//'.repeat(200_000),
    '%2F%2F'.repeat(50_000),
    '/'.repeat(200_000),
    'https:'.repeat(20_000),
    'a-'.repeat(100_000),
    'a.a:'.repeat(50_000),
    '?token='.repeat(50_000),
  ])
    for (const end of ['@%40=', ' @%40=']) withoutCredentials(`${text}${end}`)
  expect(cpuMs() - begun).toBeLessThan(6_000)
})
