/** Content security policies: directives, sources, and which policies hold together. */
import { CspParser } from 'csp_evaluator/dist/parser.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cpuMs } from '../../../test/cpu.ts'
import { headerPolicies, isAnyCustomer, isEverybody, policiesOf, readCsp, sourcesIn } from './csp.ts'

const chain = (headers: readonly (readonly [string, string])[], policies?: readonly string[]) => ({
  hops: [{ url: 'https://a.nl/', status: 200, headers, address: '192.0.2.1' }],
  body: { contentType: 'text/html', bytes: 1, textLength: 1, lang: null, ...(policies && { policies }) },
})
const line = (value: string) => ['content-security-policy', value] as const

test('directives are told apart by semicolons, the first of a name counts', () => {
  expect([...readCsp(" ;Default-SRC\t'self'  a.nl\n;; img-src;default-src *; upgrade-insecure-requests ")]).toEqual([
    ['default-src', ["'self'", 'a.nl']],
    ['img-src', []],
    ['upgrade-insecure-requests', []],
  ])
  expect([...readCsp("script-src 'self' “a.nl”; object-src 'none'")]).toEqual([['object-src', ["'none'"]]])
  expect(readCsp('').size).toBe(0)
})

const PARTS = [
  "'self'",
  'Script-Src',
  'img-src',
  'A.nl',
  'https:',
  '*',
  ';',
  ';;',
  ' ',
  '\t',
  "'none'",
  'constructor',
  '__proto__',
]

test('reads the same directives and sources as the library that weighs them', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PARTS), { maxLength: 30 }), (parts) => {
      const text = parts.join(' ')
      const theirs = Object.entries(new CspParser(text).csp.directives).filter(([name]) => /^[a-z-]+-src$/.test(name))
      const ours = [...readCsp(text)].filter(([name]) => /^[a-z-]+-src$/.test(name))
      const plain = (values: readonly string[] = []) => [...new Set(values.map((each) => each.toLowerCase()))]
      expect(ours.map(([name, values]) => [name, plain(values)])).toEqual(
        theirs.map(([name, values]) => [name, plain(values)]),
      )
    }),
  )
})

test('policies of all lines hold, of a meta element without what it may not say', () => {
  const policies = policiesOf(
    chain(
      [line("default-src 'self', img-src *"), line(''), line('sandbox')],
      ["script-src 'self', x; frame-ancestors 'none'; report-uri /r; sandbox", "frame-ancestors 'none'"],
    ),
  )
  expect(policies.map((policy) => [...policy.keys()])).toEqual([
    ['default-src'],
    ['img-src'],
    ['sandbox'],
    ['script-src'],
  ])
  expect(policies.at(-1)?.get('script-src')).toEqual(["'self',", 'x'])
  expect(headerPolicies([['x-frame-options', 'deny']])).toEqual([])
  expect(policiesOf(chain([]))).toEqual([])
})

test.each([
  ["'self' A.nl HTTPS: *.B.nl:443/Pad", ["'self'", 'a.nl', 'https:', '*.b.nl:443/pad']],
  ["'nonce-r4Nd0m==' 'sha256-abC+/_-=' 'NONCE-x'", ["'nonce-r4Nd0m=='", "'sha256-abC+/_-='", "'nonce-x'"]],
  ["'nonce-' 'nonce-a b' 'sha256-é' 'sha1-abc' 'Unsafe-Inline'", ["'unsafe-inline'"]],
  ['https://*.*.nl //a.nl a..nl https://[::1] https://a.nl:x *a.nl a.*', []],
  [
    '* *:443 https://*:* wss://a.nl localhost:3000 1.2.3.4',
    ['*', '*:443', 'https://*:*', 'wss://a.nl', 'localhost:3000', '1.2.3.4'],
  ],
  ["'none'", ["'none'"]],
  ["'none' a.nl", ['a.nl']],
  ["'NONE' 'none'", ["'none'"]],
  ['', []],
])('of %j a browser heeds %j', (values, heeded) => {
  expect(sourcesIn(values.split(' ').filter((each) => each !== ''))).toEqual(heeded)
})

test.each([
  '*',
  '*:443',
  '*:*',
  'https://*',
  'http://*:80',
  'https://*/x',
  'https:',
  'http:',
  'data:',
  '*.nl',
  'https://*.nl',
  '*.co.uk',
  '*.com:443',
  '*.nl.',
])('%s is everybody', (source) => {
  expect(isEverybody(source)).toBe(true)
})

test.each([
  "'self'",
  'a.nl',
  '*.a.nl',
  '*.gemeente.nl:443',
  'https://a.nl',
  'wss:',
  'blob:',
  '*.intern',
  '*.localhost',
  'nl',
])('%s is not', (source) => {
  expect([isEverybody(source), isAnyCustomer(source)]).toEqual([false, false])
})

test.each(['*.github.io', 'https://*.cloudfront.net', '*.azurewebsites.net:443'])(
  '%s is everybody who rents there',
  (source) => {
    expect([isEverybody(source), isAnyCustomer(source)]).toEqual([false, true])
  },
)

test('a hostile policy costs no time', () => {
  const begun = cpuMs()
  for (const text of [';'.repeat(50_000), 'a '.repeat(50_000), `a ${'a.'.repeat(50_000)}!`, `a ${'*.'.repeat(50_000)}`])
    for (const values of readCsp(text).values()) sourcesIn(values).map(isEverybody)
  expect(cpuMs() - begun).toBeLessThan(1_500)
})
