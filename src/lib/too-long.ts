/**
 * The one answer to a text that is longer than its field holds: it is never cut, but given back with its length. A form
 * is read with `sent.text(name, most)`, which throws TooLong; the desk undoes the act and shows the form again.
 */

const inWords = new Intl.NumberFormat('nl-NL')
/** In words, at the field. `length` and `most`: characters as a browser counts them. */
export const tooLong = (length: number, most: number): string =>
  `Dit is te lang: ${inWords.format(length)} tekens. Hier passen er ${inWords.format(most)}. Er is niets afgekapt.`

/** A text of a form that is longer than `most`. */
export class TooLong extends Error {
  readonly field: string

  constructor(field: string, length: number, most: number) {
    super(tooLong(length, most))
    this.field = field
  }
}
