/**
 * Who buys hands the duties of a contract on when who followed them left, and writes down a breach of what a
 * colleague follows, of which that colleague hears: tasks and letters about duties are the tender officer's too, and
 * no others.
 */
import { sql, type Kysely } from 'kysely'

const BUYS = `municipality = (select current_municipality()) and (select current_organisation()) is null
  and (select wall.may('{tender-officer}'))`
const DUTIES = `${BUYS} and (object like 'duty/%' or object like 'duty-contract/%')`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create policy desk_select_duty on task for select to leidraad_desk using (${DUTIES});
      create policy desk_insert_duty on task for insert to leidraad_desk with check (${DUTIES});
      create policy desk_update_duty on task for update to leidraad_desk using (${DUTIES}) with check (${DUTIES});
      create policy desk_insert_duty on message for insert to leidraad_desk with check (${BUYS} and kind = 'duty');`,
    )
    .execute(db)
}
