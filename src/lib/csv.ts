/** The one reader of files of rows as people make them: finds the heading, and says what it could not use. */
import { plain, plainLine } from './clean.ts'
import { CELL, NoList, recordsOf, textOf, type CsvRecord } from './csv-text.ts'
import { unguarded } from './csv-write.ts'
import { odsRecords } from './ods-read.ts'

/** Column → the headings it may have, the best first. Case, spaces and signs in a heading mean nothing. */
export type Columns<C extends string> = Readonly<Record<C, readonly string[]>>
/** A cell that is not there: the file says nothing about it. A cell that is empty says that there is nothing. */
export type Cells<C extends string> = Readonly<Partial<Record<C, string>>>
export type CsvRow<C extends string> = { readonly line: number; readonly cells: Cells<C> }
export type Unread = { readonly line: number; readonly name: string | null; readonly reason: string }
export type Table<C extends string> = {
  readonly rows: readonly CsvRow<C>[]
  /** Rows that could not be read, and why. */
  readonly refused: readonly Unread[]
  /** Headings that mean nothing to us. */
  readonly ignored: readonly string[]
}

/** How a file is read; all plain, so that it may be read elsewhere. */
export type Reading<C extends string> = {
  /** One of these at least. */
  readonly needed: C | readonly C[]
  readonly lists?: readonly C[]
  /** Rows that a file may have. */
  readonly most?: number
  /**
   * Cells keep their line ends, `line` is the row in which a spreadsheet shows it, and no column may stand there twice.
   */
  readonly sheet?: boolean
}

/** The heading stands among the first records; above it people put a title, a date, an empty line. */
const HEAD = 30
/** Columns that a message names at most. */
const MOST_TOLD = 12
const DELIMITERS = [';', ',', '\t', '|']

/** A quoted cell of a sheet that is longer was never closed. */
const SHEET_CELL = 60_000

/** The records of a file in each way in which they may be told apart, and its first line. */
type Told = { readonly ways: readonly (() => Iterable<CsvRecord>)[]; readonly first: string }

function toldBy(bytes: Uint8Array, longest: number): Told {
  const records = odsRecords(bytes)
  if (records) return { ways: [() => records], first: records[0]!.cells.join(' ') }
  const { text, line, sep } = marked(textOf(bytes))
  return {
    ways: (sep ? [sep, ...DELIMITERS] : DELIMITERS).map((delimiter) => () => recordsOf(text, delimiter, line, longest)),
    first:
      text
        .slice(0, 2_000)
        .split('\n')
        .find((each) => each.trim() !== '') ?? '',
  }
}

/**
 * Rows by column, of CSV or of an OpenDocument spreadsheet. Of columns that may be repeated (`lists`) all cells are
 * joined; of another the first that is filled counts, in the order of its headings. Throws NoList when there is no
 * heading with a column `needed`, or when there are more than `most` rows.
 */
export function readTable<C extends string>(
  bytes: Uint8Array,
  columns: Columns<C>,
  { needed, lists = [], most = Number.POSITIVE_INFINITY, sheet = false }: Reading<C>,
): Table<C> {
  const told = toldBy(bytes, sheet ? SHEET_CELL : CELL)
  const rank = ranksOf(columns)
  const any = [needed].flat() as readonly C[]
  const head = headingOf(told.ways, rank, any)
  if (!head) throw new NoList(noHeading(told.first, columns, any))
  const { records, record } = head
  const places = placesOf(record.cells, columns, rank)
  const named = record.cells.map((cell) => rankOf(cell, rank))
  const twice = [...places].find(([, at]) => at.length > 1)
  if (sheet && twice)
    throw new NoList(`de kolom "${record.cells[twice[1][1]!]!.slice(0, 100)}" staat er twee keer in. Laat er één staan`)
  const nameAt = any.flatMap((column) => places.get(column) ?? [])[0]!
  const rows: CsvRow<C>[] = []
  const refused: Unread[] = []
  const nameless = new Set<number>()
  for (const { line, row, cells, open } of records()) {
    if (row <= record.row) continue
    const at = sheet ? row : line
    if (rows.length + refused.length >= most)
      throw new NoList(
        `er staan meer dan ${most.toLocaleString('nl-NL')} regels in. Verdeel het bestand en probeer het opnieuw`,
      )
    const name = cells[nameAt]?.replace(/^"/, '').slice(0, 200) || null
    const more = cells.findLastIndex((cell) => cell !== '') + 1
    if (open) refused.push({ line: at, name, reason: 'een aanhalingsteken (") dat opent, wordt nergens gesloten' })
    else if (more > record.cells.length)
      refused.push({ line: at, name, reason: `er staan ${more} cellen, en ${record.cells.length} kolommen in de kop` })
    else {
      cells.forEach((cell, index) => {
        if (cell !== '' && record.cells[index] === '') nameless.add(index)
      })
      rows.push({ line: at, cells: sheet ? wholeCells(cells, places) : cellsOf(cells, places, lists) })
    }
  }
  const ignored = record.cells.filter((cell, index) => cell !== '' && named[index] === undefined)
  return {
    rows,
    refused,
    ignored: [...ignored, ...[...nameless].toSorted((a, b) => a - b).map((index) => `kolom ${index + 1} zonder kop`)],
  }
}

/** `sep=;` is how a spreadsheet says what stands between cells; it is no row. */
function marked(text: string): { text: string; line: number; sep: string | undefined } {
  const found = /^"?sep=(\t|[^\n"])"?[;,\t]*(?:\n|$)/i.exec(text)
  return found ? { text: text.slice(found[0].length), line: 2, sep: found[1]! } : { text, line: 1, sep: undefined }
}

