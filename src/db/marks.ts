/** Whether anything that is public changed: see migration 023. */
import { sql } from 'kysely'
import { sharedWork } from '../lib/shared-work.ts'
import type { Db } from './connect.ts'

/** Two marks that are the same: in between nothing was written. */
export type Marks = { readonly pages: string; readonly progress: string }
const NONE: Marks = { pages: '', progress: '' }

/**
 * Reads the marks of a municipality, by its name in addresses. Many at once are one query, and it never began before
 * who asked: what was committed until then is in it.
 */
export function markReader(db: Db): (municipality: string) => Promise<Marks> {
  const read = sharedWork(async () => {
    const { rows } = await sql<{ slug: string; pages: string | null; progress: string | null }>`
      select m.slug, md5(string_agg(k.id::text, '' order by k.id) filter (where k.what = 'pages')) as pages,
        md5(string_agg(k.id::text, '' order by k.id) filter (where k.what = 'progress')) as progress
      from published.mark k join published.municipality m on m.id = k.municipality group by m.slug`.execute(db)
    return new Map(rows.map(({ slug, pages, progress }) => [slug, { pages: pages ?? '', progress: progress ?? '' }]))
  })
  return async (municipality) => (await read()).get(municipality) ?? NONE
}
