/** The text of a file of rows as people save it, and its records. */

/** What a file turns out to be when it is no text: its first bytes, and how the kind is called. */
const OTHER: readonly (readonly [bytes: readonly number[], kind: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'een rekenblad of ander ingepakt bestand (xlsx, zip)'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'een oud Excel-bestand (xls)'],
  [[0x25, 0x50, 0x44, 0x46], 'een PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'een plaatje (png)'],
  [[0xff, 0xd8, 0xff], 'een plaatje (jpg)'],
  [[0x47, 0x49, 0x46, 0x38], 'een plaatje (gif)'],
]

/** Thrown for a file that is no list at all; the message says what it is and what to do, in Dutch. */
export class NoList extends Error {}

/**
 * UTF-8 or UTF-16 with its mark or without, and else, line by line, UTF-8 where it is that and Windows-1252 where it is
 * not: files are pasted together. Every line end becomes U+000A. Throws NoList for what is no text.
 */
export function textOf(bytes: Uint8Array): string {
  const other = OTHER.find(([start]) => start.every((byte, at) => bytes[at] === byte))
  if (other)
    throw new NoList(
      `dit is ${other[1]}. ` +
        (other[1].startsWith('een plaatje')
          ? 'Kies het werkblad zelf, als ODS of CSV'
          : 'Sla het in uw rekenprogramma op als ODS of CSV en probeer het opnieuw'),
    )
  return decoded(bytes)
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n')
}

function decoded(bytes: Uint8Array): string {
  const wide = wideOf(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return linesOf(bytes)
      .map((line) => {
        try {
          return new TextDecoder('utf-8', { fatal: true }).decode(line)
        } catch {
          return new TextDecoder('windows-1252').decode(line)
        }
      })
      .join('')
  }
}

/**
 * Without a mark UTF-16 shows by its zeros: in what people write, most characters have one, always on the same side.
 */
function wideOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, 2_000)
  const zeros = [0, 0]
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]!++
  })
  const most = head.length / 2
  if (zeros[1]! > most * 0.4 && zeros[0]! < most * 0.1) return 'utf-16le'
  if (zeros[0]! > most * 0.4 && zeros[1]! < most * 0.1) return 'utf-16be'
  return undefined
}

/** The lines with their ends; no byte of a longer UTF-8 character is that of a line end. */
function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  for (let from = 0; from < bytes.length;) {
    let to = from
    while (to < bytes.length && bytes[to] !== 10 && bytes[to] !== 13) to++
    lines.push(bytes.subarray(from, to + 1))
    from = to + 1
  }
  return lines
}

/**
 * One record with the line it began on, and the row in which a spreadsheet shows it. `open`: a quotation mark in it is
 * never closed, and its text is as it stood.
 */
export type CsvRecord = {
  readonly line: number
  readonly row: number
  readonly cells: readonly string[]
  readonly open: boolean
}

/** A quoted cell that is longer is a quotation mark that was never closed. */
export const CELL = 20_000

/**
 * Records of a text whose lines end with U+000A (RFC 4180, read with patience): a quotation mark opens a cell only at
 * its beginning; what stands after its end is kept; one that is never closed costs its own line and no other. Records
 * without any text are left out, but counted. `longest`: characters of a cell.
 */
export function* recordsOf(text: string, delimiter: string, firstLine = 1, longest = CELL): Generator<CsvRecord> {
  let line = firstLine
  for (let at = 0, row = 1; at < text.length; row++) {
    const read = recordAt(text, at, delimiter, longest) ?? wholeLine(text, at, delimiter)
    if (read.cells.some((cell) => cell !== '')) yield { line, row, cells: read.cells, open: read.open }
    for (let index = at; index < read.next; index++) if (text.charCodeAt(index) === 10) line++
    at = read.next
  }
}

type Read = { readonly cells: string[]; readonly next: number; readonly open: boolean }

/** Undefined when a quoted cell does not end. */
function recordAt(text: string, start: number, delimiter: string, longest: number): Read | undefined {
  const cells: string[] = []
  for (let at = start; ;) {
    const cell = cellAt(text, at, delimiter, longest)
    if (!cell) return undefined
    cells.push(cell.value.trim())
    at = cell.end + 1
    if (text[cell.end] !== delimiter) return { cells, next: at, open: false }
  }
}

function cellAt(
  text: string,
  start: number,
  delimiter: string,
  longest: number,
): { value: string; end: number } | undefined {
  let at = start
  while (text[at] === ' ') at++
  if (text[at] !== '"') {
    const end = endOf(text, start, delimiter)
    return { value: text.slice(start, end), end }
  }
  let value = ''
  for (;;) {
    const close = text.indexOf('"', at + 1)
    if (close === -1 || close - start > longest) return undefined
    value += text.slice(at + 1, close)
    at = close + 1
    if (text[at] !== '"') break
    value += '"'
  }
  const end = endOf(text, at, delimiter)
  const after = text.slice(at, end)
  // Words after a "closing" mark on a later line: that mark opened another cell, and ours was never closed.
  if (after.trim() !== '' && value.includes('\n')) return undefined
  // `"De Kade" aan Zee`: the marks belong to the words.
  return { value: after.trim() === '' ? value : `"${value}"${after}`, end }
}

function endOf(text: string, from: number, delimiter: string): number {
  let end = from
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end++
  return end
}

function wholeLine(text: string, start: number, delimiter: string): Read {
  const end = text.indexOf('\n', start)
  const cells = text.slice(start, end === -1 ? undefined : end).split(delimiter)
  return { cells: cells.map((cell) => cell.trim()), next: end === -1 ? text.length : end + 1, open: true }
}
