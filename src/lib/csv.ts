/** The one reader of files of rows as people make them: finds the heading, and says what it could not use. */
import { plainLine } from './clean.ts'
import { NoList, recordsOf, textOf, type CsvRecord } from './csv-text.ts'

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
  readonly needed: C
  readonly lists?: readonly C[]
  /** Rows that a file may have. */
  readonly most?: number
}

/** The heading stands among the first records; above it people put a title, a date, an empty line. */
const HEAD = 30
const DELIMITERS = [';', ',', '\t', '|']

/**
 * Rows by column. Of columns that may be repeated (`lists`) all cells are joined; of another the first that is filled
 * counts, in the order of its headings. Throws NoList when there is no heading with the column `needed`, or when there
 * are more than `most` rows.
 */
export function readTable<C extends string>(
  bytes: Uint8Array,
  columns: Columns<C>,
  { needed, lists = [], most = Number.POSITIVE_INFINITY }: Reading<C>,
): Table<C> {
  const { text, line, sep } = marked(textOf(bytes))
  const rank = ranksOf(columns)
  const head = headingOf(text, line, sep, rank, needed)
  if (!head) throw new NoList(noHeading(text, columns, needed))
  const { delimiter, record } = head
  const places = placesOf(record.cells, columns, rank)
  const named = record.cells.map((cell) => rankOf(cell, rank))
  const rows: CsvRow<C>[] = []
  const refused: Unread[] = []
  const nameless = new Set<number>()
  for (const { line: at, cells, open } of recordsOf(text, delimiter, line)) {
    if (at <= record.line) continue
    if (rows.length + refused.length >= most)
      throw new NoList(
        `er staan meer dan ${most.toLocaleString('nl-NL')} regels in. Verdeel het bestand en probeer het opnieuw`,
      )
    const name = cells[places.get(needed)![0]!]?.replace(/^"/, '').slice(0, 200) || null
    const more = cells.findLastIndex((cell) => cell !== '') + 1
    if (open) refused.push({ line: at, name, reason: 'een aanhalingsteken (") dat opent, wordt nergens gesloten' })
    else if (more > record.cells.length)
      refused.push({ line: at, name, reason: `er staan ${more} cellen, en ${record.cells.length} kolommen in de kop` })
    else {
      cells.forEach((cell, index) => {
        if (cell !== '' && record.cells[index] === '') nameless.add(index)
      })
      rows.push({ line: at, cells: cellsOf(cells, places, lists) })
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

/** `E-maildomein(en)*` and `e_maildomeinen` are one word. */
/** Longer than this is no heading. */
const HEADING = 100
const wordOf = (heading: string): string =>
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

/** The record with most columns that we know, and the delimiter that shows it. */
function headingOf<C extends string>(
  text: string,
  line: number,
  sep: string | undefined,
  rank: ReadonlyMap<string, Rank<C>>,
  needed: C,
): { delimiter: string; record: CsvRecord } | undefined {
  let best: { delimiter: string; record: CsvRecord; known: number } | undefined
  for (const delimiter of sep ? [sep, ...DELIMITERS] : DELIMITERS) {
    let count = 0
    for (const record of recordsOf(text, delimiter, line)) {
      if (++count > HEAD) break
      const found = record.cells.flatMap((cell) => rankOf(cell, rank) ?? [])
      if (found.some(({ column }) => column === needed) && found.length > (best?.known ?? 0))
        best = { delimiter, record, known: found.length }
    }
  }
  return best
}

function noHeading<C extends string>(text: string, columns: Columns<C>, needed: C): string {
  const first = plainLine(
    text
      .slice(0, 2_000)
      .split('\n')
      .find((each) => each.trim() !== '') ?? '',
  )
  const expected = Object.values<readonly string[]>(columns).map(([word]) => word)
  return first === ''
    ? 'het bestand is leeg'
    : `in de eerste ${HEAD} regels staat geen kolom "${columns[needed][0]}". De eerste regel is: ` +
        `"${first.slice(0, 100)}". Verwacht: ${expected.join('; ')}`
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

/** Without the apostrophe that our own files put before what a spreadsheet would take for a formula. */
const bare = (cell: string): string =>
  plainLine(cell.replaceAll(/(^|[;\t\n])'(?='*[\s\u200B\u2060]*[=+\-@\t＝＋－＠﹦﹢﹣﹫−])/g, '$1'))
