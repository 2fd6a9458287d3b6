/**
 * The visits that are to be made: a visit that is open has a job with the same id, in the lane of its domain, so that a
 * domain has one visit at a time (db/jobs.ts).
 */
import { sql, type Transaction } from 'kysely'
import type { Db } from '../../db/connect.ts'
import * as jobs from '../../db/jobs.ts'
import type { Tables } from '../../db/tables.ts'
import type { Unseen } from '../../model/evidence.ts'

export type Claim = jobs.Held & {
  readonly kind: 'website' | 'mail-domain'
  readonly address: string
  /** It went wrong so often that it is made in a process of its own: what it brings down is then only itself. */
  readonly alone: boolean
}

/**
 * Takes the oldest visit that may be made now, of the `round` or of all that waits; or undefined. What went wrong alone
 * too is set aside as failed.
 */
export async function claim(db: Db, worker: string, round?: string): Promise<Claim | undefined> {
  const only = round === undefined ? undefined : ofRound(round)
  const job = await jobs.claim(db, worker, { kind: 'visit', aside: setAside, ...(only && { only }) })
  return job && toVisit(db, job)
}

const ofRound = (round: string) => ({
  where: sql`exists (select from round_visit r where r.visit = j.id and r.round = ${round})`,
  from: sql`(select distinct r.visit from round_visit r where r.round = ${round}) r join job j on j.id = r.visit`,
})

/** The visit of a job that this process holds. */
export async function toVisit(db: Db, { id, attempt, alone }: jobs.Job): Promise<Claim> {
  const visit = await db.selectFrom('visit').select(['kind', 'address']).where('id', '=', id).executeTakeFirstOrThrow()
  return { id, attempt, alone, ...visit }
}

/** What becomes of a visit that went wrong too often: nothing was seen, by our own fault. */
const setAside = async (tx: Transaction<Tables>, id: string, why: string): Promise<void> => {
  await tx
    .updateTable('visit')
    .set({ state: 'failed', ended_at: sql`now()`, why: 'crashed', detail: why.slice(0, 500) })
    .where('id', '=', id)
    .execute()
}

/** Gives a visit back unfinished: because we stop or lack something ourselves, or by our own `fault`: counted. */
export const giveBack = (db: Db, held: jobs.Held, fault: string | null): Promise<unknown> =>
  jobs.giveBack(db, held, fault === null ? {} : { fault, aside: setAside })

/**
 * Ends a visit with its evidence, and in the same transaction whatever `also` does with it. No visit to its domain is
 * made before `come_back`. False, and nothing written, if the visit is no longer this attempt's.
 */
export const finish = (
  db: Db,
  held: jobs.Held,
  result: { evidence: string; why: Unseen | null; detail: string | null; come_back?: string | null },
  also: (tx: Transaction<Tables>) => Promise<void>,
): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    if (!(await jobs.finish(tx, held))) return false
    await tx
      .updateTable('visit')
      .set({ state: 'done', ended_at: sql`now()`, ...result })
      .where('id', '=', held.id)
      .execute()
    await also(tx)
    return true
  })
