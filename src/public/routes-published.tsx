/** The addresses that follow from what a noun gives: list, one, earlier versions, feed and file. */
import { Hono, type Context } from 'hono'
import { calendarFile } from '../lib/calendar-file.ts'
import { line } from '../lib/csv-write.ts'
import { todayIn, type Lang } from '../web/language.ts'
import { html } from '../web/layout.tsx'
import { refuse } from '../web/refuse.ts'
import { href, type View } from '../web/view.ts'
import { messages } from '../web/messages.ts'
import { sendLines } from './csv.ts'
import { catalogueOf } from './dcat.ts'
import { askedText, reachedAt, viewOf, type Site } from './view.ts'
import { atom } from './feed.ts'
import type { AnyPublished, Where } from './published.ts'
import { AgendaPage } from './registers/page-agenda.tsx'
import { RegistersPage } from './registers/page-lists.tsx'
import { says } from './registers/messages.ts'
import { readShelf } from './store.ts'

/** How many stand on a page of a list. */
export const SIZE = 50
const BATCH = 2_000
/** Days to come on a page and in a file; a calendar of more is none. */
const MOST_DAYS = 500
/** As many entries as a reader that looks once a month may have missed. */
const MOST = 50
const BEGINNING = new Date('2026-01-01T00:00:00Z')
const SLUG = /^[a-z0-9][a-z0-9-]{0,199}$/

const nobody = { total: 0, rows: [] }
const whereOf = (site: Site, id: string | null): Where | undefined =>
  id === null ? undefined : { db: site.db, municipality: id }
const place = (site: Site, view: View) => whereOf(site, view.municipality.id)

/** The pages of these nouns in one language. */
export function publishedPages(site: Site, lang: Lang): Hono {
  const app = new Hono()
  const page = (c: Context, body: React.ReactNode, status: 200 | 410 = 200) =>
    c.html(html(body), status, { 'Cache-Control': 'public, max-age=60', 'Content-Language': lang })

  app.get('/registers', async (c) => {
    const view = await viewOf(site, c, lang)
    const at = place(site, view)
    const asked = { q: '', query: new URLSearchParams(), page: 1, size: 1 }
    const nouns = await Promise.all(
      site.published.map(async (noun) => ({ ...noun, count: at ? (await noun.list(at, asked)).total : 0 })),
    )
    return page(c, <RegistersPage view={view} nouns={nouns} />)
  })
  for (const noun of site.published) {
    app.get(noun.path, async (c) => {
      const view = await viewOf(site, c, lang)
      const at = place(site, view)
      const pagina = askedText(c, 'pagina') || '1'
      if (!/^[1-9]\d{0,5}$/.test(pagina)) refuse('query')
      const query = new URL(c.req.url).searchParams
      for (const name of ['publicatie', 'pagina']) query.delete(name)
      if (query.toString().length > 1_000 || query.toString().includes('%00')) refuse('query')
      const asked = { q: askedText(c, 'q'), query, page: Number(pagina), size: SIZE }
      return page(c, noun.listPage(view, asked, at ? await noun.list(at, asked) : nobody))
    })
    app.get(`${noun.path}/wijzigingen.atom`, (c) => feed(site, c, lang, noun))
    const { coming } = noun
    if (coming) {
      const daysOf = async (c: Context, most: number) => {
        const view = await viewOf(site, c, lang)
        const at = place(site, view)
        return { view, days: at ? await coming(at, todayIn(), most + 1) : [] }
      }
      app.get(`${noun.path}/agenda`, async (c) => {
        const { view, days } = await daysOf(c, MOST_DAYS)
        return page(c, <AgendaPage {...{ view, noun, days }} most={MOST_DAYS} />)
      })
      app.get(`${noun.path}/agenda.ics`, async (c) => {
        const { view, days } = await daysOf(c, MOST_DAYS)
        const { media, body } = calendarFile(
          says(lang).agendaTitle(noun.title[lang]),
          new URL(site.origin).hostname,
          days.map(({ id, on, at, title, what, path }) => ({
            id,
            on,
            at,
            title: `${title}: ${what[lang]}`,
            url: site.origin + href({ ...view, publication: undefined }, path),
          })),
        )
        return c.body(body, 200, { 'Content-Type': media, 'Cache-Control': 'public, max-age=300' })
      })
    }
    const one = async (c: Context, version: number | undefined) => {
      const view = await viewOf(site, c, lang)
      const at = place(site, view) ?? refuse('entry')
      const slug = c.req.param('slug') ?? ''
      if (!SLUG.test(slug)) refuse('entry')
      const found = await noun.one(at, slug, version)
      if (found !== undefined) return page(c, await noun.page(view, at, found))
      const gone = await noun.gone(view, at, slug)
      return gone === undefined ? refuse('entry') : page(c, gone, 410)
    }
    app.get(`${noun.path}/:slug`, (c) => one(c, undefined))
    app.get(`${noun.path}/:slug/versie/:version{[1-9][0-9]{0,8}}`, (c) => one(c, Number(c.req.param('version'))))
  }
  return app
}

