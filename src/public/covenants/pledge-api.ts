/** Parts of an agreement as open data: days, counts, and what was changed since it was agreed. */
import { z } from '@hono/zod-openapi'
import type { PublicPledge } from '../../model/public-covenant.ts'

/** `2027-11-28`. */
export const day = z.iso.date()
/** How many of how many. */
export const counts = z.strictObject({ aantal: z.int(), van: z.int(), onbekend: z.int() })
type Figure = { readonly count: number; readonly among: number; readonly unknown: number }
/** Counts as they are given. */
export const figureOf = ({ count, among, unknown }: Figure) => ({ aantal: count, van: among, onbekend: unknown })
/** The same of a day. */
export const dated = (figure: Figure & { readonly on: string }) => ({ ...figureOf(figure), op: figure.on })
/** A change of what was agreed: why, who agreed, and of each term what it was. */
export const ChangedSchema = z.strictObject({
  op: day,
  reden: z.string(),
  akkoord: z.string(),
  eerst: z.array(z.strictObject({ onderdeel: z.string(), was: z.string() })),
})

/** A change of what was agreed, as it is given. */
export const changed = ({ on, why, agreed, before = [] }: PublicPledge['amendments'][number]) => ({
  op: on,
  reden: why,
  akkoord: agreed,
  eerst: before.map(({ name, was }) => ({ onderdeel: name, was })),
})
