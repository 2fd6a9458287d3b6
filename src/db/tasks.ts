/**
 * What needs whom: a task is for one person, or for whoever has a role. Features open and close them; the desk's first
 * page shows them.
 */
import { sql, type RawBuilder } from 'kysely'
import { v7 as uuid } from 'uuid'
import { PERMISSIONS, type Role } from '../vocabulary/roles.ts'
import { permissionOf, type TaskKind } from '../vocabulary/task.ts'
import type { Tx } from './as.ts'

/** That somebody is asked to name another in the place of who left. */
const SUCCESSORS = ['covenant-owner', 'pledge-verifier', 'duty-owner'] satisfies TaskKind[]

export type NewTask = {
  /** What is asked, such as `opinion`; with the object and whom, it is open once. */
  readonly kind: TaskKind
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

/** Closes what is open of these kinds, or of all but one, about the object, for everyone or for one person. */
export async function closeTasks(
  tx: Tx,
  municipality: string,
  object: string,
  kinds: readonly string[] | 'all' | { readonly but: TaskKind },
  person?: string,
): Promise<void> {
  await tx
    .updateTable('task')
    .set({ done_at: sql`now()`, done_by: sql`current_person()` })
    .where('municipality', '=', municipality)
    .where('object', '=', object)
    .where('done_at', 'is', null)
    .$if(Array.isArray(kinds), (query) => query.where('kind', 'in', kinds as string[]))
    .$if(typeof kinds === 'object' && 'but' in kinds, (query) =>
      query.where('kind', '<>', (kinds as { but: TaskKind }).but),
    )
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

/** To whom a task of somebody with these roles goes: a role of theirs that may do it, else one that somebody has. */
export function roleFor(kind: string, had: readonly Role[], there: readonly Role[]): Role | undefined {
  const by = permissionOf(kind)
  if (by === 'by-name') return undefined
  const may: readonly Role[] = by === undefined ? had : PERMISSIONS[by]
  const own = may.filter((role) => had.includes(role))
  return own.find((role) => there.includes(role)) ?? own[0] ?? may.find((role) => there.includes(role)) ?? may[0]
}

/**
 * What waits for somebody who left goes to a role. Not what only a named person does, nor what goes along when another
 * is named: of that somebody is asked to name one, on a page of the same thing. Gives how many.
 */
export async function passOnTasks(tx: Tx, municipality: string): Promise<number> {
  const { rows } = await sql<{ id: string; kind: string; object: string; had: Role[] }>`
    select t.id, t.kind, t.object, p.roles as had from task t
      join person p on p.municipality = t.municipality and p.id = t.person
    where t.municipality = ${municipality} and t.done_at is null and p.state = 'left' and p.organisation is null
      and not exists (select from task s where s.municipality = t.municipality and s.done_at is null
        and s.kind = any(${SUCCESSORS}) and starts_with(t.path, regexp_replace(s.path, '/[^/]*$', '')))
    order by t.id limit 500`.execute(tx)
  if (rows.length === 0) return 0
  const { rows: active } = await sql<{ role: Role }>`select distinct unnest(roles) as role from person
    where municipality = ${municipality} and state = 'active' and organisation is null`.execute(tx)
  const there = active.map(({ role }) => role)
  let passed = 0
  for (const { id, kind, object, had } of rows) {
    const role = roleFor(kind, had, there)
    if (role === undefined) continue
    // Where that role has the same to do already, one of them is enough.
    const given = await tx
      .updateTable('task')
      .set({ person: null, role })
      .where('municipality', '=', municipality)
      .where('id', '=', id)
      .where(
        sql<boolean>`not exists (select from task o where o.municipality = ${municipality} and o.kind = ${kind}
        and o.object = ${object} and o.role = ${role} and o.person is null and o.done_at is null)`,
      )
      .executeTakeFirstOrThrow()
    passed += Number(given.numUpdatedRows)
  }
  return passed
}
