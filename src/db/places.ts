/** Questions about the places that entries of a register hold in their values. */
import { sql, type RawBuilder } from 'kysely'

export type Within = {
  /** Id of the field that says where it is. */
  readonly field: string
  /** Degrees: west, south, east, north; undefined: anywhere. */
  readonly edges: readonly [number, number, number, number] | undefined
  readonly most: number
}

/** Whether an entry has a place on the map, or none. */
export const onMap = (field: string, has = true): RawBuilder<boolean> =>
  sql<boolean>`(jsonb_typeof(values->${field}->'lon') = 'number') is ${sql.raw(has ? 'true' : 'not true')}`

/** Whether that place is within these edges. */
export const within = (field: string, [west, south, east, north]: NonNullable<Within['edges']>): RawBuilder<boolean> =>
  sql<boolean>`(values->${field}->>'lon')::float8 between ${west} and ${east}
    and (values->${field}->>'lat')::float8 between ${south} and ${north}`
