/** What an entry of a register says of a criterion: a sentence, and where several fields are asked, of how many. */
import { clip } from '../lib/headers.ts'
import type { Seen } from '../model/finding.ts'
import { day, type Lang } from './language.ts'
import { messages } from './messages.ts'

/** Characters of a label or an answer: it stands in a sentence. */
const MOST = 120

/** The sentence of a reason such as `entry.linked`, filled with what was seen; undefined when it has none. */
export function entrySentence(lang: Lang, reason: string, seen: Seen): string | undefined {
  const told = messages[lang].entry
  const name = reason.slice('entry.'.length)
  if (!Object.hasOwn(told, name)) return undefined
  // Of what was looked at too long ago the last day on which it counted; of what was entered the date in it.
  const date = name === 'expired' ? seen['until'] : seen['date']
  const said = typeof date === 'string' ? day(lang, date) : text(seen, lang === 'en' ? 'answerEn' : 'answer')
  const one = told[name as keyof typeof told](text(seen, lang === 'en' ? 'fieldEn' : 'field'), said)
  return ABOUT_ASKING.has(name) ? one : one + ofSeveral(lang, seen)
}

/** These speak of whether something is asked, or when: not of what is in order. */
const ABOUT_ASKING: ReadonlySet<string> = new Set(['not-asked', 'asked-unless', 'no-field', 'expired'])

function ofSeveral(lang: Lang, seen: Seen): string {
  const { of } = seen
  const lacking = seen[lang === 'en' ? 'lackingEn' : 'lacking']
  if (typeof of !== 'number' || !Array.isArray(lacking)) return ''
  const told = messages[lang].entryFields
  if (lacking.length === 0) return ` ${told.all(of)}`
  return ` ${told.some(of - lacking.length, of, lacking.map((each) => `“${clip(String(each), MOST)}”`).join(', '))}`
}

const text = (seen: Seen, name: string): string => {
  const value = Object.hasOwn(seen, name) ? seen[name] : undefined
  return typeof value === 'string' ? clip(value, MOST) : '…'
}
