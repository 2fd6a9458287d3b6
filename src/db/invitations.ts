/** The invitation of an organisation, as the doors and the list of organisations know it. */
import { sql } from 'kysely'
import type { BaselineState } from '../vocabulary/baseline.ts'
import { asPerson } from './as.ts'
import { record } from './audit.ts'
import type { Db } from './connect.ts'

export type Invitation = {
  readonly id: string
  readonly municipality: string
  readonly city: string
  readonly organisation: string
  readonly name: string
  readonly email: string
  /** Who invited; null when that is not known any more. */
  readonly by: string | null
  readonly byFunction: string | null
}

/** Undefined when the organisation left. */
export const invitationOf = (db: Db, municipality: string, baseline: string): Promise<Invitation | undefined> =>
  db
    .selectFrom('baseline')
    .innerJoin('organisation', (join) =>
      join
        .onRef('organisation.municipality', '=', 'baseline.municipality')
        .onRef('organisation.id', '=', 'baseline.organisation'),
    )
    .innerJoin('municipality', 'municipality.id', 'baseline.municipality')
    .leftJoin('person', (join) =>
      join.onRef('person.municipality', '=', 'baseline.municipality').onRef('person.id', '=', 'baseline.invited_by'),
    )
    .select([
      'baseline.id',
      'baseline.municipality',
      'municipality.name as city',
      'baseline.organisation',
      'organisation.name',
      'baseline.email',
      'person.name as by',
      'person.function as byFunction',
    ])
    .where('baseline.municipality', '=', municipality)
    .where('baseline.id', '=', baseline)
    .where('baseline.state', '!=', 'left')
    .executeTakeFirst()

/** Who declined takes part after all. */
export async function undecline(db: Db, municipality: string, baseline: string): Promise<void> {
  await db
    .updateTable('baseline')
    .set({ state: 'invited' })
    .where('municipality', '=', municipality)
    .where('id', '=', baseline)
    .where('state', '=', 'declined')
    .execute()
}

/**
 * False when the organisation takes part already: then nothing changes. Who it was is not known, and no account is made
 * of it.
 */
export async function declineInvitation(db: Db, { id, municipality, organisation }: Invitation): Promise<boolean> {
  return asPerson(db, { municipality, person: '', organisation }, 'write', async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('baseline')
      .set({ state: 'declined', ended_at: sql`now()` })
      .where('municipality', '=', municipality)
      .where('id', '=', id)
      .where('state', 'in', ['invited', 'declined'])
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) return false
    await record(tx, municipality, { act: 'baseline.declined', object: `organisation/${organisation}` })
    return true
  })
}

/** How the newest self-check of an organisation stands: in a question about `organisation`. */
export const newestBaseline = sql<{
  state: BaselineState
  cluster: string | null
} | null>`(select jsonb_build_object('state', b.state, 'cluster', b.cluster) from baseline b
  where b.municipality = organisation.municipality and b.organisation = organisation.id order by b.year desc limit 1)`
