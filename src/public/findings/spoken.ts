/** Values that a machine gave, as people say them: countries, languages, days, reasons, the name of an issuer. */
import type { Json } from '../../model/finding.ts'
import { clip } from '../../lib/headers.ts'
import type { Lang } from '../../web/language.ts'
import { country, day, languageName, number } from '../../web/language.ts'
import { messages } from '../../web/messages.ts'
import { seenSays } from './messages-seen.ts'

const MOST = 300

const each = (tell: (lang: Lang, item: string) => string) => (lang: Lang, text: string) =>
  text
    .split(', ')
    .map((item) => tell(lang, item))
    .join(', ')

/** How a value of this name is said; one that is not here is said as it is. */
const SAID: Readonly<Record<string, (lang: Lang, text: string) => string>> = {
  countries: each(country),
  country: each(country),
  lang: languageName,
  language: each(languageName),
  // A code that has no words says nothing to who reads it.
  why: (lang, code) => {
    const { unseen } = messages[lang]
    return Object.hasOwn(unseen, code) ? unseen[code as keyof typeof unseen] : seenSays(lang).unseenOtherwise
  },
  // The organisation of a distinguished name, else its common name.
  issuer: (_, name) => /\bO=([^,]+)/.exec(name)?.[1] ?? /\bCN=([^,]+)/.exec(name)?.[1] ?? name,
}

const DAY = /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/

/** A value in words; undefined when there is nothing to say. A list holds at most twenty, each clipped. */
export function say(lang: Lang, name: string, value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'number') return number(lang, value)
  if (typeof value === 'boolean') return String(value)
  if (Array.isArray(value))
    return value
      .slice(0, 20)
      .map((item: Json) => say(lang, name, item) ?? '')
      .filter(Boolean)
      .join(', ')
  if (typeof value !== 'string') return undefined
  const text = clip(value, MOST)
  if (DAY.test(text) && !Number.isNaN(Date.parse(text))) return day(lang, text)
  const [, told = text, rest] = /^(.*) \(\+(\d+)\)$/.exec(text) ?? []
  const said = Object.hasOwn(SAID, name) ? SAID[name]!(lang, told) : told
  return rest === undefined ? said : seenSays(lang).andMore(said, Number(rest))
}
