/** How a finding names what was seen: everything, each thing once, in one order whatever came first. */
import { clip } from '../../lib/headers.ts'
import type { Lists } from '../../model/lists.ts'

/** Lines and words that a finding carries at most. */
const LINES = 100
const WORDS = 12
const LONG = 250

const sorted = (texts: readonly string[]): string[] => [...new Set(texts)].toSorted((a, b) => (a < b ? -1 : 1))

/** Different lines of at most 300 characters in order, at most a hundred; then how many more there are. */
export function details(lines: readonly string[]): string[] {
  const all = sorted(lines.map((line) => clip(line)))
  return all.length > LINES ? [...all.slice(0, LINES - 1), `+${all.length - LINES + 1}`] : all
}

/** Different words in order as one text, as many as fit in a sentence, the number of the others behind them. */
export function few(words: readonly string[]): string {
  const all = sorted(words.map((word) => clip(word, 100)))
  let kept = Math.min(all.length, WORDS)
  while (kept > 1 && all.slice(0, kept).join(', ').length > LONG - 10) kept--
  return clip(all.slice(0, kept).join(', ') + (all.length > kept ? ` (+${all.length - kept})` : ''), LONG)
}

/** A host with the service it is known to be. */
export function tellHost(host: string, lists: Lists): string {
  const owner = lists.owner(host)
  return owner ? `${host} (${owner.service})` : host
}
