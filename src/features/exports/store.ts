/** Files that take too long to wait for: asked for by a person, made by a worker, kept some days for that person. */
import { sql, type Transaction } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import type { Db } from '../../db/connect.ts'
import { claim, finish, type Job } from '../../db/jobs.ts'
import type { Tables } from '../../db/tables.ts'
import { EXPORTS_KEPT } from '../../vocabulary/retention.ts'

/** Files that one person has at a time. */
export const MOST = 5
/** Bytes of a row: a file is kept in parts. */
const PART = 256 * 1024
/** Bytes of a file that is kept. */
export const LARGEST = 64 * 1024 * 1024

export type Export = {
  readonly id: string
  readonly title: string
  readonly askedAt: Date
  /** Then it is gone. */
  readonly until: Date
  readonly endedAt: Date | null
  readonly size: number | null
  /** Why there is no file, as a sentence. */
  readonly problem: string | null
  /** A worker makes it now. */
  readonly busy: boolean
  readonly progress: string | null
  /** Why it waits, when something went wrong before. */
  readonly trouble: string | null
}

const until = sql<Date>`e.asked_at + ${EXPORTS_KEPT}::interval`

const mine = (tx: Tx, municipality: string, person: string) =>
  tx
    .selectFrom('export as e')
    .where('e.municipality', '=', municipality)
    .where('e.by', '=', person)
    .where(until, '>', sql<Date>`now()`)

/** The files of this person that are kept or in the making, newest first. */
export const exportsOf = (tx: Tx, municipality: string, person: string): Promise<Export[]> =>
  mine(tx, municipality, person)
    .leftJoin('job as j', (join) =>
      join
        .onRef('j.municipality', '=', 'e.municipality')
        .on('j.kind', '=', 'export')
        .on('j.key', '=', sql<string>`e.id::text`),
    )
    .select(['e.id', 'e.title', 'e.asked_at as askedAt', until.as('until'), 'e.ended_at as endedAt', 'e.size'])
    .select(['e.problem', sql<boolean>`coalesce(j.state = 'active', false)`.as('busy'), 'j.progress', 'j.trouble'])
    .orderBy('e.asked_at', 'desc')
    .limit(MOST)
    .execute()

/**
 * Asks for the file at a path of the desk, as this person; what is in the making already is not asked for again;
 * 'full': there are as many as one may have.
 */
export async function askExport(
  tx: Tx,
  municipality: string,
  person: string,
  { path, title }: { readonly path: string; readonly title: string },
): Promise<'asked' | 'already' | 'full'> {
  const there = await mine(tx, municipality, person).select(['e.path', 'e.ended_at']).execute()
  if (there.some((each) => each.path === path && each.ended_at === null)) return 'already'
  if (there.length >= MOST) return 'full'
  await tx
    .insertInto('export')
    .values({ municipality, id: uuid(), by: person, path, title: title.slice(0, 200) })
    .execute()
  return 'asked'
}

export type Made = { readonly name: string; readonly media: string; readonly body: Uint8Array }

/** The address in this desk of a file of this person, and the file when it is ready; undefined when it is not there. */
export async function fileOf(
  tx: Tx,
  municipality: string,
  person: string,
  id: string,
): Promise<{ readonly path: string; readonly file: Made | undefined } | undefined> {
  const row = await mine(tx, municipality, person)
    .select(['e.path', 'e.name', 'e.media', 'e.size'])
    .where('e.id', '=', id)
    .executeTakeFirst()
  if (!row || row.size === null) return row && { path: row.path, file: undefined }
  const parts = await tx
    .selectFrom('export_part')
    .select('body')
    .where('municipality', '=', municipality)
    .where('export', '=', id)
    .orderBy('no')
    .execute()
  return { path: row.path, file: { name: row.name!, media: row.media!, body: Buffer.concat(parts.map((p) => p.body)) } }
}

/** Takes it away, ready or not: a worker that makes it keeps nothing. Gives its title; undefined when there is none. */
export async function removeExport(tx: Tx, municipality: string, person: string, id: string) {
  const gone = await tx
    .deleteFrom('export')
    .where('municipality', '=', municipality)
    .where('by', '=', person)
    .where('id', '=', id)
    .returning('title')
    .executeTakeFirst()
  return gone?.title
}

export type Due = Job & { readonly municipality: string; readonly by: string; readonly path: string | undefined }

/** Takes one that is to be made, of any municipality. */
export async function takeExport(db: Db, worker: string): Promise<Due | undefined> {
  const job = await claim(db, worker, { kind: 'export', aside: setAside })
  return job && toExport(db, job)
}

/** What the job of a file is to make; without a path it was taken away. */
export async function toExport(db: Db, job: Job): Promise<Due> {
  const row = await db
    .selectFrom('export')
    .select('path')
    .where('municipality', '=', job.municipality!)
    .where('id', '=', job.key)
    .executeTakeFirst()
  return { ...job, municipality: job.municipality!, by: job.by!, path: row?.path }
}

/**
 * Keeps what was made, or why it could not be made, with the end of its job. Nothing is kept when it is another
 * attempt's by now, or was taken away.
 */
export const endExport = (db: Db, due: Due, made: Made | { readonly problem: string }): Promise<void> =>
  db.transaction().execute(async (tx) => {
    if (!(await finish(tx, due, 'problem' in made ? made.problem : undefined))) return
    const outcome =
      'problem' in made ? { problem: made.problem } : { name: made.name, media: made.media, size: made.body.length }
    if (!(await write(tx, due.key, outcome)) || 'problem' in made) return
    for (let no = 0; no * PART < made.body.length; no++)
      await tx
        .insertInto('export_part')
        .values({
          municipality: due.municipality,
          export: due.key,
          no,
          body: Buffer.from(made.body.subarray(no * PART, (no + 1) * PART)),
        })
        .execute()
  })

/** What becomes of one that went wrong each time, alone too. */
export const setAside = async (tx: Transaction<Tables>, id: string): Promise<void> => {
  const problem =
    'Het maken ging vier keer mis bij ons. Vraag het uw beheerder: het staat in het verslag van de werker.'
  await write(tx, id, { problem })
}

type Outcome = { readonly name: string; readonly media: string; readonly size: number } | { readonly problem: string }
async function write(tx: Transaction<Tables>, id: string, outcome: Outcome): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('export')
    .set({ ended_at: sql`now()`, ...outcome })
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
