/** What a PDF tells of itself; and that a file which attacks its reader tells nothing, and keeps nobody. */
import { constants, deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { pdfBytes } from '../../test/city/pdf.ts'
import { readPdf } from './pdf-facts.ts'

test('a document in order says what it is', async () => {
  expect(await readPdf(pdfBytes())).toEqual({
    pages: 1,
    read: 1,
    letters: expect.any(Number),
    pictures: 0,
    blank: 0,
    tagged: true,
    language: 'nl-NL',
    parts: false,
    title: 'Wat wij dit jaar doen',
    titleShown: true,
    made: '2026-03-02',
  })
})

test('what it does not say is not there', async () => {
  const bare = { tagged: false, lang: null, title: null, titleShown: false, made: null }
  expect(await readPdf(pdfBytes(bare))).toMatchObject({
    tagged: false,
    language: null,
    title: null,
    titleShown: false,
    made: null,
  })
})

test('a language that only its parts say is seen', async () => {
  const read = await readPdf(pdfBytes({ lang: null, partLang: 'nl' }))
  expect(read).toMatchObject({ language: null, parts: true })
})

test('a sheet out of a scanner is a picture, an empty one is nothing, and a letter makes it text', async () => {
  const read = await readPdf(pdfBytes({ pages: [null, '', 'Akkoord', null] }))
  expect(read).toMatchObject({ pages: 4, read: 4, pictures: 2, blank: 1, letters: 7 })
})

test('of a thick document five pages are read', async () => {
  const pages = Array.from({ length: 10_000 }, () => 'Een')
  expect(await readPdf(pdfBytes({ pages }))).toMatchObject({ pages: 10_000, read: 5, letters: 15 })
})

const changed = (from: string, to: string, bytes = pdfBytes()) =>
  Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1')
/** A page of which a few megabytes unpack to gigabytes: one piece of spaces, packed once and said many times. */
function bomb(): Buffer {
  const piece = deflateRawSync(Buffer.alloc(1_000_000, 0x20), { finishFlush: constants.Z_FULL_FLUSH })
  const packed = Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array.from({ length: 3_000 }, () => piece)])
  const file = pdfBytes().toString('latin1')
  const [start, end] = [file.indexOf('8 0 obj'), file.indexOf('9 0 obj')]
  const head = `8 0 obj\n<</Length ${packed.length}/Filter/FlateDecode>>\nstream\n`
  const stream = `${head}${packed.toString('latin1')}\nendstream\nendobj\n`
  return moved(file.slice(0, start) + stream + file.slice(end), stream.length - (end - start), start)
}

/** A file of which what stands behind `from` moved along: its table says where everything is now. */
function moved(file: string, by: number, from: number): Buffer {
  const table = file.replaceAll(/(\d{10}) 00000 n/g, (line, place: string) =>
    Number(place) <= from ? line : `${String(Number(place) + by).padStart(10, '0')} 00000 n`,
  )
  return Buffer.from(table.replace(/startxref\n\d+/, `startxref\n${table.indexOf('xref\n0')}`), 'latin1')
}

test.each<[string, () => Uint8Array, string | RegExp]>([
  ['is a page', () => Buffer.from('<!doctype html><title>Niet gevonden</title>'), 'gone'],
  ['is empty', () => new Uint8Array(), 'gone'],
  ['is broken off', () => pdfBytes().subarray(0, 900), 'probe-failed'],
  ['has a table that leads nowhere', () => changed('startxref\n', 'startxref\n9'), 'probe-failed'],
  ['goes round in its pages', () => changed('/Kids[7 0 R]', '/Kids[2 0 R]'), 'probe-failed'],
  [
    'is locked',
    () =>
      changed(
        '/Info 3 0 R',
        `/Info 3 0 R/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(${'o'.repeat(32)})/U(${'u'.repeat(32)})>>/ID[(a)(a)]`,
      ),
    'probe-failed',
  ],
  ['grows without end', bomb, /too-heavy|crashed|probe-failed/],
])('a file that %s is not read', { timeout: 40_000 }, async (_, bytes, why) => {
  await expect(readPdf(bytes())).rejects.toMatchObject({ why: expect.stringMatching(why) })
})

test('a script of a document does not run, and the rest is read', async () => {
  const script = '/OpenAction<</S/JavaScript/JS(while\\(true\\){})>>'
  const file = pdfBytes().toString('latin1').replace('/Pages', `${script}/Pages`)
  expect(await readPdf(moved(file, script.length, 12))).toMatchObject({ pages: 1, tagged: true })
})
