/** What happens to requests by itself: reminders, a word before the end, a stop that ends, figures, and forgetting. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { closeTasksThat, openTask } from '../../db/tasks.ts'
import type { Round } from '../../db/timer.ts'
import { daysOn } from '../../lib/months.ts'
import { addWorkingDays } from '../../lib/working-days.ts'
import { spoken } from '../../lib/spoken-number.ts'
import type { Role } from '../../vocabulary/roles.ts'
import { reminders } from './clock.ts'
import type { DeskRequest } from './store.ts'

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

/** Of a task: that it is about this request. */
const aboutIt = (id: string) => sql<boolean>`object = ${`request/${id}`}`

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
      // One reminder at a time: the later one stands in the place of the earlier.
      for (const earlier of which === 'soon' ? ['request-stop', 'request-half'] : ['request-stop'])
        await closeTasksThat(tx, municipality.id, earlier, aboutIt(id), 'itself')
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

/** Working days that who is named for what it is about has a request alone. */
const ALONE = 3

/** Reminds who is named of what they did not take, and puts it on the list of the role beside them. Gives how many. */
export async function passOn(tx: Tx, { municipality, today }: Round): Promise<number> {
  const rows = await running(tx, municipality.id)
    .select('named')
    .where('handler', 'is', null)
    .where('again', '=', 0)
    .where('named', 'is not', null)
    .where(sql<boolean>`not ${wasTold(tx, municipality.id, 'request-named')}`)
    .limit(MOST)
    .execute()
  const waited = rows.filter(({ receivedOn }) => addWorkingDays(receivedOn, ALONE) <= today)
  for (const { id, number, role, named, dueOn } of waited) {
    const about = { object: `request/${id}`, path: `/balie/verzoeken/${id}`, dueOn }
    const text = `Verzoek ${spoken(number)} is nog niet opgepakt`
    await openTask(tx, municipality.id, { ...about, kind: 'request-named', whom: { person: named! }, text })
    await openTask(tx, municipality.id, { ...about, kind: 'request', whom: { role: role as Role }, text })
  }
  return waited.length
}

/** Requests that end within so many days, with the language of who asked, to tell them that it takes its time. */
export const endingSoon = (tx: Tx, municipality: string, today: string, days: number) =>
  tx
    .selectFrom('request')
    .innerJoin('requester', (join) =>
      join.onRef('requester.municipality', '=', 'request.municipality').onRef('requester.id', '=', 'request.requester'),
    )
    .select([
      'request.id',
      'request.requester',
      'request.due_on as dueOn',
      'requester.lang',
      'requester.code_no as codeNo',
    ])
    .where('request.municipality', '=', municipality)
    .where('request.closed_at', 'is', null)
    .where('request.stopped_since', 'is', null)
    .where('request.due_on', '>=', today)
    .where('request.due_on', '<=', daysOn(today, days))
    .orderBy('request.due_on')
    .limit(MOST)
    .execute()

/** Stops that are over, whoever they waited for: the term runs again by itself (Awb 4:15). */
export const overdueStops = (tx: Tx, municipality: string, today: string) =>
  tx
    .selectFrom('request')
    .select([
      'id',
      'kind',
      'number',
      'handler',
      'role',
      'received_on as receivedOn',
      'due_on as dueOn',
      'extended_on as extendedOn',
      'stopped_since as stoppedSince',
      'stopped_until as stoppedUntil',
      'stopped_days as stoppedDays',
      'committee_on as committeeOn',
      'again',
    ])
    .where('municipality', '=', municipality)
    .where('closed_at', 'is', null)
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
    .where('stopped_since', 'is not', null)
    .execute()
  await tx
    .insertInto('request_step')
    .values({ municipality, request: id, no: 1, step: 'resumed', until, by: null })
    .execute()
}

type Stopped = Pick<DeskRequest, 'id' | 'number' | 'handler' | 'role'>
/** Tells who handles it that a stop ends, or ended: the term is theirs again. */
export async function tellOfStop(tx: Tx, municipality: string, request: Stopped, says: string, dueOn: string) {
  await closeTasksThat(tx, municipality, 'request-stop', aboutIt(request.id), 'itself')
  await openTask(tx, municipality, {
    kind: 'request-stop',
    object: `request/${request.id}`,
    whom: request.handler === null ? { role: request.role as Role } : { person: request.handler },
    text: `Verzoek ${spoken(request.number)}: ${says}`,
    path: `/balie/verzoeken/${request.id}`,
    dueOn,
  })
}

/** Stops that end within so many days, and of which nobody was told yet. */
export const endingStops = (tx: Tx, municipality: string, today: string, days: number) =>
  tx
    .selectFrom('request')
    .select(['id', 'number', 'handler', 'role', 'stopped_until as stoppedUntil'])
    .where('municipality', '=', municipality)
    .where('closed_at', 'is', null)
    .where('stopped_until', '>=', today)
    .where('stopped_until', '<=', daysOn(today, days))
    .where(
      sql<boolean>`not exists (select from task t where t.municipality = ${municipality} and t.kind = 'request-stop'
        and t.object = 'request/' || request.id and t.due_on = request.stopped_until)`,
    )
    .limit(MOST)
    .execute()

/** Takes away what is past its day, whole: words, photos, who asked, mail and tasks. Gives how many requests. */
export async function wipeRequests(tx: Tx, municipality: string): Promise<number> {
  const { rows } = await sql<{ gone: number }>`select wall.wipe_requests(${municipality}) as gone`.execute(tx)
  return rows[0]!.gone
}
