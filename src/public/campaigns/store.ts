/** Reads campaigns from the day that they are fixed: the `published` schema and nothing else. */
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import type { CampaignPlan } from '../../model/campaign.ts'

export const SIZE = 50

const rows = (db: Db, municipality: string) =>
  db
    .selectFrom('published.campaign')
    .select(['number', 'state', 'title', 'aim', 'norm', 'plan', 'hash', 'starts', 'until', 'after', 'value', 'seed'])
    .select(['firsts', 'result', 'frozen_on as frozenOn', 'frozen_by as frozenBy', 'draw_on as drawOn'])
    .select(['drawn_on as drawnOn', 'drawn_by as drawnBy', 'told_on as toldOn', 'told_by as toldBy'])
    .select(['stopped_on as stoppedOn', 'stopped_why as stoppedWhy', 'changed_at as changedAt'])
    .where('municipality', '=', municipality)
export type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

/** What was fixed, read back from the text of which the hash was taken. */
export const planOf = ({ plan }: Pick<Row, 'plan'>): CampaignPlan => JSON.parse(plan) as CampaignPlan

const listed = (db: Db, municipality: string) =>
  db
    .selectFrom('published.campaign')
    .select(['number', 'state', 'title', 'aim', 'after', 'result', 'draw_on as drawOn', 'stopped_on as stoppedOn'])
    .where('municipality', '=', municipality)
export type Listed = Awaited<ReturnType<ReturnType<typeof listed>['executeTakeFirstOrThrow']>>

/** A page of them, what was fixed last on top, with how many there are. */
export async function listPublic(db: Db, municipality: string, page: number) {
  const these = await listed(db, municipality)
    .orderBy('frozen_on', 'desc')
    .orderBy('number')
    .limit(SIZE)
    .offset((page - 1) * SIZE)
    .execute()
  return { total: await countPublic(db, municipality), rows: these }
}

/** Those that aimed at a norm, what was fixed last on top; at most a page of them. */
export const campaignsOn = (db: Db, municipality: string, norm: string): Promise<Listed[]> =>
  listed(db, municipality).where('norm', '=', norm).orderBy('frozen_on', 'desc').orderBy('number').limit(SIZE).execute()

/** One; undefined when no campaign with this number was fixed. */
export const readPublic = (db: Db, municipality: string, number: string): Promise<Row | undefined> =>
  rows(db, municipality).where('number', '=', number).executeTakeFirst()

/** In the order of their numbers and after this one; at most so many. */
export const publicAfter = (db: Db, municipality: string, after: string, most: number): Promise<Row[]> =>
  rows(db, municipality).where('number', '>', after).orderBy('number').limit(most).execute()

/** Numbers in their order, from this place on; at most so many. */
export const numbersFrom = (db: Db, municipality: string, { from, size }: { from: number; size: number }) =>
  db
    .selectFrom('published.campaign')
    .select(['number', 'changed_at as changedAt'])
    .where('municipality', '=', municipality)
    .orderBy('number')
    .limit(size)
    .offset(from)
    .execute()

/** What changed last: fixed, drawn, told or stopped. */
export const newPublic = (db: Db, municipality: string, most: number): Promise<Row[]> =>
  rows(db, municipality).orderBy('changed_at', 'desc').orderBy('number').limit(most).execute()

/** How many were fixed, whatever became of them. */
export const countPublic = async (db: Db, municipality: string): Promise<number> =>
  (
    await db
      .selectFrom('published.campaign')
      .select(sql<number>`count(*)::int`.as('count'))
      .where('municipality', '=', municipality)
      .executeTakeFirstOrThrow()
  ).count

/** When any changed last; undefined before the first. */
export async function changedPublic({ db, municipality }: { readonly db: Db; readonly municipality: string }) {
  const { at } = await db
    .selectFrom('published.campaign')
    .select((each) => each.fn.max('changed_at').as('at'))
    .where('municipality', '=', municipality)
    .executeTakeFirstOrThrow()
  return at ?? undefined
}
