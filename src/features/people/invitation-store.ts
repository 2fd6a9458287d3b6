/** The invitation of an organisation: who comes in by its link, and how it is declined. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { asPerson } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import type { Db } from '../../db/connect.ts'
import { accountByEmail, type Account } from './accounts-store.ts'

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

/**
 * The person who fills in for the organisation, made at the first visit. Undefined when the address belongs to somebody
 * else here.
 */
export async function partnerOf(
  db: Db,
  { id, municipality, organisation, name, email }: Invitation,
): Promise<Account | undefined> {
  await db
    .insertInto('person')
    .values({
      municipality,
      id: uuid(),
      email: email.toLowerCase(),
      name,
      function: 'namens de organisatie',
      roles: ['partner'],
      organisation,
      state: 'active',
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const account = await accountByEmail(db, municipality, email)
  if (!account || account.organisation !== organisation || account.state !== 'active') return undefined
  await db
    .updateTable('baseline')
    .set({ state: 'invited' })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('state', '=', 'declined')
    .execute()
  return account
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
