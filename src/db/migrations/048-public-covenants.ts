/**
 * Covenants that everybody reads: made public by two people, with a party's name only after it heard what will stand
 * there and had its term; what readers ask and remark; and who follows by mail without an account. The public role reads
 * `published` alone, and reaches the rest through functions that ask for a secret link.
 */
import { sql, type Kysely } from 'kysely'
import { doors } from './048-public-covenants-doors.ts'

const READ = [
  'policy-officer',
  'adviser',
  'fg',
  'security-officer',
  'executor',
  'decision-maker',
  'publisher',
  'account-manager',
  'tender-officer',
  'auditor',
]
const WRITE = ['policy-officer', 'account-manager']
const PUBLISH = ['publisher', 'policy-officer', 'decision-maker']
const BOTH = [...new Set([...WRITE, ...PUBLISH])]
const may = (roles: readonly string[]) => `(select wall.may('{${roles.join()}}'))`
const here = 'municipality = (select current_municipality())'
const staff = '(select current_organisation()) is null'

const tables = `
create table covenant_release (
  municipality uuid not null, covenant uuid not null, no int not null,
  step text not null check (step in
    ('released', 'taken-back', 'published', 'withdrawal-asked', 'withdrawal-dropped', 'withdrawn')),
  version int not null, opinions boolean not null default false, text text not null default '',
  by uuid not null, at timestamptz not null default now(),
  primary key (municipality, covenant, no),
  foreign key (municipality, covenant, version) references covenant_version (municipality, covenant, no),
  foreign key (municipality, by) references person (municipality, id));
create table covenant_told (
  municipality uuid not null, id uuid not null, participant uuid not null,
  shows text not null check (shows <> ''),
  secret text not null, told_at timestamptz not null default now(), until date not null,
  objection text not null default '', objected_at timestamptz,
  answer text not null default '', goes_on boolean, answered_by uuid, answered_at timestamptz, ended_at timestamptz,
  primary key (municipality, id), unique (municipality, secret),
  check ((objected_at is null) = (objection = '')), check ((answered_at is null) = (goes_on is null)),
  check (answered_at is null or objected_at is not null and answered_by is not null and answer <> ''),
  foreign key (municipality, participant) references covenant_participant (municipality, id),
  foreign key (municipality, answered_by) references person (municipality, id));
create unique index covenant_told_once on covenant_told (municipality, participant) where ended_at is null;
create table covenant_remark (
  municipality uuid not null, id uuid not null, covenant uuid not null, pledge text,
  kind text not null check (kind in ('question', 'remark')), text text not null check (text <> ''),
  name text not null default '', email text not null default '', lang text not null check (lang in ('nl', 'en')),
  secret text not null, receipt boolean not null default true, due_on date not null,
  created_at timestamptz not null default now(),
  state text not null default 'open' check (state in ('open', 'answered', 'declined', 'withdrawn')),
  answer text not null default '', answered_by uuid, answered_at timestamptz,
  primary key (municipality, id), unique (municipality, secret),
  check (state not in ('answered', 'declined') or answer <> '' and answered_by is not null and answered_at is not null),
  foreign key (municipality, covenant) references covenant (municipality, id),
  foreign key (municipality, answered_by) references person (municipality, id));
create index covenant_remarks on covenant_remark (municipality, covenant, created_at);
create table covenant_follow (
  municipality uuid not null references municipality, id uuid not null, covenant uuid, pledge text,
  email text not null check (email <> ''), lang text not null check (lang in ('nl', 'en')), secret text not null,
  at_once boolean not null default false, created_at timestamptz not null default now(),
  confirmed_at timestamptz, asked_at timestamptz, ends_at timestamptz not null,
  sent_until timestamptz, sent_before timestamptz, last_key text,
  primary key (municipality, id), unique (municipality, secret), check (pledge is null or covenant is not null),
  foreign key (municipality, covenant) references covenant (municipality, id));
create index covenant_follows on covenant_follow (municipality, covenant);
alter table message add column unsubscribe text;

create table published.covenant (
  municipality uuid not null, no int not null, edition int not null, covenant uuid not null, version int not null,
  title text not null, state text not null check (state in ('open', 'in-force', 'ended', 'dropped')),
  begins_on date, ends_on date, document jsonb not null, counts jsonb not null default '{}', files jsonb,
  by_function text not null, second_function text not null,
  from_at timestamptz not null default now(), to_at timestamptz, primary key (municipality, no, edition));
create unique index published_covenant_now on published.covenant (municipality, no) where to_at is null;
create table published.covenant_party (
  municipality uuid not null, no int not null, party uuid not null, name text not null,
  kind text not null check (kind in ('municipality', 'party', 'observer')),
  state text not null check (state in ('joined', 'paused', 'suspended', 'left')),
  joined_on date, left_on date, extended_until date, why text not null default '',
  primary key (municipality, no, party));
create table published.pledge (
  municipality uuid not null, no int not null, pledge text not null, position int not null, title text not null,
  terms jsonb not null, stands jsonb not null, course text, verdict jsonb, due date not null,
  primary key (municipality, no, pledge));
create table published.pledge_value (
  municipality uuid not null, no int not null, pledge text not null, "on" date not null,
  count int not null, among int not null, unknown int not null, strength text, seen date,
  primary key (municipality, no, pledge, "on"));
create table published.pledge_party (
  municipality uuid not null, no int not null, pledge text not null, party uuid not null,
  count int not null, among int not null, unknown int not null, steps jsonb not null default '[]',
  primary key (municipality, no, pledge, party));
create table published.covenant_event (
  municipality uuid not null, no int not null, id text not null, "on" date not null, kind text not null,
  pledge text, party uuid, detail jsonb not null default '{}', at timestamptz not null default now(),
  primary key (municipality, no, id));
create index published_covenant_events on published.covenant_event (municipality, at desc);
create table published.covenant_remark (
  municipality uuid not null, no int not null, id uuid not null, pledge text, kind text not null, text text not null,
  name text not null, lang text not null, asked_on date not null, answer text not null, by_function text not null,
  answered_on date not null, at timestamptz not null default now(), primary key (municipality, id));
create index published_remarks on published.covenant_remark (municipality, no, answered_on desc);
create table published.covenant_withdrawn (
  municipality uuid not null, no int not null, reason text not null check (reason <> ''),
  at timestamptz not null default now(), primary key (municipality, no));
`

