/** Which findings count, and for how long: by where they come from, how firm they are and when it was seen. Pure. */
import { dutchDay } from '../lib/dutch-time.ts'
import type { Finding, FindingSource, Seen, Strength, VerdictWord } from '../model/finding.ts'
import type { Criterion } from '../model/norm.ts'
import type { Lens } from '../model/score.ts'

const ALL: readonly FindingSource[] = ['visit', 'form', 'inspection', 'entry', 'case', 'import']

/** Through which findings each lens looks. An IT-toets looks at what is known of its subject, but for inspections. */
const LENSES: Readonly<Record<Lens, readonly FindingSource[]>> = {
  outside: ['visit'],
  'self-assessment': ['form'],
  'it-toets': ['visit', 'form', 'entry', 'case'],
  inspection: ['inspection'],
  all: ALL,
}

/** Where findings of a criterion come from, by its means; the first where a finding does not say it itself. */
const SOURCES: Readonly<Record<Criterion['means']['by'], readonly [FindingSource, ...FindingSource[]]>> = {
  check: ['visit'],
  question: ['form'],
  person: ['inspection', 'case'],
  entry: ['entry'],
}

/** How firm each is, from 1 (said by the one whom it is about) to 4 (seen by a named person). */
const FIRMNESS: Readonly<Record<Strength, number>> = { declared: 1, measured: 2, documented: 3, witnessed: 4 }

/**
 * What a weight is given to. `source` absent: as its criterion is established. `subject`: of the same subject and
 * criterion one finding counts. `at`: without it, it does not grow old. `until`: its last day, where that was kept.
 */
export type Weighable = Pick<Finding, 'norm' | 'criterion' | 'verdict'> &
  Partial<Pick<Finding, 'source' | 'strength' | 'at'>> & { readonly subject?: string; readonly until?: string }

/** Whether this lens looks at the finding. */
export const isSeenThrough = (lens: Lens, { source }: Pick<Weighable, 'source'>, criterion: Criterion): boolean =>
  LENSES[lens].includes(source ?? SOURCES[criterion.means.by][0])

/** Whether this lens could see anything of the criterion. */
export const isTouchedBy = (lens: Lens, { means, entries }: Criterion): boolean =>
  SOURCES[means.by].some((source) => LENSES[lens].includes(source)) ||
  (entries !== undefined && LENSES[lens].includes('entry'))

/**
 * The last day (`2026-11-28`) on which something of this moment (ISO 8601) says how it is here, where the norm asks
 * to look again after so many months. Of a day that a shorter month lacks, that month’s last.
 */
export function lastDayOf(at: string, months: number): string {
  const [year, month, day] = dutchDay(at).split('-').map(Number) as [number, number, number]
  const days = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, days))).toISOString().slice(0, 10)
}

/** The verdict on the day `today`: what was seen too long ago is no longer known. Without `today` nothing grows old. */
export const verdictOn = (
  { verdict, at, until }: Pick<Weighable, 'verdict' | 'at' | 'until'>,
  months: number,
  today: string | undefined,
): VerdictWord =>
  today !== undefined && at !== undefined && at !== '' && (until ?? lastDayOf(at, months)) < today ? 'unknown' : verdict

/** Why what is too old is unknown, with the last day on which it counted. */
export const EXPIRED = 'expired'
type Dated = { readonly verdict: VerdictWord; readonly reason: string; readonly seen: Seen }

/** A finding that was made at `at` (ISO 8601), as it counts on the day `today`; unchanged while it is not too old. */
export function asItCounts<T extends Dated>(finding: T, at: string, months: number, today: string): T {
  const verdict = verdictOn({ verdict: finding.verdict, at }, months, today)
  return verdict === finding.verdict
    ? finding
    : { ...finding, verdict, reason: EXPIRED, seen: { until: lastDayOf(at, months) } }
}

/**
 * Of findings of the same subject and criterion the firmest, and of those the newest. What is known goes before what is
 * not. Findings that name no subject stay as they are.
 */
export function firmest<T extends Weighable>(findings: readonly T[]): T[] {
  const chosen = new Map<string, T>()
  const apart: T[] = []
  for (const finding of findings) {
    if (finding.subject === undefined) {
      apart.push(finding)
      continue
    }
    const key = `${finding.subject} ${finding.criterion}`
    const before = chosen.get(key)
    if (before === undefined || outranks(finding, before)) chosen.set(key, finding)
  }
  return [...apart, ...chosen.values()]
}

const rank = ({ verdict, strength }: Ranked): number =>
  verdict === 'unknown' ? 0 : strength === undefined ? 1 : FIRMNESS[strength]

/** Whether the first goes before the other: what is known, then the firmest, then the newest. */
export const outranks = (one: Ranked, other: Ranked): boolean =>
  rank(one) > rank(other) || (rank(one) === rank(other) && (one.at ?? '') > (other.at ?? ''))
type Ranked = Pick<Weighable, 'verdict' | 'strength' | 'at'>

/** Whether it is at least as firm as was asked. */
export const isAsFirmAs = (strength: Strength, least: Strength): boolean => FIRMNESS[strength] >= FIRMNESS[least]
