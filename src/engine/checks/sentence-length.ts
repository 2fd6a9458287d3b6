/**
 * How long sentences are and how many long words stand in them, on pages in Dutch: an indication of how plain a text
 * is, and no level of language (a short sentence can be hard, a long one clear). Menus, lists of words and headings
 * are no sentences: one ends with a full stop and has at least four words. Trips on: an average above 20 words, or
 * one word in ten of fifteen letters or more, over at least thirty sentences. Near misses: a page with one long
 * sentence, an address or a list that runs on, a page in English (not judged).
 */
import { clip } from '../../lib/headers.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'

/** Sentences below which a mean says nothing; words of a mean that is long; letters of a long word, and their share. */
const FEWEST = 30
const LONG_SENTENCE = 20
const LONG_WORD = 15
const MANY = 0.1
const MOST = 2_000

export const sentenceLength = defineCheck({
  id: 'sentence-length',
  needs: { session: ['before-consent'] },
  reasons: {
    short: whole('met', 'content'),
    long: shown('partly'),
    'long-words': shown('partly'),
    few: 'unknown',
    'other-language': 'unknown',
  },
  judge({ session }) {
    // Of a statement that was read without a browser a menu runs on into the first sentence.
    const dutch = session
      .map(({ value }) => value)
      .filter(({ status, lang }) => status < 400 && /^\s*nl\b/i.test(lang ?? ''))
    if (dutch.length === 0) return { reason: 'other-language' }
    // What stands on each page, such as a footer, is read once.
    const each = [...new Set(dutch.flatMap(({ text }) => sentencesOf(text)))].slice(0, MOST)
    const counted = each.map((sentence) => sentence.match(/[\p{L}\d][\p{L}\d'’-]*/gu) ?? [])
    const words = counted.flat()
    if (each.length < FEWEST) return { reason: 'few', seen: { sentences: each.length } }
    const mean = words.length / each.length
    const longWords = words.filter((word) => word.replaceAll(/[^\p{L}]/gu, '').length >= LONG_WORD)
    const longest = each.toSorted((a, b) => b.split(' ').length - a.split(' ').length || (a < b ? -1 : 1)).slice(0, 3)
    const seen = {
      sentences: each.length,
      words: Math.round(mean),
      percent: Math.round((longWords.length / words.length) * 100),
      details: longest.map((sentence) => clip(`"${sentence}"`, 250)),
    }
    if (mean > LONG_SENTENCE) return { reason: 'long', seen }
    return { reason: longWords.length > words.length * MANY ? 'long-words' : 'short', seen }
  },
})

/** Sentences of a text: of four to a hundred words, from a capital to a full stop. What is longer has no full stops. */
function sentencesOf(text: string): string[] {
  return text
    .split(/\n|(?<=[.!?])\s+(?=[\p{Lu}"“‘'\d])/u)
    .map((part) => part.trim())
    .filter((part) => /^["“‘'\d\p{Lu}].*[.!?]["”’)]?$/u.test(part))
    .filter((part) => {
      const length = part.split(/\s+/).length
      return length >= 4 && length <= 100
    })
}
