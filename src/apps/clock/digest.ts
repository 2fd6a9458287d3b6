/** One message a day for who asked for that. */
import { sql } from 'kysely'
import { asClock } from '../../db/as.ts'
import type { Db } from '../../db/connect.ts'
import { contactOf } from '../../db/contact.ts'
import { queueMessage } from '../../db/messages.ts'
import { isWorkingDay } from '../../lib/working-days.ts'
import { sentFor } from '../../web/letter.ts'

/** Puts what waits for somebody's daily message into one, once per working day. */
export async function digest(
  db: Db,
  municipality: { readonly id: string; readonly name: string },
  today: string,
  origin: string,
): Promise<void> {
  if (!isWorkingDay(today)) return
  await asClock(db, municipality.id, async (tx) => {
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
        subject:
          waiting.length === 1
            ? `Leidraad: ${waiting[0]!.subject.replace(/^./u, (sign) => sign.toLowerCase())}`
            : `Leidraad: ${waiting.length} berichten voor u`,
        body: [
          'Goedemorgen,',
          `Dit speelt er voor u:\n${waiting.map(({ subject }) => `- ${subject}`).join('\n')}`,
          `Alles staat op ${origin}/balie`,
          sentFor(municipality.name, await contactOf(tx, municipality.id)),
        ].join('\n\n'),
      })
      if (queued)
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
  })
}
