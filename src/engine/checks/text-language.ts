/**
 * Whether a page is written in the language that it says to be in (WCAG 3.1.1), and its pieces of text too (3.1.2). A
 * program guesses a language by its letters, so this never says `unmet`: it asks a person to look.
 * Trips on: English text under `lang="nl"`. Near misses: Frisian, which the program does not know; a list of names; a
 * page of a few words; Dutch of Belgium.
 */
import { clip } from '../../lib/headers.ts'
import { defineCheck, whole } from '../reading/claims.ts'
import { inLanguage } from '../reading/language.ts'
import { few } from '../reading/telling.ts'

const REASONS = {
  other: 'unknown',
  same: whole('met', 'content'),
  'not-told': 'unknown',
} as const

/** Characters of a page from which on its language is guessed, and in how many parts, none of which may disagree. */
const LONG = 200
const PARTS = 3

export const textLanguage = defineCheck({
  id: 'text-language',
  needs: { session: ['before-consent'] },
  reasons: REASONS,
  judge({ session }) {
    const pages = session
      .filter(({ value }) => value.status < 400 && value.lang !== null)
      .map(({ page, value }) => ({ page, lang: value.lang!, guess: guessOf(proseOf(value.text), value.lang!) }))
    const told = pages.filter(({ guess }) => guess !== undefined)
    const other = told.filter(({ guess }) => guess?.same === false)
    const seen = {
      pages: told.length,
      bad: other.length,
      language: few(other.map(({ lang }) => lang)),
      details: other.slice(0, 20).map(({ page, lang, guess }) => clip(`lang="${lang}" ≠ ${guess?.found} · ${page}`)),
    }
    if (other.length > 0) return { reason: 'other', seen }
    return { reason: told.length > 0 ? 'same' : 'not-told', seen }
  },
})

/** Words from which on a line is a sentence, and no name, heading or item of a menu: of those no language is sure. */
const WORDS = 6

const proseOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.trim().split(/\s+/).length >= WORDS)
    .join('\n')

/** Undefined when a part of the page is in another language than the whole, or the whole does not tell. */
function guessOf(text: string, lang: string): ReturnType<typeof inLanguage> {
  const whole = text.length < LONG ? undefined : inLanguage(text, lang)
  const size = Math.ceil(text.length / PARTS)
  const parts = Array.from({ length: PARTS }, (_, at) => inLanguage(text.slice(at * size, (at + 1) * size), lang))
  return parts.every((part) => part === undefined || part.found === whole?.found) ? whole : undefined
}

export const partLanguage = defineCheck({
  id: 'part-language',
  needs: { use: ['before-consent'] },
  reasons: { ...REASONS, same: whole('met', 'barriers'), 'nothing-to-try': whole('not-applicable', 'barriers') },
  judge({ use }) {
    const pieces = use.flatMap(({ page, value }) =>
      value.pieces.flatMap((piece) => {
        const guess = inLanguage(piece.text, piece.lang)
        return guess ? [{ page, ...piece, guess }] : []
      }),
    )
    const other = pieces.filter(({ guess }) => !guess.same)
    const seen = {
      pages: use.length,
      pieces: pieces.length,
      bad: other.length,
      details: other
        .slice(0, 20)
        .map(({ page, lang, guess, target, text }) =>
          clip(`lang="${lang}" ≠ ${guess.found} · ${page} · ${target} · ${text}`),
        ),
    }
    if (other.length > 0) return { reason: 'other', seen }
    if (use.every(({ value }) => value.pieces.length === 0)) return { reason: 'nothing-to-try', seen }
    return { reason: pieces.length > 0 ? 'same' : 'not-told', seen }
  },
})
