/** Sends the mail that waits. */
import { hostname } from 'node:os'
import { sql } from 'kysely'
import { asClock, type Tx } from '../../db/as.ts'
import type { Db } from '../../db/connect.ts'
import { claim, finish, giveBack, keep, type Held, type Job } from '../../db/jobs.ts'
import { pathOfObject, withoutLinks } from '../../db/messages.ts'
import { openTask } from '../../db/tasks.ts'
import { type Postman, type Trouble } from '../../model/mail.ts'
import type { Aside } from '../../db/jobs-lane.ts'
import { lackOf } from '../../lib/lack.ts'
import { holding } from '../holding.ts'
import { LACKING } from '../later.ts'
import { postmanOf } from '../mail.ts'
import { MailDelayed, MailRefused } from '../mail-answer.ts'
import { fault } from '../terminal.ts'

/** Days that a message is tried. */
const GIVE_UP = 7
/** Milliseconds that a process of its own may take for one message. */
const ALONE = 360_000
/** Messages in one round. */
const MOST = 200

/** Does a job in a process of its own, to its end. Throws when that process fell. */
export type Alone = (job: Held, signal: AbortSignal) => Promise<void>

/**
 * Sends what waits, one by one. A message is held, sent outside any transaction, and then its outcome kept: a slow
 * server holds nothing. One recipient who cannot be reached keeps nobody else from theirs; a server of ours that does
 * not work ends the round.
 *
 * At least once: who falls between the answer of the server and keeping it leaves a message that is sent again. Its
 * copy has the same Message-ID, by which a mail program may know it.
 */
export async function deliver(
  db: Db,
  municipality: string,
  postman: Postman,
  alone?: Alone,
): Promise<{ sent: number; waiting: number; refused: number }> {
  const done = { sent: 0, waiting: 0, refused: 0 }
  const worker = `${hostname()}:${process.pid}`
  const aside = (tx: Tx, id: string, why: string) => setAside(tx, municipality, id, why)
  for (let left = MOST; left > 0; left--) {
    const job = await asClock(db, municipality, (tx) => claim(tx, worker, { kind: 'mail', municipality, aside }))
    if (!job) break
    if (job.alone && alone) {
      await sendElsewhere(db, municipality, job, alone, aside)
      continue
    }
    const outcome = await sendOne(db, municipality, postman, job)
    if (outcome === 'away') done.waiting++
    else if (outcome !== undefined) done[outcome]++
    if (outcome === 'away') break
  }
  return done
}

/** Lets a process of its own send the message of a job that this one holds meanwhile. */
async function sendElsewhere(db: Db, municipality: string, job: Job, alone: Alone, aside: Aside): Promise<void> {
  const asUs = <T>(work: (tx: Tx) => Promise<T>) => asClock(db, municipality, work)
  const held = holding(() => asUs((tx) => keep(tx, job, null)), AbortSignal.timeout(ALONE))
  try {
    await alone(job, held.signal)
  } catch (error) {
    fault(`mail ${job.key}:`, error)
    await asUs((tx) => giveBack(tx, job, { fault: 'het versturen ging mis op onze server', aside }))
  } finally {
    held.end()
  }
}

/**
 * Sends the message of a job that this process holds. 'away': a server of ours does not work. Undefined: it is another
 * attempt's by now, or the message is gone. Throws what we lack ourselves; the message then waits, uncounted.
 */
