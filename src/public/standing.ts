/**
 * What was published counts as long as its norm lets it: after that it is no longer known, until it is measured and
 * published again. Of an earlier publication is told how it was then. Pure.
 */
import type { Db } from '../db/connect.ts'
import type { Seen, VerdictWord } from '../model/finding.ts'
import type { Catalogue } from '../model/norm.ts'
import type { ThemeScore } from '../model/score.ts'
import { asItCounts, lastDayOf } from '../scoring/counting.ts'
import { weigh } from '../scoring/weigh.ts'

/** The newest publication on the day `today` (`2026-11-28`), of which something may be too old. */
export type Standing = { readonly today: string; readonly catalogue: Catalogue }

/** Where in the database a publication is read. */
export type At = {
  readonly db: Db
  readonly municipality: string
  readonly no: number
  /** Where it is the newest, and something of it may be too old to be told as how it is. */
  readonly standing?: Standing | undefined
}

/** After how many months the first of what is measured is looked at again. */
export const shortest = ({ norms }: Pick<Catalogue, 'norms'>): number =>
  Math.min(
    ...norms
      .filter(({ criteria }) => criteria.some(({ means }) => means.by === 'check'))
      .map(({ reviewMonths }) => reviewMonths),
  )

/** `from`: when the first of it was measured, ISO. Undefined while nothing can be too old: then nothing is asked. */
export const standingOf = (catalogue: Catalogue, from: string | null, today: string): Standing | undefined =>
  from !== null && Number.isFinite(shortest(catalogue)) && lastDayOf(from, shortest(catalogue)) < today
    ? { today, catalogue }
    : undefined

type Told = {
  readonly norm: string
  readonly criterion: string
  readonly verdict: VerdictWord
  readonly reason: string
  readonly seen: Seen
}

/** The finding as it counts on this day: what was measured too long ago says until when it counted, and no more. */
export function asItStands<T extends Told>(standing: Standing | undefined, finding: T, measuredAt: Date | null): T {
  if (standing === undefined || measuredAt === null) return finding
  const months = standing.catalogue.norms.find(({ id }) => id === finding.norm)?.reviewMonths
  if (months === undefined) return finding
  return asItCounts(finding, measuredAt.toISOString(), months, standing.today)
}

/** The figures that follow from findings as they stand. */
export const themesOf = ({ catalogue }: Standing, findings: readonly Told[]): readonly ThemeScore[] =>
  weigh(findings, catalogue).themes

/** After how many months each norm is looked at again, as two columns. */
export const monthsOf = ({ catalogue: { norms } }: Standing) => ({
  norms: norms.map(({ id }) => id),
  months: norms.map(({ reviewMonths }) => reviewMonths),
})
