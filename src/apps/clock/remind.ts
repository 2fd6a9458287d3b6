/** Mail about a task that is nearly due, or was. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { queueMessage } from '../../db/messages.ts'
import { addWorkingDays } from '../../lib/working-days.ts'

/** Reminds once when a task is due within two working days, and once when it is late. */
export async function remind(tx: Tx, municipality: string, today: string, origin: string): Promise<number> {
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
    .where('task.municipality', '=', municipality)
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
  for (const { id, text, path, dueOn, person, email, name, digest: daily } of rows) {
    const late = dueOn! < today
    await queueMessage(tx, municipality, {
      recipient: email,
      person,
      kind: 'reminder',
      digest: daily,
      key: `reminder/${id}${late ? '/late' : '/soon'}`,
      subject: `${late ? 'Te laat' : 'Bijna aan de beurt'}: ${text}`,
      body:
        `Beste ${name},\n\n${text}.\n${late ? 'Dit had klaar moeten zijn op' : 'Graag uiterlijk'} ` +
        `${dueOn!.split('-').reverse().join('-')}.\n\n${origin}${path}\n`,
    })
  }
  return rows.length
}
