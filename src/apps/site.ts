/**
 * The public site as one Hono app: pages in two languages, API, files. It reads what is published; only reports can be
 * sent to it (ADR 0042).
 */
import { Hono, type Context } from 'hono'
import { compress } from 'hono/compress'
import type { Db } from '../db/connect.ts'
import { markReader } from '../db/marks.ts'
import type { EvidenceStore } from '../db/evidence.ts'
import { Lacking } from '../lib/lack.ts'
import { apiHeaders, publicApi, problemOf } from '../public/api.ts'
import { blobs } from '../public/blobs.ts'
import { viewFrom, type Site } from '../public/view.ts'
import { RefusalPage } from '../public/about/pages-open.tsx'
import { publicNouns } from '../public/nouns.ts'
import { openData } from '../public/open-data.ts'
import { publicFeeds, publicPages } from '../public/routes.tsx'
import { sitemap } from '../public/routes-sitemap.ts'
import { bookKeeper } from '../public/store.ts'
import { fingerprint } from '../lib/fingerprint.ts'
import type { Lesson } from '../model/lesson.ts'
import type { Register } from '../model/register.ts'
import type { Scenario } from '../model/exercise.ts'
import type { RequestKind } from '../model/request.ts'
import type { Requirement } from '../model/requirement.ts'
import { safeHeaders } from '../web/headers.ts'
import { timeIn, todayIn, type Lang } from '../web/language.ts'
import { html } from '../web/layout.tsx'
import { messages } from '../web/messages.ts'
import { NUL, refusalOf, statusOf, type Refusal } from '../web/refuse.ts'
import { siteDoors, type DoorOptions } from './site-doors.ts'
import { lookOf, type SiteFiles } from './site-files.ts'
import { fixedAddresses } from './site-fixed.ts'
import { keptAnswers, keptPages, type Kept, type KeptOptions } from './site-kept.ts'

export type SiteOptions = SiteFiles &
  DoorOptions & {
    /** Through the role that may read the `published` schema only. */
    readonly db: Db
    readonly store: Pick<EvidenceStore, 'file'>
    /** Slug of the municipality. */
    readonly municipality: string
    /** How it is called where nothing was published, or nothing can be asked. */
    readonly city: string
    /** The address people use, without a slash at the end. No other name of this server is ever told. */
    readonly origin: string
    /** Whose public entries are shown; none when left out. */
    readonly registers?: readonly Register[]
    /** What residents can ask; nothing when left out. */
    readonly kinds?: readonly RequestKind[]
    readonly exercises?: readonly Scenario[]
    /** What there is to learn; nothing when left out. */
    readonly lessons?: readonly Lesson[]
    /** What the municipality asks of suppliers; nothing when left out. */
    readonly requirements?: readonly Requirement[]
    /** Where whole answers are kept, and by which mark; several municipalities of one process share them. */
    readonly kept?: Kept
    readonly marks?: KeptOptions['marks']
    /** The day on which it is read, `2026-11-28`; today when left out. */
    readonly today?: (() => string) | undefined
    /** The clock, `21:05`: of a day that is given the whole is to come, when left out. */
    readonly time?: (() => string) | undefined
    /** Told of every error that is ours. */
    readonly report?: ((error: unknown) => void) | undefined
  }

/** The public site and its API. */
export function createSite(options: SiteOptions): Hono {
  const { db, store, municipality, city, origin, contact } = options
  const site: Site = {
    db,
    store,
    municipality,
    city,
    origin,
    books: bookKeeper(db),
    today: options.today ?? todayIn,
    time: options.time ?? (options.today ? () => '' : timeIn),
    contact,
    look: lookOf(options),
    reports: options.reports !== undefined,
    requests: options.requests !== undefined,
    tiles: options.tiles,
  }
  const app = new Hono()
  app.use(safeHeaders)
  app.use(async (c, next) => {
    const { pathname, search } = new URL(c.req.raw.url)
    return NUL.test(pathname)
      ? refusal(c, 'page')
      : NUL.test(search) && !pathname.startsWith('/api/')
        ? refusal(c, 'query')
        : next()
  })
  // Before whatever keeps or packs answers: neither a form that was sent nor a secret link comes to stand in memory.
  for (const door of siteDoors(app, site, options)) app.route('/', door)
  app.use(compress())
  app.use(
    keptPages({
      municipality,
      // What is kept tells where it stands, whom to write to, and how it looks.
      as: fingerprint(JSON.stringify([origin, city, contact, site.look])),
      marks: options.marks ?? markReader(db),
      kept: options.kept ?? keptAnswers(),
    }),
  )
  app.use('/api/*', apiHeaders)
  app.use(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const api = c.req.path.startsWith('/api/')
    if (api && c.req.method === 'OPTIONS') {
      return c.body(null, 204, { Allow: 'GET, HEAD, OPTIONS' })
    }
    c.header('Allow', api ? 'GET, HEAD, OPTIONS' : 'GET, HEAD')
    return refusal(c, 'method')
  })

  /** Tells a refusal in the form of what was asked: a problem for the API, a page for people. */
  const refusal = (c: Context, what: Refusal): Response => {
    const status = statusOf(what)
    if (c.req.path.startsWith('/api/')) {
      return c.json(problemOf(what, c.req.path), status, {
        'Content-Type': 'application/problem+json',
        'Cache-Control': 'no-store',
      })
    }
    const lang: Lang = /^\/en(\/|$)/.test(c.req.path) ? 'en' : 'nl'
    // Without the database, for it may be what is broken.
    const view = viewFrom(site, c, lang, { id: null, name: city, publications: [] }, undefined)
    c.header('Cache-Control', 'no-store')
    return c.html(html(RefusalPage({ view: { ...view, query: '' }, ...messages[lang].errors[what] })), status)
  }
  app.onError((error, c) => {
    const what = error instanceof Lacking ? 'away' : refusalOf(error)
    if (what === 'broken' || what === 'away') (options.report ?? console.error)(error)
    return refusal(c, what)
  })
  app.notFound((c) => {
    const { pathname, search } = new URL(c.req.url)
    // People type a slash too many; the API design rules ask for a plain 404 there.
    if (pathname.length > 1 && pathname.endsWith('/') && !pathname.startsWith('/api/') && !pathname.startsWith('//')) {
      return c.redirect(pathname.replace(/\/+$/, '') + search, 301)
    }
    return refusal(c, 'page')
  })

  const weakness = options.kinds?.find(({ course }) => course === 'weakness')
  const reportAt = weakness && options.requests ? `/verzoeken/nieuw/${weakness.id}` : undefined
  fixedAddresses(app, { ...options, reportAt })

  const { registers = [], lessons = [], kinds = [], requirements = [], exercises = [] } = options
  const nouns = publicNouns({ registers, lessons, kinds, requirements, exercises })
  app.route('/', openData(site, nouns))
  app.route('/', blobs(site))
  for (const { documents } of nouns) if (documents) app.route('/', documents(site))
  app.route('/', sitemap(site, nouns))
  for (const [place, lang] of [
    ['/', 'nl'],
    ['/en', 'en'],
  ] as const)
    app.route(place, publicFeeds(site, nouns, lang))
  app.route('/api/v1', publicApi(site, nouns))
  app.route('/en', publicPages(site, nouns, 'en'))
  app.route('/', publicPages(site, nouns, 'nl'))
  return app
}
