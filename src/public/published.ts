/**
 * One way to be public: what a noun gives, so that its pages, feeds, files, places in the API and the site map, and its
 * data sets in the catalogue follow. The shell loops over `nouns.ts`, and knows none of them by name.
 */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context, Hono } from 'hono'
import type { ReactNode } from 'react'
import type { CalendarDay } from '../lib/calendar-file.ts'
import type { Lang } from '../web/language.ts'
import type { View } from '../web/view.ts'
import type { Node, Whose } from './dcat-parts.ts'
import type { FeedEntry } from './feed.ts'
import type { At } from './standing.ts'
import type { Book } from './store.ts'
import type { Site } from './view.ts'

/** What was asked of a page, and in which language. */
export type Request = { readonly site: Site; readonly c: Context; readonly view: View; readonly lang: Lang }

/** A page, or the path of ours where it stands now. */
export type Answer =
  | {
      readonly body: ReactNode
      readonly status?: 200 | 404 | 410
      /** There is a map on it, which may show pictures of the map service that the municipality named. */
      readonly mapped?: boolean
      /** It answers what somebody asked in own words: no one keeps it, and no search engine finds it. */
      readonly unkept?: true
    }
  /** `query`: when it is not to be the one that was asked with; without `?`. */
  | { readonly moved: string; readonly query?: string; readonly status?: undefined }

export type PublicPage = {
  /** In Hono's words, below the language. */
  readonly path: string
  readonly answer: (asked: Request) => Promise<Answer>
}

/** Makes the whole address of a path of ours, in the language that was asked. */
export type PathTo = (path: string, query?: Readonly<Record<string, string | number>>) => string

/** What is new or changed, the newest first. */
export type PublicFeed = {
  readonly path: string
  readonly read: (
    asked: Request,
    to: PathTo,
  ) => Promise<{
    readonly title: string
    /** Paths of the feed itself and of the page that it follows. */
    readonly at: string
    readonly page: string
    readonly entries: readonly FeedEntry[]
    /** Its moment while there is nothing in it. */
    readonly since?: Date
  }>
}

/** Days that a calendar of somebody's own can follow (iCalendar). */
export type PublicCalendar = {
  readonly path: string
  readonly read: (
    asked: Request,
    to: PathTo,
  ) => Promise<
    | { readonly name: string; readonly days: readonly CalendarDay[] }
    /** A file that was written already, by `lib/calendar-times.ts`. */
    | { readonly file: { readonly media: string; readonly body: string } }
  >
}

/** Where the rows of a file are read. */
export type Now = Pick<At, 'db' | 'municipality'>
/** The same in one publication. */
export type InPublication = { readonly at: At; readonly book: Book }

/** A file of open data, and by it a data set of the catalogue. */
export type PublicFile = {
  /** Without its ending: `/open-data/<name>.csv`. */
  readonly name: string
  readonly title: string
  readonly text: Readonly<Record<Lang, string>>
  /** Of the EU's list of themes of data sets. */
  readonly theme: string
  /** Path of the page about it. */
  readonly page: string
  /** Path of the same in the API, when it is there whole. */
  readonly json?: string
  /** Its lines, the names of the columns first: in a publication that can be chosen, or as they are now. */
  readonly lines:
    | { readonly of: 'publication'; readonly read: (where: InPublication) => AsyncGenerator<string> }
    | {
        readonly of: 'now'
        readonly read: (where: Now) => AsyncGenerator<string>
        /** When it last changed, where that is known. */
        readonly changed?: (where: Now) => Promise<Date | undefined>
      }
}

/** Data sets after a number, at most so many; `next` is the number to go on after, undefined at the end. */
export type PublicSets = (
  where: Now,
  whose: Whose,
  asked: { readonly after: number; readonly size: number },
) => Promise<{ readonly sets: readonly Node[]; readonly next: number | undefined }>

/** Pages that the site map names. */
export type Place = { readonly path: string; readonly changed: Date | undefined }
/** Pages of a kind that can be so many that they need parts of the site map of their own. */
export type Places = {
  readonly name: string
  readonly count: (where: Reading) => Promise<number>
  readonly slice: (where: Reading, slice: { readonly from: number; readonly size: number }) => Promise<readonly Place[]>
}
/** What is public, and the newest publication of measurements, when there is one. */
export type Reading = { readonly now: Now; readonly last: (InPublication & { readonly published: Date }) | undefined }

export type Published = {
  readonly id: string
  readonly pages: readonly PublicPage[]
  /** Its operations of the API, and what they stand under. */
  readonly api?: { readonly tag: string; readonly add: (api: OpenAPIHono, site: Site) => void }
  readonly files?: readonly PublicFile[]
  /** Data sets elsewhere that it knows of, for the catalogue; one noun has them. */
  readonly sets?: PublicSets
  readonly feeds?: readonly PublicFeed[]
  readonly calendars?: readonly PublicCalendar[]
  /** What of it is news of the site; the newest first, at most so many. */
  readonly news?: (asked: Request, to: PathTo, most: number) => Promise<readonly FeedEntry[]>
  /** In the site map: pages that are always there, those that are few, and those that may be many. */
  readonly fixed?: readonly string[]
  readonly few?: (where: Reading) => Promise<readonly Place[]>
  readonly many?: readonly Places[]
  /** Documents of its own, such as PDF. */
  readonly documents?: (site: Site) => Hono
}
