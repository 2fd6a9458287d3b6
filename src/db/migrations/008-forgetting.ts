/**
 * How a person is forgotten: everything that goes with the account goes, and the address is taken out of every text
 * that nobody signed. The trail names people by id alone, so its chain stays provable.
 */

/** Of measurements no column holds what people typed, and they are many. */
const MEASURED = ['finding', 'judgement', 'round', 'round_visit', 'subject']

export const forgetting = `
create function wipe_person(m uuid, p uuid) returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
declare address text; pattern text; each record; begin
  select lower(email) into address from person where municipality = m and id = p for update;
  if address is null then return; end if;
  -- What would go with the person if the row went: sessions, devices, codes, what was typed and not sent.
  for each in select c.conrelid::regclass as place, a.attname as name from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[array_length(c.conkey, 1)]
    where c.contype = 'f' and c.confrelid = 'person'::regclass and c.confdeltype = 'c' loop
    execute format('delete from %s where municipality = $1 and %I = $2', each.place, each.name) using m, p;
  end loop;
  delete from one_time_link where municipality = m and person = p;
  delete from message where municipality = m and (person = p or lower(recipient) = address);
  delete from task where municipality = m and person = p;
  update baseline set email = '' where municipality = m and lower(email) = address;
  update person set name = case when organisation is null then 'oud-medewerker' else 'oud-deelnemer' end,
    email = 'vertrokken-' || id || '@voorbeeld.invalid', state = 'left', password = null, second_factor = null,
    second_factor_step = null, identity = null, seen_at = null, changed_at = now()
    where municipality = m and id = p;
  -- A whole address: the end of a longer one is somebody else's.
  pattern := '(?<![[:alnum:]._%+-])' || regexp_replace(address, '([^[:alnum:]@])', '\\\\\\1', 'g')
    || '(?![[:alnum:]-]|\\.[[:alnum:]])';
  for each in select c.relname as place, a.attname as name, format_type(a.atttypid, a.atttypmod) as kind
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relispartition
      and a.atttypid in ('text'::regtype, 'jsonb'::regtype, 'text[]'::regtype) and a.attgenerated = ''
      and c.relname <> all ('{${MEASURED.join()}}')
      and exists (select from pg_attribute where attrelid = c.oid and attname = 'municipality')
      and not exists (select from pg_trigger where tgrelid = c.oid and tgname = 'stays') loop
    execute format('update %I set %I = regexp_replace(%I::text, $1, ''(gewist)'', ''gi'')::%s
      where municipality = $2 and position($3 in lower(%I::text)) > 0', each.place, each.name, each.name, each.kind,
      each.name) using pattern, m, address;
  end loop;
end $$;

create function wipe_organisation(m uuid, o uuid) returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
declare each uuid; begin
  delete from answer_share s using form f where f.municipality = s.municipality and f.id = s.form
    and f.municipality = m and f.organisation = o;
  delete from answer_evidence s using form f where f.municipality = s.municipality and f.id = s.form
    and f.municipality = m and f.organisation = o;
  delete from comment s using form f where f.municipality = s.municipality and f.id = s.form
    and f.municipality = m and f.organisation = o;
  delete from form_check s using form f where f.municipality = s.municipality and f.id = s.form
    and f.municipality = m and f.organisation = o;
  delete from answer s using form f where f.municipality = s.municipality and f.id = s.form
    and f.municipality = m and f.organisation = o;
  delete from upload where municipality = m and organisation = o;
  delete from baseline_figure where municipality = m and organisation = o;
  delete from one_time_link l using baseline b where b.municipality = l.municipality and b.id = l.baseline
    and b.municipality = m and b.organisation = o;
  delete from message where municipality = m and object = 'organisation/' || o;
  update task set done_at = now(), done_by = current_person() where municipality = m
    and object = 'organisation/' || o and done_at is null;
  update baseline set state = 'left', email = '', form = null, cluster = null, cluster_proposed = null,
    cluster_reason = '', cluster_by_organisation = null, cluster_confirmed_by = null, started_at = null,
    done_at = null, reopened_at = null, ended_at = now() where municipality = m and organisation = o;
  for each in select id from person where municipality = m and organisation = o loop
    perform wipe_person(m, each);
  end loop;
end $$;

create or replace function leave_baseline() returns void language plpgsql security definer
  set search_path = public, pg_temp as $$ begin
  if current_organisation() is not null then
    perform wipe_organisation(current_municipality(), current_organisation());
  end if; end $$;

-- Who left longer ago than this; an organisation of which nobody is left can be reached by nobody, and goes too.
create function forget_leavers(after interval, most int) returns int language plpgsql security definer
  set search_path = public, pg_temp as $$
declare each record; m uuid := current_municipality(); count int := 0; begin
  for each in select id, organisation from person where municipality = m and state = 'left'
    and email not like 'vertrokken-%@voorbeeld.invalid' and changed_at < now() - after
    order by changed_at limit most for update skip locked loop
    count := count + 1;
    if each.organisation is not null and not exists (select from person p where p.municipality = m
      and p.organisation = each.organisation and p.state <> 'left') then
      perform wipe_organisation(m, each.organisation);
    end if;
    perform wipe_person(m, each.id);
  end loop;
  return count; end $$;

-- An address that was invited and never came in.
create function forget_invitations(after interval) returns int language plpgsql security definer
  set search_path = public, pg_temp as $$
declare count int; begin
  update baseline set email = '' where municipality = current_municipality() and state in ('invited', 'declined')
    and form is null and email <> '' and invited_at < now() - after;
  get diagnostics count = row_count; return count; end $$;

revoke all on function wipe_person(uuid, uuid), wipe_organisation(uuid, uuid), leave_baseline(),
  forget_leavers(interval, int), forget_invitations(interval) from public;
grant execute on function leave_baseline() to leidraad_desk;
grant execute on function forget_leavers(interval, int), forget_invitations(interval) to leidraad_clock;
`
