/** The list of a register: searched, narrowed and sorted in the database, whatever the register. */
import { sql } from 'kysely'
import type { Tx } from '../db/as.ts'
import { containing } from '../db/like.ts'
import type { Entry, Field, Register } from '../model/register.ts'
import { COLUMNS } from './store.ts'

/** What the list was asked for. `filters`: an answer by the id of its field. */
export type Asked = {
  readonly q: string
  readonly filters: Readonly<Record<string, string>>
  /** Id of a field of the list; empty: by title. */
  readonly sort: string
  readonly descending: boolean
  /** From 1. */
  readonly page: number
  readonly ended: boolean
}

/** How many stand on a page of a list. */
export const SIZE = 50

/** A page of the list and one more if there is a next. Cost: one pass over the municipality's rows of the register. */
export async function listEntries(
  tx: Tx,
  municipality: string,
  register: Register,
  asked: Asked,
  size = SIZE,
): Promise<readonly Entry[]> {
  const sorted = register.fields.find(({ id, role }) => id === asked.sort && role !== 'title')
  const way = asked.descending ? 'desc' : 'asc'
  return tx
    .selectFrom('entry')
    .select(COLUMNS)
    .where('municipality', '=', municipality)
    .where('register', '=', register.id)
    .where('ended_at', asked.ended ? 'is not' : 'is', null)
    .$if(asked.q !== '', (query) =>
      query.where((has) =>
        has.or([
          has('search', 'like', containing(asked.q.toLowerCase())),
          ...(/^\d{1,9}$/.test(asked.q) ? [has('no', '=', Number(asked.q))] : []),
        ]),
      ),
    )
    .$call((query) =>
      Object.entries(asked.filters).reduce(
        (all, [id, answer]) =>
          all.where(sql<boolean>`values->${id} @> ${JSON.stringify(answerOf(register, id, answer))}::jsonb`),
        query,
      ),
    )
    .$if(sorted !== undefined, (query) => query.orderBy(sql`${orderOf(sorted!)} ${sql.raw(way)} nulls last`))
    .orderBy(sql`lower(title)`, sorted === undefined ? way : 'asc')
    .orderBy('no')
    .limit(size + 1)
    .offset((asked.page - 1) * size)
    .execute()
}

const answerOf = (register: Register, id: string, answer: string): unknown =>
  register.fields.find((field) => field.id === id)?.kind === 'yes-no' ? answer === 'ja' : answer

/** Numbers by size, choices as the file has them, the rest by its words. */
function orderOf({ id, kind, options }: Field) {
  if (kind === 'number' || kind === 'amount')
    return sql`case when jsonb_typeof(values->${id}) = 'number' then (values->>${id})::numeric end`
  if (kind === 'choice')
    return sql`array_position(${sql.val(options.map((option) => option.id))}::text[], values->>${id})`
  return kind === 'place' ? sql`lower(values->${id}->>'label')` : sql`lower(values->>${id})`
}

/** How many entries each register has that are kept up, by its id. */
export async function countEntries(tx: Tx, municipality: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('entry')
    .select(['register', sql<number>`count(*)::int`.as('count')])
    .where('municipality', '=', municipality)
    .where('ended_at', 'is', null)
    .groupBy('register')
    .execute()
  return new Map(rows.map(({ register, count }) => [register, count]))
}
