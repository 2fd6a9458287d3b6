/** A practice as who sends it reaches it: by three functions of the database (migration 110), and by nothing else. */
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import {
  LOOKED_AT_WITHIN,
  MOST_WAITING,
  PRACTICES_A_DAY,
  type LicenceId,
  type PracticeState,
} from '../../vocabulary/practice.ts'
import { MOST_OF_A_FORM } from '../../vocabulary/sign-up.ts'
import { addWorkingDays } from '../../lib/working-days.ts'
import type { Lang } from '../../web/language.ts'

/** What somebody tells of how a norm was met. */
export type Words = {
  readonly title: string
  readonly organisation: string
  readonly problem: string
  readonly did: string
  readonly gained: string
  readonly link: string
}
export type NewPractice = Words & {
  readonly municipality: string
  readonly id: string
  readonly number: string
  readonly norms: readonly string[]
  readonly licence: LicenceId
  readonly lang: Lang
  readonly name: string
  readonly email: string
  /** The hash of the secret of its link. */
  readonly secret: string
  /** Hash of the seal of the form it was typed in; of none it is not counted. */
  readonly form?: string
}

/** By when a colleague looks at what was sent today; both are days. */
export const lookedAtBy = (today: string): string => addWorkingDays(today, LOOKED_AT_WITHIN)

/** `full`: the municipality has too many. `form`: so many came from this form already. */
export type Took = 'kept' | 'full' | 'form'

/** Keeps it, once however often it is sent. `today`: a day. `times`: as often the number that is taken. */
export async function addPractice(db: Db, practice: NewPractice, today: string, times = 1): Promise<Took> {
  const one = JSON.stringify({ ...practice, due: lookedAtBy(today) })
  const { rows } = await sql<{ took: Took }>`
    select wall.add_practice(${one}::jsonb, ${PRACTICES_A_DAY * times}, ${MOST_WAITING * times}, ${MOST_OF_A_FORM})
      as took`.execute(db)
  return rows[0]!.took
}

export type Followed = Words & {
  readonly number: string
  readonly licence: LicenceId
  readonly state: PracticeState
  readonly reason: string
  /** A day. */
  readonly sentOn: string
  /** A name or an address is kept of who sent it. */
  readonly known: boolean
}

/** The practice with this secret, by its hash; undefined: there is none. */
export async function followedPractice(db: Db, municipality: string, hash: string): Promise<Followed | undefined> {
  const { rows } = await sql<{ one: Followed | null }>`
    select wall.read_practice(${municipality}, ${hash}) as one`.execute(db)
  return rows[0]?.one ?? undefined
}

/** Forgets who sent it; with `withdraw` the practice is taken back too. False: there is none. */
export async function leavePractice(db: Db, municipality: string, hash: string, withdraw: boolean): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select wall.leave_practice(${municipality}, ${hash}, ${withdraw}) as done`.execute(db)
  return rows[0]!.done
}

/** The norms that are public, with what they are called; none before the first publication. */
export const publicNorms = (db: Db, municipality: string, lang: Lang) =>
  db
    .selectFrom('published.sought')
    .select(['key as id', 'title as label'])
    .where('municipality', '=', municipality)
    .where('source', '=', 'norm')
    .where('lang', '=', lang)
    .orderBy('title')
    .execute()
export type Choosable = Awaited<ReturnType<typeof publicNorms>>[number]
