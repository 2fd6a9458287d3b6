/** The documents of an issued annex: PDF and ODT as they were made once, CSV and JSON of the same content. */
import { Hono, type Context } from 'hono'
import { CSV_MEDIA } from '../../lib/csv-write.ts'
import { attachment } from '../../lib/file-name.ts'
import { annexCsv } from '../../web/annex/csv.ts'
import { refuse } from '../../web/refuse.ts'
import { readFile, readShelf } from '../store.ts'
import type { Site } from '../view.ts'
import { versionsOf } from './store.ts'

/** A number as it stands in an address. */
export const numberIn = (text: string | undefined): number =>
  /^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : refuse('page')

const MEDIA = {
  pdf: 'application/pdf',
  odt: 'application/vnd.oasis.opendocument.text',
  csv: CSV_MEDIA,
  json: 'application/json; charset=utf-8',
} as const

/** `/aanbestedingen/3.odt`, and of an earlier version `/aanbestedingen/3/versie/1.odt`. */
export function tenderFiles(site: Site): Hono {
  const app = new Hono()
  const file = async (c: Context, no: number, version: number | undefined, kind: keyof typeof MEDIA) => {
    const { id } = await readShelf(site)
    const all = id === null ? [] : await versionsOf(site.db, id, no)
    const found = (version === undefined ? all[0] : all.find((each) => each.version === version)) ?? refuse('page')
    const body =
      kind === 'json'
        ? JSON.stringify({ ...found.annex, hash: found.hash }, null, 2)
        : kind === 'csv'
          ? annexCsv(found.annex)
          : ((await readFile(site, found[kind], [MEDIA[kind]])) ?? refuse('file')).body
    return c.body(body, 200, {
      'Content-Type': MEDIA[kind],
      'Content-Disposition': attachment(`${found.annex.number}-versie-${found.version}.${kind}`),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'public, max-age=60',
    })
  }
  const kindOf = (name: string) => name.split('.')[1] as keyof typeof MEDIA
  app.get('/aanbestedingen/:file{[0-9]+\\.(?:pdf|odt|csv|json)}', (c) =>
    file(c, numberIn(c.req.param('file').split('.')[0]), undefined, kindOf(c.req.param('file'))),
  )
  app.get('/aanbestedingen/:no{[0-9]+}/versie/:file{[0-9]+\\.(?:pdf|odt|csv|json)}', (c) =>
    file(c, numberIn(c.req.param('no')), numberIn(c.req.param('file').split('.')[0]), kindOf(c.req.param('file'))),
  )
  return app
}
