/** What happens to reports by itself: others hear of what nobody takes, and who reported is forgotten in time. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { openTask } from '../../db/tasks.ts'
import type { Round } from '../../db/timer.ts'
import { addWorkingDays } from '../../lib/working-days.ts'
import { FORGET_REPORTERS_AFTER } from '../../vocabulary/retention.ts'
import type { Role } from '../../vocabulary/roles.ts'
import { markOf } from './rules.ts'

/** Working days before the last one at which others that may answer hear of it too. */
const SOON = 2
/** Who hears of it then, beside the role on whose list it stands. */
const OTHERS = ['policy-officer', 'account-manager', 'publisher'] as const

/** Puts what nobody took and is nearly late on the lists of others that may answer. Gives how many are new there. */
export async function escalate(tx: Tx, { municipality, today }: Round): Promise<number> {
  const rows = await tx
    .selectFrom('report')
    .select(['id', 'role', 'title', 'due_on as dueOn'])
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
  for (const { id, role: first, title, dueOn } of rows)
    for (const role of OTHERS.filter((each) => each !== first))
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

/** Working days that who is named for a page has a report alone. */
const ALONE = 3

/** Reminds who is named of what they did not take, and puts it on the list of the role beside them. Gives how many. */
export async function passOn(tx: Tx, { municipality, today }: Round): Promise<number> {
  const rows = await tx
    .selectFrom('report')
    .select(['id', 'role', 'named', 'title', 'due_on as dueOn', sql<string>`day_here(created_at)::text`.as('on')])
    .where('municipality', '=', municipality.id)
    .where('state', '=', 'open')
    .where('closed_at', 'is', null)
    .where('handler', 'is', null)
    .where('named', 'is not', null)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('task')
            .select('task.id')
            .whereRef('task.municipality', '=', 'report.municipality')
            .where('task.kind', '=', 'report-named')
            .where('task.object', '=', sql<string>`'report/' || report.id`),
        ),
      ),
    )
    .orderBy('created_at')
    .limit(500)
    .execute()
  const waited = rows.filter(({ on }) => addWorkingDays(on, ALONE) <= today)
  for (const { id, role, named, title, dueOn } of waited) {
    const about = { object: `report/${id}`, path: `/balie/meldingen/${id}`, dueOn }
    const text = `Melding ${markOf(id)} over ${title} is nog niet opgepakt`
    await openTask(tx, municipality.id, { ...about, kind: 'report-named', whom: { person: named! }, text })
    await openTask(tx, municipality.id, { ...about, kind: 'report', whom: { role: role as Role }, text })
  }
  return waited.length
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
