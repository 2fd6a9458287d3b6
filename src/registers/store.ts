/** Keeps the entries of the registers, whatever the register: each change is a version that stays. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../db/as.ts'
import { closeTasks } from '../db/tasks.ts'
import type { Entry, EntryVersion, Register, Values } from '../model/register.ts'
import { todayIn } from '../web/language.ts'
import { columnsOf } from './columns.ts'
import { settleDates } from './dates/store.ts'
import { aboutRemoval, REMOVAL_TASK, unproved } from './removal/rules.ts'

/** What is read of an entry. */
export const COLUMNS = [
  'id',
  'register',
  'no',
  'title',
  'values',
  'version',
  'changed_at as changedAt',
  'ended_at as endedAt',
] as const

/** One entry by its id. `to-change`: nobody else changes it until we are done. */
export async function entryById(
  tx: Tx,
  municipality: string,
  register: Register,
  id: string,
  why: 'to-read' | 'to-change' = 'to-read',
): Promise<Entry | undefined> {
  return tx
    .selectFrom('entry')
    .select(COLUMNS)
    .where('municipality', '=', municipality)
    .where('register', '=', register.id)
    .where('id', '=', id)
    .$if(why === 'to-change', (query) => query.forUpdate())
    .executeTakeFirst()
}

export type Written = {
  readonly values: Values
  readonly by: string
  readonly way: EntryVersion['way']
}

/** Puts an entry in a register; gives its id and number. */
export async function addEntry(
  tx: Tx,
  municipality: string,
  register: Register,
  written: Written,
): Promise<{ readonly id: string; readonly no: number }> {
  const { last: no } = await tx
    .insertInto('entry_count')
    .values({ municipality, register: register.id, last: 1 })
    .onConflict((same) =>
      same.columns(['municipality', 'register']).doUpdateSet({ last: sql<number>`entry_count.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  const id = uuid()
  await tx
    .insertInto('entry')
    .values({ municipality, id, register: register.id, no, ...columnsOf(register, written.values) })
    .execute()
  await keepVersion(tx, municipality, register, id, 1, written)
  return { id, no }
}

/** Writes an entry anew, as the version after the one that was read `to-change`. */
export async function changeEntry(
  tx: Tx,
  municipality: string,
  register: Register,
  entry: Entry,
  written: Written,
): Promise<void> {
  const version = entry.version + 1
  await tx
    .updateTable('entry')
    .set({ ...columnsOf(register, written.values), version, changed_at: sql`now()` })
    .where('municipality', '=', municipality)
    .where('id', '=', entry.id)
    .execute()
  await keepVersion(tx, municipality, register, entry.id, version, written, entry.endedAt !== null)
  await settleDates(tx, municipality)
  if (!unproved(register, written.values, todayIn()))
    await closeTasks(tx, municipality, aboutRemoval(entry.id), [REMOVAL_TASK])
}

/** No longer kept up, or kept up again. It stays readable and stays in the history. */
export async function endEntry(
  tx: Tx,
  municipality: string,
  register: Register,
  entry: Entry,
  { by, ended }: { readonly by: string; readonly ended: boolean },
): Promise<void> {
  const version = entry.version + 1
  await tx
    .updateTable('entry')
    .set({ version, changed_at: sql`now()`, ended_at: ended ? sql`now()` : null })
    .where('municipality', '=', municipality)
    .where('id', '=', entry.id)
    .execute()
  await keepVersion(tx, municipality, register, entry.id, version, { values: entry.values, by, way: 'form' }, ended)
  await settleDates(tx, municipality)
}

/** Versions of an entry, the newest first: at most so many, of those up to `from`. */
export async function versionsOf(
  tx: Tx,
  municipality: string,
  id: string,
  { from = 2 ** 31 - 1, most = 1_000 } = {},
): Promise<readonly EntryVersion[]> {
  return tx
    .selectFrom('entry_version as v')
    .leftJoin('person as p', (join) => join.onRef('p.municipality', '=', 'v.municipality').onRef('p.id', '=', 'v.by'))
    .select(['v.version', 'v.at', 'p.name as by', 'v.values', 'v.way', 'v.ended'])
    .where('v.municipality', '=', municipality)
    .where('v.entry', '=', id)
    .where('v.version', '<=', from)
    .orderBy('v.version', 'desc')
    .limit(most)
    .execute()
}

/** What leads to this thing: entries with the register and the field of the link. */
export async function linksTo(tx: Tx, municipality: string, kind: string, id: string) {
  return tx
    .selectFrom('entry_link as l')
    .innerJoin('entry as e', (join) =>
      join.onRef('e.municipality', '=', 'l.municipality').onRef('e.id', '=', 'l.entry'),
    )
    .select(['e.id', 'e.register', 'e.no', 'e.title', 'l.field'])
    .where('l.municipality', '=', municipality)
    .where('l.to_kind', '=', kind)
    .where('l.to_id', '=', id)
    .orderBy('e.register')
    .orderBy('e.no')
    .limit(500)
    .execute()
}

/** The links that stand in these values, as they are kept. */
export const linksOf = (municipality: string, register: Register, entry: string, values: Values) =>
  register.fields.flatMap((field) =>
    field.kind === 'link' && field.to
      ? ((values[field.id] ?? []) as readonly string[]).map((to_id) => ({
          municipality,
          entry,
          field: field.id,
          to_kind: 'purpose' in field.to! ? 'entry' : field.to!.target,
          to_id,
        }))
      : [],
  )

async function keepVersion(
  tx: Tx,
  municipality: string,
  register: Register,
  entry: string,
  version: number,
  { values, by, way }: Written,
  ended = false,
): Promise<void> {
  await tx
    .insertInto('entry_version')
    .values({
      municipality,
      entry,
      version,
      by,
      way,
      register_version: register.version,
      values: JSON.stringify(values),
      ended,
    })
    .execute()
  await tx.deleteFrom('entry_link').where('municipality', '=', municipality).where('entry', '=', entry).execute()
  const links = linksOf(municipality, register, entry, values)
  if (links.length > 0) await tx.insertInto('entry_link').values(links).execute()
}
