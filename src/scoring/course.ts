/**
 * How far a pledge is: expected is the broken line through baseline, intermediate values and target, and what is known
 * stands beside it. It says nothing of later, and is no verdict: that is a person's (ADR 0059). Pure.
 */
import { asNumber, compared, fraction, minus, plus, size, times, type Fraction } from '../lib/fraction.ts'
import type { Measured, PledgeTerms } from '../model/covenant.ts'
import type { Course } from '../vocabulary/covenant.ts'
import { LEAST } from '../vocabulary/group.ts'

export type Line = Pick<PledgeTerms, 'steps' | 'target' | 'due' | 'direction' | 'tolerance'> & {
  readonly baseline: Pick<PledgeTerms['baseline'], 'count' | 'among' | 'on'>
}

/** The share as everybody may read it; undefined: there are too few, so the counts are told. */
export const shareOf = ({ count, among }: Pick<Measured, 'count' | 'among'>): number | undefined =>
  among < LEAST ? undefined : count / among

/** A share that people agreed on: whole tenths of a percent, however a computer wrote them down. */
const agreed = (share: number): Fraction => fraction(Math.round(share * 1000), 1000)

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** The points of the line, in the order of their days; of one day the last counts. */
function pointsOf({ baseline, steps, target, due }: Line) {
  const points = [
    ...(baseline.among > 0 ? [{ on: baseline.on, is: fraction(baseline.count, baseline.among) }] : []),
    ...steps.filter(({ on }) => on > baseline.on && on < due).map(({ on, value }) => ({ on, is: agreed(value) })),
    { on: due, is: agreed(target) },
  ]
  return points.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** What is expected on a day; undefined before the first point. After the last it stays what it was. */
function expectedOn(line: Line, day: string): Fraction | undefined {
  const points = pointsOf(line)
  const after = points.findIndex(({ on }) => on > day)
  if (after === -1) return points.at(-1)!.is
  if (after === 0) return undefined
  const [from, to] = [points[after - 1]!, points[after]!]
  const way = fraction(dayNumber(day) - dayNumber(from.on), dayNumber(to.on) - dayNumber(from.on))
  return plus(from.is, times(minus(to.is, from.is), way))
}

/** What is expected on a day, for a reader. */
export const expected = (line: Line, day: string): number | undefined => {
  const is = expectedOn(line, day)
  return is && asNumber(is)
}

function tolerated({ tolerance, target, baseline }: Line): Fraction {
  if (tolerance !== null) return agreed(tolerance)
  if (baseline.among === 0) return fraction(0)
  return times(size(minus(agreed(target), fraction(baseline.count, baseline.among))), fraction(1, 10))
}

/** The least that is still on course on a day, or with `down` the most; undefined: nothing is expected yet. */
export function edgeOn(line: Line, day: string): Fraction | undefined {
  const is = expectedOn(line, day)
  return is && (line.direction === 'up' ? minus(is, tolerated(line)) : plus(is, tolerated(line)))
}

/** Whether a share is on the right side of an edge, or at it. */
const reaches = (line: Line, { count, among }: Pick<Measured, 'count' | 'among'>, edge: Fraction): boolean =>
  compared(fraction(count, among), edge) * (line.direction === 'up' ? 1 : -1) >= 0

/** Whether so many reach the target; of nothing that is known, it is not known. */
export const reachesTarget = (line: Line, now: Pick<Measured, 'count' | 'among'>): boolean | undefined =>
  now.among === 0 ? undefined : reaches(line, now, agreed(line.target))

/** How far it is on a day. What is known of nothing, or no longer, is not measured, and never behind. */
export function courseOn(line: Line, now: Pick<Measured, 'count' | 'among'> | undefined, day: string): Course {
  const edge = edgeOn(line, day)
  if (edge === undefined || now === undefined) return 'not-begun'
  if (now.among === 0) return 'not-measured'
  return reaches(line, now, edge) ? 'on-course' : 'at-risk'
}
