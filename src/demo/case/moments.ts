/** The days of the demo, told from today. */

export type When = { readonly over_dagen: number } | { readonly dagen_geleden: number }
export const DAY = 86_400_000
/** A moment in working hours, so many days from today. */
export const moment = (when: When, today: number): Date =>
  new Date(today + ('over_dagen' in when ? when.over_dagen : -when.dagen_geleden) * DAY + 10 * 3_600_000)
/** The day of a moment, as `2026-11-27`. */
export const isoDay = (at: Date): string => at.toISOString().slice(0, 10)
