/**
 * The visits that are to be made. A row is both the truth and its place in the queue; a worker holds it by a lease and
 * an attempt number, and a worker that wakes up late finds its number outdated and is refused.
 *
 * What may be made now stands in an index in order. What waits behind an open visit to its domain is parked, so that
 * nobody looks past it row by row; who ends that visit calls the next. Parking is for speed alone: that a domain has
 * one open visit at most is a unique index.
 */
import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { Db } from '../../db/connect.ts'
import type { Tables } from '../../db/tables.ts'
import type { Unseen } from '../../model/evidence.ts'

/** Seconds a worker keeps a visit without a sign of life. */
export const LEASE = 20
/** After so many attempts that failed by our own fault, or ended in silence, a visit is tried once more, alone. */
const FAULTS = 3

export type Claim = {
  readonly id: string
  readonly kind: 'website' | 'mail-domain'
  readonly address: string
  readonly attempt: number
  /** It went wrong so often that it is made in a process of its own: what it brings down is then only itself. */
  readonly alone: boolean
}

/**
 * Takes the oldest visit that may be made now, of the `round` or of all that waits; or undefined. What went wrong alone
 * too is set aside as failed.
 */
export async function claim(db: Db, worker: string, round?: string): Promise<Claim | undefined> {
  const [silent, ...waiting] = round === undefined ? [SILENT, READY, BEHIND] : ofRound(round)
  for (const head of (await setAside(db)) ? [silent!, ...waiting] : waiting) {
    for (;;) {
      const taken = await take(db, worker, head)
      if (taken === undefined) break
      if (taken === 'again') continue
      if (!taken.busy) return taken
      await park(db, taken.domain)
    }
  }
  return undefined
}

// Each gives the one row to try, locked, and passes over what another worker has in its hands.
type Head = RawBuilder<unknown>
const inOrder = sql`order by v.requested_at, v.id limit 1 for update of v skip locked`
const silent = sql`v.state = 'active' and v.lease_until < now()`
const isFree = sql`v.state = 'queued' and not exists (select from visit o where o.domain = v.domain
  and o.state = 'active')`
const SILENT: Head = sql`select v.id, v.domain from visit v where ${silent} ${inOrder}`
const READY: Head = sql`select v.id, v.domain from visit v where v.state = 'queued' and not v.parked ${inOrder}`
/**
 * Parked behind nothing, because who should have called it was killed: looked for, domain by domain, when nothing else
 * waits.
 */
const BEHIND: Head = sql`select v.id, v.domain from visit v where v.id = (
  with recursive lane as (
    (select v.domain from visit v where v.state = 'queued' and v.parked order by v.domain limit 1)
    union all select (select v.domain from visit v where v.state = 'queued' and v.parked and v.domain > lane.domain
      order by v.domain limit 1) from lane where lane.domain is not null)
  select n.id from lane cross join lateral (select v.id from visit v where v.domain = lane.domain and v.parked
    and ${isFree} order by v.requested_at, v.id limit 1) n limit 1) and v.state = 'queued' for update skip locked`
/**
 * The same within a round. Nearly always one of it is among the first of all; where others wait in front, it is looked
 * for from the side of the round.
 */
const ofRound = (round: string): readonly Head[] => {
  const inRound = sql`exists (select from round_visit r where r.visit = v.id and r.round = ${round})`
  return [
    sql`select v.id, v.domain from visit v where ${silent} and ${inRound} ${inOrder}`,
    sql`select v.id, v.domain from visit v where v.id in (select f.id from visit f where f.state = 'queued'
      and not f.parked order by f.requested_at, f.id limit 64) and v.state = 'queued' and not v.parked and ${inRound}
      ${inOrder}`,
    sql`select v.id, v.domain from round_visit r join visit v on v.id = r.visit where r.round = ${round} and ${isFree}
      ${inOrder}`,
  ]
}

/**
 * Takes the row if nothing else of its domain is open; else parks it. Who parks holds what it waits behind, so that
 * this cannot end unseen in between. 'again': another worker took one of the same domain at the same moment.
 */
async function take(
  db: Db,
  worker: string,
  head: Head,
): Promise<(Claim & { readonly busy: boolean; readonly domain: string }) | 'again' | undefined> {
  try {
    const { rows } = await sql<Claim & { busy: boolean; domain: string }>`
      with head as materialized (${head}),
        ahead as materialized (select o.id from visit o join head on o.domain = head.domain and o.id <> head.id
          where o.state = 'active' for share of o)
      update visit v set parked = b.busy, state = case when b.busy then v.state else 'active' end,
        faults = v.faults + (v.state = 'active')::int, attempt = v.attempt + (not b.busy)::int,
        worker = case when b.busy then v.worker else ${worker} end, progress = null,
        started_at = case when b.busy then v.started_at else now() end,
        lease_until = case when not b.busy then now() + make_interval(secs => ${LEASE}) end
      from head, (select exists (select from ahead) as busy) b where v.id = head.id
      returning v.id, v.kind, v.address, v.domain, v.attempt, v.faults >= ${FAULTS} as alone, b.busy`.execute(db)
    return rows[0]
  } catch (error) {
    if ((error as { code?: string }).code === '23505') return 'again'
    throw error
  }
}

