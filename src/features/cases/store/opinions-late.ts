/** An opinion that is late becomes a task. */
import { sql } from 'kysely'
import type { Tx } from '../../../db/as.ts'
import { openTask } from '../../../db/tasks.ts'
import { addWorkingDays } from '../../../lib/working-days.ts'

/** An opinion that is late: whoever handles the case asks for it. Silence never counts as consent. */
export async function escalate(tx: Tx, municipality: string, today: string): Promise<number> {
  const late = await tx
    .selectFrom('opinion_request as r')
    .innerJoin('case_file as c', (join) =>
      join.onRef('c.municipality', '=', 'r.municipality').onRef('c.id', '=', 'r.case_file'),
    )
    .select(['r.id', 'r.case_file', 'c.title', 'c.handler'])
    .where('r.municipality', '=', municipality)
    .where('r.escalated_at', 'is', null)
    .where('r.due_on', '<', today)
    .where('c.state', '=', 'opinions')
    .whereRef('r.round', '=', 'c.round')
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('opinion as o')
            .select('o.id')
            .whereRef('o.municipality', '=', 'r.municipality')
            .whereRef('o.request', '=', 'r.id'),
        ),
      ),
    )
    .forUpdate('r')
    .skipLocked()
    .execute()
  for (const { id, case_file: file, title, handler } of late) {
    await tx
      .updateTable('opinion_request')
      .set({ escalated_at: sql`now()` })
      .where('municipality', '=', municipality)
      .where('id', '=', id)
      .execute()
    await openTask(tx, municipality, {
      kind: `late.${id}`,
      object: `case/${file}`,
      whom: handler === null ? { role: 'policy-officer' } : { person: handler },
      text: `Een advies over ${title} is te laat: vraag ernaar`,
      path: `/balie/zaken/${file}`,
      dueOn: addWorkingDays(today, 2),
    })
  }
  return late.length
}
