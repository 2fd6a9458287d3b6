/** A round of visits: what is asked for, and how far it is. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Db } from '../../db/connect.ts'
import { enqueueVisits, hurryVisits } from '../../db/jobs.ts'
import type { Unseen } from '../../model/evidence.ts'

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
 * Asks for visits in one transaction. An address that already waits or is being visited is not asked for twice; one
 * that waited for its moment is visited now. Gives the round's id.
 */
export async function requestRound(db: Db, municipality: string, wanted: readonly Wanted[]): Promise<string> {
  const round = uuid()
  await db.transaction().execute(async (tx) => {
    await tx.insertInto('round').values({ municipality, id: round }).execute()
    // In one order everywhere, so that two rounds at once wait for each other instead of deadlocking.
    const ordered = wanted.toSorted((a, b) => (`${a.kind} ${a.address}` < `${b.kind} ${b.address}` ? -1 : 1))
    // Of a domain the first is called, the others wait behind it.
    const called = new Set<string>()
    for (let at = 0; at < ordered.length; at += 500) {
      const part = ordered.slice(at, at + 500)
      // An address that two organisations share is visited once.
      const visited = new Map(part.map((each) => [`${each.kind} ${each.address}`, { ...each, id: uuid() }]))
      const visits = await tx
        .insertInto('visit')
        .values(
          [...visited.values()].map(({ id, kind, address, domain }) => ({
            id,
            kind,
            address,
            domain,
            state: 'open' as const,
          })),
        )
        // The update locks the open visit, so that it cannot end between here and our link to it.
        .onConflict((conflict) =>
          conflict
            .columns(['kind', 'address'])
            .where('state', '=', sql.lit('open' as const))
            .doUpdateSet({ state: 'open' }),
        )
        .returning(['id', 'kind', 'address'])
        .execute()
      const added = new Set(visits.map(({ id }) => id))
      await enqueueVisits(
        tx,
        [...visited.values()]
          .map(({ id, domain }) => ({ id, lane: domain, parked: called.has(domain) || !called.add(domain) }))
          .filter(({ id }) => added.has(id)),
      )
      await hurryVisits(
        tx,
        visits.map(({ id }) => id),
      )
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

export type RoundState = {
  readonly total: number
  readonly done: number
  readonly failed: number
  /** Not visited yet, because their hosts asked to come back later. */
  readonly later: number
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
    .leftJoin('job', (join) => join.onRef('job.id', '=', 'visit.id').on('job.state', 'in', ['active', 'queued']))
    .select(['visit.id', 'visit.address', 'visit.state', 'job.progress', 'job.state as job'])
    // Whoever asks for a round takes along what waits for its moment: what still waits was told to.
    .select(sql<boolean | null>`job.state = 'queued' and job.due > now()`.as('later'))
    .distinct()
    .where('round_visit.municipality', '=', municipality)
    .where('round', '=', round)
    .execute()
  const count = (state: string) => rows.filter((row) => row.state === state).length
  return {
    total: rows.length,
    done: count('done'),
    failed: count('failed'),
    later: rows.filter(({ later }) => later === true).length,
    active: rows.filter(({ job }) => job === 'active').map(({ address, progress }) => ({ address, progress })),
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