/** One releases, another publishes exactly that; and so it goes away. */
const twoPeople = `
create function wall.covenant_release_follows() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare last public.covenant_release; shown boolean; fixed boolean; begin
  select * into last from public.covenant_release r where r.municipality = new.municipality
    and r.covenant = new.covenant order by r.no desc limit 1;
  if new.no <> coalesce(last.no, 0) + 1 then
    raise exception 'act % is not the next', new.no using errcode = 'insufficient_privilege'; end if;
  shown := exists (select from published.covenant c where c.municipality = new.municipality
    and c.covenant = new.covenant);
  fixed := exists (select from public.covenant_version v where v.municipality = new.municipality
    and v.covenant = new.covenant and v.no = new.version and v.state = 'final');
  if (case new.step
    when 'released' then fixed and coalesce(last.step, '') not in ('released', 'withdrawal-asked')
    when 'withdrawal-asked' then shown and coalesce(last.step, '') not in ('released', 'withdrawal-asked')
      and new.text <> ''
    when 'taken-back' then last.step = 'released' and new.version = last.version
    when 'published' then fixed and last.step = 'released' and new.version = last.version
      and new.opinions = last.opinions and new."by" <> last."by"
    when 'withdrawal-dropped' then last.step = 'withdrawal-asked'
    when 'withdrawn' then last.step = 'withdrawal-asked' and new."by" <> last."by"
    else false end) is not true then
    raise exception 'no % after % by this person', new.step, coalesce(last.step, 'nothing')
      using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger follows before insert on covenant_release for each row
  execute function wall.covenant_release_follows();
create trigger signed before insert on covenant_release for each row execute function signed_by_who_is_here();
create trigger stays before update or delete on covenant_release for each row execute function refuse_change();
create trigger never_emptied before truncate on covenant_release for each statement execute function refuse_change();

create function wall.covenant_is_public() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare last public.covenant_release; line jsonb; begin
  line := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  select r.* into last from public.covenant_release r join public.covenant c on c.municipality = r.municipality
      and c.id = r.covenant
    where r.municipality = (line ->> 'municipality')::uuid and c.no = (line ->> 'no')::int order by r.no desc limit 1;
  if last."by" is distinct from public.current_person() or last.step is distinct from
      (case when (tg_table_name = 'covenant') = (tg_op = 'DELETE') then 'withdrawn' else 'published' end) then
    raise exception 'two people make something public or take it away' using errcode = 'insufficient_privilege';
  end if;
  if tg_table_name = 'covenant' and tg_op = 'INSERT' and ((line ->> 'version')::int <> last.version
      or (line ->> 'covenant')::uuid <> last.covenant) then
    raise exception 'this is not what was released' using errcode = 'insufficient_privilege'; end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger two_people before insert or update or delete on published.covenant for each row
  when (current_user = 'leidraad_desk') execute function wall.covenant_is_public();
create trigger two_people before insert or delete on published.covenant_withdrawn for each row
  when (current_user = 'leidraad_desk') execute function wall.covenant_is_public();
`