/** Puts the others of a busy domain out of the way too, once. */
const park = (db: Db, domain: string): Promise<unknown> =>
  sql`with ahead as materialized (select o.id from visit o where o.domain = ${domain} and o.state = 'active'
      for share of o)
    update visit set parked = true where exists (select from ahead) and id in (select v.id from visit v
      where v.domain = ${domain} and v.state = 'queued' and not v.parked for update skip locked)`.execute(db)

/** Calls the next of a domain of which a visit ended, in the transaction that ended it and as a statement after it. */
const callNext = (tx: Transaction<Tables>, domain: string): Promise<unknown> =>
  sql`update visit set parked = false where id = (select v.id from visit v where v.domain = ${domain}
    and v.state = 'queued' and v.parked order by v.requested_at, v.id limit 1 for update skip locked)`.execute(tx)

/** Sets aside what fell silent while it was made alone; gives whether anything fell silent. */
async function setAside(db: Db): Promise<boolean> {
  const late = sql`state = 'active' and lease_until < now()`
  const gone = sql`${late} and faults >= ${FAULTS}`
  if ((await sql`select from visit where ${late} limit 1`.execute(db)).rows.length === 0) return false
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ domain: string }>`update visit set state = 'failed', ended_at = now(),
      lease_until = null, why = 'crashed', detail = ${`na ${FAULTS + 1} pogingen opzijgezet`}
      where ${sql<boolean>`id in (select id from visit where ${gone} for update skip locked)`}
      returning domain`.execute(tx)
    for (const { domain } of rows) await callNext(tx, domain)
  })
  return true
}

/** The visit that another process took for us to make; undefined when it is no longer this attempt's. */
export async function heldBy(db: Db, id: string, attempt: number): Promise<Claim | undefined> {
  const row = await db
    .selectFrom('visit')
    .select(['id', 'kind', 'address', 'attempt'])
    .where('id', '=', id)
    .where('attempt', '=', attempt)
    .where('state', '=', 'active')
    .executeTakeFirst()
  return row && { ...row, alone: true }
}

/** A sign of life, with what is being looked at. False: the visit is no longer this attempt's. */
export async function heartbeat(
  db: Db,
  { id, attempt }: Pick<Claim, 'id' | 'attempt'>,
  progress: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('visit')
    .set({ lease_until: sql`now() + make_interval(secs => ${LEASE})`, progress: progress.slice(0, 200) })
    .where('id', '=', id)
    .where('attempt', '=', attempt)
    .where('state', '=', 'active')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/**
 * Gives a visit back unfinished: because we stop or lack something ourselves, or by our own `fault`, which is counted.
 */
export async function giveBack(
  db: Db,
  { id, attempt }: Pick<Claim, 'id' | 'attempt'>,
  fault: string | null,
): Promise<void> {
  const aside = sql<boolean>`${fault !== null} and faults >= ${FAULTS}`
  await db.transaction().execute(async (tx) => {
    const given = await tx
      .updateTable('visit')
      .set({
        state: sql`case when ${aside} then 'failed' else 'queued' end`,
        ended_at: sql`case when ${aside} then now() end`,
        faults: sql`faults + ${fault === null ? 0 : 1}`,
        lease_until: null,
        parked: false,
        ...(fault === null ? {} : { why: 'crashed' as const, detail: fault.slice(0, 500) }),
      })
      .where('id', '=', id)
      .where('attempt', '=', attempt)
      .where('state', '=', 'active')
      .returning(['state', 'domain'])
      .executeTakeFirst()
    if (given?.state === 'failed') await callNext(tx, given.domain)
  })
}

/**
 * Ends a visit with its evidence, and in the same transaction whatever `also` does with it. False, and nothing written,
 * if the visit is no longer this attempt's.
 */
export async function finish(
  db: Db,
  { id, attempt }: Pick<Claim, 'id' | 'attempt'>,
  result: { evidence: string; why: Unseen | null; detail: string | null },
  also: (tx: Transaction<Tables>) => Promise<void>,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const ended = await tx
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
      .returning('domain')
      .executeTakeFirst()
    if (ended === undefined) return false
    await callNext(tx, ended.domain)
    await also(tx)
    return true
  })
}
