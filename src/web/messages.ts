/** The sentences in the language asked for. */
import type { Lang } from './language.ts'
import { en } from './messages/en.ts'
import { nl, type Messages } from './messages/nl.ts'

export type { Messages } from './messages/nl.ts'

export const messages: Readonly<Record<Lang, Messages>> = { nl, en }

/** A word from a closed list that data may outgrow: the value itself when there is no word for it. */
export function word(words: Readonly<Record<string, string>>, value: string): string {
  return Object.hasOwn(words, value) ? (words[value] ?? value) : value
}
