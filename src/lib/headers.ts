/** Reading header lines and other text that a stranger sent. */
import { plainLine } from './clean.ts'

/** The values of every line with this name (lower case), in order. */
export function linesOf(headers: readonly (readonly [name: string, value: string])[], name: string): string[] {
  return headers.filter(([each]) => each === name).map(([, value]) => value)
}

/**
 * The values of a header that is a list, lines joined and split at commas, trimmed, empty ones dropped; at most 100
 * (RFC 9110 §5.3: repeated lines mean the same as one line with commas).
 */
export function listOf(headers: readonly (readonly [name: string, value: string])[], name: string): string[] {
  return linesOf(headers, name)
    .join(',')
    .split(',', 100)
    .map((value) => value.trim())
    .filter((value) => value !== '')
}

/** One line of at most `max` characters, without control characters: fit to show. */
export function clip(text: string, max = 300): string {
  const line = plainLine(text.slice(0, 2 * max))
  return (line.length > max ? `${line.slice(0, max - 1)}…` : line).toWellFormed()
}
