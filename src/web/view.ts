/**
 * What every page is rendered with: language, sentences, the publication that is read, and how to link without losing
 * either.
 */
import type { Counter } from '../model/letter.ts'
import type { Lang } from './language.ts'
import type { Tiles } from './map/tiles.ts'
import type { Messages } from './messages.ts'
import type { ToldReport } from '../vocabulary/report.ts'

export type Meta = {
  readonly no: number
  readonly at: Date
  readonly byName: string
  readonly byFunction: string
  readonly provisional: boolean
  readonly catalogueVersion: string
}

export type View = {
  readonly lang: Lang
  readonly m: Messages
  readonly municipality: { readonly id: string | null; readonly name: string }
  /** Newest first. */
  readonly publications: readonly Meta[]
  /** The one that is read: the newest unless the address asks for another. */
  readonly publication: Meta | undefined
  /** Path without language, such as `/organisaties`, and its query as it came. */
  readonly path: string
  readonly query: string
  /** Where a mistake is reported; undefined when nobody wrote it down. */
  readonly contact: Reached | undefined
  /** Style sheets and the theme class the municipality chose. */
  readonly look: Look
  /** Pictures of a map service, where the municipality named one. */
  readonly tiles?: Tiles | undefined
  /** Of a page that can be wrong: how that is told, and what was reported of it. Undefined on any other. */
  readonly wrong?: Wrong | undefined
}

/** `form`: there is one to report with. `answered`: the newest first. */
export type Wrong = {
  readonly form: boolean
  readonly open: number
  readonly answered: readonly {
    readonly id: string
    readonly how: Exclude<ToldReport, 'open'>
    /** YYYY-MM-DD. */
    readonly on: string
    /** Empty when only the reporter reads it. */
    readonly answer: string
  }[]
}

/** Where people report a mistake, and within how many working days they are answered. Without a number: ''. */
export type Reached = {
  readonly email: string
  readonly phone: string
  readonly days: number
  readonly counter?: Counter
}

export type Look = {
  readonly css: string
  readonly theme: string | undefined
  readonly themeClass: string
  /** The municipality's own sign; undefined: Leidraad's. */
  readonly logo?: string | undefined
  readonly scripts: readonly string[]
  /** Of a page with a map alone. */
  readonly mapScript?: string | undefined
  /** Of a round on a phone alone: the script of the page, and what keeps it without a connection. */
  readonly inspection?: { readonly script: string; readonly worker: string } | undefined
}

/** Where the description stands by which a browser searches this site; the same path in each language. */
export const OPEN_SEARCH = '/zoeken/opensearch.xml'

export type Query = Readonly<Record<string, string | number | null | undefined>>

/** The number of the publication that is read, when it is not the newest. */
export const earlierRead = ({ publication, publications }: View): number | undefined =>
  publication === undefined || publication.no === publications[0]?.no ? undefined : publication.no

/** An address on this site in the reader's language, in the publication that is read. */
export function href(view: View, path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  const earlier = earlierRead(view)
  if (earlier !== undefined) search.set('publicatie', String(earlier))
  const text = search.toString()
  const base = view.lang === 'en' ? (path === '/' ? '/en' : `/en${path}`) : path
  return text === '' ? base : `${base}?${text}`
}

/** The same page in the other language. */
export function otherLanguage(view: View): string {
  const base = view.lang === 'nl' ? (view.path === '/' ? '/en' : `/en${view.path}`) : view.path
  return base + view.query
}

/** The mark of what stands on an English page in Dutch, as data do: a screen reader then says it in Dutch. */
export const inDutch = ({ lang }: Pick<View, 'lang'>): 'nl' | undefined => (lang === 'nl' ? undefined : 'nl')
