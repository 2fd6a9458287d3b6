/** What was measured of the websites that deliver a contract, beside what its supplier promised. Pure. */
import type { Held } from '../../../model/finding.ts'
import { outranks } from '../../../scoring/counting.ts'

export type Measured = Held & { readonly address: string; readonly norm: string }

/** Whether it still says how it is: what ended is no longer known, and unknown is not failed. */
export const isEnded = ({ until }: Pick<Held, 'until'>, today: string): boolean => until < today

/** Of each address and criterion the one that counts on this day, or else the last that did. */
export function countingOn(all: readonly Measured[], today: string): readonly Measured[] {
  const chosen = new Map<string, Measured>()
  for (const each of all) {
    if (each.from > today) continue
    const key = `${each.address} ${each.criterion}`
    const before = chosen.get(key)
    if (before === undefined || goesBefore(each, before, today)) chosen.set(key, each)
  }
  return [...chosen.values()].toSorted(
    (one, other) => one.address.localeCompare(other.address) || one.criterion.localeCompare(other.criterion),
  )
}

function goesBefore(one: Measured, other: Measured, today: string): boolean {
  const [ended, before] = [isEnded(one, today), isEnded(other, today)]
  if (ended !== before) return before
  return ended ? one.until > other.until : outranks(one, other)
}

type Promise = { readonly norm: string; readonly criterion: string | null }

/** What speaks of a promise: of its own criterion where that was found, and else of its norm. */
export function speakingOf<F extends Promise>(promise: Promise, all: readonly F[]): readonly F[] {
  const own = all.filter(({ criterion }) => criterion !== null && criterion === promise.criterion)
  return own.length > 0 ? own : all.filter(({ norm }) => norm === promise.norm)
}

/** Whether a person should look if the promise is kept: it was found not met, and that still counts. */
export const mayBreach = (found: readonly Measured[], today: string): boolean =>
  found.some((each) => (each.verdict === 'unmet' || each.verdict === 'partly') && !isEnded(each, today))
