/** Reads and writes many entries of a register at once. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../db/as.ts'
import type { Entry, Register, Values } from '../model/register.ts'
import { columnsOf } from './columns.ts'
import { settleDates } from './dates/store.ts'
import type { Added, Changed } from './import-plan.ts'
import { COLUMNS, linksOf } from './store.ts'

/** Rows that go to the database at one time. */
const PART = 500

/** The list in parts of so many at most. */
export const inParts = <T>(all: readonly T[], size = PART): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))

/** The entries with these numbers. `to-change`: nobody else changes them until we are done. */
export async function entriesByNumber(
  tx: Tx,
  municipality: string,
  register: Register,
  numbers: readonly number[],
  why: 'to-read' | 'to-change',
): Promise<ReadonlyMap<number, Entry>> {
  const rows = await tx
    .selectFrom('entry')
    .select(COLUMNS)
    .where('municipality', '=', municipality)
    .where('register', '=', register.id)
    .where(sql<boolean>`no = any(${sql.val([...new Set(numbers)])}::int[])`)
    // Two who change the same ones take them in the same order.
    .orderBy('no')
    .$if(why === 'to-change', (query) => query.forUpdate())
    .execute()
  return new Map(rows.map((row) => [row.no, row]))
}

/** All that is kept up in a register, by number; one more than `most` when there is more. */
export const allEntries = (tx: Tx, municipality: string, register: Register, most: number): Promise<Entry[]> =>
  tx
    .selectFrom('entry')
    .select(COLUMNS)
    .where('municipality', '=', municipality)
    .where('register', '=', register.id)
    .where('ended_at', 'is', null)
    .orderBy('no')
    .limit(most + 1)
    .execute()

/** Which of these new ones are called as something that is kept up already; the first twenty. */
export async function sameTitles(
  tx: Tx,
  municipality: string,
  register: Register,
  added: readonly Added[],
): Promise<readonly { readonly row: number; readonly title: string; readonly no: number }[]> {
  if (added.length === 0) return []
  const byTitle = new Map(added.map(({ row, title }) => [title.toLowerCase(), { row, title }]))
  const rows = await tx
    .selectFrom('entry')
    .select(['no', sql<string>`lower(title)`.as('title')])
    .where('municipality', '=', municipality)
    .where('register', '=', register.id)
    .where('ended_at', 'is', null)
    .where(sql<boolean>`lower(title) = any(${sql.val([...byTitle.keys()])}::text[])`)
    .orderBy('no')
    .limit(20)
    .execute()
  return rows.flatMap(({ no, title }) => {
    const twin = byTitle.get(title)
    return twin ? [{ ...twin, no }] : []
  })
}

type By = { readonly municipality: string; readonly register: Register; readonly by: string }

/** Puts these in the register, numbered in this order. */
export async function addEntries(tx: Tx, { municipality, register, by }: By, all: readonly Values[]): Promise<void> {
  if (all.length === 0) return
  const { last } = await tx
    .insertInto('entry_count')
    .values({ municipality, register: register.id, last: all.length })
    .onConflict((same) =>
      same.columns(['municipality', 'register']).doUpdateSet({ last: sql<number>`entry_count.last + ${all.length}` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  const made = all.map((values, at) => ({ id: uuid(), no: last - all.length + 1 + at, version: 1, values }))
  for (const part of inParts(made)) {
    await tx
      .insertInto('entry')
      .values(
        part.map(({ id, no, values }) => ({
          municipality,
          id,
          register: register.id,
          no,
          ...columnsOf(register, values),
        })),
      )
      .execute()
    await keepVersions(tx, { municipality, register, by }, part)
  }
}

/** Writes these anew, each as the version after the one that was read `to-change`. */
export async function changeEntries(
  tx: Tx,
  { municipality, register, by }: By,
  all: readonly Changed[],
): Promise<void> {
  for (const part of inParts(all)) {
    const rows = part.map(({ entry: { id, version }, values }) => ({
      id,
      version: version + 1,
      ...columnsOf(register, values),
    }))
    await sql`update entry e set title = r.title, values = r.values::jsonb, search = r.search, version = r.version,
        begins_on = r.begins_on, ends_on = r.ends_on, review_on = r.review_on, changed_at = now()
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, version int, title text, values text,
        search text, begins_on date, ends_on date, review_on date)
      where e.municipality = ${municipality} and e.id = r.id`.execute(tx)
    await keepVersions(
      tx,
      { municipality, register, by },
      part.map(({ entry, values }) => ({ id: entry.id, version: entry.version + 1, values })),
    )
  }
  await settleDates(tx, municipality)
}

/** The versions and the links of entries that were just written. */
async function keepVersions(
  tx: Tx,
  { municipality, register, by }: By,
  part: readonly { readonly id: string; readonly version: number; readonly values: Values }[],
): Promise<void> {
  await tx
    .insertInto('entry_version')
    .values(
      part.map(({ id, version, values }) => ({
        municipality,
        entry: id,
        version,
        by,
        way: 'import' as const,
        register_version: register.version,
        values: JSON.stringify(values),
        ended: false,
      })),
    )
    .execute()
  const ids = part.map(({ id }) => id)
  await tx.deleteFrom('entry_link').where('municipality', '=', municipality).where('entry', 'in', ids).execute()
  for (const links of inParts(part.flatMap(({ id, values }) => linksOf(municipality, register, id, values))))
    await tx
      .insertInto('entry_link')
      .values([...links])
      .execute()
}
