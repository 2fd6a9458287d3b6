/** Exercises, who plays in them and what happened, as who is here may read them: the walls say who that is. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import type { Scenario } from '../../model/exercise.ts'
import { PERMISSIONS } from '../../vocabulary/roles.ts'
import type { EventKind } from '../../vocabulary/exercise.ts'

const exercises = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('exercise')
    .leftJoin('organisation', (join) =>
      join
        .onRef('organisation.municipality', '=', 'exercise.municipality')
        .onRef('organisation.id', '=', 'exercise.organisation'),
    )
    .select([
      'exercise.id',
      'exercise.content',
      'exercise.organisation',
      'organisation.name',
      'exercise.planned_on as plannedOn',
      'exercise.starts',
      'exercise.place',
      'exercise.leader',
      'exercise.observer',
      'exercise.state',
      'exercise.result',
      'exercise.ended_on as endedOn',
      'exercise.cancelled_for as cancelledFor',
    ])
    .where('exercise.municipality', '=', municipality)
export type Exercise = Awaited<ReturnType<ReturnType<typeof exercises>['executeTakeFirstOrThrow']>>

/** All that who is here may read, the newest day first. */
export const allExercises = (tx: Tx, municipality: string): Promise<Exercise[]> =>
  exercises(tx, municipality).orderBy('planned_on', 'desc').orderBy('exercise.id', 'desc').limit(200).execute()
/** One of those. */
export const exerciseById = (tx: Tx, municipality: string, id: string): Promise<Exercise | undefined> =>
  exercises(tx, municipality).where('exercise.id', '=', id).executeTakeFirst()

export type Planned = {
  readonly plannedOn: string
  readonly starts: string
  readonly place: string
  readonly leader: string
  readonly observer: string
}
const columnsOf = ({ plannedOn, ...planned }: Planned) => ({ planned_on: plannedOn, ...planned })

/** Plans one, with the scenario as it is now. */
export async function planExercise(
  tx: Tx,
  municipality: string,
  by: string,
  { scenario, organisation, ...planned }: Planned & { readonly scenario: Scenario; readonly organisation: string },
): Promise<string> {
  const id = uuid()
  await tx
    .insertInto('exercise')
    .values({
      municipality,
      id,
      scenario: scenario.id,
      version: scenario.version,
      content: JSON.stringify(scenario) as never,
      organisation,
      ...columnsOf(planned),
      by,
    })
    .execute()
  return id
}

type Change =
  | { readonly state: 'running' }
  | { readonly state: 'ended'; readonly result: string }
  | { readonly state: 'cancelled'; readonly cancelled_for: string }
/** Begins, ends or calls off one. */
export const moveExercise = (tx: Tx, municipality: string, id: string, change: Change) =>
  tx.updateTable('exercise').set(change).where('municipality', '=', municipality).where('id', '=', id).execute()
/** Changes when, where and under whom it is. */
export const changeExercise = (tx: Tx, municipality: string, id: string, planned: Planned) =>
  tx
    .updateTable('exercise')
    .set(columnsOf(planned))
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .execute()

/** Who plays which role, by the role. */
export async function playersOf(tx: Tx, municipality: string, exercise: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('exercise_player')
    .select(['role', 'names'])
    .where('municipality', '=', municipality)
    .where('exercise', '=', exercise)
    .execute()
  return new Map(rows.map(({ role, names }) => [role, names]))
}
/** Says who plays what, in the place of what was said before. */
export async function setPlayers(
  tx: Tx,
  municipality: string,
  exercise: string,
  by: string,
  players: Readonly<Record<string, string>>,
): Promise<void> {
  await tx
    .deleteFrom('exercise_player')
    .where('municipality', '=', municipality)
    .where('exercise', '=', exercise)
    .execute()
  const rows = Object.entries(players)
    .filter(([, names]) => names !== '')
    .map(([role, names]) => ({ municipality, exercise, role, names, by }))
  if (rows.length > 0) await tx.insertInto('exercise_player').values(rows).execute()
}

export type NewEvent = {
  readonly kind: EventKind
  readonly minute: number
  readonly message?: number
  readonly role?: string
  readonly text?: string
}
/** Writes a line in the record, which stays as it is. */
export const addEvent = (
  tx: Tx,
  municipality: string,
  exercise: string,
  by: string,
  { kind, minute, message = undefined, role = undefined, text = '' }: NewEvent,
) =>
  tx
    .insertInto('exercise_event')
    .values({
      municipality,
      exercise,
      id: uuid(),
      kind,
      minute,
      text,
      by,
      ...(message !== undefined && { message }),
      ...(role !== undefined && { role }),
    })
    .execute()

/** The record, the oldest line first. */
export const eventsOf = (tx: Tx, municipality: string, exercise: string) =>
  tx
    .selectFrom('exercise_event')
    .select(['id', 'kind', 'message', 'role', 'minute', 'text', 'at'])
    .where('municipality', '=', municipality)
    .where('exercise', '=', exercise)
    .orderBy('at')
    .orderBy('id')
    .limit(1_000)
    .execute()
export type Event = Awaited<ReturnType<typeof eventsOf>>[number]

export type Somebody = { readonly id: string; readonly name: string; readonly function: string }
const people = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('person')
    .select(['id', 'name', 'function'])
    .where('municipality', '=', municipality)
    .where('state', '=', 'active')
    .orderBy('name')
/** Colleagues who can lead an exercise. */
export const whoCanLead = (tx: Tx, municipality: string): Promise<Somebody[]> =>
  people(tx, municipality)
    .where('organisation', 'is', null)
    .where(sql<boolean>`roles && ${[...PERMISSIONS['exercise.lead']]}::text[]`)
    .execute()
/** Who can own a measure: who may read exercises, and whoever works for the organisation that played. */
export const whoCanOwn = (tx: Tx, municipality: string, organisation: string): Promise<Somebody[]> =>
  people(tx, municipality)
    .where((where) => where.or([where('organisation', 'is', null), where('organisation', '=', organisation)]))
    .where(sql<boolean>`roles && ${[...PERMISSIONS['exercise.read']]}::text[]`)
    .execute()
/** The name of a person, where who is here may read it. */
export const nameOf = async (tx: Tx, municipality: string, person: string): Promise<Somebody | undefined> =>
  tx
    .selectFrom('person')
    .select(['id', 'name', 'function'])
    .where('municipality', '=', municipality)
    .where('id', '=', person)
    .executeTakeFirst()

/** Organisations that can play, by name. */
export const whoCanPlay = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('municipality', '=', municipality)
    .orderBy('name')
    .limit(5_000)
    .execute()
