/**
 * A code that opens something without an account: 80 bits in sixteen signs that do not look alike, and a last one by
 * which a slip of the pen is known. Read aloud, copied from paper, typed in capitals or not.
 */
import { createHmac } from 'node:crypto'

/** Crockford's thirty-two: no I, L, O and U, which are read as something else. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LONG = 16

/** Twice a sign, in the field of thirty-two (x⁵ + x² + 1): each place then weighs differently. */
const twice = (value: number): number => ((value << 1) ^ (value & 16 ? 37 : 0)) & 31
/** Nought for a whole code: one wrong sign, and two that changed places, always give another sum. */
const sumOf = (signs: string): number => [...signs].reduce((sum, sign) => twice(sum) ^ SIGNS.indexOf(sign), 0)

function checkOf(signs: string): string {
  return [...SIGNS].find((sign) => sumOf(signs + sign) === 0)!
}

/**
 * The code of one thing, made from its id with the key of the installation: who has the database alone cannot make it,
 * and it can be shown once more without being kept. `what` keeps codes of different kinds apart.
 */
export function followCode(key: Buffer, what: string, id: string): string {
  const bytes = createHmac('sha256', key).update(`code/${what}/${id}`).digest()
  let [rest, bits, signs] = [0, 0, '']
  for (const byte of bytes.subarray(0, 10)) {
    rest = ((rest << 8) | byte) & 0xfff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      signs += SIGNS[(rest >> bits) & 31]
    }
  }
  return signs + checkOf(signs)
}

/** As somebody typed or heard it: in any case, with spaces and dashes, with an O for a nought and an I for a one. */
export const squeezedCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll(/[\s–—.-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')

/** Whether it can be one. A code with a slip of the pen is none. */
export const isFollowCode = (text: string): boolean =>
  text.length === LONG + 1 && [...text].every((sign) => SIGNS.includes(sign)) && sumOf(text) === 0

/** As people write it: `7HX3-M9WF-2C0K-QD5V-T`. */
export const spokenCode = (code: string): string => code.match(/.{1,4}/g)!.join('-')

/** The secret of the link that opens the same, as a token: it follows from the code and the key of the installation. */
export const linkOfCode = (key: Buffer, what: string, code: string): string =>
  createHmac('sha256', key).update(`link/${what}/${code}`).digest('base64url')
