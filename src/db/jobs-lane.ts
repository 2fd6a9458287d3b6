/** Taking a job: which one may be done now, and what waits behind an open job in its lane. */
import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** What runs later. */
export type JobKind = Tables['job']['kind']
type Db = Kysely<Tables>
type Tx = Transaction<Tables>

/** Nothing but these: a condition on a row `j` of job, and the tables with `job j` joined to begin from their side. */
export type Only = { readonly where: RawBuilder<unknown>; readonly from: RawBuilder<unknown> }
/** What else becomes of a job that is set aside, and why it was, in Dutch. */
export type Aside = (tx: Tx, key: string, why: string) => Promise<void>

export type Which = {
  readonly kind: JobKind
  readonly municipality?: string
  readonly only?: Only
  /** In the transaction that sets it aside. */
  readonly aside?: Aside
}

export type Job = {
  readonly id: string
  readonly kind: JobKind
  /** Null of a visit: that is for whoever watches the address. */
  readonly municipality: string | null
  /** What it is about, such as the id of a message. */
  readonly key: string
  readonly payload: Readonly<Record<string, unknown>>
  readonly by: string | null
  readonly attempt: number
  /** It went wrong so often that it is done in a process of its own: what it brings down is then only itself. */
  readonly alone: boolean
}
type Holder = { readonly worker: string; readonly lease: number; readonly faults: number }
/** Gives the one row to try, locked, and passes over what another worker has in its hands. */
type Head = RawBuilder<unknown>

/** In the transaction that is open, or in one of its own. */
export const inOne = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.isTransaction ? work(db as Tx) : db.transaction().execute(work)

/** Takes the first of what fell silent (when `silent` says that something did) and of what waits, in order. */
export async function takeFrom(db: Db, holder: Holder, which: Which, silent: boolean): Promise<Job | undefined> {
  const [late, ...waiting] = which.only ? among(which, which.only) : among(which)
  for (const head of silent ? [late!, ...waiting] : waiting) {
    for (;;) {
      const taken = await take(db, holder, head)
      if (taken === undefined) break
      if (taken === 'again') continue
      const { lane, busy, ...job } = taken
      if (!busy) return job
      await park(db, which.kind, lane!)
    }
  }
  return undefined
}

const inOrder = sql`order by j.due, j.id limit 1 for update of j skip locked`

function among({ kind, municipality }: Which, only?: Only): readonly Head[] {
  const of = municipality === undefined ? sql`true` : sql`j.municipality = ${municipality}`
  // As literals: an index over part of the rows is then one for this question too.
  const one = sql`j.kind = ${sql.lit(kind)} and ${of}`
  const silent = sql`${one} and j.state = 'active' and j.lease_until < now()`
  const ready = sql`${one} and j.state = 'queued' and not j.parked and j.due <= now()`
  const free = sql`${one} and j.state = 'queued' and j.due <= now() and not exists (select from job o
    where o.kind = j.kind and o.lane = j.lane and o.state = 'active')`
  if (!only)
    return [
      sql`select j.id, j.kind, j.lane from job j where ${silent} ${inOrder}`,
      sql`select j.id, j.kind, j.lane from job j where ${ready} ${inOrder}`,
      // Parked behind nothing, because who should have called it was killed: looked for, lane by lane, when nothing
      // else waits.
      sql`select j.id, j.kind, j.lane from job j where j.id = (
        with recursive lane as (
          (select j.lane from job j where ${parked(kind)} order by j.lane limit 1)
          union all select (select j.lane from job j where ${parked(kind)} and j.lane > lane.lane
            order by j.lane limit 1) from lane where lane.lane is not null)
        select n.id from lane cross join lateral (select j.id from job j where j.lane = lane.lane and j.parked
          and ${free} order by j.due, j.id limit 1) n limit 1) and j.state = 'queued' for update skip locked`,
    ]
  // Nearly always one of them is among the first of all; where others wait in front, it is looked for from their side.
  return [
    sql`select j.id, j.kind, j.lane from job j where ${silent} and ${only.where} ${inOrder}`,
    sql`select j.id, j.kind, j.lane from job j where j.id in (select f.id from job f where f.kind = ${sql.lit(kind)}
      and f.state = 'queued' and not f.parked and f.due <= now() order by f.due, f.id limit 16) and ${ready}
      and ${only.where} ${inOrder}`,
    sql`select j.id, j.kind, j.lane from ${only.from} where ${only.where} and ${free} ${inOrder}`,
  ]
}
const parked = (kind: JobKind) => sql`j.kind = ${sql.lit(kind)} and j.state = 'queued' and j.parked
  and j.lane is not null`

