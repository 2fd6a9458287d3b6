/**
 * A title tells which page this is: in the tab, in history, and first of all to a screen reader (WCAG 2.4.2).
 * Trips on: an empty title; the same title on /, /contact and /nieuws. Near misses: /nieuws?page=2 with the title of
 * /nieuws, /en with the "Home" of / in another language, and two addresses that lead to the same page (`/doku.php` and
 * `/doku.php?id=start` say word for word the same).
 */
import { clip } from '../../lib/headers.ts'
import { defineCheck, whole } from '../reading/claims.ts'
import type { Session } from '../../model/evidence.ts'
import { pageKey } from '../reading/address.ts'

export const pageTitle = defineCheck({
  id: 'page-title',
  needs: { session: ['before-consent'] },
  reasons: {
    distinct: whole('met', 'content'),
    single: whole('met', 'content'),
    repeated: whole('partly', 'content'),
    missing: whole('unmet', 'content'),
    'no-page': 'unknown',
  },
  judge({ session }) {
    // An error page is often the server's own.
    const seenPages = session.filter(({ value }) => value.status < 400).map(({ value }) => value)
    // Two addresses that say the same at length lead to one page.
    const told = new Map(seenPages.map((each) => [each.textLength < 200 ? each.finalUrl : wordsOf(each), each]))
    const pages = new Map([...told.values()].map(({ finalUrl, title }) => [pageKey(finalUrl), clip(title, 200)]))
    const language = new Map([...told.values()].map(({ finalUrl, lang }) => [pageKey(finalUrl), primary(lang)]))
    if (pages.size === 0) return { reason: 'no-page' }
    const untitled = [...pages].filter(([, title]) => title === '')
    const per = Map.groupBy(
      [...pages].filter(([, title]) => title !== ''),
      ([, title]) => title.toLowerCase(),
    )
    // What is called "Home" in Dutch and in English are two readings of one page.
    const repeated = [...per.values()].filter(
      (group) => new Set(group.map(([place]) => language.get(place))).size < group.length,
    )
    const examples = untitled.length > 0 ? untitled : repeated.length > 0 ? repeated.flat() : [...pages]
    const seen = {
      pages: pages.size,
      untitled: untitled.length,
      titles: per.size,
      title: repeated[0]?.[0]?.[1] ?? [...pages.values()][0] ?? '',
      details: examples.slice(0, 20).map(([place, title]) => clip(`"${title}" · ${place}`)),
    }
    if (untitled.length > 0) return { reason: 'missing', seen }
    if (repeated.length > 0) return { reason: 'repeated', seen }
    return { reason: pages.size === 1 ? 'single' : 'distinct', seen }
  },
})

const primary = (lang: string | null) => lang?.trim().toLowerCase().split('-', 1)[0] ?? ''
const wordsOf = ({ title, text }: Session) => `${title}\n${text}`
