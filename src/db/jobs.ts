/**
 * All that runs later: visits, fetches, mail, judging. A row is both the truth and its place in the queue;
 * whoever works on it holds it by a lease and an attempt number, and who wakes up late finds that number outdated and
 * is refused. What it is about, and what came of it, stands with the noun itself.
 *
 * What may be done now stands in an index in order. What waits behind an open job in its lane (of a visit: its domain)
 * is parked, so that nobody looks past it row by row; who ends that job calls the next. Parking is for speed alone:
 * that a lane has one open job at most is a unique index.
 */
import { sql, type Kysely, type Transaction } from 'kysely'
import { v7 as uuid } from 'uuid'
import { JOBS_KEPT } from '../vocabulary/retention.ts'
import { callNext, inOne, setAside, takeFrom, type Aside, type Job, type JobKind, type Which } from './jobs-lane.ts'
import type { Tables } from './tables.ts'

export type { Job }

type Db = Kysely<Tables>
type Tx = Transaction<Tables>

/** Seconds that a job is kept without a sign of life. */
export const LEASE = 20
/** After so many attempts that failed by our own fault, or ended in silence, a job is done once more, alone. */
export const FAULTS = 3

/** Which job, and which attempt at it. */
export type Held = Pick<Job, 'id' | 'attempt'>

export type NewJob = {
  readonly id?: string
  readonly kind: JobKind
  readonly municipality: string
  /** While a job of this kind with this key is open, it is not asked for again. */
  readonly key: string
  readonly payload?: Readonly<Record<string, unknown>>
  /** Of a lane one is done at a time. */
  readonly lane?: string
  readonly by?: string
}

