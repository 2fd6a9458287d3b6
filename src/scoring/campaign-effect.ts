/**
 * What a campaign did: in each stratum the change of those that went first less the change of those that waited, held
 * against every other way in which the draw could have fallen. Everyone meant counts, reached or not. Pure.
 */
import { cellsOf, type Cell, type Meant } from './campaign-cells.ts'
import { drawsOf, leastOf, numberOfDraws } from './campaign-draws.ts'

/** `before` and `after`: how many met the aim, of those `known` at both moments. */
export type Arm = {
  readonly meant: number
  readonly clusters: number
  readonly known: number
  readonly before: number
  readonly after: number
}

export type Effect = {
  readonly first: Arm
  readonly waiting: Arm
  /** Of each group in each stratum. */
  readonly cells: readonly Cell[]
  /** Null where nothing is known of a group. */
  readonly difference: number | null
  readonly p: number | null
  /** The smallest that p can be, whatever comes out. */
  readonly leastP: number
  /** The same if all were known of every lot: by what everybody can see. */
  readonly leastDrawn: number
  readonly interval: { readonly low: number | null; readonly high: number | null } | null
  readonly bounds: { readonly low: number; readonly high: number }
  readonly permutations: number
  readonly exact: boolean
  readonly verdict: 'more' | 'less' | 'none' | 'too-few'
}

export type Test = {
  readonly alpha: number
  readonly permutations: number
  readonly fewest: number
  readonly seed: string
}

/** What of a cluster counts: of how many both moments are known, and the sum of their changes. */
type Cluster = {
  readonly label: string
  readonly stratum: number
  readonly first: boolean
  known: number
  change: number
}

const armOf = (all: readonly Meant[]): Arm => {
  const known = all.filter(({ before, after }) => before !== null && after !== null)
  return {
    meant: all.length,
    clusters: new Set(all.map(({ cluster }) => cluster)).size,
    known: known.length,
    before: known.filter(({ before }) => before).length,
    after: known.filter(({ after }) => after).length,
  }
}

function clustersOf(all: readonly Meant[]): readonly Cluster[] {
  const clusters = new Map<string, Cluster>()
  for (const { cluster: label, stratum, first, before, after } of all) {
    const one = clusters.get(label) ?? { label, stratum, first, known: 0, change: 0 }
    clusters.set(label, one)
    if (before === null || after === null) continue
    one.known += 1
    one.change += Number(after) - Number(before)
  }
  return [...clusters.values()].toSorted((a, b) => a.stratum - b.stratum || (a.label < b.label ? -1 : 1))
}

/** How many count on a side, and the sum of their changes. */
type Side = { known: number; change: number }
/**
 * The difference: in each stratum the mean change of those that went first less that of those that waited, weighed by
 * how many count there. A stratum with nobody on one side says nothing of a difference. Null: no stratum does.
 */
function differenceOf(strata: Iterable<{ readonly first: Side; readonly waiting: Side }>): number | null {
  let [sum, weight] = [0, 0]
  for (const { first, waiting } of strata) {
    if (first.known === 0 || waiting.known === 0) continue
    const size = first.known + waiting.known
    sum += size * (first.change / first.known - waiting.change / waiting.known)
    weight += size
  }
  return weight === 0 ? null : sum / weight
}
type Counted = Side & { readonly stratum: number; readonly first: boolean }
const sideOf = (all: readonly Side[]): Side => ({
  known: all.reduce((sum, { known }) => sum + known, 0),
  change: all.reduce((sum, { change }) => sum + change, 0),
})
const strataOf = (all: readonly Counted[]) =>
  [...Map.groupBy(all, ({ stratum }) => stratum).values()].map((these) => ({
    first: sideOf(these.filter(({ first }) => first)),
    waiting: sideOf(these.filter(({ first }) => !first)),
  }))

/** The difference when all that is unknown falls out as badly, or as well, as it can for the campaign. */
const bound = (all: readonly Meant[], well: boolean): number =>
  differenceOf(
    strataOf(
      all.map(({ stratum, first, before, after }) => {
        const good = first === well
        return { stratum, first, known: 1, change: Number(after ?? good) - Number(before ?? !good) }
      }),
    ),
  ) ?? 0

/**
 * The effect. Throws nothing: where too little is known it says so. `permutations`: how many draws are tried at most;
 * of more, as many are drawn by the seed.
 */
