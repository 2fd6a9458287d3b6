/** How products were rated, as it was told last: nothing of fewer than ten. */
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'

/** Public products with a rating, a test or something done, by name; the count is null below ten. */
export const ratedProducts = (db: Db, municipality: string, register: string) =>
  rated(db, municipality, register)
    .select(['id', 'slug', 'title', sql<number | null>`(told -> 'count')::int`.as('count')])
    .where('published.rating.product', 'is not', null)
    .orderBy('title')
    .limit(500)
    .execute()
export type Rated = Awaited<ReturnType<typeof ratedProducts>>[number]

/** One of them by its address, also without any rating; undefined when there is no such public product. */
export const ratingsAt = (db: Db, municipality: string, register: string, slug: string) =>
  rated(db, municipality, register).select(['id', 'slug', 'title', 'told']).where('slug', '=', slug).executeTakeFirst()

const rated = (db: Db, municipality: string, register: string) =>
  db
    .selectFrom('published.entry')
    .leftJoin('published.rating', (join) =>
      join
        .onRef('published.rating.municipality', '=', 'published.entry.municipality')
        .onRef('published.rating.product', '=', 'published.entry.id'),
    )
    .where('published.entry.municipality', '=', municipality)
    .where('register', '=', register)
    .where('to_at', 'is', null)
