/** Cells that a spreadsheet does not take for a formula, in the Dutch one too. */
import { expect, test } from 'vitest'
import { readTable } from './csv.ts'
import { BOM, cell, line } from './csv-write.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['-2', "'-2"],
  ['x;=cmd()', "x;'=cmd()"],
  ['a\n@b', '"a\n\'@b"'],
  ['x; +1', "x;' +1"],
  ['＝1+1', "'＝1+1"],
  ['x;＋1', "x;'＋1"],
  ['\u3000－1', "'\u3000－1"],
  ['＠SUM(A1)', "'＠SUM(A1)"],
  ['﹦1+1', "'﹦1+1"],
  ['x;﹣2', "x;'﹣2"],
  ['−2+3', "'−2+3"],
  ['\u00a0﹢1', "'\u00a0﹢1"],
  ["'=1", "''=1"],
])('%j is written as %j', (text, written) => expect(cell(text)).toBe(written))
test.each(['max-age=31536000', 'a;b=c', 'e-mail', 'a@b.nl', 'a＝b'])('%j stays as it is', (text) =>
  expect(cell(text)).toBe(text),
)
test.each(['=1+1', "'=1+1", "''-2", '﹦1', 'x; −2', "'s-Gravenhage", '-Eén "twee"', "'", "x;'@b"])(
  'the name %j comes back from our own file as it was',
  (name) => {
    const file = new TextEncoder().encode(`${BOM}naam,soort\r\n${line([name, 'café'])}`)
    expect(readTable(file, { naam: ['naam'] }, { needed: 'naam' }).rows[0]?.cells.naam).toBe(name)
  },
)
