/** One message a day for who asked for that. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { contactOf } from '../../db/contact.ts'
import { queueMessage } from '../../db/messages.ts'
import { isWorkingDay } from '../../lib/working-days.ts'
import type { Round } from '../../db/timer.ts'
import { daily } from './letters.ts'

/** Puts what waits for somebody's daily message into one, once per working day. Gives how many of those there are. */
export async function digest(tx: Tx, { municipality, today, origin }: Round): Promise<number> {
  if (!isWorkingDay(today)) return 0
  let count = 0
  const rows = await tx
    .selectFrom('message')
    .select(['id', 'person', 'recipient', 'subject'])
    .where('municipality', '=', municipality.id)
    .where('digest', '=', true)
    .where('sent_at', 'is', null)
    .orderBy('created_at')
    .limit(2_000)
    .forUpdate()
    .skipLocked()
    .execute()
  for (const [recipient, waiting] of Map.groupBy(rows, (row) => row.recipient)) {
    const already = await tx
      .selectFrom('message')
      .select('id')
      .where('municipality', '=', municipality.id)
      .where('key', '=', `digest/${recipient}/${today}`)
      .executeTakeFirst()
    if (already) continue
    const queued = await queueMessage(tx, municipality.id, {
      recipient,
      person: waiting[0]!.person,
      kind: 'digest',
      key: `digest/${recipient}/${today}`,
      ...daily({
        subjects: waiting.map(({ subject }) => subject),
        origin,
        city: municipality.name,
        contact: await contactOf(tx, municipality.id),
      }),
    })
    if (!queued) continue
    count++
    await tx
      .updateTable('message')
      .set({ sent_at: sql`now()` })
      .where('municipality', '=', municipality.id)
      .where(
        'id',
        'in',
        waiting.map(({ id }) => id),
      )
      .execute()
  }
  return count
}
