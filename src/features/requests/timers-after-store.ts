/** What happens by itself to requests that are over, or late: whoever handles them hears what is theirs to do. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { closeTasksThat, openTask } from '../../db/tasks.ts'
import type { Round } from '../../db/timer.ts'
import { daysOn } from '../../lib/months.ts'
import { spoken } from '../../lib/spoken-number.ts'
import { HELD_BEFORE } from '../../vocabulary/request.ts'
import type { Role } from '../../vocabulary/roles.ts'

/** Rows that one round takes: what is left waits for the next. */
const MOST = 500

type Row = { readonly id: string; readonly number: string; readonly handler: string | null; readonly role: string }
/** Of what a task is and whose, as long as somebody handles it. */
const about = ({ id, handler, role }: Row) => ({
  object: `request/${id}`,
  path: `/balie/verzoeken/${id}`,
  whom: handler === null ? { role: role as Role } : { person: handler },
})

/** Tells who handles it that what waits to be wiped waits no longer: once for each last day. Gives how many. */
export async function holdsEnding(tx: Tx, { municipality: { id: municipality }, today }: Round): Promise<number> {
  const rows = await tx
    .selectFrom('request')
    .select(['id', 'number', 'handler', 'role', 'held_until as heldUntil'])
    .where('municipality', '=', municipality)
    .where('held_until', '>=', today)
    .where('held_until', '<=', daysOn(today, HELD_BEFORE))
    .where(
      sql<boolean>`not exists (select from task t where t.municipality = ${municipality} and t.kind = 'request-hold'
        and t.object = 'request/' || request.id and t.due_on = request.held_until
        and t.person is not distinct from request.handler)`,
    )
    .limit(MOST)
    .execute()
  for (const row of rows) {
    await closeTasksThat(tx, municipality, 'request-hold', sql<boolean>`object = ${`request/${row.id}`}`, 'itself')
    await openTask(tx, municipality, {
      ...about(row),
      kind: 'request-hold',
      text: `Verzoek ${spoken(row.number)} wordt bijna gewist: loopt bezwaar, beroep of klacht nog?`,
      dueOn: row.heldUntil,
    })
  }
  return rows.length
}
