/** A sign-up as whoever signed up reaches it: by three functions (migrations 098 and 128), by nothing else. */
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import { MOST_WAITING, SIGN_UPS_A_DAY } from '../../vocabulary/help.ts'
import { KEPT_FOR_EACH, MOST_OF_A_FORM, MOST_OF_ONE } from '../../vocabulary/sign-up.ts'

export type NewSignUp = {
  readonly municipality: string
  readonly id: string
  /** Number of the course. */
  readonly course: number
  readonly name: string
  readonly phone: string
  /** Hash of the secret of its link. */
  readonly secret: string
  /** Somebody else typed it. */
  readonly helped: boolean
  /** Hash of the seal of the form it was typed in; of none it is not counted. */
  readonly form?: string
}
/** `taken`: on the list, once however often it is sent. `form`: so many came from this form already. */
export type Took = 'taken' | 'missing' | 'closed' | 'full' | 'busy' | 'form'

/** Puts somebody on the list of a course: with a place when there is one, else waiting. */
export async function signUp(db: Db, one: NewSignUp): Promise<Took> {
  const { rows } = await sql<{ took: Took }>`
    select wall.sign_up(${JSON.stringify(one)}::jsonb, ${SIGN_UPS_A_DAY}, ${MOST_WAITING},
      ${MOST_OF_A_FORM}, ${MOST_OF_ONE}, ${KEPT_FOR_EACH}) as took`.execute(db)
  return rows[0]!.took
}

export type SignedUp = {
  readonly course: number
  readonly title: string
  readonly state: 'placed' | 'waiting'
  readonly provider: string
  readonly phone: string
  /** The course goes on, and is not over. */
  readonly on: boolean
  /** How many wait up to this one. */
  readonly place: number
  /** Somebody else signed this person up. */
  readonly helped: boolean
  readonly first: { readonly on: string; readonly from: string; readonly to: string } | null
  readonly ends: string
}

/** How it stands with the sign-up of this secret; undefined when there is none (any more). */
export async function readSignUp(db: Db, municipality: string, hash: string): Promise<SignedUp | undefined> {
  const { rows } = await sql<{ found: SignedUp | null }>`
    select wall.read_signup(${municipality}::uuid, ${hash}) as found`.execute(db)
  return rows[0]!.found ?? undefined
}

/** Takes it back, and wipes name and number at once. False when there was none. */
export async function dropSignUp(db: Db, municipality: string, hash: string): Promise<boolean> {
  const { rows } = await sql<{ gone: boolean }>`
    select wall.drop_signup(${municipality}::uuid, ${hash}) as gone`.execute(db)
  return rows[0]!.gone
}

export type OpenCourse = {
  readonly no: number
  readonly title: string
  readonly provider: string
  readonly startsOn: string
  readonly left: number
}
/** A course for which somebody can sign up here, on a day; undefined when there is none of this number. */
export async function openCourse(
  db: Db,
  municipality: string,
  no: number,
  { today, checkedAfter }: { readonly today: string; readonly checkedAfter: string },
): Promise<OpenCourse | undefined> {
  const { rows } = await sql<OpenCourse>`
    select no, title, provider, to_char(starts_on, 'YYYY-MM-DD') as "startsOn",
      case when waiting > 0 then 0 else greatest(places - taken, 0) end as left
    from published.help_offer where municipality = ${municipality} and kind = 'course' and no = ${no}
      and state = 'active' and starts_on >= ${today}::date and told ->> 'signUp' = 'here'
      and checked_on > ${checkedAfter}::date`.execute(db)
  return rows[0]
}
