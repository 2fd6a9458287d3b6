/** The documents of published tests: PDF, ODT and JSON. */
import { Hono, type Context } from 'hono'
import { refuse } from '../../web/refuse.ts'
import type { Site } from '../view.ts'
import { readFile, readShelf } from '../store.ts'
import { readToets } from './store.ts'
import { toetsInFull } from './json.ts'
import { attachment } from '../../lib/file-name.ts'

/** A case number or version as it stands in an address. */
export const numberIn = (text: string | undefined): number =>
  /^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : refuse('toets')

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
    const body =
      kind === 'json'
        ? JSON.stringify(toetsInFull(toets), null, 2)
        : ((await readFile(site, toets[kind] ?? refuse('file'), [MEDIA[kind]])) ?? refuse('file')).body
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
