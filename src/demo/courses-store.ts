/** What of the courses of the demo city took months: how often the promise of a course was kept in earlier quarters. */
import type { Tx } from '../db/as.ts'
import type { Db } from '../db/connect.ts'
import { monthsAfter } from '../lib/iso-date.ts'
import { BEFORE } from './help-data.ts'

/** Whether there is anything already. */
export const hasHelp = async (db: Db, municipality: string): Promise<boolean> =>
  (await db.selectFrom('help_place').select('id').where('municipality', '=', municipality).executeTakeFirst()) !==
  undefined

/** The counts that are left of courses that are over. `today`: YYYY-MM-DD. */
export async function keepTallies(db: Db, municipality: string, today: string): Promise<void> {
  const month = Number(today.slice(5, 7))
  const first = monthsAfter(today.slice(0, 7), -((month - 1) % 3))
  const rows = BEFORE.flatMap(({ quarters, ...counts }) =>
    (Object.keys(counts) as (keyof typeof counts)[])
      .filter((outcome) => counts[outcome] > 0)
      .map((outcome) => ({
        municipality,
        quarter: `${monthsAfter(first, -3 * quarters)}-01`,
        outcome,
        count: counts[outcome],
      })),
  )
  await db.insertInto('course_tally').values(rows).execute()
}

/** Who signed up before a course began, which its door no longer takes. */
export async function keepSignUps(
  db: Db,
  municipality: string,
  course: string,
  people: readonly { readonly name: string; readonly phone: string; readonly secret: string }[],
): Promise<void> {
  await db
    .insertInto('course_signup')
    .values(people.map((each) => ({ municipality, id: crypto.randomUUID(), course, ...each })))
    .execute()
}

/** The number of a course, by which its door is called. */
export async function numberOf(tx: Tx, municipality: string, id: string): Promise<number> {
  const { no } = await tx
    .selectFrom('course')
    .select('no')
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return no
}
