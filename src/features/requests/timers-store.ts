/** What happens to requests by itself: reminders, a word before the end, a stop that ends, figures, and forgetting. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { openTask } from '../../db/tasks.ts'
import type { Round } from '../../db/timer.ts'
import { daysOn } from '../../lib/months.ts'
import { spoken } from '../../lib/spoken-number.ts'
import type { RequestFigure, RequestKind } from '../../model/request.ts'
import type { Role } from '../../vocabulary/roles.ts'
import { reminders } from './clock.ts'
import type { Answered } from './figures.ts'

/** Rows that one round takes: what is left waits for the next. */
const MOST = 500

/** Open requests of which the term runs, the nearest end first. */
const running = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('request')
    .select(['id', 'number', 'role', 'handler', 'received_on as receivedOn', 'due_on as dueOn'])
    .where('municipality', '=', municipality)
    .where('closed_at', 'is', null)
    .where('stopped_since', 'is', null)
    .orderBy('due_on')

/** Whether a task of this kind was there before, done or not: each reminder comes once. */
const wasTold = (tx: Tx, municipality: string, kind: string) =>
  sql<boolean>`exists (select from task t where t.municipality = ${municipality} and t.kind = ${kind}
    and t.object = 'request/' || request.id)`

/**
 * Reminds at half of the term and at three quarters. Nobody took it by three quarters: policy officers hear of it too.
 * Gives how many reminders.
 */
export async function remind(tx: Tx, { municipality, today }: Round): Promise<number> {
  let told = 0
  for (const [kind, which] of [
    ['request-half', 'half'],
    ['request-soon', 'soon'],
  ] as const) {
    const rows = await running(tx, municipality.id)
      .where(sql<boolean>`not ${wasTold(tx, municipality.id, kind)}`)
      .where(
        sql<boolean>`received_on + ((due_on - received_on) * ${which === 'half' ? 2 : 3}::int / 4) <= ${today}::date`,
      )
      .limit(MOST)
      .execute()
    for (const { id, number, handler, role, receivedOn, dueOn } of rows) {
      if (today < reminders(receivedOn, dueOn)[which]) continue
      const share = which === 'half' ? 'de helft' : 'driekwart'
      await openTask(tx, municipality.id, {
        kind,
        object: `request/${id}`,
        whom: handler === null ? { role: role as Role } : { person: handler },
        text: `Van verzoek ${spoken(number)} is ${share} van de termijn om`,
        path: `/balie/verzoeken/${id}`,
        dueOn,
      })
      if (handler === null && which === 'soon')
        await openTask(tx, municipality.id, {
          kind: 'request-late',
          object: `request/${id}`,
          whom: { role: 'policy-officer' },
          text: `Niemand pakte verzoek ${spoken(number)} op`,
          path: `/balie/verzoeken/${id}`,
          dueOn,
        })
      told++
    }
  }
  return told
}

/** Requests that end within so many days, with the language of who asked, to tell them that it takes its time. */
export const endingSoon = (tx: Tx, municipality: string, today: string, days: number) =>
  tx
    .selectFrom('request')
    .innerJoin('requester', (join) =>
      join.onRef('requester.municipality', '=', 'request.municipality').onRef('requester.id', '=', 'request.requester'),
    )
    .select(['request.id', 'request.requester', 'request.due_on as dueOn', 'requester.lang'])
    .where('request.municipality', '=', municipality)
    .where('request.closed_at', 'is', null)
    .where('request.stopped_since', 'is', null)
    .where('request.due_on', '>=', today)
    .where('request.due_on', '<=', daysOn(today, days))
    .orderBy('request.due_on')
    .limit(MOST)
    .execute()

/** Stops that waited for a resident and are over: the term runs again by itself (Awb 4:15 lid 1). */
export const overdueStops = (tx: Tx, municipality: string, today: string) =>
  tx
    .selectFrom('request')
    .select([
      'id',
      'kind',
      'received_on as receivedOn',
      'due_on as dueOn',
      'extended_on as extendedOn',
      'stopped_since as stoppedSince',
      'stopped_until as stoppedUntil',
      'stopped_days as stoppedDays',
      'again',
    ])
    .where('municipality', '=', municipality)
    .where('state', '=', 'waiting')
    .where('stopped_until', '<', today)
    .limit(MOST)
    .execute()

