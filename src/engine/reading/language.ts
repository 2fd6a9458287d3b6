/** Which language a text is in, where that is sure enough to hold beside what a page says of itself. */
import { detectAll } from 'tinyld/light'

/** What the detector knows: of a text in another language it would name one of these. */
const KNOWN = new Set('ar bn de el en es fi fr he hi hu it ja ko nl no pl pt ro ru sv tr uk zh'.split(' '))
/** Letters from which on a guess is worth something, and how sure it has to be (0 to 1) to say what is expected. */
const LETTERS = 80
const SURE = 0.5
/** To say that it is another language takes more: of short texts one in ten is guessed wrong. */
const OTHER_LETTERS = 130
const OTHER_SURE = 0.8
/**
 * Languages written most beside Dutch here: of these less is enough where no other comes near. Of other languages not:
 * Frisian and dialects are taken for Romanian or French that surely.
 */
const COMMON = new Set(['nl', 'en', 'de'])
const COMMON_SURE = 0.35
const NEAR = 0.05

/**
 * Whether a text is in the language that a page says (BCP 47); undefined when that cannot be told: too little text,
 * names, lists of products, languages next to each other, or a language that the detector does not know, such as
 * Frisian. `found`: the language as an ISO 639-1 code.
 */
export function inLanguage(text: string, said: string): { readonly same: boolean; readonly found: string } | undefined {
  const primary = said.trim().toLowerCase().split(/[-_]/, 1)[0] ?? ''
  const letters = text.replaceAll(/\P{L}/gu, '').length
  if (!KNOWN.has(primary) || letters < LETTERS) return undefined
  const [first, second] = detectAll(text.slice(0, 2_000))
  if (!first) return undefined
  if (first.lang === primary) return first.accuracy >= SURE ? { same: true, found: primary } : undefined
  const alone = COMMON.has(first.lang) && (second?.accuracy ?? 0) <= NEAR
  const sure = first.accuracy >= (alone ? COMMON_SURE : OTHER_SURE)
  return letters >= OTHER_LETTERS && sure ? { same: false, found: first.lang } : undefined
}
