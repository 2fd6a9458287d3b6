/** Reads badges: the `published` schema and nothing else. */
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import { containing } from '../../db/like.ts'
import type { PublicBadge } from '../../model/badge.ts'
import type { BadgeKind } from '../../vocabulary/badge.ts'

export const SIZE = 50
export type Row = PublicBadge & { readonly changedAt: Date; readonly listed: boolean }

const rows = (db: Db, municipality: string) =>
  db
    .selectFrom('published.badge')
    .select([
      'number',
      'kind',
      'holder',
      'place',
      'told',
      'ground',
      'ground_on as groundOn',
      'ended',
      'reason',
      'listed',
    ])
    .select(['valid_from as validFrom', 'valid_until as validUntil', 'ended_on as endedOn', 'changed_at as changedAt'])
    .where('municipality', '=', municipality)

type Asked = {
  readonly q: string
  readonly kind: BadgeKind | undefined
  readonly today: string
  readonly page: number
}
/** The valid ones of holders that are named, by name. */
export async function validBadges(db: Db, municipality: string, { q, kind, today, page }: Asked) {
  const found = rows(db, municipality)
    .where('listed', '=', true)
    .where('ended', 'is', null)
    .where('ground', '=', 'holds')
    .where('valid_until', '>=', today)
    .$if(q !== '', (query) => query.where('holder', 'ilike', containing(q)))
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind!))
  const { total } = await found
    .clearSelect()
    .select((each) => each.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const page_ = await found
    .orderBy('holder')
    .orderBy('number')
    .limit(SIZE)
    .offset((page - 1) * SIZE)
    .execute()
  return { total: Number(total), rows: page_ satisfies Row[] }
}

/** One, however it stands: it never disappears. */
export const readBadge = (db: Db, municipality: string, number: string): Promise<Row | undefined> =>
  rows(db, municipality).where('number', '=', number).executeTakeFirst()

/** All of holders that are named, in the order of their numbers and after this one; at most so many. */
export const badgesAfter = (db: Db, municipality: string, after: string, most: number): Promise<Row[]> =>
  rows(db, municipality).where('listed', '=', true).where('number', '>', after).orderBy('number').limit(most).execute()

/** The last that were given to holders that are named. */
export const newBadges = (db: Db, municipality: string, most: number): Promise<Row[]> =>
  rows(db, municipality)
    .where('listed', '=', true)
    .where('ended', 'is', null)
    .orderBy('valid_from', 'desc')
    .orderBy('number')
    .limit(most)
    .execute()

/** How many there are of holders that are named, past ones too. */
export const countBadges = async (db: Db, municipality: string): Promise<number> =>
  (
    await db
      .selectFrom('published.badge')
      .select(sql<number>`count(*)::int`.as('count'))
      .where('municipality', '=', municipality)
      .where('listed', '=', true)
      .executeTakeFirstOrThrow()
  ).count

/** When any changed last; undefined before the first. */
export async function changedBadges({ db, municipality }: { readonly db: Db; readonly municipality: string }) {
  const { at } = await db
    .selectFrom('published.badge')
    .select((each) => each.fn.max('changed_at').as('at'))
    .where('municipality', '=', municipality)
    .executeTakeFirstOrThrow()
  return at ?? undefined
}
