/** Keeps failures to sign in and the devices that an account signed in from. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Db } from '../../db/connect.ts'
import type { Tx } from '../../db/as.ts'
import { MOST_FAILURES, WAIT_MINUTES } from './rules.ts'

/**
 * Failures of the last quarter of an hour for an account: of this device, and of all devices that were not known.
 * `strange:` begins the name of one that is not.
 */
export async function failures(
  db: Db,
  municipality: string,
  account: string,
  device: string,
): Promise<{ ofDevice: number; ofStrangers: number }> {
  const row = await db
    .selectFrom('sign_in_failure')
    .select([
      sql<number>`count(*) filter (where device = ${device})::int`.as('ofDevice'),
      sql<number>`count(*) filter (where device like 'strange:%')::int`.as('ofStrangers'),
    ])
    .where('municipality', '=', municipality)
    .where('account', '=', account)
    .where(sql<boolean>`at > now() - ${`${WAIT_MINUTES} minutes`}::interval`)
    .executeTakeFirstOrThrow()
  return row
}
/**
 * Kept up to a bound, so that a flood of guesses does not fill the table; gives its id, or undefined beyond the bound.
 */
export async function keepFailure(
  db: Db,
  municipality: string,
  account: string,
  device: string,
): Promise<string | undefined> {
  const { ofDevice } = await failures(db, municipality, account, device)
  if (ofDevice > MOST_FAILURES * 10) return undefined
  const id = uuid()
  await db.insertInto('sign_in_failure').values({ municipality, id, account, device }).execute()
  return id
}
/** One that was not looked at counts for nothing. */
export async function dropFailure(db: Db, municipality: string, id: string): Promise<void> {
  await db.deleteFrom('sign_in_failure').where('municipality', '=', municipality).where('id', '=', id).execute()
}
export async function forgetFailures(
  db: Db | Tx,
  municipality: string,
  account: string,
  device: string,
): Promise<void> {
  await db
    .deleteFrom('sign_in_failure')
    .where('municipality', '=', municipality)
    .where('account', '=', account)
    .where('device', '=', device)
    .execute()
}

/** Whether this account signed in from the device before. */
export async function knownDevice(db: Db, municipality: string, person: string, device: string): Promise<boolean> {
  const row = await db
    .selectFrom('known_device')
    .select('device')
    .where('municipality', '=', municipality)
    .where('person', '=', person)
    .where('device', '=', device)
    .executeTakeFirst()
  return row !== undefined
}
export async function keepDevice(db: Db, municipality: string, person: string, device: string): Promise<void> {
  await db
    .insertInto('known_device')
    .values({ municipality, person, device })
    .onConflict((conflict) =>
      conflict.columns(['municipality', 'person', 'device']).doUpdateSet({ seen_at: sql`now()` }),
    )
    .execute()
}
