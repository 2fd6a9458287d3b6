/** Raw evidence and screenshots by their hash: what is under a hash never changes. */
import { Hono } from 'hono'
import { bundled } from '../db/bundle.ts'
import { isHash } from '../db/evidence.ts'
import { attachment } from '../lib/file-name.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Media } from '../model/home.ts'
import { refuse } from '../web/refuse.ts'
import { isShown, readFile, readSaid } from './store.ts'
import type { Site } from './view.ts'

const FOREVER = 'public, max-age=31536000, immutable'
/** Pictures in one bundle. */
const MOST = 20
const PICTURES: readonly Media[] = ['image/jpeg', 'image/png', 'image/webp']

/** Evidence and screenshots by their hash, as far as this municipality published them. */
export function blobs(site: Pick<Site, 'db' | 'store' | 'municipality'>): Hono {
  const app = new Hono()
  const read = async (hash: string, as: readonly Media[]) =>
    (isHash(hash) && (await isShown(site, hash)) ? await readFile(site, hash, as) : undefined) ?? refuse('file')

  /** Those that were published: of a page there can be one that was not. */
  const picturesOf = async ({ pages }: Evidence) => {
    const hashes = pages.flatMap(({ probe, result }) =>
      probe === 'session' && result.seen && result.value.screenshot ? [result.value.screenshot] : [],
    )
    const found = new Map<string, Uint8Array>()
    for (const hash of new Set(hashes.slice(0, MOST))) {
      const picture = (await isShown(site, hash)) ? await readFile(site, hash, PICTURES) : undefined
      if (picture) found.set(hash, picture.body)
    }
    return found
  }

  app.get('/bewijs/:file{[0-9a-f]{64}\\.zip}', async (c) => {
    const hash = c.req.param('file').slice(0, 64)
    const said = (await isShown(site, hash)) ? await readSaid(site, hash) : undefined
    const { body } = (said && (await readFile(site, hash, ['application/json']))) ?? refuse('file')
    const evidence = JSON.parse(Buffer.from(body).toString('utf8')) as Evidence
    return c.body(new Uint8Array(bundled({ evidence, said: said!, pictures: await picturesOf(evidence) })), 200, {
      'Content-Type': 'application/zip',
      'Content-Disposition': attachment(`bewijs-${hash.slice(0, 16)}.zip`),
      // What is said of it may change with a next publication.
      'Cache-Control': 'public, max-age=300',
    })
  })

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
