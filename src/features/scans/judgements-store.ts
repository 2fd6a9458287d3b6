/**
 * Keeps what was judged of a visit, for each municipality that watches the address. Older judgements stay; one is
 * current.
 */
import { sql, type Kysely } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Db } from '../../db/connect.ts'
import type { Tables } from '../../db/tables.ts'
import type { Finding } from '../../model/finding.ts'
import type { Party, VisitedPage } from '../../model/publication.ts'

/** What judging one visit gives for one subject. */
export type Judged = {
  readonly findings: readonly Finding[]
  readonly parties: readonly Party[]
  readonly pages: readonly VisitedPage[]
  readonly screenshot: string | null
  readonly catalogue: string
  readonly lists: string
}

export type Watcher = { readonly municipality: string; readonly subject: string; readonly publicBody: boolean }

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

/** A judgement to keep: of which visit, for whom. */
export type Kept = { readonly visit: string; readonly watcher: Watcher; readonly judged: Judged }

/**
 * Makes these the current judgements of their visits, for one municipality's watchers or several. To be called inside a
 * transaction.
 */
export async function keepJudgements(tx: Kysely<Tables>, all: readonly Kept[]): Promise<void> {
  const rows = all.map(({ visit, watcher: { municipality, subject }, judged: { findings, ...judged } }) => ({
    municipality,
    id: uuid(),
    subject,
    visit,
    ...judged,
    findings,
  }))
  // One text each instead of a parameter per cell: a hundred visits have tens of thousands of cells.
  const judgements = JSON.stringify(rows.map(({ findings: _findings, ...row }) => row))
  await sql`with fresh as (select municipality, subject,
    visit from json_to_recordset(${judgements}::json) as r(municipality uuid, subject uuid, visit uuid))
    update judgement j set current = false from fresh
    where j.municipality = fresh.municipality and j.subject = fresh.subject and j.visit = fresh.visit
      and j.current`.execute(tx)
  await sql`insert into judgement (municipality, id, subject, visit, catalogue, lists, screenshot, current, parties,
    pages)
    select municipality, id, subject, visit, catalogue, lists, screenshot, true, parties,
      pages from json_to_recordset(${judgements}::json)
      as r(municipality uuid, id uuid, subject uuid, visit uuid, catalogue text, lists text, screenshot text,
        parties jsonb, pages jsonb)`.execute(tx)
  const findings = rows.flatMap(({ municipality, id, subject, visit, findings: own }) =>
    own.map((finding) => ({
      ...finding,
      municipality,
      month: `${finding.at.slice(0, 7)}-01`,
      subject,
      visit,
      judgement: id,
      theme: finding.norm.slice(0, 3),
    })),
  )
  await sql`insert into finding (municipality, month, subject, visit, judgement, criterion, norm, theme, verdict,
    reason, seen, strength, at)
    select municipality, month, subject, visit, judgement, criterion, norm, theme, verdict, reason, seen, strength,
      at from json_to_recordset(${JSON.stringify(findings)}::json)
      as r(municipality uuid, month date, subject uuid, visit uuid, judgement uuid, criterion text, norm text,
        theme text, verdict text, reason text, seen jsonb, strength text, at timestamptz)`.execute(tx)
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
