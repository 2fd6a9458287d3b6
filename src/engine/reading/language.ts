/** Which language a text is in, where that is sure enough to hold beside what a page says of itself. */
import { detectAll } from 'tinyld/light'

/** What the detector knows: of a text in another language it would name one of these. */
const KNOWN = new Set('ar bn de el en es fi fr he hi hu it ja ko nl no pl pt ro ru sv tr uk zh'.split(' '))
/** Letters from which on a guess is worth something, and how sure it has to be, 0 to 1. */
const LETTERS = 80
const SURE = 0.8

/**
 * The language of a text as an ISO 639-1 code; undefined when there is too little of it, or nothing is sure: names,
 * lists of products, languages next to each other.
 */
function languageOf(text: string): string | undefined {
  if (text.replaceAll(/\P{L}/gu, '').length < LETTERS) return undefined
  const [first] = detectAll(text.slice(0, 2_000))
  return first && first.accuracy >= SURE ? first.lang : undefined
}

/**
 * Whether a text is in the language that a page says (BCP 47); undefined when that cannot be told: a language that the
 * detector does not know, such as Frisian, is never judged.
 */
export function inLanguage(text: string, said: string): { readonly same: boolean; readonly found: string } | undefined {
  const primary = said.trim().toLowerCase().split('-', 1)[0] ?? ''
  if (!KNOWN.has(primary)) return undefined
  const found = languageOf(text)
  return found === undefined ? undefined : { same: found === primary, found }
}
