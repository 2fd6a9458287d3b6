/** Measures that follow from exercises: an owner and a day, proof of the owner, and somebody else who looks. */
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import { closeTasks, openTask } from '../../db/tasks.ts'
import { PLACE } from './place.ts'

const measures = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('exercise_measure')
    .leftJoin('person', (join) =>
      join
        .onRef('person.municipality', '=', 'exercise_measure.municipality')
        .onRef('person.id', '=', 'exercise_measure.owner'),
    )
    .select([
      'exercise_measure.id',
      'exercise_measure.exercise',
      'exercise_measure.lesson',
      'exercise_measure.text',
      'exercise_measure.finding',
      'exercise_measure.owner',
      'exercise_measure.doer',
      'exercise_measure.doer_role as doerRole',
      'person.name as ownerName',
      'exercise_measure.due_on as dueOn',
      'exercise_measure.state',
    ])
    .where('exercise_measure.municipality', '=', municipality)
    .orderBy('due_on')
    .orderBy('exercise_measure.id')
export type Measure = Awaited<ReturnType<ReturnType<typeof measures>['executeTakeFirstOrThrow']>>

/** Of one exercise, what is due first. */
export const measuresOf = (tx: Tx, municipality: string, exercise: string): Promise<Measure[]> =>
  measures(tx, municipality).where('exercise', '=', exercise).limit(200).execute()
/** All that are not over, what is due first. */
export const runningMeasures = (tx: Tx, municipality: string): Promise<Measure[]> =>
  measures(tx, municipality).where('exercise_measure.state', 'in', ['open', 'proven']).limit(200).execute()
/** One of those that who is here may read. */
export const measureById = (tx: Tx, municipality: string, id: string): Promise<Measure | undefined> =>
  measures(tx, municipality).where('exercise_measure.id', '=', id).executeTakeFirst()

/** What was handed in and said of it, the first one first. */
export const proofsOf = (tx: Tx, municipality: string, measure: string) =>
  tx
    .selectFrom('exercise_proof')
    .select(['no', 'text', 'verdict', 'by', 'at'])
    .where('municipality', '=', municipality)
    .where('measure', '=', measure)
    .orderBy('no')
    .execute()
export type Proof = Awaited<ReturnType<typeof proofsOf>>[number]

/** What a task about a measure is about. */
export const measureObject = (id: string): string => `improvement/${id}`
const askOwner = (
  tx: Tx,
  municipality: string,
  { id, text, owner, dueOn, doer }: Omit<NewMeasure, 'lesson' | 'finding' | 'doerRole'> & { id: string },
) =>
  openTask(tx, municipality, {
    kind: 'exercise-measure',
    object: measureObject(id),
    whom: { person: owner },
    text: `${doer === '' ? 'Voer uit' : `Volg voor ${doer}`}, na een oefening: ${text.slice(0, 120)}`,
    path: `${PLACE}/maatregelen/${id}`,
    dueOn,
  })

export type NewMeasure = {
  readonly lesson: string
  readonly text: string
  /** What was noticed and it answers; null: a lesson of another kind. */
  readonly finding: string | null
  readonly owner: string
  readonly dueOn: string
  /** The organisation without an account that does it, with the office there; both empty: the owner does. */
  readonly doer: string
  readonly doerRole: string
}
/** Agrees on one, with a task for who does it: whoever has a task is reminded of it in time. */
export async function addMeasure(tx: Tx, municipality: string, exercise: string, by: string, measure: NewMeasure) {
  const id = uuid()
  const { dueOn, doerRole, ...words } = measure
  await tx
    .insertInto('exercise_measure')
    .values({ municipality, id, exercise, ...words, doer_role: doerRole, due_on: dueOn, by })
    .execute()
  await askOwner(tx, municipality, { id, ...measure })
  return id
}

/** Gives one to somebody else, or another day. */
export async function giveMeasure(
  tx: Tx,
  municipality: string,
  measure: Measure,
  to: Pick<NewMeasure, 'owner' | 'dueOn' | 'doer' | 'doerRole'>,
): Promise<void> {
  await tx
    .updateTable('exercise_measure')
    .set({ owner: to.owner, due_on: to.dueOn, doer: to.doer, doer_role: to.doerRole })
    .where('municipality', '=', municipality)
    .where('id', '=', measure.id)
    .execute()
  await closeTasks(tx, municipality, measureObject(measure.id), 'all')
  await askOwner(tx, municipality, { ...measure, ...to })
}

/** Hands in proof, or says of it whether it is enough; the walls say whose turn it is. */
export async function addProof(
  tx: Tx,
  municipality: string,
  measure: Measure,
  by: string,
  { text, verdict = null }: { readonly text: string; readonly verdict?: Exclude<Proof['verdict'], null> | null },
): Promise<void> {
  const { length } = await proofsOf(tx, municipality, measure.id)
  await tx
    .insertInto('exercise_proof')
    .values({ municipality, measure: measure.id, no: length + 1, text, verdict, by })
    .execute()
  await closeTasks(tx, municipality, measureObject(measure.id), 'all')
  if (verdict === 'insufficient') await askOwner(tx, municipality, measure)
}