/** Nobody is named without consent, and not before it heard so; who takes consent back is gone everywhere, at once. */
const names = `
create function wall.may_be_named(m uuid, who uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.covenant_participant p where p.municipality = m and p.id = who
    and (p.kind = 'municipality' or coalesce(p.named, false) and exists (select from public.covenant_told t
      where t.municipality = m and t.participant = who and t.ended_at is null
        and t.until < (now() at time zone 'Europe/Amsterdam')::date and (t.objected_at is null or t.goes_on)))) $$;

create function wall.names_who_may_be() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if new.party is not null and not wall.may_be_named(new.municipality, new.party) then
    raise exception 'this party may not be named' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
${['covenant_party', 'pledge_party', 'covenant_event']
  .map(
    (table) => `create trigger may_be_named before insert or update on published.${table} for each row
  execute function wall.names_who_may_be();`,
  )
  .join('\n')}

-- Without a name, as it stands in JSON.
create function wall.without_name(held jsonb, called text) returns jsonb language sql immutable
  set search_path = pg_catalog, pg_temp as $$
  select case when length(called) < 3 then held
    else replace(held::text, trim(both '"' from to_jsonb(called)::text), '[naam weggelaten]')::jsonb end $$;

-- What waits to be sent was made when something could still be read that is gone now: it is made anew.
create function wall.follow_mail_stale(m uuid) returns void language sql security definer
  set search_path = pg_catalog, pg_temp as $$
  update public.covenant_follow f set sent_until = f.sent_before, last_key = null from public.message x
    where f.municipality = m and x.municipality = m and x.key = f.last_key and x.sent_at is null;
  delete from public.message x where x.municipality = m and x.kind = 'follow-news' and x.sent_at is null $$;

create function wall.party_unnamed() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare called text; c int; begin
  update public.covenant_told set ended_at = now() where municipality = new.municipality and participant = new.id
    and ended_at is null;
  select o.name into called from public.organisation o where o.municipality = new.municipality
    and o.id = new.organisation;
  select o.no into c from public.covenant o where o.municipality = new.municipality and o.id = new.covenant;
  delete from published.covenant_party where municipality = new.municipality and party = new.id;
  delete from published.pledge_party where municipality = new.municipality and party = new.id;
  delete from published.covenant_event where municipality = new.municipality and party = new.id;
  -- The signed files keep the name that stands in their text: then they are no longer handed out.
  update published.covenant p set document = wall.without_name(p.document, called), files = null
    where p.municipality = new.municipality and p.no = c
      and wall.without_name(p.document, called) is distinct from p.document;
  update published.pledge p set terms = wall.without_name(p.terms, called),
      verdict = wall.without_name(p.verdict, called) where p.municipality = new.municipality and p.no = c;
  update published.covenant_event p set detail = wall.without_name(p.detail, called)
    where p.municipality = new.municipality and p.no = c and length(called) >= 3
      and position(called in p.detail::text) > 0;
  update published.covenant_remark p set text = replace(p.text, called, '[naam weggelaten]'),
      answer = replace(p.answer, called, '[naam weggelaten]')
    where p.municipality = new.municipality and p.no = c and length(called) >= 3;
  perform wall.follow_mail_stale(new.municipality);
  return null;
end $$;
create trigger unnamed after update of named on covenant_participant for each row
  when (old.named and new.named is not true) execute function wall.party_unnamed();

-- What the check page tells of who signed follows the same rule.
create or replace function wall.show_covenant(m uuid, c uuid) returns void language sql security definer
  set search_path = pg_catalog, pg_temp as $$
  insert into published.covenant_version as old
      (municipality, no, version, title, state, pdf, odt, json, fixed_at, signed, named)
    select m, o.no, f.version, o.title, case v.state when 'replaced' then 'replaced' else o.state end,
      f.pdf, f.odt, f.json, f.at,
      (select count(*)::int from public.covenant_signature s join public.covenant_participant p
          on p.municipality = s.municipality and p.id = s.participant
        where s.municipality = m and s.covenant = c and s.version = f.version and s.withdrawn_at is null
          and p.kind <> 'observer'),
      coalesce((select array_agg(s.organisation_name order by s.organisation_name) from public.covenant_signature s
        where s.municipality = m and s.covenant = c and s.version = f.version and s.withdrawn_at is null
          and wall.may_be_named(m, s.participant)), '{}')
    from public.covenant o
      join public.covenant_fixed f on f.municipality = o.municipality and f.covenant = o.id
      join public.covenant_version v on v.municipality = o.municipality and v.covenant = o.id and v.no = f.version
    where o.municipality = m and o.id = c and o.state <> 'draft'
    on conflict (municipality, no, version) do update
      set title = excluded.title, state = excluded.state, signed = excluded.signed, named = excluded.named
      where (old.title, old.state, old.signed, old.named)
        is distinct from (excluded.title, excluded.state, excluded.signed, excluded.named) $$;
create function wall.party_shown() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  perform wall.show_covenant(o.municipality, o.id) from public.covenant o
    where o.municipality = new.municipality and o.no = new.no;
  return null;
end $$;
create trigger shown after insert on published.covenant_party for each row execute function wall.party_shown();

create function wall.covenant_news_gone() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  perform wall.follow_mail_stale(old.municipality);
  return null;
end $$;
create trigger gone after delete on published.covenant_event for each row execute function wall.covenant_news_gone();
create trigger gone after delete on published.covenant_remark for each row execute function wall.covenant_news_gone();
`

