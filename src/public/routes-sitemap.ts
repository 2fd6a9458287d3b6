/** The site map (sitemaps.org 0.9): an index, and parts that never hold more addresses than the protocol allows. */
import { Hono, type Context } from 'hono'
import { escapeXml } from '../lib/xml.ts'
import { refuse } from '../web/refuse.ts'
import type { Place, Published, Reading } from './published.ts'
import { readShelf } from './store.ts'
import { choose, type Site } from './view.ts'

/** Each page stands there in two languages; the protocol allows 50,000 addresses a file. */
const PART = 20_000
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const SPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'

/** A page in both languages, each pointing at the other. */
function entry(origin: string, path: string, changed: Date | undefined): string {
  const address = { nl: `${origin}${path}`, en: `${origin}/en${path === '/' ? '' : path}` }
  const others = Object.entries(address)
    .map(([lang, url]) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${escapeXml(url)}"/>`)
    .join('')
  const when = changed === undefined ? '' : `<lastmod>${changed.toISOString()}</lastmod>`
  return Object.values(address)
    .map((url) => `<url><loc>${escapeXml(url)}</loc>${when}${others}</url>\n`)
    .join('')
}

/** What is public now, and the newest publication; nothing while this municipality published nothing. */
async function readingOf(site: Site): Promise<Reading | undefined> {
  const shelf = await readShelf(site)
  if (shelf.id === null) return undefined
  const [now, publication] = [{ db: site.db, municipality: shelf.id }, choose(shelf, undefined)]
  const last = publication && {
    at: { ...now, no: publication.no },
    book: await site.books(now.municipality, publication),
    published: publication.at,
  }
  return { now, last }
}

/** `sitemap.xml`, in as many parts as it takes. */
export function sitemap(site: Site, nouns: readonly Published[]): Hono {
  const app = new Hono()
  const { origin } = site
  const send = (c: Context, xml: string) =>
    c.body(HEAD + xml, 200, {
      'Content-Type': 'application/xml; charset=utf-8',
      'Cache-Control': 'public, max-age=300',
    })
  const urls = (places: readonly Place[]) =>
    `<urlset ${SPACES}>\n${places.map(({ path, changed }) => entry(origin, path, changed)).join('')}</urlset>\n`
  const many = nouns.flatMap((noun) => noun.many ?? [])

  app.get('/sitemap.xml', async (c) => {
    const where = await readingOf(site)
    const counted = await Promise.all(
      many.map(async ({ name, count }) => ({ name, parts: where ? Math.ceil((await count(where)) / PART) : 0 })),
    )
    const names = [
      'paginas',
      ...counted.flatMap(({ name, parts }) => Array.from({ length: parts }, (_, at) => `${name}-${at + 1}`)),
    ]
    const when = where?.last ? `<lastmod>${where.last.published.toISOString()}</lastmod>` : ''
    const lines = names.map((name) => `<sitemap><loc>${origin}/sitemap/${name}.xml</loc>${when}</sitemap>\n`)
    return send(c, `<sitemapindex ${SPACES}>\n${lines.join('')}</sitemapindex>\n`)
  })
  app.get('/sitemap/paginas.xml', async (c) => {
    const where = await readingOf(site)
    const fixed = nouns.flatMap((noun) => noun.fixed ?? [])
    const few = where ? await Promise.all(nouns.map((noun) => noun.few?.(where) ?? [])) : []
    return send(
      c,
      urls([
        ...fixed.map((path) => ({ path, changed: path === '/' ? where?.last?.published : undefined })),
        ...few.flat(),
      ]),
    )
  })
  for (const { name, slice } of many)
    app.get(`/sitemap/:part{${name}-[1-9][0-9]{0,4}\\.xml}`, async (c) => {
      const no = Number(/(\d+)\.xml$/.exec(c.req.param('part'))![1])
      const where = (await readingOf(site)) ?? refuse('page')
      const places = await slice(where, { from: (no - 1) * PART, size: PART })
      return places.length === 0 ? refuse('page') : send(c, urls(places))
    })
  return app
}
