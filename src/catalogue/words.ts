/** Pieces that the shapes of all data files share. */
import { z } from 'zod'

z.config(z.locales.nl())

/** One of the words people write in a data file; the message names them all. */
export const oneOf = (words: Readonly<Record<string, unknown>>) =>
  z.enum(Object.keys(words) as [string, ...string[]], {
    error: (issue) => `"${String(issue.input)}" is niet bekend; verwacht: ${Object.keys(words).join(', ')}`,
  })
export const text = z.string().trim().min(1, 'hier hoort tekst te staan')
/** The same sentence in both languages. */
export const two = z.strictObject({ nl: text, en: text })
