/** Keeps people, their one-time links and second factors, and the failures to sign in. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { record } from '../../db/audit.ts'
import type { Db } from '../../db/connect.ts'
import type { Tx } from '../../db/as.ts'
import { hashOfToken, newToken } from '../../lib/token.ts'
import type { Person, PersonState } from '../../model/person.ts'
import type { Role } from '../../model/roles.ts'
import { MOST_FAILURES, WAIT_MINUTES } from './rules.ts'

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
const ACCOUNT = [
  'municipality',
  'id',
  'name',
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

export const accountByEmail = (db: Db | Tx, municipality: string, email: string): Promise<Account | undefined> =>
  db
    .selectFrom('person')
    .select(ACCOUNT)
    .where('municipality', '=', municipality)
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst()
export const accountById = (db: Db | Tx, municipality: string, id: string): Promise<Account | undefined> =>
  db
    .selectFrom('person')
    .select(ACCOUNT)
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .executeTakeFirst()
export const accountByIdentity = (db: Db | Tx, municipality: string, identity: string): Promise<Account | undefined> =>
  db
    .selectFrom('person')
    .select(ACCOUNT)
    .where('municipality', '=', municipality)
    .where('identity', '=', identity)
    .executeTakeFirst()

/** Everybody, by name. */
export const people = (tx: Tx, municipality: string): Promise<Account[]> =>
  tx.selectFrom('person').select(ACCOUNT).where('municipality', '=', municipality).orderBy('name').execute()

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

const LINK_HOURS = { administrator: 24, invitation: 14 * 24, reset: 1, baseline: 60 * 24 } as const
export type LinkKind = keyof typeof LINK_HOURS
export type Link = {
  readonly municipality: string
  readonly kind: LinkKind
  readonly person: string | null
  readonly baseline: string | null
}

/** A link that works once; gives its secret, which is kept nowhere. */
export async function makeLink(
  tx: Tx | Db,
  municipality: string,
  kind: LinkKind,
  about: { readonly person?: string; readonly baseline?: string },
): Promise<string> {
  const token = newToken()
  await tx
    .insertInto('one_time_link')
    .values({
      municipality,
      hash: hashOfToken(token),
      kind,
      person: about.person ?? null,
      baseline: about.baseline ?? null,
      ends_at: sql<string>`now() + ${`${LINK_HOURS[kind]} hours`}::interval`,
    })
    .execute()
  return token
}

/** The link a secret stands for, while it works. */
export const linkOf = (db: Db | Tx, token: string): Promise<Link | undefined> =>
  db
    .selectFrom('one_time_link')
    .select(['municipality', 'kind', 'person', 'baseline'])
    .where('hash', '=', hashOfToken(token))
    .where('used_at', 'is', null)
    .where(sql<boolean>`ends_at > now()`)
    .executeTakeFirst()

/** No link about this person works any more, but for one that is in use now. */
export async function forgetLinks(tx: Tx | Db, municipality: string, person: string, but?: string): Promise<void> {
  await tx
    .deleteFrom('one_time_link')
    .where('municipality', '=', municipality)
    .where('person', '=', person)
    .$if(but !== undefined, (query) => query.where('hash', '!=', hashOfToken(but!)))
    .execute()
}

/** Uses the link up; false when somebody was first. */
export async function useLink(tx: Tx | Db, token: string): Promise<boolean> {
  const used = await tx
    .updateTable('one_time_link')
    .set({ used_at: sql`now()` })
    .where('hash', '=', hashOfToken(token))
    .where('used_at', 'is', null)
    .returning('hash')
    .executeTakeFirst()
  return used !== undefined
}

export async function setPassword(tx: Tx | Db, municipality: string, person: string, password: string): Promise<void> {
  await tx
    .updateTable('person')
    .set({ password, state: sql`case when state = 'invited' then 'active' else state end`, changed_at: sql`now()` })
    .where('municipality', '=', municipality)
    .where('id', '=', person)
    .execute()
}

/** Sets the sealed secret and replaces the recovery codes by these hashes. */
export async function setSecondFactor(
  tx: Tx | Db,
  municipality: string,
  person: string,
  sealed: string,
  codes: readonly string[],
): Promise<void> {
  await tx
    .updateTable('person')
    .set({ second_factor: sealed, second_factor_step: null, changed_at: sql`now()` })
    .where('municipality', '=', municipality)
    .where('id', '=', person)
    .execute()
  await tx.deleteFrom('recovery_code').where('municipality', '=', municipality).where('person', '=', person).execute()
  await tx
    .insertInto('recovery_code')
    .values(codes.map((hash) => ({ municipality, person, hash })))
    .execute()
}

/** Keeps the step of a used code; false when it was used already, by two requests at once too. */
export async function useStep(tx: Tx | Db, municipality: string, person: string, step: number): Promise<boolean> {
  const used = await tx
    .updateTable('person')
    .set({ second_factor_step: step })
    .where('municipality', '=', municipality)
    .where('id', '=', person)
    .where(sql<boolean>`coalesce(second_factor_step, 0) < ${step}`)
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}

/** Uses up a recovery code; false when it is not one, or was used. */
export async function useRecoveryCode(
  tx: Tx | Db,
  municipality: string,
  person: string,
  hash: string,
): Promise<boolean> {
  const used = await tx
    .updateTable('recovery_code')
    .set({ used_at: sql`now()` })
    .where('municipality', '=', municipality)
    .where('person', '=', person)
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .returning('hash')
    .executeTakeFirst()
  return used !== undefined
}

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

export type OpenSession = {
  readonly hash: string
  readonly client: string
  readonly createdAt: Date
  readonly seenAt: Date
}
export const sessionsOf = (tx: Tx, municipality: string, person: string): Promise<OpenSession[]> =>
  tx
    .selectFrom('session')
    .select(['hash', 'client', 'created_at as createdAt', 'seen_at as seenAt'])
    .where('municipality', '=', municipality)
    .where('person', '=', person)
    .where('factor', '=', 'full')
    .where(sql<boolean>`ends_at > now() and seen_at > now() - interval '30 minutes'`)
    .orderBy('seen_at', 'desc')
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

/**
 * A link for the first administrator, as long as there is none; an earlier link that was not used no longer works then.
 * Undefined when somebody manages people here already.
 */
export async function firstAdministrator(db: Db, municipality: string, place: string): Promise<string | undefined> {
  if ((await administrators(db, municipality)) > 0) return undefined
  const email = `beheerder@${place}.invalid`
  const id =
    (await accountByEmail(db, municipality, email))?.id ??
    (await addPerson(db, municipality, {
      name: 'Eerste beheerder',
      email,
      function: '',
      roles: ['administrator'],
      organisation: null,
    }))
  await db
    .deleteFrom('one_time_link')
    .where('municipality', '=', municipality)
    .where('kind', '=', 'administrator')
    .execute()
  return makeLink(db, municipality, 'administrator', { person: id! })
}
