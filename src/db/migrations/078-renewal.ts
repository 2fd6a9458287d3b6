/**
 * A covenant is renewed by an evaluation that names the new last day, in a version that says it. Until that version is
 * fixed the day of before counts; from then on the text and the covenant name the same day.
 */
import { sql, type Kysely } from 'kysely'

/** Years that it can go on at most. */
const YEARS = 10

const rules = `
create function wall.renewal_has_a_day() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare after date; begin
  select greatest(c.ends_on, wall.today()) into after from public.covenant c
    where c.municipality = new.municipality and c.id = new.covenant;
  if new.outcome = 'renew' and (new."on" <= after or new."on" > after + interval '${YEARS} years') then
    raise exception 'a renewal goes on after the last day, and not for ever' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger has_a_day before insert on covenant_evaluation for each row execute function wall.renewal_has_a_day();

-- The last day that was decided and is not in force yet; null: none.
create function wall.renewed_until(m uuid, c uuid) returns date language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select case when e.outcome = 'renew' and (k.ends_on is null or e."on" > k.ends_on) then e."on" end
    from public.covenant k join public.covenant_evaluation e on e.municipality = k.municipality and e.covenant = k.id
    where k.municipality = m and k.id = c order by e.at desc, e.id desc limit 1 $$;
create function wall.last_day_is_decided() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare ends date; decided date := wall.renewed_until(new.municipality, new.covenant);
  said text := new.text ->> 'until'; begin
  select c.ends_on into ends from public.covenant c where c.municipality = new.municipality and c.id = new.covenant;
  if said is not null and said is distinct from ends::text and said is distinct from decided::text
    or new.state <> 'draft' and decided is not null and said is distinct from decided::text then
    raise exception 'the last day is the one that was decided' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger last_day_written before insert or update of text on covenant_version for each row
  when (new.state = 'draft') execute function wall.last_day_is_decided();
create trigger last_day_shown before update of state on covenant_version for each row
  when (new.state in ('shown', 'final') and old.state <> new.state) execute function wall.last_day_is_decided();

create function wall.last_day_is_fixed() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  update public.covenant set ends_on = (new.text ->> 'until')::date
    where municipality = new.municipality and id = new.covenant and ends_on is distinct from (new.text ->> 'until')::date;
  return null;
end $$;
create trigger last_day_fixed after update of state on covenant_version for each row
  when (new.state = 'final' and old.state <> 'final' and new.text ->> 'until' is not null)
  execute function wall.last_day_is_fixed();

-- Once it can be signed, its last day comes of a fixed version or of its end.
create function wall.last_day_stays() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$ begin
  raise exception 'the last day comes of a version that is fixed' using errcode = 'insufficient_privilege';
end $$;
create trigger last_day_stays before update of ends_on on covenant for each row
  when (current_user = 'leidraad_desk' and old.state in ('open', 'in-force') and new.state = old.state
    and new.ends_on is distinct from old.ends_on) execute function wall.last_day_stays();
revoke execute on function wall.renewal_has_a_day(), wall.renewed_until(uuid, uuid), wall.last_day_is_decided(),
  wall.last_day_is_fixed(), wall.last_day_stays() from public;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(rules).execute(db)
}
