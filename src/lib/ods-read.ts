/** Reads the first sheet of an OpenDocument spreadsheet, whatever program made it, within bounds. */
import { strFromU8, unzipSync } from 'fflate'
import { NoList, type CsvRecord } from './csv-text.ts'
import { tagsOf, type Tag } from './xml-tags.ts'

/** Bytes of the unpacked content, cells of a row, rows with something in them, and characters of all of them. */
const MOST = { bytes: 120 * 1024 * 1024, cells: 1_000, rows: 100_000, characters: 30_000_000 }

/** What stands beside the text of a cell: remarks, drawings, what was changed before. */
const BESIDE = new Set(['annotation', 'tracked-changes', 'shapes', 'frame', 'custom-shape', 'dde-links', 'ruby-text'])

const tooMuch = () =>
  new NoList('dit rekenblad is uitgepakt te groot om te lezen. Verdeel het over meer bestanden en probeer het opnieuw')

/**
 * Rows with something in them, of the first sheet that has any; undefined when it is no OpenDocument spreadsheet.
 * Throws NoList when it is too large, or when nothing in it can be read.
 */
export function odsRecords(bytes: Uint8Array): readonly CsvRecord[] | undefined {
  const xml = contentOf(bytes)
  if (xml === undefined) return undefined
  const rows = firstSheet(xml)
  if (rows.length === 0) throw new NoList('in dit rekenblad staan geen rijen die wij kunnen lezen')
  return rows
}

function contentOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return undefined
  let content: Uint8Array | undefined
  try {
    content = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (name !== 'content.xml') return false
        // What is unpacked never becomes more than it says of itself.
        if (originalSize > MOST.bytes) throw tooMuch()
        return true
      },
    })['content.xml']
  } catch (error) {
    if (error instanceof NoList) throw error
    return undefined // no ZIP that holds: then it is no spreadsheet either
  }
  const text = content && strFromU8(content)
  return text?.includes('spreadsheet') ? text : undefined
}

type Cell = { readonly repeat: number; readonly tag: Tag; paragraphs: number; text: string }

function firstSheet(xml: string): CsvRecord[] {
  const rows: CsvRecord[] = []
  let [row, repeat, skipping, characters] = [1, 1, 0, 0]
  let cells: string[] = []
  let cell: Cell | undefined
  const endCell = () => {
    if (!cell) return
    const value = valueOf(cell)
    if (value !== '' && cells.length + cell.repeat > MOST.cells) throw tooMuch()
    const count = Math.min(cell.repeat, MOST.cells - cells.length)
    characters += value.length * count
    for (let at = 0; at < count; at++) cells.push(value)
    cell = undefined
  }
  for (const tag of tagsOf(xml)) {
    if (BESIDE.has(tag.name)) {
      skipping += tag.kind === 'open' ? 1 : tag.kind === 'close' ? -1 : 0
      continue
    }
    if (skipping > 0) continue
    if (tag.kind === 'text') {
      if (cell && cell.paragraphs > 0) cell.text += tag.text.replaceAll(/[ \t\r\n]+/g, ' ')
      continue
    }
    const opens = tag.kind !== 'close'
    switch (tag.name) {
      case 'table':
        if (tag.kind === 'close' && rows.length > 0) return rows
        row = 1
        break
      case 'table-row':
        if (opens) [cells, repeat] = [[], repeatOf(tag, 'number-rows-repeated')]
        if (tag.kind !== 'open') {
          // Empty cells up to the edge of the sheet are no cells.
          cells.length = cells.findLastIndex((each) => each !== '') + 1
          if (cells.length > 0) {
            if (rows.length + repeat > MOST.rows || characters > MOST.characters) throw tooMuch()
            characters += (repeat - 1) * cells.join('').length
            for (let at = 0; at < repeat; at++) rows.push({ line: row + at, row: row + at, cells, open: false })
          }
          row += repeat
        }
        break
      case 'table-cell':
      case 'covered-table-cell':
        if (opens) cell = { repeat: repeatOf(tag, 'number-columns-repeated'), tag, paragraphs: 0, text: '' }
        if (tag.kind !== 'open') endCell()
        break
      default:
        if (cell && opens) inCell(cell, tag)
    }
  }
  return rows
}

function inCell(cell: Cell, tag: Tag): void {
  if (tag.name === 'p' || tag.name === 'h') {
    if (cell.paragraphs++ > 0) cell.text += '\n'
  } else if (tag.name === 's') cell.text += ' '.repeat(Math.min(repeatOf(tag, 'c'), 1_000))
  else if (tag.name === 'tab') cell.text += '\t'
  else if (tag.name === 'line-break') cell.text += '\n'
}

const repeatOf = (tag: Tag, name: string): number => {
  const told = Number(tag.attribute(name) ?? 1)
  return Number.isSafeInteger(told) && told > 0 ? Math.min(told, 2_000_000) : 1
}

/** What a cell holds rather than how it is shown: a date as 2026-12-31, a number with a comma. */
function valueOf({ tag, text }: Cell): string {
  const value = tag.attribute('value')
  switch (tag.attribute('value-type')) {
    case 'float':
    case 'currency':
      return value !== undefined && Number.isFinite(Number(value)) ? String(Number(value)).replace('.', ',') : text
    case 'date':
      return (tag.attribute('date-value') ?? text).replace(/T00:00:00(?:\.0+)?$/, '')
    case 'boolean':
      return tag.attribute('boolean-value') === 'true' ? 'ja' : 'nee'
    default:
      return (text === '' ? (tag.attribute('string-value') ?? '') : text).trim()
  }
}
