/** Who has a place on a course, as its provider sees them; who waits is a number. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { closeTasks } from '../../db/tasks.ts'

/** Who has a place, in the order in which they got one. The database gives nobody but whoever gives the course. */
export const peopleOf = (tx: Tx, municipality: string, course: string) =>
  tx
    .selectFrom('course_signup')
    .select(['id', 'name', 'phone', 'helped', 'placed_at as placedAt', 'phoned_at as phonedAt'])
    .where('municipality', '=', municipality)
    .where('course', '=', course)
    .orderBy('placed_at')
    .orderBy('id')
    .execute()
export type Participant = Awaited<ReturnType<typeof peopleOf>>[number]

/** Everybody with a place was phoned: the tasks are done. Gives how many were not before. */
export async function phoned(tx: Tx, municipality: string, course: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('course_signup')
    .set({ phoned_at: sql<Date>`now()` })
    .where('municipality', '=', municipality)
    .where('course', '=', course)
    .where('phoned_at', 'is', null)
    .executeTakeFirst()
  await closeTasks(tx, municipality, `course/${course}`, ['course-phone', 'course-remind'])
  return Number(numUpdatedRows)
}

/** Takes off whoever has this number, also who waits and has no name here yet. Gives how many. */
export async function dropByPhone(tx: Tx, course: string, phone: string): Promise<number> {
  const { rows } = await sql<{ gone: number }>`select wall.drop_signup_of(${course}::uuid, ${phone}) as gone`.execute(
    tx,
  )
  return rows[0]!.gone
}
