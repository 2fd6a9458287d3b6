/** How many units meet what was promised, through time: one sum out of how each of them stood. Pure. */
import type { Measured } from '../model/covenant.ts'
import type { Strength } from '../model/finding.ts'
import type { Since, UnitState } from './pledge.ts'

/** A count with what it rests on: the weakest strength, the first last day, the newest day on which was looked. */
export type Tally = Measured & {
  readonly strength: Strength | null
  readonly until: string | null
  readonly seen: string | null
}

const FROM_WEAK: readonly Strength[] = ['declared', 'measured', 'documented', 'witnessed']

/** A bag of words with how often each is in it. */
class Bag {
  readonly #held = new Map<string, number>()
  add(word: string | null, times: number): void {
    if (word === null) return
    const now = (this.#held.get(word) ?? 0) + times
    if (now === 0) this.#held.delete(word)
    else this.#held.set(word, now)
  }
  has = (word: string): boolean => this.#held.has(word)
  first(): string | null {
    let first: string | null = null
    for (const word of this.#held.keys()) if (first === null || word < first) first = word
    return first
  }
  last(): string | null {
    let last: string | null = null
    for (const word of this.#held.keys()) if (last === null || word > last) last = word
    return last
  }
}

/** A unit as a part of a sum: one that meets, one that does not, one that is not known, or none. */
export function partOf(state: UnitState | undefined): Tally | undefined {
  if (state === undefined) return undefined
  const { outcome, strength, until, seen } = state
  // What is not counted does not hold up, or weaken, what is.
  return outcome === 'met' || outcome === 'unmet'
    ? { count: outcome === 'met' ? 1 : 0, among: 1, unknown: 0, strength, until, seen }
    : { ...NOTHING, unknown: outcome === 'unknown' ? 1 : 0 }
}

/** Nothing that is counted. */
export const NOTHING: Tally = { count: 0, among: 0, unknown: 0, strength: null, until: null, seen: null }

/** The sum of these parts, each day on which it changed. */
export function tallied(parts: readonly (readonly Since<Tally>[])[]): { from: string; is: Tally }[] {
  const changes = parts.flatMap((steps) =>
    steps.map(({ from, is }, index) => ({ from, is, was: index === 0 ? undefined : steps[index - 1]!.is })),
  )
  changes.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const [strengths, untils, seens] = [new Bag(), new Bag(), new Bag()]
  let [count, among, unknown] = [0, 0, 0]
  const add = (part: Tally | undefined, times: number) => {
    if (part === undefined) return
    count += times * part.count
    among += times * part.among
    unknown += times * part.unknown
    strengths.add(part.strength, times)
    untils.add(part.until, times)
    seens.add(part.seen, times)
  }
  const steps: { from: string; is: Tally }[] = []
  changes.forEach(({ from, is, was }, index) => {
    add(was, -1)
    add(is, 1)
    if (changes[index + 1]?.from === from) return
    const strength = FROM_WEAK.find(strengths.has) ?? null
    const tally: Tally = { count, among, unknown, strength, until: untils.first(), seen: seens.last() }
    const before = steps.at(-1)
    if (before === undefined || !isSame(before.is, tally)) steps.push({ from, is: tally })
  })
  return steps
}

const isSame = (a: Tally, b: Tally): boolean =>
  a.count === b.count &&
  a.among === b.among &&
  a.unknown === b.unknown &&
  a.strength === b.strength &&
  a.until === b.until &&
  a.seen === b.seen

/** What held on a day; undefined before the first. */
export const onDay = <T>(steps: readonly { readonly from: string; readonly is: T }[], day: string): T | undefined =>
  steps.findLast(({ from }) => from <= day)?.is
