/** What a row of a file says, laid over what stands there: where the file says nothing, nothing changes. Pure. */
import { daysAfter } from '../../lib/iso-date.ts'
import { openStretches, weekdayOf, type Times } from '../../lib/weekly-times.ts'
import { courseTyped, placeTyped, pointTyped, type TypedCourse, type TypedPlace } from './fields.ts'
import { timesTyped, type TypedTimes } from './form-times.tsx'
import { DEFAULTS, type Fields, type ImportRow } from './import-rows.ts'
import { meetingsOf, type Meeting } from './rules.ts'
import type { Course, Place } from './store.ts'

/** How an entry stands on the site: with a neighbourhood and a point that the table of postcodes may have given it. */
export type Shown = {
  readonly keeper: string | null
  readonly district: string
  readonly x: number | null
  readonly y: number | null
}

/** Days ahead that another directory tells of. */
const TOLD = 365
const keyOf = (each: Meeting | ({ readonly day: number } & Omit<Meeting, 'on'>)): string =>
  `${'on' in each ? each.on : each.day} ${each.from} ${each.to}`
const alike = (one: readonly Parameters<typeof keyOf>[0][], other: typeof one): boolean => {
  const keys = new Set(one.map(keyOf))
  return keys.size === new Set(other.map(keyOf)).size && other.every((each) => keys.has(keyOf(each)))
}

/** The times of a place: its days off stay, and so does what lies outside the year that schedules tell of. */
function placeTimes(mine: Times, said: Times, today: string): TypedTimes {
  const until = daysAfter(today, TOLD)
  if (openStretches(mine, today, until).length === 0) return timesTyped(mine)
  const weekly = new Set(said.hours.map(keyOf))
  const unsaid = mine.extra.filter(
    ({ on, from, to }) => on < today || on > until || weekly.has(keyOf({ day: weekdayOf(on), from, to })),
  )
  const extra = [...unsaid, ...said.extra.filter(({ on }) => on >= today)]
  return timesTyped({
    hours: alike(mine.hours, said.hours) ? mine.hours : said.hours,
    off: mine.off,
    extra: alike(mine.extra, extra) ? mine.extra : extra,
  })
}

/** The fields of a place as they would be typed, for a new one or laid over what stands. */
export function placeOnto(row: ImportRow, mine: Place | undefined, shown: Shown | undefined, today: string): Fields {
  if (!mine) return { ...DEFAULTS.place, ...row.otherwise, ...row.fields }
  const stands: TypedPlace = placeTyped(mine)
  const { wijk, punt, ...said } = row.fields
  // What only stands on the site because of the postcode is no word of the keeper.
  const given = shown !== undefined && row.times !== undefined
  return {
    ...stands,
    ...said,
    ...(wijk !== undefined && !(given && wijk === shown.district) && { wijk }),
    ...(punt !== undefined && !(given && punt === pointTyped(shown.x, shown.y)) && { punt }),
    ...(row.times && placeTimes(mine.times as Times, row.times, today)),
  }
}

/** The fields of a course in the same way. `off`: its meetings that were called off, `2026-12-01 10:00`. */
export function courseOnto(row: ImportRow, mine: Course | undefined, off: ReadonlySet<string>): Fields {
  if (!mine) return { ...DEFAULTS.course, ...row.otherwise, ...row.fields }
  const stands: TypedCourse = courseTyped(mine)
  const { times } = row
  if (times === undefined) return { ...stands, ...row.fields }
  const going = meetingsOf(mine.times as Times, mine.starts_on, mine.ends_on).filter(
    ({ on, from }) => !off.has(`${on} ${from}`),
  )
  const same = times.hours.length === 0 && alike(going, times.extra)
  const { onderwerp: _subject, thuis: _online, ...moved } = row.otherwise
  return { ...stands, ...row.fields, ...(same ? {} : moved) }
}
