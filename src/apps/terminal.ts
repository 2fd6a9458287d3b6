/** What goes to the terminal. What a stranger wrote may hold signs that steer a terminal; none of them passes here. */
import { inspect } from 'node:util'
import { plain } from '../lib/clean.ts'

/** A line, or several, on standard output. */
export function say(text: string): void {
  process.stdout.write(`${plain(text)}\n`)
}

/** The same on standard error. */
export function warn(text: string): void {
  process.stderr.write(`${plain(text)}\n`)
}

/** An error of ours with its stack, for who looks after the installation. */
export function fault(what: string, error: unknown): void {
  warn(`${what} ${inspect(error)}`)
}

/** Whole and unchanged: what a terminal would obey or hide is written as an escape, which JSON reads back as it was. */
export function sayJson(value: unknown): void {
  const text = JSON.stringify(value, null, 2)
  process.stdout.write(
    `${text.replace(/(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/gu, (sign) =>
      [...Array(sign.length).keys()].map((at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
    )}\n`,
  )
}
