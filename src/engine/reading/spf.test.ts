/** SPF records by their grammar; each row is a kind of RFC 7208 with its section. */
import { expect, test } from 'vitest'
import { cpuMs } from '../../../test/cpu.ts'
import { isSpf, readSpf, targetOf } from './spf.ts'

const fault = (terms: string) => readSpf(`v=spf1 ${terms}`).fault

test.each([
  '',
  '-all',
  'All',
  '  mx    -all   ',
  '+a ?mx ~ptr -ALL',
  'a:voorbeeld.nl/24//64 a/0 mx//128 a//0 mx:voorbeeld.nl. a/32',
  'a:foo:bar/baz.voorbeeld.nl',
  'a:1.2.3.nl a:x.y-1 a:nummer.1a',
  'ip4:192.0.2.1 ip4:0.0.0.0/0 ip4:255.255.255.255/32 IP4:192.0.2.0/24',
  'ip6:2001:DB8::1 ip6:::/0 ip6:::ffff:192.0.2.1/128 ip6:1:2:3:4:5:6:7:8',
  'include:_spf.voorbeeld.nl exists:%{ir}.%{v}._spf.%{d2} -all',
  'include:%{d} a:%{d2r.-+,/_=}/24 exists:%{S}.%{L1R-}.%{o}.%{p}.%{h}.%{i} a:%%.%_.%-',
  'redirect=_spf.voorbeeld.nl',
  'exp=uitleg.%{d} redirect=%{d}',
  'ra=postmaster rp=100 onbekend= mop.1_x-y=%{s}%%/a=b:c -all',
  'default=deny a=b include=c',
])('%j is well written', (terms) => {
  expect(fault(terms)).toBeNull()
})

test.each([
  // §4.6: anywhere, also behind `all`
  ['-all moo', 'moo'],
  ['ip4:192.0.2.1 -all ip6', 'ip6'],
  ['-all -', '-'],
  ['-all =x', '=x'],
  ['-all 1x=y', '1x=y'],
  ['\tmx -all', '\tmx'],
  ['mx\t-all', 'mx\t-all'],
  ['-all;', '-all;'],
  ['+-all', '+-all'],
  ['mx, -all', 'mx,'],
  ['v=spf1 -al', '-al'],
  ['“-all”', '“-all”'],
  ['a:b.nl\uFFFD', 'a:b.nl\uFFFD'],
  ['a:\u00e9\u00e9n.nl', 'a:\u00e9\u00e9n.nl'],
  // §5.1 to §5.5
  ['all:x', 'all:x'],
  ['all/8', 'all/8'],
  ['include', 'include'],
  ['include:', 'include:'],
  ['include:voorbeeld.nl/24', 'include:voorbeeld.nl/24'],
  ['exists', 'exists'],
  ['exists:', 'exists:'],
  ['exists:voorbeeld.nl//64', 'exists:voorbeeld.nl//64'],
  ['ptr:', 'ptr:'],
  ['ptr/24', 'ptr/24'],
  ['a:', 'a:'],
  ['mx:/24', 'mx:/24'],
  ['a:museum', 'a:museum'],
  ['a:museum.', 'a:museum.'],
  ['a:111.222.33.44', 'a:111.222.33.44'],
  ['a:voorbeeld.123', 'a:voorbeeld.123'],
  ['a:voorbeeld.-nl', 'a:voorbeeld.-nl'],
  ['a:voorbeeld.nl-', 'a:voorbeeld.nl-'],
  ['a:voorbeeld.nl:8080', 'a:voorbeeld.nl:8080'],
  ['a:voorbeeld..', 'a:voorbeeld..'],
  ['a/33', 'a/33'],
  ['mx//129', 'mx//129'],
  ['a/024', 'a/024'],
  ['mx/00', 'mx/00'],
  ['a/', 'a/'],
  ['a//', 'a//'],
  ['a//64/24', 'a//64/24'],
  ['a/24/64', 'a/24/64'],
  ['a/-1', 'a/-1'],
  // §5.6
  ['ip4', 'ip4'],
  ['ip4:', 'ip4:'],
  ['ip4:192.0.2', 'ip4:192.0.2'],
  ['ip4:192.0.2.300', 'ip4:192.0.2.300'],
  ['ip4:192.0.02.1', 'ip4:192.0.02.1'],
  ['ip4:192.0.2.1/33', 'ip4:192.0.2.1/33'],
  ['ip4:192.0.2.1/024', 'ip4:192.0.2.1/024'],
  ['ip4:192.0.2.1/', 'ip4:192.0.2.1/'],
  ['ip4:192.0.2.1//32', 'ip4:192.0.2.1//32'],
  ['ip4:192.0.2.1:25', 'ip4:192.0.2.1:25'],
  ['ip4:2001:db8::1', 'ip4:2001:db8::1'],
  ['ip4=192.0.2.1 ip4 -all', 'ip4'],
  ['ip6:192.0.2.1', 'ip6:192.0.2.1'],
  ['ip6::CAFE::BABE', 'ip6::CAFE::BABE'],
  ['ip6:2001:db8::1/129', 'ip6:2001:db8::1/129'],
  ['ip6:fe80::1%eth0', 'ip6:fe80::1%eth0'],
  ['ip6:[2001:db8::1]', 'ip6:[2001:db8::1]'],
  // §6
  ['redirect=', 'redirect='],
  ['redirect', 'redirect'],
  ['redirect:voorbeeld.nl', 'redirect:voorbeeld.nl'],
  ['-redirect=voorbeeld.nl', '-redirect=voorbeeld.nl'],
  ['redirect=-all ?all', 'redirect=-all'],
  ['redirect=voorbeeld.nl/24', 'redirect=voorbeeld.nl/24'],
  ['exp= -all', 'exp='],
  ['exp=-all', 'exp=-all'],
  // §7
  ['-all foo=%abc', 'foo=%abc'],
  ['-all exp=%{r}.voorbeeld.nl', 'exp=%{r}.voorbeeld.nl'],
  ['exists:%{c}.nl', 'exists:%{c}.nl'],
  ['exists:%{t}.nl', 'exists:%{t}.nl'],
  ['a:%{a}.voorbeeld.nl', 'a:%{a}.voorbeeld.nl'],
  ['exists:%(ir).sbl.nl', 'exists:%(ir).sbl.nl'],
  ['exists:foo%.sbl.nl', 'exists:foo%.sbl.nl'],
  ['exists:%{i.nl', 'exists:%{i.nl'],
  ['exists:%{}.nl', 'exists:%{}.nl'],
  ['exists:%{d0}.nl', 'exists:%{d0}.nl'],
  ['exists:%{dr2}.nl', 'exists:%{dr2}.nl'],
  ['exists:%{d!}.nl', 'exists:%{d!}.nl'],
])('%j is void at %j', (terms, term) => {
  expect(fault(terms)).toEqual({ kind: 'syntax', term })
})

