/** The figures of help in need, as everybody may read them: the `published` schema and nothing else. */
import type { Db } from '../../db/connect.ts'

export type Figures = {
  /** The month of what is offered, `2026-11`; undefined: nothing was counted yet. */
  readonly month: string | undefined
  /** Undefined: not counted; null: too few. */
  readonly offered: (measure: string) => number | null | undefined
  /** Half years of what was asked, the newest first: `2026-H1`. */
  readonly halves: readonly {
    readonly period: string
    readonly of: (measure: string) => number | null | undefined
  }[]
}

/** Those of the newest month and of the last half years. */
export async function figuresOf(db: Db, municipality: string): Promise<Figures> {
  const rows = await db
    .selectFrom('published.buddy_figure')
    .select(['period', 'measure', 'value'])
    .where('municipality', '=', municipality)
    .orderBy('period', 'desc')
    .limit(5_000)
    .execute()
  const by = [...Map.groupBy(rows, ({ period }) => period)].map(([period, those]) => {
    const values = new Map(those.map(({ measure, value }) => [measure, value]))
    return { period, of: (measure: string) => values.get(measure) }
  })
  const newest = by.find(({ period }) => !period.includes('H'))
  return {
    month: newest?.period,
    offered: newest?.of ?? (() => undefined),
    halves: by.filter(({ period }) => period.includes('H')).slice(0, 6),
  }
}
