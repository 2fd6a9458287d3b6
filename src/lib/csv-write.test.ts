/** Cells that a spreadsheet does not take for a formula, in the Dutch one too. */
import { expect, test } from 'vitest'
import { cell } from './csv-write.ts'

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
])('%j is written as %j', (text, written) => expect(cell(text)).toBe(written))
test.each(['max-age=31536000', 'a;b=c', 'e-mail', 'a@b.nl', 'a＝b'])('%j stays as it is', (text) =>
  expect(cell(text)).toBe(text),
)
