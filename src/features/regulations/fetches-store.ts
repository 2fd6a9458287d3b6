/**
 * The list of regulations from the national repository: asked for at the desk, fetched by a worker, the outcome told at
 * the desk.
 */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Db } from '../../db/connect.ts'
import type { Tx } from '../../db/as.ts'
import type { Plan } from './rules.ts'

/** Minutes after which a fetch without an end is done again: its worker is gone. */
const AGAIN = 10

export type Fetch = {
  readonly id: string
  readonly creator: string
  readonly by: string | null
  readonly at: Date
  readonly startedAt: Date | null
  /** It waits for longer than a worker should need. */ readonly stale: boolean
  readonly done: number
  readonly total: number
  readonly endedAt: Date | null
  readonly added: number | null
  readonly changed: number | null
  readonly unchanged: number | null
  readonly missing: readonly string[]
  readonly failure: string | null
}

/** Asks for it; false when one is under way. */
export async function askFetch(tx: Tx, municipality: string, by: string, creator: string): Promise<boolean> {
  const added = await tx
    .insertInto('register_fetch')
    .values({ municipality, id: uuid(), creator, by })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** What was asked of the source last, newest first. */
export const latestFetches = (tx: Tx, municipality: string): Promise<Fetch[]> =>
  tx
    .selectFrom('register_fetch as f')
    .leftJoin('person as p', (join) => join.onRef('p.municipality', '=', 'f.municipality').onRef('p.id', '=', 'f.by'))
    .select([
      'f.id',
      'f.creator',
      'p.name as by',
      'f.at',
      'f.started_at as startedAt',
      'f.done',
      'f.total',
      'f.ended_at as endedAt',
      'f.added',
      'f.changed',
      'f.unchanged',
      'f.missing',
      'f.failure',
      sql<boolean>`f.at < now() - interval '1 minute'`.as('stale'),
    ])
    .where('f.municipality', '=', municipality)
    .orderBy('f.at', 'desc')
    .limit(5)
    .execute()

export type Due = { readonly municipality: string; readonly id: string; readonly creator: string }
/** Takes one that waits, of any municipality, or one whose worker fell silent. */
export async function takeFetch(db: Db): Promise<Due | undefined> {
  const { rows } = await sql<Due>`update register_fetch set started_at = now() where (municipality, id) = (
    select municipality, id from register_fetch where ended_at is null and (started_at is null
      or started_at < now() - make_interval(mins => ${AGAIN}))
    order by at limit 1 for update skip locked) returning municipality, id, creator`.execute(db)
  return rows[0]
}

/** How far one is, for who waits. */
export async function tellFetch(db: Db, { municipality, id }: Due, done: number, total: number): Promise<void> {
  await db
    .updateTable('register_fetch')
    .set({ done, total, started_at: sql`now()` })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}

/** Gives one back that was not finished: another worker takes it at once. */
export async function leaveFetch(db: Db, { municipality, id }: Due): Promise<void> {
  await db
    .updateTable('register_fetch')
    .set({ started_at: null, done: 0, total: 0 })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}

/** Ends one, in the transaction of what it brought; false when it had ended already. */
export async function endFetch(
  tx: Tx | Db,
  { municipality, id }: Due,
  outcome: { readonly plan: Plan; readonly missing: readonly string[] } | { readonly failure: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('register_fetch')
    .set({
      ended_at: sql`now()`,
      ...('failure' in outcome
        ? { failure: outcome.failure.slice(0, 500) }
        : {
            added: outcome.plan.added.length,
            changed: outcome.plan.changed.length,
            unchanged: outcome.plan.unchanged,
            missing: outcome.missing.slice(0, 50).map((each) => each.slice(0, 500)),
          }),
    })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
