/** Writes CSV that is safe to open in a spreadsheet: RFC 4180, to be sent as UTF-8 with a BOM in front. */

export type Cell = string | number | boolean | null | undefined

/** In front of a file, so that a spreadsheet reads it as UTF-8. */
export const BOM = '\uFEFF'
export const CSV_MEDIA = 'text/csv; charset=utf-8; header=present'

/** Where a formula would begin: minus signs of mathematics and signs in other widths are read as the plain ones. */
const FORMULA = /(^|[;\t\r\n])(?='*[\s\u200B\u2060]*[=+\-@＝＋－＠﹦﹢﹣﹫−\t\r])/g

/**
 * One cell. A text a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection), also when
 * its sign is a full-width or small one (a Japanese or Chinese spreadsheet reads ＝ as =), and also after a semicolon,
 * tab or line end, where a Dutch spreadsheet begins a cell of its own. Whoever reads the file back takes one apostrophe
 * away, so a text that begins with one of its own gets one too.
 */
export function cell(value: Cell): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 'ja' : 'nee'
  const safe = value.replaceAll(FORMULA, "$1'")
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One line, with its end. */
export const line = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`
