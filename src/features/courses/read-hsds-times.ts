/** When something is, as another directory tells it in schedules (Open Referral, HSDS 3). */
import { z } from 'zod'
import { isDate } from '../../lib/iso-date.ts'
import { hoursAhead } from '../../lib/offset-periods.ts'
import { weekdayOf, type Times } from '../../lib/weekly-times.ts'

const text = z.string().max(5_000).nullish()
export const Schedule = z.object({
  freq: text,
  interval: z.number().nullish(),
  byday: text,
  dtstart: text,
  valid_from: text,
  valid_to: text,
  until: text,
  opens_at: text,
  closes_at: text,
})
type Schedule = z.infer<typeof Schedule>

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** `09:00+01:00`, `09:00` or `08:00Z` on a day as the clock here shows it; undefined when it is no time. */
function clockOf(typed: string | null | undefined, on: string): string | undefined {
  const [, hours = '', minutes = '', zone = ''] =
    /^(\d{1,2}):(\d{2})(?::\d{2})?(Z|[+-]\d{2}:?\d{2})?$/.exec((typed ?? '').trim()) ?? ([] as string[])
  if (hours === '' || Number(hours) > 23) return undefined
  const offset = zone === 'Z' ? 0 : zone === '' ? hoursAhead(on) : Number(zone.slice(0, 3))
  const here = (Number(hours) + hoursAhead(on) - offset + 24) % 24
  return `${String(here).padStart(2, '0')}:${minutes}`
}

const isWeekly = ({ freq, interval }: Schedule): boolean =>
  ['', 'WEEKLY', 'DAILY'].includes((freq ?? '').trim().toUpperCase()) && (interval ?? 1) === 1

/**
 * Its times: each weekly time once, however many stretches tell it; and days that come once. `over`: the last day of
 * all of them is past. What comes back otherwise than weekly is left out: open when it is not is worse than unsaid.
 */
export function timesOf(
  schedules: readonly Schedule[],
  today: string,
): { readonly times: Times; readonly over: boolean } {
  const hours = new Map<string, Times['hours'][number]>()
  const days: Times['extra'][number][] = []
  let told = 0
  let past = 0
  for (const schedule of schedules) {
    const { byday, dtstart, valid_from: validFrom, opens_at: opens, closes_at: closes } = schedule
    const on = [dtstart, validFrom].find((each) => isDate(each ?? '')) ?? today
    const [from, to] = [clockOf(opens, on), clockOf(closes, on)]
    if (from === undefined || to === undefined || from >= to) continue
    const until = [schedule.until, schedule.valid_to].map((each) => each?.slice(0, 10) ?? '').find(isDate)
    told++
    if (until !== undefined && until < today) past++
    if (until === on) days.push({ on, from, to })
    else if ((until === undefined || until >= today) && isWeekly(schedule))
      for (const day of (byday ?? '').split(',').map((each) => DAYS.indexOf(each.trim().slice(-2)) + 1))
        if (day > 0) hours.set(`${day} ${from} ${to}`, { day, from, to })
  }
  // A weekly time with only one day between two holidays is no day extra.
  const extra = days.filter(({ on, from, to }) => !hours.has(`${weekdayOf(on)} ${from} ${to}`))
  return { times: { hours: [...hours.values()], off: [], extra }, over: told > 0 && past === told }
}