export function effectOf(all: readonly Meant[], { alpha, permutations, fewest, seed }: Test): Effect {
  const [first, waiting] = [armOf(all.filter((each) => each.first)), armOf(all.filter((each) => !each.first))]
  const clusters = clustersOf(all)
  const difference = differenceOf(strataOf(clusters))
  const exact = numberOfDraws(clusters) <= permutations
  const told =
    difference === null ? undefined : heldAgainst(clusters, difference, drawsOf(clusters, permutations, seed))
  const leastP = leastOf(clusters)
  const p = told === undefined ? null : told.p
  const tooFew = p === null || leastP >= alpha || Math.min(first.known, waiting.known) < fewest
  return {
    first,
    waiting,
    cells: [...Map.groupBy(all, (each) => `${each.stratum} ${each.first}`).values()].flatMap(cellsOf),
    difference,
    p,
    leastP,
    leastDrawn: leastOf(clusters.map(({ stratum, first: drawn }) => ({ stratum, first: drawn }))),
    interval: told === undefined ? null : told.interval(alpha),
    bounds: { low: bound(all, false), high: bound(all, true) },
    permutations: told?.draws ?? 0,
    exact,
    verdict: tooFew ? 'too-few' : p >= alpha ? 'none' : difference! > 0 ? 'more' : 'less',
  }
}

const NEAR = 1e-9

/**
 * Tries every draw. Under the guess that the campaign did δ, a draw differs by A − δB, and the real one by T − δ: the
 * guesses under which a draw is at least as far from nought as the real one lie between two points, with T in between.
 * So p is counted, and the interval read from those points, without trying guesses one by one.
 */
function heldAgainst(clusters: readonly Cluster[], real: number, draws: Iterable<readonly boolean[]>) {
  const [lows, highs]: [number[], number[]] = [[], []]
  const sums = sumsOf(clusters)
  let [count, extreme] = [0, 0]
  for (const draw of draws) {
    count += 1
    const { low, high } = guesses(sums, draw, real)
    if (low <= NEAR && high >= -NEAR) extreme += 1
    lows.push(low)
    highs.push(high)
  }
  lows.sort((a, b) => a - b)
  highs.sort((a, b) => b - a)
  return {
    p: extreme / count,
    draws: count,
    /** Guesses that are not refused: so many of all draws or more are at least as far off. */
    interval: (alpha: number) => {
      const last = Math.max(0, Math.floor(alpha * count - NEAR))
      const [low, high] = [lows[last], highs[last]]
      return { low: finite(low), high: finite(high) }
    },
  }
}
const finite = (value: number | undefined): number | null =>
  value === undefined || !Number.isFinite(value) ? null : value

/** What counts of each cluster, in rows of numbers: thousands of clusters are looked at thousands of times. */
function sumsOf(clusters: readonly Cluster[]) {
  const row = (of: (each: Cluster) => number) => Int32Array.from(clusters, of)
  const rows = {
    change: row(({ change }) => change),
    known: row(({ known }) => known),
    /** Of those that really went first. */
    mine: row(({ first, known }) => (first ? known : 0)),
  }
  // Clusters stand by stratum.
  const strata = [...Map.groupBy(clusters.keys(), (at) => clusters[at]!.stratum).values()].map((places) => {
    const [from, to] = [places[0]!, places.at(-1)! + 1]
    const sum = (of: Int32Array) => of.subarray(from, to).reduce((total, value) => total + value, 0)
    return { from, to, change: sum(rows.change), known: sum(rows.known), mine: sum(rows.mine) }
  })
  return { ...rows, strata }
}
type Sums = ReturnType<typeof sumsOf>

/** How a draw differs: A as it came out, and B of those that really went first. */
function drawnDifference({ change, known, mine, strata }: Sums, draw: readonly boolean[]) {
  let [a, b, weight] = [0, 0, 0]
  for (const all of strata) {
    let [changed, seen, own] = [0, 0, 0]
    for (let at = all.from; at < all.to; at++)
      if (draw[at]!) {
        changed += change[at]!
        seen += known[at]!
        own += mine[at]!
      }
    const left = all.known - seen
    if (seen === 0 || left === 0) continue
    a += all.known * (changed / seen - (all.change - changed) / left)
    b += all.known * (own / seen - (all.mine - own) / left)
    weight += all.known
  }
  return weight === 0 ? undefined : { a: a / weight, b: b / weight }
}

/** Between which guesses a draw is at least as far from nought as the real one is. */
function guesses(sums: Sums, draw: readonly boolean[], real: number) {
  const drawn = drawnDifference(sums, draw)
  // A draw of which nothing is known on one side is counted against the campaign.
  if (drawn === undefined) return { low: -Infinity, high: Infinity }
  const { a, b } = drawn
  const ends = [
    Math.abs(1 - b) < NEAR ? [-Infinity, Infinity] : [(real - a) / (1 - b)],
    Math.abs(1 + b) < NEAR ? [-Infinity, Infinity] : [(real + a) / (1 + b)],
  ].flat()
  return { low: Math.min(real, ...ends), high: Math.max(real, ...ends) }
}
