/** The addresses of published tests: pages in two languages, and their files. */
import { Hono, type Context } from 'hono'
import type { Lang } from '../../web/language.ts'
import { html } from '../../web/layout.tsx'
import { refuse } from '../../web/refuse.ts'
import { askedText, viewOf, type Site } from '../view.ts'
import { HowPage } from './page-how.tsx'
import { ToetsenPage } from './page-list.tsx'
import { ToetsPage } from './page-toets.tsx'
import { readBlob, readShelf } from '../store.ts'
import { listToetsen, readDraws, readRegulations, readShares, readToets } from './store.ts'
import { toetsInFull } from './json.ts'
import { attachment } from '../../lib/file-name.ts'

/** A case number or version as it stands in an address. */
export const numberIn = (text: string | undefined): number =>
  /^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : refuse('toets')

/** The public pages about IT-toetsen in one language. */
export function toetsPages(site: Site, lang: Lang): Hono {
  const app = new Hono()
  const page = (c: Context, body: React.ReactNode) =>
    c.html(html(body), 200, { 'Cache-Control': 'public, max-age=60', 'Content-Language': lang })

  app.get('/toetsen', async (c) => {
    const view = await viewOf(site, c, lang)
    const { id } = view.municipality
    const [q, asked] = [askedText(c, 'q'), askedText(c, 'pagina') || '1']
    if (!/^[1-9]\d{0,5}$/.test(asked)) refuse('query')
    const [found, regulations, shares, draws] =
      id === null
        ? ([{ total: 0, rows: [] }, [], [], []] as const)
        : await Promise.all([
            listToetsen(site.db, id, { q, page: Number(asked) }),
            readRegulations(site.db, id),
            readShares(site.db, id),
            readDraws(site.db, id),
          ])
    return page(
      c,
      <ToetsenPage
        view={view}
        q={q}
        page={Number(asked)}
        found={{ ...found, rows: [...found.rows] }}
        regulations={regulations}
        shares={[...shares]}
        draws={[...draws]}
      />,
    )
  })
  const one = async (c: Context, version: number | undefined) => {
    const view = await viewOf(site, c, lang)
    const found =
      (view.municipality.id === null
        ? undefined
        : await readToets(site.db, view.municipality.id, numberIn(c.req.param('no')), version)) ?? refuse('toets')
    return page(c, <ToetsPage view={view} {...found} />)
  }
  app.get('/toetsen/:no{[0-9]+}', (c) => one(c, undefined))
  app.get('/toetsen/:no{[0-9]+}/versie/:version{[0-9]+}', (c) => one(c, numberIn(c.req.param('version'))))
  app.get('/zo-werkt-de-it-toets', async (c) => page(c, <HowPage view={await viewOf(site, c, lang)} />))
  return app
}

const MEDIA = {
  pdf: 'application/pdf',
  odt: 'application/vnd.oasis.opendocument.text',
  json: 'application/json; charset=utf-8',
} as const

/** `/toetsen/14.pdf`, `.odt` and `.json`, of the current version or of an earlier one. */
export function toetsFiles(site: Site): Hono {
  const app = new Hono()
  const file = async (c: Context, no: number, version: number | undefined, kind: keyof typeof MEDIA) => {
    const { id } = await readShelf(site)
    const { toets } = (id === null ? undefined : await readToets(site.db, id, no, version)) ?? refuse('toets')
    const hash = kind === 'json' ? null : (toets[kind] ?? refuse('file'))
    const body =
      hash === null
        ? JSON.stringify(toetsInFull(toets), null, 2)
        : new Uint8Array(((await readBlob(site.db, hash)) ?? refuse('file')).body)
    return c.body(body, 200, {
      'Content-Type': MEDIA[kind],
      'Content-Disposition': attachment(`IT-toets-${no}-versie-${toets.version}.${kind}`),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'public, max-age=60',
    })
  }
  const kindOf = (name: string) => name.split('.')[1] as keyof typeof MEDIA
  app.get('/toetsen/:file{[0-9]+\\.(?:pdf|odt|json)}', (c) =>
    file(c, numberIn(c.req.param('file').split('.')[0]), undefined, kindOf(c.req.param('file'))),
  )
  app.get('/toetsen/:no{[0-9]+}/versie/:file{[0-9]+\\.(?:pdf|odt|json)}', (c) =>
    file(c, numberIn(c.req.param('no')), numberIn(c.req.param('file').split('.')[0]), kindOf(c.req.param('file'))),
  )
  return app
}