/** What stands beside a covenant comes and goes with it. */
const together = `
create function wall.covenant_gone() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare t text; begin
  if exists (select from published.covenant c where c.municipality = old.municipality and c.no = old.no) then
    return null; end if;
  foreach t in array array['covenant_party', 'pledge', 'pledge_value', 'pledge_party', 'covenant_event',
      'covenant_remark'] loop
    execute format('delete from published.%I where municipality = $1 and no = $2', t)
      using old.municipality, old.no;
  end loop;
  return null;
end $$;
create trigger gone after delete on published.covenant for each row execute function wall.covenant_gone();

-- A remark is read by everybody once it was answered, with the function of who answered; never its address.
create function wall.show_remark(m uuid, r uuid) returns void language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if not exists (select from public.covenant_remark x where x.municipality = m and x.id = r
    and x.state = 'answered') then
    delete from published.covenant_remark where municipality = m and id = r;
    return;
  end if;
  insert into published.covenant_remark as old (municipality, no, id, pledge, kind, text, name, lang, asked_on, answer,
      by_function, answered_on)
    select m, c.no, x.id, x.pledge, x.kind, x.text, x.name, x.lang,
      (x.created_at at time zone 'Europe/Amsterdam')::date, x.answer, p.function,
      (x.answered_at at time zone 'Europe/Amsterdam')::date
    from public.covenant_remark x join public.covenant o on o.municipality = m and o.id = x.covenant
      join published.covenant c on c.municipality = m and c.no = o.no and c.to_at is null
      join public.person p on p.municipality = m and p.id = x.answered_by
    where x.municipality = m and x.id = r
    on conflict (municipality, id) do update set text = excluded.text, name = excluded.name, answer = excluded.answer
      where (old.text, old.name, old.answer) is distinct from (excluded.text, excluded.name, excluded.answer);
end $$;
create function wall.remark_shown() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  perform wall.show_remark(new.municipality, new.id);
  return null;
end $$;
create trigger shown after insert or update of state, text, name, answer on covenant_remark
  for each row execute function wall.remark_shown();
create function wall.covenant_comes() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  perform wall.show_remark(r.municipality, r.id) from public.covenant_remark r
    where r.municipality = new.municipality and r.covenant = new.covenant and r.state = 'answered';
  return null;
end $$;
create trigger comes after insert on published.covenant for each row execute function wall.covenant_comes();

create function wall.follow_gone() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  delete from public.message where municipality = old.municipality and object = 'follow/' || old.id;
  return null;
end $$;
create trigger gone after delete on covenant_follow for each row execute function wall.follow_gone();
revoke execute on function wall.covenant_release_follows(), wall.covenant_is_public(), wall.may_be_named(uuid, uuid),
  wall.names_who_may_be(), wall.without_name(jsonb, text), wall.follow_mail_stale(uuid), wall.party_unnamed(),
  wall.covenant_news_gone(), wall.covenant_gone(), wall.show_remark(uuid, uuid), wall.remark_shown(),
  wall.covenant_comes(), wall.follow_gone(), wall.party_shown() from public;
grant execute on function wall.may_be_named(uuid, uuid) to leidraad_desk, leidraad_clock;
`

