/** The list of a register: searched, narrowed and sorted in the database, whatever the register. */
import { sql } from 'kysely'
import type { Tx } from '../db/as.ts'
import { onMap, within, type Within } from '../db/places.ts'
import type { Entry, Register } from '../model/register.ts'
import { findNumbers, isSought, type Sought } from './find-store.ts'
import { COLUMNS } from './store.ts'

/** What the list was asked for. */
export type Asked = Sought & {
  /** From 1. */
  readonly page: number
}

/** How many stand on a page of a list. */
export const SIZE = 50

/** A page of the list, and how many there are in all (see `COUNTED`). */
export async function listEntries(
  tx: Tx,
  municipality: string,
  register: Register,
  asked: Asked,
): Promise<{ readonly total: number; readonly entries: readonly Entry[] }> {
  const { total, numbers } = await findNumbers(tx, { schema: 'public', municipality, register }, asked, {
    size: SIZE,
    skip: (asked.page - 1) * SIZE,
  })
  const entries = await tx
    .selectFrom('entry')
    .select(COLUMNS)
    .where('municipality', '=', municipality)
    .where('register', '=', register.id)
    .where(sql<boolean>`no = any(${sql.val(numbers)}::int[])`)
    .execute()
  const byNumber = new Map(entries.map((entry) => [entry.no, entry]))
  return { total, entries: numbers.flatMap((no) => byNumber.get(no) ?? []) }
}

/** Of the same all that have a place within these edges, `most` and one more at most; and how many have none. */
export async function entriesOnMap(
  tx: Tx,
  municipality: string,
  register: Register,
  asked: Asked,
  { field, edges, most }: Within,
) {
  const found = tx
    .selectFrom('entry')
    .where('municipality', '=', municipality)
    .where('register', '=', register.id)
    .where(await isSought(tx, { schema: 'public', municipality, register }, asked))
  const rows = await found
    .select(['id', 'title', 'values'])
    .where(onMap(field))
    .$if(edges !== undefined, (query) => query.where(within(field, edges!)))
    .orderBy('no')
    .limit(most + 1)
    .execute()
  const { none } = await found
    .select(sql<number>`count(*)::int`.as('none'))
    .where(onMap(field, false))
    .executeTakeFirstOrThrow()
  return { rows, none }
}

/** How many entries each of these registers has that are kept up, by its id. */
export async function countEntries(
  tx: Tx,
  municipality: string,
  registers: readonly Register[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('entry_term')
    .select(['register', sql<number>`count(*)::int`.as('count')])
    .where('municipality', '=', municipality)
    .where(sql<boolean>`register = any(${sql.val(registers.map(({ id }) => id))}::text[])`)
    .where('ended', '=', false)
    // A title each.
    .where('field', '=', '')
    .groupBy('register')
    .execute()
  return new Map(rows.map(({ register, count }) => [register, count]))
}
