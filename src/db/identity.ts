/**
 * Signs who is at work, so that the database knows it and no SQL of somebody else can say otherwise. The key is in the
 * database, where only its owner can read it (migration 012).
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

/** Seconds that an identity is good for: a transaction begins at once; the rest is room for clocks that differ. */
const GOOD_FOR = 300
/** For a connection that is somebody for as long as it lives. */
const ALWAYS = 9_999_999_999

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

/** The setting `leidraad.identity`: `role|municipality|person|organisation|until|mac`. */
export function signIdentity(
  { inner, outer }: WallKey,
  { role, municipality = '', person = '', organisation }: Identity,
  lasts: 'transaction' | 'connection' = 'transaction',
): string {
  const until = lasts === 'connection' ? ALWAYS : Math.floor(Date.now() / 1_000) + GOOD_FOR
  const text = [role, municipality, person, organisation ?? '', until].join('|')
  const within = createHash('sha256').update(inner).update(text).digest()
  return `${text}|${createHash('sha256').update(outer).update(within).digest('hex')}`
}
