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
import { viewFrom, viewOf, type Site } from '../public/view.ts'
import { RefusalPage } from '../public/about/pages-open.tsx'
import { publicNouns } from '../public/nouns.ts'
import { openData } from '../public/open-data.ts'
import { publicFeeds, publicPages } from '../public/routes.tsx'
import { checkDoor } from '../public/signed/door.tsx'
import { sitemap } from '../public/routes-sitemap.ts'
import { bookKeeper } from '../public/store.ts'
import type { SigningDoors } from '../features/covenants/sign/acting.ts'
import { signingDoors } from '../features/covenants/sign/doors.tsx'
import { covenantDoors } from '../features/covenants/publish/doors.ts'
import { lessonDoors } from '../features/lessons/doors.ts'
import { reportDoors, type ReportDoors } from '../features/reports/doors.tsx'
import { ownerDoors, type OwnerDoors } from '../features/streets/doors.tsx'
import { bidderDoors } from '../features/tenders/doors.tsx'
import { fingerprint } from '../lib/fingerprint.ts'
import type { Lesson } from '../model/lesson.ts'
import type { Register } from '../model/register.ts'
import { safeHeaders } from '../web/headers.ts'
import { todayIn, type Lang } from '../web/language.ts'
import { html, recordTitle } from '../web/layout.tsx'
import { messages } from '../web/messages.ts'
import { NUL, refusalOf, statusOf, type Refusal } from '../web/refuse.ts'
import { isOurs } from './desk-guards.ts'
import { ANSWERED, lookOf, type SiteFiles } from './site-files.ts'
import { fixedAddresses } from './site-fixed.ts'
import { keptAnswers, keptPages, type Kept, type KeptOptions } from './site-kept.ts'

export type SiteOptions = SiteFiles & {
  /** Through the role that may read the `published` schema only. */
  readonly db: Db
  readonly store: Pick<EvidenceStore, 'file'>
  /** Slug of the municipality. */
  readonly municipality: string
  /** How it is called where nothing was published, or nothing can be asked. */
  readonly city: string
  /** The address people use, without a slash at the end. No other name of this server is ever told. */
  readonly origin: string
  /** What was typed to come here, where that is another name: forms come back to it. */
  readonly asked?: string
  /** Whose public entries are shown; none when left out. */
  readonly registers?: readonly Register[]
  /** What there is to learn; nothing when left out. */
  readonly lessons?: readonly Lesson[]
  /** Where whole answers are kept, and by which mark; several municipalities of one process share them. */
  readonly kept?: Kept
  readonly marks?: KeptOptions['marks']
  /** With which people report a mistake; without it they are told where to write. */
  readonly reports?: Pick<ReportDoors, 'key' | 'counted'> | undefined
  /** With which owners read what was seen in their premises; without it their links open nothing. */
  readonly owners?: Pick<OwnerDoors, 'catalogue' | 'questionnaires' | 'counted'> | undefined
  /** With which contacts of a covenant read, comment and sign by their link; without it no link opens. */
  readonly signing?: Pick<SigningDoors, 'key' | 'counted' | 'files' | 'mails' | 'readFile'> | undefined
  /** The day on which it is read, `2026-11-28`; today when left out. */
  readonly today?: (() => string) | undefined
  /** Told of every error that is ours. */
  readonly report?: ((error: unknown) => void) | undefined
}

/** The public site and its API. */
export function createSite(options: SiteOptions): Hono {
  const { db, store, municipality, city, origin, asked = origin, contact } = options
  const site: Site = {
    db,
    store,
    municipality,
    city,
    origin,
    books: bookKeeper(db),
    today: options.today ?? todayIn,
    contact,
    look: lookOf(options),
    reports: options.reports !== undefined,
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
  if (options.reports) {
    const door = {
      ...options.reports,
      db,
      origin,
      days: contact?.days ?? ANSWERED,
      viewOf: (c: Context, lang: Lang) => viewOf(site, c, lang),
      isOurs: (c: Context) => isOurs(c, asked),
    }
    app.route(
      '/',
      reportDoors({
        ...door,
        titleAt: async (at, lang) => {
          const answer = await app.request(origin + (lang === 'en' ? `/en${at === '/' ? '' : at}` : at))
          const page = /^text\/html\b/.test(answer.headers.get('content-type') ?? '')
          if (page && [200, 410].includes(answer.status)) return recordTitle(await answer.text())
          // A file has no title: it is not read, and stops being made.
          await answer.body?.cancel()
          return undefined
        },
      }),
    )
    app.route('/', covenantDoors({ ...door, today: site.today }))
    app.route('/', lessonDoors({ ...door, lessons: options.lessons ?? [], today: site.today }))
  }
  if (options.owners)
    app.route(
      '/',
      ownerDoors({
        ...options.owners,
        db,
        viewOf: (c, lang) => viewOf(site, c, lang),
        isOurs: (c) => isOurs(c, asked),
        ...(options.today && { today: options.today }),
      }),
    )
  const views = { db, origin, viewOf: (c: Context, lang: Lang) => viewOf(site, c, lang) }
  if (options.signing)
    app.route('/', signingDoors({ ...options.signing, ...views, isOurs: (c) => isOurs(c, asked), today: site.today }))
  app.route('/', checkDoor({ ...views, isOurs: (c) => isOurs(c, asked) }))
  if (options.reports) {
    const { counted } = options.reports
    app.route('/', bidderDoors({ ...views, counted, isOurs: (c) => isOurs(c, asked) }))
  }
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

  fixedAddresses(app, options)

  const nouns = publicNouns(options.registers ?? [], options.lessons ?? [])
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
