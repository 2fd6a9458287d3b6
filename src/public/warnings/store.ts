/** Reads warnings that are for everyone: the `published` schema and nothing else. */
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'

export const SIZE = 50

const rows = (db: Db, municipality: string) =>
  db
    .selectFrom('published.warning')
    .select(['number', 'title', 'what', 'act', 'works', 'call', 'urgency', 'products', 'refs', 'notes', 'publisher'])
    .select(['tracking', 'version', 'counts', 'ended', 'act_by as actBy', 'sent_on as sentOn', 'ends_on as endsOn'])
    .select(['changed_at as changedAt', 'ended_on as endedOn'])
    .where('municipality', '=', municipality)
export type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

type Asked = { readonly today: string; readonly past: boolean; readonly page: number }
/** Those that run, or those that are over, newest first, with how many there are. */
export async function listPublic(db: Db, municipality: string, { today, past, page }: Asked) {
  const found = rows(db, municipality).where(
    past
      ? sql<boolean>`(ended is not null or ends_on < ${today}::date)`
      : sql<boolean>`ended is null and ends_on >= ${today}::date`,
  )
  const { total } = await found
    .clearSelect()
    .select((each) => each.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const these = await found
    .orderBy('sent_on', 'desc')
    .orderBy('id')
    .limit(SIZE)
    .offset((page - 1) * SIZE)
    .execute()
  return { total: Number(total), rows: these }
}

/** One, however it stands. */
export const readPublic = (db: Db, municipality: string, number: string): Promise<Row | undefined> =>
  rows(db, municipality).where('number', '=', number).executeTakeFirst()

/** In the order of their numbers and after this one; at most so many. */
export const publicAfter = (db: Db, municipality: string, after: string, most: number): Promise<Row[]> =>
  rows(db, municipality).where('number', '>', after).orderBy('number').limit(most).execute()

/** What was sent last. */
export const newPublic = (db: Db, municipality: string, most: number): Promise<Row[]> =>
  rows(db, municipality).orderBy('changed_at', 'desc').orderBy('number').limit(most).execute()

/** How many there are, past ones too. */
export const countPublic = async (db: Db, municipality: string): Promise<number> =>
  (
    await db
      .selectFrom('published.warning')
      .select(sql<number>`count(*)::int`.as('count'))
      .where('municipality', '=', municipality)
      .executeTakeFirstOrThrow()
  ).count

/** When any changed last; undefined before the first. */
export async function changedPublic({ db, municipality }: { readonly db: Db; readonly municipality: string }) {
  const { at } = await db
    .selectFrom('published.warning')
    .select((each) => each.fn.max('changed_at').as('at'))
    .where('municipality', '=', municipality)
    .executeTakeFirstOrThrow()
  return at ?? undefined
}
