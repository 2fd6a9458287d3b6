/** What may be said of the counts of a code, and what is handed over of them. Pure. */
import type { Lesson } from '../../model/lesson.ts'
import { counted, month } from '../../web/language.ts'
import type { GroupCode, GroupTotal } from './store.ts'

/** Months shown: a year. */
const MOST_MONTHS = 12

const before = (of: string): string => {
  const [year, at] = of.split('-').map(Number) as [number, number]
  return at === 1 ? `${year - 1}-12` : `${year}-${String(at - 1).padStart(2, '0')}`
}

/** The months that are over since a code was made, the oldest first; a year at most. */
export function monthsOf({ madeOn }: Pick<GroupCode, 'madeOn'>, today: string): readonly string[] {
  const first = madeOn.slice(0, 7)
  const months: string[] = []
  for (let at = before(today.slice(0, 7)); at >= first && months.length < MOST_MONTHS; at = before(at))
    months.unshift(at)
  return months
}

/**
 * What was counted for a lesson in these months. Those below five are in no sum, so that none can be subtracted back;
 * nothing tells them apart from those with none.
 */
export const sumOf = (totals: readonly GroupTotal[], lesson: string, months: readonly string[]): number =>
  totals
    .filter((each) => each.lesson === lesson && months.includes(each.month))
    .reduce((sum, { count }) => sum + count, 0)

/** `12 van de 40 medewerkers (40 is uw eigen opgave)`, in words that hold when a code was used too often. */
export function sumWords(sum: number, staff: number): string {
  if (sum === 0) return 'minder dan 5 per maand'
  const own = `${counted('nl', staff, 'medewerker', 'medewerkers')} (eigen opgave)`
  return sum > staff
    ? `${sum} keer gevolgd, bij ${own}. De code is dus vaker dan één keer per persoon ingevuld.`
    : `${sum} keer gevolgd, bij ${own}`
}

/** The proof that goes with a total: what it rests on, and what it does not say. */
export const proofWords = (
  { title, version }: Lesson,
  sum: number,
  staff: number,
  [from, to]: readonly [string, string],
): string =>
  `Les “${title.nl}” (nu versie ${version}): ${sum} keer gevolgd van ${month('nl', from)} tot en met ` +
  `${month('nl', to)}, geteld met een lescode. Maanden met minder dan 5 tellen niet mee. Het aantal medewerkers ` +
  `(${staff}) is een eigen opgave. Gevolgd zegt niet wat iemand nu kan of doet.`

/** The first and the last day of these months, YYYY-MM-DD. */
export function daysOf(from: string, to: string): { readonly from: string; readonly to: string } {
  const [year, at] = to.split('-').map(Number) as [number, number]
  const last = new Date(Date.UTC(year, at, 0)).getUTCDate()
  return { from: `${from}-01`, to: `${to}-${last}` }
}
