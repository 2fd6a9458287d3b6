/** What rows say, and what importing them changes. */
import { expect, test } from 'vitest'
import { planImport, type Known } from './plan.ts'
import { readRow, type Row } from './row.ts'

const row = (line: number, cells: Row['cells']): Row => ({ line, cells })
const known: Known = {
  id: '1',
  slug: 'x',
  name: 'X',
  kind: 'winkel',
  size: 'small',
  street: 'Kade',
  publicBody: true,
  websites: ['a.nl', 'b.nl'],
  mailDomains: ['a.nl'],
}

test.each([
  [{}, /naam ontbreekt/],
  [{ name: 'n.v.t.' }, /naam ontbreekt/],
  [{ name: '!!!' }, /geen letters/],
  [{ name: 'X'.repeat(201) }, /langer dan 200/],
])('a row %j is refused: nobody knows of whom it speaks', (cells, reason) => expect(readRow(cells)).toMatch(reason))

test.each([
  [{ size: 'reusachtig' }, /^grootte "reusachtig" niet overgenomen: verwacht micro/],
  [{ size: '0' }, /^grootte "0" niet overgenomen/],
  [{ size: 'constructor' }, /grootte "constructor"/],
  [{ publicBody: 'misschien' }, /overheid "misschien".*ja of nee/],
  [{ kind: 'a'.repeat(81) }, /soort "a+".*80 tekens/],
  [{ street: 'a'.repeat(121) }, /straat "a+".*120 tekens/],
  [{ websites: 'a.nl wij werken eraan' }, /^"wij werken eraan" niet overgenomen: geen adres van een website$/],
  [{ websites: 'b.nl:8080 a.nl' }, /"b.nl:8080".*poort in \(8080\)/],
  [{ websites: 'https://jan:geheim@b.nl a.nl' }, /^"https:\/\/b.nl" niet overgenomen.*wachtwoord/],
  [{ websites: 'info@b.nl a.nl' }, /"info@b.nl".*e-mailadres/],
  [{ websites: 'ftp://b.nl a.nl' }, /niet met ftp/],
  [{ websites: '10.0.0.1 a.nl' }, /"10.0.0.1".*IP-adres/],
  [{ websites: `b.nl/${'a'.repeat(600)} a.nl` }, /langer dan 500/],
  [{ mailDomains: '10.0.0.1 a.nl' }, /"10.0.0.1" niet overgenomen: geen e-maildomein/],
  [{ mailDomains: 'www.b.nl a.nl' }, /"www.b.nl" niet overgenomen: geen e-maildomein/],
])('of %j one word is refused by name; the rest of the row is taken, and what is known stays', (cells, reason) => {
  const plan = planImport([row(7, { name: 'X', ...cells }), row(8, { name: 'Nieuw', ...cells })], [known])
  expect(plan).toMatchObject({ changed: [], unchanged: [{ line: 7 }], refused: [], added: [{ line: 8 }] })
  expect(plan.notes).toMatchObject([
    { line: 7, name: 'X', reason: expect.stringMatching(reason) },
    { line: 8, name: 'Nieuw', reason: expect.stringMatching(reason) },
  ])
})

test('several addresses may stand in one cell, each once, with words and signs between them', () => {
  const { addresses } = readRow({ name: 'X', websites: 'www.a.nl, www.b.nl en www.a.nl|<https://c.nl> / (d.nl)' }) as {
    addresses: object
  }
  expect(addresses).toEqual({ websites: ['www.a.nl', 'www.b.nl', 'c.nl', 'd.nl'] })
})

test.each([
  'n.v.t.',
  'N.V.T',
  'nvt',
  'geen',
  'Geen',
  '-',
  '–',
  '--',
  'onbekend',
  'x',
  '?',
  'n/a',
  '#N/B',
  '(geen)',
  'geen website aanwezig',
  'Nog geen website',
  'website volgt',
  'in aanbouw',
  'nog niet bekend',
  'heeft geen eigen website',
  '.',
])('%s in a cell says that there is nothing', (cell) => {
  const cells = { name: 'X', kind: cell, size: cell, street: cell, websites: cell, mailDomains: cell, publicBody: cell }
  expect(planImport([row(2, cells)], []).added).toMatchObject([
    { organisation: { kind: 'onbekend', size: null, street: null, publicBody: false, websites: [], mailDomains: [] } },
  ])
})

test('a name or street that only looks like a placeholder is one', () => {
  expect(readRow({ name: 'X', street: 'Geenstraat', websites: 'x.nl geen' })).toMatchObject({
    name: 'X',
    fields: { street: 'Geenstraat' },
    addresses: { websites: ['x.nl'] },
  })
})

test('importing the same rows again changes nothing', () => {
  const rows = [row(2, { name: 'Café ’t Hoekje', kind: 'Café', websites: 'www.hoekje.nl' })]
  const first = planImport(rows, [])
  const there = first.added.map(({ organisation, slug }) => ({ id: '1', slug, ...organisation }))
  expect(planImport(rows, there)).toMatchObject({ added: [], changed: [], refused: [], unchanged: [{ line: 2 }] })
})

