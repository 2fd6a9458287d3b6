/** Who goes first: drawn by a seed that everybody can work out again. Pure; the database does the same. */
import { sha256 } from '../lib/canonical.ts'
import { daysAfter } from '../lib/iso-date.ts'
import { CAMPAIGN_SOURCES, type CampaignSource } from '../vocabulary/campaign.ts'

export type ToDraw = { readonly label: string; readonly stratum: number }

/**
 * The public number in the one way in which it is drawn with: its groups of digits as numbers, from low to high, with a
 * space between. Otherwise whoever types it in could choose among as many draws as there are ways to write it.
 */
export const writtenNumber = (typed: string): string =>
  (typed.match(/\d+/g) ?? [])
    .map(BigInt)
    .toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0))
    .join(' ')

/** Whether a number, written in the one way, can be an outcome of this public draw. */
export function fitsSource(source: CampaignSource, value: string): boolean {
  const { count, most } = CAMPAIGN_SOURCES[source].numbers
  const all = value.split(' ').map(Number)
  return all.length === count && new Set(all).size === count && all.every((each) => each >= 1 && each <= most)
}

/** Whether this public draw is drawn on a day. */
export const isDrawDay = (source: CampaignSource, day: string): boolean =>
  CAMPAIGN_SOURCES[source].days.some((each) => each === new Date(`${day}T12:00:00Z`).getUTCDay())

/** The first day from this one on which it is drawn. */
export const drawDayFrom = (source: CampaignSource, day: string): string =>
  isDrawDay(source, day) ? day : drawDayFrom(source, daysAfter(day, 1))

/** The seed of a draw: what was fixed before, and a public number that came after. */
export const seedOf = (hash: string, value: string): string => sha256(`${hash}:${value}`)

/**
 * The labels that go first: within each stratum, in the order of their own hash with the seed, the first half. Of an
 * odd number one more waits.
 */
export function drawFirst(seed: string, all: readonly ToDraw[]): ReadonlySet<string> {
  const first = new Set<string>()
  for (const these of Map.groupBy(all, ({ stratum }) => stratum).values()) {
    const order = these
      .map(({ label }) => ({ label, mark: sha256(`${seed}:${label}`) }))
      .toSorted((a, b) => (a.mark < b.mark ? -1 : 1))
    for (const { label } of order.slice(0, Math.floor(order.length / 2))) first.add(label)
  }
  return first
}

/** Splits in two by a number, the lower half first; where these are equal, by the label. Each gets stratum 1 or 2. */
export function stratified(all: readonly { readonly label: string; readonly by: number }[]): readonly ToDraw[] {
  const order = all.toSorted((a, b) => a.by - b.by || (a.label < b.label ? -1 : 1))
  const half = Math.ceil(order.length / 2)
  return order.map(({ label }, at) => ({ label, stratum: at < half ? 1 : 2 }))
}
