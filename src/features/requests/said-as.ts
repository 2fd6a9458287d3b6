/** What was filled in, in the words that a reader gets. */
import { isDate } from '../../lib/iso-date.ts'
import type { RequestKind } from '../../model/request.ts'
import { day, type Lang } from '../../web/language.ts'

/** What was filled in as one reads it: the words of a choice, and a day in words. */
export function saidAs(kind: Pick<RequestKind, 'fields'> | undefined, lang: Lang, field: string, text: string): string {
  const asked = kind?.fields.find(({ id }) => id === field)
  if (asked?.kind === 'date' && isDate(text)) return day(lang, text)
  return asked?.options.find(({ id }) => id === text)?.said[lang] ?? text
}
