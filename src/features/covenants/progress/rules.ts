/** Which units of which party count for a pledge, and on which days: out of how each takes part. Pure. */
import type { PledgeTerms } from '../../../model/covenant.ts'
import type { Held } from '../../../model/finding.ts'
import { dayAfter, known, unitThrough, type Since, type Unit, type UnitState } from '../../../scoring/pledge.ts'
import { onDay, tallied, type Tally } from '../../../scoring/tally.ts'

/** What of a pledge is needed to count. */
export type Counted = Pick<PledgeTerms, 'method' | 'unit' | 'rules' | 'criterion' | 'population' | 'least'>

/** How a party takes part from a day on; a paused one is shown apart and not counted. */
export type Standing = 'joined' | 'paused' | 'suspended' | 'left'

/** A party's way through a covenant, in the order of its days. `party`: the organisation; '' is the municipality. */
export type Party = {
  readonly party: string
  readonly way: readonly { readonly from: string; readonly is: Standing }[]
}

export type Step = { readonly step: string; readonly on: string }
const LEADS: Readonly<Partial<Record<string, Standing>>> = {
  joined: 'joined',
  paused: 'paused',
  resumed: 'joined',
  suspended: 'suspended',
  restored: 'joined',
  left: 'left',
}
/** Out of its steps, in the order in which they were taken: of one day the last counts. */
export function wayOf(steps: readonly Step[]): Party['way'] {
  const way: { from: string; is: Standing }[] = []
  for (const { step, on } of steps) {
    const is = LEADS[step]
    if (is === undefined) continue
    // What was written down late does not come before what came before it.
    const from = way.length > 0 && on < way.at(-1)!.from ? way.at(-1)!.from : on
    if (way.at(-1)?.from === from) way.pop()
    if (way.at(-1)?.is !== is) way.push({ from, is })
  }
  return way
}

/** How a party stands on a day; undefined: it does not take part yet. */
export const standingOn = (way: Party['way'], day: string): Standing | undefined =>
  way.findLast(({ from }) => from <= day)?.is

/** Takes of these steps what lies in the days in which the party stands so. Who leaves is counted until that day. */
function during(steps: readonly Since<UnitState>[], way: Party['way'], standings: readonly Standing[], today: string) {
  const kept: Since<UnitState>[] = []
  const put = (from: string, is: UnitState | undefined) => {
    if (kept.at(-1)?.from === from) kept.pop()
    if (kept.at(-1)?.is !== is) kept.push({ from, is })
  }
  way.forEach(({ from: begins, is: standing }, index) => {
    const next = way[index + 1]
    const ends = next && (next.is === 'left' ? dayAfter(next.from) : next.from)
    const from = standing === 'left' ? dayAfter(begins) : begins
    if (from > today || (ends !== undefined && ends <= from)) return
    if (!standings.includes(standing)) return put(from, undefined)
    const open = steps.findLast((step) => step.from <= from)
    put(from, open?.is)
    for (const step of steps) if (step.from > from && (ends === undefined || step.from < ends)) put(step.from, step.is)
  })
  return kept[0]?.is === undefined ? kept.slice(1) : kept
}

/** What two parties share counts once, for as long as one of them is counted. */
function either(one: readonly Since<UnitState>[], other: readonly Since<UnitState>[]): Since<UnitState>[] {
  const days = [...new Set([...one, ...other].map(({ from }) => from))].sort()
  return days.map((from) => ({ from, is: known(onDay(one, from), onDay(other, from)) }))
}

export type Through = {
  readonly together: readonly { readonly from: string; readonly is: Tally }[]
  /** Of a paused party too: it is shown apart. */
  readonly parties: ReadonlyMap<string, readonly { readonly from: string; readonly is: Tally }[]>
}

/** How a pledge that is followed by findings stood through time, together and of each party, up to and with `today`. */
export function throughTime(
  promised: Pick<Counted, 'rules' | 'least'>,
  units: readonly Unit[],
  held: ReadonlyMap<string, readonly Held[]>,
  parties: readonly Party[],
  today: string,
): Through {
  const own = Map.groupBy(units, ({ party }) => party)
  const shared = new Map<string, Since<UnitState>[]>()
  const each = new Map<string, { from: string; is: Tally }[]>()
  for (const { party, way } of parties) {
    const through = (own.get(party) ?? []).map((unit) => ({
      unit,
      steps: unitThrough(
        unit.subjects.flatMap(({ id }) => held.get(id) ?? []),
        unit,
        promised,
        today,
      ),
    }))
    each.set(party, tallied(through.map(({ steps }) => during(steps, way, ['joined', 'paused', 'suspended'], today))))
    for (const { unit, steps } of through) {
      const counted = during(steps, way, ['joined', 'suspended'], today)
      const before = shared.get(unit.key)
      shared.set(unit.key, before === undefined ? counted : either(before, counted))
    }
  }
  return { together: tallied([...shared.values()]), parties: each }
}
