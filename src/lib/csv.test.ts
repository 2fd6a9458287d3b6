/** Files of rows as people make them. */
import { expect, test } from 'vitest'
import { NoList } from './csv-text.ts'
import { readTable } from './csv.ts'

const COLUMNS = { name: ['naam', 'handelsnaam'], street: ['straat'], sites: ['websites', 'url', 'webadres'] }
const read = (bytes: Uint8Array | string) =>
  readTable(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, COLUMNS, { needed: 'name', lists: ['sites'] })
const wide = (text: string, mark = true) => Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le')
const turned = (bytes: Buffer) => Buffer.from(bytes).swap16()

const PLAIN = 'naam;straat\nCafé Één;Kade\n'
test.each<[string, Uint8Array | string]>([
  ['UTF-8', PLAIN],
  ['with its mark', `\uFEFF${PLAIN}`],
  ['Windows-1252', Buffer.from(PLAIN, 'latin1')],
  ['UTF-16 LE', wide(PLAIN)],
  ['UTF-16 LE without a mark', wide(PLAIN, false)],
  ['UTF-16 BE', turned(wide(PLAIN))],
  ['UTF-16 BE without a mark', turned(wide(PLAIN, false))],
  ['a comma', PLAIN.replaceAll(';', ',')],
  ['a tab', PLAIN.replaceAll(';', '\t')],
  ['a bar', PLAIN.replaceAll(';', '|')],
  ['CR LF', PLAIN.replaceAll('\n', '\r\n')],
  ['only CR', PLAIN.replaceAll('\n', '\r')],
  ['no last line end', PLAIN.trimEnd()],
  ['trailing separators', 'naam;straat;\nCafé Één;Kade;;;\n'],
  ['quotes', '"naam";"straat"\n"Café Één";"Kade"\n'],
  ['other letters in the heading', ' NAAM* ; Straat: \nCafé Één;Kade\n'],
])('%s', (_, bytes) => {
  expect(read(bytes)).toEqual({
    rows: [{ line: 2, cells: { name: 'Café Één', street: 'Kade' } }],
    refused: [],
    ignored: [],
  })
})

test('sep= says what stands between cells, and is no row', () => {
  for (const first of ['sep=;', '"sep=;"', 'SEP=;'])
    expect(read(`${first}\nnaam;straat\nA, B;Kade\n`).rows).toEqual([
      { line: 3, cells: { name: 'A, B', street: 'Kade' } },
    ])
  expect(read('sep=\t\nnaam\tstraat\nA\tKade\n').rows).toMatchObject([{ line: 3 }])
})

test('titles and empty lines above the heading are passed over; a delimiter in them decides nothing', () => {
  const { rows } = read('Organisaties, stand 1 mei, 2026, concept\n\n;;\nAfdeling Economie\nnaam;straat\nA;Kade\n')
  expect(rows).toEqual([{ line: 6, cells: { name: 'A', street: 'Kade' } }])
})

test('repeated columns are joined, unknown ones named, and a name has its best heading', () => {
  const file = 'handelsnaam;naam;URL;kvk;Webadres;website(s)\nHandel;Naam;a.nl;123;;b.nl\n;;c.nl;;;\nAlleen;;;;;\n'
  expect(read(file)).toEqual({
    rows: [
      { line: 2, cells: { name: 'Naam', sites: 'b.nl a.nl' } },
      { line: 3, cells: { name: '', sites: 'c.nl' } },
      { line: 4, cells: { name: 'Alleen', sites: '' } },
    ],
    refused: [],
    ignored: ['kvk'],
  })
})

test('how a heading is to be filled in is no part of its name; of whom it speaks is', () => {
  expect(read('Naam (verplicht);Straat (indien bekend);url (of pagina, optioneel)\nA;Kade;a.nl\n')).toMatchObject({
    rows: [{ cells: { name: 'A', street: 'Kade', sites: 'a.nl' } }],
    ignored: [],
  })
  expect(read('naam;url (contactpersoon);straat (oud)\nA;b.nl;Kade\n').ignored).toEqual([
    'url (contactpersoon)',
    'straat (oud)',
  ])
})

test('a column without a heading is named when something stands in it', () => {
  expect(read('naam;;straat\nA;x;Kade\n').ignored).toEqual(['kolom 2 zonder kop'])
  expect(read('naam;;straat\nA;;Kade\n').ignored).toEqual([])
})

test('a short row says nothing of the columns it lacks', () => {
  expect(read('naam;straat;url\nA\nB;;\n').rows.map(({ cells }) => cells)).toEqual([
    { name: 'A' },
    { name: 'B', street: '', sites: '' },
  ])
})

test('what cannot be read is told with its line, and costs no other row', () => {
  const { rows, refused } = read(
    'naam;straat\n"Twee\nregels";Kade\nEen;Kade;te veel\n"Open;Kade\nDrie;"Markt, 3"\nVier;Kade\n',
  )
  expect(rows.map(({ line, cells }) => [line, cells.name])).toEqual([
    [2, 'Twee regels'],
    [6, 'Drie'],
    [7, 'Vier'],
  ])
  expect(refused).toMatchObject([
    { line: 4, name: 'Een', reason: expect.stringContaining('3 cellen') },
    { line: 5, reason: expect.stringContaining('aanhalingsteken') },
  ])
})

test('a mark inside words is a word', () => {
  expect(read('naam;straat\nCafé "De Kade";""\n"De Kade" aan Zee;"a""b"\n').rows.map(({ cells }) => cells)).toEqual([
    { name: 'Café "De Kade"', street: '' },
    { name: '"De Kade" aan Zee', street: 'a"b' },
  ])
})

test('an open mark on the last line is told', () => {
  expect(read('naam;straat\nA;Kade\n"B;Kade')).toMatchObject({ rows: [{ line: 2 }], refused: [{ line: 3 }] })
})

test('lines of two kinds pasted together are each read as what they are', () => {
  const mixed = Buffer.concat([Buffer.from('naam\nCafé\n'), Buffer.from('Één\n', 'latin1')])
  expect(read(mixed).rows.map(({ cells }) => cells.name)).toEqual(['Café', 'Één'])
})

test('what a spreadsheet would take for a formula comes back as it went out', () => {
  expect(read(`naam;straat\n'=1+1;'t Zand\n'-5;Kade;'+x\n`).rows).toMatchObject([
    { cells: { name: '=1+1', street: '’t Zand'.replace('’', "'") } },
  ])
})

test('what nobody sees is not in a cell', () => {
  expect(read('naam\nn\u0000\u001b[2J\u202Ea\u200B\n').rows[0]!.cells.name).toBe('na')
})

test.each([
  ['naam is no column', 'Bakker;winkel\n', /geen kolom "naam".*Bakker;winkel/],
  ['nothing', '', /leeg/],
  ['only lines', '\n\n', /leeg/],
  ['a spreadsheet', Buffer.from('PK\u0003\u0004xxxx'), /Sla het in uw rekenprogramma op als ODS of CSV/],
  ['a PDF', '%PDF-1.7', /PDF/],
])('%s is refused in words', (_, bytes, words) => {
  expect(() => read(bytes)).toThrow(NoList)
  expect(() => read(bytes)).toThrow(words)
})