/**
 * Takes the row if nothing else of its lane is open; else parks it. Who parks holds what it waits behind, so that this
 * cannot end unseen in between. 'again': another worker took one of the same lane at the same moment.
 */
async function take(
  db: Db,
  { worker, lease, faults }: Holder,
  head: Head,
): Promise<(Job & { readonly busy: boolean; readonly lane: string | null }) | 'again' | undefined> {
  try {
    const { rows } = await sql<Job & { busy: boolean; lane: string | null }>`
      with head as materialized (${head}),
        ahead as materialized (select o.id from job o join head on o.kind = head.kind and o.lane = head.lane
          and o.id <> head.id where o.state = 'active' for share of o)
      update job j set parked = b.busy, state = case when b.busy then j.state else 'active' end,
        silent = j.silent + (j.state = 'active')::int, attempt = j.attempt + (not b.busy)::int,
        worker = case when b.busy then j.worker else ${worker} end, progress = null,
        started_at = case when b.busy then j.started_at else now() end,
        lease_until = case when not b.busy then now() + make_interval(secs => ${lease}) end
      from head, (select exists (select from ahead) as busy) b where j.id = head.id
      returning j.id, j.kind, j.municipality, j.key, j.payload, j.by, j.lane, j.attempt, j.silent >= ${faults} as alone,
        b.busy`.execute(db)
    return rows[0]
  } catch (error) {
    if ((error as { code?: string }).code === '23505') return 'again'
    throw error
  }
}

/** Puts the others of a busy lane out of the way too, once. */
const park = (db: Db, kind: JobKind, lane: string): Promise<unknown> =>
  sql`with ahead as materialized (select o.id from job o where o.kind = ${kind} and o.lane = ${lane}
      and o.state = 'active' for share of o)
    update job set parked = true where exists (select from ahead) and id in (select j.id from job j
      where j.kind = ${kind} and j.lane = ${lane} and j.state = 'queued' and not j.parked
      for update skip locked)`.execute(db)

/** Calls the next of a lane of which a job ended, in the transaction that ended it and as a statement after it. */
export async function callNext(tx: Tx, of: { readonly kind: JobKind; readonly lane: string | null }): Promise<void> {
  if (of.lane === null) return
  await sql`update job set parked = false where id = (select j.id from job j where j.kind = ${of.kind}
    and j.lane = ${of.lane} and j.state = 'queued' and j.parked order by j.due, j.id limit 1
    for update skip locked)`.execute(tx)
}

/** Sets aside what fell silent while it was done alone; gives whether anything fell silent. */
export async function setAside(db: Db, { kind, municipality, aside }: Which, faults: number): Promise<boolean> {
  const of = municipality === undefined ? sql`true` : sql`municipality = ${municipality}`
  const late = sql`kind = ${sql.lit(kind)} and ${of} and state = 'active' and lease_until < now()`
  if ((await sql`select from job where ${late} limit 1`.execute(db)).rows.length === 0) return false
  await inOne(db, async (tx) => {
    const why = `na ${faults + 1} pogingen opzijgezet`
    const { rows } = await sql<{ key: string; lane: string | null }>`update job set state = 'failed', ended_at = now(),
      lease_until = null, progress = null, trouble = ${why}
      where id in (select id from job where ${late} and silent >= ${faults} for update skip locked)
      returning key, lane`.execute(tx)
    for (const { key, lane } of rows) {
      await aside?.(tx, key, why)
      await callNext(tx, { kind, lane })
    }
  })
  return true
}
