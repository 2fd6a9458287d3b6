/**
 * The visits that are to be made. A row is both the truth and its place in the queue; a worker holds it by a lease and
 * an
 * attempt number, and a worker that wakes up late finds its number outdated and is refused.
 */
import { sql, type Transaction } from 'kysely'
import { v7 as uuid } from 'uuid'
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

/** Addresses to be visited, each with the domain that politeness counts by: one visit at a time per domain. */
export type Wanted = {
  readonly subject: string
  readonly kind: 'website' | 'mail-domain'
  readonly address: string
  readonly domain: string
}

/** The open subjects of a municipality, or of the organisations named by slug. */
export async function subjectsOf(
  db: Db,
  municipality: string,
  slugs?: readonly string[],
): Promise<{ subject: string; kind: 'website' | 'mail-domain'; address: string }[]> {
  return db
    .selectFrom('subject')
    .innerJoin('organisation', (join) =>
      join
        .onRef('organisation.municipality', '=', 'subject.municipality')
        .onRef('organisation.id', '=', 'subject.organisation'),
    )
    .select(['subject.id as subject', 'subject.kind', 'subject.address'])
    .where('subject.municipality', '=', municipality)
    .where('subject.ended_at', 'is', null)
    .$if(slugs !== undefined, (query) => query.where('organisation.slug', 'in', [...slugs!]))
    .orderBy('subject.id')
    .execute()
}

/**
 * Asks for visits in one transaction. An address that already waits or is being visited is not asked for twice. Gives
 * the round's id.
 */
export async function requestRound(db: Db, municipality: string, wanted: readonly Wanted[]): Promise<string> {
  const round = uuid()
  await db.transaction().execute(async (tx) => {
    await tx.insertInto('round').values({ municipality, id: round }).execute()
    // In one order everywhere, so that two rounds at once wait for each other instead of deadlocking.
    const ordered = wanted.toSorted((a, b) => (`${a.kind} ${a.address}` < `${b.kind} ${b.address}` ? -1 : 1))
    for (let at = 0; at < ordered.length; at += 500) {
      const part = ordered.slice(at, at + 500)
      // An address that two organisations share is visited once.
      const visited = new Map(part.map((each) => [`${each.kind} ${each.address}`, each]))
      const visits = await tx
        .insertInto('visit')
        .values(
          [...visited.values()].map(({ kind, address, domain }) => ({
            id: uuid(),
            kind,
            address,
            domain,
            state: 'queued' as const,
          })),
        )
        // The empty update locks the open visit, so that it cannot end between here and our link to it.
        .onConflict((conflict) =>
          conflict
            .columns(['kind', 'address'])
            .where('state', 'in', [sql.lit('queued' as const), sql.lit('active' as const)])
            .doUpdateSet({ domain: (eb) => eb.ref('visit.domain') }),
        )
        .returning(['id', 'kind', 'address'])
        .execute()
      const ids = new Map(visits.map((visit) => [`${visit.kind} ${visit.address}`, visit.id]))
      await tx
        .insertInto('round_visit')
        .values(
          part.map(({ subject, kind, address }) => ({
            municipality,
            round,
            subject,
            visit: ids.get(`${kind} ${address}`)!,
          })),
        )
        .execute()
    }
  })
  return round
}

/**
 * Takes the oldest visit that may be made now, of the `round` or of all that waits; or undefined. What fell silent
 * three times
 * is set aside as failed.
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
 * Ends a visit with its evidence, and in the same transaction whatever `also` does with it. False, and nothing
 * written, if
 * the visit is no longer this attempt's.
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

export type RoundState = {
  readonly total: number
  readonly done: number
  readonly failed: number
  readonly active: readonly { readonly address: string; readonly progress: string | null }[]
}

/**
 * How far a round is, in visits: what two organisations share counts once. `failed` are visits set aside, not sites
 * that could not be seen.
 */
export async function roundState(db: Db, municipality: string, round: string): Promise<RoundState> {
  const rows = await db
    .selectFrom('round_visit')
    .innerJoin('visit', 'visit.id', 'round_visit.visit')
    .select(['visit.id', 'visit.address', 'visit.state', 'visit.progress'])
    .distinct()
    .where('municipality', '=', municipality)
    .where('round', '=', round)
    .execute()
  const count = (state: string) => rows.filter((row) => row.state === state).length
  return {
    total: rows.length,
    done: count('done'),
    failed: count('failed'),
    active: rows.filter(({ state }) => state === 'active'),
  }
}

/** What of a round could not be seen, and why. */
export async function roundUnseen(
  db: Db,
  municipality: string,
  round: string,
): Promise<{ address: string; kind: string; why: Unseen; detail: string | null }[]> {
  const rows = await db
    .selectFrom('round_visit')
    .innerJoin('visit', 'visit.id', 'round_visit.visit')
    .select(['visit.address', 'visit.kind', 'visit.why', 'visit.detail'])
    .distinct()
    .where('municipality', '=', municipality)
    .where('round', '=', round)
    .where('visit.why', 'is not', null)
    .where('visit.state', 'in', ['done', 'failed'])
    .orderBy('visit.address')
    .execute()
  return rows.map((row) => ({ ...row, why: row.why! }))
}
