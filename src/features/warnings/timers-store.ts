/** What the clock sees of warnings: that one ends, and never a word of it. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { closeTasksThat, openTask } from '../../db/tasks.ts'
import type { Round } from '../../db/timer.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { tlpName } from '../../vocabulary/tlp.ts'
import { REMIND_BEFORE } from '../../vocabulary/warning.ts'
import { day } from '../../web/language.ts'
import { placeOf } from './send.ts'

/**
 * Asks to renew or end what ends within a week, once for each last day; of what is RED its writer. What is over is
 * asked of nobody any more. Gives how many were asked or closed.
 */
export async function remindOfEnds(tx: Tx, { municipality: { id: municipality }, today }: Round): Promise<number> {
  const rows = await tx
    .selectFrom('warning')
    .select(['id', 'label', 'ends_on as endsOn', 'by'])
    .where('municipality', '=', municipality)
    .where('state', '=', 'sent')
    .where('ends_on', '>=', today)
    .where('ends_on', '<=', daysAfter(today, REMIND_BEFORE))
    .where(
      sql<boolean>`not exists (select from task t where t.municipality = warning.municipality
        and t.kind = 'warning-ends' and t.object = 'warning/' || warning.id and t.due_on = warning.ends_on)`,
    )
    .limit(500)
    .execute()
  for (const { id, label, endsOn, by } of rows)
    await openTask(tx, municipality, {
      kind: 'warning-ends',
      object: `warning/${id}`,
      whom: label === 'RED' && by !== null ? { person: by } : { role: 'security-officer' },
      text: `Een waarschuwing (${tlpName(label)}) eindigt op ${day('nl', endsOn!)}: verleng of beëindig haar`,
      path: placeOf(id),
      dueOn: endsOn,
    })
  const over = sql<boolean>`exists (select from warning w where w.municipality = task.municipality
    and task.object = 'warning/' || w.id and (w.state = 'ended' or (w.state = 'sent' and w.ends_on < ${today}::date)))`
  const closed = await closeTasksThat(tx, municipality, 'warning', over, 'itself')
  const later = sql<boolean>`exists (select from warning w where w.municipality = task.municipality
    and task.object = 'warning/' || w.id and (w.state = 'ended' or w.ends_on <> task.due_on))`
  return rows.length + closed + (await closeTasksThat(tx, municipality, 'warning-ends', later, 'itself'))
}
