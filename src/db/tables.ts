/**
 * The tables as Kysely knows them; a test holds this against the database itself. Every key begins with the
 * municipality.
 */
import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { DeskTables } from './desk-tables.ts'
import type { Seen, Strength, VerdictWord } from '../model/finding.ts'
import type { Catalogue, ThemeId } from '../model/norm.ts'
import type { Cause, CitySummary, Party, SelfTest, VisitedPage } from '../model/publication.ts'
import type { ThemeScore } from '../model/score.ts'
import type { Size } from '../model/subject.ts'
import type { Unseen } from '../model/evidence.ts'

type Stamp = ColumnType<Date, Date | string | undefined, Date | string>
type Moment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>

export type Tables = ScanTables & DeskTables

export type ScanTables = {
  municipality: { id: string; slug: string; name: string; created_at: Stamp; site: string | null }
  organisation: {
    municipality: string
    id: string
    slug: string
    name: string
    kind: string
    size: Size | null
    street: string | null
    public_body: boolean
    created_at: Stamp
    changed_at: Stamp
  }
  /** A website or mail domain of an organisation; `ended_at` when it no longer belongs to it. */
  subject: {
    municipality: string
    id: string
    organisation: string
    kind: 'website' | 'mail-domain'
    address: string
    created_at: Stamp
    ended_at: Moment
  }
  /**
   * A visit to an address, whoever watches it. The row is the truth and the queue: `attempt` fences late workers.
   * `parked`: it waits behind another visit to its domain; a hint for speed, never a promise.
   */
  visit: {
    id: string
    kind: 'website' | 'mail-domain'
    address: string
    domain: string
    state: 'queued' | 'active' | 'done' | 'failed'
    parked: Generated<boolean>
    attempt: Generated<number>
    faults: Generated<number>
    lease_until: Moment
    worker: string | null
    requested_at: Stamp
    started_at: Moment
    ended_at: Moment
    evidence: string | null
    why: Unseen | null
    detail: string | null
    progress: string | null
  }
  /** A municipality's wish to have its subjects measured, and the visits that answer it. */
  round: { municipality: string; id: string; requested_at: Stamp; network: string | null }
  round_visit: { municipality: string; round: string; subject: string; visit: string }
  /** Append-only, partitioned by month. The newest judgement of the newest visit is what counts. */
  finding: {
    municipality: string
    month: Date | string
    subject: string
    visit: string
    judgement: string
    criterion: string
    norm: string
    theme: ThemeId
    verdict: VerdictWord
    reason: string
    seen: JSONColumnType<Seen>
    strength: Strength
    at: Stamp
  }
  /** One act of judging a visit for a subject: with which catalogue and lists. */
  judgement: {
    municipality: string
    id: string
    subject: string
    visit: string
    catalogue: string
    lists: string
    judged_at: Stamp
    parties: JSONColumnType<readonly Party[]>
    pages: JSONColumnType<readonly VisitedPage[]>
    screenshot: string | null
    current: boolean
  }
  'published.municipality': { id: string; slug: string; name: string }
  'published.progress': { municipality: string; at: Stamp; total: number; done: number; failed: number }
  'published.publication': {
    municipality: string
    no: number
    at: Stamp
    by_name: string
    by_function: string
    provisional: boolean
    catalogue_version: string
    catalogue: JSONColumnType<Catalogue>
    versions: JSONColumnType<Readonly<Record<string, string>>>
    self_test: JSONColumnType<SelfTest> | null
    summary: JSONColumnType<CitySummary>
  }
  'published.organisation': {
    municipality: string
    publication: number
    slug: string
    name: string
    kind: string
    size: Size | null
    street: string | null
    public_body: boolean
    themes: JSONColumnType<readonly ThemeScore[]>
  }
  'published.subject': {
    municipality: string
    publication: number
    id: string
    organisation: string
    kind: 'website' | 'mail-domain'
    address: string
    measured_at: Moment
    seen: boolean
    why: Unseen | null
    detail: string | null
    evidence: string | null
    screenshot: string | null
    parties: JSONColumnType<readonly Party[]>
    pages: JSONColumnType<readonly VisitedPage[]>
    themes: JSONColumnType<readonly ThemeScore[]>
  }
  'published.finding': {
    municipality: string
    subject: string
    criterion: string
    from_no: number
    to_no: number | null
    norm: string
    theme: ThemeId
    verdict: VerdictWord
    reason: string
    seen: JSONColumnType<Seen>
    strength: Strength
    cause: Cause
  }
  /** How many subjects have which verdict, per criterion and publication. */
  'published.tally': {
    municipality: string
    publication: number
    criterion: string
    verdict: VerdictWord
    count: number
  }
  'published.blob': { hash: string; media: string; body: Buffer }
}
