/** The sentence of a finding: the catalogue's text for its reason, filled with what was seen. */
import { plain } from '../../lib/clean.ts'
import { clip } from '../../lib/headers.ts'
import type { Json, Seen } from '../../model/finding.ts'
import type { Criterion } from '../../model/norm.ts'
import type { Lang } from '../../web/language.ts'
import { number } from '../../web/language.ts'
import { messages, word } from '../../web/messages.ts'

const MOST = 300

function show(lang: Lang, value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'number') return number(lang, value)
  if (typeof value === 'boolean') return String(value)
  if (Array.isArray(value))
    return value
      .slice(0, 20)
      .map((each) => show(lang, each) ?? '')
      .filter(Boolean)
      .join(', ')
  return typeof value === 'string' ? clip(value, MOST) : undefined
}

/** Fills `{name}` from what was seen; a name that was not seen becomes an ellipsis. */
export function fill(lang: Lang, template: string, seen: Seen): string {
  return template.replaceAll(
    /\{([a-zA-Z][a-zA-Z0-9_-]{0,40})\}/g,
    (_, name: string) => (Object.hasOwn(seen, name) ? show(lang, seen[name]) : undefined) ?? '…',
  )
}

/** What was seen, in one sentence. Reasons of judge's own are told in the site's words. */
export function sentence(lang: Lang, criterion: Criterion | undefined, reason: string, seen: Seen): string {
  const text = criterion && Object.hasOwn(criterion.reasons, reason) ? criterion.reasons[reason] : undefined
  if (text) return fill(lang, text[lang], seen)
  const m = messages[lang]
  if (reason.startsWith('unseen.')) return m.unseenSentence(word(m.unseen, reason.slice('unseen.'.length)))
  if (reason.startsWith('half-seen.')) return m.halfSeenSentence(word(m.halfSeen, reason.slice('half-seen.'.length)))
  return reason === 'not-public-body' ? m.notPublicBody : m.noSentence(reason)
}

/** Lines to show verbatim: at most 20 of at most 300 characters. */
export function verbatim(seen: Seen): readonly string[] {
  const { details } = seen
  return Array.isArray(details)
    ? details
        .filter((line) => typeof line === 'string')
        .slice(0, 20)
        .map((line) => plain(line).slice(0, MOST))
    : []
}
