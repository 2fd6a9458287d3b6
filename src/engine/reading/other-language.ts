/** Where a page says that it is there in another language, by a link that names that language. */
import { hostOf } from '../../lib/domain.ts'
import type { Session } from '../../model/evidence.ts'
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
