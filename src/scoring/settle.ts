/**
 * Whether a verdict that got worse is sure enough to be published: a worsening is seen twice, at different times of the
 * day (ADR 0116). Pure.
 */
import { dutchTime } from '../lib/dutch-time.ts'
import type { Look, VerdictWord } from '../model/finding.ts'

const RANK: Readonly<Record<VerdictWord, number | null>> = {
  met: 2,
  partly: 1,
  unmet: 0,
  unknown: null,
  'not-applicable': null,
}

/**
 * Whether a change of verdict is for the better (1), the worse (-1) or neither (0: to or from unknown or not
 * applicable).
 */
export function direction(from: VerdictWord, to: VerdictWord): -1 | 0 | 1 {
  const [before, after] = [RANK[from], RANK[to]]
  return before === null || after === null ? 0 : (Math.sign(after - before) as -1 | 0 | 1)
}

/** How far a verdict is from another; nothing known counts as the worst. */
export const distance = (from: VerdictWord, to: VerdictWord): number => Math.abs((RANK[to] ?? 0) - (RANK[from] ?? 0))

/** Hours between two looks when nothing was set, and the fewest that the database takes (`wall.apart`). */
export const APART = { usual: 8, least: 4, most: 72 } as const
const HOUR = 3_600_000
/** Night, morning, afternoon and evening, six hours each, by the clock here. */
const partOf = (at: number): number => Math.floor(Number(dutchTime(new Date(at)).time.slice(0, 2)) / 6)

/** Whether two moments (ISO 8601) are so many hours apart, and in different parts of the day. */
export function apart(one: string, other: string, hours: number): boolean {
  const [a, b] = [Date.parse(one), Date.parse(other)]
  return Math.abs(a - b) >= hours * HOUR && partOf(a) !== partOf(b)
}

/** The first moment after this one (ISO 8601) at which a second look is apart from it. */
export function nextLook(at: string, hours: number): Date {
  let then = Date.parse(at) + hours * HOUR
  while (partOf(then) === partOf(Date.parse(at))) then += HOUR
  return new Date(then)
}

/**
 * What becomes of a criterion that was published as `before`, given the looks since then, the newest first: the newest
 * is told (`as-seen`), or it is worse and seen once (`waiting`), or two looks say otherwise (`contradicts`). Two looks
 * that follow each other, apart in time, end a contradiction when they agree.
 */
export function settle(
  before: VerdictWord,
  looks: readonly Look[],
  hours: number,
): 'as-seen' | 'waiting' | 'contradicts' {
  const worse = ({ verdict }: Look) => direction(before, verdict) < 0
  const known = looks.filter(({ verdict }) => RANK[verdict] !== null)
  const [newest, ...rest] = known
  if (newest === undefined || newest !== looks[0] || !known.some(worse)) return 'as-seen'
  // What was seen in between belongs to it: bad, good and bad again is not twice bad.
  const until = rest.findIndex(({ at }) => apart(at, newest.at, hours))
  const stretch = until === -1 ? rest : rest.slice(0, until + 1)
  if (!worse(newest)) return until !== -1 && !stretch.some(worse) ? 'as-seen' : 'contradicts'
  if (!stretch.every(worse)) return rest.some(worse) ? 'contradicts' : 'waiting'
  return until !== -1 && direction(newest.verdict, stretch[until]!.verdict) <= 0 ? 'as-seen' : 'waiting'
}

/**
 * Whether an address of which a criterion waits stays whole as it was: until two looks since the first that
 * saw anything worse are apart. Longer would let one fickle criterion keep back all that was seen twice; then what
 * waits is a contradiction. With nothing newer than what is `published` there is nothing to wait with. `all`: of each
 * criterion what was published and seen.
 */
export function staysWhole(
  all: readonly { readonly before: VerdictWord; readonly looks: readonly Look[] }[],
  published: Date,
  hours: number,
): boolean {
  const since = all.flatMap(({ before, looks }) =>
    looks.flatMap(({ at, verdict }) =>
      Date.parse(at) > published.getTime() + 1 ? [{ at, worse: direction(before, verdict) < 0 }] : [],
    ),
  )
  const begun = Math.min(...since.flatMap(({ at, worse }) => (worse ? [Date.parse(at)] : [])))
  const moments = [...new Set(since.map(({ at }) => at))].filter((at) => Date.parse(at) >= begun)
  return (
    moments.length > 0 && !moments.some((one, at) => moments.slice(at + 1).some((other) => apart(one, other, hours)))
  )
}
