/**
 * Words as somebody would type them: what typesetting adds (soft hyphens, hard and narrow spaces, kinds of dashes and
 * letters of another width) makes no other word.
 */
import { plain } from './clean.ts'

/** Hyphens, dashes and minus signs of every length, U+2010 to U+2015 and U+2212 among them. */
const DASHES = /[\u2010-\u2015\u2043\u2212\uFE58\uFE63\uFF0D]/g
/** Spaces that are not the one on the keyboard. Line ends stay. */
const SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g
/** Signs and digits of full width: ＠, ＋, ３. */
const WIDE = /[\uFF01-\uFF5E]/g

/** The same text with plain spaces, hyphens and digits, and without what has no width. */
export function asTyped(text: string): string {
  return plain(text)
    .replace(DASHES, '-')
    .replace(SPACES, ' ')
    .replace(WIDE, (sign) => String.fromCodePoint(sign.codePointAt(0)! - 0xfee0))
}

/** Words that somebody typed, as a sentence: with a point, unless they end by themselves. */
export const asSentence = (text: string): string =>
  /[.!?…]["”’)]*$/.test(text.trim()) ? text.trim() : `${text.trim()}.`
