/**
 * Who hears of a warning is whom its label admits, and nobody else: who is not admitted is not named, and from who is
 * taken off nothing waits or goes out any more.
 */
import { sql, type Kysely } from 'kysely'
import { anew } from './anew.ts'

/** An organisation that is a client reads what is AMBER where it is a receiver; so do its people, named or not. */
const hearers = `
create function wall.may_name_in_warning(m uuid, w uuid, who uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select coalesce((select case wall.tlp_reach(x.label, 'page')
      when 'named' then true when 'community' then true when 'everyone' then true
      when 'task' then p.organisation is null
      when 'clients' then p.organisation is null or (wall.may_receive_warning(m, w, p.organisation)
        and exists (select from public.warning_receiver r
          where r.municipality = m and r.warning = w and r.organisation = p.organisation))
      else false end
    from public.warning x join public.person p on p.municipality = x.municipality and p.id = who
    where x.municipality = m and x.id = w), false) $$;

create function wall.hears_of_warning(m uuid, w uuid, who uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select (wall.may_name_in_warning(m, w, who) and exists (select from public.warning_person n
      where n.municipality = m and n.warning = w and n.person = who))
    or exists (select from public.warning_receiver r
      join public.person p on p.municipality = r.municipality and p.organisation = r.organisation
      where r.municipality = m and r.warning = w and p.id = who
        and wall.may_receive_warning(m, w, r.organisation)) $$;
`

/** Of these people: what waits for who does not hear of it any more, and mail that did not go yet. */
const takenOff = `
create function wall.warning_lets_go(m uuid, w uuid, who uuid[]) returns void language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  update public.task t set done_at = now(), done_by = public.current_person()
    where t.municipality = m and t.object = 'warning/' || w and t.kind = 'warning' and t.done_at is null
      and t.person = any(who) and not wall.hears_of_warning(m, w, t.person);
  delete from public.message x where x.municipality = m and x.object = 'warning/' || w and x.kind = 'warning'
    and x.sent_at is null and x.person = any(who) and not wall.hears_of_warning(m, w, x.person);
end $$;
create function wall.warning_taken_off() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  perform wall.warning_lets_go(old.municipality, old.warning, case when tg_table_name = 'warning_person'
    then array[(to_jsonb(old) ->> 'person')::uuid]
    else array(select p.id from public.person p where p.municipality = old.municipality
      and p.organisation = (to_jsonb(old) ->> 'organisation')::uuid) end);
  return null;
end $$;
create trigger lets_go after delete on warning_person for each row execute function wall.warning_taken_off();
create trigger lets_go after delete on warning_receiver for each row execute function wall.warning_taken_off();

create function wall.warning_client_left() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  perform wall.warning_lets_go(r.municipality, r.warning, array(select p.id from public.person p
      where p.municipality = r.municipality and p.organisation = r.organisation))
    from public.warning_receiver r where r.municipality = new.municipality and r.organisation = new.organisation;
  return null;
end $$;
create trigger lets_go after update on warning_client for each row
  when (old.ended_at is null and new.ended_at is not null) execute function wall.warning_client_left();
revoke execute on function wall.may_name_in_warning(uuid, uuid, uuid), wall.hears_of_warning(uuid, uuid, uuid),
  wall.warning_lets_go(uuid, uuid, uuid[]), wall.warning_taken_off(), wall.warning_client_left() from public;
grant execute on function wall.may_name_in_warning(uuid, uuid, uuid), wall.hears_of_warning(uuid, uuid, uuid)
  to leidraad_desk;
`

const walls = `
alter policy desk_insert on warning_person with check (municipality = (select current_municipality())
  and (select wall.may('{security-officer,policy-officer,account-manager}'))
  and (select current_organisation()) is null and wall.may_open_warning(municipality, warning, 'page')
  and by = (select current_person()) and wall.may_name_in_warning(municipality, warning, person));
`

/** A label that became narrower asks the same of who is named as naming does. */
const narrowed = anew(`
      ('wall.warning_narrowed()',
        'and not (new.label = ''AMBER'' and wall.may_receive_warning(new.municipality, new.id, p.organisation))',
        'and not wall.hears_of_warning(new.municipality, new.id, p.id)')`)

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [hearers, takenOff, walls, narrowed]) await sql.raw(part).execute(db)
}
