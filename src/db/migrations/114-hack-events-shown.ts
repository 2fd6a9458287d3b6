/**
 * What everybody reads of a hack event, following what is kept of it: the systems and their times once every supplier
 * that was asked said yes, how many findings there were and how many were mended, and who wants to be thanked by name.
 */
import { sql, type Kysely } from 'kysely'

const shown = `
create table published.hack_event (
  municipality uuid not null, no int not null, told jsonb not null, changed_at timestamptz not null default now(),
  primary key (municipality, no));

create function wall.show_hack(m uuid, e uuid) returns void language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare k public.event; h public.hack_event; waits int; given int; told jsonb; safe boolean; begin
  select * into k from public.event where municipality = m and id = e;
  if k.id is null or k.kind <> 'hack' or k.placed_at is null or k.state not in ('placed', 'cancelled')
    or k.taken_off <> '' then
    delete from published.hack_event where municipality = m and no = k.no;
    return;
  end if;
  select * into h from public.hack_event where municipality = m and event = e;
  select count(*) filter (where state = 'asked'), count(*) filter (where state = 'given') into waits, given
    from public.hack_target where municipality = m and event = e;
  -- Nothing is in scope while anybody was asked and did not answer, or while nobody can have a system switched off.
  safe := k.ends_on < (now() at time zone 'Europe/Amsterdam')::date
    or coalesce(h.stop_name, '') <> '' and coalesce(h.stop_phone, '') <> '';
  select jsonb_build_object('stop', coalesce(h.stop_phone, ''), 'forbidden', coalesce(h.forbidden, ''),
      'agreed', waits = 0 and given > 0 and safe,
      'scope', coalesce((select jsonb_agg(jsonb_build_object('name', t.name, 'address', t.address,
          'supplier', t.supplier, 'opensOn', t.opens_on, 'opens', t.opens, 'closesOn', t.closes_on,
          'closes', t.closes, 'limits', t.limits, 'rules', t.rules) order by t.name, t.id)
        from public.hack_target t where t.municipality = m and t.event = e and t.state = 'given' and waits = 0 and safe), '[]'),
      -- What nobody judged yet, what is none, what was reported before or taken back, is no weakness that was found.
      'found', count(f.id), 'mended', count(f.mended_on), 'retested', count(f.retested_on),
      'thanks', coalesce(jsonb_agg(distinct f.thanked) filter (where f.thanked <> ''), '[]'),
      'notes', coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'title', p.title) order by p.told_on, p.id)
        filter (where p.id is not null), '[]'))
    into told from public.hack_finding f left join public.weakness_note p on p.municipality = m and p.id = f.note
      and p.taken_back_on is null
    where f.municipality = m and f.event = e and f.state not in ('received', 'double', 'out-of-scope', 'not-reproducible')
      and (f.state <> 'closed' or f.mended_on is not null);
  insert into published.hack_event (municipality, no, told) values (m, k.no, told)
    on conflict (municipality, no) do update set told = excluded.told, changed_at = now()
      where published.hack_event.told is distinct from excluded.told;
end $$;
create function wall.hack_shown() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  perform wall.show_hack(coalesce(new.municipality, old.municipality), coalesce(new.event, old.event));
  return null;
end $$;
create function wall.hack_event_shown() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  perform wall.show_hack(new.municipality, new.id);
  return null;
end $$;
revoke execute on function wall.show_hack(uuid, uuid), wall.hack_shown(), wall.hack_event_shown() from public;
create trigger shown_hack after insert or update on event for each row execute function wall.hack_event_shown();
${['hack_event', 'hack_target', 'hack_finding']
  .map(
    (table) =>
      `create trigger shown after insert or update or delete on ${table} for each row execute function wall.hack_shown();`,
  )
  .join('\n')}
alter table published.hack_event enable row level security;
create policy read_by_all on published.hack_event for select to leidraad_public using (true);
grant select on published.hack_event to leidraad_public;
`

/** Events are found by words, also by the kind in Dutch and when they are over (migration 108). */
const sought = `
create view wall.sought_event as select municipality, no as "row", no::text as key, 'nl' as lang, true as alone,
  '/samen/bijeenkomsten/' || no as path, title,
  concat_ws(' ', 'bijeenkomst evenement agenda', kind, organiser, district) as keywords, coalesce(told ->> 'about', '') as lead,
  concat_ws(' ', told ->> 'forWhom', told ->> 'place', told ->> 'lessons') as body, changed_at as at, null::date as until
  from published.event;
select wall.seek_in('event', 'event', 'no');
do $$ begin execute wall.seek_rows('event', ''); end $$;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [shown, sought]) await sql.raw(part).execute(db)
}
