/** What of fixed covenants everybody may check: from the `published` schema alone. */
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

/** What was fixed here, newest first, at most a hundred. */
export const fixedHere = (db: Db, municipality: string): Promise<Checked[]> =>
  versions(db, municipality).orderBy('fixed_at', 'desc').limit(100).execute()
