/**
 * Puts what the people of the demo did just now at the day of the story. The stores and the walls were asked as on any
 * day; only when it was, is told anew. The trail keeps the day on which the demo was filled: its chain is for ever.
 */
import { sql } from 'kysely'
import type { Tx } from '../db/as.ts'
import type { Db } from '../db/connect.ts'
import { daysAfter } from '../lib/iso-date.ts'
import { todayIn } from '../web/language.ts'

type Dated = {
  /** Moments that are kept as now. */
  readonly at: readonly string[]
  /** Days that are kept as today. */
  readonly on?: readonly string[]
  /** Rows of which a day is today although they are older: those that came to this day with the covenant. */
  readonly rows?: string
  /** Days that lie so far from today as they should from the day of the story; counted from the first moment. */
  readonly from?: readonly string[]
}
type Tables = Readonly<Record<string, Dated>>
/** Badges of who signed; what was seen has days of its own. */
const SIGNED = "kind = 'signed'"
const AT: Dated = { at: ['at'] }
/** What of a covenant says when it was. */
const OF_COVENANTS: Tables = {
  covenant: { at: ['created_at'] },
  covenant_version: { at: ['at', 'changed_at', 'shown_at', 'fixed_at'] },
  covenant_participant: { at: ['at'], on: ['joined_on', 'left_on'], rows: 'true' },
  covenant_step: { at: ['at'], on: ['on'] },
  covenant_comment: { at: ['at', 'answered_at'] },
  covenant_opinion: AT,
  covenant_fixed: { at: ['at'], from: ['sign_by'] },
  covenant_link: { at: ['made_at', 'ends_at', 'ended_at', 'code_at', 'codes_since'] },
  covenant_signature: { at: ['code_at', 'said_at', 'withdrawn_at'] },
  covenant_receipt: AT,
  covenant_notice: AT,
  covenant_meeting: { at: ['at', 'invited_at'] },
  covenant_decision: AT,
  covenant_report: AT,
  covenant_report_offer: AT,
  covenant_release: AT,
  covenant_told: { at: ['told_at', 'objected_at', 'answered_at', 'ended_at'], from: ['until'] },
  covenant_remark: { at: ['created_at', 'answered_at'], from: ['due_on'] },
  covenant_follow: { at: ['created_at', 'confirmed_at', 'asked_at', 'sent_until', 'sent_before', 'ends_at'] },
  noted_finding: AT,
  counted_finding: { at: ['at', 'checked_at'] },
  pledge_verdict: AT,
  pledge_word: AT,
  pledge_note: AT,
  badge: { at: ['at'], on: ['valid_from', 'ground_on', 'ended_on'], rows: SIGNED },
  'published.covenant_version': { at: ['fixed_at'] },
  'published.covenant': { at: ['from_at', 'to_at'] },
  'published.covenant_event': AT,
  'published.covenant_remark': { at: ['at'], on: ['answered_on', 'asked_on'] },
  'published.badge': { at: ['changed_at'], on: ['valid_from', 'ground_on', 'ended_on'], rows: SIGNED },
}

/** What of a tender says when it was. */
export const OF_TENDERS: Tables = {
  tender: { at: ['created_at', 'opened_at'] },
  tender_choice: AT,
  tender_version: AT,
  tender_opinion: AT,
  bid: AT,
  bid_note: AT,
  bid_stated: AT,
  contract_duty: { at: ['created_at'] },
  duty_step: AT,
  'published.tender': { at: ['issued_at'] },
  noted_finding: AT,
}

/** What happened on a day of the story. */
export type Moment = { readonly day: string; readonly work: () => Promise<unknown> }

/** Does these in their order, and then tells each of its own day. What was written to people then was read long ago. */
export async function inThePast(
  db: Db,
  municipality: string,
  moments: readonly Moment[],
  tables: Tables = OF_COVENANTS,
): Promise<void> {
  const begun: { readonly since: Date; readonly day: string }[] = []
  for (const { day, work } of moments) {
    const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db)
    begun.push({ since: rows[0]!.now, day })
    await work()
  }
  // The last first: what it moved is no longer after the one before it.
  await db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    for (const each of begun.toReversed()) await tellOf(tx, municipality, tables, each)
  })
}

async function tellOf(
  tx: Tx,
  municipality: string,
  tables: Tables,
  { since, day }: { since: Date; day: string },
): Promise<void> {
  const today = todayIn()
  if (day >= today) return
  const away = Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000)
  for (const [table, { at, on = [], from = [], rows }] of Object.entries(tables)) {
    const isToday = on.map((name) => sql`${sql.ref(name)} = ${today}::date`)
    const sets = [
      // In office hours, in the order in which it was done.
      ...at.map((name) => {
        const column = sql.ref(name)
        return sql`${column} = case when ${column} >= ${since} then ${`${day}T09:00:00Z`}::timestamptz
          + (${column} - ${since}::timestamptz) else ${column} end`
      }),
      ...on.map(
        (name) => sql`${sql.ref(name)} = case when ${sql.ref(name)} = ${today}::date then ${day}::date
          else ${sql.ref(name)} end`,
      ),
      ...from.map(
        (name) => sql`${sql.ref(name)} = case when ${sql.ref(at[0]!)} >= ${since} then ${sql.ref(name)} - ${away}::int
          else ${sql.ref(name)} end`,
      ),
    ]
    await sql`update ${sql.table(table)} set ${sql.join(sets)} where municipality = ${municipality}
      and (greatest(${sql.join(at.map((name) => sql.ref(name)))}) >= ${since}
        ${rows === undefined ? sql`` : sql`or ${sql.raw(rows)} and (${sql.join(isToday, sql` or `)})`})`.execute(tx)
  }
  await sql`delete from message where municipality = ${municipality} and created_at >= ${since}
    and (object like 'covenant/%' or object like 'remark/%' or object like 'follow/%')`.execute(tx)
  await sql`update task set created_at = ${`${day}T09:00:00Z`}, done_at = ${`${daysAfter(day, 1)}T09:00:00Z`}
    where municipality = ${municipality} and created_at >= ${since} and done_at is null
      and kind <> 'covenant-remark'`.execute(tx)
}

/** Whether a covenant of this name was told already. */
export async function isTold(db: Db, municipality: string, title: string): Promise<boolean> {
  const row = await db
    .selectFrom('covenant')
    .select('id')
    .where('municipality', '=', municipality)
    .where('title', '=', title)
    .executeTakeFirst()
  return row !== undefined
}

/** Websites or premises of an organisation, as findings name them. */
export async function placesOf(
  db: Db,
  municipality: string,
  unit: 'website' | 'premises',
  organisation: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from ${
    unit === 'website' ? sql`subject where kind = 'website' and ended_at is null` : sql`premises where ended_on is null`
  }
    and municipality = ${municipality} and organisation = ${organisation} order by id`.execute(db)
  return rows.map(({ id }) => id)
}
