/** Rules of badges: on what they stand, until when, and what a badge on a site turns out to be. Pure. */
import { badgeState, type SightingState } from '../../vocabulary/badge.ts'
import type { PublicBadge } from '../../model/badge.ts'

/** What somebody saw of one criterion, and until when it counts. Days are `2026-11-28`. */
export type SeenPoint = {
  readonly norm: string
  readonly criterion: string
  readonly verdict: string
  readonly seenBy: string
  readonly seenOn: string
  readonly until: string
}
/** A norm of which all that was looked at is met. */
export type SeenNorm = {
  readonly id: string
  /** The criteria that were looked at and met. */
  readonly criteria: readonly string[]
  readonly seenBy: string
  readonly seenOn: string
  readonly until: string
}

/**
 * The norms of which everything that was looked at last is met, or does not apply, and counts today. One that is met in
 * part, that was not to be seen, or that counts no longer, is not among them: unknown is not met.
 */
export function normsMet(points: readonly SeenPoint[], today: string): SeenNorm[] {
  const last = new Map<string, SeenPoint>()
  for (const each of points) {
    const before = last.get(each.criterion)
    if (!before || each.seenOn > before.seenOn) last.set(each.criterion, each)
  }
  return [...Map.groupBy(last.values(), ({ norm }) => norm)]
    .flatMap(([id, all]) => {
      const met = all.filter(({ verdict }) => verdict === 'met').toSorted((a, b) => a.seenOn.localeCompare(b.seenOn))
      const holds = all.every(
        ({ verdict, until }) => (verdict === 'met' || verdict === 'not-applicable') && until >= today,
      )
      if (met.length === 0 || !holds) return []
      const criteria = met.map(({ criterion }) => criterion).toSorted()
      // It stands as long as the first of them; what was seen longest ago says when.
      return [
        { id, criteria, seenBy: met[0]!.seenBy, seenOn: met[0]!.seenOn, until: first(all.map((each) => each.until)) },
      ]
    })
    .toSorted((a, b) => a.id.localeCompare(b.id))
}

/** A year after this day; of 29 February the 28th. */
export function yearAfter(date: string): string {
  const [year, rest] = [Number(date.slice(0, 4)) + 1, date.slice(4)]
  return rest === '-02-29' ? `${year}-02-28` : `${year}${rest}`
}
const first = (dates: readonly string[]): string => dates.toSorted()[0]!

/** The last day that a badge for a signature may name: a year, or as long as the covenant. */
export const lastOfSigned = (today: string, endsOn: string | null): string =>
  first([yearAfter(today), ...(endsOn === null ? [] : [endsOn])])
/** The day of the visit that a badge for these norms stands on, and the last day that it may name. */
export function lastOfSeen(norms: readonly SeenNorm[]): { readonly seenOn: string; readonly until: string } {
  const seenOn = first(norms.map((each) => each.seenOn))
  return { seenOn, until: first([yearAfter(seenOn), ...norms.map(({ until }) => until)]) }
}

type Known = Pick<PublicBadge, 'ended' | 'validUntil' | 'ground'> & { readonly organisation: string | null }
/**
 * What a badge on a site is, on a day. `carried`: it stands there as a picture, or on the site of its holder; what is
 * only written about is nobody's badge. `holders`: the organisations whose address that site is.
 */
export function sightingState(
  badge: Known | undefined,
  { shown, holders, today }: { readonly shown: boolean; readonly holders: readonly string[]; readonly today: string },
): SightingState {
  if (!badge) return shown ? 'unknown' : 'mentioned'
  const own = badge.organisation !== null && holders.includes(badge.organisation)
  if (!own && !shown) return 'mentioned'
  // Whose the badge of a premises without an organisation is, an address does not tell.
  if (!own && badge.organisation !== null) return 'of-another'
  const state = badgeState(badge, today)
  if (state === 'withdrawn' || state === 'handed-back') return 'withdrawn'
  return state === 'ended' ? 'ended' : 'valid'
}
