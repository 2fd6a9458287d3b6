/** The open data: files as CSV (UTF-8 with BOM, RFC 4180, safe to open in a spreadsheet), and the catalogue of them. */
import { Hono, type Context } from 'hono'
import { CSV_MEDIA } from '../lib/csv-write.ts'
import { attachment } from '../lib/file-name.ts'
import { refuse } from '../web/refuse.ts'
import { catalogueOf } from './dcat.ts'
import type { Published, PublicFile } from './published.ts'
import { slowly } from './slowly.ts'
import { readShelf } from './store.ts'
import { choose, openAt, reachedAt, type Site } from './view.ts'

const open = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' }

/** A file of lines, as fast as its reader takes them. */
const sendLines = (c: Context, lines: AsyncGenerator<string>, name: string) =>
  c.body(slowly(lines), 200, {
    ...open,
    'Content-Type': CSV_MEDIA,
    'Cache-Control': 'public, max-age=60',
    'Content-Disposition': attachment(name),
  })

async function sendFile(site: Site, c: Context, { name, lines }: PublicFile) {
  const { db, municipality: slug } = site
  const shelf = await readShelf(site)
  if (lines.of === 'now') {
    const municipality = shelf.id ?? refuse('file')
    return sendLines(c, lines.read({ db, municipality }), `${slug}-${name}.csv`)
  }
  const publication = choose(shelf, c.req.query('publicatie')) ?? refuse('publication')
  const municipality = shelf.id ?? refuse('publication')
  return sendLines(
    c,
    lines.read(await openAt(site, municipality, shelf, publication)),
    `${slug}-${publication.no}-${name}.csv`,
  )
}

/** Everything that is public, as files, and the catalogue of data sets that others harvest. */
export function openData(site: Site, nouns: readonly Published[]): Hono {
  const app = new Hono()
  const files = nouns.flatMap((noun) => noun.files ?? [])
  for (const file of files) app.get(`/open-data/${file.name}.csv`, (c) => sendFile(site, c, file))
  app.get('/open-data/dcat.jsonld', async (c) => {
    const { name } = await readShelf(site)
    const catalogue = catalogueOf({ origin: site.origin, name, email: reachedAt(site), files })
    return c.body(JSON.stringify(catalogue, null, 2), 200, {
      ...open,
      'Content-Type': 'application/ld+json; charset=utf-8',
      'Cache-Control': 'public, max-age=300',
    })
  })
  return app
}