const read = (table: string) => `
alter table ${table} enable row level security;
create policy desk_select on ${table} for select to leidraad_desk using (${here} and ${staff} and ${may(READ)});
grant select on ${table} to leidraad_desk;`
const FOLLOWING = ['covenant_party', 'pledge', 'pledge_value', 'pledge_party', 'covenant_event']

const rights = `
${read('covenant_release')}
create policy desk_insert on covenant_release for insert to leidraad_desk with check (${here} and ${staff} and case
  when step = 'released' then ${may(WRITE)} when step in ('published', 'withdrawn') then ${may(PUBLISH)}
  else ${may(BOTH)} end);
grant insert on covenant_release to leidraad_desk;
create policy clock_select on covenant_release for select to leidraad_clock using (${here});
grant select on covenant_release to leidraad_clock;

${read('covenant_told')}
create policy desk_update on covenant_told for update to leidraad_desk
  using (${here} and ${staff} and ${may(BOTH)} and objected_at is not null and answered_at is null)
  with check (${here} and answered_by = (select current_person()));
grant update (answer, goes_on, answered_by, answered_at) on covenant_told to leidraad_desk;
create policy clock_select on covenant_told for select to leidraad_clock using (${here});
create policy clock_insert on covenant_told for insert to leidraad_clock
  with check (${here} and objected_at is null and answered_at is null and until > (now() at time zone 'Europe/Amsterdam')::date);
grant select, insert on covenant_told to leidraad_clock;

${read('covenant_remark')}
create policy desk_update on covenant_remark for update to leidraad_desk
  using (${here} and ${staff} and ${may(BOTH)} and state = 'open')
  with check (${here} and state in ('answered', 'declined') and answered_by = (select current_person()));
grant update (state, answer, answered_by, answered_at) on covenant_remark to leidraad_desk;
create policy clock_select on covenant_remark for select to leidraad_clock using (${here});
create policy clock_update on covenant_remark for update to leidraad_clock using (${here} and state <> 'open')
  with check (${here} and email = '');
grant select, update (name, email) on covenant_remark to leidraad_clock;

alter table covenant_follow enable row level security;
create policy clock_select on covenant_follow for select to leidraad_clock using (${here});
create policy clock_update on covenant_follow for update to leidraad_clock using (${here}) with check (${here});
create policy clock_delete on covenant_follow for delete to leidraad_clock using (${here});
grant select, delete, update (asked_at, sent_until, sent_before, last_key) on covenant_follow to leidraad_clock;

create policy clock_select_confirmed on pledge_note for select to leidraad_clock
  using (${here} and kind = 'confirmed');
grant select on pledge_note to leidraad_clock;
grant update (unsubscribe) on message to leidraad_clock;

${['covenant', 'covenant_remark', 'covenant_withdrawn', ...FOLLOWING]
  .map(
    (table) => `
alter table published.${table} enable row level security;
create policy read_by_all on published.${table} for select to leidraad_public using (true);
create policy desk_select on published.${table} for select to leidraad_desk using (${here});
create policy clock_select on published.${table} for select to leidraad_clock using (${here});
grant select on published.${table} to leidraad_public, leidraad_desk, leidraad_clock;`,
  )
  .join('')}
${['covenant', 'covenant_withdrawn']
  .map(
    (table) => `
create policy desk_insert on published.${table} for insert to leidraad_desk with check (${here} and ${may(PUBLISH)});
create policy desk_delete on published.${table} for delete to leidraad_desk using (${here} and ${may(PUBLISH)});
grant insert, delete on published.${table} to leidraad_desk;`,
  )
  .join('')}
create policy desk_update on published.covenant for update to leidraad_desk using (${here} and ${may(PUBLISH)})
  with check (${here} and ${may(PUBLISH)});
grant update (to_at) on published.covenant to leidraad_desk;
create policy clock_update on published.covenant for update to leidraad_clock using (${here} and to_at is null)
  with check (${here} and to_at is null);
grant update (state, begins_on, ends_on, counts, files) on published.covenant to leidraad_clock;
${FOLLOWING.map(
  (table) => `
create policy clock_insert on published.${table} for insert to leidraad_clock with check (${here} and exists (select
  from published.covenant c where c.municipality = ${table}.municipality and c.no = ${table}.no and c.to_at is null));
create policy clock_update on published.${table} for update to leidraad_clock using (${here}) with check (${here});
create policy clock_delete on published.${table} for delete to leidraad_clock using (${here});
grant insert, update, delete on published.${table} to leidraad_clock;`,
).join('')}
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [tables, twoPeople, names, together, rights, doors]) await sql.raw(part).execute(db)
}
