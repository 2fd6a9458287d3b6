/** Times and days as people type them in Dutch: `9.00-12.00, 13.00-17.00`, `25-12-2026: kerst`. */
import { isDate } from './iso-date.ts'
import type { Slot, Times } from './weekly-times.ts'

const CLOCK = /^(\d{1,2})(?:[.:](\d{2}))?(?: ?uur)?$/
const MONTHS = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ')

/** `9.30`, `9:30`, `9` and `9.30 uur` as `09:30`; undefined when it is no time of a day. */
export function readClock(typed: string): string | undefined {
  const [, hours = '', minutes = '00'] = CLOCK.exec(typed.trim()) ?? []
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return undefined
  return `${hours.padStart(2, '0')}:${minutes}`
}

function readSlot(typed: string): Slot | undefined {
  const [from, to, ...more] = typed.split(/\s*(?:-|–|\btot\b|\bt\/m\b)\s*/).map(readClock)
  return from === undefined || to === undefined || more.length > 0 || from >= to ? undefined : { from, to }
}

/** Times of a day, with commas between; undefined when one is not right or lies within another. */
export function readSlots(typed: string): readonly Slot[] | undefined {
  const parts = typed
    .split(/,|;|\ben\b/)
    .map((each) => each.trim())
    .filter(Boolean)
  const slots = parts.map(readSlot)
  if (slots.some((each) => each === undefined)) return undefined
  const sorted = (slots as Slot[]).toSorted((one, other) => one.from.localeCompare(other.from))
  return sorted.some((each, at) => at > 0 && each.from < sorted[at - 1]!.to) ? undefined : sorted
}

/** `25-12-2026`, `25 december 2026` or `2026-12-25` as `2026-12-25`; undefined when there is no such day. */
export function readDay(typed: string): string | undefined {
  const text = typed.trim().toLowerCase()
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})[-/. ](\d{1,2}|[a-z]+)[-/. ](\d{4})$/.exec(text) ?? ([] as string[])
  const number = /^\d+$/.test(month) ? Number(month) : MONTHS.indexOf(month) + 1
  const written = day === '' ? text : `${year}-${`${number}`.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDate(written) ? written : undefined
}

const lines = (typed: string): readonly string[] =>
  typed
    .split('\n')
    .map((each) => each.trim())
    .filter(Boolean)

/** Days off, a line each: `25-12-2026` or `21-12-2026 t/m 3-1-2027: kerstvakantie`; or the line that is not right. */
export function readOff(typed: string): { readonly off: Times['off'] } | { readonly wrong: string } {
  const off: Times['off'][number][] = []
  for (const line of lines(typed)) {
    const [days = '', ...why] = line.split(':')
    const [from, to = from, ...more] = days.split(/\s+(?:t\/m|tot en met|-|–)\s+/).map(readDay)
    if (from === undefined || to === undefined || to < from || more.length > 0) return { wrong: line }
    off.push({ from, to, why: why.join(':').trim().slice(0, 100) })
  }
  return { off }
}

/** Days extra, a line each: `5-12-2026 10.00-12.00`; or the line that is not right. */
export function readExtra(typed: string): { readonly extra: Times['extra'] } | { readonly wrong: string } {
  const extra: Times['extra'][number][] = []
  for (const line of lines(typed)) {
    const [, day = '', times = ''] =
      /^(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2} [a-z]+ \d{4}),? +(.+)$/i.exec(line) ?? ([] as string[])
    const on = readDay(day)
    const slots = readSlots(times)
    if (on === undefined || slots === undefined || slots.length === 0) return { wrong: line }
    extra.push(...slots.map((slot) => ({ on, ...slot })))
  }
  return { extra }
}

const clock = (time: string): string => time.replace(/^0/, '').replace(':', '.')
/** `9.00–12.00`. */
export const slotTyped = ({ from, to }: Slot): string => `${clock(from)}–${clock(to)}`
const dayTyped = (day: string): string => `${Number(day.slice(8))}-${Number(day.slice(5, 7))}-${day.slice(0, 4)}`

/** The times of a weekday as they are typed. */
export const hoursTyped = ({ hours }: Times, day: number): string =>
  hours
    .filter((each) => each.day === day)
    .map(slotTyped)
    .join(', ')
/** The days off as they are typed, a line each. */
export const offTyped = ({ off }: Times): string =>
  off
    .map(({ from, to, why }) =>
      [from === to ? dayTyped(from) : `${dayTyped(from)} t/m ${dayTyped(to)}`, ...(why === '' ? [] : [why])].join(': '),
    )
    .join('\n')
/** The days extra as they are typed, a line each. */
export const extraTyped = ({ extra }: Times): string =>
  extra.map((each) => `${dayTyped(each.on)} ${slotTyped(each)}`).join('\n')
