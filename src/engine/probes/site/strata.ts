/**
 * Divides the pages of a site in strata by what their addresses say, and gives them by turns: so that of a site with a
 * thousand news items and three forms not only news is seen.
 */
import { createHash } from 'node:crypto'
import { pageDepth } from '../../reading/address.ts'

/** Beyond this depth pages are of one kind. */
const DEEP = 3
/** A first step in the path, or a value in the query, that names a language (ISO 639-1, as sites write it). */
const LANGUAGE = /^(?:nl|en|de|fr|es|it|pl|tr|ar|uk|fy|pap)(?:[-_][a-z]{2})?$/i
/** Names in a query that say in which language a page is. */
const IN_LANGUAGE = /^(?:lang(?:uage)?|taal|locale|hl)$/i

/** What stratum an address is of: its language, the section it stands in, how deep, and whether the query names it. */
export function stratumOf(href: string): string {
  const url = new URL(href)
  const steps = url.pathname.split('/').filter(Boolean)
  const inPath = steps[0] !== undefined && LANGUAGE.test(steps[0]) ? steps[0] : undefined
  const asked = [...url.searchParams].slice(0, 30)
  const inQuery = asked.find(([name, value]) => IN_LANGUAGE.test(name) && LANGUAGE.test(value))?.[1]
  const inside = inPath === undefined ? steps : steps.slice(1)
  // Of a page at the root the step is its name, not a section.
  const section = inside.length > 1 ? inside[0]! : ''
  const names = asked.map(([name]) => name.slice(0, 40)).toSorted()
  const depth = Math.min(DEEP, pageDepth(href))
  return [inPath ?? inQuery ?? '', section.slice(0, 80), depth, ...names.slice(0, 3)].join(' ').toLowerCase()
}

/**
 * All of these pages in the order in which they are to be tried: one of each stratum that has several, then of those
 * with one, then the next of each. Within a stratum, and among strata, the order is drawn by `host` and the address, so
 * that it is the same every time and says nothing of the pages.
 */
export function inTurns<Page extends { readonly at: string; readonly url: string }>(
  pages: readonly Page[],
  host: string,
): Page[] {
  const draw = (at: string) => createHash('sha256').update(`${host}\n${at}`).digest('hex')
  const strata = new Map<string, { page: Page; drawn: string }[]>()
  for (const page of pages) {
    const of = stratumOf(page.url)
    const there = strata.get(of)
    if (there) there.push({ page, drawn: draw(page.at) })
    else strata.set(of, [{ page, drawn: draw(page.at) }])
  }
  const rows = [...strata]
    .map(([of, there]) => ({ single: there.length === 1, drawn: draw(of), there: there.toSorted(byDraw) }))
    .toSorted((a, b) => Number(a.single) - Number(b.single) || byDraw(a, b))
  const longest = rows.reduce((most, { there }) => Math.max(most, there.length), 0)
  return Array.from({ length: longest }, (_, turn) => rows.flatMap(({ there }) => there[turn]?.page ?? [])).flat()
}

const byDraw = (a: { readonly drawn: string }, b: { readonly drawn: string }) => (a.drawn < b.drawn ? -1 : 1)
