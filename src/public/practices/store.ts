/** Reads good practices that are on the site, or were: the `published` schema and nothing else. */
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'

export const SIZE = 30

const rows = (db: Db, municipality: string) =>
  db
    .selectFrom('published.practice')
    .select(['number', 'title', 'organisation', 'problem', 'did', 'gained', 'link', 'norms', 'licence', 'lang'])
    .select(['reviewer', 'function', 'reason', 'reviewed_on as reviewedOn', 'withdrawn_on as withdrawnOn'])
    .select(['changed_at as changedAt'])
    .where('municipality', '=', municipality)
export type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

const there = (db: Db, municipality: string) => rows(db, municipality).where('withdrawn_on', 'is', null)

/** Those about a norm, or all when it is empty; the newest first, with how many there are. */
export async function listPractices(
  db: Db,
  municipality: string,
  { norm, page }: { readonly norm: string; readonly page: number },
) {
  const found = there(db, municipality).$if(norm !== '', (query) => query.where(sql<boolean>`${norm} = any(norms)`))
  const { total } = await found
    .clearSelect()
    .select((each) => each.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const these = await found
    .orderBy('reviewed_on', 'desc')
    .orderBy('number')
    .limit(SIZE)
    .offset((page - 1) * SIZE)
    .execute()
  return { total: Number(total), rows: these }
}

/** About which norms there are some, and how many. */
export async function normsOfPractices(db: Db, municipality: string) {
  const { rows: found } = await sql<{ norm: string; count: number }>`
    select n as norm, count(*)::int as count from published.practice, unnest(norms) n
    where municipality = ${municipality} and withdrawn_on is null group by n order by n`.execute(db)
  return found
}

/** One, however it stands. */
export const readPractice = (db: Db, municipality: string, number: string): Promise<Row | undefined> =>
  rows(db, municipality).where('number', '=', number).executeTakeFirst()

/** In the order of their numbers and after this one; at most so many. */
export const practicesAfter = (db: Db, municipality: string, after: string, most: number): Promise<Row[]> =>
  there(db, municipality).where('number', '>', after).orderBy('number').limit(most).execute()

/** What came on the site last. */
export const newPractices = (db: Db, municipality: string, most: number): Promise<Row[]> =>
  there(db, municipality).orderBy('changed_at', 'desc').orderBy('number').limit(most).execute()

/** How many there are. */
export async function countPractices(db: Db, municipality: string): Promise<number> {
  const { rows: found } = await sql<{ count: number }>`select count(*)::int as count from published.practice
    where municipality = ${municipality} and withdrawn_on is null`.execute(db)
  return found[0]!.count
}

/** When any changed last; undefined before the first. */
export async function changedPractices({ db, municipality }: { readonly db: Db; readonly municipality: string }) {
  const { at } = await db
    .selectFrom('published.practice')
    .select((each) => each.fn.max('changed_at').as('at'))
    .where('municipality', '=', municipality)
    .executeTakeFirstOrThrow()
  return at ?? undefined
}
