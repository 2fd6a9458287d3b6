/**
 * Who is signed in: opaque tokens in a cookie, kept as their hash, ended by time, by the person or by an administrator.
 */
import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import type { Tx, Who } from '../../db/as.ts'
import { hashOfToken as hashOf, newToken } from '../../lib/token.ts'
import type { Person } from '../../model/person.ts'

/** Minutes without a sign of life, and hours in all, after which a session ends (ASVS 5.0 7.3). */
export const IDLE_MINUTES = 30
const LONGEST_HOURS = 10

export type Session = {
  readonly municipality: {
    readonly id: string
    readonly slug: string
    readonly name: string
    /** Where its own site is; null when it was never started. */
    readonly site: string | null
  }
  readonly hash: string
  /** `password`: the second step is still to come, and nothing opens but that. */
  readonly factor: 'password' | 'full'
  readonly person: Person
  /** What every form of this session carries (against forged requests). */
  readonly token: string
  /** When it ends if nothing happens, and when it ends anyhow. */
  readonly ends: { readonly at: Date; readonly last: Date }
}

/**
 * Begins a session and gives the value of its cookie. Always a new secret: what somebody planted before is worth
 * nothing.
 */
export async function beginSession(
  tx: Tx | Db,
  municipality: string,
  person: string,
  factor: Session['factor'],
  client: string,
): Promise<string> {
  const secret = newToken()
  await tx
    .insertInto('session')
    .values({
      municipality,
      hash: hashOf(secret),
      person,
      factor,
      client: client.slice(0, 200),
      ends_at: sql<string>`now() + ${factor === 'full' ? `${LONGEST_HOURS} hours` : '10 minutes'}::interval`,
    })
    .execute()
  return `${municipality}.${secret}`
}

const COOKIE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([A-Za-z0-9_-]{43})$/

/** The session a cookie stands for, if it is there, alive and of someone who may still work here. */
export async function sessionOf(db: Db, cookie: string | undefined): Promise<Session | undefined> {
  const [, municipality, secret] = COOKIE.exec(cookie ?? '') ?? []
  if (municipality === undefined || secret === undefined) return undefined
  const hash = hashOf(secret)
  const row = await db
    .selectFrom('session')
    .innerJoin('person', (join) =>
      join.onRef('person.municipality', '=', 'session.municipality').onRef('person.id', '=', 'session.person'),
    )
    .innerJoin('municipality', 'municipality.id', 'session.municipality')
    .select([
      'session.factor',
      'person.id',
      'person.name',
      'person.email',
      'person.function',
      'person.roles',
      'person.organisation',
      'municipality.slug',
      'municipality.name as city',
      'session.ends_at as last',
      'municipality.site',
      sql<boolean>`session.seen_at < now() - interval '1 minute'`.as('stale'),
    ])
    .where('session.municipality', '=', municipality)
    .where('session.hash', '=', hash)
    .where('person.state', '=', 'active')
    .where(sql<boolean>`session.ends_at > now() and session.seen_at > now() - ${`${IDLE_MINUTES} minutes`}::interval`)
    .executeTakeFirst()
  if (!row) return undefined
  if (row.stale)
    await db
      .updateTable('session')
      .set({ seen_at: sql`now()` })
      .where('municipality', '=', municipality)
      .where('hash', '=', hash)
      .execute()
  const { factor, slug, city, site, id, name, email, function: work, roles, organisation, last } = row
  return {
    municipality: { id: municipality, slug, name: city, site },
    hash,
    factor,
    person: { id, name, email, function: work, roles, organisation },
    token: tokenOf(secret),
    ends: { at: new Date(Math.min(Date.now() + (IDLE_MINUTES - 1) * 60_000, last.getTime())), last },
  }
}

const tokenOf = (secret: string): string => createHmac('sha256', secret).update('form').digest('base64url')

/**
 * Whose session this was, whether it still is or not, and the token of its forms. It opens nothing: only what this
 * person typed is kept by it.
 */
export async function ownerOfSession(
  db: Db,
  cookie: string | undefined,
): Promise<{ readonly who: Who; readonly token: string } | undefined> {
  const [, municipality, secret] = COOKIE.exec(cookie ?? '') ?? []
  if (municipality === undefined || secret === undefined) return undefined
  const row = await db
    .selectFrom('session')
    .innerJoin('person', (join) =>
      join.onRef('person.municipality', '=', 'session.municipality').onRef('person.id', '=', 'session.person'),
    )
    .select(['person.id as person', 'person.organisation'])
    .where('session.municipality', '=', municipality)
    .where('session.hash', '=', hashOf(secret))
    .where('session.factor', '=', 'full')
    .executeTakeFirst()
  return row && { who: { municipality, ...row }, token: tokenOf(secret) }
}

/** Seconds that a session still is if nothing happens, and at most; nought when it is over. Asking changes nothing. */
export async function standOf(
  db: Db,
  cookie: string | undefined,
): Promise<{ readonly seconds: number; readonly most: number }> {
  const [, municipality, secret] = COOKIE.exec(cookie ?? '') ?? []
  const row =
    municipality !== undefined &&
    secret !== undefined &&
    (await db
      .selectFrom('session')
      .select([
        sql<number>`extract(epoch from seen_at + ${`${IDLE_MINUTES} minutes`}::interval - now())::int`.as('seconds'),
        sql<number>`extract(epoch from ends_at - now())::int`.as('most'),
      ])
      .where('municipality', '=', municipality)
      .where('hash', '=', hashOf(secret))
      .where('factor', '=', 'full')
      .executeTakeFirst())
  if (!row) return { seconds: 0, most: 0 }
  return { seconds: Math.max(0, Math.min(row.seconds, row.most)), most: Math.max(0, row.most) }
}

/** Ends this one; its cookie is worth nothing then. */
export async function endSession(db: Db | Tx, municipality: string, hash: string): Promise<void> {
  await db.deleteFrom('session').where('municipality', '=', municipality).where('hash', '=', hash).execute()
}

/** Ends every session of a person but one: after a new password, a change of roles, or leaving. */
export async function endOtherSessions(
  db: Db | Tx,
  municipality: string,
  person: string,
  keep?: string,
): Promise<void> {
  await db
    .deleteFrom('session')
    .where('municipality', '=', municipality)
    .where('person', '=', person)
    .$if(keep !== undefined, (query) => query.where('hash', '!=', keep!))
    .execute()
}

export type OpenSession = {
  readonly hash: string
  readonly client: string
  readonly createdAt: Date
  readonly seenAt: Date
}
/** Where somebody is signed in now, latest first. */
export const sessionsOf = (tx: Tx, municipality: string, person: string): Promise<OpenSession[]> =>
  tx
    .selectFrom('session')
    .select(['hash', 'client', 'created_at as createdAt', 'seen_at as seenAt'])
    .where('municipality', '=', municipality)
    .where('person', '=', person)
    .where('factor', '=', 'full')
    .where(sql<boolean>`ends_at > now() and seen_at > now() - ${`${IDLE_MINUTES} minutes`}::interval`)
    .orderBy('seen_at', 'desc')
    .execute()
