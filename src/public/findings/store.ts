/** Findings as they stood in a publication: those that began at or before it and had not ended. */
import { sql } from 'kysely'
import type { ThemeId } from '../../model/norm.ts'
import type { VerdictWord } from '../../model/finding.ts'
import type { LawChange } from '../../model/publication.ts'
import { asItStands, type At } from '../standing.ts'
import { measuredAt, tooOld } from '../standing-store.ts'

const columns = [
  'subject',
  'criterion',
  'norm',
  'theme',
  'verdict',
  'reason',
  'seen',
  'strength',
  'cause',
  'from_no',
] as const

/** The law that changed in the publication in which a finding began. */
const lawsThen = sql<readonly LawChange[] | null>`(select p.summary -> 'laws' from published.publication p
  where p.municipality = f.municipality and p.no = f.from_no)`.as('laws')

/** Findings about the given addresses, as they stand. */
export async function readFindings(at: At, subjects: readonly string[]) {
  const { db, municipality, no, standing } = at
  if (subjects.length === 0) return []
  const found = await db
    .selectFrom('published.finding')
    .select(columns)
    .where('municipality', '=', municipality)
    .where('subject', 'in', subjects)
    .where('from_no', '<=', no)
    .where((where) => where.or([where('to_no', 'is', null), where('to_no', '>', no)]))
    .orderBy('criterion')
    .execute()
  if (standing === undefined) return found
  const moments = await measuredAt(at, subjects)
  return found.map((each) => asItStands(standing, each, moments.get(each.subject) ?? null))
}

/**
 * One finding with its history, newest first; the first one that is valid in this publication is the finding itself.
 */
export async function readHistory({ db, municipality, no }: At, subject: string, criterion: string) {
  return db
    .selectFrom('published.finding as f')
    .select([...columns, 'to_no', lawsThen])
    .where('municipality', '=', municipality)
    .where('subject', '=', subject)
    .where('criterion', '=', criterion)
    .where('from_no', '<=', no)
    .orderBy('from_no', 'desc')
    .execute()
}

/**
 * Which verdicts about the given addresses changed up to this publication, newest first, with the verdict before.
 * The bound keeps a page small; the open data have all.
 */
export async function readChanges({ db, municipality, no }: At, subjects: readonly string[], most: number) {
  if (subjects.length === 0) return []
  return db
    .selectFrom('published.finding as f')
    .innerJoin('published.finding as before', (join) =>
      join
        .onRef('before.municipality', '=', 'f.municipality')
        .onRef('before.subject', '=', 'f.subject')
        .onRef('before.criterion', '=', 'f.criterion')
        .onRef('before.to_no', '=', 'f.from_no'),
    )
    .select(['f.subject', 'f.criterion', 'f.theme', 'f.from_no', 'f.cause', 'f.verdict', 'before.verdict as was'])
    .select(lawsThen)
    .where('f.municipality', '=', municipality)
    .where('f.subject', 'in', subjects)
    .where('f.from_no', '<=', no)
    .whereRef('f.verdict', '!=', 'before.verdict')
    .orderBy('f.from_no', 'desc')
    .orderBy('f.criterion')
    .limit(most)
    .execute()
}

/**
 * In which publications which theme got another verdict, and by which cause; a criterion that is new counts as the
 * norm's doing.
 */
export async function readMarks({ db, municipality, no }: At, subjects: readonly string[]) {
  if (subjects.length === 0) return []
  return db
    .selectFrom('published.finding as f')
    .leftJoin('published.finding as before', (join) =>
      join
        .onRef('before.municipality', '=', 'f.municipality')
        .onRef('before.subject', '=', 'f.subject')
        .onRef('before.criterion', '=', 'f.criterion')
        .onRef('before.to_no', '=', 'f.from_no'),
    )
    .select(['f.theme', 'f.from_no', 'f.cause'])
    .distinct()
    .where('f.municipality', '=', municipality)
    .where('f.subject', 'in', subjects)
    .where('f.from_no', '<=', no)
    .where('f.cause', '!=', 'first')
    .where(sql<boolean>`before.verdict is distinct from f.verdict`)
    .execute()
}

export type FindingQuery = {
  readonly verdict: VerdictWord | undefined
  readonly norm: string | undefined
  readonly theme: ThemeId | undefined
  readonly organisation: string | undefined
  /** Where the previous page ended. */
  readonly after: { readonly subject: string; readonly criterion: string } | undefined
  readonly size: number
}

/**
 * Findings of the whole city as they stand, in the order of their key, a page at a time: the end of a page is where
 * the next begins.
 */
export async function pageFindings({ db, municipality, no, standing }: At, query: FindingQuery) {
  let found = db
    .selectFrom('published.finding as f')
    .innerJoin('published.subject as s', (join) =>
      join.onRef('s.municipality', '=', 'f.municipality').onRef('s.id', '=', 'f.subject').on('s.publication', '=', no),
    )
    .select([
      'f.subject',
      'f.criterion',
      'f.norm',
      'f.theme',
      'f.verdict',
      'f.reason',
      'f.seen',
      'f.strength',
      'f.cause',
      'f.from_no',
      's.organisation',
      's.address',
      's.kind',
      's.measured_at',
    ])
    .where('f.municipality', '=', municipality)
    .where('f.from_no', '<=', no)
    .where((where) => where.or([where('f.to_no', 'is', null), where('f.to_no', '>', no)]))
  const { verdict } = query
  if (verdict)
    found = found.where((where) => {
      const was = where('f.verdict', '=', verdict)
      if (standing === undefined) return was
      const old = tooOld(standing)
      return verdict === 'unknown' ? where.or([was, old]) : where.and([was, where.not(old)])
    })
  if (query.norm) found = found.where('f.norm', '=', query.norm)
  if (query.theme) found = found.where('f.theme', '=', query.theme)
  if (query.organisation) found = found.where('s.organisation', '=', query.organisation)
  if (query.after)
    found = found.where(
      sql<boolean>`(f.subject, f.criterion) > (${query.after.subject}::uuid, ${query.after.criterion})`,
    )
  const rows = await found.orderBy('f.subject').orderBy('f.criterion').limit(query.size).execute()
  return rows.map((row) => asItStands(standing, row, row.measured_at))
}
export type PagedFinding = Awaited<ReturnType<typeof pageFindings>>[number]
