/** What the clock does with exercises: asks somebody to look at proof, counts, and forgets who played. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { openTask } from '../../db/tasks.ts'
import type { Round } from '../../db/timer.ts'
import { LEAST_EXERCISES, NAMES_KEPT_MONTHS } from '../../vocabulary/exercise.ts'
import { measureObject } from './measure-store.ts'
import { PLACE } from './place.ts'
import { figuresOf } from './rules.ts'

/** Asks the leader to look at proof, or whoever may when the leader is the owner. Gives how many. */
export async function askToCheck(tx: Tx, { municipality: { id: municipality }, today }: Round): Promise<number> {
  const rows = await tx
    .selectFrom('exercise_measure')
    .innerJoin('exercise', (join) =>
      join
        .onRef('exercise.municipality', '=', 'exercise_measure.municipality')
        .onRef('exercise.id', '=', 'exercise_measure.exercise'),
    )
    .select(['exercise_measure.id', 'exercise_measure.owner', 'exercise.leader'])
    .where('exercise_measure.municipality', '=', municipality)
    .where('exercise_measure.state', '=', 'proven')
    .where(
      sql<boolean>`not exists (select from task t where t.municipality = exercise_measure.municipality
        and t.kind = 'exercise-check' and t.object = 'improvement/' || exercise_measure.id and t.done_at is null)`,
    )
    .limit(500)
    .execute()
  for (const { id, owner, leader } of rows)
    await openTask(tx, municipality, {
      kind: 'exercise-check',
      object: measureObject(id),
      whom: owner === leader ? { role: 'security-officer' } : { person: leader },
      text: 'Kijk het bewijs na bij een maatregel uit een oefening',
      path: `${PLACE}/maatregelen/${id}`,
      dueOn: today,
    })
  return rows.length
}

/** Counts what everybody reads, and writes only what changed. Gives how many figures did. */
export async function countExercises(
  tx: Tx,
  { municipality: { id: municipality } }: { readonly municipality: { readonly id: string } },
): Promise<number> {
  const ended = await tx
    .selectFrom('exercise')
    .select(['scenario', 'organisation'])
    .where('municipality', '=', municipality)
    .where('state', '=', 'ended')
    .execute()
  const measures = await tx
    .selectFrom('exercise_measure')
    .select('state')
    .where('municipality', '=', municipality)
    .execute()
  const { rows } = await sql`
    insert into published.exercise_figure as f (municipality, measure, value)
    select ${municipality}, measure, value from jsonb_to_recordset(${JSON.stringify(
      figuresOf(ended, measures, LEAST_EXERCISES),
    )}::jsonb) as t(measure text, value int)
    on conflict (municipality, measure) do update set value = excluded.value
      where f.value is distinct from excluded.value
    returning f.measure`.execute(tx)
  return rows.length
}

/** Forgets who played what, a year after the end or, where nobody ended it, the planned day. Gives how many names. */
export async function forgetPlayers(tx: Tx, { municipality: { id: municipality }, today }: Round): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('exercise_player')
    .where('municipality', '=', municipality)
    .where(
      sql<boolean>`exercise in (select id from exercise x where x.municipality = ${municipality}
        and coalesce(x.ended_on, x.planned_on) + make_interval(months => ${NAMES_KEPT_MONTHS}) < ${today}::date)`,
    )
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
