/** Who is at work: a setting of the transaction, signed with a key that only the owner of the database can read. */

/**
 * `role|municipality|person|organisation|until|mac`. The mac is NMAC over SHA-256 with two keys of one block each
 * (Bellare, Canetti and Krawczyk, 1996): PostgreSQL has SHA-256 of its own, HMAC only in an extension. A setting that
 * was not signed, is of another role than the one at work, or is past its moment, is nobody's.
 */
export const identity = `
create schema wall;
revoke all on schema wall from public;
grant usage on schema wall to leidraad_desk, leidraad_clock, leidraad_worker, leidraad_door, leidraad_public;
create table wall.secret (one boolean primary key default true check (one), inner_key bytea not null,
  outer_key bytea not null);
alter table wall.secret enable row level security;
create function wall.random_block() returns bytea language sql volatile as $$
  select decode(string_agg(replace(gen_random_uuid()::text, '-', ''), ''), 'hex') from generate_series(1, 4) $$;
insert into wall.secret (inner_key, outer_key) values (wall.random_block(), wall.random_block());
drop function wall.random_block();

create function wall.part(no int) returns text language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  parts text[] := string_to_array(current_setting('leidraad.identity', true), '|');
  key wall.secret;
begin
  if array_length(parts, 1) is distinct from 6 or parts[1] is distinct from current_setting('role') then
    return null;
  end if;
  select * into key from wall.secret;
  if parts[6] <> encode(sha256(key.outer_key || sha256(key.inner_key
      || convert_to(array_to_string(parts[1:5], '|'), 'UTF8'))), 'hex') then return null; end if;
  if parts[5]::bigint < extract(epoch from now()) then return null; end if;
  return parts[no];
end $$;
create or replace function current_municipality() returns uuid language sql stable as $$
  select nullif(wall.part(2), '')::uuid $$;
create or replace function current_person() returns uuid language sql stable as $$
  select nullif(wall.part(3), '')::uuid $$;
create or replace function current_organisation() returns uuid language sql stable as $$
  select nullif(wall.part(4), '')::uuid $$;

-- The roles of who is at work, from the table of people and not from what the asker says.
create function wall.roles() returns text[] language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select coalesce((select p.roles from public.person p where p.municipality = public.current_municipality()
    and p.id = public.current_person() and p.state = 'active'), '{}') $$;
create function wall.may(asked text[]) returns boolean language sql stable as $$ select wall.roles() && asked $$;

-- What of a person may be changed by whom.
-- Not as its owner: what a function of ours does, such as forgetting somebody, is not what the asker does.
create function wall.guard_person() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  here text := current_user;
  boss boolean := false;
  mine boolean := false;
begin
  if here not in ('leidraad_desk', 'leidraad_door') then return new; end if;
  if here = 'leidraad_desk' then
    boss := wall.may('{administrator}');
    mine := new.id is not distinct from public.current_person();
  end if;
  if tg_op = 'INSERT' then
    if boss and new.password is null and new.identity is null or here = 'leidraad_door' and new.roles = '{partner}'
      and new.organisation is not null and new.password is null then return new; end if;
    raise exception 'only an administrator adds a person' using errcode = 'insufficient_privilege';
  end if;
  if (new.municipality, new.id, new.organisation) is distinct from (old.municipality, old.id, old.organisation)
    or new.roles is distinct from old.roles and not boss
    or new.state is distinct from old.state and not boss
      and not (old.state = 'invited' and new.state = 'active' and (mine or here = 'leidraad_door'))
    or (new.name, new.email, new.function) is distinct from (old.name, old.email, old.function) and not boss
      and not (mine and old.state = 'invited')
    or (new.password, new.second_factor, new.identity)
        is distinct from (old.password, old.second_factor, old.identity) and not mine and here <> 'leidraad_door'
      and not (boss and new.password is null and new.second_factor is null
        and (new.identity is null or new.identity is not distinct from old.identity))
  then raise exception 'this is not yours to change of a person' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger guard before insert or update on person for each row execute function wall.guard_person();

-- Whether people can get in, for who manages them; the secrets themselves stay.
create function wall.access() returns table (person uuid, has_password boolean, second_factor boolean, linked boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id, p.password is not null, p.second_factor is not null, p.identity is not null from public.person p
    where p.municipality = public.current_municipality() and wall.may('{administrator}') $$;

-- What only the person may see of the own account; others never leave the database this way.
create function wall.own_password() returns text language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select p.password from public.person p where p.municipality = public.current_municipality()
    and p.id = public.current_person() $$;
`

/** Of the worker, and of what opens before anyone is signed in. */
export const roles = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'leidraad_worker') then create role leidraad_worker; end if;
  if not exists (select from pg_roles where rolname = 'leidraad_door') then create role leidraad_door; end if;
end $$;
do $$ begin execute format('grant leidraad_worker, leidraad_door to %I', current_user); end $$;
`
