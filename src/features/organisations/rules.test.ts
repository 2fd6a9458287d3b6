import { expect, test } from 'vitest'
import { mailDomain, organisationOf, planImport, websiteHost, type Row } from './rules.ts'

const row = (line: number, cells: Row['cells']): Row => ({ line, cells })

test.each([
  ['www.voorbeeld.nl', 'www.voorbeeld.nl'],
  ['https://www.Voorbeeld.nl/', 'www.voorbeeld.nl'],
  ['http://voorbeeld.nl/pad?x=1', 'voorbeeld.nl'],
  ['café-sluis.nl', 'xn--caf-sluis-d4a.nl'],
  ['voorbeeld.nl.', 'voorbeeld.nl'],
])('%s is the website %s', (word, host) => expect(websiteHost(word)).toBe(host))

test.each([
  'voorbeeld',
  'ftp://voorbeeld.nl',
  '127.0.0.1',
  'http://[::1]/',
  'https://a:b@voorbeeld.nl',
  'voorbeeld.nl:8080',
  'javascript:alert(1)',
  '0x7f.1',
  '-voorbeeld.nl',
  'voor_',
  '..',
  'a..nl',
  'http://',
  `${'a'.repeat(64)}.nl`,
])('%s is no website', (word) => expect(websiteHost(word)).toBeUndefined())

test('a mail domain may be written as an address', () => {
  expect(mailDomain('info@voorbeeld.nl')).toBe('voorbeeld.nl')
  expect(mailDomain('@voorbeeld.nl')).toBe('voorbeeld.nl')
  expect(mailDomain('voorbeeld.nl/pad')).toBeUndefined()
  expect(mailDomain('https://voorbeeld.nl')).toBeUndefined()
})

test.each([
  [{}, /naam ontbreekt/],
  [{ name: '!!!' }, /geen letters/],
  [{ name: 'X', size: 'reusachtig' }, /grootte "reusachtig"/],
  [{ name: 'X', publicBody: 'misschien' }, /overheid "misschien"/],
  [{ name: 'X', websites: 'niet een adres' }, /"niet" is geen adres/],
  [{ name: 'X', mailDomains: '10.0.0.1' }, /geen maildomein/],
])('a row %j is refused with its reason', (cells, reason) => expect(organisationOf(cells)).toMatch(reason))

test('several addresses may stand in one cell, each once', () => {
  expect(organisationOf({ name: 'X', websites: 'www.a.nl, www.b.nl www.a.nl|c.nl' })).toMatchObject({
    websites: ['www.a.nl', 'www.b.nl', 'c.nl'],
  })
})

test('importing the same rows again changes nothing', () => {
  const rows = [row(2, { name: 'Café ’t Hoekje', kind: 'Café', websites: 'www.hoekje.nl' })]
  const first = planImport(rows, [])
  const known = first.added.map(({ organisation, slug }) => ({ id: '1', slug, ...organisation }))
  expect(planImport(rows, known)).toMatchObject({ added: [], changed: [], refused: [], unchanged: [{ line: 2 }] })
})

test('a changed row tells what changed', () => {
  const known = [
    {
      id: '1',
      slug: 'x',
      name: 'X',
      kind: 'winkel',
      size: null,
      street: null,
      publicBody: false,
      websites: ['a.nl'],
      mailDomains: [],
    },
  ]
  expect(
    planImport([row(2, { name: 'X', kind: 'winkel', street: 'Kade', websites: 'b.nl' })], known).changed,
  ).toMatchObject([{ what: ['straat', 'websites'] }])
})

test('a double name and an address of another are refused, the other rows go on', () => {
  const plan = planImport(
    [
      row(2, { name: 'A', websites: 'a.nl' }),
      row(3, { name: 'a' }),
      row(4, { name: 'B', websites: 'https://a.nl' }),
      row(5, { name: 'C' }),
    ],
    [],
  )
  expect(plan.added.map(({ line }) => line)).toEqual([2, 5])
  expect(plan.refused).toMatchObject([
    { line: 3, reason: '"a" staat al op regel 2' },
    { line: 4, reason: /a\.nl hoort al bij/ },
  ])
})
