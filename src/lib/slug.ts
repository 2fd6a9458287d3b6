/** What a name in any script becomes in an address, and when two names are the same. */
import { createHash } from 'node:crypto'
import anyAscii from 'any-ascii'
import { plainLine } from './clean.ts'

/** What comes after this makes no other name; some signs become eighteen letters. */
const LONGEST = 400

/** Letters of the Latin script without their marks: `É` becomes `E`; in other scripts a mark is a letter of its own. */
const bare = (name: string): string =>
  name
    .slice(0, LONGEST)
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')

/**
 * A name made fit for an address, in the letters a to z: `Café 't Hoekje` becomes `cafe-t-hoekje`, `Ресторан` becomes
 * `restoran`. Two names may give the same. Of a name without letters or digits nothing is left: the empty text.
 */
export function slug(name: string): string {
  const words = bare(plainLine(name)).replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
  const latin = words.split('-').map(inLatin).filter(Boolean).join('-').slice(0, 80).replace(/-+$/, '')
  // Letters that nobody wrote out in Latin ones yet.
  return latin === '' && keyOfName(name) !== ''
    ? `x-${createHash('sha256').update(keyOfName(name)).digest('hex').slice(0, 8)}`
    : latin
}

const inLatin = (word: string): string =>
  anyAscii(word.normalize('NFC'))
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

/**
 * What makes two names the same one: letters and digits of any script, without case, signs and the marks on Latin
 * letters. Empty when there are none.
 */
export function keyOfName(name: string): string {
  return bare(plainLine(name))
    .normalize('NFC')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}
