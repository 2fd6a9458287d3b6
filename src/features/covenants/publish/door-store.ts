/** What readers, followers and parties reach from the public site: functions of the database (migration 048) alone. */
import { sql } from 'kysely'
import type { Db } from '../../../db/connect.ts'
import type { Letter } from '../../../model/letter.ts'
import type { Lang } from '../../../web/language.ts'
import {
  FOLLOWS_PER_ADDRESS,
  FOLLOWS_PER_COVENANT,
  MOST_OPEN_REMARKS,
  REMARKS_A_DAY,
  type RemarkKind,
  type RemarkState,
} from '../../../vocabulary/covenant.ts'

/** What somebody can write about, or follow: a covenant, or one pledge of it. */
export type About = {
  readonly no: number
  readonly title: string
  readonly pledge: string | null
  readonly pledgeTitle: string | null
}

/** The public covenant, with the pledge when one was asked for; undefined when that is not public. */
export async function aboutOf(
  db: Db,
  municipality: string,
  no: number,
  pledge: string | null,
): Promise<About | undefined> {
  const row = await db
    .selectFrom('published.covenant as c')
    .leftJoin('published.pledge as p', (join) =>
      join
        .onRef('p.municipality', '=', 'c.municipality')
        .onRef('p.no', '=', 'c.no')
        .on('p.pledge', '=', pledge ?? ''),
    )
    .select(['c.no', 'c.title', 'p.pledge', 'p.title as pledgeTitle'])
    .where('c.municipality', '=', municipality)
    .where('c.no', '=', no)
    .where('c.to_at', 'is', null)
    .executeTakeFirst()
  return row && (pledge === null || row.pledge === pledge) ? row : undefined
}

export type NewRemark = {
  readonly municipality: string
  readonly id: string
  readonly no: number
  readonly pledge: string | null
  readonly kind: RemarkKind
  readonly text: string
  readonly name: string
  readonly email: string
  readonly lang: Lang
  readonly secret: string
  readonly due_on: string
  readonly task: string
  readonly mail: Letter
}
/** Keeps what a reader sent, once however often it is sent. `times`: as often the number that is taken. */
export async function addRemark(db: Db, remark: NewRemark, times = 1): Promise<'kept' | 'full' | 'missing'> {
  const { rows } = await sql<{ done: 'kept' | 'full' | 'missing' }>`
    select wall.add_remark(${JSON.stringify(remark)}::jsonb, ${REMARKS_A_DAY * times}, ${MOST_OPEN_REMARKS * times})
      as done`.execute(db)
  return rows[0]!.done
}

export type OwnRemark = {
  readonly no: number
  readonly title: string
  readonly pledge: string | null
  readonly kind: RemarkKind
  readonly text: string
  readonly name: string
  readonly state: RemarkState
  readonly answer: string
  readonly due: string
  readonly mails: boolean
  readonly receipt: boolean
  readonly function: string
}
/** What somebody wrote, by the hash of the secret of its link. */
export async function remarkOf(db: Db, municipality: string, hash: string): Promise<OwnRemark | undefined> {
  const { rows } = await sql<{
    one: OwnRemark | null
  }>`select wall.read_remark(${municipality}, ${hash}) as one`.execute(db)
  return rows[0]?.one ?? undefined
}
/** Its writer takes it back, at once and for good. */
export const withdrawRemark = (db: Db, municipality: string, hash: string): Promise<unknown> =>
  sql`select wall.withdraw_remark(${municipality}, ${hash})`.execute(db)

export type NewFollow = {
  readonly municipality: string
  readonly id: string
  /** Null: all covenants. */
  readonly no: number | null
  readonly pledge: string | null
  readonly email: string
  readonly lang: Lang
  readonly secret: string
  readonly mail: Letter
}
/** Asks an address whether it wants to follow. The answer never tells whether it did already. */
export async function askToFollow(db: Db, follow: NewFollow): Promise<'asked' | 'full' | 'missing'> {
  const { rows } = await sql<{ done: 'asked' | 'full' | 'missing' }>`select wall.follow_covenants(
    ${JSON.stringify(follow)}::jsonb, ${FOLLOWS_PER_ADDRESS}, ${FOLLOWS_PER_COVENANT}) as done`.execute(db)
  return rows[0]!.done
}

export type OwnFollow = {
  /** Null with all covenants, and where it is public no more. */
  readonly no: number | null
  readonly title: string | null
  readonly pledgeTitle: string | null
  readonly atOnce: boolean
  readonly confirmed: boolean
  readonly asked: boolean
  readonly ends: string
  readonly email: string
}
/** Who follows, by the hash of the secret of the link. */
export async function followOf(db: Db, municipality: string, hash: string): Promise<OwnFollow | undefined> {
  const { rows } = await sql<{
    one: OwnFollow | null
  }>`select wall.read_follow(${municipality}, ${hash}) as one`.execute(db)
  return rows[0]?.one ?? undefined
}
/** Begins, or goes on for another year. */
export const confirmFollow = (db: Db, municipality: string, hash: string, soon: boolean): Promise<unknown> =>
  sql`select wall.confirm_follow(${municipality}, ${hash}, ${soon})`.execute(db)
/** The address is gone. */
export const stopFollow = (db: Db, municipality: string, hash: string): Promise<unknown> =>
  sql`select wall.stop_follow(${municipality}, ${hash})`.execute(db)

export type OwnTold = {
  readonly shows: string
  readonly until: string
  readonly open: boolean
  readonly objection: string
  readonly answer: string
  readonly goesOn: boolean | null
  readonly function: string
  readonly named: boolean
  readonly no: number
  readonly title: string
  readonly party: string
}
/** What a party was told, by the hash of the secret of its link. */
export async function toldAt(db: Db, municipality: string, hash: string): Promise<OwnTold | undefined> {
  const { rows } = await sql<{ one: OwnTold | null }>`select wall.read_told(${municipality}, ${hash}) as one`.execute(
    db,
  )
  return rows[0]?.one ?? undefined
}
/** Keeps what a party has against it. */
export async function objectTo(db: Db, municipality: string, hash: string, words: string, task: string) {
  const { rows } = await sql<{ done: 'done' | 'twice' | 'too-late' | 'missing' }>`
    select wall.object_to_told(${municipality}, ${hash}, ${words}, ${task}) as done`.execute(db)
  return rows[0]!.done
}
/** The party is named no more, at once. */
export const unname = (db: Db, municipality: string, hash: string): Promise<unknown> =>
  sql`select wall.unname_told(${municipality}, ${hash})`.execute(db)
