/** A day and a time as people write them here, as a moment: in summer and in winter. */

const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short', timeStyle: 'short' })

/** `2027-01-15` and `12:00`, of a moment. */
export function dutchTime(at: Date): { readonly date: string; readonly time: string } {
  const [date = '', time = ''] = wall.format(at).split(' ')
  return { date, time }
}

/** The day here of a moment (ISO 8601), as `2027-01-15`; a day is itself. */
export const dutchDay = (at: string): string => (at.length === 10 ? at : dutchTime(new Date(at)).date)

/** The moment at which clocks here show this; undefined when they never do, or it is no time. */
export function dutchMoment(date: string, time: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return undefined
  for (const hours of [1, 2]) {
    const at = new Date(Date.parse(`${date}T${time}:00Z`) - hours * 3_600_000)
    if (Number.isNaN(at.getTime())) return undefined
    const shown = dutchTime(at)
    if (shown.date === date && shown.time === time) return at
  }
  return undefined
}
