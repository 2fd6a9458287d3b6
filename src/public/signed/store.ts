/** What of fixed covenants everybody may check: from the `published` schema alone. */
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'

/** A fixed version that everybody may check, by the hash of one of its files. */
export type Checked = {
  readonly no: number
  readonly version: number
  readonly title: string
  readonly state: 'open' | 'in-force' | 'ended' | 'dropped' | 'replaced'
  readonly pdf: string
  readonly odt: string
  readonly json: string
  readonly fixedAt: Date
  readonly signed: number
  readonly named: readonly string[]
}

const versions = (db: Db, municipality: string) =>
  db
    .selectFrom('published.covenant_version')
    .select(['no', 'version', 'title', 'state', 'pdf', 'odt', 'json', 'fixed_at as fixedAt', 'signed', 'named'])
    .where('municipality', '=', municipality)

/** Undefined when nothing that was fixed here has it. */
export const checkedBy = (db: Db, municipality: string, hash: string): Promise<Checked | undefined> =>
  versions(db, municipality)
    .where((where) => where.or([where('pdf', '=', hash), where('odt', '=', hash), where('json', '=', hash)]))
    .orderBy('fixed_at', 'desc')
    .executeTakeFirst()

/** A file that is no fixed version but that a party got from us, or sent and that we accepted. */
export type KnownBytes = {
  readonly what: 'receipt' | 'signed'
  readonly no: number
  readonly title: string
  readonly version: number
  /** Its number, of a receipt. */
  readonly receipt: number | null
  readonly on: string
  /** Of a signed file: whether that signature was not withdrawn since. */
  readonly stands: boolean
}

/** Undefined when it is none of ours; the hash is asked of the database, which tells nothing of anybody else's. */
export async function bytesBy(db: Db, municipality: string, hash: string): Promise<KnownBytes | undefined> {
  const { rows } = await sql<{ one: KnownBytes | null }>`
    select wall.covenant_bytes(${municipality}, ${hash}) as one`.execute(db)
  return rows[0]?.one ?? undefined
}

/** What was fixed here, newest first, at most a hundred. */
export const fixedHere = (db: Db, municipality: string): Promise<Checked[]> =>
  versions(db, municipality).orderBy('fixed_at', 'desc').limit(100).execute()
