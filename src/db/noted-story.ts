/** Reads what happened to a finding that somebody handed over. */
import { sql } from 'kysely'
import type { NotedStory } from '../model/finding.ts'
import type { Tx } from './as.ts'
import { NOTED, notedOf } from './noted-findings.ts'

/** How often one is replaced, as far as it is told. */
const MOST = 100

/** All that were in the place of this one, the newest first: itself, what it replaced and what replaced it. */
export async function storyOf(tx: Tx, municipality: string, id: string): Promise<readonly NotedStory[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive before as (
      select id, replaces, 1 as far from noted_finding where municipality = ${municipality} and id = ${id}
      union all select n.id, n.replaces, far + 1 from before b join noted_finding n
        on n.municipality = ${municipality} and n.id = b.replaces where far < ${MOST}),
    after as (
      select id, 1 as far from noted_finding where municipality = ${municipality} and id = ${id}
      union all select n.id, far + 1 from after a join noted_finding n
        on n.municipality = ${municipality} and n.replaces = a.id where far < ${MOST})
    select id from before union select id from after`.execute(tx)
  return stories(
    tx,
    municipality,
    rows.map((row) => row.id),
  )
}

/** Those that were withdrawn last; at most so many. */
export async function withdrawnLately(tx: Tx, municipality: string, most: number): Promise<readonly NotedStory[]> {
  const rows = await tx
    .selectFrom('noted_finding')
    .select('id')
    .where('municipality', '=', municipality)
    .where('withdrawn_at', 'is not', null)
    .orderBy('withdrawn_at', 'desc')
    .limit(most)
    .execute()
  return stories(
    tx,
    municipality,
    rows.map(({ id }) => id),
  )
}

async function stories(tx: Tx, municipality: string, ids: readonly string[]): Promise<readonly NotedStory[]> {
  if (ids.length === 0) return []
  const name = (column: 'by' | 'withdrawn_by') => sql<string | null>`(select p.name from person p
    where p.municipality = noted_finding.municipality and p.id = ${sql.ref(`noted_finding.${column}`)})`
  const rows = await tx
    .selectFrom('noted_finding')
    .select([...NOTED, 'noted_finding.at as notedAt', 'replaces', 'withdrawn_at', 'withdrawn_for'])
    .select([name('by').as('noted_name'), name('withdrawn_by').as('withdrawn_name')])
    .where('municipality', '=', municipality)
    .where('id', 'in', ids)
    .orderBy('noted_finding.at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ notedAt, replaces, withdrawn_at, withdrawn_for, noted_name, withdrawn_name, ...row }) => ({
    ...notedOf(row),
    notedAt,
    notedBy: noted_name ?? GONE,
    replaces,
    withdrawn:
      withdrawn_at === null ? undefined : { at: withdrawn_at, by: withdrawn_name ?? GONE, why: withdrawn_for ?? '' },
  }))
}
const GONE = 'een oud-medewerker'
