/** Good practices as the desk reads and reviews them. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { closeTasks } from '../../db/tasks.ts'
import type { Words } from './door-store.ts'

/** On a page of the list. */
export const SIZE = 50

const columns = [
  'practice.id',
  'practice.number',
  'practice.title',
  'practice.organisation',
  'practice.problem',
  'practice.did',
  'practice.gained',
  'practice.link',
  'practice.norms',
  'practice.licence',
  'practice.lang',
  'practice.name',
  'practice.email',
  'practice.state',
  'practice.reason',
  'practice.sent_on as sentOn',
  'practice.reviewed_on as reviewedOn',
  'practice.ended_on as endedOn',
  'person.name as reviewer',
] as const
const practices = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('practice')
    .leftJoin('person', (join) =>
      join.onRef('person.municipality', '=', 'practice.municipality').onRef('person.id', '=', 'practice.reviewer'),
    )
    .select(columns)
    .where('practice.municipality', '=', municipality)

/** What waits, the oldest first; or the others, the newest first. One more than a page if there is one. */
export const listPractices = (tx: Tx, municipality: string, waiting: boolean, page: number) =>
  practices(tx, municipality)
    .where('practice.state', waiting ? '=' : '<>', 'sent')
    .orderBy('practice.sent_on', waiting ? 'asc' : 'desc')
    .orderBy('practice.id')
    .limit(SIZE + 1)
    .offset((page - 1) * SIZE)
    .execute()
export type Practice = Awaited<ReturnType<typeof listPractices>>[number]

/** How many wait for a colleague. */
export async function countWaiting(tx: Tx, municipality: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from practice
    where municipality = ${municipality} and state = 'sent'`.execute(tx)
  return rows[0]!.count
}

/** One; undefined when it is not there. */
export const practiceById = (tx: Tx, municipality: string, id: string): Promise<Practice | undefined> =>
  practices(tx, municipality).where('practice.id', '=', id).executeTakeFirst()

/** Puts it on the site under the name of who looked at it, in these words; false when another was first. */
export async function showPractice(
  tx: Tx,
  municipality: string,
  { id, by, today }: { readonly id: string; readonly by: string; readonly today: string },
  words: Words & { readonly norms: readonly string[] },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('practice')
    .set({ ...words, norms: [...words.norms], state: 'shown', reviewer: by, reviewed_on: today })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('state', '=', 'sent')
    .executeTakeFirst()
  if (numUpdatedRows === 1n) await closeTasks(tx, municipality, `practice/${id}`, 'all')
  return numUpdatedRows === 1n
}

type Ended = { readonly id: string; readonly by: string; readonly today: string; readonly reason: string }
/** Says no to what waits, with why; false when another was first. */
export async function refusePractice(tx: Tx, municipality: string, { id, by, today, reason }: Ended): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('practice')
    .set({ state: 'refused', reason, reviewer: by, reviewed_on: today, ended_on: today })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('state', '=', 'sent')
    .executeTakeFirst()
  if (numUpdatedRows === 1n) await closeTasks(tx, municipality, `practice/${id}`, 'all')
  return numUpdatedRows === 1n
}

/** Takes what is on the site away, with why, which everybody reads; false when it is not there any more. */
export async function withdrawPractice(
  tx: Tx,
  municipality: string,
  { id, today, reason }: Omit<Ended, 'by'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('practice')
    .set({ state: 'withdrawn', reason, ended_on: today })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('state', '=', 'shown')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Takes away name and address of who sent what was decided before a day. Gives how many. */
export async function forgetSenders(tx: Tx, municipality: string, before: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('practice')
    .set({ name: '', email: '' })
    .where('municipality', '=', municipality)
    .where('state', '<>', 'sent')
    .where((where) => where.or([where('name', '<>', ''), where('email', '<>', '')]))
    .where(sql<boolean>`coalesce(ended_on, reviewed_on) < ${before}::date`)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Takes away whole what is not on the site since a day. Gives how many. */
export async function dropEnded(tx: Tx, municipality: string, before: string): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('practice')
    .where('municipality', '=', municipality)
    .where('ended_on', '<', before)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Whether an organisation of the list has this name, however it is written. */
export const isListed = async (tx: Tx, municipality: string, name: string): Promise<boolean> =>
  (await tx
    .selectFrom('organisation')
    .select('id')
    .where('municipality', '=', municipality)
    .where(sql<boolean>`lower(organisation.name) = lower(${name.trim()})`)
    .limit(1)
    .executeTakeFirst()) !== undefined
