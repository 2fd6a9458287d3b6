/** Every way in which a draw could have fallen, or as many as is asked for, drawn by a seed. Pure. */
import { sha256 } from '../lib/canonical.ts'

type Drawn = { readonly stratum: number; readonly first: boolean }

function choose(n: number, k: number): number {
  let ways = 1
  for (let at = 1; at <= k; at++) ways = (ways * (n - k + at)) / at
  return Math.round(ways)
}

/** Strata with the places of their clusters and how many of them go first. */
function strataOf(all: readonly Drawn[]) {
  const places = Map.groupBy(all.keys(), (at) => all[at]!.stratum)
  return [...places.values()].map((at) => ({ at, first: at.filter((place) => all[place]!.first).length }))
}

/** In how many ways the draw could have fallen; Infinity when there are too many to count. */
export const numberOfDraws = (all: readonly Drawn[]): number =>
  strataOf(all).reduce((ways, { at, first }) => ways * choose(at.length, first), 1)

type Counts = { readonly all: number; readonly first: number; readonly known: number; readonly knownFirst: number }
const logChoose = (n: number, k: number): number => {
  let ways = 0
  for (let at = 1; at <= k; at++) ways += Math.log((n - k + at) / at)
  return ways
}
/** Which part of all draws has exactly these lots first of those that are known, wherever the others fall. */
function shareOfDraws(strata: readonly Counts[]): number {
  const rests = strata.map(({ all, first, known, knownFirst }) => [all - known, first - knownFirst] as const)
  if (rests.some(([rest, first]) => first < 0 || first > rest)) return 0
  const ways = strata.reduce((product, { all, first }) => product * choose(all, first), 1)
  if (Number.isFinite(ways)) return rests.reduce((product, [rest, first]) => product * choose(rest, first), 1) / ways
  const log = strata.reduce((sum, { all, first }, at) => sum + logChoose(...rests[at]!) - logChoose(all, first), 0)
  return Math.exp(log)
}

/** A lot in a draw; `known`: of how many in it enough is known, left out: of some. */
type Lot = { readonly stratum: number; readonly first: boolean; readonly known?: number }
/**
 * The smallest p: all draws in which the lots that say anything fall as they did, and where there are any also those
 * in which they fall the other way round, which is always as far from nought.
 */
export function leastOf(lots: readonly Lot[]): number {
  const strata = [...Map.groupBy(lots, ({ stratum }) => stratum).values()]
    .map((these) => {
      const known = these.filter((each) => each.known !== 0)
      const first = these.filter((each) => each.first).length
      const knownFirst = known.filter((each) => each.first).length
      return { all: these.length, first, known: known.length, knownFirst }
    })
    .filter(({ all, first }) => first > 0 && first < all)
  const same = shareOfDraws(strata)
  const mirrored = shareOfDraws(strata.map((each) => ({ ...each, knownFirst: each.known - each.knownFirst })))
  return Math.min(1, same + mirrored)
}

/** All choices of `k` out of these. */
function* choices(these: readonly number[], k: number, from = 0): Generator<readonly number[]> {
  if (k === 0) yield []
  else
    for (let at = from; at <= these.length - k; at++)
      for (const rest of choices(these, k - 1, at + 1)) yield [these[at]!, ...rest]
}

/** Who goes first in each draw, by place. Of more than `most` ways: the real one, and others by the seed. */
export function* drawsOf(all: readonly Drawn[], most: number, seed: string): Generator<readonly boolean[]> {
  const strata = strataOf(all)
  if (numberOfDraws(all) > most) {
    yield all.map(({ first }) => first)
    const next = numbersOf(seed)
    const nobody = all.map(() => false)
    const decks = strata.map(({ at, first }) => ({ places: Int32Array.from(at), first }))
    for (let count = 1; count < most; count++) yield oneOf(nobody, decks, next)
    return
  }
  const combine = function* (from: number, draw: boolean[]): Generator<readonly boolean[]> {
    const stratum = strata[from]
    if (stratum === undefined) yield [...draw]
    else
      for (const chosen of choices(stratum.at, stratum.first)) {
        for (const place of stratum.at) draw[place] = false
        for (const place of chosen) draw[place] = true
        yield* combine(from + 1, draw)
      }
  }
  yield* combine(
    0,
    all.map(() => false),
  )
}

type Deck = { readonly places: Int32Array; readonly first: number }
/**
 * One draw: in each stratum a few exchanges from the front (Fisher and Yates). The next goes on from how this one left
 * its places: whatever stands there, each choice from it is as likely.
 */
function oneOf(nobody: readonly boolean[], decks: readonly Deck[], next: () => number): readonly boolean[] {
  const draw = nobody.slice()
  for (const { places, first } of decks)
    for (let place = 0; place < first; place++) {
      const other = place + Math.floor(next() * (places.length - place))
      const chosen = places[other]!
      places[other] = places[place]!
      places[place] = chosen
      draw[chosen] = true
    }
  return draw
}

/** Numbers from 0 to 1 that follow from a seed (sfc32, started from its SHA-256). */
function numbersOf(seed: string): () => number {
  const hash = sha256(seed)
  let [a = 0, b = 0, c = 0, count = 1] = [0, 8, 16, 24].map((at) => Number.parseInt(hash.slice(at, at + 8), 16) | 0)
  return () => {
    const sum = (((a + b) | 0) + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return (sum >>> 0) / 4_294_967_296
  }
}
