/** The site map (sitemaps.org 0.9): an index, and parts that never hold more addresses than the protocol allows. */
import { Hono, type Context } from 'hono'
import { escapeXml } from '../lib/xml.ts'
import { refuse } from '../web/refuse.ts'
import { choose, type Site } from './view.ts'
import { readShelf } from './store.ts'
import { countPages, sliceOrganisations, sliceSubjects } from './store-sitemap.ts'
import { listToetsen } from './toetsen/store.ts'
import { subjectPath } from './texts.ts'

/** Each page stands there in two languages; the protocol allows 50,000 addresses a file. */
const PART = 20_000
const FIXED = [
  '/',
  '/organisaties',
  '/toetsen',
  '/registers',
  '/normen',
  '/methode',
  '/open-data',
  '/zo-werkt-de-it-toets',
  '/privacy',
  '/toegankelijkheid',
] as const
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

/** `sitemap.xml`, in as many parts as it takes. */
export function sitemap(site: Site): Hono {
  const app = new Hono()
  const { origin } = site
  const send = (c: Context, xml: string) =>
    c.body(HEAD + xml, 200, {
      'Content-Type': 'application/xml; charset=utf-8',
      'Cache-Control': 'public, max-age=300',
    })
  const here = async () => {
    const shelf = await readShelf(site)
    const publication = choose(shelf, undefined)
    const at =
      shelf.id === null || publication === undefined
        ? undefined
        : { db: site.db, municipality: shelf.id, no: publication.no }
    return { at, publication, id: shelf.id, changed: publication?.at }
  }

  app.get('/sitemap.xml', async (c) => {
    const { at, changed } = await here()
    const many = at === undefined ? { organisations: 0, subjects: 0 } : await countPages(at)
    const parts = (name: string, count: number) =>
      Array.from({ length: Math.ceil(count / PART) }, (_, index) => `${name}-${index + 1}`)
    const id = (await readShelf(site)).id
    const registers = await Promise.all(
      site.published.map(async (noun) =>
        parts(
          `register-${noun.id}`,
          id === null ? 0 : (await noun.list({ db: site.db, municipality: id }, all(1, 1))).total,
        ),
      ),
    )
    const names = [
      'paginas',
      ...registers.flat(),
      ...parts('organisaties', many.organisations),
      ...parts('adressen', many.subjects),
    ]
    const when = changed === undefined ? '' : `<lastmod>${changed.toISOString()}</lastmod>`
    const lines = names.map((name) => `<sitemap><loc>${origin}/sitemap/${name}.xml</loc>${when}</sitemap>\n`)
    return send(c, `<sitemapindex ${SPACES}>\n${lines.join('')}</sitemapindex>\n`)
  })
  app.get('/sitemap/paginas.xml', async (c) => {
    const { at, publication, id, changed } = await here()
    const book = at && publication ? await site.books(at.municipality, publication) : undefined
    const toetsen = id === null ? [] : (await listToetsen(site.db, id, { q: '', page: 1, size: PART })).rows
    const lines = [
      ...FIXED.map((path) => entry(origin, path, path === '/' ? changed : undefined)),
      ...site.published.map(({ path }) => entry(origin, path, undefined)),
      ...[...(book?.norms.keys() ?? [])].map((norm) => entry(origin, `/normen/${norm}`, changed)),
      ...toetsen.map(({ no, publishedAt }) => entry(origin, `/toetsen/${no}`, publishedAt)),
    ]
    return send(c, `<urlset ${SPACES}>\n${lines.join('')}</urlset>\n`)
  })
  app.get('/sitemap/:file{(?:organisaties|adressen)-[1-9][0-9]{0,4}\\.xml}', async (c) => {
    const { at, changed } = await here()
    const [name, part] = c.req.param('file').slice(0, -4).split('-') as [string, string]
    const slice = { from: (Number(part) - 1) * PART, size: PART }
    const paths =
      at === undefined
        ? []
        : name === 'organisaties'
          ? (await sliceOrganisations(at, slice)).map(({ slug }) => `/organisaties/${slug}`)
          : (await sliceSubjects(at, slice)).map((each) => subjectPath(each.organisation, each.kind, each.address))
    if (paths.length === 0) refuse('page')
    return send(c, `<urlset ${SPACES}>\n${paths.map((path) => entry(origin, path, changed)).join('')}</urlset>\n`)
  })
  for (const noun of site.published)
    app.get(`/sitemap/:part{register-${noun.id}-[1-9][0-9]{0,4}\\.xml}`, async (c) => {
      const municipality = (await readShelf(site)).id ?? refuse('page')
      const page = Number(/(\d+)\.xml$/.exec(c.req.param('part'))![1])
      const { rows } = await noun.list({ db: site.db, municipality }, all(page, PART))
      if (rows.length === 0) refuse('page')
      const lines = rows.map((row) => entry(origin, `${noun.path}/${noun.slugOf(row)}`, noun.changedAt(row)))
      return send(c, `<urlset ${SPACES}>\n${lines.join('')}</urlset>\n`)
    })
  return app
}

const all = (page: number, size: number) => ({ q: '', query: new URLSearchParams(), page, size })
