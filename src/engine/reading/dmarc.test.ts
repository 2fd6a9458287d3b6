/** DMARC by its grammar and its walk; the examples are of RFC 9989 §4.10 and appendix B. */
import { expect, test } from 'vitest'
import { cpuMs } from '../../../test/cpu.ts'
import { holdingFor, isDmarc, meantAsDmarc, namesToAsk, organisationOf, policyOf, readDmarc } from './dmarc.ts'

test.each(['v=DMARC1', 'v=DMARC1;', 'v = DMARC1 ; p=none', 'V=DMARC1;p=none', 'v\t=\tDMARC1'])(
  '%j is a record',
  (text) => {
    expect(isDmarc(text)).toBe(true)
  },
)

test.each([
  ['v=dmarc1; p=reject', true],
  [' v=DMARC1; p=reject', true],
  ['"v=DMARC1; p=reject"', true],
  ['v=DMARC1 p=reject', true],
  ['v=DMARC1, p=reject', true],
  ['v=DMARC12; p=reject', true],
  ['v=DMARC2', true],
  ['p=reject; v=DMARC1', false],
  ['v=spf1 -all', false],
  ['', false],
])('%j is none, meant as one: %s', (text, meant) => {
  expect([isDmarc(text), meantAsDmarc(text)]).toEqual([false, meant])
})

test.each([
  // record, own, below
  ['p=reject', 'reject', 'reject'],
  [' P = Reject ; ', 'reject', 'reject'],
  ['p=reject; sp=none', 'reject', 'none'],
  ['sp=quarantine; p=reject; np=none', 'reject', 'quarantine'],
  ['p=reject; pct=50; ri=x; rf=moo; fo=9; onbekend=1; x-y=2', 'reject', 'reject'],
  ['p=reject; ; zomaar; =x; a=', 'reject', 'reject'],
  ['p=reject; adkim=q; aspf=; t=z; psd=maybe', 'reject', 'reject'],
  ['p=reject; rua=dmarc@a.nl', 'reject', 'reject'],
  ['p=reject; sp=whatever', null, null],
  ['p=reject; np=', 'reject', 'reject'],
  ['p=reject; np=weiger', null, null],
  ['p=reject; sp=whatever; rua=mailto:a@b.nl', 'none', 'none'],
  ['p=afwijzen', null, null],
  ['p=reject moo', null, null],
  ['p=r\u00e9ject; p2=reject', null, null],
  ['p=afwijzen; rua=mailto:a@b.nl', 'none', 'none'],
  ['rua=mailto:a@b.nl', 'none', 'none'],
  ['sp=reject; rua=mailto:a@b.nl', 'none', 'none'],
  ['sp=reject', null, null],
  ['', null, null],
  ['p=none; p=reject', null, null],
])('"v=DMARC1; %s" asks %s for itself and %s below', (tags, own, below) => {
  const record = readDmarc(`v=DMARC1; ${tags}`)
  expect([policyOf(record, true), policyOf(record, false)]).toEqual([own, below])
})

test.each([
  ['mailto:A@B.nl', ['a@b.nl']],
  ['mailto:a@b.nl , mailto:c@d.e.nl!10m', ['a@b.nl', 'c@d.e.nl']],
  ['mailto:a@b.nl!50,mailto:c%2Cd@e.nl?subject=x', ['a@b.nl', 'c%2cd@e.nl']],
  ['https://a.nl/dmarc,mailto:a@b.nl', ['a@b.nl']],
  ['a@b.nl', []],
  ['mailto:', []],
  ['mailto:a@b', []],
  ['mailto:a b@c.nl', []],
  ['mailto: a@b.nl', []],
])('reports to %j go to %j', (list, addresses) => {
  expect(readDmarc(`v=DMARC1; p=none; rua=${list}; ruf=${list}`)).toMatchObject({ rua: addresses, ruf: addresses })
})

test.each([
  ['t=y', { test: true, psd: 'u' }],
  ['t=Y; psd=Y', { test: true, psd: 'y' }],
  ['t=n; psd=n', { test: false, psd: 'n' }],
  ['t=yes; psd=x', { test: false, psd: 'u' }],
])('%j is %j', (tags, read) => {
  expect(readDmarc(`v=DMARC1; p=none; ${tags}`)).toMatchObject(read)
})

test('a walk asks at most eight names, and of longer ones the last seven', () => {
  expect(namesToAsk('a.mail.example.com')).toEqual(['a.mail.example.com', 'mail.example.com', 'example.com', 'com'])
  expect(namesToAsk('a.b.c.d.e.f.g.h.i.j.mail.example.com')).toEqual([
    'a.b.c.d.e.f.g.h.i.j.mail.example.com',
    'g.h.i.j.mail.example.com',
    'h.i.j.mail.example.com',
    'i.j.mail.example.com',
    'j.mail.example.com',
    'mail.example.com',
    'example.com',
    'com',
  ])
  expect(namesToAsk('a.b.c.d.e.f.example.com')).toHaveLength(8)
  expect(namesToAsk('nl')).toEqual(['nl'])
})

const found = (records: Readonly<Record<string, string>>) =>
  Object.entries(records).map(([at, tags]) => ({ at, record: readDmarc(`v=DMARC1; p=reject; ${tags}`) }))

test.each<[string, Record<string, string>, string, string | undefined]>([
  // domain, records found, its organisation, the record that holds
  ['a.mail.example.com', { 'mail.example.com': '', 'example.com': '' }, 'example.com', 'example.com'],
  ['a.mail.example.com', { com: 'psd=y' }, 'example.com', 'com'],
  ['a.mail.example.com', { 'example.com': '', com: 'psd=y' }, 'example.com', 'example.com'],
  ['a.mail.example.com', { 'mail.example.com': '', com: 'psd=y' }, 'example.com', 'com'],
  ['a.mail.example.com', { 'a.mail.example.com': '', 'example.com': '' }, 'example.com', 'a.mail.example.com'],
  ['a.mail.example.com', { 'mail.example.com': 'psd=n' }, 'mail.example.com', 'mail.example.com'],
  [
    'giant.bank.example',
    { 'giant.bank.example': '', 'bank.example': 'psd=y' },
    'giant.bank.example',
    'giant.bank.example',
  ],
  ['mail.mega.bank.example', { 'bank.example': 'psd=y' }, 'mega.bank.example', 'bank.example'],
  ['bank.example', { 'bank.example': 'psd=y' }, 'bank.example', 'bank.example'],
  ['example.com', {}, 'example.com', undefined],
])('%s with %j belongs to %s and keeps to the record of %s', (domain, records, organisation, holds) => {
  expect(organisationOf(domain, found(records))).toBe(organisation)
  expect(holdingFor(domain, found(records))?.at).toBe(holds)
})

test('hostile records are read in good time', () => {
  const begun = cpuMs()
  for (const text of [
    `p=${' '.repeat(7_900)}\u0001`,
    'rua='.repeat(1_900),
    `rua=${'mailto:a@b!,'.repeat(600)}`,
    ';'.repeat(7_900),
  ])
    readDmarc(`v=DMARC1; ${text}`)
  expect(cpuMs() - begun).toBeLessThan(1_500)
})
