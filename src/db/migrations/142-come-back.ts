/**
 * When a host asked to come back later (ADR 0118): the visit that heard it keeps the moment, and no visit to its domain
 * is made before. Here, because a visit is asked for in many places and each may forget; at most a day ahead.
 */
import { sql, type Kysely } from 'kysely'

const held = `
alter table visit add column come_back timestamptz;
create index visit_come_back on visit (domain, come_back) where come_back is not null;

create function wall.not_before() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  new.due := greatest(new.due, (select max(least(v.come_back, now() + interval '1 day')) from public.visit v
    where v.domain = new.lane and v.come_back > now()));
  return new; end $$;
revoke all on function wall.not_before() from public;
create trigger not_before before insert or update of due on job for each row
  when (new.kind = 'visit' and new.lane is not null and new.state = 'queued') execute function wall.not_before();

-- What waits in its lane already waits longer.
create function wall.lane_waits() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  update public.job set due = due where kind = 'visit' and lane = new.domain and state = 'queued';
  return null; end $$;
revoke all on function wall.lane_waits() from public;
create trigger lane_waits after update of come_back on visit for each row
  when (new.come_back is not null) execute function wall.lane_waits();
`

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql.raw(held).execute(db)
}
