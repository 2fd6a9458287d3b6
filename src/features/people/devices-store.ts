/** Keeps the devices that an account signed in from, and finds who stands at the door in one query. */
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import { ACCOUNT, type Account } from './accounts-store.ts'

export type AtTheDoor = { readonly account: Account | undefined; readonly known: boolean }

/**
 * The account of an address in a municipality, and whether it signed in fully from this device before. Always one
 * query: whether there is such an account, or such a municipality, takes no other time.
 */
export async function atTheDoor(db: Db, slug: string, email: string, device: string | undefined): Promise<AtTheDoor> {
  const row = await db
    .selectFrom('municipality')
    .innerJoin('person', 'person.municipality', 'municipality.id')
    .leftJoin('known_device', (join) =>
      join
        .onRef('known_device.municipality', '=', 'person.municipality')
        .onRef('known_device.person', '=', 'person.id')
        .on('known_device.device', '=', device ?? ''),
    )
    .select(ACCOUNT)
    .select(sql<boolean>`known_device.device is not null`.as('known'))
    .where('municipality.slug', '=', slug)
    .where('person.email', '=', email)
    .executeTakeFirst()
  if (!row) return { account: undefined, known: false }
  const { known, ...account } = row
  return { account, known }
}

/** Whether this account signed in fully from the device before. */
export async function knownDevice(
  db: Db,
  municipality: string,
  person: string,
  device: string | undefined,
): Promise<boolean> {
  const row = await db
    .selectFrom('known_device')
    .select('device')
    .where('municipality', '=', municipality)
    .where('person', '=', person)
    .where('device', '=', device ?? '')
    .executeTakeFirst()
  return row !== undefined
}

/** This account signed in fully from the device just now. */
export async function keepDevice(db: Db, municipality: string, person: string, device: string): Promise<void> {
  await db
    .insertInto('known_device')
    .values({ municipality, person, device })
    .onConflict((conflict) =>
      conflict.columns(['municipality', 'person', 'device']).doUpdateSet({ seen_at: sql`now()` }),
    )
    .execute()
}
