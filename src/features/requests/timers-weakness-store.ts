/** Which reports of weaknesses wait for somebody, and of which a reminder came. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'

/** Rows that one round takes: what is left waits for the next. */
const MOST = 500

/** Open reports of weaknesses of which the term runs, with how far they are; the oldest first. */
export const openWeaknesses = (tx: Tx, municipality: string, kinds: readonly string[]) =>
  kinds.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('request')
        .leftJoin('weakness', (join) =>
          join.onRef('weakness.municipality', '=', 'request.municipality').onRef('weakness.request', '=', 'request.id'),
        )
        .select([
          'request.id',
          'request.number',
          'request.handler',
          'request.role',
          'request.received_on as receivedOn',
          'request.again',
          'weakness.state',
          'weakness.told_on as toldOn',
          'weakness.answered_on as answeredOn',
          'weakness.fix_by as fixBy',
          'weakness.fixed_on as fixedOn',
        ])
        .where('request.municipality', '=', municipality)
        .where('request.kind', 'in', kinds)
        .where('request.closed_at', 'is', null)
        .where('request.stopped_since', 'is', null)
        .orderBy('request.received_on')
        .limit(MOST)
        .execute()

/** Keeps the day on which something is asked first, by which lists and the task of the request are in order. */
export const sayNext = (tx: Tx, municipality: string, request: string, on: string | undefined) =>
  sql`select wall.next_of_request(${municipality}, ${request}, ${on ?? null}::date)`.execute(tx)

type Reminder = { readonly kind: string; readonly request: string; readonly dueOn: string }
/** Whether there was a task of this kind for this day before, done or not. */
export const wasReminded = async (tx: Tx, municipality: string, { kind, request, dueOn }: Reminder): Promise<boolean> =>
  (await tx
    .selectFrom('task')
    .select('id')
    .where('municipality', '=', municipality)
    .where('kind', '=', kind)
    .where('object', '=', `request/${request}`)
    .where('due_on', '=', dueOn)
    .limit(1)
    .executeTakeFirst()) !== undefined

/** Of a task of one kind: it asks for something of this report that is done, or that now has the day `dueOn`. */
export const isOutdated = (request: string, dueOn: string | undefined) =>
  sql<boolean>`object = ${`request/${request}`} and due_on is distinct from ${dueOn ?? null}::date`
