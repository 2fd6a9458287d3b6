/** Weaknesses that were mended, as they were told. */
import type { Db } from '../../db/connect.ts'

/** The newest first: at most three hundred. */
export const mended = (db: Db, municipality: string) =>
  db
    .selectFrom('published.weakness')
    .select(['id', 'title', 'text', 'thanked', 'fixed_on as fixedOn', 'told_on as toldOn'])
    .where('municipality', '=', municipality)
    .orderBy('told_on', 'desc')
    .orderBy('id')
    .limit(300)
    .execute()
export type Mended = Awaited<ReturnType<typeof mended>>[number]
