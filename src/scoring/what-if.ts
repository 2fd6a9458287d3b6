/**
 * The weak points of an organisation, and what it brings when one of them is done: the score weighed again with that
 * criterion met. Nothing else changes. Pure.
 */
import type { Catalogue, Criterion, Norm } from '../model/norm.ts'
import type { Lens, ThemeScore } from '../model/score.ts'
import type { Weighable } from './counting.ts'
import { EASE } from './helped.ts'
import { counted, criteriaOf, weigh } from './weigh.ts'

export type WeakPoint = {
  /** The first of its criteria names it. */
  readonly id: string
  readonly norm: Norm
  readonly criterion: Criterion
  /** One question may stand at several norms: then each of them. */
  readonly criteria: readonly string[]
  readonly verdict: 'partly' | 'unmet'
  /** Where it was found, in the words of the findings. */
  readonly subjects: readonly string[]
  /** Weight × gap, over all it was found at. */
  readonly gain: number
}

type Known = Weighable & { readonly seen?: Readonly<Record<string, unknown>> }
type Asked = { readonly catalogue: Catalogue; readonly lens: Lens; readonly today?: string }

const GAP = { partly: 0.5, unmet: 1 } as const

/** One per criterion that is not met somewhere, what weighs most first. What is unknown is no weak point. */
export function weakPoints(findings: readonly Known[], { catalogue, lens, today }: Asked): WeakPoint[] {
  const criteria = criteriaOf(catalogue)
  const points = new Map<string, WeakPoint>()
  for (const finding of counted(findings, criteria, lens, today)) {
    const { verdict, criterion: id, subject } = finding
    const { norm, criterion } = criteria.get(id)!
    if ((verdict !== 'partly' && verdict !== 'unmet') || criterion.weight === 0) continue
    const asked = finding.source === 'form' ? finding.seen?.['question'] : undefined
    const key = typeof asked === 'string' ? `form ${asked}` : id
    const before = points.get(key)
    const same = before?.criteria.includes(id) ?? false
    points.set(key, {
      id: before?.id ?? id,
      norm: before?.norm ?? norm,
      criterion: before?.criterion ?? criterion,
      criteria: before ? (same ? before.criteria : [...before.criteria, id]) : [id],
      verdict: verdict === 'unmet' || before?.verdict === 'unmet' ? 'unmet' : 'partly',
      subjects: [...new Set([...(before?.subjects ?? []), ...(subject === undefined ? [] : [subject])])],
      gain: (before?.gain ?? 0) + criterion.weight * GAP[verdict],
    })
  }
  return [...points.values()].toSorted((one, other) => other.gain - one.gain || one.id.localeCompare(other.id))
}

export type WhatIf = { readonly before: ThemeScore; readonly after: ThemeScore }

/** Of each theme that it moves: as it is, and as it would be with these criteria met wherever they are not. */
export function whatIf(
  findings: readonly Weighable[],
  criteria: readonly string[],
  { catalogue, lens, today }: Asked,
): WhatIf[] {
  const done = findings.map((finding) =>
    criteria.includes(finding.criterion) && (finding.verdict === 'partly' || finding.verdict === 'unmet')
      ? { ...finding, verdict: 'met' as const }
      : finding,
  )
  const [now, then] = [findings, done].map((each) => weigh(each, catalogue, lens, today).themes)
  const touched = new Set(
    catalogue.norms.flatMap((norm) => (norm.criteria.some(({ id }) => criteria.includes(id)) ? [norm.theme] : [])),
  )
  return now!.flatMap((before, index) => (touched.has(before.theme) ? [{ before, after: then![index]! }] : []))
}

/** A score as it is shown: whole points of 100. What has no score has no points to win. */
const shown = (score: number | null): number => Math.round((score ?? 0) * 100)

/** How many points all themes together win, counted as each is shown, so that a reader can add them up. */
export const riseOf = (brings: readonly WhatIf[]): number =>
  brings.reduce(
    (sum, { before, after }) =>
      before.score === null || after.score === null ? sum : sum + shown(after.score) - shown(before.score),
    0,
  )

/** Of equal rises what weighs most and asks least work goes first. Of what nobody said the effort, it is the most. */
const worth = ({ criterion: { weight, effort } }: Pick<WeakPoint, 'criterion'>): number =>
  weight * EASE[effort?.size ?? 'large']

/** What brings most first, by what is told that it brings. */
export const byRise = <P extends WeakPoint & { readonly brings: readonly WhatIf[] }>(points: readonly P[]): P[] =>
  points.toSorted(
    (one, other) =>
      riseOf(other.brings) - riseOf(one.brings) ||
      worth(other) - worth(one) ||
      other.gain - one.gain ||
      one.id.localeCompare(other.id),
  )
