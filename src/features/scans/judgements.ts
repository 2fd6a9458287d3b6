/** Keeps what was judged of a visit, for each municipality that watches the address. Older judgements stay; one is current. */
import type { Kysely } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Db } from '../../db/connect.ts'
import type { Tables } from '../../db/tables.ts'
import type { Finding } from '../../model/finding.ts'
import type { Party, VisitedPage } from '../../model/publication.ts'
import type { ThemeId } from '../../model/norm.ts'

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

/** Who watches this address now. */
export async function watchers(db: Kysely<Tables>, kind: 'website' | 'mail-domain', address: string): Promise<Watcher[]> {
  return db.selectFrom('subject').innerJoin('organisation', (join) => join
    .onRef('organisation.municipality', '=', 'subject.municipality').onRef('organisation.id', '=', 'subject.organisation'))
    .select(['subject.municipality', 'subject.id as subject', 'organisation.public_body as publicBody'])
    .where('subject.kind', '=', kind).where('subject.address', '=', address).where('subject.ended_at', 'is', null).execute()
}

/** Makes this the current judgement of the visit for the watcher. To be called inside a transaction. */
export async function keepJudgement(tx: Kysely<Tables>, visit: string, { municipality, subject }: Watcher, judged: Judged): Promise<void> {
  const id = uuid()
  await tx.updateTable('judgement').set({ current: false })
    .where('municipality', '=', municipality).where('subject', '=', subject).where('visit', '=', visit).where('current', '=', true).execute()
  await tx.insertInto('judgement').values({
    municipality, id, subject, visit, catalogue: judged.catalogue, lists: judged.lists, screenshot: judged.screenshot, current: true,
    parties: JSON.stringify(judged.parties) as never, pages: JSON.stringify(judged.pages) as never,
  }).execute()
  if (judged.findings.length === 0) return
  await tx.insertInto('finding').values(judged.findings.map((finding) => ({
    municipality, month: `${finding.at.slice(0, 7)}-01`, subject, visit, judgement: id, criterion: finding.criterion, norm: finding.norm,
    theme: finding.norm.slice(0, 3) as ThemeId, verdict: finding.verdict, reason: finding.reason, seen: JSON.stringify(finding.seen) as never,
    strength: finding.strength, at: finding.at,
  }))).execute()
}

export type Latest = { readonly visit: string; readonly evidence: string; readonly kind: 'website' | 'mail-domain'; readonly address: string } & Watcher

/** The newest visit with evidence of every open subject of the municipality (or of the organisations named). */
export async function latestVisits(db: Db, municipality: string, slugs?: readonly string[]): Promise<Latest[]> {
  return db.selectFrom('subject')
    .innerJoin('organisation', (join) => join.onRef('organisation.municipality', '=', 'subject.municipality').onRef('organisation.id', '=', 'subject.organisation'))
    .innerJoinLateral((eb) => eb.selectFrom('visit').select(['visit.id', 'visit.evidence'])
      .whereRef('visit.kind', '=', 'subject.kind').whereRef('visit.address', '=', 'subject.address').where('visit.state', '=', 'done')
      .orderBy('visit.ended_at', 'desc').limit(1).as('latest'), (join) => join.onTrue())
    .select(['latest.id as visit', 'latest.evidence', 'subject.kind', 'subject.address', 'subject.municipality', 'subject.id as subject', 'organisation.public_body as publicBody'])
    .where('subject.municipality', '=', municipality).where('subject.ended_at', 'is', null).where('latest.evidence', 'is not', null)
    .$if(slugs !== undefined, (query) => query.where('organisation.slug', 'in', [...slugs!]))
    .execute() as Promise<Latest[]>
}
