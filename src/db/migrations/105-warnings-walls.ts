/** Who gets what done with warnings: every reading asks the label, and every row is signed by who is here. */
import { sql, type Kysely } from 'kysely'

const TASK = ['security-officer', 'policy-officer', 'account-manager']
const ANSWER = [...TASK, 'executor', 'partner']
const may = (roles: readonly string[]) => `(select wall.may('{${roles.join()}}'))`
const here = 'municipality = (select current_municipality())'
const ours = '(select current_organisation()) is null'
const mine = 'by = (select current_person())'
const opens = (door: string, id = 'warning') => `wall.may_open_warning(municipality, ${id}, '${door}')`
const writes = `${here} and ${may(TASK)} and ${ours}`
const writesIn = `${writes} and ${opens('page')}`
const WORKER = "(select wall.part(1)) = 'leidraad_worker'"

const tables = [
  'warning',
  'warning_client',
  'warning_feed',
  'warning_label',
  'warning_match',
  'warning_person',
  'warning_reading',
  'warning_receiver',
  'warning_reply',
  'warning_version',
]

const walls = `
${tables
  .map((name) => `alter table ${name} enable row level security; grant select on ${name} to leidraad_desk;`)
  .join('\n')}
create policy desk_select on warning for select to leidraad_desk using (${here} and ${opens('page', 'id')});
create policy desk_insert on warning for insert to leidraad_desk
  with check (${writes} and ${mine} and source = 'own' and state = 'open' and label is not null and version = 0);
create policy desk_update on warning for update to leidraad_desk using (${writes} and ${opens('page', 'id')})
  with check (${writes});
grant insert (municipality, id, number, source, publisher, namespace, tracking, label, by) on warning to leidraad_desk;
grant update (state, ended, ended_on, ends_on, sent_at) on warning to leidraad_desk;

create policy desk_select on warning_version for select to leidraad_desk
  using (${here} and wall.may_read_warning(municipality, warning));
create policy desk_insert on warning_version for insert to leidraad_desk with check (${writesIn} and ${mine});
grant insert (municipality, warning, no, title, what, act, act_by, works, call, urgency, chance, damage, products, refs,
  notes, remedy, source_version, source_key, released_at, signature, signed_by, hash, url, by) on warning_version
  to leidraad_desk;

create policy desk_select on warning_person for select to leidraad_desk using (${here} and ${opens('page')}
  and (${ours} or person = (select current_person())));
create policy desk_insert on warning_person for insert to leidraad_desk with check (${writesIn} and ${mine});
create policy desk_delete on warning_person for delete to leidraad_desk
  using (${writesIn} and person <> (select current_person()));
grant insert (municipality, warning, person, by), delete on warning_person to leidraad_desk;

create policy desk_select on warning_client for select to leidraad_desk using (${writes});
create policy desk_insert on warning_client for insert to leidraad_desk
  with check (${writes} and ${mine} and ended_at is null);
create policy desk_update on warning_client for update to leidraad_desk using (${writes} and ended_at is null)
  with check (${writes} and ended_by = (select current_person()));
grant insert (municipality, id, organisation, contract, contract_name, by), update (ended_by, ended_at)
  on warning_client to leidraad_desk;

create policy desk_select on warning_receiver for select to leidraad_desk using (${here} and ${opens('page')}
  and (${ours} or organisation = (select current_organisation())));
create policy desk_insert on warning_receiver for insert to leidraad_desk
  with check (${writesIn} and ${mine} and wall.may_receive_warning(municipality, warning, organisation));
create policy desk_delete on warning_receiver for delete to leidraad_desk using (${writesIn});
grant insert (municipality, warning, organisation, why, by), delete on warning_receiver to leidraad_desk;

-- An organisation reads its own answers; who handles the warning reads all. Others get counts.
create policy desk_select on warning_reply for select to leidraad_desk using (${here} and ${opens('replies')}
  and case when ${ours} then ${may(TASK)} or organisation is null
    else organisation = (select current_organisation()) end);
create policy desk_insert on warning_reply for insert to leidraad_desk with check (${here} and ${may(ANSWER)}
  and ${mine} and ${opens('replies')} and organisation is not distinct from (select current_organisation())
  and exists (select from warning w where w.municipality = warning_reply.municipality and w.id = warning_reply.warning
    and w.state = 'sent'));
grant insert (municipality, warning, id, organisation, answer, text, by) on warning_reply to leidraad_desk;

create policy desk_select on warning_reading for select to leidraad_desk using (${here} and ${opens('page')}
  and (person = (select current_person()) or ${may(TASK)}));
create policy desk_insert on warning_reading for insert to leidraad_desk
  with check (${here} and ${opens('page')} and person = (select current_person()));
grant insert (municipality, warning, id, person, version) on warning_reading to leidraad_desk;

create policy desk_select on warning_label for select to leidraad_desk using (${here} and ${ours} and ${opens('page')});
create policy desk_insert on warning_label for insert to leidraad_desk with check (${writesIn} and ${mine});
grant insert (municipality, warning, no, label, leave_by, leave_on, leave_text, by) on warning_label to leidraad_desk;

create policy desk_select on warning_match for select to leidraad_desk using (${writesIn});
create policy desk_insert on warning_match for insert to leidraad_desk with check (${writesIn} and ${mine});
create policy desk_update on warning_match for update to leidraad_desk using (${writesIn})
  with check (${writesIn} and ${mine});
grant insert (municipality, warning, kind, object, name, why, fits, by), update (fits, by, at) on warning_match
  to leidraad_desk;

create policy desk_select on warning_feed for select to leidraad_desk using (${writes});
create policy desk_insert on warning_feed for insert to leidraad_desk
  with check (${writes} and ${mine} and keeper = (select current_person()));
create policy desk_update on warning_feed for update to leidraad_desk using (${writes}) with check (${writes});
grant insert (municipality, id, name, address, fingerprint, open, keeper, by), update (state) on warning_feed
  to leidraad_desk;
create policy worker_select on warning_feed for select to leidraad_worker using (${WORKER});
create policy worker_update on warning_feed for update to leidraad_worker using (${WORKER});
grant select on warning_feed to leidraad_worker;
grant update (read_until, looked_at, taken, refused, failure) on warning_feed to leidraad_worker;

-- The clock sees that one ends, and not what it says.
create policy clock_select on warning for select to leidraad_clock using (${here});
grant select (municipality, id, label, state, ends_on, by) on warning to leidraad_clock;
`

