/** The open data: files as CSV (UTF-8 with BOM, RFC 4180, safe to open in a spreadsheet), and the catalogue of them. */
import { Hono, type Context } from 'hono'
import { accepts } from 'hono/accepts'
import { CSV_MEDIA } from '../lib/csv-write.ts'
import { attachment } from '../lib/file-name.ts'
import { refuse } from '../web/refuse.ts'
import { catalogueOf, type Catalogue, type CataloguePage, type Offered } from './dcat.ts'
import type { Published, PublicFile } from './published.ts'
import { slowly } from './slowly.ts'
import { readShelf, type Shelf } from './store.ts'
import { turtleOf } from './turtle.ts'
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

/** With when it last changed: what is measured, when it was last published. */
async function offered({ db }: Site, { id, publications }: Shelf, file: PublicFile): Promise<Offered> {
  const { lines } = file
  if (lines.of === 'publication') return { ...file, changed: publications[0]?.at }
  return { ...file, changed: id === null ? undefined : await lines.changed?.({ db, municipality: id }) }
}

/** Data sets of registers on a page of the catalogue: each with its files, and read whole. */
const MOST_SETS = 250

/** The catalogue, by the ending of its address and what is asked for. */
const SHAPES: readonly {
  readonly ending: string
  readonly media: string
  readonly write: (it: Catalogue) => string
}[] = [
  { ending: 'jsonld', media: 'application/ld+json', write: (it) => JSON.stringify(it, null, 2) },
  { ending: 'ttl', media: 'text/turtle', write: turtleOf },
]

/**
 * A page of the catalogue, which stands at `first`: our own files and the first data sets that registers hold, or those
 * `after` a number. It is read on by number, so that nothing is missed or told twice while somebody publishes.
 */
async function pageOf(site: Site, nouns: readonly Published[], after: string | undefined, first: string) {
  if (after !== undefined && !/^[1-9]\d{0,8}$/.test(after)) refuse('query')
  const shelf = await readShelf(site)
  const files = after === undefined ? nouns.flatMap((noun) => noun.files ?? []) : []
  const whose = { origin: site.origin, name: shelf.name, email: reachedAt(site) }
  const { db } = site
  const { id: municipality } = shelf
  const holder = nouns.find(({ sets }) => sets)?.sets
  const { sets, next } =
    municipality === null || !holder
      ? { sets: [], next: undefined }
      : await holder({ db, municipality }, whose, { after: Number(after ?? 0), size: MOST_SETS })
  if (after !== undefined && sets.length === 0 && next === undefined) refuse('file')
  const at = (no: number) => `${first}?na=${no}`
  const page: CataloguePage = {
    // The first has the address of the catalogue itself, which is another thing.
    self: after === undefined ? `${first}#pagina` : at(Number(after)),
    first,
    next: next === undefined ? undefined : at(next),
  }
  return catalogueOf({
    ...whose,
    files: await Promise.all(files.map((file) => offered(site, shelf, file))),
    sets,
    page: after === undefined && next === undefined ? undefined : page,
  })
}

/** Everything that is public, as files, and the catalogue of data sets that others harvest. */
export function openData(site: Site, nouns: readonly Published[]): Hono {
  const app = new Hono()
  const files = nouns.flatMap((noun) => noun.files ?? [])
  for (const file of files) app.get(`/open-data/${file.name}.csv`, (c) => sendFile(site, c, file))
  for (const { ending, media, write } of SHAPES)
    app.get(`/open-data/dcat.${ending}`, async (c) => {
      const catalogue = await pageOf(site, nouns, c.req.query('na'), `${site.origin}/open-data/dcat.${ending}`)
      return c.body(write(catalogue), 200, {
        ...open,
        'Content-Type': `${media}; charset=utf-8`,
        'Cache-Control': 'public, max-age=300',
      })
    })
  app.get('/open-data/dcat', (c) => {
    const supports = SHAPES.map(({ media }) => media)
    const asked = accepts(c, { header: 'Accept', supports, default: supports[0]! })
    const { ending } = SHAPES.find(({ media }) => media === asked)!
    return c.body(null, 303, { ...open, Location: `/open-data/dcat.${ending}`, Vary: 'Accept' })
  })
  return app
}
