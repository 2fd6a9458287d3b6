/** What happens to reports by itself: others hear of what nobody takes, and who reported is forgotten in time. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { openTask } from '../../db/tasks.ts'
import type { Round } from '../../db/timer.ts'
import { addWorkingDays } from '../../lib/working-days.ts'
import { roleOfReport } from '../../vocabulary/report.ts'
import { FORGET_REPORTERS_AFTER } from '../../vocabulary/retention.ts'
import { markOf } from './rules.ts'

/** Working days before the last one at which others that may answer hear of it too. */
const SOON = 2
/** Who hears of it then, beside the role on whose list it stands. */
const OTHERS = ['policy-officer', 'account-manager', 'publisher'] as const

/** Puts what nobody took and is nearly late on the lists of others that may answer. Gives how many are new there. */
export async function escalate(tx: Tx, { municipality, today }: Round): Promise<number> {
  const rows = await tx
    .selectFrom('report')
    .select(['id', 'path', 'title', 'due_on as dueOn'])
    .where('municipality', '=', municipality.id)
    .where('state', '=', 'open')
    .where('closed_at', 'is', null)
    .where('handler', 'is', null)
    .where('due_on', '<=', addWorkingDays(today, SOON))
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('task')
            .select('task.id')
            .whereRef('task.municipality', '=', 'report.municipality')
            .where('task.kind', '=', 'report-late')
            .where('task.object', '=', sql<string>`'report/' || report.id`)
            .where('task.done_at', 'is', null),
        ),
      ),
    )
    .limit(500)
    .execute()
  for (const { id, path, title, dueOn } of rows)
    for (const role of OTHERS.filter((each) => each !== roleOfReport(path)))
      await openTask(tx, municipality.id, {
        kind: 'report-late',
        object: `report/${id}`,
        whom: { role },
        text: `Niemand pakte melding ${markOf(id)} over ${title} op`,
        path: `/balie/meldingen/${id}`,
        dueOn,
      })
  return rows.length
}

/** Takes away name and address of who reported what was answered long enough ago. Gives how many. */
export async function forgetReporters(tx: Tx, municipality: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('report')
    .set({ name: '', email: '' })
    .where('municipality', '=', municipality)
    .where('closed_at', '<', sql<Date>`now() - ${FORGET_REPORTERS_AFTER}::interval`)
    .where((where) => where.or([where('name', '<>', ''), where('email', '<>', '')]))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
