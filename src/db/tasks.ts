/**
 * What needs whom: a task is for one person, or for whoever has a role. Features open and close them; the desk's first
 * page shows them.
 */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Role } from '../vocabulary/roles.ts'
import type { Tx } from './as.ts'

export type NewTask = {
  /** What is asked, such as `opinion`; with the object and whom, it is open once. */
  readonly kind: string
  /** `case/<id>`. */
  readonly object: string
  readonly whom: { readonly person: string } | { readonly role: Role }
  readonly text: string
  /** Where it is done: a path of the desk. */
  readonly path: string
  /** ISO date. */
  readonly dueOn: string | null
}

/** Opens a task, unless the same is open already. */
export async function openTask(
  tx: Tx,
  municipality: string,
  { kind, object, whom, text, path, dueOn }: NewTask,
): Promise<void> {
  await tx
    .insertInto('task')
    .values({
      municipality,
      id: uuid(),
      kind,
      object,
      text,
      path,
      due_on: dueOn,
      person: 'person' in whom ? whom.person : null,
      role: 'role' in whom ? whom.role : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Closes what is open of these kinds about the object, for everyone or for one person. */
export async function closeTasks(
  tx: Tx,
  municipality: string,
  object: string,
  kinds: readonly string[] | 'all',
  person?: string,
): Promise<void> {
  await tx
    .updateTable('task')
    .set({ done_at: sql`now()`, done_by: sql`current_person()` })
    .where('municipality', '=', municipality)
    .where('object', '=', object)
    .where('done_at', 'is', null)
    .$if(kinds !== 'all', (query) => query.where('kind', 'in', kinds as string[]))
    .$if(person !== undefined, (query) => query.where('person', '=', person!))
    .execute()
}
