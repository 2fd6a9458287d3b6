/** Where a page says that it is there in another language, by a link that names that language. */
import { hostOf } from '../../lib/domain.ts'
import { clip } from '../../lib/headers.ts'
import type { Session, Sighting } from '../../model/evidence.ts'
import type { Seen } from '../../model/finding.ts'
import { shown, whole } from './claims.ts'
import { tidy } from './address.ts'

/** What languages call themselves, and what Dutch and English call them; by ISO 639-1. */
const NAMES: readonly (readonly [code: string, named: RegExp])[] = [
  ['nl', /^(?:nl|nederlands|dutch|niederländisch|néerlandais)$/],
  ['en', /^(?:en|eng|english|engels|(?:in|read in) english|english version|englisch|anglais)$/],
  ['de', /^(?:de|deutsch|duits|german)$/],
  ['fr', /^(?:fr|français|frans|french)$/],
  ['fy', /^(?:fy|frysk|fries|frisian)$/],
  ['tr', /^(?:tr|türkçe|turks|turkish)$/],
  ['ar', /^(?:ar|العربية|arabisch|arabic)$/],
  ['pl', /^(?:pl|polski|pools|polish)$/],
  ['uk', /^(?:uk|українська|oekraïens|ukrainian)$/],
  ['es', /^(?:es|español|spaans|spanish)$/],
]

export type OtherLanguage = { readonly url: string; readonly code: string }

/**
 * The pages in another language that the links of this one name, in order, on the same host, with the language that the
 * link names (ISO 639-1). A word alone, such as `EN`, counts only where the address says it too. What translates the
 * page where it stands leads nowhere, and is none. A subject at school may be called as a language is: the page tells.
 */
export function otherLanguages({ links, lang, finalUrl }: Session): OtherLanguage[] {
  const own = (lang ?? 'nl').slice(0, 2).toLowerCase()
  const here = URL.parse(finalUrl)
  return links.slice(0, 2_000).flatMap(({ href, text }) => {
    const said = text.slice(0, 40).trim().toLowerCase()
    const code = NAMES.find(([, named]) => named.test(said))?.[0]
    const url = URL.parse(href)
    if (code === undefined || code === own || url === null || here === null) return []
    if (hostOf(href) !== hostOf(finalUrl) || !/^https?:$/.test(url.protocol)) return []
    const told = tidy(url)
    if (told.href === tidy(here).href) return []
    return said.length > 3 || marks(told, code) ? [{ url: told.href, code }] : []
  })
}

/** Whether an address names a language: a step of its path, or a value in its query. */
const marks = ({ pathname, searchParams }: URL, code: string): boolean =>
  [...pathname.split('/'), ...searchParams.values()].some((part) => part.toLowerCase().split(/[-_.]/)[0] === code)

/** The landing page and the first visited page in a language that it names; `read`: it did not fail, and we read it. */
export type Paired = { readonly landing: Session; readonly other: Session; readonly seen: Seen; readonly read: boolean }
/** Why there is no such pair, and what a check that lays them beside each other may find; it spreads these. */
export const PAIRED = {
  'one-language': whole('not-applicable', 'content'),
  'not-seen': 'unknown',
  'not-read': 'unknown',
  same: shown('met'),
  missing: whole('partly', 'content'),
} as const
export type Unpaired = { readonly reason: 'one-language' | 'not-seen' | 'not-read'; readonly seen?: Seen }

/** Lays the landing page beside itself in another language, which that page has to say of itself too. */
export function pairOfLanguages(session: readonly Sighting<Session>[]): Paired | Unpaired {
  const landing = session.find(({ role }) => role === 'landing')
  const named = landing ? otherLanguages(landing.value) : []
  if (landing === undefined || named.length === 0) return { reason: 'one-language' }
  const visited = named.flatMap(({ url, code }) => {
    const value = session.find(({ page }) => page === url)?.value
    return value ? [{ url, value, told: languageOf(value) === code }] : []
  })
  const other = visited.find(({ told }) => told) ?? visited[0]
  if (other === undefined) return { reason: 'not-seen', seen: { page: clip(named[0]!.url, 150) } }
  const language = languageOf(other.value)
  const seen = { page: clip(other.url, 150), lang: clip(other.value.lang ?? '', 20) }
  const read = /^(?:nl|en)$/.test(language) && other.value.status < 400
  if (other.told) return { landing: landing.value, other: other.value, seen, read }
  const same = language === (languageOf(landing.value) || 'nl')
  return same && visited.length === named.length ? { reason: 'one-language' } : { reason: 'not-read', seen }
}

/** The language that a page says that it is in, without its region (BCP 47); empty: it says none. */
const languageOf = ({ lang }: Session): string => (lang ?? '').toLowerCase().split(/[-_]/)[0]!.trim()
