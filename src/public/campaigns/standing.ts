/** How a campaign stands on a day, for everybody: what it waits for, and whether its outcome is late. Pure. */
import { daysAfter } from '../../lib/iso-date.ts'
import { TELL_WITHIN } from '../../vocabulary/campaign.ts'
import type { Listed } from './store.ts'

export type Standing = 'waits' | 'draws' | 'runs' | 'measured' | 'late' | 'told' | 'stopped'

/** The last day on which the outcome has to be public. */
export const tellBy = (after: string): string => daysAfter(after, TELL_WITHIN)

/** How one stands on this day. */
export function standingOf(
  { state, drawOn, after }: Pick<Listed, 'state' | 'drawOn' | 'after'>,
  today: string,
): Standing {
  if (state === 'told' || state === 'stopped') return state
  if (state === 'frozen') return today < drawOn ? 'waits' : 'draws'
  if (today < after) return 'runs'
  return today > tellBy(after) ? 'late' : 'measured'
}
