/** What is so of courses: which meetings one has. Pure. */
import { slotsBetween, type Slot, type Times } from '../../lib/weekly-times.ts'

/** Meetings that one course may have. */
export const MOST_MEETINGS = 120
/** Days that a course may last. */
export const LONGEST_COURSE = 400

export type Meeting = { readonly on: string } & Slot

/** The meetings of a course from its first until its last day, and no more than so many. */
export const meetingsOf = (times: Times, startsOn: string, endsOn: string): readonly Meeting[] =>
  slotsBetween(times, startsOn, endsOn, MOST_MEETINGS + 1)
