/** Reads what needs a person: tasks in the own name and tasks of the own roles, late ones first. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import type { Person } from '../../model/person.ts'
import type { Role } from '../../vocabulary/roles.ts'

/** More than this nobody does in a day; the page says how many there are. */
export const MOST_TASKS = 100

export type OpenTask = {
  readonly id: string
  readonly kind: string
  readonly text: string
  readonly path: string
  readonly dueOn: string | null
  readonly own: boolean
}

export type Waiting = {
  /** The first of them, at most MOST_TASKS. */
  readonly tasks: readonly OpenTask[]
  readonly count: number
  readonly late: number
}

/** A request that is to be looked at again waits for the others with its role, not for who gave the answer. */
const mayDo = (me: string) => sql<boolean>`not exists (select from request q where q.municipality = task.municipality
  and 'request/' || q.id = task.object and q.again > 0 and q.closed_at is null and q.answered_by = ${me})`

/** What waits for somebody; `today` as YYYY-MM-DD says what is late. */
export async function tasksOf(
  tx: Tx,
  municipality: string,
  who: Pick<Person, 'id' | 'roles'>,
  today: string,
): Promise<Waiting> {
  const open = tx.selectFrom('task').where('municipality', '=', municipality).where('done_at', 'is', null)
  // Two questions on two indexes, not one with an `or`.
  const mine = [
    open.where('person', '=', who.id),
    ...(who.roles.length === 0
      ? []
      : [
          open
            .where('person', 'is', null)
            .where('role', 'in', [...who.roles])
            .where(mayDo(who.id)),
        ]),
  ]
  const [rows, counts] = await Promise.all([
    Promise.all(
      mine.map((some) =>
        some
          .select(['id', 'kind', 'text', 'path', 'due_on', 'person'])
          .orderBy('due_on')
          .orderBy('created_at')
          .limit(MOST_TASKS)
          .execute(),
      ),
    ),
    Promise.all(
      mine.map((some) =>
        some
          .select([
            sql<number>`count(*)::int`.as('count'),
            sql<number>`(count(*) filter (where due_on < ${today}))::int`.as('late'),
          ])
          .executeTakeFirstOrThrow(),
      ),
    ),
  ])
  const sum = (of: 'count' | 'late') => counts.reduce((total, each) => total + each[of], 0)
  return {
    tasks: rows
      .flat()
      .map(({ id, kind, text, path, due_on, person }) => ({
        id,
        kind,
        text,
        path,
        dueOn: due_on,
        own: person !== null,
      }))
      .toSorted((one, other) => (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999'))
      .slice(0, MOST_TASKS),
    count: sum('count'),
    late: sum('late'),
  }
}

/** The same list with what waits elsewhere and is no task: all of it counts. Pure. */
export function beside(
  { tasks, count, late }: Waiting,
  more: readonly Pick<OpenTask, 'id' | 'text' | 'path' | 'dueOn'>[],
  today: string,
): Waiting {
  return {
    tasks: [...tasks, ...more.map((each) => ({ ...each, kind: 'party', own: true }))]
      .toSorted((one, other) => (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999'))
      .slice(0, MOST_TASKS),
    count: count + more.length,
    late: late + more.filter(({ dueOn }) => dueOn !== null && dueOn < today).length,
  }
}

/** Files that were made for somebody and stand ready, or did not come. */
export async function filesMade(tx: Tx, municipality: string, who: Pick<Person, 'id'>): Promise<number> {
  const { count } = await tx
    .selectFrom('export')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('municipality', '=', municipality)
    .where('by', '=', who.id)
    .where('ended_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return count
}

/** Without these nobody can bring an IT-toets to its end, or a nulmeting to the public. */
const NEEDED = [
  'policy-officer',
  'adviser',
  'fg',
  'decision-maker',
  'publisher',
  'account-manager',
] as const satisfies Role[]

/** Roles that the work needs and that nobody has yet, invited people included. */
export async function rolesWithoutAnyone(tx: Tx, municipality: string): Promise<Role[]> {
  const { rows } = await sql<{ role: Role }>`
    select needed.role from unnest(${[...NEEDED]}::text[]) with ordinality as needed (role, at)
    where not exists (
      select from person
      where municipality = ${municipality} and state in ('active', 'invited') and needed.role = any (roles)
    )
    order by needed.at`.execute(tx)
  return rows.map(({ role }) => role)
}
