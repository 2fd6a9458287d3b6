/** The audit trail: every human act, append-only, each entry chained to the one before by its hash. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from './connect.ts'
import { withoutAddresses } from '../lib/clean.ts'
import type { ActName } from '../vocabulary/act.ts'
import type { Tx } from './as.ts'

/**
 * `object` as `case/<id>`. `detail` names people by id alone: the chain is for ever, and a person can be forgotten. An
 * address that comes along all the same is taken out. Only who published is named: that stands open for ever too.
 */
export type Act = {
  readonly act: ActName
  readonly object: string
  readonly detail?: Readonly<Record<string, unknown>>
}
export type Entry = {
  readonly municipality: string
  readonly no: number
  readonly at: string
  readonly person: string | null
  readonly act: string
  readonly object: string
  readonly detail: string
  readonly previous: string
  readonly hash: string
}

/** Whose the trail is of what is done with municipalities themselves: of the installation. */
export const INSTALLATION = '00000000-0000-0000-0000-000000000000'

/** Before the first entry. */
export const START = '0'.repeat(64)

/**
 * SHA-256 over the entry and the hash of the one before: whoever changes, removes or inserts one breaks all that
 * follow.
 */
export function hashOf(entry: Omit<Entry, 'hash'>): string {
  const { municipality, no, at, person, act, object, detail, previous } = entry
  return createHash('sha256')
    .update(JSON.stringify([municipality, no, at, person, act, object, detail, previous]))
    .digest('hex')
}

/**
 * Writes an act of the person who is signed in, in the transaction of the act itself: they are kept together or not at
 * all. The database gives it its number, moment, person and place in the chain (migration 012).
 */
export async function record(tx: Tx, municipality: string, { act, object, detail = {} }: Act): Promise<void> {
  await sql`insert into audit (municipality, act, object, detail)
    values (${municipality}, ${act}, ${object}, ${withoutAddresses(JSON.stringify(detail))})`.execute(tx)
}

/**
 * Writes an act of the command line once it is done. For work that goes over several transactions, or that reads a
 * whole city as it was at its beginning: within such a one every act at the desk meanwhile would undo it.
 */
export const recordAfter = (db: Db, municipality: string, act: Act): Promise<void> =>
  db.transaction().execute((tx) => record(tx, municipality, act))

/** Who did something with this object last, and when; undefined when nobody did. */
export async function lastAct(
  tx: Tx,
  municipality: string,
  object: string,
): Promise<{ readonly by: string | null; readonly at: Date } | undefined> {
  const { rows } = await sql<{ by: string | null; at: string }>`
    select p.name as by, l.at from wall.last_act(${object}) l
      left join person p on p.municipality = ${municipality} and p.id = l.person`.execute(tx)
  const [row] = rows
  return row && { by: row.by, at: new Date(row.at) }
}

/** How far the trail is: the number and hash of its last line. Undefined when somebody took it away. */
export const headOf = (
  db: Db | Tx,
  municipality: string,
): Promise<{ readonly no: number; readonly hash: string } | undefined> =>
  db.selectFrom('audit_head').select(['no', 'hash']).where('municipality', '=', municipality).executeTakeFirst()

/** The first place where the chain does not hold, or undefined when it is whole. `count` entries were read. */
export async function proveChain(
  db: Db | Tx,
  municipality: string,
): Promise<{ readonly count: number; readonly brokenAt?: number; readonly why?: string }> {
  let previous = START
  let count = 0
  for (;;) {
    const page = await db
      .selectFrom('audit')
      .selectAll()
      .where('municipality', '=', municipality)
      .where('no', '>', count)
      .orderBy('no')
      .limit(5_000)
      .execute()
    for (const entry of page) {
      if (entry.no !== count + 1) return { count, brokenAt: count + 1, why: 'een regel ontbreekt' }
      if (entry.previous !== previous || hashOf(entry) !== entry.hash)
        return { count, brokenAt: entry.no, why: 'een regel is veranderd' }
      previous = entry.hash
      count = entry.no
    }
    if (page.length === 0) break
  }
  const head = await headOf(db, municipality)
  if (!head) return { count, brokenAt: count + 1, why: 'het hoofd van het logboek is weg' }
  if (head.no !== count || head.hash !== previous)
    return { count, brokenAt: count + 1, why: `het hoofd zegt ${head.no} regels: de laatste ontbreken` }
  return { count }
}
