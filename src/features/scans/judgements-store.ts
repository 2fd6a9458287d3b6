/**
 * Which visits are to be judged, and for whom: each municipality that watches the address.
 */
import type { Kysely } from 'kysely'
import type { Db } from '../../db/connect.ts'
import type { Watcher } from '../../db/findings.ts'
import type { Tables } from '../../db/tables.ts'

/** The evidence of the website that was visited last and judged; undefined when there is none. */
export async function newestEvidence(db: Db, municipality: string): Promise<string | undefined> {
  const newest = await db
    .selectFrom('judgement')
    .innerJoin('visit', 'visit.id', 'judgement.visit')
    .select('visit.evidence')
    .where('judgement.municipality', '=', municipality)
    .where('visit.kind', '=', 'website')
    .where('visit.evidence', 'is not', null)
    .orderBy('visit.ended_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return newest?.evidence ?? undefined
}

/** Who watches this address now. */
export async function watchers(
  db: Kysely<Tables>,
  kind: 'website' | 'mail-domain',
  address: string,
): Promise<Watcher[]> {
  return db
    .selectFrom('subject')
    .innerJoin('organisation', (join) =>
      join
        .onRef('organisation.municipality', '=', 'subject.municipality')
        .onRef('organisation.id', '=', 'subject.organisation'),
    )
    .select(['subject.municipality', 'subject.id as subject', 'organisation.public_body as publicBody'])
    .where('subject.kind', '=', kind)
    .where('subject.address', '=', address)
    .where('subject.ended_at', 'is', null)
    .execute()
}

export type Latest = {
  readonly visit: string
  readonly evidence: string
  readonly kind: 'website' | 'mail-domain'
  readonly address: string
} & Watcher

/** The newest visit with evidence of every open subject of the municipality (or of the organisations named). */
export async function latestVisits(db: Db, municipality: string, slugs?: readonly string[]): Promise<Latest[]> {
  return db
    .selectFrom('subject')
    .innerJoin('organisation', (join) =>
      join
        .onRef('organisation.municipality', '=', 'subject.municipality')
        .onRef('organisation.id', '=', 'subject.organisation'),
    )
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('visit')
          .select(['visit.id', 'visit.evidence'])
          .whereRef('visit.kind', '=', 'subject.kind')
          .whereRef('visit.address', '=', 'subject.address')
          .where('visit.state', '=', 'done')
          .orderBy('visit.ended_at', 'desc')
          .limit(1)
          .as('latest'),
      (join) => join.onTrue(),
    )
    .select([
      'latest.id as visit',
      'latest.evidence',
      'subject.kind',
      'subject.address',
      'subject.municipality',
      'subject.id as subject',
      'organisation.public_body as publicBody',
    ])
    .where('subject.municipality', '=', municipality)
    .where('subject.ended_at', 'is', null)
    .where('latest.evidence', 'is not', null)
    .$if(slugs !== undefined, (query) => query.where('organisation.slug', 'in', [...slugs!]))
    .execute() as Promise<Latest[]>
}
