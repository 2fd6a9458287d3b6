/**
 * How an algorithm stands in the national register is looked at each week by itself, as a job that no person asked for;
 * and a new version that waits there for publication is told apart.
 */
import { sql, type Kysely } from 'kysely'

const STATUS = ['draft', 'released', 'published', 'waiting', 'withdrawn', 'gone']
const statuses = `
alter table national_state drop constraint national_state_status_check,
  add constraint national_state_status_check check (status in (${STATUS.map((each) => `'${each}'`).join(', ')}));
create index national_state_seen on national_state (municipality, seen_at);
`

/** The clock asks for no more than that: which one, and not what is done with it. */
const again = `
create function wall.national_again(m uuid) returns int language sql security definer
  set search_path = pg_catalog, pg_temp as $$
  with asked as (insert into public.job (id, kind, municipality, key, lane)
    select uuidv7(), 'national', s.municipality, 'again:' || s.entry, s.municipality::text from public.national_state s
    where s.municipality = m and m = public.current_municipality() and s.status <> 'gone'
      and s.seen_at < now() - interval '7 days'
      and not exists (select from public.job j where j.kind = 'national' and j.municipality = s.municipality
        and j.key = 'again:' || s.entry and (j.ended_at is null or j.ended_at > now() - interval '7 days'))
    order by s.seen_at limit 500
    on conflict do nothing returning 1)
  select count(*)::int from asked $$;
revoke all on function wall.national_again(uuid) from public;
grant execute on function wall.national_again(uuid) to leidraad_clock;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statuses + again).execute(db)
}
