/** Makes text from outside safe to store. */

/**
 * Text without U+0000 and lone surrogates (PostgreSQL refuses both, the second in jsonb), at most `max` characters.
 */
export function clean(text: string, max: number): string {
  return text.slice(0, max).replaceAll('\u0000', '').toWellFormed()
}
