/** Sources of warnings: kept at the desk, looked at by a worker. */
import { sql, type Kysely } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import type { Db } from '../../db/connect.ts'
import { claim, finish, giveBack, type Job } from '../../db/jobs.ts'
import type { Tables } from '../../db/tables.ts'
import type { RefusedFile } from '../../model/warning.ts'

/** All sources with how the last look went. */
export const feedsIn = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('warning_feed as f')
    .leftJoin('person as p', (join) =>
      join.onRef('p.municipality', '=', 'f.municipality').onRef('p.id', '=', 'f.keeper'),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('job as j')
          .select(['j.state', 'j.progress', 'j.trouble'])
          .whereRef('j.municipality', '=', 'f.municipality')
          .where('j.kind', '=', 'warnings')
          .where('j.key', '=', sql<string>`f.id::text`)
          .orderBy('j.asked_at', 'desc')
          .limit(1)
          .as('j'),
      (join) => join.onTrue(),
    )
    .select(['f.id', 'f.name', 'f.address', 'f.fingerprint', 'f.open', 'f.state', 'f.looked_at as lookedAt', 'f.taken'])
    .select(['f.refused', 'f.failure', 'p.name as keeper', 'j.state as job', 'j.progress', 'j.trouble'])
    .where('f.municipality', '=', municipality)
    .orderBy('f.state', 'desc')
    .orderBy('f.name')
    .limit(100)
    .execute()
export type Feed = Awaited<ReturnType<typeof feedsIn>>[number]

export type NewFeed = Pick<Feed, 'name' | 'address' | 'fingerprint' | 'open'>
/** Adds a source, kept by who is here: to that person goes what it says is RED. */
export async function addFeed(tx: Tx, municipality: string, by: string, feed: NewFeed): Promise<string> {
  const id = uuid()
  await tx
    .insertInto('warning_feed')
    .values({ municipality, id, ...feed, keeper: by, by })
    .execute()
  return id
}

/** Stops looking there, or begins again. */
export const switchFeed = (tx: Tx, municipality: string, id: string, state: 'on' | 'off') =>
  tx
    .updateTable('warning_feed')
    .set({ state })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

/** Asks for a look; false when one waits already. */
export async function askFeed(tx: Tx, municipality: string, id: string): Promise<boolean> {
  const { rows } = await sql<{ asked: boolean }>`select wall.ask_feed(${municipality}, ${id}) as asked`.execute(tx)
  return rows[0]!.asked
}

/** As the clock: of those that nobody looked at for a day. Gives how many. */
export async function askFeedsAgain(tx: Tx, municipality: string): Promise<number> {
  const { rows } = await sql<{ asked: number }>`select wall.ask_feeds_again(${municipality}) as asked`.execute(tx)
  return rows[0]!.asked
}

export type FeedDue = Job & {
  readonly municipality: string
  /** Undefined: it was stopped meanwhile. */
  readonly feed: FeedToLookAt | undefined
}
export type FeedToLookAt = {
  readonly id: string
  readonly address: string
  readonly fingerprint: string
  readonly open: boolean
  readonly readUntil: Date | null
  /** What the last look could not take. */
  readonly refused: readonly RefusedFile[]
}

/** Takes one that waits, of any municipality. */
export async function takeFeed(db: Db, worker: string): Promise<FeedDue | undefined> {
  const job = await claim(db, worker, { kind: 'warnings', aside: setFeedAside })
  return job && toFeed(db, job)
}

/** The source of a job that this process holds. */
export async function toFeed(db: Db, job: Job): Promise<FeedDue> {
  const municipality = job.municipality!
  const feed = await db
    .selectFrom('warning_feed')
    .select(['id', 'address', 'fingerprint', 'open', 'read_until as readUntil', 'refused'])
    .where('municipality', '=', municipality)
    .where('id', '=', job.key)
    .where('state', '=', 'on')
    .executeTakeFirst()
  return { ...job, municipality, feed }
}

export type Looked = {
  readonly taken: number
  readonly refused: readonly RefusedFile[]
  readonly readUntil: Date | null
  /** Why it could not be looked at, in Dutch; empty when it could. */
  readonly failure: string
}
/** Ends one with what came of it; false, and then nothing is kept, when it is another attempt's by now. */
export async function endFeed(tx: Kysely<Tables>, due: FeedDue, looked: Looked): Promise<boolean> {
  if (!(await finish(tx as Tx, due, looked.failure === '' ? undefined : looked.failure))) return false
  await tx
    .updateTable('warning_feed')
    .set({
      looked_at: sql`now()`,
      taken: looked.taken,
      refused: JSON.stringify(looked.refused.slice(0, 50)),
      failure: looked.failure.slice(0, 500),
      ...(looked.readUntil === null ? {} : { read_until: looked.readUntil }),
    })
    .where('municipality', '=', due.municipality)
    .where('id', '=', due.key)
    .execute()
  return true
}

/** Gives one back unfinished, because we stop. */
export const leaveFeed = (db: Db, due: FeedDue): Promise<unknown> => giveBack(db, due, { aside: setFeedAside })

/** What becomes of a look that went wrong by our own fault, each time, alone too. */
export const setFeedAside = async (tx: Kysely<Tables>, id: string): Promise<void> => {
  await tx
    .updateTable('warning_feed')
    .set({ failure: 'het ging vier keer mis bij ons; het staat in het verslag van de werker', looked_at: sql`now()` })
    .where('id', '=', id)
    .execute()
}
