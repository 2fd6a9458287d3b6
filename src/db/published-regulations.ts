/** Writes which regulations were tested, and the share of this month, where the public site reads them. */
import { sql } from 'kysely'
import type { Tx } from './as.ts'
import type { Db } from './connect.ts'
import { takeTurn } from './turn.ts'

/** After a publication, and after every change in the list of regulations. Tested is what has a published IT-toets. */
export async function publishRegulations(tx: Tx | Db, municipality: string): Promise<void> {
  await holdRegulations(tx, municipality)
  await tx.deleteFrom('published.regulation').where('municipality', '=', municipality).execute()
  await sql`insert into published.regulation (municipality, work, title, kind, url, in_force_on, tested_on, toets,
    due_on)
    select r.municipality, r.work, r.title, r.kind, r.url, r.in_force_on, t.decided_on, t.no, t.due_on
    from regulation r left join lateral (
      select p.decided_on, p.no, p.due_on from case_file c join published.toets p on p.municipality = c.municipality
        and p.no = c.no and p.current
      where c.municipality = r.municipality and c.regulation = r.id
        and c.kind = 'regulation' order by p.decided_on desc,
        p.no desc limit 1) t on true
    where r.municipality = ${municipality} and r.ended_at is null`.execute(tx)
  await sql`insert into published.regulation_share (municipality, month, total, tested)
    select ${municipality}::uuid, date_trunc('month', today_here())::date, count(*)::int,
      count(toets)::int from published.regulation where municipality = ${municipality}
    on conflict (municipality, month) do update set total = excluded.total, tested = excluded.tested`.execute(tx)
}

/** Until the end of the transaction: whoever changes the list of a municipality waits for whoever is doing so. */
export const holdRegulations = (tx: Tx | Db, municipality: string) => takeTurn(tx, `regulations/${municipality}/`)