/** Longer than this is no heading. */
const HEADING = 100
/** What counts of a heading: `E-maildomein(en)*` and `e_maildomeinen` are one word. */
export const wordOf = (heading: string): string =>
  heading
    .slice(0, HEADING)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** What a heading says of how to fill it in: `Overheid (j/n)`, `grootte (micro, klein …)`, `website (optioneel)`. */
const HOW = /\s*\((?:[^()]*[,/|;][^()]*|(?:indien|bij|eventueel|optioneel|verplicht|facultatief|meer)[^()]*)\)\s*/gi

type Rank<C> = { readonly column: C; readonly at: number }
const ranksOf = <C extends string>(columns: Columns<C>): ReadonlyMap<string, Rank<C>> =>
  new Map(
    (Object.keys(columns) as C[]).flatMap((column) =>
      columns[column].map((name, at) => [wordOf(name), { column, at }] as const),
    ),
  )

/** Which column a heading is; undefined when it means nothing to us. */
const rankOf = <C>(heading: string, rank: ReadonlyMap<string, Rank<C>>): Rank<C> | undefined =>
  rank.get(wordOf(heading)) ?? rank.get(wordOf(heading.slice(0, HEADING).replace(HOW, ' ')))

/** The record with most columns that we know, and the records of the way that shows it. */
function headingOf<C extends string>(
  ways: Told['ways'],
  rank: ReadonlyMap<string, Rank<C>>,
  needed: readonly C[],
): { records: () => Iterable<CsvRecord>; record: CsvRecord } | undefined {
  let best: { records: () => Iterable<CsvRecord>; record: CsvRecord; known: number } | undefined
  for (const records of ways) {
    let count = 0
    for (const record of records()) {
      if (++count > HEAD) break
      const found = record.cells.flatMap((cell) => rankOf(cell, rank) ?? [])
      if (found.some(({ column }) => needed.includes(column)) && found.length > (best?.known ?? 0))
        best = { records, record, known: found.length }
    }
  }
  return best
}

function noHeading<C extends string>(told: string, columns: Columns<C>, needed: readonly C[]): string {
  const first = plainLine(told)
  const expected = Object.values<readonly string[]>(columns).map(([word]) => word)
  return first === ''
    ? 'het bestand is leeg'
    : `in de eerste ${HEAD} regels staat geen kolom ${needed.map((each) => `"${columns[each][0]}"`).join(' of ')}. ` +
        `De eerste regel is: "${first.slice(0, 100)}"` +
        // A long list helps nobody to find the one that lacks.
        (expected.length > MOST_TOLD ? '' : `. Verwacht: ${expected.join('; ')}`)
}

/** Where each column stands, the best heading first. */
function placesOf<C extends string>(
  heading: readonly string[],
  columns: Columns<C>,
  rank: ReadonlyMap<string, Rank<C>>,
): ReadonlyMap<C, readonly number[]> {
  const found = heading.flatMap((cell, index) => {
    const known = rankOf(cell, rank)
    return known ? [{ ...known, index }] : []
  })
  return new Map(
    (Object.keys(columns) as C[]).flatMap((column) => {
      const own = found.filter((each) => each.column === column).toSorted((a, b) => a.at - b.at || a.index - b.index)
      return own.length === 0 ? [] : [[column, own.map(({ index }) => index)] as const]
    }),
  )
}

function cellsOf<C extends string>(
  cells: readonly string[],
  places: ReadonlyMap<C, readonly number[]>,
  lists: readonly C[],
): Cells<C> {
  const row: Partial<Record<C, string>> = {}
  for (const [column, indexes] of places) {
    const own = indexes.flatMap((index) => (cells[index] === undefined ? [] : [bare(cells[index])]))
    if (own.length > 0)
      row[column] = lists.includes(column) ? own.filter(Boolean).join(' ') : (own.find((cell) => cell !== '') ?? '')
  }
  return row
}

/** Without the apostrophes that our own files put before what a spreadsheet would take for a formula. */
const bare = (cell: string): string => plainLine(unguarded(cell))

/** Every cell that the file has a column for, with its line ends. */
const wholeCells = <C extends string>(cells: readonly string[], places: ReadonlyMap<C, readonly number[]>): Cells<C> =>
  Object.fromEntries(
    [...places].map(([column, [at]]) => [column, plain(unguarded(cells[at!] ?? '')).trim()]),
  ) as unknown as Cells<C>
