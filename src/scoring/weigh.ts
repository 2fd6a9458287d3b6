/** Weighs findings into one figure per theme, always with how much of the theme was looked at. Pure. */
import type { VerdictWord } from '../model/finding.ts'
import type { Catalogue, Criterion, Norm } from '../model/norm.ts'
import type { Lens, Score, ThemeScore } from '../model/score.ts'
import { firmest, isSeenThrough, isTouchedBy, verdictOn, type Weighable } from './counting.ts'

/** Below this coverage no figure is given: too little was seen to speak. */
export const ENOUGH = 0.8

const VALUE: Readonly<Partial<Record<VerdictWord, number>>> = { met: 1, partly: 0.5, unmet: 0 }

/**
 * Per theme: score = Σ weight × value ÷ Σ weight over what is known (met 1, partly ½, unmet 0); coverage = known ÷
 * applicable weight. Unknown counts for neither; not-applicable and advice (weight 0) count nowhere. Findings of
 * several subjects of one organisation are weighed together; several of the same subject and criterion are one. Only
 * what the lens looks at counts. `today` (`2026-11-28`): what was seen longer ago than the norm is looked at again, is
 * unknown.
 */
export function weigh(
  findings: readonly Weighable[],
  catalogue: Catalogue,
  lens: Lens = 'outside',
  today?: string,
): Score {
  const criteria = criteriaOf(catalogue)
  const sums = new Map(catalogue.themes.map((theme) => [theme.id, { known: 0, applicable: 0, points: 0 }]))
  for (const finding of counted(findings, criteria, lens, today)) {
    if (finding.verdict === 'not-applicable') continue
    const found = criteria.get(finding.criterion)!
    const sum = sums.get(found.norm.theme)!
    const weight = found.criterion.weight
    sum.applicable += weight
    const value = VALUE[finding.verdict]
    if (value === undefined) continue
    sum.known += weight
    sum.points += weight * value
  }
  return {
    lens,
    catalogue: catalogue.version,
    themes: catalogue.themes.map((theme) => themeScore(theme.id, sums.get(theme.id)!, catalogue, lens)),
  }
}

type Found = { readonly norm: Norm; readonly criterion: Criterion }

/** Every criterion with its norm, by its id. */
export const criteriaOf = (catalogue: Catalogue): ReadonlyMap<string, Found> =>
  new Map(
    catalogue.norms.flatMap((norm) => norm.criteria.map((criterion) => [criterion.id, { norm, criterion }] as const)),
  )

/** Which findings count, as they count on the day `today`: what the lens looks at, and of a subject the firmest. */
export function counted<T extends Weighable>(
  findings: readonly T[],
  criteria: ReadonlyMap<string, Found>,
  lens: Lens,
  today: string | undefined,
): T[] {
  return firmest(
    findings.flatMap((finding) => {
      const found = criteria.get(finding.criterion)
      if (!found || !isSeenThrough(lens, finding, found.criterion)) return []
      const verdict = verdictOn(finding, found.norm.reviewMonths, today)
      // A whole city is weighed at once: only what changes is made anew.
      return [verdict === finding.verdict ? finding : { ...finding, verdict }]
    }),
  )
}

function themeScore(
  theme: ThemeScore['theme'],
  sum: { known: number; applicable: number; points: number },
  catalogue: Catalogue,
  lens: Lens,
): ThemeScore {
  const norms = catalogue.norms.filter((norm) => norm.theme === theme)
  const touches = norms.filter((norm) =>
    norm.criteria.some((criterion) => criterion.weight > 0 && isTouchedBy(lens, criterion)),
  )
  const coverage = sum.applicable === 0 ? null : sum.known / sum.applicable
  return {
    theme,
    coverage,
    known: sum.known,
    applicable: sum.applicable,
    normsTouched: touches.length,
    norms: norms.length,
    score: coverage !== null && coverage >= ENOUGH ? sum.points / sum.known : null,
  }
}
