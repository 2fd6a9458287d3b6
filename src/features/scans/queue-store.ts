/**
 * The visits that are to be made. A row is both the truth and its place in the queue; a worker holds it by a lease and
 * an attempt number, and a worker that wakes up late finds its number outdated and is refused.
 */
import { sql, type Transaction } from 'kysely'
import type { Db } from '../../db/connect.ts'
import type { Tables } from '../../db/tables.ts'
import type { Unseen } from '../../model/evidence.ts'

/** Seconds a worker keeps a visit without a sign of life. */
export const LEASE = 20
/** After so many attempts that failed by our own fault, or ended in silence, a visit is set aside. */
const FAULTS = 3

export type Claim = {
  readonly id: string
  readonly kind: 'website' | 'mail-domain'
  readonly address: string
  readonly attempt: number
}

/**
 * Takes the oldest visit that may be made now, of the `round` or of all that waits; or undefined. What fell silent
 * three times is set aside as failed.
 */
export async function claim(db: Db, worker: string, round?: string): Promise<Claim | undefined> {
  await db
    .updateTable('visit')
    .set({
      state: 'failed',
      ended_at: sql`now()`,
      lease_until: null,
      why: 'crashed',
      detail: `na ${FAULTS} pogingen opzijgezet`,
    })
    .where('state', '=', 'active')
    .where('lease_until', '<', sql<Date>`now()`)
    .where('faults', '>=', FAULTS - 1)
    .execute()
  try {
    const { rows } = await sql<Claim>`
      update visit set faults = faults + (case when state = 'active' then 1 else 0 end), state = 'active',
        attempt = attempt + 1, worker = ${worker}, progress = null,
        lease_until = now() + make_interval(secs => ${LEASE}), started_at = now()
      where id = (
        select v.id from visit v
        where ((v.state = 'active' and v.lease_until < now())
            or (v.state = 'queued' and not exists (select from visit o where o.domain = v.domain
              and o.state = 'active')))
          ${
            round === undefined
              ? sql``
              : sql`and exists (select from round_visit r where r.visit = v.id
            and r.round = ${round})`
          }
        order by v.requested_at, v.id limit 1 for update skip locked)
      returning id, kind, address, attempt`.execute(db)
    return rows[0]
  } catch (error) {
    // Two workers chose two visits to one domain at the same moment; the index let one through.
    if ((error as { code?: string }).code === '23505') return undefined
    throw error
  }
}

/** A sign of life, with what is being looked at. False: the visit is no longer this attempt's. */
export async function heartbeat(db: Db, { id, attempt }: Claim, progress: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('visit')
    .set({ lease_until: sql`now() + make_interval(secs => ${LEASE})`, progress: progress.slice(0, 200) })
    .where('id', '=', id)
    .where('attempt', '=', attempt)
    .where('state', '=', 'active')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Gives a visit back unfinished: because we stop, or by our own `fault`, which is counted. */
export async function giveBack(db: Db, { id, attempt }: Claim, fault: string | null): Promise<void> {
  const setAside = sql<boolean>`${fault !== null} and faults + 1 >= ${FAULTS}`
  await db
    .updateTable('visit')
    .set({
      state: sql`case when ${setAside} then 'failed' else 'queued' end`,
      ended_at: sql`case when ${setAside} then now() end`,
      faults: sql`faults + ${fault === null ? 0 : 1}`,
      lease_until: null,
      ...(fault === null ? {} : { why: 'crashed' as const, detail: fault.slice(0, 500) }),
    })
    .where('id', '=', id)
    .where('attempt', '=', attempt)
    .where('state', '=', 'active')
    .execute()
}

/**
 * Ends a visit with its evidence, and in the same transaction whatever `also` does with it. False, and nothing written,
 * if the visit is no longer this attempt's.
 */
export async function finish(
  db: Db,
  { id, attempt }: Claim,
  result: { evidence: string; why: Unseen | null; detail: string | null },
  also: (tx: Transaction<Tables>) => Promise<void>,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('visit')
      .set({
        state: 'done',
        ended_at: sql`now()`,
        lease_until: null,
        evidence: result.evidence,
        why: result.why,
        detail: result.detail,
        progress: null,
      })
      .where('id', '=', id)
      .where('attempt', '=', attempt)
      .where('state', '=', 'active')
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) return false
    await also(tx)
    return true
  })
}
