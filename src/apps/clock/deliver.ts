/** Sends the mail that waits. */
import { sql } from 'kysely'
import { asClock, type Tx } from '../../db/as.ts'
import type { Db } from '../../db/connect.ts'
import { pathOfObject, withoutLinks } from '../../db/messages.ts'
import { openTask } from '../../db/tasks.ts'
import { type Postman, type Trouble } from '../../model/mail.ts'
import { MailDelayed, MailRefused } from '../mail-answer.ts'

/** Days that a message is tried. */
const GIVE_UP = 7
/** Minutes that a message is nobody else's while it is being sent. */
const SENDING = 10
/** Messages in one round. */
const MOST = 200

/**
 * Sends what waits, one by one. A message is claimed, sent outside any transaction, and then its outcome kept: a slow
 * server holds nothing, and a fall leaves at most that one in doubt. One recipient who cannot be reached keeps nobody
 * else from theirs; a server of ours that does not work ends the round.
 */
export async function deliver(
  db: Db,
  municipality: string,
  postman: Postman,
): Promise<{ sent: number; waiting: number; refused: number }> {
  const done = { sent: 0, waiting: 0, refused: 0 }
  for (let left = MOST; left > 0; left--) {
    const row = await asClock(db, municipality, (tx) => claim(tx, municipality))
    if (!row) break
    const set = (change: Readonly<Record<string, unknown>>) =>
      asClock(db, municipality, (tx) =>
        tx
          .updateTable('message')
          .set(change)
          .where('municipality', '=', municipality)
          .where('id', '=', row.id)
          .execute(),
      )
    if (row.state === 'blocked' || row.state === 'left') {
      await set({ failure: 'deze persoon werkt hier niet meer', trouble: 'left' })
      done.refused++
      continue
    }
    try {
      await postman.send({ to: row.recipient, subject: row.subject, text: row.body })
    } catch (error) {
      const never = error instanceof MailRefused || Date.now() - row.createdAt.getTime() > GIVE_UP * 86_400_000
      const trouble: Trouble =
        error instanceof MailRefused ? error.trouble : error instanceof MailDelayed ? 'later' : 'away'
      const said = String(error instanceof Error ? error.message : error).slice(0, 500)
      await set({
        try_after: sql`now() + ${`${Math.min(120, 2 ** Math.min(row.tries, 7))} minutes`}::interval`,
        trouble,
        said,
        ...(never ? { failure: said, body: withoutLinks } : {}),
      })
      if (never) await asClock(db, municipality, (tx) => tellSender(tx, municipality, row))
      done[never ? 'refused' : 'waiting']++
      if (trouble === 'away') break
      continue
    }
    await set({ sent_at: sql`now()`, trouble: null, said: null, body: withoutLinks })
    done.sent++
  }
  return done
}

type Claimed = NonNullable<Awaited<ReturnType<typeof claim>>>
async function claim(tx: Tx, municipality: string) {
  const next = await tx
    .selectFrom('message')
    .leftJoin('person', (join) =>
      join.onRef('person.municipality', '=', 'message.municipality').onRef('person.id', '=', 'message.person'),
    )
    .select([
      'message.id',
      'recipient',
      'subject',
      'body',
      'object',
      'by',
      'tries',
      'message.created_at as createdAt',
      'person.state',
    ])
    .where('message.municipality', '=', municipality)
    .where('message.digest', '=', false)
    .where('sent_at', 'is', null)
    .where('failure', 'is', null)
    .where((where) => where.or([where('try_after', 'is', null), where('try_after', '<', sql<Date>`now()`)]))
    .orderBy('message.created_at')
    .limit(1)
    .forUpdate('message')
    .skipLocked()
    .executeTakeFirst()
  if (next)
    await tx
      .updateTable('message')
      .set({ tries: next.tries + 1, try_after: sql`now() + make_interval(mins => ${SENDING})` })
      .where('municipality', '=', municipality)
      .where('id', '=', next.id)
      .execute()
  return next
}

/** Whoever caused a message hears that it did not arrive, there where it was made. */
async function tellSender(tx: Tx, municipality: string, { object, by, subject }: Claimed): Promise<void> {
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
