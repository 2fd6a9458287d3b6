/** The sentence of a finding: the catalogue's text for its reason, filled with what was seen. */
import { plain } from '../../lib/clean.ts'
import type { Seen } from '../../model/finding.ts'
import type { Criterion } from '../../model/norm.ts'
import { CONTRADICTS } from '../../vocabulary/reason.ts'
import type { Lang } from '../../web/language.ts'
import { EXPIRED } from '../../scoring/counting.ts'
import { entrySentence } from '../../web/entry-sentence.ts'
import { messages, word } from '../../web/messages.ts'
import { say } from './spoken.ts'
import { says } from './messages.ts'
import { seenSays } from './messages-seen.ts'

const MOST = 300

const NAME = '[a-zA-Z][a-zA-Z0-9_-]{0,40}'
/** `{name}`, `{name:one|many}` (with its number) or `{name?one|many}` (without). */
const PLACE = new RegExp(`\\{(${NAME})(?:([:?])([^|{}]{0,60})\\|([^|{}]{0,60}))?\\}`, 'g')
/** What is left out when its first place is nothing or none. */
const MAYBE = new RegExp(`\\[([^\\[\\]{}]*\\{(${NAME})[^\\[\\]]*)\\]`, 'g')

/** Fills a template from what was seen; a name that was not seen becomes an ellipsis. */
export function fill(lang: Lang, template: string, seen: Seen): string {
  const at = (name: string) => (Object.hasOwn(seen, name) ? seen[name] : undefined)
  return (
    template
      .replaceAll(MAYBE, (_, part: string, name: string) => (at(name) ? part : ''))
      .replaceAll(PLACE, (_, name: string, sign: string | undefined, one: string, many: string) => {
        const said = say(lang, name, at(name)) || '…'
        if (sign === undefined) return said
        const form = at(name) === 1 ? one : many
        return sign === ':' ? `${said} ${form}` : form
      })
      .replaceAll(' (…)', '')
      // A name of a company may end in a full stop of its own.
      .replaceAll(/(?<!\.)\.\.(?!\.)/g, '.')
  )
}

/** What was seen, in one sentence. Reasons of judge's own are told in the site's words. */
export function sentence(lang: Lang, criterion: Criterion | undefined, reason: string, seen: Seen): string {
  const text = criterion && Object.hasOwn(criterion.reasons, reason) ? criterion.reasons[reason] : undefined
  if (text) return fill(lang, text[lang], seen)
  const t = seenSays(lang)
  if (reason.startsWith('unseen.')) return t.unseenSentence(word(messages[lang].unseen, reason.slice('unseen.'.length)))
  if (reason.startsWith('half-seen.')) return t.halfSeenSentence(word(t.halfSeen, reason.slice('half-seen.'.length)))
  if (reason.startsWith('entry.')) return entrySentence(lang, reason, seen) ?? t.noSentence
  if (reason === CONTRADICTS) return says(lang).contradicts(String(seen['one']), String(seen['other']))
  if (reason === EXPIRED) return t.expiredSentence(String(seen['until']))
  return reason === 'not-public-body' ? t.notPublicBody : t.noSentence
}

/** Lines to show verbatim: at most 100 of at most 300 characters. */
export function verbatim(seen: Seen): readonly string[] {
  const { details } = seen
  return Array.isArray(details)
    ? details
        .filter((line) => typeof line === 'string')
        .slice(0, 100)
        .map((line) => plain(line).slice(0, MOST))
    : []
}

/** What was seen exactly, by its name as people know it: what a name that has none holds is only counting. */
export function exactly(lang: Lang, seen: Seen): readonly { readonly name: string; readonly value: string }[] {
  return Object.entries(seenSays(lang).seenAs).flatMap(([key, name]) => {
    const value = Object.hasOwn(seen, key) ? seen[key] : undefined
    const text = Array.isArray(value) ? value.slice(0, 20).join(', ') : value
    return (typeof text === 'string' || typeof text === 'number') && text !== '' && text !== 0
      ? [{ name, value: plain(String(text)).slice(0, MOST) }]
      : []
  })
}
