/** Reads and writes the findings that people hand over: of an inspection, an IT-toets, or what others found. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Noted } from '../model/finding.ts'
import type { Tx } from './as.ts'

/** `subject`: of the same subject and criterion one counts. */
type Weighed = Noted & { readonly subject: string }

/** What is kept of one: who hands it over is who is here. */
export type ToNote = Omit<Noted, 'id' | 'reason' | 'seen'> & {
  /** The one in whose place it comes. */
  readonly replaces?: string
  /** The exercise that showed it: the walls hold it against that. */
  readonly exercise?: string
}

export const NOTED = [
  'id',
  'source',
  'about_kind as aboutKind',
  'about',
  'norm',
  'criterion',
  'verdict',
  'strength',
  'said',
  'seen_by as seenBy',
  'seen_on as at',
  'until',
] as const

/** All that stand, about these subjects: a finding each, the newest first. */
export async function notedAbout(
  tx: Tx,
  municipality: string,
  about: readonly Noted['about'][],
): Promise<readonly Weighed[]> {
  if (about.length === 0) return []
  const rows = await tx
    .selectFrom('noted_finding')
    .select(NOTED)
    .where('municipality', '=', municipality)
    .where('withdrawn_at', 'is', null)
    .where(
      sql<boolean>`(about_kind, about) in (select * from unnest(${about.map(({ kind }) => kind)}::text[],
        ${about.map(({ id }) => id)}::uuid[]))`,
    )
    .orderBy('seen_on', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(notedOf)
}

/** What people read where something is about an organisation as a whole, and not about one of its addresses. */
const AS_A_WHOLE = 'de organisatie'

/**
 * Those about an organisation and its addresses, as `notedAbout`; `subject`: the address, or that it is the whole. It
 * tells them apart for who weighs and for who reads: never an id.
 */
export async function notedOfOrganisation(
  tx: Tx,
  municipality: string,
  organisation: string,
): Promise<readonly Weighed[]> {
  const addresses = await tx
    .selectFrom('subject')
    .select(['id', 'kind', 'address'])
    .where('municipality', '=', municipality)
    .where('organisation', '=', organisation)
    .where('ended_at', 'is', null)
    .execute()
  const called = new Map(addresses.map(({ id, address }) => [id, address]))
  const about = [{ kind: 'organisation' as const, id: organisation }, ...addresses]
  const noted = await notedAbout(tx, municipality, about)
  return noted.map((finding) => ({ ...finding, subject: called.get(finding.about.id) ?? AS_A_WHOLE }))
}

/** On which day something was seen last of these subjects. */
export async function seenLast(
  tx: Tx,
  municipality: string,
  about: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ about: string; on: string }>`select about, max(seen_on)::text as "on"
    from noted_finding where municipality = ${municipality} and withdrawn_at is null
      and about = any(${about}::uuid[]) group by about`.execute(tx)
  return new Map(rows.map(({ about: id, on }) => [id, on]))
}

/** The last that were handed over, whatever they are about; at most so many. */
export async function notedLately(tx: Tx, municipality: string, most: number): Promise<readonly Noted[]> {
  const rows = await tx
    .selectFrom('noted_finding')
    .select(NOTED)
    .where('municipality', '=', municipality)
    .where('withdrawn_at', 'is', null)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(notedOf)
}

/** Those that stand and count until a day in this month (`2026-11`), the first to end first; at most so many. */
export async function notedUntil(tx: Tx, municipality: string, month: string, most: number): Promise<readonly Noted[]> {
  const rows = await tx
    .selectFrom('noted_finding')
    .select(NOTED)
    .where('municipality', '=', municipality)
    .where('withdrawn_at', 'is', null)
    .where(sql`to_char(until, 'YYYY-MM')`, '=', month)
    .orderBy('until')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(notedOf)
}

