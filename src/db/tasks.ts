/**
 * What needs whom: a task is for one person, or for whoever has a role. Features open and close them; the desk's first
 * page shows them.
 */
import { sql, type RawBuilder } from 'kysely'
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

type Handing = {
  readonly objects: readonly string[]
  /** Undefined: every kind. */
  readonly kinds?: readonly string[]
  /** Undefined: whosever they are. */
  readonly from?: NewTask['whom']
  readonly to: string
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

/** What is open about these objects goes to somebody else: from one person, or from whoever has a role. */
export async function handTasks(tx: Tx, municipality: string, { objects, kinds, from, to }: Handing): Promise<void> {
  if (objects.length === 0) return
  const given = from && 'role' in from
  await tx
    .updateTable('task')
    .set(given ? { person: to, role: null } : { person: to })
    .where('municipality', '=', municipality)
    .where('object', 'in', objects)
    .where('done_at', 'is', null)
    .$if(kinds !== undefined, (query) => query.where('kind', 'in', kinds!))
    .$if(from !== undefined, (query) =>
      given ? query.where('role', '=', from.role) : query.where('person', '=', (from as { person: string }).person),
    )
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

/** Closes what is open of a kind and of which this holds, a condition on the columns of a task. Gives how many. */
export async function closeTasksThat(
  tx: Tx,
  municipality: string,
  kind: string,
  which: RawBuilder<boolean>,
  by: 'person' | 'itself',
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('task')
    .set({ done_at: sql`now()`, ...(by === 'person' && { done_by: sql<string>`current_person()` }) })
    .where('municipality', '=', municipality)
    .where('kind', '=', kind)
    .where('done_at', 'is', null)
    .where(which)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}
