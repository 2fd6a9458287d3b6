/** What of an effect everybody may read: no count of one to four, and none that follows from what is told. Pure. */
import type { CampaignArm, CampaignResult } from '../model/campaign.ts'
import { ALPHA, FEWEST_KNOWN, FEWEST_TOLD } from '../vocabulary/campaign.ts'
import type { Cell } from './campaign-cells.ts'
import type { Arm, Effect } from './campaign-effect.ts'

type Told = Pick<CampaignResult, 'verdict' | 'first' | 'waiting' | 'difference' | 'interval' | 'bounds' | 'p'>

/** Neither a few, nor all but a few: none and all are told (ADR 0079). */
const tellable = (count: number, of: number): boolean => {
  const few = (value: number) => value > 0 && value < FEWEST_TOLD
  return !few(count) && !few(of - count)
}

/** A count as it may be told, or null. */
export const toldOrNot = (count: number, of: number): number | null => (tellable(count, of) ? count : null)

/**
 * A group as it is told. Where so few are missing that it is not told, neither is who is known, nor how many of those:
 * from how many were meant the rest would follow.
 */
function armTold({ meant, clusters, known, before, after }: Arm): CampaignArm {
  const missing = toldOrNot(meant - known, meant)
  const enough = missing !== null && known >= FEWEST_KNOWN
  return {
    meant,
    clusters,
    missing,
    known: missing === null ? null : known,
    before: enough ? toldOrNot(before, known) : null,
    after: enough ? toldOrNot(after, known) : null,
  }
}
/** Of how many enough is known, by what is told: where a few are missing, as many as if it were the most of a few. */
const leastKnown = ({ meant, known }: Arm): number =>
  meant - known > 0 && meant - known < FEWEST_TOLD ? meant - (FEWEST_TOLD - 1) : known

/** Whole points, so that no count of a single lot follows. */
const NEAR = 1e-9
const point = (value: number): number => Math.round(value) / 100
const down = (value: number | null) => (value === null ? null : point(Math.floor(value * 100 + NEAR)))
const up = (value: number | null) => (value === null ? null : point(Math.ceil(value * 100 - NEAR)))

/**
 * The effect as it is told. A number is told only where every count that it is made of may be told: the difference of
 * who is known and met it in each stratum; p, the interval and the verdict also of who changed; the bounds also of who
 * is missing. That it is too little to say is told by what everybody can see, so that it gives away nothing else.
 */
export function toldOf({ cells, verdict, difference, interval, bounds, p, leastDrawn, ...effect }: Effect): Told {
  const [first, waiting] = [armTold(effect.first), armTold(effect.waiting)]
  const told = (...kinds: readonly Cell['kind'][]) =>
    cells.every(({ kind, count, of }) => !kinds.includes(kind) || tellable(count, of))
  const open = [first, waiting].every(({ before, after }) => before !== null && after !== null) && told('share')
  const whole = open && told('change')
  const short = Math.min(leastKnown(effect.first), leastKnown(effect.waiting)) < FEWEST_KNOWN || leastDrawn >= ALPHA
  return {
    verdict: short ? 'too-few' : whole ? verdict : 'hidden',
    first,
    waiting,
    difference: open ? difference : null,
    interval: whole && interval !== null ? { low: down(interval.low), high: up(interval.high) } : null,
    bounds: open && told('missing') ? bounds : null,
    p: whole && p !== null ? Math.max(0.01, point(p * 100)) : null,
  }
}
