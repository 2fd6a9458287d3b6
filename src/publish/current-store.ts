/**
 * Reads what is known now, for publishing: each open subject with its newest visit and judgement.
 */
import { sql, type Kysely } from 'kysely'
import type { Tables } from '../db/tables.ts'
import type { Unseen } from '../model/evidence.ts'
import type { Party, VisitedPage } from '../model/publication.ts'
import type { Size } from '../model/subject.ts'

export type CurrentSubject = {
  readonly organisation: {
    readonly slug: string
    readonly name: string
    readonly kind: string
    readonly size: Size | null
    readonly street: string | null
    readonly publicBody: boolean
  }
  /** null: the organisation has no address to measure. */
  readonly id: string | null
  readonly kind: 'website' | 'mail-domain'
  readonly address: string
  readonly measuredAt: Date | null
  readonly why: Unseen | null
  readonly detail: string | null
  readonly evidence: string | null
  readonly judgement: string | null
  readonly catalogue: string | null
  readonly lists: string | null
  /** Whether it was judged as a public body; null: not judged, or nobody kept it. */
  readonly judgedPublic: boolean | null
  readonly screenshot: string | null
  readonly parties: readonly Party[]
  readonly pages: readonly VisitedPage[]
}

/**
 * Every organisation's open subjects, each with its newest ended visit; organisations without one have a row with id
 * null. Of the subjects in `kept` the visit that is named there; null: the one that is published now.
 */
export async function currentSubjects(
  tx: Kysely<Tables>,
  municipality: string,
  kept: ReadonlyMap<string, string | null> = new Map(),
): Promise<CurrentSubject[]> {
  const { rows } = await sql<Omit<CurrentSubject, 'organisation'> & CurrentSubject['organisation']>`
    select o.slug, o.name, o.kind as "organisationKind", o.size, o.street, o.public_body as "publicBody",
      s.id, s.kind, s.address, v.ended_at as "measuredAt", v.why, v.detail, v.evidence,
      j.id as judgement, j.catalogue, j.lists, j.public_body as "judgedPublic", j.screenshot,
      coalesce(j.parties, '[]') as parties, coalesce(j.pages,
        '[]') as pages
    from organisation o
    left join subject s on s.municipality = o.municipality and s.organisation = o.id and s.ended_at is null
    left join unnest(${[...kept.keys()]}::uuid[], ${[...kept.values()]}::uuid[]) as k (subject, visit)
      on k.subject = s.id
    left join published.subject_visit p on p.municipality = s.municipality and p.id = k.subject and k.visit is null
      and p.to_no is null
    left join lateral (
      select * from visit v where v.kind = s.kind and v.address = s.address and v.state in ('done', 'failed')
        and (k.visit is null or v.id = k.visit)
        -- A moment that was published lost its microseconds.
        and (p.id is null or v.ended_at between p.measured_at - interval '1 ms' and p.measured_at + interval '1 ms')
      -- A visit that we ourselves failed to make hides no earlier one that succeeded.
      order by (v.state = 'done') desc, v.ended_at desc limit 1) v on true
    left join judgement j on j.municipality = o.municipality and j.subject = s.id and j.visit = v.id and j.current
    where o.municipality = ${municipality} order by o.slug, s.kind, s.address`.execute(tx)
  return rows.map(({ slug, name, size, street, publicBody, ...row }) => ({
    ...row,
    organisation: {
      slug,
      name,
      size,
      street,
      publicBody,
      kind: (row as unknown as { organisationKind: string }).organisationKind,
    },
  }))
}
