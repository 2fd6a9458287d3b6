/**
 * Which visits are to be judged, and for whom: each municipality that watches the address.
 */
import { sql, type Kysely } from 'kysely'
import type { Db } from '../../db/connect.ts'
import type { Watcher } from '../../db/findings.ts'
import { TOGETHER } from '../../db/later-looks.ts'
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

/**
 * What was seen since the publication and is not the newest, as far back as looks are held beside it: that says whether
 * something is worse twice. With what that publication rests on, however old: of an address that waits it is published
 * again. Of a subject the oldest has turn 1.
 */
export async function earlierVisits(db: Db, municipality: string): Promise<(Latest & { turn: number })[]> {
  const { rows } = await sql<Latest & { turn: number }>`
    select s.municipality, s.id as subject, s.kind, s.address, o.public_body as "publicBody", e.id as visit, e.evidence,
      row_number() over (partition by s.id order by e.ended_at)::int as turn
    from subject s
    join organisation o on o.municipality = s.municipality and o.id = s.organisation
    join published.subject_visit p on p.municipality = s.municipality and p.id = s.id and p.to_no is null
    cross join lateral (select max(v.ended_at) as at from visit v
      where v.kind = s.kind and v.address = s.address and v.state = 'done') newest
    cross join lateral (select v.id, v.evidence, v.ended_at from visit v
      where v.kind = s.kind and v.address = s.address and v.state = 'done' and v.evidence is not null
        and v.ended_at < newest.at
        and (v.ended_at between p.measured_at - interval '1 ms' and p.measured_at + interval '1 ms'
          or v.ended_at > newest.at - ${TOGETHER} and (v.ended_at > p.measured_at or exists (select from second_look l
            where l.municipality = s.municipality and l.subject = s.id and v.id in (l.saw, l.visit))))
        and exists (select from judgement j where j.municipality = s.municipality and j.subject = s.id
          and j.visit = v.id and j.current)) e
    where s.municipality = ${municipality} and s.ended_at is null order by turn, s.id`.execute(db)
  return rows
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
