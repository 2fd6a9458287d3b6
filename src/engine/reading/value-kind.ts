/** What kind of value something kept in a browser is: a choice that many share, or what tells one apart. Pure. */
import type { ValueKind } from '../../model/evidence.ts'

type Kind = ValueKind | 'time' | 'moment'

/** Characters that are looked at, and pieces beyond which it is more than a choice. */
const LONGEST = 4_000
const PIECES = 60
const BETWEEN = /[\s,;|:&=+_\-./~#%()[\]{}!*"'<>]+/
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i
const DATE = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/
/** What does not stand together in a word of Dutch or English. */
const UNSPEAKABLE = new RegExp(
  'q(?!u|$)|[jvxq]{2}|x[bdfgjkmnqrsvwz]|[bfgjkpqvwxz][qx]|[qxz][jvqxw]|v[bcdfghkmnptz]|(?<!i)j[bcdfghkmnpqrstvwxz]|' +
    '[bcdfghjklmnpqrstvwxz]{6}',
)

/**
 * The kind of a value: `choice` is made of a few words, yes or no, a language, a size, a date, or a structure of those;
 * `identifier` holds a run of letters and digits that could stand for one visitor; `other` is neither of both for sure.
 */
export function kindOf(value: string): ValueKind {
  const text = decoded(decoded(value.slice(0, LONGEST)))
    .replace(/^j:(?=[[{])/, '')
    .trim()
  if (text === '') return 'empty'
  const kinds = kindsIn(text)
  if (kinds.includes('identifier')) return 'identifier'
  if (value.length > LONGEST || kinds.length > PIECES || kinds.includes('other') || digits(text) > 40) return 'other'
  // To the millisecond a moment is nearly as good as a number of one's own, unless it says when something was chosen.
  return kinds.every((kind) => kind === 'moment') ? 'other' : 'choice'
}

const digits = (text: string) => text.replaceAll(/\D/g, '').length

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function kindsIn(text: string): Kind[] {
  if (/^[[{]/.test(text)) {
    try {
      return leavesOf(JSON.parse(text) as unknown)
    } catch {
      /* It only looks like JSON. */
    }
  }
  return ofText(text)
}

function leavesOf(value: unknown): Kind[] {
  if (Array.isArray(value)) return value.flatMap(leavesOf)
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, each]) => [...ofText(key), ...leavesOf(each)])
  if (typeof value === 'string') return ofText(value)
  return typeof value === 'number' ? [ofNumber(String(Math.abs(value)))] : ['choice']
}

function ofText(text: string): Kind[] {
  if (text === '') return ['choice']
  if (DATE.test(text) || (/\d\d:\d\d/.test(text) && text.length < 80 && !Number.isNaN(Date.parse(text))))
    return ['time']
  if (UUID.test(text)) return ['identifier']
  if (/^\d+\.\d+$/.test(text)) return [ofNumber(text)]
  const pieces = text.split(BETWEEN).filter((piece) => piece !== '')
  const kinds = pieces.map(ofPiece)
  // Many short numbers in a row are as telling as a long one, and two moments may be a number that looks like one.
  const numbers = pieces.filter((piece) => /^\d+$/.test(piece) && ofNumber(piece) === 'choice').join('')
  const moments = kinds.filter((kind) => kind === 'time' || kind === 'moment').length
  return numbers.length > 8 || moments > 1 ? [...kinds, 'other'] : kinds.length === 0 ? ['choice'] : kinds
}

function ofNumber(text: string): Kind {
  const [whole = '', fraction = ''] = text.split('.')
  if (fraction.length > 3) return whole.length + fraction.length >= 9 ? 'identifier' : 'other'
  if (whole.length <= 3 || /^(?:19|20)\d\d$/.test(whole)) return 'choice'
  if (/^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(whole)) return 'time'
  // Seconds since 1970, from 2017 to 2033; the same in milliseconds.
  if (/^1[5-9]\d{8}$/.test(whole)) return 'time'
  if (/^1[5-9]\d{11}$/.test(whole)) return 'moment'
  return whole.length >= 9 ? 'identifier' : 'other'
}

function ofPiece(piece: string): Kind {
  if (/^\d+$/.test(piece)) return ofNumber(piece)
  if (/^\d{1,3}(?:px|r?em|pt|v[hw])$/i.test(piece) || /^[a-z]{1,12}\d{1,2}$/i.test(piece)) {
    const word = piece.replace(/\d+[a-z]*$/i, '')
    return word === '' || isWord(word) ? 'choice' : 'other'
  }
  if (isWord(piece)) return 'choice'
  if (/^\d{2,4}x\d{2,4}$/.test(piece)) return 'other'
  return piece.length >= 8 ? 'identifier' : 'other'
}

/** Whether letters are a word that one could say, or a few written together with capitals (`alleenNoodzakelijk`). */
function isWord(piece: string): boolean {
  if (!/^\p{L}{1,60}$/u.test(piece)) return false
  const words = piece.match(/\p{Lu}?\p{Ll}+|\p{Lu}+/gu) ?? []
  if (words.length > 6 || (words.length > 1 && words.some((word) => word.length < 2))) return false
  return words.every((word) => {
    const plain = word.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '')
    if (plain.length <= 4) return true
    const vowels = plain.replaceAll(/[^aeiouy]/g, '').length / plain.length
    return plain.length <= 24 && vowels >= 0.15 && vowels <= 0.75 && !UNSPEAKABLE.test(plain)
  })
}