test.each([
  ['redirect=a.nl redirect=a.nl', 'redirect=a.nl'],
  ['redirect=a.nl -all REDIRECT=b.nl', 'REDIRECT=b.nl'],
  ['exp=a.nl -all exp=b.nl', 'exp=b.nl'],
])('%j repeats what may stand once (§6)', (terms, term) => {
  expect(fault(terms)).toEqual({ kind: 'repeated', term })
})

test('gives the mechanisms in order, and where the rest is', () => {
  expect(readSpf('v=spf1 ?A:B.nl/24 ip4:192.0.2.1 redirect=C.nl')).toEqual({
    mechanisms: [
      { name: 'a', qualifier: '?', domain: 'B.nl', text: '?A:B.nl/24' },
      { name: 'ip4', qualifier: '+', domain: undefined, text: 'ip4:192.0.2.1' },
    ],
    redirect: 'C.nl',
    fault: null,
  })
})

test('knows an SPF record by its version (§4.5)', () => {
  expect(
    ['v=spf1', 'v=spf1 -all', 'V=SPF1 x', 'v=spf10 -all', 'v=spf1-all', ' v=spf1', 'v=spf1\t-all'].map(isSpf),
  ).toEqual([true, true, true, false, false, false, false])
})

/** The examples of §7.4, for a sender strong-bad@email.example.com. */
test.each([
  ['%{o}', 'email.example.com'],
  ['%{d}', 'email.example.com'],
  ['%{d4}', 'email.example.com'],
  ['%{d3}', 'email.example.com'],
  ['%{d2}', 'example.com'],
  ['%{d1}', 'com'],
  ['%{dr}', 'com.example.email'],
  ['%{d2r}', 'example.email'],
  ['_spf.%{D}.', '_spf.email.example.com'],
  ['%{d-}.x%%y.nl', 'email.example.com.x%y.nl'],
  ['%{l}._spf.%{d}', undefined],
  ['%{ir}.%{v}._spf.%{d2}', undefined],
])('%s stands for %s', (spec, name) => {
  expect(targetOf(spec, { domain: 'email.example.com', sender: 'email.example.com' })).toBe(name)
})

test('a name that is too long loses labels on the left', () => {
  const name = targetOf(`${'a'.repeat(60)}.%{d}`, { domain: `${'b.'.repeat(120)}nl`, sender: 'b.nl' })
  expect(name).toBe(`${'b.'.repeat(120)}nl`)
})

test('hostile records are read in good time', () => {
  const begun = cpuMs()
  for (const terms of [
    `a:${'%{}'.repeat(2_500)}`,
    `a:${'%{d}'.repeat(2_000)}!`,
    `a:${'a'.repeat(8_000)}`,
    `a:${'a-'.repeat(4_000)}.`,
    `a:x.${'a'.repeat(7_990)}!`,
    'x= '.repeat(2_600),
    'mx '.repeat(2_600),
  ])
    readSpf(`v=spf1 ${terms}`)
  expect(cpuMs() - begun).toBeLessThan(1_500)
})
