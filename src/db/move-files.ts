/**
 * Brings what earlier versions kept in `published.blob` to where evidence is kept now. Each file goes when it was read
 * back there, and the table when it is empty: who is stopped in between goes on the next time.
 */
import { promisify } from 'node:util'
import { gunzip, zstdDecompress } from 'node:zlib'
import { sql, type Kysely } from 'kysely'
import { Trouble } from '../lib/trouble.ts'
import type { Media } from '../model/home.ts'
import type { EvidenceStore } from './evidence.ts'
import type { Tables } from './tables.ts'

const AT_ONCE = 20
const bound = { maxOutputLength: 256 * 1024 * 1024 }
const unpack: Readonly<Record<string, (body: Buffer) => Promise<Buffer>>> = {
  'application/json+gzip': (body) => promisify<Buffer, typeof bound, Buffer>(gunzip)(body, bound),
  'application/json+zstd': (body) => promisify<Buffer, typeof bound, Buffer>(zstdDecompress)(body, bound),
}

/**
 * Gives how many went. `tell` hears how many are gone and how many there were. Throws Trouble for one whose content is
 * not what its hash says: it stays where it is. Two at once move each file once or twice, and lose none.
 */
export async function moveFiles(
  owner: Kysely<Tables>,
  store: Pick<EvidenceStore, 'put' | 'file'>,
  tell: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<number> {
  const there = async () =>
    (await sql<{ there: boolean }>`select to_regclass('published.blob') is not null as there`.execute(owner)).rows[0]!
      .there
  if (!(await there())) return 0
  let moved = 0
  try {
    const { rows: counted } = await sql<{ total: number }>`select count(*) as total from published.blob`.execute(owner)
    for (;;) {
      signal?.throwIfAborted()
      const { rows } = await sql<{ hash: string; media: string; body: Buffer }>`
        select hash, media, body from published.blob order by hash limit ${AT_ONCE}`.execute(owner)
      if (rows.length === 0) break
      await Promise.all(rows.map((row) => move(store, row)))
      await sql`delete from published.blob where hash = any (${rows.map(({ hash }) => hash)})`.execute(owner)
      moved += rows.length
      tell(moved, counted[0]!.total)
    }
    await sql`drop table if exists published.blob`.execute(owner)
  } catch (error) {
    // Another who moves the same was there first.
    if ((error as { code?: string }).code !== '42P01') throw error
  }
  return moved
}

async function move(
  store: Pick<EvidenceStore, 'put' | 'file'>,
  { hash, media, body }: { hash: string; media: string; body: Buffer },
): Promise<void> {
  const content = await (unpack[media]?.(body) ?? body)
  const kind = (media.startsWith('application/json') ? 'application/json' : media) as Media
  if ((await store.put(kind, content)) !== hash)
    throw new Trouble(
      `het gepubliceerde bestand ${hash} in de database is niet meer wat het was; het blijft daar staan`,
    )
  if (!(await store.file(hash, kind))) throw new Trouble(`het bestand ${hash} is na het overzetten niet terug te lezen`)
}
