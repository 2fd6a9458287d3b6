/**
 * Signs who is at work, so that the database knows it and no SQL of somebody else can say otherwise. The key is in the
 * database, where only its owner can read it (migrations 012 and 015).
 */
import { createHash } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { Tables } from './tables.ts'

export type Role = 'leidraad_desk' | 'leidraad_clock' | 'leidraad_worker' | 'leidraad_door'
export type Identity = {
  readonly role: Role
  readonly municipality?: string
  readonly person?: string
  readonly organisation?: string | null
}
export type WallKey = { readonly inner: Buffer; readonly outer: Buffer }

/** The transaction that is running, as `wall.part()` knows it: its connection and the moment it began. */
export async function workOf(tx: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ work: string }>`select pg_catalog.pg_backend_pid() || ' ' ||
    extract(epoch from pg_catalog.transaction_timestamp()) as work`.execute(tx)
  return rows[0]!.work
}

const keys = new WeakMap<Kysely<Tables>, Promise<WallKey>>()

/** Reads the key, as the owner. */
export async function readKey(owner: Kysely<Tables>): Promise<WallKey> {
  const { rows } = await sql<WallKey>`select inner_key as inner, outer_key as outer from wall.secret`.execute(owner)
  return rows[0]!
}

/** A connection without rights cannot read the key itself: it is given. */
export const giveKey = (db: Kysely<Tables>, key: WallKey): void => void keys.set(db, Promise.resolve(key))

/** The key of this connection: as it was given, or read as the owner once. */
export function keyOf(db: Kysely<Tables>): Promise<WallKey> {
  const known = keys.get(db)
  if (known) return known
  const reading = readKey(db)
  keys.set(db, reading)
  reading.catch(() => keys.delete(db)) // asked anew the next time; who asked now hears of it
  return reading
}

/**
 * The setting `leidraad.identity`: `role|municipality|person|organisation|work|mac`. `work`: the one transaction it is
 * good for, as the database calls it (`workOf`), or that it is for a connection as long as it lives.
 */
export function signIdentity(
  { inner, outer }: WallKey,
  { role, municipality = '', person = '', organisation }: Identity,
  work: string,
): string {
  const text = [role, municipality, person, organisation ?? '', work].join('|')
  const within = createHash('sha256').update(inner).update(text).digest()
  return `${text}|${createHash('sha256').update(outer).update(within).digest('hex')}`
}
