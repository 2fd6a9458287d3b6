/** A source of warnings is looked at by a worker: asked for at the desk, or by the clock once a day. */
import { sql, type Kysely } from 'kysely'

const TASK = `'{security-officer,policy-officer,account-manager}'`

const kinds = `
do $$ declare said text; begin
  select pg_get_constraintdef(oid) into said from pg_constraint
    where conrelid = 'public.job'::regclass and conname = 'job_kind_check';
  if said !~ '''warnings''' then
    alter table job drop constraint job_kind_check;
    execute 'alter table job add constraint job_kind_check ' ||
      regexp_replace(said, '''visit''::text', '''visit''::text, ''warnings''::text');
  end if;
end $$;
`

const asking = `
create function wall.ask_feed(m uuid, f uuid) returns boolean language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare added int; begin
  if m is distinct from public.current_municipality() or not wall.may(${TASK})
    or not exists (select from public.warning_feed where municipality = m and id = f and state = 'on') then
    raise exception 'nothing to ask for' using errcode = 'insufficient_privilege'; end if;
  insert into public.job (id, kind, municipality, key, lane, "by")
    values (uuidv7(), 'warnings', m, f::text, m::text, public.current_person()) on conflict do nothing;
  get diagnostics added = row_count;
  return added = 1;
end $$;

-- The clock asks for no more than that they are looked at.
create function wall.ask_feeds_again(m uuid) returns int language sql security definer
  set search_path = pg_catalog, pg_temp as $$
  with asked as (insert into public.job (id, kind, municipality, key, lane)
    select uuidv7(), 'warnings', f.municipality, f.id::text, f.municipality::text from public.warning_feed f
    where f.municipality = m and m = public.current_municipality() and f.state = 'on'
      and coalesce(f.looked_at, f.at) < now() - interval '20 hours'
      and not exists (select from public.job j where j.kind = 'warnings' and j.municipality = f.municipality
        and j.key = f.id::text and (j.ended_at is null or j.ended_at > now() - interval '20 hours'))
    order by f.looked_at limit 100
    on conflict do nothing returning 1)
  select count(*)::int from asked $$;
revoke execute on function wall.ask_feed(uuid, uuid), wall.ask_feeds_again(uuid) from public;
grant execute on function wall.ask_feed(uuid, uuid) to leidraad_desk;
grant execute on function wall.ask_feeds_again(uuid) to leidraad_clock;

-- What cannot be had is a task of whoever handles warnings, until it can be had again.
create function wall.feed_failed() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if new.failure <> '' then
    insert into public.task (municipality, id, kind, object, role, text, path)
      values (new.municipality, gen_random_uuid(), 'warning-feed', 'warning-feed/' || new.id, 'security-officer',
        'Een bron van waarschuwingen lukt niet: ' || new.name, '/balie/waarschuwingen/bronnen')
      on conflict do nothing;
  else
    update public.task set done_at = now() where municipality = new.municipality and kind = 'warning-feed'
      and object = 'warning-feed/' || new.id and done_at is null;
  end if;
  return null;
end $$;
revoke execute on function wall.feed_failed() from public;
create trigger failed after update of failure on warning_feed for each row
  when (old.failure is distinct from new.failure) execute function wall.feed_failed();
`

/**
 * A label that became narrower: what said its title is said anew without it, mail that waits is not sent, and who may
 * not read it any more has no task.
 */
const narrower = `
create function wall.warning_narrowed() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare said text := 'TLP:' || new.label || ' – een waarschuwing'; about text := 'warning/' || new.id; begin
  delete from public.message where municipality = new.municipality and object = about and kind = 'warning'
    and sent_at is null;
  update public.message set subject = '[TLP:' || new.label || '] Er stond een waarschuwing voor u klaar', body = ''
    where municipality = new.municipality and object = about and kind = 'warning';
  update public.task set text = 'Lees en antwoord: ' || said
    where municipality = new.municipality and object = about and kind = 'warning';
  update public.task t set done_at = now() where t.municipality = new.municipality and t.object = about
    and t.kind = 'warning' and t.done_at is null and new.label <> 'RED' and t.person is not null
    and exists (select from public.person p
      where p.municipality = t.municipality and p.id = t.person and p.organisation is not null
        and not (new.label = 'AMBER' and wall.may_receive_warning(new.municipality, new.id, p.organisation)));
  if new.label = 'RED' then
    update public.task t set done_at = now() where t.municipality = new.municipality and t.object = about
      and t.kind = 'warning' and t.done_at is null and not exists (select from public.warning_person n
        where n.municipality = t.municipality and n.warning = new.id and n.person = t.person);
  end if;
  return null;
end $$;
revoke execute on function wall.warning_narrowed() from public;
create trigger narrowed after update of label on warning for each row
  when (new.label in ('RED', 'AMBER+STRICT', 'AMBER') and old.label is not null
    and wall.tlp_is_wider(new.label, old.label)) execute function wall.warning_narrowed();
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [kinds, asking, narrower]) await sql.raw(part).execute(db)
}
