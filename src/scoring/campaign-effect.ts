/**
 * What a campaign did: the change of those that went first less the change of those that waited, held against every
 * other way in which the draw could have fallen. Everyone meant counts, reached or not. Pure.
 */
import { drawsOf, numberOfDraws } from './campaign-draws.ts'

/** One that was meant: whether it met the aim before and after; null: not known. */
export type Meant = {
  readonly cluster: string
  readonly stratum: number
  readonly first: boolean
  readonly before: boolean | null
  readonly after: boolean | null
}

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
  /** Null where nothing is known of a group. */
  readonly difference: number | null
  readonly p: number | null
  /** The smallest that p can be, whatever comes out. */
  readonly leastP: number
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
const changeOf = ({ known, before, after }: Arm): number | null => (known === 0 ? null : (after - before) / known)

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

/** The difference when all that is unknown falls out as badly, or as well, as it can for the campaign. */
function bound(all: readonly Meant[], well: boolean): number {
  const mean = (first: boolean): number => {
    const these = all.filter((each) => each.first === first)
    const good = first === well
    const sum = these.reduce((total, { before, after }) => total + Number(after ?? good) - Number(before ?? !good), 0)
    return these.length === 0 ? 0 : sum / these.length
  }
  return mean(true) - mean(false)
}

/**
 * The effect. Throws nothing: where too little is known it says so. `permutations`: how many draws are tried at most;
 * of more, as many are drawn by the seed.
 */
export function effectOf(all: readonly Meant[], { alpha, permutations, fewest, seed }: Test): Effect {
  const [first, waiting] = [armOf(all.filter((each) => each.first)), armOf(all.filter((each) => !each.first))]
  const clusters = clustersOf(all)
  const [one, other] = [changeOf(first), changeOf(waiting)]
  const difference = one === null || other === null ? null : one - other
  const exact = numberOfDraws(clusters) <= permutations
  const told =
    difference === null ? undefined : heldAgainst(clusters, difference, drawsOf(clusters, permutations, seed))
  const leastP = leastOf(clusters)
  const p = told === undefined ? null : told.p
  const tooFew = p === null || leastP >= alpha || Math.min(first.known, waiting.known) < fewest
  return {
    first,
    waiting,
    difference,
    p,
    leastP,
    interval: told === undefined ? null : told.interval(alpha),
    bounds: { low: bound(all, false), high: bound(all, true) },
    permutations: told?.draws ?? 0,
    exact,
    verdict: tooFew ? 'too-few' : p >= alpha ? 'none' : difference! > 0 ? 'more' : 'less',
  }
}

/**
 * The smallest p: the draw itself among all, and where each stratum is drawn in equal halves also its mirror image,
 * which is always as far from nought.
 */
export function leastOf(clusters: readonly Pick<Cluster, 'stratum' | 'first'>[]): number {
  const strata = [...Map.groupBy(clusters, ({ stratum }) => stratum).values()]
  const mirrored = strata.every((these) => these.filter(({ first }) => first).length * 2 === these.length)
  return Math.min(1, (mirrored ? 2 : 1) / numberOfDraws(clusters))
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
  const sum = (of: Int32Array) => of.reduce((total, value) => total + value, 0)
  return { ...rows, all: { change: sum(rows.change), known: sum(rows.known), mine: sum(rows.mine) } }
}
type Sums = ReturnType<typeof sumsOf>

/** Between which guesses a draw is at least as far from nought as the real one is. */
function guesses({ change, known, mine, all }: Sums, draw: readonly boolean[], real: number) {
  let [changed, seen, own] = [0, 0, 0]
  for (let at = 0; at < draw.length; at++)
    if (draw[at]!) {
      changed += change[at]!
      seen += known[at]!
      own += mine[at]!
    }
  const [left, theirs] = [all.known - seen, all.mine - own]
  // A draw of which nothing is known on one side is counted against the campaign.
  if (seen === 0 || left === 0) return { low: -Infinity, high: Infinity }
  const [a, b] = [changed / seen - (all.change - changed) / left, own / seen - theirs / left]
  const ends = [
    Math.abs(1 - b) < NEAR ? [-Infinity, Infinity] : [(real - a) / (1 - b)],
    Math.abs(1 + b) < NEAR ? [-Infinity, Infinity] : [(real + a) / (1 + b)],
  ].flat()
  return { low: Math.min(real, ...ends), high: Math.max(real, ...ends) }
}
