/** Which units of which party count for a pledge, and on which days: out of how each takes part. Pure. */
import { daysAfter } from '../../../lib/iso-date.ts'
import type { PledgeTerms } from '../../../model/covenant.ts'
import type { Held } from '../../../model/finding.ts'
import type { Norm } from '../../../model/norm.ts'
import type { Register } from '../../../model/register.ts'
import { known, unitThrough, type Since, type Unit, type UnitState } from '../../../scoring/pledge.ts'
import { isAsFirmAs, lastDayOf } from '../../../scoring/counting.ts'
import { LEAST } from '../../../vocabulary/group.ts'
import { NOTHING, onDay, partOf, tallied, type Tally } from '../../../scoring/tally.ts'

/** What is read from files: which norms and registers there are. */
export type House = { readonly norms: readonly Norm[]; readonly registers: readonly Register[] }

/** What of a pledge is needed to count. */
export type Counted = Pick<PledgeTerms, 'method' | 'unit' | 'rules' | 'criterion' | 'population' | 'least'>

/** The street of which everything is counted, whoever takes part; undefined: what parties have, or hand in. */
export const streetOf = ({ population, method }: Pick<PledgeTerms, 'population' | 'method'>): string | undefined =>
  population.of === 'street' && method === 'findings' ? population.street : undefined

/** What a party promised: with more time from the steering group its line goes on until then. */
export const termsFor = <T extends Pick<PledgeTerms, 'due'>>(pledge: T, extendedUntil: string | null | undefined): T =>
  extendedUntil != null && extendedUntil > pledge.due ? { ...pledge, due: extendedUntil } : pledge

/** How a party takes part from a day on; a paused one is shown apart and not counted. */
export type Standing = 'joined' | 'paused' | 'suspended' | 'left'

/** In the place of an organisation: the municipality itself. */
export const NOBODY = '00000000-0000-0000-0000-000000000000'

/** A party's way through a covenant, in the order of its days. `party`: its organisation, or `NOBODY`. */
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

/**
 * Whether a figure of all together may be told: nobody in it is without a name, or enough are. With fewer, what one of
 * them does could be counted back from the figures of the others. The site, the report and the wall ask the same.
 */
export const mayTellTogether = (unnamed: number): boolean => unnamed === 0 || unnamed >= LEAST

/** Whether one of these units is there on a day. */
export const hasUnit = (units: readonly Pick<Unit, 'until'>[] | undefined, day: string): boolean =>
  units?.some(({ until }) => until === null || until >= day) ?? false

/** How a party stands on a day; undefined: it does not take part yet. */
export const standingOn = (way: Party['way'], day: string): Standing | undefined =>
  way.findLast(({ from }) => from <= day)?.is

/** Takes of these steps what lies in the days in which the party stands so. Who leaves is counted until that day. */
function during<T>(steps: readonly Since<T>[], way: Party['way'], standings: readonly Standing[], today: string) {
  const kept: Since<T>[] = []
  const put = (from: string, is: T | undefined) => {
    if (kept.at(-1)?.from === from) kept.pop()
    if (kept.at(-1)?.is !== is) kept.push({ from, is })
  }
  way.forEach(({ from: begins, is: standing }, index) => {
    const next = way[index + 1]
    const ends = next && (next.is === 'left' ? daysAfter(next.from, 1) : next.from)
    const from = standing === 'left' ? daysAfter(begins, 1) : begins
    if (from > today || (ends !== undefined && ends <= from)) return
    if (!standings.includes(standing)) return put(from, undefined)
    put(from, onDay(steps, from))
    for (const step of steps) if (step.from > from && (ends === undefined || step.from < ends)) put(step.from, step.is)
  })
  return kept[0]?.is === undefined ? kept.slice(1) : kept
}

/** What two parties share counts once, for as long as one of them is counted. */
function either(one: readonly Since<UnitState>[], other: readonly Since<UnitState>[]): Since<UnitState>[] {
  const days = [...new Set([...one, ...other].map(({ from }) => from))].sort()
  return days.map((from) => ({ from, is: known(onDay(one, from), onDay(other, from)) }))
}

