/** What a worker takes to do with the national register, of any municipality, and what came of it. */
import { sql, type Transaction } from 'kysely'
import type { Db } from '../../db/connect.ts'
import { claim, finish, giveBack, stillOurs, type Job } from '../../db/jobs.ts'
import type { Tables } from '../../db/tables.ts'
import type { NationalKind, NationalStatus } from '../../vocabulary/algorithm-standard.ts'
import type { National } from './standard.ts'

/** Minutes that we wait at most before we try once more. */
const MOST = 360

type Tx = Transaction<Tables>
export type Due = Job & {
  readonly municipality: string
  /** Undefined: it was dropped meanwhile. */
  readonly act: Act | undefined
}
type Act = {
  readonly entry: string
  readonly kind: NationalKind
  readonly body: National
  /** The number that the national register gave, and how it stood there, as far as we know. */
  readonly lars: string | null
  readonly status: NationalStatus | null
}
/** Thrown when an attempt is no longer ours: another goes on with it. */
export class Overtaken extends Error {}

/** Takes one that was released and waits, of these municipalities only: of others we have no key. */
export async function takeDue(db: Db, worker: string, municipalities: readonly string[]): Promise<Due | undefined> {
  const where = sql`j.kind = 'national' and j.municipality = any(${sql.val(municipalities)}::uuid[])`
  const job = await claim(db, worker, { kind: 'national', only: { where, from: sql`job j` }, aside: setAside })
  return job && toDue(db, job)
}

/** What the job that this process holds is about. */
export async function toDue(db: Db, job: Job): Promise<Due> {
  const municipality = job.municipality!
  const again = lookedAt(job.key)
  if (again !== undefined) return { ...job, municipality, act: await lookOf(db, municipality, again) }
  const act = await db
    .selectFrom('national_act as a')
    .leftJoin('national_state as s', (join) =>
      join.onRef('s.municipality', '=', 'a.municipality').onRef('s.entry', '=', 'a.entry'),
    )
    .select(['a.entry', 'a.kind', 'a.body', 's.lars', 's.status'])
    .where('a.municipality', '=', municipality)
    .where('a.id', '=', job.key)
    .where('a.released_at', 'is not', null)
    .where('a.ended_at', 'is', null)
    .executeTakeFirst()
  return { ...job, municipality, act }
}

/** Before the id of an algorithm, of a look that no person asked for (migration 039). */
const AGAIN = 'again:'
const lookedAt = (key: string): string | undefined => (key.startsWith(AGAIN) ? key.slice(AGAIN.length) : undefined)

/** What is looked at by itself: what we know to be there. */
async function lookOf(db: Db, municipality: string, entry: string): Promise<Act | undefined> {
  const state = await db
    .selectFrom('national_state')
    .select(['lars', 'status'])
    .where('municipality', '=', municipality)
    .where('entry', '=', entry)
    .executeTakeFirst()
  return state && { entry, kind: 'look', body: {}, ...state }
}

/** It could not be had now: what was to be sent stays, and is tried again after `wait` milliseconds or longer. */
export const waitFor = (db: Db, due: Due, said: string, wait: number): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const minutes = Math.ceil(Math.max(Math.min(MOST, 2 ** Math.min(due.attempt, 9)), wait / 60_000))
    if (await giveBack(tx, due, { trouble: said, minutes })) await write(tx, due.key, { said })
  })

/** It was done, or it was not taken and will not be. Nothing is kept when it is another attempt's by now. */
export const endDue = (
  db: Db,
  due: Due,
  outcome: 'done' | 'refused',
  said = '',
  problems: Readonly<Record<string, string>> = {},
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    if (!(await finish(tx, due, outcome === 'done' ? undefined : said))) return
    await write(tx, due.key, { ended_at: sql`now()`, outcome, said, problems: JSON.stringify(problems) })
  })

/** What becomes of one that went wrong by our own fault each time, alone too. */
export const setAside = (tx: Tx, id: string): Promise<void> =>
  write(tx, id, {
    ended_at: sql`now()`,
    outcome: 'failed',
    said: 'Dit ging vier keer mis bij ons. Vraag uw beheerder om naar het verslag van de werker te kijken.',
  })

const write = async (tx: Tx, id: string, change: Readonly<Record<string, unknown>>): Promise<void> => {
  if (lookedAt(id) !== undefined) return
  await tx.updateTable('national_act').set(change).where('id', '=', id).where('ended_at', 'is', null).execute()
}

/** Keeps what the national register holds now. Throws Overtaken when it is another attempt's by now. */
export const keepState = (
  db: Db,
  due: Due,
  { lars, status, held }: { readonly lars: string; readonly status: NationalStatus; readonly held: National },
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    if (!(await stillOurs(tx, due))) throw new Overtaken()
    const seen = { lars, status, held: JSON.stringify(held), seen_at: sql<Date>`now()` }
    await tx
      .insertInto('national_state')
      .values({ municipality: due.municipality, entry: due.act!.entry, ...seen })
      .onConflict((conflict) => conflict.columns(['municipality', 'entry']).doUpdateSet(seen))
      .execute()
  })
