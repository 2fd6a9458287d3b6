/** Mail about a task that is nearly due, or was. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { contactOf } from '../../db/contact.ts'
import { queueMessage } from '../../db/messages.ts'
import { addWorkingDays } from '../../lib/working-days.ts'
import { asPhrase, sentFor } from '../../web/letter.ts'
import { day } from '../../web/language.ts'

/** Reminds once when a task is due within two working days, and once when it is late. */
export async function remind(
  tx: Tx,
  municipality: { readonly id: string; readonly name: string },
  today: string,
  origin: string,
): Promise<number> {
  const rows = await tx
    .selectFrom('task')
    .innerJoin('person', (join) =>
      join.onRef('person.municipality', '=', 'task.municipality').onRef('person.id', '=', 'task.person'),
    )
    .select([
      'task.id',
      'task.text',
      'task.path',
      'task.due_on as dueOn',
      'person.id as person',
      'person.email',
      'person.name',
      'person.digest',
    ])
    .where('task.municipality', '=', municipality.id)
    .where('task.done_at', 'is', null)
    .where('person.state', '=', 'active')
    .where('task.due_on', '<=', addWorkingDays(today, 2))
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('message')
            .select('message.id')
            .whereRef('message.municipality', '=', 'task.municipality')
            .where(
              'message.key',
              '=',
              sql<string>`'reminder/' || task.id || case when task.due_on < ${today}::date then '/late' else '/soon'
                end`,
            ),
        ),
      ),
    )
    .limit(500)
    .execute()
  const contact = rows.length === 0 ? { phone: '', email: '' } : await contactOf(tx, municipality.id)
  for (const { id, text, path, dueOn, person, email, name, digest: daily } of rows) {
    const late = dueOn! < today
    await queueMessage(tx, municipality.id, {
      recipient: email,
      person,
      kind: 'reminder',
      digest: daily,
      key: `reminder/${id}${late ? '/late' : '/soon'}`,
      subject: `Herinnering: ${asPhrase(text)}`,
      body: [
        `Beste ${name},`,
        `Op uw lijst staat: ${asPhrase(text)}.`,
        late
          ? `De afgesproken datum was ${day('nl', dueOn!)}. Lukt het niet? Laat weten wanneer wel.`
          : `De afgesproken datum is ${day('nl', dueOn!)}.`,
        `Hier kunt u verder:\n${origin}${path}`,
        sentFor(municipality.name, contact),
      ].join('\n\n'),
    })
  }
  return rows.length
}
