/** Mended weaknesses are found by words too: a view that follows what is published (migration 108). */
import { sql, type Kysely } from 'kysely'

const sought = `
create view wall.sought_weakness as select municipality, id as "row", id::text as key, 'nl' as lang, true as alone,
  '/zwakke-plekken#' || id as path, title, 'zwakke plek hersteld' as keywords, text as lead, '' as body,
  fixed_on::timestamptz as at, null::date as until from published.weakness;
select wall.seek_in('weakness', 'weakness', 'id');
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(sought).execute(db)
}