type Row = Omit<Noted, 'about' | 'reason' | 'seen'> & {
  readonly about: string
  readonly aboutKind: Noted['about']['kind']
}
/** A row as a finding. */
export const notedOf = ({ about, aboutKind, ...row }: Row): Weighed => ({
  ...row,
  subject: about,
  about: { kind: aboutKind, id: about },
  reason: 'noted',
  seen: {},
})

/** Keeps these; what stands there already, of the same day and source, is left as it is. Gives how many are new. */
export async function note(tx: Tx, municipality: string, by: string, all: readonly ToNote[]): Promise<number> {
  let count = 0
  for (let from = 0; from < all.length; from += 500) {
    const added = await tx
      .insertInto('noted_finding')
      .values(
        all.slice(from, from + 500).map(({ about, at, seenBy, source, ...rest }) => ({
          ...rest,
          municipality,
          id: uuid(),
          source: source as 'inspection' | 'case' | 'import',
          about_kind: about.kind,
          about: about.id,
          seen_by: seenBy,
          seen_on: at,
          by,
        })),
      )
      .onConflict((same) => same.doNothing())
      .executeTakeFirst()
    count += Number(added.numInsertedOrUpdatedRows ?? 0)
  }
  return count
}

/** It no longer counts, and stays to be looked up. False when it was not there, or was withdrawn before. */
export async function withdrawNoted(tx: Tx, municipality: string, id: string, why: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('noted_finding')
    .set({ withdrawn_at: sql`now()`, withdrawn_by: sql`current_person()`, withdrawn_for: why })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/**
 * Puts another in its place. `gone`: it was not there, or was withdrawn before; `there`: of that day and source another
 * stands. Then nothing changed.
 */
export async function replaceNoted(
  tx: Tx,
  municipality: string,
  by: string,
  { id, finding, why }: { readonly id: string; readonly finding: ToNote; readonly why: string },
): Promise<'replaced' | 'gone' | 'there'> {
  const same = await tx
    .selectFrom('noted_finding')
    .select('id')
    .where('municipality', '=', municipality)
    .where('about_kind', '=', finding.about.kind)
    .where('about', '=', finding.about.id)
    .where('criterion', '=', finding.criterion)
    .where('source', '=', finding.source as 'inspection' | 'case' | 'import')
    .where('seen_on', '=', finding.at)
    .where('withdrawn_at', 'is', null)
    .where('id', '<>', id)
    .executeTakeFirst()
  if (same) return 'there'
  if (!(await withdrawNoted(tx, municipality, id, why))) return 'gone'
  await note(tx, municipality, by, [{ ...finding, replaces: id }])
  return 'replaced'
}

/**
 * In which months (`2026-11`) some stop counting between these days, with how many and the first day; without those of
 * which a task of this kind was opened before, whose object is `findings/<month>`.
 */
export async function endingBetween(
  tx: Tx,
  municipality: string,
  { from, until, task }: { readonly from: string; readonly until: string; readonly task: string },
) {
  const { rows } = await sql<{ month: string; first: string; count: number }>`
    select to_char(until, 'YYYY-MM') as month, min(until)::text as first, count(*)::int as count
    from noted_finding where municipality = ${municipality} and withdrawn_at is null
      and until between ${from}::date and ${until}::date
      and not exists (select from task t where t.municipality = ${municipality} and t.kind = ${task}
        and t.object = 'findings/' || to_char(until, 'YYYY-MM'))
    group by 1 order by 1`.execute(tx)
  return rows
}

/** Takes away who saw what was withdrawn or stopped counting so long ago (an interval). Gives how many. */
export async function forgetWitnesses(tx: Tx, municipality: string, after: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('noted_finding')
    .set({ seen_by: FORGOTTEN })
    .where('municipality', '=', municipality)
    .where('seen_by', '<>', FORGOTTEN)
    .where(sql<boolean>`least(until, day_here(withdrawn_at)) < today_here() - ${after}::interval`)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
const FORGOTTEN = '(gewist)'
