/** Entries of the national register of accessibility statements, as a site links to them. */
import type { Link } from '../../model/evidence.ts'

const ENTRY = /^https?:\/\/(?:www\.)?toegankelijkheidsverklaring\.nl\/register\/(\d{1,9})(?=$|[/?#])/i

export type Entry = { readonly id: string; readonly href: string; readonly text: string }

/** The number of an address in the national register; undefined: it is no entry of it. */
export const entryOf = (url: string): string | undefined => ENTRY.exec(url)?.[1]

/** The entries of the register that are linked to, each once, with the words of all links to it. */
export function entriesIn(links: readonly Link[]): Entry[] {
  const entries = new Map<string, Entry>()
  for (const { href, text } of links) {
    const id = entryOf(href)
    if (id === undefined) continue
    const before = entries.get(id)
    const words = `${before?.text ?? ''} ${text.slice(0, 300)}`.slice(0, 2_000)
    entries.set(id, { id, href: before?.href ?? href, text: words })
  }
  return [...entries.values()]
}

/** The entry of this site: who has many sites often lists them all, and then it is the one that names this site. */
export function entryFor(entries: readonly Entry[], address: string): Entry | undefined {
  return entries.find(({ text }) => names(text, address)) ?? (entries.length === 1 ? entries[0] : undefined)
}

/** Whether a text names this site, or one under it, as an address; that of a mailbox is none. */
export function names(text: string, address: string): boolean {
  const bare = address.replace(/^www\./, '')
  const found = [...text.slice(0, 20_000).matchAll(/(?<![@\w.-])(?:[a-z\d-]{1,63}\.){1,6}[a-z]{2,24}/gi)]
  return found.map(([name]) => name.toLowerCase()).some((name) => name === bare || name.endsWith(`.${bare}`))
}
