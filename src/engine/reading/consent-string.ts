/** What a string of IAB Europe's framework says (TCF v2): to what, and for whom, consent was given. Pure. */
import { TCString } from '@iabtcf/core'

export type SaidInString = {
  /** The program that wrote it, by its number in the list of IAB Europe. */
  readonly program: number
  /** Purposes to which consent was given, 1 to 24. */
  readonly purposes: readonly number[]
  /** How many partners were given consent. */
  readonly partners: number
  /** Purposes for which partners claim a legitimate interest. */
  readonly claimed: readonly number[]
}

const MOST = 10_000
/** Partners that ranges may name together: those of a real string are on a list of some thousand. */
const NAMED = 50_000
/** Bits before the first list of partners (TCF v2, "TC String": the core string). */
const HEAD = 213

/** Undefined: it is no such string, or one that names more than could be meant. */
export function readConsentString(text: string): SaidInString | undefined {
  if (text.length > MOST || !/^[CD][\w-]{30,}(?:\.[\w-]+){0,4}$/.test(text) || !isBounded(text)) return undefined
  try {
    const read = TCString.decode(text)
    const numbers = (vector: { forEach(each: (is: boolean, id: number) => void): void }) => {
      const ids: number[] = []
      vector.forEach((is, id) => is && ids.push(id))
      return ids
    }
    return {
      program: Number(read.cmpId),
      purposes: numbers(read.purposeConsents),
      partners: numbers(read.vendorConsents).length,
      claimed: numbers(read.purposeLegitimateInterests),
    }
  } catch {
    // A string that breaks off, or a version that nobody reads any more.
    return undefined
  }
}

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/**
 * Whether the ranges of a string, and of each part behind it, stay within what a real one names. The library makes a
 * member of each number in a range, and a few bytes can name millions: so they are added up before it is asked.
 */
function isBounded(text: string): boolean {
  return text.split('.').every((part, index) => {
    const bits = [...part].map((sign) => SIGNS.indexOf(sign).toString(2).padStart(6, '0')).join('')
    const number = (at: number, length: number) => parseInt(bits.slice(at, at + length) || '0', 2)
    let named = 0
    /** Where a run of ranges ends, with what it names added. */
    const ranges = (from: number): number => {
      let at = from + 12
      for (let left = number(from, 12); left > 0 && at < bits.length; left--) {
        const wide = bits[at] === '1'
        named += wide ? Math.max(0, number(at + 17, 16) - number(at + 1, 16)) + 1 : 1
        at += wide ? 33 : 17
      }
      return at
    }
    /** Where a list of partners ends: a bit for each, or ranges. */
    const list = (from: number): number => {
      const most = number(from, 16)
      if (bits[from + 16] === '1') return ranges(from + 17)
      named += most
      return from + 17 + most
    }
    if (index > 0) {
      // Parts of partners that were disclosed or allowed; that of the publisher has none (type 3).
      if (number(0, 3) !== 3) list(3)
      return named <= NAMED
    }
    let at = list(list(HEAD))
    const restrictions = number(at, 12)
    at += 12
    for (let left = restrictions; left > 0 && at < bits.length && named <= NAMED; left--) at = ranges(at + 8)
    return named <= NAMED
  })
}
