/** What of an effect everybody may read: no count of one to four, and none that follows from what is told. Pure. */
import type { CampaignArm, CampaignResult } from '../model/campaign.ts'
import { FEWEST_KNOWN, FEWEST_TOLD } from '../vocabulary/campaign.ts'
import type { Arm, Effect } from './campaign-effect.ts'

type Told = Pick<CampaignResult, 'verdict' | 'first' | 'waiting' | 'difference' | 'step' | 'interval' | 'bounds' | 'p'>

/** Neither a few, nor all but a few: none and all are told (ADR 0079). */
const tellable = (count: number, of: number): boolean => {
  const few = (value: number) => value > 0 && value < FEWEST_TOLD
  return !few(count) && !few(of - count)
}

/** A count as it may be told, or null. */
export const toldOrNot = (count: number, of: number): number | null => (tellable(count, of) ? count : null)

function armTold({ meant, clusters, known, before, after }: Arm): CampaignArm {
  const enough = known >= FEWEST_KNOWN
  return {
    meant,
    clusters,
    missing: meant - known,
    known,
    before: enough ? toldOrNot(before, known) : null,
    after: enough ? toldOrNot(after, known) : null,
  }
}

/** Steps in which a difference is told where counts are hidden, the finest first. */
const STEPS = [0, 0.05, 0.1, 0.2] as const
const NEAR = 1e-9
const rounded = (value: number, step: number): number =>
  step === 0 ? value : Math.round(Math.round(value / step) * step * 100) / 100

/** What a hidden count can be, for who knows of how many it is. */
const couldBe = (known: number): readonly number[] =>
  Array.from({ length: known + 1 }, (_, count) => count).filter((count) => !tellable(count, known))

/**
 * Whether every hidden count can still be at least two numbers for who reads the difference in these steps: tried with
 * everything that they could be.
 */
export function staysHidden(arms: readonly [CampaignArm, CampaignArm], difference: number, step: number): boolean {
  const [first, waiting] = arms
  if (first.known === null || waiting.known === null) return false
  const cells = [
    { of: first.known, value: first.before, sign: -1 },
    { of: first.known, value: first.after, sign: 1 },
    { of: waiting.known, value: waiting.before, sign: 1 },
    { of: waiting.known, value: waiting.after, sign: -1 },
  ]
  const seen = cells.map(() => new Set<number>())
  const chosen: number[] = []
  const tryAll = (at: number, sum: number): void => {
    const cell = cells[at]
    if (cell === undefined) {
      if (Math.abs(rounded(sum, step) - difference) < NEAR) chosen.forEach((value, index) => seen[index]!.add(value))
      return
    }
    for (const value of cell.value === null ? couldBe(cell.of) : [cell.value]) {
      chosen[at] = value
      tryAll(at + 1, sum + (cell.sign * value) / cell.of)
    }
  }
  tryAll(0, 0)
  return cells.every(({ value }, at) => value !== null || seen[at]!.size > 1)
}

/** The effect as it is told, in the finest steps that give no hidden count away; with none of them, in words alone. */
export function toldOf({ verdict, ...effect }: Effect): Told {
  const [first, waiting] = [armTold(effect.first), armTold(effect.waiting)]
  const nothing = { verdict, first, waiting, difference: null, step: 0, interval: null, bounds: null, p: null }
  const { difference, interval, bounds, p } = effect
  if (difference === null || Math.min(effect.first.known, effect.waiting.known) < FEWEST_KNOWN) return nothing
  const step = STEPS.find((each) => staysHidden([first, waiting], rounded(difference, each), each))
  if (step === undefined) return nothing
  const down = (value: number) => (step === 0 ? value : rounded(Math.floor(value / step + NEAR) * step, step))
  const up = (value: number) => (step === 0 ? value : rounded(Math.ceil(value / step - NEAR) * step, step))
  return {
    verdict,
    first,
    waiting,
    difference: rounded(difference, step),
    step,
    interval: interval && {
      low: interval.low === null ? null : down(interval.low),
      high: interval.high === null ? null : up(interval.high),
    },
    bounds: { low: down(bounds.low), high: up(bounds.high) },
    // It follows from the counts where each organisation is drawn by itself.
    p: step === 0 ? p : null,
  }
}
