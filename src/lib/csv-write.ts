/** Writes CSV that is safe to open in a spreadsheet: RFC 4180, to be sent as UTF-8 with a BOM in front. */

export type Cell = string | number | boolean | null | undefined

/** In front of a file, so that a spreadsheet reads it as UTF-8. */
export const BOM = '\uFEFF'
export const CSV_MEDIA = 'text/csv; charset=utf-8; header=present'

/** What a formula begins with: minus signs of mathematics and signs in other widths are read as the plain ones. */
const FORMULA = /[=+\-@＝＋－＠﹦﹢﹣﹫−\t\r]/
const SPACE = /[\s\u200B\u2060]/
/** After these a Dutch spreadsheet begins a cell of its own. */
const EDGE = /[;\t\r\n]/
const isEdge = (text: string, at: number): boolean => at === 0 || EDGE.test(text[at - 1]!)

/**
 * Of each place whether a spreadsheet would read a formula there: a sign of `FORMULA` after space and apostrophes.
 * From the end to the begin, so that a long run of white space costs no more than its length. `between`: whether
 * apostrophes of its own may stand within the white space, at an edge.
 */
function formulas(text: string, between: boolean): Uint8Array {
  const [plain, quoted] = [new Uint8Array(text.length + 1), new Uint8Array(text.length + 1)]
  for (let at = text.length - 1; at >= 0; at--) {
    const sign = text[at]!
    const own = sign === "'"
    const goesOn = SPACE.test(sign) || (own && between && at > 0 && isEdge(text, at))
    plain[at] = FORMULA.test(sign) || (goesOn && plain[at + 1] === 1) ? 1 : 0
    quoted[at] = plain[at] === 1 || (own && quoted[at + 1] === 1) ? 1 : 0
  }
  return quoted
}

/**
 * A text a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection), also when its sign
 * is a full-width or small one (a Japanese or Chinese spreadsheet reads ＝ as =), and also after a semicolon, tab or
 * line end, where a Dutch spreadsheet begins a cell of its own. What has an apostrophe of its own there gets one too.
 */
export function guarded(text: string): string {
  if (!FORMULA.test(text)) return text
  const risky = formulas(text, false)
  let out = ''
  for (let at = 0; at < text.length; at++) out += risky[at] === 1 && isEdge(text, at) ? `'${text[at]}` : text[at]!
  return out
}

/** The text as it was before `guarded`. */
export function unguarded(text: string): string {
  if (!text.includes("'")) return text
  const risky = formulas(text, true)
  let out = ''
  for (let at = 0; at < text.length; at++)
    if (!(text[at] === "'" && isEdge(text, at) && risky[at + 1] === 1)) out += text[at]!
  return out
}

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