/** Counts are of organisations, the last answer of each; who was asked and did not answer is silent. */
const counts = `
create function wall.count_replies(m uuid, w uuid) returns jsonb language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  with last as (select distinct on (r.organisation) r.organisation, r.answer from public.warning_reply r
      where r.municipality = m and r.warning = w order by r.organisation, r.at desc, r.id desc)
  select jsonb_build_object('silent', (select count(*) from public.warning_receiver v
        where v.municipality = m and v.warning = w
          and not exists (select from last where last.organisation = v.organisation)),
      'applies', count(*) filter (where answer = 'applies'), 'not', count(*) filter (where answer = 'not'),
      'done', count(*) filter (where answer = 'done'), 'help', count(*) filter (where answer = 'help'))
    from last $$;
create function wall.warning_counts(m uuid, w uuid) returns jsonb language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select case when wall.may_open_warning(m, w, 'counts') then wall.count_replies(m, w) end $$;
revoke execute on function wall.count_replies(uuid, uuid), wall.warning_counts(uuid, uuid),
  wall.may_open_warning(uuid, uuid, text), wall.may_receive_warning(uuid, uuid, uuid),
  wall.may_read_warning(uuid, uuid), wall.warning_begins(), wall.warning_version_made(), wall.warning_labelled()
  from public;
grant execute on function wall.warning_counts(uuid, uuid), wall.may_open_warning(uuid, uuid, text),
  wall.may_receive_warning(uuid, uuid, uuid), wall.may_read_warning(uuid, uuid) to leidraad_desk;
`

