/** Raw evidence and screenshots by their hash: what is under a hash never changes. */
import { Hono } from 'hono'
import { isHash } from '../db/evidence.ts'
import { attachment } from '../lib/file-name.ts'
import type { Media } from '../model/home.ts'
import { refuse } from '../web/refuse.ts'
import { isShown, readFile } from './store.ts'
import type { Site } from './view.ts'

const FOREVER = 'public, max-age=31536000, immutable'
const PICTURES: readonly Media[] = ['image/jpeg', 'image/png', 'image/webp']

/** Evidence and screenshots by their hash, as far as this municipality published them. */
export function blobs(site: Pick<Site, 'db' | 'store' | 'municipality'>): Hono {
  const app = new Hono()
  const read = async (hash: string, as: readonly Media[]) =>
    (isHash(hash) && (await isShown(site, hash)) ? await readFile(site, hash, as) : undefined) ?? refuse('file')

  app.get('/bewijs/:hash', async (c) => {
    const hash = c.req.param('hash')
    if (c.req.header('if-none-match') === `"${hash}"`) return c.body(null, 304)
    const { body } = await read(hash, ['application/json'])
    return c.body(body, 200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': attachment(`bewijs-${hash.slice(0, 16)}.json`),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': FOREVER,
      ETag: `"${hash}"`,
    })
  })

  app.get('/beeld/:hash', async (c) => {
    const hash = c.req.param('hash')
    if (c.req.header('if-none-match') === `"${hash}"`) return c.body(null, 304)
    const { media, body } = await read(hash, PICTURES)
    return c.body(body, 200, {
      'Content-Type': media,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': FOREVER,
      ETag: `"${hash}"`,
    })
  })
  return app
}
