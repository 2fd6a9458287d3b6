/** The addresses of the public site, the same in Dutch and under /en: what the nouns give, in their order. */
import { Hono, type Context } from 'hono'
import { calendarFile } from '../lib/calendar-file.ts'
import { recordOf } from '../vocabulary/report.ts'
import type { Lang } from '../web/language.ts'
import { mapPolicy } from '../web/headers.ts'
import { html } from '../web/layout.tsx'
import { tileHost } from '../web/map/tiles.ts'
import { href, type View, type Wrong } from '../web/view.ts'
import { atom, type FeedEntry } from './feed.ts'
import type { PathTo, Published, PublicFeed, Request } from './published.ts'
import { reportedOf } from './reported-store.ts'
import { viewOf, type Site } from './view.ts'

/** As many entries as a reader that looks once a month may have missed. */
const MOST = 50
/** Before this nothing can have been published: the moment of a feed without entries. */
const BEGINNING = new Date('2026-01-01T00:00:00Z')

/** What is asked, and how a path becomes a whole address: in the newest publication, unless the path says so. */
async function asking(site: Site, c: Context, lang: Lang): Promise<{ asked: Request; to: PathTo }> {
  const view = await viewOf(site, c, lang)
  const to: PathTo = (path, query = {}) => site.origin + href({ ...view, publication: undefined }, path, query)
  return { asked: { site, c, view, lang }, to }
}

/** What stands under every page: where a mistake is reported, and what was. */
async function wrongOf({ db, reports = false }: Site, { municipality: { id }, path }: View): Promise<Wrong> {
  if (id === null || !reports) return { form: false, open: 0, answered: [] }
  return { form: true, ...(await reportedOf({ db, municipality: id }, recordOf(path))) }
}

/** The pages in one language. */
export function publicPages(site: Site, nouns: readonly Published[], lang: Lang): Hono {
  const app = new Hono()
  for (const { path, answer } of nouns.flatMap(({ pages }) => pages))
    app.get(path, async (c) => {
      const { asked: plainly } = await asking(site, c, lang)
      const asked = { ...plainly, view: { ...plainly.view, wrong: await wrongOf(site, plainly.view) } }
      const given = await answer(asked)
      if ('moved' in given) {
        const query = given.query === undefined ? asked.view.query : given.query === '' ? '' : `?${given.query}`
        return c.redirect(`${lang === 'en' ? '/en' : ''}${given.moved}${query}`, 302)
      }
      const mapped = given.mapped && site.tiles ? { 'Content-Security-Policy': mapPolicy(tileHost(site.tiles)) } : {}
      const cache: Record<string, string> = given.unkept
        ? { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow' }
        : { 'Cache-Control': 'public, max-age=60' }
      const sent = { ...cache, 'Content-Language': lang, ...mapped }
      return c.html(html(given.body), given.status ?? 200, sent)
    })
  return app
}

/** What of all nouns is news, the newest first. */
const newsOf = (nouns: readonly Published[]): PublicFeed => ({
  path: '/nieuws.atom',
  read: async (asked, to) => {
    const all = await Promise.all(nouns.map(({ news }) => news?.(asked, to, MOST) ?? []))
    const entries: FeedEntry[] = all.flat().toSorted((a, b) => b.at.getTime() - a.at.getTime())
    const { m, municipality } = asked.view
    return { title: m.feed.title(municipality.name), at: '/nieuws.atom', page: '/', entries: entries.slice(0, MOST) }
  },
})

/** What others follow, in one language: feeds (Atom) and calendars. */
export function publicFeeds(site: Site, nouns: readonly Published[], lang: Lang): Hono {
  const app = new Hono()
  for (const { path, read } of [newsOf(nouns), ...nouns.flatMap(({ feeds = [] }) => feeds)])
    app.get(path, async (c) => {
      const { asked, to } = await asking(site, c, lang)
      const { title, at, page, entries, since = BEGINNING } = await read(asked, to)
      const author = asked.view.m.feed.author(asked.view.municipality.name)
      return c.body(atom({ lang, url: to(at), page: to(page), title, author, entries, since }), 200, {
        'Content-Type': 'application/atom+xml; charset=utf-8',
        'Cache-Control': 'public, max-age=300',
      })
    })
  for (const { path, read } of nouns.flatMap(({ calendars = [] }) => calendars))
    app.get(path, async (c) => {
      const { asked, to } = await asking(site, c, lang)
      const given = await read(asked, to)
      const { media, body } =
        'file' in given ? given.file : calendarFile(given.name, new URL(site.origin).hostname, given.days)
      return c.body(body, 200, { 'Content-Type': media, 'Cache-Control': 'public, max-age=300' })
    })
  return app
}
