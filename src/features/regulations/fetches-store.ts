/**
 * The list of regulations from the national repository: asked for at the desk, fetched by a worker, the outcome told at
 * the desk.
 */
import { sql, type Transaction } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Db } from '../../db/connect.ts'
import type { Tx } from '../../db/as.ts'
import { claim, enqueue, finish, giveBack, type Job } from '../../db/jobs.ts'
import type { Tables } from '../../db/tables.ts'
import type { Plan } from './rules.ts'

export type Fetch = {
  readonly id: string
  readonly creator: string
  readonly by: string | null
  readonly at: Date
  /** A worker is at it. */ readonly busy: boolean
  /** Why it waits, or is tried again. */ readonly trouble: string | null
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
  const id = uuid()
  const added = await tx
    .insertInto('register_fetch')
    .values({ municipality, id, creator, by })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined && enqueue(tx, { kind: 'fetch', municipality, key: id, lane: municipality, by })
}

/** What was asked of the source last, newest first. */
export const latestFetches = (tx: Tx, municipality: string): Promise<Fetch[]> =>
  tx
    .selectFrom('register_fetch as f')
    .leftJoin('job as j', (join) =>
      join
        .onRef('j.municipality', '=', 'f.municipality')
        .on('j.kind', '=', 'fetch')
        .on('j.key', '=', sql<string>`f.id::text`),
    )
    .leftJoin('person as p', (join) => join.onRef('p.municipality', '=', 'f.municipality').onRef('p.id', '=', 'f.by'))
    .select([
      'f.id',
      'f.creator',
      'p.name as by',
      'f.at',
      sql<boolean>`coalesce(j.state = 'active', false)`.as('busy'),
      'j.trouble',
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

export type Due = Job & { readonly municipality: string; readonly creator: string }

/** Takes one that waits, of any municipality, or one whose worker fell silent; what goes wrong alone too is ended. */
export async function takeFetch(db: Db, worker: string): Promise<Due | undefined> {
  const job = await claim(db, worker, { kind: 'fetch', aside: setAside })
  return job && toFetch(db, job)
}

/** The fetch of a job that this process holds. */
export async function toFetch(db: Db, job: Job): Promise<Due> {
  const { municipality, creator } = await db
    .selectFrom('register_fetch')
    .select(['municipality', 'creator'])
    .where('municipality', '=', job.municipality!)
    .where('id', '=', job.key)
    .executeTakeFirstOrThrow()
  return { ...job, municipality, creator }
}

/** How far one is, for who waits. */
export async function tellFetch(db: Db, { municipality, key }: Due, done: number, total: number): Promise<void> {
  await db
    .updateTable('register_fetch')
    .set({ done, total })
    .where('municipality', '=', municipality)
    .where('id', '=', key)
    .where('ended_at', 'is', null)
    .execute()
}

/**
 * Gives one back that was not finished: because we stop or lack something (why, in `trouble`), or by a fault of ours,
 * which is counted.
 */
export async function leaveFetch(
  db: Db,
  due: Due,
  back: { readonly fault?: string; readonly trouble?: string; readonly minutes?: number } = {},
): Promise<void> {
  if (await giveBack(db, due, { ...back, aside: setAside })) await tellFetch(db, due, 0, 0)
}

type Outcome = { readonly plan: Plan; readonly missing: readonly string[] } | { readonly failure: string }
/** Ends one, in the transaction of what it brought; false when it is no longer this attempt's. */
export async function endFetch(tx: Transaction<Tables>, due: Due, outcome: Outcome): Promise<boolean> {
  if (!(await finish(tx, due, 'failure' in outcome ? outcome.failure : undefined))) return false
  await write(tx, due.key, outcome)
  return true
}

/** What becomes of a fetch that went wrong by our own fault, each time, alone too. */
export const setAside = (tx: Transaction<Tables>, id: string): Promise<void> =>
  write(tx, id, { failure: 'het ging vier keer mis bij ons; het staat in het verslag van de werker' })

async function write(tx: Transaction<Tables>, id: string, outcome: Outcome): Promise<void> {
  await tx
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
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}
