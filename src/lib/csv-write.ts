/** Writes CSV that is safe to open in a spreadsheet: RFC 4180, to be sent as UTF-8 with a BOM in front. */

export type Cell = string | number | boolean | null | undefined

/** In front of a file, so that a spreadsheet reads it as UTF-8. */
export const BOM = '\uFEFF'
export const CSV_MEDIA = 'text/csv; charset=utf-8; header=present'

/** Where a formula would begin: minus signs of mathematics and signs in other widths are read as the plain ones. */
const FORMULA = /(?<=^|[;\t\r\n])(?='*[\s\u200B\u2060]*[=+\-@＝＋－＠﹦﹢﹣﹫−\t\r])/g

/** The apostrophes of `guarded`: within the white space that one looks past, others of its own may stand. */
const GUARD = /(?<=^|[;\t\r\n])'(?='*(?:[\s\u200B\u2060]|(?<=[;\t\r\n])')*[=+\-@＝＋－＠﹦﹢﹣﹫−\t\r])/g

/**
 * A text a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection), also when its sign
 * is a full-width or small one (a Japanese or Chinese spreadsheet reads ＝ as =), and also after a semicolon, tab or
 * line end, where a Dutch spreadsheet begins a cell of its own. What has an apostrophe of its own there gets one too.
 */
export const guarded = (text: string): string => text.replaceAll(FORMULA, "'")

/** The text as it was before `guarded`. */
export const unguarded = (text: string): string => text.replaceAll(GUARD, '')

/** One cell, guarded. */
export function cell(value: Cell): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 'ja' : 'nee'
  const safe = guarded(value)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One line, with its end. */
export const line = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`
