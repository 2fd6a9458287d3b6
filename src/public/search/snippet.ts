/** Which words of a text are those that somebody looked for, and the piece of it where most of them stand. Pure. */
import { askedWords, searchWords } from '../../lib/search-words.ts'

/** A piece of text; `hit`: it is what was looked for. */
export type Piece = { readonly text: string; readonly hit: boolean }

/** An ending that a word may have lost or gained, left off when enough of the word is left. */
const stem = (word: string): string => (word.length > 5 ? word.replace(/(?:en|s|e)$/, '') : word)

/** Whether a word of a text fits one that was asked: as it begins, or, when both are long, as it ends. */
export function fitsWord(word: string, asked: string): boolean {
  const root = stem(asked)
  if (word === asked || (root.length > 2 && word.startsWith(root))) return true
  return (
    root.length > 3 && word.length > 6 && [word, stem(word)].some((each) => each.endsWith(asked) || each.endsWith(root))
  )
}

/** The text in pieces, those that were looked for apart. Nothing is left out or added. */
export function marked(text: string, q: string): readonly Piece[] {
  const asked = askedWords(q).filter((word) => word.length > 1)
  const pieces: { text: string; hit: boolean }[] = []
  for (const part of text.split(/([\p{L}\p{M}\p{N}]+)/u)) {
    if (part === '') continue
    const words = /[\p{L}\p{N}]/u.test(part) ? searchWords(part) : []
    const hit = words.some((word) => asked.some((each) => fitsWord(word, each)))
    const last = pieces.at(-1)
    if (last?.hit === hit) last.text += part
    else pieces.push({ text: part, hit })
  }
  return pieces
}

const LONG = 220
/** The piece of a text where most of what was looked for stands, from a word to a word, with dots where it was cut. */
export function snippetOf(text: string, q: string, long = LONG): readonly Piece[] {
  const plain = text.replaceAll(/\s+/g, ' ').trim()
  if (plain.length <= long) return marked(plain, q)
  const pieces = marked(plain, q)
  const hits: number[] = []
  let at = 0
  for (const piece of pieces) {
    if (piece.hit) hits.push(at)
    at += piece.text.length
  }
  const within = (from: number) => hits.filter((hit) => hit >= from && hit < from + long - 20).length
  const best = hits.toSorted((one, other) => within(other) - within(one) || one - other)[0] ?? 0
  // A little of what comes before, from the beginning of a word.
  const begin = best < 60 ? 0 : plain.lastIndexOf(' ', best - 40) + 1
  const end = begin + long >= plain.length ? plain.length : Math.max(plain.lastIndexOf(' ', begin + long), begin + 1)
  return marked(`${begin > 0 ? '… ' : ''}${plain.slice(begin, end)}${end < plain.length ? ' …' : ''}`, q)
}
