/** Keeps the list of local regulations, and knows which were tested. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Db } from '../../db/connect.ts'
import type { Tx } from '../../db/as.ts'
import { casesOfRegulation, lastTest } from '../../db/cases.ts'
import { holdRegulations, publishRegulations } from '../../db/published-regulations.ts'
import { containing } from '../../db/like.ts'
import { planImport, type Known, type Plan, type Work } from './rules.ts'

/** What is known of each, to hold a list against. */
export async function knownRegulations(tx: Tx | Db, municipality: string): Promise<Known[]> {
  const rows = await tx
    .selectFrom('regulation')
    .select([
      'work',
      'version',
      'title',
      'kind',
      'department',
      'url',
      'subjects',
      'issued_on as issuedOn',
      'modified_on as modifiedOn',
      'in_force_on as inForceOn',
      'out_of_force_on as outOfForceOn',
      'versions',
      'ended_at',
    ])
    .where('municipality', '=', municipality)
    .execute()
  return rows.map(({ ended_at, ...row }) => ({ ...row, ended: ended_at !== null }))
}

/** Carries an import out; gives what it changed. */
export async function keepRegulations(
  tx: Tx | Db,
  municipality: string,
  works: readonly Work[],
  source: 'cvdr' | 'csv' | 'hand',
  whole = true,
): Promise<Plan> {
  await holdRegulations(tx, municipality)
  // A list that people keep may leave things out; what the repository leaves out is not so.
  const plan = planImport(await knownRegulations(tx, municipality), works, { whole, sparse: source === 'csv' })
  const columns = (work: Work) => ({
    version: work.version || '1',
    title: work.title,
    kind: work.kind,
    department: work.department,
    url: work.url,
    subjects: [...work.subjects],
    issued_on: work.issuedOn,
    modified_on: work.modifiedOn,
    in_force_on: work.inForceOn,
    out_of_force_on: work.outOfForceOn,
    source,
    versions: JSON.stringify(
      work.versions.map(({ version, inForceOn, outOfForceOn }) => ({ version, inForceOn, outOfForceOn })),
    ),
    ended_at: work.ended ? new Date() : null,
  })
  for (let at = 0; at < plan.added.length; at += 200)
    await tx
      .insertInto('regulation')
      .values(
        plan.added.slice(at, at + 200).map((work) => ({ municipality, id: uuid(), work: work.work, ...columns(work) })),
      )
      .execute()
  for (const work of plan.changed)
    await tx
      .updateTable('regulation')
      .set({ ...columns(work), changed_at: sql`now()` })
      .where('municipality', '=', municipality)
      .where('work', '=', work.work)
      .execute()
  await publishRegulations(tx, municipality)
  return plan
}

export const PAGE = 50
export type Asked = {
  readonly q: string
  readonly which: '' | 'getoetst' | 'niet-getoetst' | 'vervallen'
  readonly page: number
}
/** A page of them by title, and how many there are. */
export async function listRegulations(tx: Tx, municipality: string, { q, which, page }: Asked) {
  const rows = await tx
    .selectFrom('regulation')
    .select([
      'id',
      'title',
      'kind',
      'department',
      'in_force_on as inForceOn',
      'ended_at as endedAt',
      lastTest.as('tested'),
    ])
    .where('municipality', '=', municipality)
    .where('ended_at', which === 'vervallen' ? 'is not' : 'is', null)
    .$if(q !== '', (query) => query.where('title', 'ilike', containing(q)))
    .$if(which === 'getoetst', (query) => query.where(sql<boolean>`${lastTest} is not null`))
    .$if(which === 'niet-getoetst', (query) => query.where(sql<boolean>`${lastTest} is null`))
    .orderBy('title')
    .limit(PAGE + 1)
    .offset((page - 1) * PAGE)
    .execute()
  return { rows: rows.slice(0, PAGE), more: rows.length > PAGE }
}

/**
 * How many of the regulations in force were tested, and of how many everyone can read the test (`open`): that is what
 * the public page counts.
 */
export async function shareTested(
  tx: Tx | Db,
  municipality: string,
): Promise<{ readonly total: number; readonly tested: number; readonly open: number }> {
  return tx
    .selectFrom('regulation')
    .select([
      sql<number>`count(*)::int`.as('total'),
      sql<number>`(count(*) filter (where ${lastTest} is not null))::int`.as('tested'),
      sql<number>`(select count(*)::int from published.regulation p where p.municipality = ${municipality}::uuid
        and p.toets is not null)`.as('open'),
    ])
    .where('municipality', '=', municipality)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
}

/** With its other versions and its cases; undefined when it is not there. */
export async function regulationById(tx: Tx, municipality: string, id: string) {
  const row = await tx
    .selectFrom('regulation')
    .selectAll()
    .select(lastTest.as('tested'))
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .executeTakeFirst()
  const cases = row ? await casesOfRegulation(tx, municipality, id) : []
  return row && { row, cases }
}
