/** How a request becomes a view: the shelf of the municipality, the publication asked for, the language. */
import type { Context } from 'hono'
import type { Db } from '../db/connect.ts'
import type { EvidenceStore } from '../db/evidence.ts'
import type { Lang } from '../web/language.ts'
import type { Tiles } from '../web/map/tiles.ts'
import { messages } from '../web/messages.ts'
import { refuse } from '../web/refuse.ts'
import type { Look, Meta, Reached, View } from '../web/view.ts'
import { standingOf, type At } from './standing.ts'
import { readShelf, type Books, type Shelf } from './store.ts'

export type Site = {
  readonly db: Db
  /** Where the files stand that are published. */
  readonly store: Pick<EvidenceStore, 'file'>
  /** Slug of the municipality. */
  readonly municipality: string
  /** How it is called where nothing was published, or nothing can be asked. */
  readonly city: string
  readonly books: Books
  /** The day on which it is read, in the Netherlands: `2026-11-28`. */
  readonly today: () => string
  /** The clock there: `21:05`. */
  readonly time: () => string
  /** The address people use, without a slash at the end: `https://leidraad.leiden.nl`. */
  readonly origin: string
  readonly look: Look
  readonly contact: Reached | undefined
  /** There is a form to report a mistake with. */
  readonly reports?: boolean
  /** Requests can be made here. */
  readonly requests?: boolean
  readonly tiles?: Tiles | undefined
}

/**
 * The publication an address asks for with `?publicatie=`: the newest when it does not. Refuses what is not a number or
 * not there.
 */
export function choose(shelf: Shelf, asked: string | undefined): Meta | undefined {
  if (asked === undefined) return shelf.publications[0]
  if (!/^[1-9][0-9]{0,8}$/.test(asked)) refuse('query')
  return shelf.publications.find((each) => each.no === Number(asked)) ?? refuse('publication')
}

/** The view of an address, in the publication that it asks for. */
export async function viewOf(site: Site, c: Context, lang: Lang): Promise<View> {
  const shelf = await readShelf(site)
  return viewFrom(site, c, lang, shelf, choose(shelf, c.req.query('publicatie')))
}

/** The same of a publication that was chosen already; undefined before the first. */
export function viewFrom(site: Site, c: Context, lang: Lang, shelf: Shelf, publication: Meta | undefined): View {
  const url = new URL(c.req.url)
  const path = lang === 'en' ? url.pathname.replace(/^\/en(?=\/|$)/, '') || '/' : url.pathname
  return {
    lang,
    m: messages[lang],
    municipality: { id: shelf.id, name: shelf.name },
    publications: shelf.publications,
    publication,
    path,
    query: url.search,
    contact: site.contact,
    look: site.look,
    tiles: site.tiles,
  }
}

/** Where in the database this view reads, with the heavy part; undefined before the first publication. */
export async function open(site: Site, view: View) {
  const { publication, municipality } = view
  if (!publication || municipality.id === null) return undefined
  return openAt(site, municipality.id, view, publication)
}

/** The same of a publication of this municipality; the newest is told as it stands today. */
export async function openAt(
  { db, books, today }: Pick<Site, 'db' | 'books' | 'today'>,
  municipality: string,
  { publications }: Pick<Shelf, 'publications'>,
  publication: Meta,
) {
  const book = await books(municipality, publication)
  const standing =
    publications[0]?.no === publication.no ? standingOf(book.catalogue, book.summary.from, today()) : undefined
  const at: At = { db, municipality, no: publication.no, standing }
  return { at, book }
}

/** A word from the address that goes into a query: bounded and without the sign PostgreSQL cannot store. */
export function askedText(c: Context, name: string, most = 100): string {
  const value = (c.req.query(name) ?? '').trim()
  if (value.length > most || value.includes('\0')) refuse('query')
  return value
}

/** Where people write about the data. The rules of the API ask for an address; who starts without one is warned. */
export const reachedAt = ({ contact, origin }: Site): string => contact?.email ?? `beheer@${new URL(origin).hostname}`
