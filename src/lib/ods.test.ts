/** Spreadsheets: what we write reads back, what other programs write is read, and what is too large is told. */
import { strToU8, zipSync } from 'fflate'
import { assert, constantFrom, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { cpuMs } from '../../test/cpu.ts'
import { NoList } from './csv-text.ts'
import { guarded, unguarded } from './csv-write.ts'
import { readTable } from './csv.ts'
import { odsRecords } from './ods-read.ts'
import { odsOf } from './ods-write.ts'

const COLUMNS = { no: ['nummer'], name: ['naam'], text: ['tekst'] }
const READING = { needed: ['no', 'name'] as const, sheet: true }
const read = (bytes: Uint8Array) => readTable(bytes, COLUMNS, READING)
/** A spreadsheet as another program writes it. */
const made = (table: string) =>
  zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': strToU8(
      `<?xml version="1.0"?><office:document-content><office:body><office:spreadsheet>${table}` +
        '</office:spreadsheet></office:body></office:document-content>',
    ),
  })
/** Small, and says that it becomes 121 MB (the size stands 24 bytes into the central directory of a ZIP). */
function bomb(): Uint8Array {
  const bytes = Buffer.from(zipSync({ 'content.xml': new Uint8Array(1_000) }))
  bytes.writeUInt32LE(121 * 1024 * 1024, bytes.indexOf('PK\u0001\u0002') + 24)
  return bytes
}
const cell = (text: string, more = '') => `<table:table-cell ${more}><text:p>${text}</text:p></table:table-cell>`
const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`
const HEAD = row(cell('nummer'), cell('naam'), cell('tekst'))

test('what we write reads back: lines, spaces, tabs, signs, numbers, nothing', () => {
  const rows = [
    [12, 'Één & <twee> "drie"', 'een\n\ntwee\tdrie   vier'],
    [-1.5, '=1+1', '’s avonds 👩‍👩‍👧'],
    ['', "'=x", ''],
  ]
  expect(read(odsOf('Sensoren', ['Nummer', 'Naam', 'Tekst'], rows)).rows).toEqual([
    { line: 2, cells: { no: '12', name: 'Één & <twee> "drie"', text: 'een\n\ntwee\tdrie   vier' } },
    { line: 3, cells: { no: '-1,5', name: '=1+1', text: '’s avonds 👩‍👩‍👧' } },
    { line: 4, cells: { no: '', name: "'=x", text: '' } },
  ])
})

test('a sheet of another program: repeats, joined cells, dates, ticks, remarks, an empty sheet before it', () => {
  const EDGE = '<table:table-cell table:number-columns-repeated="16380"/>'
  const table =
    `<table:table table:name="Leeg">${row(EDGE)}</table:table><table:table table:name='a > b'>` +
    row(cell('Onze lijst')) +
    `<table:table-row table:number-rows-repeated="3">${EDGE}</table:table-row>` +
    HEAD +
    row(cell('1'), cell('a', 'table:number-columns-repeated="2"'), EDGE) +
    `<table:table-row table:number-rows-repeated="2">${cell('2')}${cell('b')}</table:table-row>` +
    row(
      cell('31-12-26', 'office:value-type="date" office:date-value="2026-12-31"'),
      cell('€ 1.250,50', 'office:value-type="currency" office:value="1250.5"'),
      cell('WAAR', 'office:value-type="boolean" office:boolean-value="true"'),
    ) +
    row(
      '<table:table-cell><office:annotation><text:p>weg</text:p></office:annotation>' +
        '<text:p>3</text:p></table:table-cell>',
      cell('c<text:s text:c="2"/><text:a>d &#233;&amp;</text:a><text:line-break/>e'),
      '<table:covered-table-cell/>',
    ) +
    `<table:table-row table:number-rows-repeated="1048570">${EDGE}</table:table-row></table:table>` +
    `<table:table>${row(cell('ander blad'))}</table:table>`
  expect(read(made(table)).rows).toEqual([
    { line: 6, cells: { no: '1', name: 'a', text: 'a' } },
    { line: 7, cells: { no: '2', name: 'b', text: '' } },
    { line: 8, cells: { no: '2', name: 'b', text: '' } },
    { line: 9, cells: { no: '2026-12-31', name: '1250,5', text: 'ja' } },
    { line: 10, cells: { no: '3', name: 'c  d é&\ne', text: '' } },
  ])
})

test.each<[string, () => Uint8Array, RegExp]>([
  ['another packed file', () => zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), /op als ODS of CSV/],
  ['a broken one', () => odsOf('x', ['nummer'], [[1]]).slice(0, 300), /op als ODS of CSV/],
  ['no rows', () => made('<table:table/>'), /geen rijen/],
  [
    'a row that repeats for ever',
    () =>
      made(
        `<table:table>${HEAD}${row(cell('1')).replace('>', ' table:number-rows-repeated="1048576">')}</table:table>`,
      ),
    /te groot/,
  ],
  [
    'a cell that repeats for ever',
    () => made(`<table:table>${HEAD}${row(cell('1', 'table:number-columns-repeated="16384"'))}</table:table>`),
    /te groot/,
  ],
  ['a bomb', () => bomb(), /te groot/],
  [
    'the same column twice',
    () => odsOf('x', ['Nummer', 'naam', 'NAAM'], [[1, 'a', 'b']]),
    /"NAAM" staat er twee keer in/,
  ],
])('%s is told', (_, bytes, why) => {
  const file = bytes()
  const told = () => read(file)
  expect(told).toThrow(NoList)
  expect(told).toThrow(why)
})

test.each(['<table:table><table:table-row>', '<a b="', '<!--', '<![CDATA[', '<a '.repeat(50_000), '&#'.repeat(50_000)])(
  'XML that is broken costs little: %.20s',
  (xml) => {
    const begin = cpuMs()
    expect(() => odsRecords(made(xml))).toThrow(NoList)
    expect(cpuMs() - begin).toBeLessThan(2_000)
  },
)

test('the guard against formulas comes off exactly as it was put on', () => {
  // What matters to the guard, much more often than by chance.
  const texts = string({ unit: constantFrom("'", '\n', '\t', ';', ' ', '=', '-', '@', 'a', '\u00a0'), maxLength: 12 })
  assert(
    property(texts, (text) => unguarded(guarded(text)) === text),
    { numRuns: 5_000 },
  )
})