/** Lets one of those run again, with when it ends now. */
export async function runAgain(
  tx: Tx,
  municipality: string,
  id: string,
  { due, stopped, until }: { readonly due: string; readonly stopped: number; readonly until: string },
): Promise<void> {
  await tx
    .updateTable('request')
    .set({
      state: 'handled',
      stopped_since: null,
      stopped_until: null,
      stopped_by: '',
      stopped_days: stopped,
      due_on: due,
    })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
  await tx
    .insertInto('request_step')
    .values({ municipality, request: id, no: 1, step: 'resumed', until, by: null })
    .execute()
}

/** Takes away what is past its day, whole: words, photos, who asked, mail and tasks. Gives how many requests. */
export async function wipeRequests(tx: Tx, municipality: string): Promise<number> {
  const { rows } = await sql<{ gone: number }>`select wall.wipe_requests(${municipality}) as gone`.execute(tx)
  return rows[0]!.gone
}

/** Whether there are figures of this half year. */
export const hasFigures = async (tx: Tx, municipality: string, period: string): Promise<boolean> =>
  (await tx
    .selectFrom('published.request_figure')
    .select('period')
    .where('municipality', '=', municipality)
    .where('period', '=', period)
    .limit(1)
    .executeTakeFirst()) !== undefined

/** What came in and what was answered from one day to another (the last not included), also of what was wiped. */
export async function countedBetween(tx: Tx, municipality: string, from: string, until: string) {
  const { rows: received } = await sql<{ kind: string; count: number }>`
    select kind, count(*)::int as count from request
    where municipality = ${municipality} and received_on >= ${from}::date and received_on < ${until}::date
    group by kind`.execute(tx)
  const { rows: answered } = await sql<Answered>`
    select kind, greatest((closed_at at time zone 'Europe/Amsterdam')::date - received_on - stopped_days, 0) as days,
      (closed_at at time zone 'Europe/Amsterdam')::date <= due_on as "inTerm", outcome, again > 0 as again
    from request where municipality = ${municipality}
      and (closed_at at time zone 'Europe/Amsterdam')::date >= ${from}::date
      and (closed_at at time zone 'Europe/Amsterdam')::date < ${until}::date
    union all
    select kind, days, in_term, outcome, again from request_stub where municipality = ${municipality}
      and month >= ${from.slice(0, 7)} and month < ${until.slice(0, 7)}`.execute(tx)
  return { received: Object.fromEntries(received.map(({ kind, count }) => [kind, count])), answered }
}

/** Keeps the figures of a half year, once. */
export async function keepFigures(tx: Tx, municipality: string, period: string, figures: readonly RequestFigure[]) {
  await tx
    .insertInto('published.request_figure')
    .values(figures.map(({ kind, measure, value }) => ({ municipality, period, kind, measure, value })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The kinds of which there ever was a request: a kind that left the files keeps its place in the figures. */
export const kindsSeen = async (tx: Tx, municipality: string, kinds: readonly RequestKind[]): Promise<string[]> => {
  const { rows } = await sql<{ kind: string }>`
    select kind from request where municipality = ${municipality}
    union select kind from request_stub where municipality = ${municipality}`.execute(tx)
  return [...new Set([...kinds.map(({ id }) => id), ...rows.map(({ kind }) => kind)])]
}

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
          'weakness.state',
          'weakness.told_on as toldOn',
          'weakness.answered_on as answeredOn',
          'weakness.fix_by as fixBy',
        ])
        .where('request.municipality', '=', municipality)
        .where('request.kind', 'in', kinds)
        .where('request.closed_at', 'is', null)
        .where('request.stopped_since', 'is', null)
        .orderBy('request.received_on')
        .limit(MOST)
        .execute()

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
