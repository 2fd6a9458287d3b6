/** Reads what needs a person: tasks in the own name and tasks of the own roles, late ones first. */
import type { Tx } from '../../db/as.ts'
import type { Person } from '../../model/person.ts'

/** More than this nobody does in a day; the page says that there are more. */
export const MOST_TASKS = 100

export type OpenTask = {
  readonly id: string
  readonly kind: string
  readonly text: string
  readonly path: string
  readonly dueOn: string | null
  readonly own: boolean
}

export async function tasksOf(tx: Tx, municipality: string, who: Pick<Person, 'id' | 'roles'>): Promise<OpenTask[]> {
  const open = tx
    .selectFrom('task')
    .select(['id', 'kind', 'text', 'path', 'due_on', 'person', 'created_at'])
    .where('municipality', '=', municipality)
    .where('done_at', 'is', null)
  // Two questions on two indexes, not one with an `or`.
  const [own, shared] = await Promise.all([
    open
      .where('person', '=', who.id)
      .orderBy('due_on')
      .limit(MOST_TASKS + 1)
      .execute(),
    who.roles.length === 0
      ? []
      : open
          .where('person', 'is', null)
          .where('role', 'in', [...who.roles])
          .orderBy('due_on')
          .limit(MOST_TASKS + 1)
          .execute(),
  ])
  return [...own, ...shared]
    .map(({ id, kind, text, path, due_on, person }) => ({ id, kind, text, path, dueOn: due_on, own: person !== null }))
    .toSorted((one, other) => (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999'))
    .slice(0, MOST_TASKS + 1)
}
