/** What a worker takes to do with the national register, of any municipality, and what came of it. */
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import type { NationalKind, NationalStatus } from '../../vocabulary/algorithm-standard.ts'
import type { National } from './standard.ts'

/** Minutes after which one without an end is done again: its worker is gone. */
const AGAIN = 5
/** Minutes that we wait at most before we try once more. */
const MOST = 360

export type Due = {
  readonly municipality: string
  readonly id: string
  readonly entry: string
  readonly kind: NationalKind
  readonly body: National
  readonly tries: number
  /** The number that the national register gave, as far as we know. */
  readonly lars: string | null
}

/** Takes one that was released and waits, of these municipalities only: of others we have no key. */
export async function takeDue(db: Db, municipalities: readonly string[]): Promise<Due | undefined> {
  const { rows } = await sql<Due>`update national_act a set started_at = now(), tries = a.tries + 1,
      try_after = now() + make_interval(mins => ${AGAIN})
    from (select municipality, id from national_act where ended_at is null and released_at is not null
      and municipality = any(${sql.val(municipalities)}::uuid[]) and (try_after is null or try_after < now())
      order by at limit 1 for update skip locked) due
    where a.municipality = due.municipality and a.id = due.id
    returning a.municipality, a.id, a.entry, a.kind, a.body, a.tries,
      (select s.lars from national_state s
        where s.municipality = a.municipality and s.entry = a.entry) as lars`.execute(db)
  return rows[0]
}

/** It could not be had now: what was to be sent stays, and is tried again after `wait` milliseconds or longer. */
export async function waitFor(db: Db, due: Due, said: string, wait: number): Promise<void> {
  const minutes = Math.max(Math.min(MOST, 2 ** Math.min(due.tries, 9)), wait / 60_000)
  await of(db, due)
    .set({ said, started_at: null, try_after: sql`now() + make_interval(secs => ${minutes * 60})` })
    .execute()
}

/** Gives back what was stopped half-way: another takes it at once. */
export const leaveDue = (db: Db, due: Due): Promise<unknown> =>
  of(db, due)
    .set({ started_at: null, try_after: null, tries: due.tries - 1 })
    .execute()

/** It was done, or it was not taken and will not be. */
export async function endDue(
  db: Db,
  due: Due,
  outcome: 'done' | 'refused',
  said = '',
  problems: Readonly<Record<string, string>> = {},
): Promise<void> {
  await of(db, due)
    .set({ ended_at: sql`now()`, outcome, said, problems: JSON.stringify(problems) })
    .execute()
}

const of = (db: Db, { municipality, id }: Due) =>
  db
    .updateTable('national_act')
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('ended_at', 'is', null)

/** Keeps what the national register holds now. */
export async function keepState(
  db: Db,
  { municipality, entry }: Due,
  { lars, status, held }: { readonly lars: string; readonly status: NationalStatus; readonly held: National },
): Promise<void> {
  const seen = { lars, status, held: JSON.stringify(held), seen_at: sql<Date>`now()` }
  await db
    .insertInto('national_state')
    .values({ municipality, entry, ...seen })
    .onConflict((conflict) => conflict.columns(['municipality', 'entry']).doUpdateSet(seen))
    .execute()
}
