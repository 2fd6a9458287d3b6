/** Mail about a task that is nearly due, or was. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { contactOf } from '../../db/contact.ts'
import { queueMessage } from '../../db/messages.ts'
import { addWorkingDays } from '../../lib/working-days.ts'
import type { Round } from '../../db/timer.ts'
import { reminder } from './letters.ts'

/** Reminds once when a task is due within two working days, and once when it is late. */
export async function remind(tx: Tx, { municipality, today, origin }: Round): Promise<number> {
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
      ...reminder({ name, text, dueOn: dueOn!, late, url: origin + path, city: municipality.name, contact }),
    })
  }
  return rows.length
}
