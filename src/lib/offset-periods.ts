/** The stretches of days in which clocks here stand at one distance from UTC. */
import { dutchTime } from './dutch-time.ts'
import { daysAfter } from './iso-date.ts'

/** Hours that clocks here are ahead of UTC at noon of a day: 1 in winter, 2 in summer. */
export function hoursAhead(day: string): number {
  const noon = new Date(`${day}T12:00:00Z`)
  return Number(dutchTime(noon).time.slice(0, 2)) - 12
}

/** From the first until the last day, cut where the clock changes: the day of the change is of what it changes to. */
export function offsetPeriods(
  from: string,
  until: string,
): readonly { readonly from: string; readonly until: string; readonly hours: number }[] {
  const periods: { from: string; until: string; hours: number }[] = []
  for (let day = from; day <= until; day = daysAfter(day, 1)) {
    const hours = hoursAhead(day)
    const last = periods.at(-1)
    if (last?.hours === hours) last.until = day
    else periods.push({ from: day, until: day, hours })
  }
  return periods
}
