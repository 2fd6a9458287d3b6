/** Dates some days or months on: the same day, or the last of a month that has it not. */
import { addDays, addMonths, formatISO, parseISO } from 'date-fns'

const iso = (at: Date): string => formatISO(at, { representation: 'date' })
/** `2026-01-31` and 1 give `2026-02-28`. */
export const monthsOn = (date: string, count: number): string => iso(addMonths(parseISO(date), count))
/** `2026-01-31` and 1 give `2026-02-01`. */
export const daysOn = (date: string, count: number): string => iso(addDays(parseISO(date), count))
