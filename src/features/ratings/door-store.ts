/** A rating as somebody gives it: a product that is public, and one function of the database. */
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import type { Done } from '../../vocabulary/rating.ts'

/** The product at an address; undefined when it is not public. */
export const productAt = (db: Db, municipality: string, register: string, slug: string) =>
  db
    .selectFrom('published.entry')
    .select(['id', 'title', 'slug'])
    .where('municipality', '=', municipality)
    .where('register', '=', register)
    .where('slug', '=', slug)
    .where('to_at', 'is', null)
    .executeTakeFirst()
export type Product = NonNullable<Awaited<ReturnType<typeof productAt>>>

export type NewRating = {
  readonly municipality: string
  readonly id: string
  readonly product: string
  readonly version: string
  readonly step: string
  readonly done: Done
  /** 1 to 5, or unsaid. */
  readonly ease: number | null
  readonly stuck: readonly string[]
  /** Without numbers. */
  readonly words: string
  readonly helped: boolean
  /** The words may be shown. */
  readonly leave: boolean
}

/** Keeps it, once however often it is sent; false when the product had too many today. */
export async function addRating(db: Db, rating: NewRating, aDay: number): Promise<boolean> {
  const { rows } = await sql<{ kept: boolean }>`
    select wall.add_rating(${JSON.stringify(rating)}::jsonb, ${aDay}) as kept`.execute(db)
  return rows[0]!.kept
}
