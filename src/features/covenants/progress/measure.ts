/**
 * Measures pledges out of findings: of which units, what is known of them and since when, and what that comes to on a
 * day. Whoever needs a figure of a pledge asks this, and types none.
 */
import type { Tx } from '../../../db/as.ts'
import { heldFindings } from '../../../db/held-findings.ts'
import type { Measured } from '../../../model/covenant.ts'
import type { Held, Strength, VerdictWord } from '../../../model/finding.ts'
import { known as better, unitOn, type Unit, type UnitOutcome } from '../../../scoring/pledge.ts'
import { partOf, tallied } from '../../../scoring/tally.ts'
import { answeredHeld } from './answered-store.ts'
import { enteredHeld } from './entered-store.ts'
import { streetOf, type Counted, type House } from './rules.ts'
import { unitsInStreet, unitsOf } from './units-store.ts'

export type Known = {
  /** By the kind and, of a street, by the street: `unitsFor`. */
  readonly units: ReadonlyMap<string, readonly Unit[]>
  /** By what they are about. */
  readonly held: ReadonlyMap<string, readonly Held[]>
}

type What = Pick<Counted, 'unit' | 'population' | 'method'>
const among = (pledge: What): string => `${pledge.unit} ${streetOf(pledge) ?? ''}`

/** What a pledge counts, of what is known. */
export const unitsFor = ({ units }: Known, pledge: What): readonly Unit[] => units.get(among(pledge)) ?? []

/** All that is known of what these pledges count, of these organisations: once for all pledges. */
export async function knownOf(
  tx: Tx,
  municipality: string,
  house: House,
  pledges: readonly Counted[],
  organisations: readonly string[],
  today: string,
): Promise<Known> {
  const followed = pledges.filter(({ method }) => method === 'findings')
  const units = new Map<string, Unit[]>()
  for (const pledge of followed) {
    if (units.has(among(pledge))) continue
    const street = streetOf(pledge)
    units.set(
      among(pledge),
      street === undefined
        ? await unitsOf(tx, municipality, house, pledge.unit, organisations)
        : await unitsInStreet(tx, municipality, house, pledge.unit, street),
    )
  }
  const asked = {
    subjects: [...new Set([...units.values()].flat().flatMap((unit) => unit.subjects.map(({ id }) => id)))],
    criteria: [...new Set(followed.flatMap(({ rules }) => rules.flatMap((rule) => rule.criteria)))],
  }
  const found = [
    ...(await heldFindings(tx, municipality, asked)),
    ...(await answeredHeld(tx, municipality, house, asked)),
    ...(await enteredHeld(tx, municipality, house, asked, today)),
  ]
  return { units, held: Map.groupBy(found, ({ subject }) => subject) }
}

/** A unit on a day: how it stands and by what. */
export type UnitNow = {
  readonly id: string
  readonly party: string
  readonly outcome: UnitOutcome
  readonly until: string | null
  readonly seen: string | null
  readonly by: readonly { readonly criterion: string; readonly verdict: VerdictWord }[]
}

/**
 * What a pledge comes to on a day when all units of these organisations are counted: its baseline, or how it stands.
 * `strength`: the weakest that counted; null where nothing is known.
 */
export async function measuredOn(
  tx: Tx,
  municipality: string,
  house: House,
  pledge: Counted,
  organisations: readonly string[],
  day: string,
): Promise<Measured & { readonly strength: Strength | null; readonly units: readonly UnitNow[] }> {
  const known = await knownOf(tx, municipality, house, [pledge], organisations, day)
  const there = unitsFor(known, pledge).filter(({ until }) => until === null || until >= day)
  const units = there.map((unit) => ({ ...unitNow(unit, known, pledge, day), key: unit.key }))
  const once = new Map<string, (typeof units)[number]>()
  for (const unit of units) once.set(unit.key, better(once.get(unit.key), unit)!)
  const tally = tallied([...once.values()].map((is) => [{ from: day, is: partOf(is) }])).at(-1)?.is
  return {
    count: tally?.count ?? 0,
    among: tally?.among ?? 0,
    unknown: tally?.unknown ?? 0,
    strength: tally?.strength ?? null,
    units,
  }
}

/** How one unit stands on a day. */
export function unitNow(unit: Unit, { held }: Known, pledge: Counted, day: string) {
  const about = unit.subjects.flatMap(({ id }) => held.get(id) ?? [])
  return { id: unit.id, party: unit.party, ...unitOn(about, unit, pledge, day) }
}
