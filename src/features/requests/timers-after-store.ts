/** What happens by itself to requests that are over, or late: whoever handles them hears what is theirs to do. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { closeTasksThat, openTask } from '../../db/tasks.ts'
import type { Round } from '../../db/timer.ts'
import { daysOn } from '../../lib/months.ts'
import { spoken } from '../../lib/spoken-number.ts'
import type { RequestKind } from '../../model/request.ts'
import { HELD_BEFORE } from '../../vocabulary/request.ts'
import type { Role } from '../../vocabulary/roles.ts'
import { decideBy, isCounted, owedFor } from './clock.ts'

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
    .where('closed_at', 'is not', null)
    .where(sql<boolean>`wipe_on <= held_until + 1`)
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

/** Of whom somebody wrote that it is late, of whatever came of it as long as a penalty may run or did; undecided. */
const undecided = (tx: Tx, municipality: string, kinds: readonly string[]) =>
  tx
    .selectFrom('request')
    .select([
      'id',
      'number',
      'handler',
      'role',
      'due_on as dueOn',
      'answered_on as answeredOn',
      'answered_due as answeredDue',
      'notice_on as noticeOn',
      sql<string | null>`day_here(closed_at)`.as('closedOn'),
    ])
    .where('municipality', '=', municipality)
    .where('kind', 'in', kinds)
    .where('owed_on', 'is', null)
    .where(sql<boolean>`notice_on > coalesce(answered_due, due_on) and notice_on + 15 <
      coalesce(answered_on, day_here(closed_at), 'infinity')`)
    .orderBy('notice_on')
    .limit(MOST)
    .execute()

/** Tells who handles it until when it is to be decided whether a penalty is owed. Gives of how many. */
export async function toDecide(
  tx: Tx,
  { municipality: { id: municipality }, today }: Round,
  kinds: readonly RequestKind[],
): Promise<number> {
  const paying = kinds.filter(({ penalty }) => penalty.runs).map(({ id }) => id)
  if (paying.length === 0) return 0
  let told = 0
  for (const row of await undecided(tx, municipality, paying)) {
    const owed = owedFor(row, today)
    if (owed === undefined || (owed.days === 0 && isCounted(row, owed))) continue
    const dueOn = decideBy(owed, isCounted(row, owed))
    const its = sql<boolean>`object = ${`request/${row.id}`}`
    await closeTasksThat(
      tx,
      municipality,
      'request-owed',
      sql<boolean>`${its} and (due_on <> ${dueOn}::date or person is distinct from ${row.handler}::uuid)`,
      'itself',
    )
    const text = `Besluit over de dwangsom bij verzoek ${spoken(row.number)}`
    await openTask(tx, municipality, { ...about(row), kind: 'request-owed', text, dueOn })
    told++
  }
  return told
}

/** Open requests of which the last day is past while the term ran, and of which nobody was told yet. */
export const pastDue = (tx: Tx, { municipality: { id: municipality }, today }: Round) =>
  tx
    .selectFrom('request')
    .innerJoin('requester', (join) =>
      join.onRef('requester.municipality', '=', 'request.municipality').onRef('requester.id', '=', 'request.requester'),
    )
    .select([
      'request.id',
      'request.number',
      'request.requester',
      'request.due_on as dueOn',
      'requester.lang',
      'requester.code_no as codeNo',
    ])
    .where('request.municipality', '=', municipality)
    .where('request.closed_at', 'is', null)
    .where('request.stopped_since', 'is', null)
    .where('request.due_on', '<', today)
    .where(
      sql<boolean>`not exists (select from task t where t.municipality = ${municipality} and t.kind = 'request-past'
        and t.object = 'request/' || request.id and t.due_on = request.due_on)`,
    )
    .orderBy('request.due_on')
    .limit(MOST)
    .execute()

/** Puts away what the clock asked about requests that are over, and what waits for who does not handle it any more. */
export async function closeOld(tx: Tx, municipality: string): Promise<void> {
  const over = sql<boolean>`exists (select from request q where q.municipality = ${municipality}
    and task.object = 'request/' || q.id and q.closed_at is not null)`
  await closeTasksThat(tx, municipality, 'request-past', over, 'itself')
  const others = sql<boolean>`exists (select from request q where q.municipality = ${municipality}
    and task.object = 'request/' || q.id and q.handler is not null and task.person <> q.handler)`
  await closeTasksThat(tx, municipality, 'request', others, 'itself')
}

/** Tells policy officers that one was not answered in time: once for each last day, in the place of the one before. */
export async function tellPast(tx: Tx, municipality: string, one: { id: string; number: string; dueOn: string }) {
  const its = sql<boolean>`object = ${`request/${one.id}`}`
  await closeTasksThat(tx, municipality, 'request-past', its, 'itself')
  await openTask(tx, municipality, {
    kind: 'request-past',
    object: `request/${one.id}`,
    path: `/balie/verzoeken/${one.id}`,
    whom: { role: 'policy-officer' },
    text: `Verzoek ${spoken(one.number)} is niet op tijd beantwoord`,
    dueOn: one.dueOn,
  })
}
