/**
 * What a person of the municipality placed is what is shown: the words by which an organisation changes it, and what it
 * writes afterwards, wait until somebody takes them over. What the municipality called off only the municipality puts
 * back, and it can take an event off the site: its words go, why stays.
 */
import { sql, type Kysely } from 'kysely'

/** What of an event an organisation changes only by a person of the municipality, once it was placed. */
const WORDS =
  'kind title about for_whom organiser phone website online route place street postcode city district why'.split(' ')
const TOLD = ['came', 'lessons', 'material', 'told_on']
const quoted = (columns: readonly string[]) => columns.map((each) => `'${each}'`).join()

const columns = `
alter table event add column stopped boolean not null default false,
  add column taken_off text not null default '' check (length(taken_off) <= 500),
  add constraint event_taken_off check (taken_off = '' or state = 'cancelled'),
  add column pending jsonb not null default '{}'
    check (jsonb_typeof(pending) = 'object' and length(pending::text) <= 40000),
  add column refused text not null default '' check (length(refused) <= 500);
grant update (taken_off) on event to leidraad_desk;
`
const rules = `
create function wall.event_asked() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare today date := (now() at time zone 'Europe/Amsterdam')::date; was public.event := case tg_op when 'UPDATE' then old end;
begin
  if tg_op = 'UPDATE' and (new.taken, new.waiting) is distinct from (old.taken, old.waiting) then return new; end if;
  if public.current_organisation() is not null then
    if was.stopped or new.taken_off <> '' then
      raise exception 'the municipality called this off' using errcode = 'insufficient_privilege'; end if;
    if (new.kind = 'hack' and was.kind is distinct from 'hack')
      or (new.organiser is distinct from was.organiser and new.organiser ~* '\\mgemeente\\M') then
      raise exception 'this is of the municipality alone' using errcode = 'check_violation'; end if;
  elsif new.organisation is not null and new.state = 'cancelled' and was.state is distinct from 'cancelled' then
    new.stopped := public.current_person() is not null;
  end if;
  if new.state <> 'cancelled' then new.stopped := false; new.taken_off := '';
  elsif new.taken_off <> '' then new.stopped := true; end if;
  if tg_op = 'UPDATE' and new.ends_on >= today then
    if (new.came, new.lessons, new.material) is distinct from (old.came, old.lessons, old.material) then
      raise exception 'nothing is told before it was' using errcode = 'check_violation'; end if;
    if new.ends_on <> old.ends_on and (new.came is not null or new.lessons <> ''
      or (new.refused = '' and new.pending ?| array[${quoted(TOLD)}])) then
      raise exception 'what was told of does not come again' using errcode = 'check_violation'; end if;
  end if;
  return new;
end $$;
create trigger asked before insert or update on event for each row execute function wall.event_asked();

-- Goes before what makes news of a change: what waits is none.
create function wall.event_held() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare was jsonb := to_jsonb(old); now_is jsonb := to_jsonb(new); held jsonb; begin
  if public.current_organisation() is null or old.placed_at is null then return new; end if;
  select coalesce(jsonb_object_agg(c, now_is -> c) filter (where now_is -> c is distinct from was -> c), '{}')
    into held from unnest(tg_argv) c;
  new := jsonb_populate_record(new, (select jsonb_object_agg(c, was -> c) from unnest(tg_argv) c));
  new.pending := (old.pending - tg_argv) || held;
  new.refused := '';
  return new;
end $$;
create trigger asked_words before update of ${WORDS.join(', ')} on event
  for each row execute function wall.event_held(${quoted(WORDS)});
create trigger asked_told before update of ${TOLD.join(', ')} on event
  for each row execute function wall.event_held(${quoted(TOLD)});

-- Takes over what waits, or says why not: then it stays with whoever wrote it. False: nothing waits.
create function wall.settle_event(e uuid, why text) returns boolean language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare m uuid := public.current_municipality(); k public.event; n public.event; begin
  if public.current_organisation() is not null
    or not wall.may('{policy-officer,account-manager,executor,security-officer}') then
    raise exception 'only the municipality' using errcode = 'insufficient_privilege'; end if;
  select * into k from public.event where municipality = m and id = e for update;
  if k.id is null or k.pending = '{}' or k.refused <> '' then return false; end if;
  if settle_event.why <> '' then
    update public.event set refused = settle_event.why where municipality = m and id = e;
    return true;
  end if;
  n := jsonb_populate_record(k, k.pending);
  update public.event set (${WORDS.join(', ')}) = (${WORDS.map((each) => `n.${each}`).join(', ')}), pending = k.pending - array[${quoted(WORDS)}]
    where municipality = m and id = e;
  if k.ends_on < (now() at time zone 'Europe/Amsterdam')::date and k.pending ?| array[${quoted(TOLD)}] then
    update public.event set (${TOLD.join(', ')}) = (${TOLD.map((each) => `n.${each}`).join(', ')}), pending = '{}'
      where municipality = m and id = e;
  end if;
  return true;
end $$;
revoke execute on function wall.event_asked(), wall.event_held(), wall.settle_event(uuid, text) from public;
grant execute on function wall.settle_event(uuid, text) to leidraad_desk;
`

/** Follows \`shown\` and \`shown_hack\` by its name. */
const gone = `
create table published.event_gone (
  municipality uuid not null, no int not null, why text not null check (length(why) <= 500), gone_on date not null,
  primary key (municipality, no));
alter table published.event_gone enable row level security;
create policy read_by_all on published.event_gone for select to leidraad_public using (true);
grant select on published.event_gone to leidraad_public;
create function wall.show_event_gone() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if new.taken_off = '' then
    delete from published.event_gone where municipality = new.municipality and no = new.no;
    return null;
  end if;
  delete from published.event where municipality = new.municipality and no = new.no;
  delete from published.hack_event where municipality = new.municipality and no = new.no;
  insert into published.event_gone (municipality, no, why, gone_on) values (new.municipality, new.no, new.taken_off,
      (now() at time zone 'Europe/Amsterdam')::date)
    on conflict (municipality, no) do update set why = excluded.why;
  return null;
end $$;
revoke execute on function wall.show_event_gone() from public;
create trigger shown_off after update on event for each row when (old.taken_off <> '' or new.taken_off <> '')
  execute function wall.show_event_gone();
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [columns, rules, gone]) await sql.raw(part).execute(db)
}