/** What everybody reads follows the warning itself: there while its label reaches everyone, and gone when not. */
const shown = `
create table published.warning (
  municipality uuid not null, id uuid not null, number text not null, title text not null, what text not null,
  act text not null, act_by date, works text not null, call text not null, urgency text, products jsonb not null,
  refs jsonb not null, notes text not null, publisher text not null, tracking text not null, version int not null,
  sent_on date not null, changed_at timestamptz not null, ends_on date not null, ended text, ended_on date,
  counts jsonb not null, primary key (municipality, id), unique (municipality, number));
create index published_warning_newest on published.warning (municipality, sent_on desc, id);
alter table published.warning enable row level security;
create policy read_by_all on published.warning for select to leidraad_public using (true);
grant select on published.warning to leidraad_public;

create function wall.show_warning(m uuid, w uuid) returns void language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare x public.warning; v public.warning_version; begin
  select * into x from public.warning where municipality = m and id = w;
  if wall.tlp_reach(x.label, 'page') <> 'everyone' or x.sent_at is null then
    delete from published.warning where municipality = m and id = w;
    return;
  end if;
  select * into v from public.warning_version where municipality = m and warning = w and no = x.version;
  insert into published.warning (municipality, id, number, title, what, act, act_by, works, call, urgency, products,
      refs, notes, publisher, tracking, version, sent_on, changed_at, ends_on, ended, ended_on, counts)
    values (m, w, x.number, v.title, v.what, v.act, v.act_by, v.works, v.call, v.urgency, v.products, v.refs, v.notes,
      x.publisher, x.tracking, v.no, (x.sent_at at time zone 'Europe/Amsterdam')::date, greatest(v.at, x.sent_at),
      x.ends_on, x.ended, x.ended_on, wall.count_replies(m, w))
    on conflict (municipality, id) do update set title = excluded.title, what = excluded.what, act = excluded.act,
      act_by = excluded.act_by, works = excluded.works, call = excluded.call, urgency = excluded.urgency,
      products = excluded.products, refs = excluded.refs, notes = excluded.notes, version = excluded.version,
      changed_at = excluded.changed_at, ends_on = excluded.ends_on, ended = excluded.ended,
      ended_on = excluded.ended_on, counts = excluded.counts;
end $$;
create function wall.warning_moved() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if tg_table_name = 'warning' then perform wall.show_warning(new.municipality, new.id);
  else perform wall.show_warning(new.municipality, new.warning); end if;
  return null;
end $$;
revoke execute on function wall.show_warning(uuid, uuid), wall.warning_moved() from public;
create trigger shown after update on warning for each row execute function wall.warning_moved();
create trigger shown after insert on warning_reply for each row execute function wall.warning_moved();
create trigger shown after insert on warning_receiver for each row execute function wall.warning_moved();
`

/** Who asks for help is heard by who handles warnings; of what is RED by who wrote it. No word of it is in the task. */
const help = `
create function wall.warning_help() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  insert into public.task (municipality, id, kind, object, person, role, text, path)
    select x.municipality, gen_random_uuid(), 'warning-help', 'warning/' || x.id,
      case when x.label = 'RED' then x."by" end,
      case when x.label = 'RED' and x."by" is not null then null else 'security-officer' end,
      'Iemand vraagt hulp bij een waarschuwing', '/balie/waarschuwingen/' || x.id
    from public.warning x where x.municipality = new.municipality and x.id = new.warning
    on conflict do nothing;
  return null;
end $$;
revoke execute on function wall.warning_help() from public;
create trigger helps after insert on warning_reply for each row when (new.answer = 'help')
  execute function wall.warning_help();
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [walls, counts, shown, help]) await sql.raw(part).execute(db)
}
