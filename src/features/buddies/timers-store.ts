/** What the clock does with help in need: asks to sign anew, counts, and wipes. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { closeTasksThat, openTask } from '../../db/tasks.ts'
import type { Round } from '../../db/timer.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { RENEW_BEFORE, SILENT_DAYS } from '../../vocabulary/buddy.ts'
import { day } from '../../web/language.ts'
import { incidentFigures, offerFigures, type BuddyFigure, type Counted } from './figures.ts'
import { lineOf, STILL_RUNS } from './letters.ts'
import { PLACE } from './parts.tsx'

/** Asks whoever is called to sign anew before an agreement ends, once for each last day. Gives how many. */
export async function askToRenew(tx: Tx, { municipality: { id: municipality }, today }: Round): Promise<number> {
  const rows = await tx
    .selectFrom('buddy_offer')
    .select(['id', 'person', 'agreed_until as until'])
    .where('municipality', '=', municipality)
    .where('state', '=', 'open')
    .where('agreed_until', '>=', today)
    .where('agreed_until', '<=', daysAfter(today, RENEW_BEFORE))
    .where(
      sql<boolean>`not exists (select from task t where t.municipality = buddy_offer.municipality
        and t.kind = 'buddy-renew' and t.object = 'buddy/' || buddy_offer.id and t.due_on = buddy_offer.agreed_until)`,
    )
    .limit(500)
    .execute()
  for (const { id, person, until } of rows)
    await openTask(tx, municipality, {
      kind: 'buddy-renew',
      object: `buddy/${id}`,
      whom: { person },
      text: `Uw afspraken voor hulp in nood lopen tot en met ${day('nl', until!)}: teken opnieuw of stop`,
      path: `${PLACE}/aanbod/${id}`,
      dueOn: until,
    })
  return rows.length
}

/**
 * Asks whoever asked or took an incident to end it once nobody wrote for weeks, or a role where all of them left.
 * Somebody wrote: it asks no longer. Gives how many are asked.
 */
export async function askToEnd(tx: Tx, { municipality: { id: municipality }, today }: Round): Promise<number> {
  const { rows } = await sql<{ incident: string; person: string | null }>`
    select incident, person from wall.silent_incidents(${municipality}, ${daysAfter(today, -SILENT_DAYS)}::date)
  `.execute(tx)
  for (const { incident, person } of rows)
    await openTask(tx, municipality, {
      kind: 'incident-close',
      object: `incident/${incident}`,
      whom: person === null ? { role: 'security-officer' } : { person },
      text: lineOf(STILL_RUNS),
      // Who has no part in it yet takes it first.
      path: person === null ? PLACE : `${PLACE}/${incident}`,
      dueOn: today,
    })
  const silent = rows.map(({ incident }) => `incident/${incident}`)
  await closeTasksThat(tx, municipality, 'incident-close', sql<boolean>`object <> all(${silent})`, 'itself')
  return rows.length
}

const keep = (tx: Tx, municipality: string, period: string, figures: readonly BuddyFigure[]) =>
  tx
    .insertInto('published.buddy_figure')
    .values(figures.map((each) => ({ ...each, municipality, period })))
    .onConflict((same) => same.doNothing())
    .execute()

async function isKept(tx: Tx, municipality: string, period: string): Promise<boolean> {
  const row = await tx
    .selectFrom('published.buddy_figure')
    .select('measure')
    .where('municipality', '=', municipality)
    .where('period', '=', period)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The half year that ended last: its name, its first day and the day after its last. */
function lastHalf(today: string): readonly [period: string, from: string, until: string] {
  const year = Number(today.slice(0, 4))
  return today.slice(5, 7) <= '06'
    ? [`${year - 1}-H2`, `${year - 1}-07-01`, `${year}-01-01`]
    : [`${year}-H1`, `${year}-01-01`, `${year}-07-01`]
}

/** Counts what is offered, once a month, and what was asked, once a half year is over; never changed after. */
export async function countBuddies(
  tx: Tx,
  {
    municipality: { id: municipality },
    today,
  }: { readonly municipality: { readonly id: string }; readonly today: string },
): Promise<number> {
  let counted = 0
  const month = today.slice(0, 7)
  if (!(await isKept(tx, municipality, month))) {
    const offers = await tx
      .selectFrom('buddy_offer')
      .select('skills')
      .where('municipality', '=', municipality)
      .where('state', '=', 'open')
      .where('agreed_until', '>=', today)
      .execute()
    await keep(tx, municipality, month, offerFigures(offers))
    counted++
  }
  const [period, from, until] = lastHalf(today)
  if (!(await isKept(tx, municipality, period))) {
    const { rows } = await sql<Counted>`select asked, helped, minutes
      from wall.count_incidents(${municipality}, ${from}::date, ${until}::date)`.execute(tx)
    await keep(tx, municipality, period, incidentFigures(rows[0]!))
    counted++
  }
  return counted
}

/** Wipes incidents and offers whose time is over, wherever they stand. Gives how many. */
export async function wipeBuddies(tx: Tx, municipality: string): Promise<number> {
  const { rows } = await sql<{ gone: number }>`select wall.wipe_incidents(${municipality}) as gone`.execute(tx)
  return rows[0]!.gone
}
