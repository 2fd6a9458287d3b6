/**
 * Whether a unit meets what was promised, and how many do: on a day, and through time. What is not known stands between
 * the worst and the best that it could be. Pure.
 */
import { daysAfter } from '../lib/iso-date.ts'
import type { PledgeRule } from '../model/covenant.ts'
import type { Held, Strength, VerdictWord } from '../model/finding.ts'
import { isAsFirmAs, outranks } from './counting.ts'

/** How a unit stands; `not-applicable`: nothing of any rule is asked of it, so it is not counted. */
export type UnitOutcome = 'met' | 'unmet' | 'unknown' | 'not-applicable'

export type UnitState = {
  readonly outcome: UnitOutcome
  /** Of the findings that count, the weakest strength, the first last day and the newest day; null where none does. */
  readonly strength: Strength | null
  readonly until: string | null
  readonly seen: string | null
}

/** What is promised of a unit: one of the rules, by findings that are at least so firm. */
export type Promised = { readonly rules: readonly PledgeRule[]; readonly least: Strength }

/** One thing that is counted: an organisation, a website, a shop. Days as `2026-11-28`; the last is part of it. */
export type Unit = {
  readonly id: string
  /** What two parties share has one key, and is counted once for all together. */
  readonly key: string
  readonly party: string
  readonly until: string | null
  /** What findings are about that say something of it: itself, and its addresses. */
  readonly subjects: readonly { readonly id: string; readonly until: string | null }[]
}

/** Halves: what is met counts for two. */
const HALVES: Readonly<Partial<Record<VerdictWord, number>>> = { met: 2, partly: 1, unmet: 0 }

/** How a rule comes out of these verdicts, one per criterion: partly is a half, what does not apply is left out. */
export function ruleOutcome(verdicts: readonly VerdictWord[], atLeast: number): UnitOutcome {
  let [sum, unknown, among] = [0, 0, 0]
  for (const verdict of verdicts) {
    if (verdict === 'not-applicable') continue
    among += 1
    const halves = HALVES[verdict]
    if (halves === undefined) unknown += 1
    else sum += halves
  }
  if (among === 0) return 'not-applicable'
  // A quotient and a share that are equal are rounded to the same number: at the edge nothing goes wrong.
  const reaches = (halves: number): boolean => halves / (2 * among) >= atLeast
  return reaches(sum) ? 'met' : reaches(sum + 2 * unknown) ? 'unknown' : 'unmet'
}

/** Of one criterion seen at several subjects of a unit (two websites): only as good as the least of them. */
export function worstOf(verdicts: readonly VerdictWord[]): VerdictWord {
  const there = verdicts.filter((verdict) => verdict !== 'not-applicable')
  if (there.length === 0) return verdicts.length === 0 ? 'unknown' : 'not-applicable'
  return (['unmet', 'unknown', 'partly'] as const).find((word) => there.includes(word)) ?? 'met'
}

/** What counts on a day of each criterion: per subject the firmest that holds then and is firm enough. */
function countingOn(held: readonly Held[], unit: Pick<Unit, 'subjects'>, { rules, least }: Promised, day: string) {
  const ends = new Map(unit.subjects.map(({ id, until }) => [id, until]))
  const chosen = new Map<string, Map<string, Held | undefined>>()
  for (const rule of rules) for (const criterion of rule.criteria) chosen.set(criterion, new Map())
  for (const finding of held) {
    const of = chosen.get(finding.criterion)
    const end = ends.get(finding.subject)
    if (!of || end === undefined || (end !== null && end < day) || finding.from > day) continue
    const before = of.get(finding.subject)
    const counts = finding.until >= day && isAsFirmAs(finding.strength, least)
    // What was seen and no longer counts leaves its subject unknown, not unmentioned.
    of.set(finding.subject, counts && (before === undefined || precedes(finding, before)) ? finding : before)
  }
  return chosen
}

/** Of what several entries of registers say of the same, the best: one valid certificate is enough. */
function precedes(one: Held, other: Held): boolean {
  const [a, b] = [HALVES[one.verdict], HALVES[other.verdict]]
  if (one.source === 'entry' && other.source === 'entry' && a !== undefined && b !== undefined && a !== b) return a > b
  return outranks(one, other)
}

