/** A covenant comes to its last day: its owner is asked for the evaluation, half a year before and when it is past. */
import { sql } from 'kysely'
import type { Tx } from '../../../db/as.ts'
import { closeTasks, closeTasksThat, openTask, type NewTask } from '../../../db/tasks.ts'
import type { Round } from '../../../db/timer.ts'
import { day } from '../../../lib/day.ts'
import { dateMonthsAfter } from '../../../lib/iso-date.ts'
import { placeOf } from '../frame.tsx'
import { followed, type Followed } from './terms-store.ts'
import { toldBefore } from './timers-store.ts'

/** Months before the last day at which the evaluation is asked: time to meet, to write and to sign again. */
const AHEAD = 6

const KIND = 'covenant-evaluate'
type Ending = Pick<Followed, 'id' | 'title' | 'state' | 'owner' | 'endsOn' | 'renewedUntil'>
const objectsOf = ({ id }: { readonly id: string }, endsOn: string) => ({
  ahead: `covenant/${id}/evaluation/${endsOn}`,
  over: `covenant/${id}/last-day/${endsOn}`,
})

/** What is asked because of its last day; undefined where it was renewed, or nothing is near. */
export function askedAtEnd(covenant: Ending, today: string): NewTask | undefined {
  const { endsOn, renewedUntil, title, owner, state } = covenant
  if (state !== 'in-force' || endsOn === null || (renewedUntil !== null && renewedUntil > endsOn)) return undefined
  if (today < dateMonthsAfter(endsOn, -AHEAD)) return undefined
  const { ahead, over } = objectsOf(covenant, endsOn)
  const task = { kind: KIND, whom: { person: owner }, path: `${placeOf(covenant)}/evaluatie`, dueOn: endsOn } as const
  const last = day('nl', endsOn)
  return today > endsOn
    ? { ...task, object: over, text: `Verleng of beëindig “${title}”: de laatste dag was ${last}` }
    : { ...task, object: ahead, text: `Evalueer “${title}” met de stuurgroep: het loopt tot en met ${last}` }
}

/** Asks it of every covenant, once for each last day. Gives how many are new. */
export async function tellEnds(tx: Tx, { municipality: { id }, today }: Round): Promise<number> {
  const due = (await followed(tx, id)).flatMap((covenant) => askedAtEnd(covenant, today) ?? [])
  const told = await toldBefore(tx, id, due)
  const fresh = due.filter(({ kind, object }) => !told.has(`${kind} ${object}`))
  for (const task of fresh) {
    // What was asked ahead is asked now in other words.
    const ahead = task.object.replace('/last-day/', '/evaluation/')
    await closeTasksThat(tx, id, KIND, sql<boolean>`object = ${ahead}`, 'itself')
    await openTask(tx, id, task)
  }
  return fresh.length
}

/** It was evaluated: nothing is asked any more because of this last day. */
export async function evaluated(tx: Tx, municipality: string, covenant: Pick<Ending, 'id' | 'endsOn'>): Promise<void> {
  if (covenant.endsOn === null) return
  for (const object of Object.values(objectsOf(covenant, covenant.endsOn)))
    await closeTasks(tx, municipality, object, [KIND])
}
