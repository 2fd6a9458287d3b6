/** A course with its meetings: adding, changing, and calling one of them off. */
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import type { CourseIn } from './store.ts'
import type { Meeting } from './rules.ts'

type By = { readonly municipality: string; readonly person: string; readonly organisation: string | null }

/** The meetings of a course, the first first. */
export const sessionsOf = (tx: Tx, municipality: string, course: string) =>
  tx
    .selectFrom('course_session')
    .select(['held_on as on', 'starts as from', 'ends as to', 'cancelled', 'why'])
    .where('municipality', '=', municipality)
    .where('course', '=', course)
    .orderBy('held_on')
    .orderBy('starts')
    .execute()
export type Session = Awaited<ReturnType<typeof sessionsOf>>[number]

async function addSessions(tx: Tx, municipality: string, course: string, meetings: readonly Meeting[]): Promise<void> {
  if (meetings.length === 0) return
  await tx
    .insertInto('course_session')
    .values(meetings.map(({ on, from, to }) => ({ municipality, course, held_on: on, starts: from, ends: to })))
    .onConflict((conflict) =>
      conflict.columns(['municipality', 'course', 'held_on', 'starts']).doUpdateSet((set) => ({
        ends: set.ref('excluded.ends'),
      })),
    )
    .execute()
}

/** Adds a course with its meetings. Gives its id. */
export async function addCourse(
  tx: Tx,
  by: By,
  { times, ...row }: CourseIn,
  meetings: readonly Meeting[],
): Promise<string> {
  const id = uuid()
  await tx
    .insertInto('course')
    .values({
      ...row,
      times: JSON.stringify(times),
      municipality: by.municipality,
      id,
      organisation: by.organisation,
      checked_by: by.person,
    })
    .execute()
  await addSessions(tx, by.municipality, id, meetings)
  return id
}

/**
 * Changes a course. Meetings that are no longer in it go, but for those that were called off: who had them in a
 * calendar still reads that they are.
 */
export async function changeCourse(
  tx: Tx,
  by: By,
  id: string,
  { times, ...row }: CourseIn,
  meetings: readonly Meeting[],
): Promise<void> {
  const { municipality } = by
  await tx
    .updateTable('course')
    .set({ ...row, times: JSON.stringify(times), checked_by: by.person })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .execute()
  const kept = new Set(meetings.map(({ on, from }) => `${on} ${from}`))
  for (const each of await sessionsOf(tx, municipality, id))
    if (!each.cancelled && !kept.has(`${each.on} ${each.from}`))
      await tx
        .deleteFrom('course_session')
        .where('municipality', '=', municipality)
        .where('course', '=', id)
        .where('held_on', '=', each.on)
        .where('starts', '=', each.from)
        .execute()
  await addSessions(tx, municipality, id, meetings)
}

/** Calls a meeting off, or on again. False when there is no such meeting, or it stood so already. */
export async function cancelSession(
  tx: Tx,
  municipality: string,
  course: string,
  { on, from, cancelled, why }: Pick<Session, 'on' | 'from' | 'cancelled' | 'why'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('course_session')
    .set({ cancelled, why })
    .where('municipality', '=', municipality)
    .where('course', '=', course)
    .where('held_on', '=', on)
    .where('starts', '=', from)
    .where('cancelled', '<>', cancelled)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