/** How a unit stands on a day, and by which findings. `held`: all about its subjects. */
export function unitOn(
  held: readonly Held[],
  unit: Pick<Unit, 'subjects'>,
  promised: Promised,
  day: string,
): UnitState & { readonly by: readonly { readonly criterion: string; readonly verdict: VerdictWord }[] } {
  const chosen = countingOn(held, unit, promised, day)
  const verdicts = new Map(
    [...chosen].map(([criterion, of]) => [
      criterion,
      worstOf([...of.values()].map((finding) => finding?.verdict ?? 'unknown')),
    ]),
  )
  const each = promised.rules.map((rule) => ({
    rule,
    outcome: ruleOutcome(
      rule.criteria.map((criterion) => verdicts.get(criterion)!),
      rule.atLeast,
    ),
  }))
  const met = each.find(({ outcome }) => outcome === 'met')
  const asked = each.filter(({ outcome }) => outcome !== 'not-applicable')
  const outcome =
    asked.length === 0
      ? each.length === 0
        ? 'unknown'
        : 'not-applicable'
      : met
        ? 'met'
        : asked.every((one) => one.outcome === 'unmet')
          ? 'unmet'
          : 'unknown'
  // It stands on the rule that is met; where none is, on all of them.
  const on = new Set((met ? [met.rule] : promised.rules).flatMap(({ criteria }) => criteria))
  const counted = [...chosen].flatMap(([criterion, of]) =>
    on.has(criterion) ? [...of.values()].filter((finding) => finding !== undefined) : [],
  )
  return {
    outcome,
    ...edgesOf(counted.map(({ strength, until, at }) => ({ strength, until, seen: at }))),
    by: [...verdicts].map(([criterion, verdict]) => ({ criterion, verdict })),
  }
}

type Edges = Pick<UnitState, 'strength' | 'until' | 'seen'>
function edgesOf(all: readonly Edges[]): Edges {
  let [strength, until, seen]: [Strength | null, string | null, string | null] = [null, null, null]
  for (const each of all) {
    if (each.strength !== null && (strength === null || isAsFirmAs(strength, each.strength))) strength = each.strength
    if (each.until !== null && (until === null || each.until < until)) until = each.until
    if (each.seen !== null && (seen === null || each.seen > seen)) seen = each.seen
  }
  return { strength, until, seen }
}

/** Of what two parties share, what counts: the one of which something is known. */
export const known = <T extends UnitState>(one: T | undefined, other: T | undefined): T | undefined =>
  one === undefined || (one.outcome === 'unknown' && other !== undefined) ? other : one

/** From a day on a unit stands so; undefined: it is not there. */
export type Since<T> = { readonly from: string; readonly is: T | undefined }

const same = (a: UnitState | undefined, b: UnitState | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.outcome === b.outcome &&
    a.strength === b.strength &&
    a.until === b.until &&
    a.seen === b.seen)

/** Before anything that is counted. */
const EVER = '0001-01-01'

/** How a unit stood through time, until and with `today`: each day on which that changed. */
export function unitThrough(all: readonly Held[], unit: Unit, promised: Promised, today: string): Since<UnitState>[] {
  // Of what nothing is promised, nothing changes: neither its days nor what it says.
  const asked = new Set(promised.rules.flatMap(({ criteria }) => criteria))
  const held = all.filter(({ criterion }) => asked.has(criterion))
  const days = new Set([EVER])
  const from = (day: string) => day <= today && days.add(day)
  for (const finding of held) {
    from(finding.from)
    if (finding.until < today) from(daysAfter(finding.until, 1))
  }
  for (const { until } of unit.subjects) if (until !== null && until < today) from(daysAfter(until, 1))
  const gone = unit.until !== null && unit.until < today ? daysAfter(unit.until, 1) : undefined
  if (gone !== undefined) from(gone)
  const steps: Since<UnitState>[] = []
  for (const day of [...days].sort()) {
    const there = gone === undefined || day < gone
    const { by: _by, ...is } = there ? unitOn(held, unit, promised, day) : { by: undefined }
    const state = there ? (is as UnitState) : undefined
    if (steps.length === 0 ? state !== undefined : !same(steps.at(-1)!.is, state)) steps.push({ from: day, is: state })
    if (!there) break
  }
  return steps
}
