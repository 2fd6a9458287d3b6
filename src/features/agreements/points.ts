/** An agreement with a processor, held against each point of AVG art. 28(3). Pure. */
import { fieldFor } from '../../catalogue/registers.ts'
import type { Entry, Field, Register } from '../../model/register.ts'
import { pointsSaid, type PointSaid } from '../../registers/points.ts'
import { told, type Names } from '../../registers/values.ts'
import { IN_AGREEMENT } from '../../vocabulary/avg.ts'

export type Presence = (typeof IN_AGREEMENT)[keyof typeof IN_AGREEMENT] | 'unknown'
export type Held = PointSaid & { readonly presence: Presence }
export type Agreement = {
  readonly entry: Entry
  readonly processor: string
  /** `Standaard van de VNG, 2.0`; empty when nobody told. */
  readonly model: string
  readonly signedOn: string | undefined
  readonly endsOn: string | undefined
  readonly points: readonly Held[]
}

/** What an agreement is, and which points stand in it. */
export function agreementOf(register: Register, entry: Entry, names: Names): Agreement {
  const words = (role: Field['role']) => {
    const field = fieldFor(register, role)
    return field ? told(field, entry.values[field.id], 'nl', names).join(', ') : ''
  }
  const date = (role: 'begins' | 'ends') => entry.values[fieldFor(register, role)?.id ?? ''] as string | undefined
  return {
    entry,
    processor: words('supplier'),
    model: [words('kind'), words('model-version')].filter((part) => part !== '').join(', '),
    signedOn: date('begins'),
    endsOn: date('ends'),
    points: pointsSaid(register, entry, 'avg-28-3', names).map((said) => ({
      ...said,
      presence: presenceOf(said, entry),
    })),
  }
}

/** An answer says itself how far the point is there; anything else that is filled in is there. */
function presenceOf({ fields }: PointSaid, { values }: Entry): Presence {
  const each = fields.flatMap((field): Presence[] => {
    const value = values[field.id]
    if (value === undefined) return []
    if (field.kind !== 'choice') return ['present']
    const word = field.options.find(({ id }) => id === value)?.external['avg-28-3'] ?? ''
    return [Object.hasOwn(IN_AGREEMENT, word) ? IN_AGREEMENT[word as keyof typeof IN_AGREEMENT] : 'unknown']
  })
  return WORST.find((presence) => each.includes(presence)) ?? 'unknown'
}
/** What weighs first when a point is told. */
export const WORST: readonly Presence[] = ['absent', 'partly', 'unknown', 'present']

/** The points that are not there as the law asks, with how far they are. */
export const lackingIn = ({ points }: Agreement): readonly Held[] =>
  points.filter(({ presence }) => presence !== 'present')
