/** What is so of places and courses: which meetings a course has, and what a number to phone is. Pure. */
import { createHmac } from 'node:crypto'
import { slotsBetween, type Slot, type Times } from '../../lib/weekly-times.ts'

/** Meetings that one course may have. */
export const MOST_MEETINGS = 120
/** Days that a course may last. */
export const LONGEST_COURSE = 400

export type Meeting = { readonly on: string } & Slot

/** The meetings of a course from its first until its last day, and no more than so many. */
export const meetingsOf = (times: Times, startsOn: string, endsOn: string): readonly Meeting[] =>
  slotsBetween(times, startsOn, endsOn, MOST_MEETINGS + 1)

/** The secret in the link of a sign-up, made of its id with the key of the installation. */
export const secretOfSignUp = (key: Buffer, id: string): string =>
  createHmac('sha256', key).update(`sign-up/${id}`).digest('base64url')

/** The id of what was sent: the same from the same form is the same sign-up, however often it is sent. */
export function idOfSignUp(key: Buffer, sent: readonly string[]): string {
  const hex = createHmac('sha256', key)
    .update(JSON.stringify(['sign-up', ...sent]))
    .digest('hex')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5')
}
