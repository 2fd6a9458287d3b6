/** The words that a text is found by, and those that somebody looks for: the same, whatever the marks on them. */
import anyAscii from 'any-ascii'
import { asTyped } from './words.ts'

/** What stands between words; a hyphen and an apostrophe also stand within one. */
const BETWEEN = /[^\p{L}\p{M}\p{N}'’-]+/u
const WITHIN = /['’-]+/
/** Longer than this nobody types; the rest of a word is not looked for. */
const LONGEST = 60
/** Words that are looked for at once; what more was typed is left out. */
export const MOST_WORDS = 8

const folded = (word: string): string => {
  const latin = anyAscii(word.normalize('NFC'))
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
  // Letters that nobody wrote out in Latin ones yet stay what they are.
  return (latin === '' ? word.normalize('NFC').toLowerCase() : latin).slice(0, LONGEST)
}

const parts = (word: string): string[] => word.split(WITHIN).map(folded).filter(Boolean)

/**
 * The words of a text, each once, in small letters without marks: `Zoë’s e-mail` gives `zoe`, `s`, `zoes`, `e`, `mail`
 * and `email`, for both ways of writing are looked for.
 */
export function searchWords(text: string): readonly string[] {
  const words = asTyped(text)
    .split(BETWEEN)
    .flatMap((word) => {
      const all = parts(word)
      return all.length > 1 ? [...all, all.join('').slice(0, LONGEST)] : all
    })
  return [...new Set(words)]
}

/** The words that somebody typed to look for, each once. */
export const askedWords = (text: string): readonly string[] =>
  [...new Set(asTyped(text).split(BETWEEN).flatMap(parts))].slice(0, MOST_WORDS)
