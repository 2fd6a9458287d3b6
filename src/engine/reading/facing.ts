/** Holds a page as it came one way beside the same page as it came another, tolerant of what changes by itself. */
import type { Facing } from '../../model/evidence.ts'

/** Kept of a page: the words with the lowest numbers, so that two pages keep the same ones (a sketch of the set). */
const KEPT = 200
/** Words that are read at most. */
const READ = 20_000

/** The words of a text, each once, as 32-bit numbers (FNV-1a); of many the two hundred lowest, sorted. */
export function wordsOf(text: string): number[] {
  const words = new Set<number>()
  let read = 0
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    if (++read > READ) break
    let hash = 0x811c9dc5
    for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193) >>> 0
    words.add(hash)
  }
  return [...words].toSorted((a, b) => a - b).slice(0, KEPT)
}

/** How much two sketches share: 0 to 1, of all words below the line that both reach (Broder 1997). */
export function alike(one: readonly number[], other: readonly number[]): number {
  const both = [...new Set([...one, ...other])].toSorted((a, b) => a - b).slice(0, KEPT)
  if (both.length === 0) return 1
  const [first, second] = [new Set(one), new Set(other)]
  return both.filter((each) => first.has(each) && second.has(each)).length / both.length
}

export type Difference = 'status' | 'redirect' | 'headers' | 'content'

/** Below this share of common words two pages are another page; names of the day and news of the hour stay above. */
const SAME = 0.5
/** A page of so few words is told by its title. */
const FEW = 10

/** What differs between two answers, the weightiest first; null: they are one page. */
export function differenceOf(one: Facing, other: Facing): Difference | null {
  if (one.status !== other.status) return 'status'
  if (plain(one.location) !== plain(other.location)) return 'redirect'
  if (one.headers.join('\n') !== other.headers.join('\n')) return 'headers'
  const few = Math.min(one.words.length, other.words.length) < FEW
  if (few ? one.title !== other.title : alike(one.words, other.words) < SAME) return 'content'
  return null
}

/** An address without what follows a visitor. */
function plain(location: string | null): string | null {
  const url = location === null ? null : URL.parse(location)
  return url ? `${url.origin}${url.pathname}` : location
}

/** Lines that say how a page is protected and what it is; others tell of the moment. */
const TELLING: ReadonlySet<string> = new Set([
  'content-security-policy',
  'content-type',
  'referrer-policy',
  'strict-transport-security',
  'x-content-type-options',
  'x-frame-options',
])

/** The names of header lines that are held beside each other, sorted, each once. */
export function tellingOf(headers: readonly (readonly [name: string, value: string])[]): string[] {
  return [...new Set(headers.map(([name]) => name).filter((name) => TELLING.has(name)))].toSorted()
}
