/**
 * Which publication stands beside the one that is read, which spearpoints go with it, how groups are addressed, and
 * where a street is. Pure.
 */
import { slug } from '../../lib/slug.ts'
import type { GroupKind } from '../../model/group.ts'
import type { Background, Position } from '../../model/map.ts'
import type { Meta } from '../../web/view.ts'

/** A year, less what a round of measuring may come early. */
const YEAR = 330 * 86_400_000

/**
 * Of a year before: the newest that is about a year older or more; without one the oldest there is. Provisional ones
 * stand beside nothing.
 */
export function besideOf(publications: readonly Meta[], shown: Meta): Meta | undefined {
  const earlier = publications.filter(({ no, provisional }) => no < shown.no && !provisional)
  return (
    earlier.find(({ at }) => shown.at.getTime() - at.getTime() >= YEAR) ??
    earlier.toSorted((one, other) => one.no - other.no)[0]
  )
}

type Pointed = { readonly publishedOn: string; readonly endedOn: string | null; readonly endedReason: string }

/**
 * Spearpoints as they were while this publication was the newest: what was chosen or ended since the next one says
 * nothing of then. `dayOf`: the day of a moment here.
 */
export function pointsIn<T extends Pointed>(
  points: readonly T[],
  publications: readonly Meta[],
  shown: Meta | undefined,
  dayOf: (at: Date) => string,
): readonly T[] {
  const next = publications.filter(({ no, provisional }) => shown && no > shown.no && !provisional).at(-1)
  if (!next) return points
  const until = dayOf(next.at)
  return points
    .filter(({ publishedOn }) => publishedOn < until)
    .map((each) =>
      each.endedOn !== null && each.endedOn >= until ? { ...each, endedOn: null, endedReason: '' } : each,
    )
}

/** In an address: `A`, `straat-havenstraat`. */
export const wordOf = ({ kind, name }: { readonly kind: GroupKind; readonly name: string }): string =>
  kind === 'cluster' ? name : `straat-${slug(name)}`

/** The middle of a street, by the line of that name on the background; undefined: it is not drawn there. */
export function middleOf(background: Background | undefined, street: string): Position | undefined {
  const lines = background?.shapes
    .filter(({ kind, name }) => kind === 'road' && name.toLowerCase() === street.toLowerCase())
    .flatMap((shape) => shape.lines)
  const longest = lines?.toSorted((one, other) => other.length - one.length)[0]
  if (!longest || longest.length === 0) return undefined
  const half = (longest.length - 1) / 2
  const [one, other] = [longest[Math.floor(half)]!, longest[Math.ceil(half)]!]
  return [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2]
}

/** Whether a group has a figure to show: it may be large enough while too few of it were measured. */
export const hasFigures = ({ themes }: { readonly themes: readonly unknown[] }): boolean => themes.length > 0
