/** Keeps people: who they are here, what they may do, whether they may come in. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { record } from '../../db/audit.ts'
import type { Db } from '../../db/connect.ts'
import type { Tx } from '../../db/as.ts'
import type { Person } from '../../model/person.ts'
import type { PersonState } from '../../vocabulary/person.ts'
import type { Role } from '../../vocabulary/roles.ts'

export type Account = Person & {
  readonly municipality: string
  readonly state: PersonState
  readonly password: string | null
  readonly secondFactor: string | null
  readonly lastStep: number | null
  readonly digest: boolean
  /** Whether a work account belongs to it. */
  readonly linked: boolean
}
/** The columns of an account, of the table `person`. */
export const ACCOUNT = [
  'person.municipality',
  'person.id',
  'person.name',
  'email',
  'function',
  'roles',
  'organisation',
  'state',
  'password',
  'second_factor as secondFactor',
  'second_factor_step as lastStep',
  'digest',
  sql<boolean>`identity is not null`.as('linked'),
] as const

/** By an address, however it is written in capitals. */
export const accountByEmail = (db: Db | Tx, municipality: string, email: string): Promise<Account | undefined> =>
  db
    .selectFrom('person')
    .select(ACCOUNT)
    .where('municipality', '=', municipality)
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst()
/** Undefined when there is none here. */
export const accountById = (db: Db | Tx, municipality: string, id: string): Promise<Account | undefined> =>
  db
    .selectFrom('person')
    .select(ACCOUNT)
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .executeTakeFirst()
/** By what the provider of work accounts calls its owner. */
export const accountByIdentity = (db: Db | Tx, municipality: string, identity: string): Promise<Account | undefined> =>
  db
    .selectFrom('person')
    .select(ACCOUNT)
    .where('municipality', '=', municipality)
    .where('identity', '=', identity)
    .executeTakeFirst()

export type NewPerson = {
  readonly name: string
  readonly email: string
  readonly function: string
  readonly roles: readonly Role[]
  readonly organisation: string | null
}

/** Adds someone who still has to accept; undefined when the address is in use. */
export async function addPerson(
  tx: Tx | Db,
  municipality: string,
  person: NewPerson,
  state: PersonState = 'invited',
): Promise<string | undefined> {
  const added = await tx
    .insertInto('person')
    .values({ municipality, id: uuid(), ...person, email: person.email.toLowerCase(), roles: [...person.roles], state })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added?.id
}

/** Sets the hash of a password; who was invited is active then. */
export async function setPassword(tx: Tx | Db, municipality: string, person: string, password: string): Promise<void> {
  await tx
    .updateTable('person')
    .set({ password, state: sql`case when state = 'invited' then 'active' else state end`, changed_at: sql`now()` })
    .where('municipality', '=', municipality)
    .where('id', '=', person)
    .execute()
}

/** This person was here just now. */
export async function noteSeen(db: Db, municipality: string, person: string): Promise<void> {
  await db
    .updateTable('person')
    .set({ seen_at: new Date() })
    .where('municipality', '=', municipality)
    .where('id', '=', person)
    .execute()
}

/** The first administrator says who that is. */
export async function setNameAndEmail(
  tx: Tx,
  municipality: string,
  person: string,
  given: { readonly name: string; readonly email: string },
): Promise<void> {
  await tx.updateTable('person').set(given).where('municipality', '=', municipality).where('id', '=', person).execute()
}

/** Binds an account to a work account: the issuer and subject of the identity provider. */
export async function bindIdentity(db: Db, municipality: string, person: string, identity: string): Promise<void> {
  await db
    .updateTable('person')
    .set({ identity, state: 'active' })
    .where('municipality', '=', municipality)
    .where('id', '=', person)
    .execute()
}

/** Whether mail about tasks comes once a day. */
export async function setDigest(tx: Tx, municipality: string, person: string, digest: boolean): Promise<void> {
  await tx
    .updateTable('person')
    .set({ digest, changed_at: sql`now()` })
    .where('municipality', '=', municipality)
    .where('id', '=', person)
    .execute()
}

/** Takes password and second factor away: this person begins anew with a link. */
export async function takeAccess(tx: Tx, municipality: string, person: string): Promise<void> {
  await tx
    .updateTable('person')
    .set({ second_factor: null, second_factor_step: null, password: null, state: 'invited' })
    .where('municipality', '=', municipality)
    .where('id', '=', person)
    .execute()
}

/** Organisations that a partner can work for, by name. */
export const organisationNames = (tx: Tx, municipality: string): Promise<{ id: string; name: string }[]> =>
  tx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('municipality', '=', municipality)
    .orderBy('name')
    .execute()

/** The people one can choose to be in the demo city, oldest first. */
export const demoPeople = (db: Db, slug: string): Promise<{ name: string; email: string; roles: Role[] }[]> =>
  db
    .selectFrom('person')
    .innerJoin('municipality', 'municipality.id', 'person.municipality')
    .select(['person.name', 'email', 'roles'])
    .where('slug', '=', slug)
    .where('state', '=', 'active')
    .where('person.function', '!=', 'namens de organisatie')
    .orderBy('person.created_at')
    .limit(40)
    .execute()

/** Changes what somebody may do, or whether; recorded. */
export async function changePerson(
  tx: Tx,
  municipality: string,
  id: string,
  change: { readonly function?: string; readonly roles?: readonly Role[]; readonly state?: PersonState },
): Promise<void> {
  await tx
    .updateTable('person')
    .set({
      ...(change.function === undefined ? {} : { function: change.function }),
      ...(change.roles === undefined ? {} : { roles: [...change.roles] }),
      ...(change.state === undefined ? {} : { state: change.state }),
      changed_at: sql`now()`,
    })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .execute()
  await record(tx, municipality, {
    act: 'person.changed',
    object: `person/${id}`,
    detail: { ...(change.roles ? { roles: change.roles } : {}), ...(change.state ? { state: change.state } : {}) },
  })
}

/** How many can still manage people here; the last one stays. */
export async function administrators(tx: Tx | Db, municipality: string): Promise<number> {
  // Held until the end: two who shut each other out at the same moment do not both succeed.
  const rows = await tx
    .selectFrom('person')
    .select('id')
    .where('municipality', '=', municipality)
    .where('state', '=', 'active')
    .where(sql<boolean>`'administrator' = any(roles)`)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.length
}

/** Nobody else changes this person until we are done. */
export async function lockPerson(tx: Tx, municipality: string, id: string): Promise<void> {
  await tx
    .selectFrom('person')
    .select('id')
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}
