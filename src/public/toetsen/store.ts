/** Reads published tests, regulations and draws: the `published` schema and nothing else. */
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import { containing } from '../../db/like.ts'
import type { CaseKind } from '../../vocabulary/case.ts'
import type { CaseDocument } from '../../model/document.ts'

export type Toets = {
  readonly no: number
  readonly version: number
  readonly kind: CaseKind
  readonly title: string
  readonly outcome: string
  readonly decidedOn: string
  readonly publishedAt: Date
  readonly number: string
  readonly advice: string | null
  readonly deviations: number
}
export const TOETSEN = 50

/** The current version of each, newest decision first. */
export async function listToetsen(
  db: Db,
  municipality: string,
  { q, page, size = TOETSEN }: { readonly q: string; readonly page: number; readonly size?: number },
) {
  const number = /^(?:IT-\d{4}-)?0*(\d{1,9})$/i.exec(q)?.[1]
  const found = db
    .selectFrom('published.toets')
    .where('municipality', '=', municipality)
    .where('current', '=', true)
    .$if(q !== '' && number === undefined, (query) => query.where('title', 'ilike', containing(q)))
    .$if(number !== undefined, (query) => query.where('no', '=', Number(number)))
  const { total } = await found.select((each) => each.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows: Toets[] = await found
    .select([
      'no',
      'version',
      'kind',
      'title',
      'outcome',
      'decided_on as decidedOn',
      'published_at as publishedAt',
      sql<string>`document ->> 'number'`.as('number'),
      sql<string | null>`document ->> 'advice'`.as('advice'),
      sql<number>`(document ->> 'deviations')::int`.as('deviations'),
    ])
    .orderBy('decided_on', 'desc')
    .orderBy('no', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { total: Number(total), rows }
}

/** When one was last published; undefined before the first. */
export async function changedToetsen({
  db,
  municipality,
}: {
  readonly db: Db
  readonly municipality: string
}): Promise<Date | undefined> {
  const { at } = await db
    .selectFrom('published.toets')
    .select((each) => each.fn.max('published_at').as('at'))
    .where('municipality', '=', municipality)
    .executeTakeFirstOrThrow()
  return at ?? undefined
}

export type FullToets = {
  readonly no: number
  readonly version: number
  readonly current: boolean
  readonly publishedAt: Date
  readonly by: string
  readonly second: string
  readonly document: CaseDocument
  readonly pdf: string | null
  readonly odt: string | null
}

/** One test in the version asked for, or the current one; with when each version came. */
export async function readToets(db: Db, municipality: string, no: number, version?: number) {
  const rows = await db
    .selectFrom('published.toets')
    .select(['version', 'current', 'published_at as publishedAt'])
    .where('municipality', '=', municipality)
    .where('no', '=', no)
    .orderBy('version', 'desc')
    .execute()
  const wanted = rows.find((each) => (version === undefined ? each.current : each.version === version))
  if (!wanted) return undefined
  const row = await db
    .selectFrom('published.toets')
    .select(['by_function as by', 'second_function as second', 'document', 'pdf', 'odt'])
    .where('municipality', '=', municipality)
    .where('no', '=', no)
    .where('version', '=', wanted.version)
    .executeTakeFirstOrThrow()
  // Written by release.ts as a CaseDocument, and never changed after that.
  const toets: FullToets = { no, ...wanted, ...row, document: row.document as unknown as CaseDocument }
  return { toets, versions: rows }
}

export type Regulation = {
  readonly work: string
  readonly title: string
  readonly kind: string
  readonly url: string | null
  readonly inForceOn: string | null
  readonly testedOn: string | null
  readonly toets: number | null
  readonly dueOn: string | null
}
/** Those in force, with the test that was published of each. */
export const readRegulations = (db: Db, municipality: string): Promise<Regulation[]> =>
  db
    .selectFrom('published.regulation')
    .select([
      'work',
      'title',
      'kind',
      'url',
      'in_force_on as inForceOn',
      'tested_on as testedOn',
      'toets',
      'due_on as dueOn',
    ])
    .where('municipality', '=', municipality)
    .orderBy('title')
    .orderBy('work')
    .execute()

/** Per month, oldest first. */
export const readShares = (db: Db, municipality: string) =>
  db
    .selectFrom('published.regulation_share')
    .select(['month', 'total', 'tested'])
    .where('municipality', '=', municipality)
    .orderBy('month')
    .execute()

/** The draws among what was signed as “no effect”, newest first. */
export const readDraws = (db: Db, municipality: string) =>
  db
    .selectFrom('published.sample_draw')
    .select(['no', 'at', 'seed', 'among', 'drawn'])
    .where('municipality', '=', municipality)
    .orderBy('no', 'desc')
    .limit(50)
    .execute()
