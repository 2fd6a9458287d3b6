/** What was practised, as everybody may read it: the `published` schema and nothing else. */
import type { Db } from '../../db/connect.ts'

/** By measure: undefined where it was not counted, null where it is too few to tell. */
export type Figures = ReadonlyMap<string, number | null>

/** Those of a municipality. */
export async function figuresOf(db: Db, municipality: string): Promise<Figures> {
  const rows = await db
    .selectFrom('published.exercise_figure')
    .select(['measure', 'value'])
    .where('municipality', '=', municipality)
    .execute()
  return new Map(rows.map(({ measure, value }) => [measure, value]))
}