export async function sendOne(
  db: Db,
  municipality: string,
  postman: Postman,
  job: Held & Pick<Job, 'key'>,
): Promise<'sent' | 'waiting' | 'refused' | 'away' | undefined> {
  const asUs = <T>(work: (tx: Tx) => Promise<T>) => asClock(db, municipality, work)
  /** What came of it and that it ended are kept together; an attempt that is late keeps nothing. */
  const end = (failed: string | undefined, change: Change, also?: (tx: Tx) => Promise<void>) =>
    asUs(async (tx) => {
      if (!(await finish(tx, job, failed))) return false
      await keepOutcome(tx, municipality, job.key, change)
      await also?.(tx)
      return true
    })
  const row = await asUs((tx) => read(tx, municipality, job.key))
  if (!row) return void (await asUs((tx) => finish(tx, job)))
  if (row.state === 'blocked' || row.state === 'left') {
    const failure = 'deze persoon werkt hier niet meer'
    return (await end(failure, { failure, trouble: 'left' })) ? 'refused' : undefined
  }
  const held = holding(() => asUs((tx) => keep(tx, job, null)), new AbortController().signal)
  try {
    const { id, recipient: to, subject, body, unsubscribe } = row
    await postman.send({ id, to, subject, text: body, unsubscribe })
  } catch (error) {
    // What we lack ourselves says nothing of the message or of the server: who runs the clock hears it.
    if (lackOf(error) !== undefined) {
      await asUs((tx) => giveBack(tx, job, { trouble: LACKING, minutes: 1 }))
      throw error
    }
    const never = error instanceof MailRefused || Date.now() - row.createdAt.getTime() > GIVE_UP * 86_400_000
    const trouble: Trouble =
      error instanceof MailRefused ? error.trouble : error instanceof MailDelayed ? 'later' : 'away'
    const said = String(error instanceof Error ? error.message : error).slice(0, 500)
    if (never) {
      const change = { trouble, said, failure: said, body: withoutLinks }
      const kept = await end(said, change, (tx) => tellSender(tx, municipality, row))
      return trouble === 'away' ? 'away' : kept ? 'refused' : undefined
    }
    const minutes = Math.min(120, 2 ** Math.min(job.attempt - 1, 7))
    const given = await asUs(async (tx) => {
      const back = await giveBack(tx, job, { trouble: said, minutes })
      if (back) await keepOutcome(tx, municipality, job.key, { trouble, said })
      return back
    })
    return trouble === 'away' ? 'away' : given && 'waiting'
  } finally {
    held.end()
  }
  return (await end(undefined, {
    sent_at: sql`now()`,
    trouble: null,
    said: null,
    body: withoutLinks,
    unsubscribe: null,
  }))
    ? 'sent'
    : undefined
}

/** Sends the message that another process took for this one. */
export async function sendAlone(db: Db, job: Job, postman = postmanOf()): Promise<void> {
  if (postman) await sendOne(db, job.municipality!, postman, job)
}

type Change = Readonly<Record<string, unknown>>
const keepOutcome = (tx: Tx, municipality: string, id: string, change: Change): Promise<unknown> =>
  tx.updateTable('message').set(change).where('municipality', '=', municipality).where('id', '=', id).execute()

type Letter = NonNullable<Awaited<ReturnType<typeof read>>>
/** A message that was not sent yet, and whether its recipient works here. */
const read = (tx: Tx, municipality: string, id: string) =>
  tx
    .selectFrom('message')
    .leftJoin('person', (join) =>
      join.onRef('person.municipality', '=', 'message.municipality').onRef('person.id', '=', 'message.person'),
    )
    .select([
      'message.id',
      'recipient',
      'subject',
      'body',
      'unsubscribe',
      'object',
      'by',
      'message.created_at as createdAt',
      'person.state',
    ])
    .where('message.municipality', '=', municipality)
    .where('message.id', '=', id)
    .where('sent_at', 'is', null)
    .where('failure', 'is', null)
    .executeTakeFirst()

/** Sending it brought us down each time, also when it was sent alone: who caused it hears that it did not arrive. */
async function setAside(tx: Tx, municipality: string, id: string, why: string): Promise<void> {
  const row = await read(tx, municipality, id)
  if (!row) return
  await keepOutcome(tx, municipality, id, { failure: why, trouble: 'ours', said: why, body: withoutLinks })
  await tellSender(tx, municipality, row)
}

/** Whoever caused a message hears that it did not arrive, there where it was made. */
async function tellSender(tx: Tx, municipality: string, { object, by, subject }: Letter): Promise<void> {
  if (by === null || object === null) return
  await openTask(tx, municipality, {
    kind: 'mail',
    object,
    whom: { person: by },
    text: `Kijk naar een e-mail die niet aankwam: “${subject}”`,
    path: pathOfObject(object) ?? '/balie/postvak',
    dueOn: null,
  })
}
