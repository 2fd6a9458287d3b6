/** Tells the public site that a measurement runs, and how far it is; when it is done the word is taken away. */
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import type { RoundState } from './rounds-store.ts'

/** How far a round is, for the public page that waits for it. */
export async function writeProgress(db: Db, municipality: string, { total, done, failed }: RoundState): Promise<void> {
  if (done + failed >= total) return endProgress(db, municipality)
  await db
    .insertInto('published.progress')
    .values({ municipality, total, done, failed, at: sql`now()` })
    .onConflict((conflict) => conflict.column('municipality').doUpdateSet({ total, done, failed, at: sql`now()` }))
    .execute()
}

/** Nobody follows the measurement any more. */
export async function endProgress(db: Db, municipality: string): Promise<void> {
  await db.deleteFrom('published.progress').where('municipality', '=', municipality).execute()
}
