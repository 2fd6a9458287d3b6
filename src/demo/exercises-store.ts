/** What of the exercises of the demo city happened before today. */
import { sql } from 'kysely'
import type { Db } from '../db/connect.ts'

/** Whether there is anything already. */
export const hasExercises = async (db: Db, municipality: string): Promise<boolean> =>
  (await db.selectFrom('exercise').select('id').where('municipality', '=', municipality).executeTakeFirst()) !==
  undefined

/** Lets one that runs have begun so many minutes ago: the record takes no line of a minute that did not come yet. */
export const exerciseBegan = (db: Db, municipality: string, id: string, minutes: number): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`update exercise set started_at = now() - make_interval(mins => ${minutes})
      where municipality = ${municipality} and id = ${id}`.execute(tx)
  })

/** Moves one that was told to so many days ago: each line of its record to the minute of its clock. */
export async function exerciseWas(db: Db, municipality: string, id: string, days: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`update exercise set planned_on = planned_on - ${days}::int, ended_on = ended_on - ${days}::int,
      started_at = (planned_on - ${days}::int + replace(starts, '.', ':')::time) at time zone 'Europe/Amsterdam'
      where municipality = ${municipality} and id = ${id}`.execute(tx)
    await sql`update exercise_event e set at = x.started_at + make_interval(mins => e.minute) from exercise x
      where x.municipality = e.municipality and x.id = e.exercise and e.municipality = ${municipality}
        and e.exercise = ${id}`.execute(tx)
    await sql`update exercise x set ended_at = (select max(at) from exercise_event e
        where e.municipality = x.municipality and e.exercise = x.id)
      where municipality = ${municipality} and id = ${id}`.execute(tx)
    await sql`update exercise_measure set at = at - make_interval(days => ${days})
      where municipality = ${municipality} and exercise = ${id}`.execute(tx)
  })
}
