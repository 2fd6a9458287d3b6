/** Who was meant by a campaign, and the counts that the numbers of its effect are made of. Pure. */

/** One that was meant: whether it met the aim before and after; null: not known. */
export type Meant = {
  readonly cluster: string
  readonly stratum: number
  readonly first: boolean
  readonly before: boolean | null
  readonly after: boolean | null
}

/** A count that the numbers of an effect are made of: shares known, before and after, who changed, who is missing. */
export type Cell = { readonly of: number; readonly count: number; readonly kind: 'share' | 'change' | 'missing' }

/** What of a group in one stratum counts into the numbers. */
export function cellsOf(all: readonly Meant[]): readonly Cell[] {
  const known = all.filter(({ before, after }) => before !== null && after !== null)
  const missing = all.filter(({ before, after }) => before === null || after === null)
  const cell = (kind: Cell['kind'], these: readonly Meant[], counts: (each: Meant) => boolean): Cell => ({
    kind,
    of: these.length,
    count: these.filter(counts).length,
  })
  return [
    cell('share', all, ({ before, after }) => before !== null && after !== null),
    cell('share', known, ({ before }) => before === true),
    cell('share', known, ({ after }) => after === true),
    cell('change', known, ({ before, after }) => !before && after === true),
    cell('change', known, ({ before, after }) => before === true && !after),
    cell('missing', missing, ({ before }) => before === true),
    cell('missing', missing, ({ after }) => after === true),
  ]
}
