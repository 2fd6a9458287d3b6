/** What of help in need in the demo city happened before today: agreements, incidents, and what was counted. */
import { sql } from 'kysely'
import type { Db } from '../db/connect.ts'
import { HALVES } from './buddy-stories.ts'

/** Whether there is anything already. */
export const hasBuddies = async (db: Db, municipality: string): Promise<boolean> =>
  (await db.selectFrom('buddy_offer').select('id').where('municipality', '=', municipality).executeTakeFirst()) !==
  undefined

/** Tells that an offer was made, and what is agreed signed, so that it still holds for so many days. */
export async function offerWas(db: Db, municipality: string, id: string, holds: number): Promise<void> {
  const ago = Math.max(0, 365 - holds)
  await db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`update buddy_agreement set until = until - ${ago}::int, at = at - make_interval(days => ${ago})
      where municipality = ${municipality} and offer = ${id}`.execute(tx)
    await sql`update buddy_offer set agreed_until = agreed_until - ${ago}::int, at = at - make_interval(days => ${ago})
      where municipality = ${municipality} and id = ${id}`.execute(tx)
  })
}

/** Moves an incident as it was told to when it was: its lines, in order, each so many minutes after it was asked. */
export async function incidentWas(
  db: Db,
  municipality: string,
  id: string,
  at: Date,
  minutes: readonly number[],
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`update incident_log l set at = ${at}::timestamptz + make_interval(mins => t.after)
      from (select id, (${minutes}::int[])[row_number() over (order by at, id)] as after from incident_log
        where municipality = ${municipality} and incident = ${id}) t
      where l.municipality = ${municipality} and l.incident = ${id} and l.id = t.id`.execute(tx)
    await sql`update incident_call c set at = l.at from incident_log l where l.municipality = c.municipality
      and l.incident = c.incident and l.call = c.id and l.kind = 'called' and c.municipality = ${municipality}
      and c.incident = ${id}`.execute(tx)
    await sql`update incident i set at = ${at}, since = ${at}::timestamptz - interval '40 minutes',
      ended_at = case when state = 'ended' then e.at end,
      wipe_on = case when state = 'ended' then (e.at + interval '12 months')::date end
      from (select max(at) as at from incident_log where municipality = ${municipality} and incident = ${id}) e
      where i.municipality = ${municipality} and i.id = ${id}`.execute(tx)
  })
}

/** What was counted of half years that are over, the newest before this one first. `today`: YYYY-MM-DD. */
export async function keepHalves(db: Db, municipality: string, today: string): Promise<void> {
  const halves = Number(today.slice(0, 4)) * 2 + (today.slice(5, 7) > '06' ? 1 : 0)
  const rows = HALVES.flatMap((counts, ago) => {
    const half = halves - 1 - ago
    const period = `${Math.floor(half / 2)}-H${(half % 2) + 1}`
    return Object.entries(counts).map(([measure, value]) => ({ municipality, period, measure, value }))
  })
  await db.insertInto('published.buddy_figure').values(rows).execute()
}
