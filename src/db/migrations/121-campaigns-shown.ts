/** What everybody reads of a campaign follows the campaign itself: its plan from the day it is fixed, and its outcome. */
import { sql, type Kysely } from 'kysely'

const DAY = (column: string) => `(${column} at time zone 'Europe/Amsterdam')::date`
/** A count of one to four, or of all but so many, is not told. */
const told = (count: string, of: string) =>
  `case when (${count} between 1 and 4) or (${of} - ${count} between 1 and 4) then null else ${count} end`

const shown = `
create table published.campaign (
  municipality uuid not null, number text not null, state text not null, title text not null, aim text not null,
  norm text not null, plan text not null, hash text not null, frozen_on date not null, frozen_by text not null,
  draw_on date not null, starts date not null, until date not null, after date not null, value text, seed text,
  drawn_on date, drawn_by text, firsts text[] not null, reach jsonb, result jsonb, told_on date, told_by text,
  stopped_on date, stopped_why text, changed_at timestamptz not null, primary key (municipality, number));
create index published_campaign_newest on published.campaign (municipality, frozen_on desc, number);
alter table published.campaign enable row level security;
create policy read_by_all on published.campaign for select to leidraad_public using (true);
grant select on published.campaign to leidraad_public;

-- Somebody spoke to them, at any moment: what came later does not undo it. Counted in public and at the desk alike.
create function wall.campaign_was_reached(m uuid, c uuid, o uuid) returns boolean language sql stable
  set search_path = pg_catalog, pg_temp as $$ select exists (select from public.campaign_reach r
    where r.municipality = m and r.campaign = c and r.organisation = o and r.outcome = 'reached') $$;
revoke execute on function wall.campaign_was_reached(uuid, uuid, uuid) from public;
grant execute on function wall.campaign_was_reached(uuid, uuid, uuid) to leidraad_desk;

-- Of those that went first how many were reached, and of those that wait how many before their turn.
create function wall.campaign_reach_counts(m uuid, c uuid) returns jsonb language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('meant', count(*) filter (where first),
    'first', ${told('count(*) filter (where first and reached)', 'count(*) filter (where first)')},
    'waiting', ${told('count(*) filter (where not first and reached)', 'count(*) filter (where not first)')})
  from (select x.first, wall.campaign_was_reached(m, c, x.organisation) as reached
    from public.campaign_member x where x.municipality = m and x.campaign = c) each $$;

create function wall.show_campaign(m uuid, c uuid) returns void language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare x public.campaign; begin
  select * into x from public.campaign where municipality = m and id = c;
  if x.hash is null then return; end if;
  insert into published.campaign (municipality, number, state, title, aim, norm, plan, hash, frozen_on, frozen_by,
      draw_on, starts, until, after, value, seed, drawn_on, drawn_by, firsts, reach, result, told_on, told_by,
      stopped_on, stopped_why, changed_at)
    select m, x.number, x.state, x.title, x.aim, x.norm, x.plan, x.hash, ${DAY('x.frozen_at')}, f.function, x.draw_on,
      x.starts, x.until, x.after, x.value, x.seed, ${DAY('x.drawn_at')}, d.function,
      coalesce((select array_agg(distinct cluster order by cluster) from public.campaign_member
        where municipality = m and campaign = c and first), '{}'),
      case when x.drawn_at is not null then wall.campaign_reach_counts(m, c) end, x.result, ${DAY('x.told_at')},
      t.function, ${DAY('x.stopped_at')}, x.stopped_why,
      greatest(x.frozen_at, x.drawn_at, x.told_at, x.stopped_at)
    from public.person f
    left join public.person d on d.municipality = m and d.id = x.drawn_by
    left join public.person t on t.municipality = m and t.id = x.told_by
    where f.municipality = m and f.id = x.frozen_by
    on conflict (municipality, number) do update set state = excluded.state, value = excluded.value,
      seed = excluded.seed, drawn_on = excluded.drawn_on, drawn_by = excluded.drawn_by, firsts = excluded.firsts,
      reach = excluded.reach, result = excluded.result, told_on = excluded.told_on, told_by = excluded.told_by,
      stopped_on = excluded.stopped_on, stopped_why = excluded.stopped_why, changed_at = excluded.changed_at;
end $$;
create function wall.campaign_moved() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if tg_table_name = 'campaign' then perform wall.show_campaign(new.municipality, new.id);
  else perform wall.show_campaign(new.municipality, new.campaign); end if;
  return null;
end $$;
revoke execute on function wall.campaign_reach_counts(uuid, uuid), wall.show_campaign(uuid, uuid),
  wall.campaign_moved() from public;
create trigger shown after update on campaign for each row execute function wall.campaign_moved();
create trigger shown after insert on campaign_reach for each row execute function wall.campaign_moved();
`

/** What of it can be found by words (migration 108). */
const sought = `
create view wall.sought_campaign as select municipality, number as "row", number as key, 'nl' as lang, true as alone,
  '/samen/campagnes/' || left(number, 5) || '-' || substr(number, 6) as path, title,
  concat_ws(' ', 'campagne', number, norm) as keywords, aim as lead,
  concat_ws(' ', plan::jsonb ->> 'about', (select string_agg(s #>> '{}', ' ')
    from jsonb_path_query(plan::jsonb, '$.steps[*]') s)) as body,
  changed_at as at, null::date as until from published.campaign;
select wall.seek_in('campaign', 'campaign', 'number');
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [shown, sought]) await sql.raw(part).execute(db)
}
