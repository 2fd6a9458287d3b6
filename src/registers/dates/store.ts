/** Reads the days that entries name, and keeps the tasks about them. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { closeTasksThat, openTask } from '../../db/tasks.ts'
import type { Register } from '../../model/register.ts'
import { aboutDate, DATE_TASK, watchedOf, type Together } from './rules.ts'

/** Entries that are named of one group; the rest is counted. */
const NAMED = 3

/** Which fields of which registers, as columns. */
const fieldsOf = (registers: readonly Register[]) => {
  const all = watchedOf(registers)
  return sql`unnest(${all.map(({ register }) => register.id)}::text[], ${all.map(({ field }) => field.id)}::text[])`
}

/**
 * What comes from a day until another, both included, by day: one row for each date of a register, however many entries
 * have it. Cost: the entries with a date between those days, by the index on days.
 */
export async function comingBetween(
  tx: Tx,
  municipality: string,
  registers: readonly Register[],
  { from, until }: { readonly from: string; readonly until: string },
): Promise<readonly Together[]> {
  const { rows } = await sql<Together>`
    select e.register, d.field, d.on_date as "on", count(*)::int as count,
      to_json((array_agg(json_build_object('id', e.id, 'title', e.title) order by lower(e.title), e.no))[1:${NAMED}])
        as first
    from entry_date d
    join entry e on e.municipality = d.municipality and e.id = d.entry
    join ${fieldsOf(registers)} as w (register, field) on w.register = e.register and w.field = d.field
    where d.municipality = ${municipality} and d.on_date between ${from} and ${until}
    group by e.register, d.field, d.on_date
    order by d.on_date, e.register, d.field`.execute(tx)
  return rows
}

/** The entries of a register that have this date, by title; at most so many. */
export const entriesOn = (
  tx: Tx,
  municipality: string,
  { register, field, on }: Pick<Together, 'register' | 'field' | 'on'>,
  most: number,
) =>
  tx
    .selectFrom('entry_date as d')
    .innerJoin('entry as e', (join) =>
      join.onRef('e.municipality', '=', 'd.municipality').onRef('e.id', '=', 'd.entry'),
    )
    .select(['e.id', 'e.no', 'e.title'])
    .where('d.municipality', '=', municipality)
    .where('d.field', '=', field)
    .where('d.on_date', '=', on)
    .where('e.register', '=', register)
    .orderBy(sql`lower(e.title)`)
    .orderBy('e.no')
    .limit(most)
    .execute()

/** A reminder that has become due, and that nobody was given before. */
export type Reminder = Together & {
  /** Days before the date: which of its reminders this is. */
  readonly days: number
  /** There is none after it. */
  readonly last: boolean
}

/**
 * Which reminders are due today. What passed more than a month ago is no news: somebody may just have typed in an old
 * contract.
 */
export async function remindersDue(
  tx: Tx,
  municipality: string,
  registers: readonly Register[],
  today: string,
): Promise<readonly Reminder[]> {
  const all = watchedOf(registers).flatMap(({ register, field }) =>
    field.remindDays.map((days) => ({ register: register.id, field: field.id, days })),
  )
  const { rows } = await sql<Reminder>`
    with asked (register, field, days) as (
      select * from unnest(${all.map((each) => each.register)}::text[], ${all.map((each) => each.field)}::text[],
        ${all.map((each) => each.days)}::int[])),
    due as (
      select a.register, a.field, d.on_date, min(a.days) as days, count(distinct e.id)::int as count,
        array_agg(distinct e.id) as ids
      from asked a
      join entry_date d on d.municipality = ${municipality} and d.field = a.field
        and d.on_date between ${today}::date - 31 and ${today}::date + a.days
      join entry e on e.municipality = d.municipality and e.id = d.entry and e.register = a.register
      group by a.register, a.field, d.on_date)
    select due.register, due.field, due.on_date as "on", due.days, due.count,
      due.days = (select min(a.days) from asked a where a.register = due.register and a.field = due.field) as last,
      (select json_agg(named) from (select e.id, e.title from entry e where e.municipality = ${municipality}
        and e.id = any(due.ids) order by lower(e.title), e.no limit ${NAMED}) named) as first
    from due
    where not exists (select from task t where t.municipality = ${municipality} and t.kind = ${DATE_TASK}
      and t.object = 'register/' || due.register || '/' || due.field || '/' || due.on_date || '/' || due.days)
    order by due.on_date limit 500`.execute(tx)
  return rows
}

type NewReminder = Reminder & { readonly text: string; readonly path: string; readonly role: Register['keeper'] }

/** Opens the task of a reminder, in the place of one about the same date that is open still. */
export async function openReminder(tx: Tx, municipality: string, reminder: NewReminder): Promise<void> {
  await closeTasksThat(tx, municipality, DATE_TASK, isAbout(reminder), 'itself')
  await openTask(tx, municipality, {
    kind: DATE_TASK,
    object: `${aboutDate(reminder)}/${reminder.days}`,
    whom: { role: reminder.role },
    text: reminder.text,
    path: reminder.path,
    dueOn: reminder.on,
  })
}

const isAbout = (about: Pick<Together, 'register' | 'field' | 'on'>) =>
  sql<boolean>`starts_with(object, ${`${aboutDate(about)}/`})`

/** Whether a task about this date is open. */
export const isOpen = async (tx: Tx, municipality: string, about: Pick<Together, 'register' | 'field' | 'on'>) =>
  (await tx
    .selectFrom('task')
    .select('id')
    .where('municipality', '=', municipality)
    .where('kind', '=', DATE_TASK)
    .where('done_at', 'is', null)
    .where(isAbout(about))
    .executeTakeFirst()) !== undefined

/** Somebody at the desk is done with what is open about this date; gives whether something was. */
export const doneWith = async (
  tx: Tx,
  municipality: string,
  about: Pick<Together, 'register' | 'field' | 'on'>,
): Promise<boolean> => (await closeTasksThat(tx, municipality, DATE_TASK, isAbout(about), 'person')) > 0

/** Closes the tasks about dates that no entry has any more: it was put off, or has ended. Gives how many. */
export const settleDates = (tx: Tx, municipality: string): Promise<number> =>
  closeTasksThat(
    tx,
    municipality,
    DATE_TASK,
    sql<boolean>`not exists (
      select from entry_date d
      join entry e on e.municipality = d.municipality and e.id = d.entry
      where d.municipality = task.municipality and d.field = split_part(task.object, '/', 3)
        and d.on_date::text = split_part(task.object, '/', 4) and e.register = split_part(task.object, '/', 2))`,
    'itself',
  )

/** The people who keep a register, by its file; at most so many. */
export const keepersOf = (tx: Tx, municipality: string, { keeper }: Register, most: number) =>
  tx
    .selectFrom('person')
    .select(['id', 'name', 'email', 'digest'])
    .where('municipality', '=', municipality)
    .where('state', '=', 'active')
    .where(sql<boolean>`${keeper} = any(roles)`)
    .orderBy('id')
    .limit(most)
    .execute()