const COUNTED: readonly Standing[] = ['joined', 'suspended']
const SHOWN: readonly Standing[] = [...COUNTED, 'paused']

export type Figures = readonly { readonly from: string; readonly is: Tally }[]
export type Through = {
  readonly together: Figures
  /** Of a paused party too: it is shown apart. */
  readonly parties: ReadonlyMap<string, Figures>
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
  const each = new Map<string, Figures>()
  for (const { party, way } of parties) {
    const through = (own.get(party) ?? []).map((unit) => {
      const about = unit.subjects.flatMap(({ id }) => held.get(id) ?? [])
      return { unit, steps: unitThrough(about, unit, promised, today) }
    })
    each.set(party, tallied(through.map(({ steps }) => parts(during(steps, way, SHOWN, today)))))
    for (const { unit, steps } of through) {
      const counted = during(steps, way, COUNTED, today)
      const before = shared.get(unit.key)
      shared.set(unit.key, before === undefined ? counted : either(before, counted))
    }
  }
  return { together: tallied([...shared.values()].map(parts)), parties: each }
}
const parts = (steps: readonly Since<UnitState>[]): Since<Tally>[] =>
  steps.map(({ from, is }) => ({ from, is: partOf(is) }))

/** A total as it was handed in; days as `2026-11-28`. */
export type Total = {
  readonly id: string
  readonly party: string
  readonly from: string
  readonly to: string
  readonly count: number
  readonly among: number
  /** When it came, and when and how it was checked. */
  readonly on: string
  readonly checked: 'confirmed' | 'refused' | null
  readonly checkedOn: string | null
  readonly replaces: string | null
}

/**
 * What counts on a day of the totals of one party: of the newest period the one that came last, unless it was refused.
 * It is declared until the verifier confirmed it, and ends as long after its period as the norm asks.
 */
export function totalOn(totals: readonly Total[], least: Counted['least'], months: number, day: string): Tally {
  const there = totals.filter(({ on }) => on <= day)
  const gone = new Set(there.map(({ replaces }) => replaces))
  const counting = there.flatMap((total) => {
    const checked = total.checkedOn !== null && total.checkedOn <= day ? total.checked : null
    const strength = checked === 'confirmed' ? 'documented' : 'declared'
    const until = lastDayOf(total.to, months)
    const counts = checked !== 'refused' && !gone.has(total.id) && until >= day && isAsFirmAs(strength, least)
    return counts ? [{ ...total, strength, until } as const] : []
  })
  const newest = counting.reduce<(typeof counting)[number] | undefined>(
    (one, other) =>
      one === undefined || other.to > one.to || (other.to === one.to && other.on >= one.on) ? other : one,
    undefined,
  )
  if (newest === undefined) return { ...NOTHING, unknown: 1 }
  const { count, among, strength, until, to } = newest
  return { count, among, unknown: 0, strength, until, seen: to }
}

/** As `throughTime`, of a pledge that is followed by totals. `months`: how long a total counts after its period. */
export function totalsThrough(
  totals: readonly Total[],
  { least, months }: { readonly least: Counted['least']; readonly months: number },
  parties: readonly Party[],
  today: string,
): Through {
  const own = Map.groupBy(totals, ({ party }) => party)
  const all = parties.map(({ party, way }) => {
    const mine = own.get(party) ?? []
    const days = new Set(['0001-01-01'])
    for (const { on, checkedOn, to } of mine)
      for (const each of [on, checkedOn, daysAfter(lastDayOf(to, months), 1)])
        if (each !== null && each <= today) days.add(each)
    const steps = [...days].sort().map((from) => ({ from, is: totalOn(mine, least, months, from) }))
    return { party, way, steps }
  })
  return {
    together: tallied(all.map(({ way, steps }) => during(steps, way, COUNTED, today))),
    parties: new Map(all.map(({ party, way, steps }) => [party, tallied([during(steps, way, SHOWN, today)])])),
  }
}
