/** What of a hack event happens by itself: who keeps it is asked for consents and repairs; who signed is wiped. */
import { sql } from 'kysely'
import type { Tx } from '../../../db/as.ts'
import { closeTasksThat, openTask } from '../../../db/tasks.ts'
import type { Round } from '../../../db/timer.ts'
import { daysAfter } from '../../../lib/iso-date.ts'
import {
  CONSENT_ASKED_BEFORE,
  FOLLOW_UP_DAYS,
  FORGET_SIGNERS_AFTER_DAYS,
  FORGET_STOP_AFTER_DAYS,
  HACK_RULES_VERSION,
} from '../../../vocabulary/hack.ts'

const events = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('event as k')
    .select(['k.id', 'k.title', 'k.starts_on as startsOn', 'k.ends_on as endsOn'])
    .where('k.municipality', '=', municipality)
    .where('k.kind', '=', 'hack')
    .where('k.state', '=', 'placed')
    .limit(200)
const once = (kind: string, mark: string) =>
  sql<boolean>`not exists (select from task t where t.municipality = k.municipality and t.kind = ${kind}
    and t.object = 'hack/' || k.id || ${mark})`
/** A report has days of its own: what is asked for of the event is what they passed by. */
const untested = (today: string) => sql<boolean>`exists (select from hack_finding f
  where f.municipality = k.municipality and f.event = k.id and (f.state in ('received', 'fixed')
    or f.state in ('valid', 'fixing') and coalesce(f.fix_by <= ${today}::date, true)))`
const UNSIGNED = sql<boolean>`exists (select from hack_target t
  where t.municipality = k.municipality and t.event = k.id
    and (t.state = 'asked' or t.state = 'given' and t.rules <> ${HACK_RULES_VERSION}))`

async function ask(
  tx: Tx,
  municipality: string,
  { id }: { readonly id: string },
  task: { readonly kind: 'hack-consent' | 'hack-follow-up'; mark: string; text: string; dueOn: string },
): Promise<void> {
  const { kind, mark, text, dueOn } = task
  const whom = { role: 'security-officer' as const }
  await openTask(tx, municipality, {
    kind,
    object: `hack/${id}${mark}`,
    whom,
    text: text.slice(0, 300),
    path: `/balie/evenementen/${id}/hack`,
    dueOn,
  })
}

/** Two weeks before it, whoever keeps it is asked once about the suppliers that did not answer. */
async function askConsents(tx: Tx, municipality: string, today: string): Promise<number> {
  const rows = await events(tx, municipality)
    .where('k.starts_on', '>=', today)
    .where('k.starts_on', '<=', daysAfter(today, CONSENT_ASKED_BEFORE))
    .where(UNSIGNED)
    .where(once('hack-consent', ''))
    .execute()
  for (const row of rows)
    await ask(tx, municipality, row, {
      kind: 'hack-consent',
      mark: '',
      text: `Nog niet elke leverancier gaf toestemming: ${row.title}`,
      dueOn: daysAfter(row.startsOn, -1),
    })
  return rows.length
}

/** After thirty, sixty and ninety days, as long as a report is not as far as it said; of days that passed the last. */
async function askRepairs(tx: Tx, municipality: string, today: string): Promise<number> {
  let asked = 0
  for (const [at, days] of FOLLOW_UP_DAYS.entries()) {
    const next = FOLLOW_UP_DAYS[at + 1] ?? days + 30
    const rows = await events(tx, municipality)
      .where('k.ends_on', '<=', daysAfter(today, -days))
      .where('k.ends_on', '>', daysAfter(today, -next))
      .where(untested(today))
      .where(once('hack-follow-up', `/${days}`))
      .execute()
    for (const row of rows)
      await ask(tx, municipality, row, {
        kind: 'hack-follow-up',
        mark: `/${days}`,
        text: `${days} dagen na ${row.title}: kijk na wat is hersteld`,
        dueOn: daysAfter(row.endsOn, days + 7),
      })
    asked += rows.length
  }
  return asked
}

/** Asks, and takes away what is no longer to be done. Gives how many. */
export async function followHacks(tx: Tx, { municipality: { id }, today }: Round): Promise<number> {
  const asked = (await askConsents(tx, id, today)) + (await askRepairs(tx, id, today))
  const none = (which: typeof UNSIGNED) =>
    sql<boolean>`exists (select from event k where k.municipality = task.municipality
      and task.object like 'hack/' || k.id || '%' and not ${which})`
  const closed =
    (await closeTasksThat(tx, id, 'hack-consent', none(UNSIGNED), 'itself')) +
    (await closeTasksThat(tx, id, 'hack-follow-up', none(untested(today)), 'itself'))
  return asked + closed
}

/** The stop phone and whose it was go ninety days after, who signed for a supplier two years. Gives how many. */
export async function forgetSigners(tx: Tx, municipality: string): Promise<number> {
  const { rows } = await sql<{ gone: number }>`
    select wall.forget_signers(${municipality}::uuid, ${FORGET_SIGNERS_AFTER_DAYS},
      ${FORGET_STOP_AFTER_DAYS}) as gone`.execute(tx)
  return rows[0]!.gone
}
