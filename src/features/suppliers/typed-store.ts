/** The day on which a domain ends as its owner typed it: kept with who and when, until a registry tells another. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'

type TypedEnd = {
  readonly organisation: string
  readonly subject: string
  readonly name: string
  /** ISO date. */
  readonly until: string
  readonly by: string
}

/** Keeps it in the place of what was typed before. False when it was measured meanwhile: then nothing is kept. */
export async function typeDomainDay(tx: Tx, municipality: string, typed: TypedEnd): Promise<boolean> {
  const { organisation, subject, name, until, by } = typed
  const changed = await tx
    .updateTable('expiry')
    .set({ until, seen_at: sql<Date>`now()`, by })
    .where('municipality', '=', municipality)
    .where('organisation', '=', organisation)
    .where('kind', '=', 'domain')
    .where('name', '=', name)
    .where('by', 'is not', null)
    .returning('id')
    .execute()
  if (changed.length > 0) return true
  const row = { municipality, id: uuid(), subject, organisation, kind: 'domain' as const, name, until, by }
  const made = await tx
    .insertInto('expiry')
    .values({ ...row, seen_at: sql<Date>`now()` })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return made.length > 0
}
