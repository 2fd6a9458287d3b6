/** What was published last, for who works on the next publication. */
import type { Db } from '../db/connect.ts'
import type { Catalogue } from '../model/norm.ts'

/** The catalogue of the newest publication, or undefined before the first. */
export async function lastCatalogue(db: Db, municipality: string): Promise<Catalogue | undefined> {
  const row = await db
    .selectFrom('published.publication')
    .select('catalogue')
    .where('municipality', '=', municipality)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.catalogue
}