/** Asks for it, in the transaction that causes it; false when it was asked for already. */
export async function enqueue(tx: Db, job: NewJob): Promise<boolean> {
  // Not `returning`: who asks for mail to be sent may not read what is sent.
  const { numInsertedOrUpdatedRows: added } = await tx
    .insertInto('job')
    .values({
      id: job.id ?? uuid(),
      kind: job.kind,
      municipality: job.municipality,
      key: job.key,
      payload: JSON.stringify(job.payload ?? {}),
      lane: job.lane ?? null,
      by: job.by ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added === 1n
}

/** Lets a job that waits for its moment be done now. */
export const hurry = (tx: Db, municipality: string, kind: JobKind, key: string): Promise<unknown> =>
  tx
    .updateTable('job')
    .set({ due: sql`now()` })
    .where('municipality', '=', municipality)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .where('state', '=', 'queued')
    .execute()

/** Lets these visits, asked for a later moment, be made now: somebody asks for them. */
export const hurryVisits = (tx: Tx, visits: readonly string[]): Promise<unknown> =>
  tx
    .updateTable('job')
    .set({ due: sql`now()` })
    .where('id', 'in', [...visits])
    .where('kind', '=', 'visit')
    .where('state', '=', 'queued')
    .where('due', '>', sql<Date>`now()`)
    .execute()

/**
 * Asks for visits, each with the id of its visit, many at a time. `parked`: another that was asked for goes before it
 * in its lane. `due`: not before that moment.
 */
export async function enqueueVisits(
  tx: Tx,
  visits: readonly { readonly id: string; readonly lane: string; readonly parked: boolean; readonly due?: Date }[],
): Promise<void> {
  if (visits.length === 0) return
  await tx
    .insertInto('job')
    .values(visits.map((each) => ({ ...each, kind: 'visit' as const, municipality: null, key: each.id })))
    .execute()
}

/**
 * Takes the oldest job of this kind that may be done now; or undefined. What went wrong alone too is set aside as
 * failed.
 */
export async function claim(db: Db, worker: string, which: Which): Promise<Job | undefined> {
  const silent = await setAside(db, which, FAULTS)
  return takeFrom(db, { worker, lease: LEASE, faults: FAULTS }, which, silent)
}

/** The job that another process took for us to do; undefined when it is no longer this attempt's. */
export async function heldBy(db: Db, { id, attempt }: Held): Promise<Job | undefined> {
  const row = await db
    .selectFrom('job')
    .select(['id', 'kind', 'municipality', 'key', 'payload', 'by', 'attempt'])
    .where('id', '=', id)
    .where('attempt', '=', attempt)
    .where('state', '=', 'active')
    .executeTakeFirst()
  return row && { ...row, alone: true }
}

/** How the newest job of this kind with this key fares; undefined when there is none. */
export const lastOf = (db: Db, municipality: string, kind: JobKind, key: string) =>
  db
    .selectFrom('job')
    .select(['id', 'state', 'progress', 'trouble', 'result', 'attempt'])
    .where('municipality', '=', municipality)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst()

/** A sign of life, with what is being done. False: the job is no longer this attempt's. */
export async function keep(db: Db, { id, attempt }: Held, progress: string | null): Promise<boolean> {
  const { rows } = await sql`update job set lease_until = now() + make_interval(secs => ${LEASE}),
      progress = ${progress?.slice(0, 200) ?? null}
    where id = ${id} and attempt = ${attempt} and state = 'active' returning 1`.execute(db)
  return rows.length === 1
}

export type Back = {
  /** Our own fault: counted, and told. */
  readonly fault?: string
  /** Why it waits, in Dutch, when nothing of ours is at fault. */
  readonly trouble?: string
  /** Not before so many minutes have gone by. */
  readonly minutes?: number
  readonly aside?: Aside | undefined
}

/**
 * Gives a job back unfinished: because we stop or lack something ourselves, because the other side is away, or by a
 * fault of ours, which is counted. Gives what became of it; undefined when it is no longer this attempt's.
 */
export async function giveBack(
  db: Db,
  { id, attempt }: Held,
  { fault, trouble, minutes = 0, aside }: Back,
): Promise<'queued' | 'failed' | undefined> {
  const told = (fault ?? trouble)?.slice(0, 500) ?? null
  const counted = fault === undefined ? 0 : 1
  return inOne(db, async (tx) => {
    const { rows } = await sql<{ key: string; kind: JobKind; lane: string | null; state: 'queued' | 'failed' }>`
      update job set state = case when ${counted}::int = 1 and silent >= ${FAULTS} then 'failed' else 'queued' end,
        ended_at = case when ${counted}::int = 1 and silent >= ${FAULTS} then now() end,
        silent = silent + ${counted}::int,
        lease_until = null, parked = false, progress = null, trouble = coalesce(${told}::text, trouble),
        due = case when ${minutes}::float8 > 0 then now() + make_interval(mins => ${minutes}::int) else due end
      where id = ${id} and attempt = ${attempt} and state = 'active' returning key, kind, lane, state`.execute(tx)
    const given = rows[0]
    if (given?.state === 'failed') {
      await aside?.(tx, given.key, told ?? '')
      await callNext(tx, given)
    }
    return given?.state
  })
}

/**
 * Ends a job in the transaction of what came of it; `failed` with why, when it will never be done. `result` is what is
 * told of it and stands nowhere else. False, and then nothing may be kept, when the job is no longer this attempt's.
 */
export async function finish(tx: Tx, { id, attempt }: Held, failed?: string, result: unknown = null): Promise<boolean> {
  const { rows } = await sql<{ kind: JobKind; lane: string | null }>`update job
    set state = ${failed === undefined ? 'done' : 'failed'}, ended_at = now(), lease_until = null, progress = null,
      trouble = ${failed?.slice(0, 500) ?? null}, result = ${JSON.stringify(result)}::jsonb
    where id = ${id} and attempt = ${attempt} and state = 'active' returning kind, lane`.execute(tx)
  if (rows[0] === undefined) return false
  await callNext(tx, rows[0])
  return true
}

/** Holds a job of this attempt until the end of the transaction: a part of it is kept. False: it is no longer ours. */
export async function stillOurs(tx: Tx, { id, attempt }: Held): Promise<boolean> {
  const { rows } = await sql`select from job where id = ${id} and attempt = ${attempt} and state = 'active'
    for update`.execute(tx)
  return rows.length === 1
}

/** Takes away what ended long ago, 20,000 at most, as the clock. Gives how many. */
export async function sweepJobs(db: Db): Promise<number> {
  const { rows } = await sql<{ gone: number }>`select sweep_jobs(${JOBS_KEPT}::interval) as gone`.execute(db)
  return rows[0]!.gone
}