test('what the file has no column for stays; what it leaves empty becomes empty', () => {
  expect(planImport([row(2, { name: 'X', street: 'Markt' })], [known]).changed).toMatchObject([
    { organisation: { ...strip(known), street: 'Markt' }, what: ['straat'] },
  ])
  expect(planImport([row(2, { name: 'X' })], [known]).unchanged).toHaveLength(1)
  const empty = { name: 'X', kind: '', size: '', street: '', websites: '', mailDomains: '', publicBody: '' }
  expect(planImport([row(2, empty)], [known]).changed).toMatchObject([
    {
      organisation: { kind: 'onbekend', size: null, street: null, publicBody: false, websites: [], mailDomains: [] },
      what: ['soort', 'grootte', 'straat', 'overheid', 'websites', 'maildomeinen'],
    },
  ])
})

test('rows of one organisation join; what differs is told, and what one leaves empty the other fills', () => {
  const plan = planImport(
    [
      row(2, { name: 'Gemeente X', kind: '', websites: 'www.x.nl', street: 'Kade' }),
      row(3, { name: 'gemeente  X', kind: 'overheid', websites: 'loket.x.nl', street: 'Kade' }),
      row(4, { name: 'B', websites: 'b.nl' }),
      row(5, { name: 'Gemeente X', websites: '', street: 'Markt' }),
    ],
    [],
  )
  expect(plan.added).toMatchObject([
    { line: 2, organisation: { kind: 'overheid', street: 'Kade', websites: ['www.x.nl', 'loket.x.nl'] } },
    { line: 4 },
  ])
  expect(plan.joined).toEqual([
    { line: 3, to: 2 },
    { line: 5, to: 2 },
  ])
  expect(plan.notes).toMatchObject([{ line: 5, reason: expect.stringContaining('straat is anders dan op regel 2') }])
})

test('an address that is not its own is told; the rest of the row is taken, and nothing known is lost by it', () => {
  const rows = [row(2, { name: 'X', street: 'Markt', websites: 'facebook.com/x c.nl', mailDomains: 'x@gmail.com' })]
  const plan = planImport(rows, [known])
  expect(plan.changed).toMatchObject([
    { organisation: { street: 'Markt', websites: ['a.nl', 'b.nl', 'c.nl'], mailDomains: ['a.nl'] } },
  ])
  expect(plan.notes).toMatchObject([
    { line: 2, reason: expect.stringMatching(/facebook\.com\/x.*platform/) },
    { line: 2, reason: expect.stringMatching(/gmail\.com.*e-maildienst/) },
  ])
})

test('a refused row of an organisation takes no address of it away', () => {
  const rows = [row(2, { name: 'X', websites: 'a.nl' })]
  const unread = [{ line: 3, name: 'X', reason: 'een aanhalingsteken' }]
  expect(planImport(rows, [known], unread)).toMatchObject({ unchanged: [{ line: 2 }], refused: [{ line: 3 }] })
  expect(planImport(rows, [known]).changed).toHaveLength(1)
})

test('two organisations may share a website and a mail domain', () => {
  const cells = { websites: 'koepel.example/noord', mailDomains: 'koepel.example' }
  const plan = planImport([row(2, { name: 'Noord', ...cells }), row(3, { name: 'Zuid', ...cells })], [])
  expect(plan).toMatchObject({ added: [{ line: 2 }, { line: 3 }], refused: [], notes: [] })
})

test('a name in another script has an address of its own, also when another has the same', () => {
  const names = ['Ресторан', 'Restoran', '新中国', '新忠国', 'Restoran', 'a'.repeat(100), `${'a'.repeat(100)}b`]
  const plan = planImport(
    names.map((name, index) => row(index + 2, { name })),
    [],
  )
  expect(plan.added.map(({ slug }) => slug)).toEqual([
    'restoran',
    'restoran-2',
    'xinzhongguo',
    'xinzhongguo-2',
    'a'.repeat(80),
    `${'a'.repeat(74)}-2`,
  ])
  const there = plan.added.map(({ slug, organisation }) => ({ id: slug, slug, ...organisation }))
  expect(planImport([row(2, { name: '新忠国', street: 'Kade' })], there).changed).toMatchObject([
    { slug: 'xinzhongguo-2' },
  ])
})

test('a file that tells addresses on the site may rename; one that contradicts itself is refused', () => {
  const other = { ...known, id: '2', slug: 'y', name: 'Y' }
  expect(planImport([row(2, { slug: 'x', name: 'X & Zn' })], [known, other]).changed).toMatchObject([
    { id: '1', slug: 'x', what: ['naam'] },
  ])
  expect(planImport([row(2, { slug: 'x', name: 'Y' })], [known, other]).refused).toHaveLength(1)
  expect(planImport([row(2, { slug: 'elders', name: 'Nieuw' })], [known]).added).toMatchObject([{ slug: 'elders' }])
})

const strip = ({ id: _id, slug: _slug, ...organisation }: Known) => organisation

test.each(['geenvolgt.nl', 'geen-gedoe.nl', 'website.nl', 'volgt.nl'])(
  '%s is an address, not a word for nothing',
  (word) => expect(readRow({ name: 'X', websites: word })).toMatchObject({ addresses: { websites: [word] } }),
)
