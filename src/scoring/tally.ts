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

/** The sum of how these units stood, each day on which it changed. What is not applicable is not counted. */
export function tallied(units: readonly (readonly Since<UnitState>[])[]): { from: string; is: Tally }[] {
  const changes = units.flatMap((steps) =>
    steps.map(({ from, is }, index) => ({ from, is, was: index === 0 ? undefined : steps[index - 1]!.is })),
  )
  changes.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const [strengths, untils, seens] = [new Bag(), new Bag(), new Bag()]
  const sum = { met: 0, unmet: 0, unknown: 0, 'not-applicable': 0 }
  const add = (state: UnitState | undefined, times: number) => {
    if (state === undefined) return
    sum[state.outcome] += times
    // What is not counted does not hold up, or weaken, what is.
    if (state.outcome !== 'met' && state.outcome !== 'unmet') return
    strengths.add(state.strength, times)
    untils.add(state.until, times)
    seens.add(state.seen, times)
  }
  const steps: { from: string; is: Tally }[] = []
  changes.forEach(({ from, is, was }, index) => {
    add(was, -1)
    add(is, 1)
    if (changes[index + 1]?.from === from) return
    const tally: Tally = {
      count: sum.met,
      among: sum.met + sum.unmet,
      unknown: sum.unknown,
      strength: FROM_WEAK.find(strengths.has) ?? null,
      until: untils.first(),
      seen: seens.last(),
    }
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