async function feed(site: Site, c: Context, lang: Lang, noun: AnyPublished) {
  const view = await viewOf(site, c, lang)
  const [at, t, title] = [place(site, view), says(lang), noun.title[lang]]
  const to = (path: string) => site.origin + href({ ...view, publication: undefined }, path)
  const author = view.m.feed.author(view.municipality.name)
  const changes = at ? await noun.changes(at, MOST) : []
  const text = atom({
    lang,
    url: to(`${noun.path}/wijzigingen.atom`),
    page: to(noun.path),
    title: t.feedTitle(title),
    author,
    since: BEGINNING,
    entries: changes.map((change) => ({
      url: to(change.path),
      title: `${t.what[change.what]}: ${change.title}`,
      summary: title,
      at: change.at,
      author,
    })),
  })
  return c.body(text, 200, {
    'Content-Type': 'application/atom+xml; charset=utf-8',
    'Cache-Control': 'public, max-age=300',
  })
}

/** The files with open data of these nouns. */
export function publishedFiles(site: Site): Hono {
  const app = new Hono()
  for (const noun of site.published)
    app.get(`/open-data/${noun.file}`, async (c) => {
      const at = whereOf(site, (await readShelf(site)).id) ?? refuse('file')
      return sendLines(c, linesOf(noun, at), `${site.municipality}-${noun.file}`)
    })
  app.get('/open-data/dcat.jsonld', async (c) => {
    const { name } = await readShelf(site)
    const { openData } = messages.nl
    const catalogue = catalogueOf({
      origin: site.origin,
      name,
      email: reachedAt(site),
      nouns: site.published,
      files: OWN_FILES.map((file) => ({
        name: `${file.name}.csv`,
        title: file.title,
        text: openData.fileText[file.key],
      })),
    })
    return c.body(JSON.stringify(catalogue, null, 2), 200, {
      'Content-Type': 'application/ld+json; charset=utf-8',
      'Cache-Control': 'public, max-age=300',
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    })
  })
  return app
}

const OWN_FILES = [
  { name: 'organisaties', key: 'organisations', title: 'Organisaties en hun scores' },
  { name: 'bevindingen', key: 'findings', title: 'Bevindingen bij websites en e-maildomeinen' },
  { name: 'normen', key: 'norms', title: 'Normen van de digitale stad' },
  { name: 'toetsen', key: 'toetsen', title: 'IT-toetsen' },
  { name: 'regelingen', key: 'regulations', title: 'Regelingen, en of zij getoetst zijn' },
] as const

async function* linesOf(noun: AnyPublished, at: Where): AsyncGenerator<string> {
  yield line(noun.columns.map(({ head }) => head))
  for (let page = 1; ; page += 1) {
    const { rows } = await noun.list(at, { q: '', query: new URLSearchParams(), page, size: BATCH })
    yield rows.map((row) => line(noun.columns.map(({ cell }) => cell(row)))).join('')
    if (rows.length < BATCH) return
  }
}
