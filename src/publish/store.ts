/** What a publication reads and writes: what stood before, evidence, and what ends. */
import { sql } from 'kysely'
import type { Tx } from '../db/as.ts'
import type { Db } from '../db/connect.ts'
import type { EvidenceStore } from '../db/evidence.ts'
import type { CurrentSubject } from './current-store.ts'
import type { Media } from '../model/home.ts'
import type { Catalogue } from '../model/norm.ts'
import type { CitySummary, SelfTest } from '../model/publication.ts'

export type Act = {
  readonly municipality: string
  readonly by: { readonly name: string; readonly function: string }
  /** A provisional publication is shown as such and replaced by the next. */
  readonly provisional: boolean
  readonly catalogue: Catalogue
  readonly lists: string
  readonly versions: Readonly<Record<string, string>>
  readonly selfTest: SelfTest | null
  /** Hours between two looks that both have to see what is worse. */
  readonly apart: number
  /** What is too old on this day (`2026-11-28`) is published as unknown; left out: nothing grows old. */
  readonly today?: string
}

/** Thrown when something must be done before there can be a publication; the message says what, in Dutch. */
export class NotReady extends Error {}

/** The publication that was made last, provisional or not. */
export const lastPublication = (db: Db | Tx, municipality: string) =>
  db
    .selectFrom('published.publication')
    .select(['no', 'provisional', 'catalogue_version', 'versions'])
    .where('municipality', '=', municipality)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The row of a publication, without its summary yet. */
export async function addPublication(tx: Tx, no: number, act: Act): Promise<void> {
  await tx
    .insertInto('published.publication')
    .values({
      municipality: act.municipality,
      no,
      by_name: act.by.name,
      by_function: act.by.function,
      provisional: act.provisional,
      catalogue_version: act.catalogue.version,
      catalogue: JSON.stringify(act.catalogue) as never,
      versions: JSON.stringify({ ...act.versions, lists: act.lists }) as never,
      self_test: act.selfTest === null ? null : (JSON.stringify(act.selfTest) as never),
      summary: '{}' as never,
    })
    .execute()
}

/** What the publication says of the city as a whole. */
export async function keepSummary(tx: Tx, municipality: string, no: number, summary: CitySummary): Promise<void> {
  await tx
    .updateTable('published.publication')
    .set({ summary: JSON.stringify(summary) as never })
    .where('municipality', '=', municipality)
    .where('no', '=', no)
    .execute()
}

/** The publication before this number. */
export async function previous(tx: Tx, municipality: string, no: number) {
  return tx
    .selectFrom('published.publication')
    .select(['no', 'catalogue_version', 'catalogue', 'versions'])
    .where('municipality', '=', municipality)
    .where('no', '<', no)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** By subject the hash of what the publication with this number rests on. */
export async function earlierEvidence(
  tx: Tx,
  municipality: string,
  no: number,
  subjects: readonly CurrentSubject[],
): Promise<Map<string, string | null>> {
  const ids = subjects.flatMap(({ id }) => (id === null ? [] : [id]))
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('published.subject')
    .select(['id', 'evidence'])
    .where('municipality', '=', municipality)
    .where('publication', '=', no)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, evidence }) => [id, evidence]))
}

/** Ends these findings: from this publication on they do not hold. */
export async function close(
  tx: Tx,
  municipality: string,
  no: number,
  rows: readonly { subject: string; criterion: string }[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`update published.finding f set to_no = ${no} from unnest(${rows.map(({ subject }) => subject)}::uuid[],
    ${rows.map(({ criterion }) => criterion)}::text[]) as gone(subject, criterion)
    where f.municipality = ${municipality} and f.subject = gone.subject and f.criterion = gone.criterion
      and f.to_no is null`.execute(tx)
}

/**
 * Names the evidence and pictures of these subjects as published: from then on everybody may read them. Throws NotReady
 * when some is not there, and Trouble when it is not what it was.
 */
export async function publishFiles(tx: Tx, store: EvidenceStore, subjects: readonly CurrentSubject[]): Promise<void> {
  const files = new Map<string, Media>()
  for (const { evidence, screenshot } of subjects) {
    if (evidence !== null) files.set(evidence, 'application/json')
    if (screenshot !== null) files.set(screenshot, 'image/jpeg')
  }
  if (files.size === 0) return
  const named = await tx
    .selectFrom('published.file')
    .select('hash')
    .where('hash', 'in', [...files.keys()])
    .execute()
  for (const { hash } of named) files.delete(hash)
  for (const [hash, media] of files) {
    if ((await store.file(hash, media)) === undefined)
      throw new NotReady(`Het bewijs ${hash} staat niet in de opslag; zonder bewijs wordt niets gepubliceerd.`)
    await tx
      .insertInto('published.file')
      .values({ hash, media })
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .execute()
  }
}

/** Adds rows, however many. */
export async function insertAll(
  tx: Tx,
  table: 'published.tally' | 'published.finding',
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  // 65,535 parameters is what one statement holds.
  for (let at = 0; at < rows.length; at += 1_000)
    await tx
      .insertInto(table)
      .values(rows.slice(at, at + 1_000) as never)
      .execute()
}
