/** Times that repeat each week, with days off and days extra, by the clock of the Netherlands. */
import { daysAfter } from './iso-date.ts'

/** Clock times here, `09:30`. */
export type Slot = { readonly from: string; readonly to: string }
/** What repeats each week, and the days on which that is otherwise. Days are `2026-11-25`. */
export type Times = {
  /** `day`: 1 is Monday, 7 is Sunday. */
  readonly hours: readonly ({ readonly day: number } & Slot)[]
  /** From the first until the last day; one day is both. */
  readonly off: readonly { readonly from: string; readonly to: string; readonly why: string }[]
  /** Open as well, whatever else is said of that day. */
  readonly extra: readonly ({ readonly on: string } & Slot)[]
}

const byStart = (one: Slot, other: Slot): number => one.from.localeCompare(other.from)

/** Monday is 1, Sunday is 7. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

/** Why it is closed on a day on which it would be open; undefined when it is not. */
export const offOn = ({ off }: Times, day: string): Times['off'][number] | undefined =>
  off.find(({ from, to }) => from <= day && day <= to)

/** When it is open on a day, the first time first. */
export function slotsOn(times: Times, day: string): readonly Slot[] {
  const weekly = offOn(times, day) ? [] : times.hours.filter((each) => each.day === weekdayOf(day))
  const extra = times.extra.filter(({ on }) => on === day)
  return [...weekly, ...extra].map(({ from, to }) => ({ from, to })).toSorted(byStart)
}

/** Every time from one day until another, both counted: at most so many. */
export function slotsBetween(
  times: Times,
  from: string,
  until: string,
  most: number,
): readonly ({ readonly on: string } & Slot)[] {
  const found: ({ readonly on: string } & Slot)[] = []
  for (let on = from; on <= until && found.length < most; on = daysAfter(on, 1))
    for (const slot of slotsOn(times, on)) if (found.length < most) found.push({ on, ...slot })
  return found
}

/** The stretches between two days in which nothing is off, first and last day. */
export function openStretches({ off }: Times, from: string, until: string): readonly (readonly [string, string])[] {
  const stretches: (readonly [string, string])[] = []
  let at = from
  for (const each of off.toSorted((one, other) => one.from.localeCompare(other.from))) {
    if (each.to < at || each.from > until) continue
    if (each.from > at) stretches.push([at, daysAfter(each.from, -1)])
    at = daysAfter(each.to, 1)
  }
  if (at <= until) stretches.push([at, until])
  return stretches
}
