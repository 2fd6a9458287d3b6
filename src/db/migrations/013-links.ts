/**
 * What works once works once, also for SQL at the doors: a link or a recovery code that was used stays used, the step of
 * a code goes forward, and of a link only one that was handed over gets a secret of its own, while it works.
 */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `
create function wall.used_once() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$ begin
  if old.used_at is null or new.used_at is not distinct from old.used_at then return new; end if;
  raise exception 'what was used is not used again' using errcode = 'insufficient_privilege';
end $$;
create trigger used_once before update of used_at on one_time_link for each row execute function wall.used_once();
create trigger used_once before update of used_at on recovery_code for each row execute function wall.used_once();

create function wall.own_secret() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$ begin
  if (new.hash, new.handed) is not distinct from (old.hash, old.handed)
    or old.handed and not new.handed and old.used_at is null and old.ends_at > now() then return new; end if;
  raise exception 'this link keeps the secret it has' using errcode = 'insufficient_privilege';
end $$;
create trigger own_secret before update of hash, handed on one_time_link
  for each row execute function wall.own_secret();

create function wall.forward_step() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$ begin
  if new.second_factor is null or new.second_factor is distinct from old.second_factor
    or coalesce(new.second_factor_step, 0) >= coalesce(old.second_factor_step, 0) then return new; end if;
  raise exception 'a code that was used is not used again' using errcode = 'insufficient_privilege';
end $$;
create trigger forward_step before update of second_factor_step on person
  for each row execute function wall.forward_step();
`,
    )
    .execute(db)
}
