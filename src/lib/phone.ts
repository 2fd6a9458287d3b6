/** Telephone numbers as people write them here. */

/** Digits and a plus: what tells two numbers apart. */
const DIGITS = /[^0-9+]/g
/** A telephone number as it is written here; undefined when it can be none. */
export function readPhone(typed: string): string | undefined {
  const text = typed.trim().replaceAll(/\s+/g, ' ').replaceAll('.', ' ')
  const digits = text.replaceAll(DIGITS, '').length
  return /^[0-9+() -]{6,20}$/.test(text) && digits >= 6 && digits <= 16 ? text : undefined
}
