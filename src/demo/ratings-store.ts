/** Puts the ratings of the demo in the database, as they would have come there over half a year. */
import { sql, type Insertable } from 'kysely'
import { v7 as uuid } from 'uuid'
import { asClock } from '../db/as.ts'
import type { Db } from '../db/connect.ts'
import type { Tables } from '../db/tables.ts'

type Without<T extends keyof Tables> = Omit<Insertable<Tables[T]>, 'municipality' | 'id' | 'product'>
export type ToldRating = Without<'rating'>
export type Rated = {
  readonly ratings: readonly ToldRating[]
  readonly act: Without<'rating_act'> | undefined
  readonly test: Without<'usability_test'> | undefined
}

/** All at once, or none; nothing when there are ratings already. */
export async function keepRated(db: Db, municipality: string, register: string, told: readonly Rated[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (await tx.selectFrom('rating').select('id').where('municipality', '=', municipality).executeTakeFirst()) return
    // The signature of these is of the story: nobody is signed in.
    await sql`set local session_replication_role = replica`.execute(tx)
    const products = await tx
      .selectFrom('published.entry')
      .select('id')
      .where('municipality', '=', municipality)
      .where('register', '=', register)
      .where('to_at', 'is', null)
      .orderBy('title')
      .limit(told.length)
      .execute()
    for (const [at, { id: product }] of products.entries()) {
      const { ratings, act, test } = told[at]!
      const own = { municipality, product }
      await tx
        .insertInto('rating')
        .values(ratings.map((each) => ({ ...each, ...own, id: uuid() })))
        .execute()
      if (act)
        await tx
          .insertInto('rating_act')
          .values({ ...act, ...own, id: uuid() })
          .execute()
      if (test)
        await tx
          .insertInto('usability_test')
          .values({ ...test, ...own, id: uuid() })
          .execute()
    }
  })
  await asClock(db, municipality, (tx) => sql`select wall.tell_ratings(${municipality}, null)`.execute(tx))
}
