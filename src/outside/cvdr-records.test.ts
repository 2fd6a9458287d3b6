/** One answer of the repository, read leniently and never more than it says. */
import { expect, test } from 'vitest'
import { readCvdrPage } from './cvdr-records.ts'

const answer = (record: string, total = 1) =>
  `<?xml version="1.0"?><searchRetrieveResponse><numberOfRecords>${total}</numberOfRecords>` +
  `<records>${record}</records></searchRetrieveResponse>`
const titled = (title: string, id = 'CVDR7_2') =>
  `<record><recordData><gzd><originalData><meta><owmskern><identifier>${id}</identifier>` +
  `<title>${title}</title></owmskern></meta></originalData></gzd></recordData></record>`
const titleOf = (title: string) => readCvdrPage(answer(titled(title))).regulations[0]?.title

test.each([
  ['&amp;lt;b&gt;', '&lt;b>'],
  ['&#233;&#xE9;', 'éé'],
  ['caf&#x1F600;', 'caf😀'],
  // No characters: control characters, half of a pair, above Unicode, and entities that are not declared.
  ['a&#7;b', 'a&#7;b'],
  ['a&#xD800;b', 'a\uFFFDb'],
  ['a&#x110000;b', 'a&#x110000;b'],
  ['a&onbekend;b', 'a&onbekend;b'],
  ['  veel\n\n  wit  ', 'veel wit'],
])('%s is read as %s', (written, read) => expect(titleOf(written)).toBe(read))
test('a title is bounded', () => expect(titleOf('x'.repeat(5_000))).toHaveLength(500))
test('a document type that reaches for a file is refused', () => {
  const reaching =
    `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM ` +
    `"file:///etc/passwd">]>${answer(titled('a&a;b')).slice(21)}`
  expect(() => readCvdrPage(reaching)).toThrow(
    expect.objectContaining({
      cause: expect.objectContaining({ message: expect.stringContaining('External entities') }),
    }),
  )
})
test.each(['', 'CVDR', 'BWBR0001', 'CVDR12345678901', '7_2', 'CVDR7_x'])('%j is no identifier of a regulation', (id) =>
  expect(readCvdrPage(answer(titled('Titel', id)))).toMatchObject({ regulations: [], unreadable: 1 }),
)
test('a work without a version is its first', () =>
  expect(readCvdrPage(answer(titled('Titel', 'cvdr7'))).regulations[0]).toMatchObject({ work: 'CVDR7', version: '1' }))
test.each(['-1', '1.5', 'veel', ''])('%j is no count', (total) =>
  expect(() => readCvdrPage(answer('').replace('>1<', `>${total}<`))).toThrow(/noemt geen aantal/),
)
test('nothing found is an answer', () =>
  expect(readCvdrPage(answer('', 0))).toEqual({ total: 0, regulations: [], unreadable: 0 }))
