/**
 * The sentences that several public pages share, in the language asked for. What the pages of one noun say stands
 * beside them, in its own messages.ts.
 */
import type { Lang } from './language.ts'
import { columns } from './messages/columns.ts'
import { entry } from './messages/entry.ts'
import { laws } from './messages/laws.ts'
import { shell } from './messages/shell.ts'
import { verdicts } from './messages/verdicts.ts'
import { wrong } from './messages/wrong.ts'

const inLanguage = (lang: Lang) => ({
  ...shell[lang],
  ...wrong[lang],
  ...verdicts[lang],
  ...laws[lang],
  ...columns[lang],
  ...entry[lang],
})

export type Messages = ReturnType<typeof inLanguage>

export const messages: Readonly<Record<Lang, Messages>> = { nl: inLanguage('nl'), en: inLanguage('en') }

/** A word from a closed list that data may outgrow: the value itself when there is no word for it. */
export function word(words: Readonly<Record<string, string>>, value: string): string {
  return Object.hasOwn(words, value) ? (words[value] ?? value) : value
}
