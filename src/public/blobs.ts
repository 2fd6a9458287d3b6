/** Raw evidence and screenshots by their hash: what is under a hash never changes. */
import { promisify } from 'node:util'
import { gunzip, zstdDecompress } from 'node:zlib'
import { Hono } from 'hono'
import type { Db } from '../db/connect.ts'
import { refuse } from '../web/refuse.ts'
import { readBlob } from './store.ts'
import { attachment } from '../lib/file-name.ts'

const HASH = /^[0-9a-f]{16,128}$/
/** Evidence of one visit is a few megabytes; a file that unpacks to more is not ours. */
const MOST = 256 * 1024 * 1024
const FOREVER = 'public, max-age=31536000, immutable'
const pictures: readonly string[] = ['image/jpeg', 'image/png', 'image/webp']
const unpackers: Readonly<Record<string, (body: Buffer) => Promise<Buffer>>> = {
  'application/json': async (body) => body,
  'application/json+gzip': (body) =>
    promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip)(body, { maxOutputLength: MOST }),
  'application/json+zstd': (body) =>
    promisify<Buffer, { maxOutputLength: number }, Buffer>(zstdDecompress)(body, { maxOutputLength: MOST }),
}

/** Evidence and screenshots by their hash, as far as they were published. */
export function blobs(db: Db): Hono {
  const app = new Hono()
  const read = async (hash: string) => (HASH.test(hash) ? await readBlob(db, hash) : undefined) ?? refuse('file')

  app.get('/bewijs/:hash', async (c) => {
    const hash = c.req.param('hash')
    if (c.req.header('if-none-match') === `"${hash}"`) return c.body(null, 304)
    const { media, body } = await read(hash)
    const unpack = Object.hasOwn(unpackers, media) ? unpackers[media] : undefined
    const json = unpack ? await unpack(body) : refuse('file')
    return c.body(new Uint8Array(json), 200, {
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
    const { media, body } = await read(hash)
    if (!pictures.includes(media)) refuse('file')
    return c.body(new Uint8Array(body), 200, {
      'Content-Type': media,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': FOREVER,
      ETag: `"${hash}"`,
    })
  })
  return app
}
