/** Takes out of a text what leads to a person by itself: long numbers, e-mail addresses, postcodes, bank accounts. */

/** What stands in its place. */
const MASK = '…'
const PATTERNS = [
  /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,100}/gu,
  // A Dutch bank account (ISO 13616): NL91 ABNA 0417 1643 00.
  /\b[A-Z]{2}\d{2}[ -]?[A-Z]{4}(?:[ -]?\d{2,4}){2,5}\b/gi,
  // A Dutch postcode, with or without the house number after it.
  /\b[1-9]\d{3} ?[A-Z]{2}\b(?:[ ,-]*\d{1,5}\b)?/g,
  // Six digits and more, however they are set apart: a citizen service number, a telephone number, a file.
  /\+?\d(?:[\s().\-/]{0,2}\d){5,}/g,
]

/** The text with those masked. A year, a time and an amount stay: they are shorter. */
export const maskNumbers = (text: string): string => PATTERNS.reduce((masked, each) => masked.replace(each, MASK), text)
