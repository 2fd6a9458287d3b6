/** The figures of requests, as everybody may read them. */
import type { Db } from '../../db/connect.ts'

export type Figures = {
  readonly period: string
  readonly of: (kind: string, measure: string) => number | null | undefined
}

/** The half years of which there are figures, the newest first: `2026-1`. A municipality has two a year. */
export async function figuresOf(db: Db, municipality: string): Promise<readonly Figures[]> {
  const rows = await db
    .selectFrom('published.request_figure')
    .select(['period', 'kind', 'measure', 'value'])
    .where('municipality', '=', municipality)
    .orderBy('period', 'desc')
    .limit(20_000)
    .execute()
  const by = Map.groupBy(rows, ({ period }) => period)
  return [...by].map(([period, those]) => {
    const values = new Map(those.map(({ kind, measure, value }) => [`${kind}/${measure}`, value]))
    return { period, of: (kind: string, measure: string) => values.get(`${kind}/${measure}`) }
  })
}
