/**
 * A number that cannot be guessed or counted, and can be read out: no signs that look or sound alike, no words, and a
 * last sign by which one that was misheard is known.
 */
import { randomInt } from 'node:crypto'

/** Nineteen signs, a prime number, so that each mistake below moves the sum. */
const SIGNS = '23456789CFGHJMPRVWX'
const LONG = 10

/** Weighed by its place: one wrong sign, and two that changed places, give another sum. */
const sumOf = (text: string): number =>
  [...text].reduce((sum, sign, at) => sum + (at + 1) * SIGNS.indexOf(sign), 0) % SIGNS.length

/** The sign that comes after these nine. */
function checkOf(first: string): string {
  const sign = [...SIGNS].find((each) => sumOf(first + each) === 0)
  return sign!
}

/** A new one, of 38 bits. */
export function newSpokenNumber(): string {
  const first = Array.from({ length: LONG - 1 }, () => SIGNS[randomInt(SIGNS.length)]).join('')
  return first + checkOf(first)
}

/** The one that follows from these bytes, eight or more: for what can be made once more from a key. */
export function spokenNumberOf(bytes: Uint8Array): string {
  let rest = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  let first = ''
  while (first.length < LONG - 1) {
    first += SIGNS[Number(rest % BigInt(SIGNS.length))]
    rest /= BigInt(SIGNS.length)
  }
  return first + checkOf(first)
}

/** As somebody typed or heard it: in any case, with or without spaces and dashes. */
export const squeezedNumber = (typed: string): string => typed.toUpperCase().replaceAll(/[\s–-]/g, '')

/** Whether it can be one. A number that was misheard is none. */
export const isSpokenNumber = (text: string): boolean =>
  text.length === LONG && [...text].every((sign) => SIGNS.includes(sign)) && sumOf(text) === 0

/** As people write and read it: `7HX3M-9WF2C`. */
export const spoken = (number: string): string => `${number.slice(0, 5)}-${number.slice(5)}`
