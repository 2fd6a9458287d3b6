/** What everybody reads of a campaign follows the campaign itself: its plan from the day it is fixed, and its outcome. */
import { sql, type Kysely } from 'kysely'

const DAY = (column: string) => `(${column} at time zone 'Europe/Amsterdam')::date`

const shown = `
create table published.campaign (
  municipality uuid not null, number text not null, state text not null, title text not null, aim text not null,
  norm text not null, plan text not null, hash text not null, frozen_on date not null, frozen_by text not null,
  draw_on date not null, starts date not null, until date not null, after date not null, value text, seed text,
  drawn_on date, drawn_by text, firsts text[] not null, result jsonb, told_on date, told_by text,
  stopped_on date, stopped_why text, changed_at timestamptz not null, primary key (municipality, number));
create index published_campaign_newest on published.campaign (municipality, frozen_on desc, number);
create index published_campaign_on on published.campaign (municipality, norm, frozen_on desc, number);
alter table published.campaign enable row level security;
create policy read_by_all on published.campaign for select to leidraad_public using (true);
grant select on published.campaign to leidraad_public;

-- Somebody spoke to them, at any moment: what came later does not undo it.
create function wall.campaign_was_reached(m uuid, c uuid, o uuid) returns boolean language sql stable
  set search_path = pg_catalog, pg_temp as $$ select exists (select from public.campaign_reach r
    where r.municipality = m and r.campaign = c and r.organisation = o and r.outcome = 'reached') $$;
revoke execute on function wall.campaign_was_reached(uuid, uuid, uuid) from public;
grant execute on function wall.campaign_was_reached(uuid, uuid, uuid) to leidraad_desk;

create function wall.show_campaign(m uuid, c uuid) returns void language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare x public.campaign; begin
  select * into x from public.campaign where municipality = m and id = c;
  if x.hash is null then return; end if;
  insert into published.campaign (municipality, number, state, title, aim, norm, plan, hash, frozen_on, frozen_by,
      draw_on, starts, until, after, value, seed, drawn_on, drawn_by, firsts, result, told_on, told_by,
      stopped_on, stopped_why, changed_at)
    select m, x.number, x.state, x.title, x.aim, x.norm, x.plan, x.hash, ${DAY('x.frozen_at')}, f.function, x.draw_on,
      x.starts, x.until, x.after, x.value, x.seed, ${DAY('x.drawn_at')}, d.function,
      coalesce((select array_agg(distinct cluster order by cluster) from public.campaign_member
        where municipality = m and campaign = c and first), '{}'),
      x.result, ${DAY('x.told_at')}, t.function, ${DAY('x.stopped_at')}, x.stopped_why,
      greatest(x.frozen_at, x.drawn_at, x.told_at, x.stopped_at)
    from public.person f
    left join public.person d on d.municipality = m and d.id = x.drawn_by
    left join public.person t on t.municipality = m and t.id = x.told_by
    where f.municipality = m and f.id = x.frozen_by
    on conflict (municipality, number) do update set state = excluded.state, value = excluded.value,
      seed = excluded.seed, drawn_on = excluded.drawn_on, drawn_by = excluded.drawn_by, firsts = excluded.firsts,
      result = excluded.result, told_on = excluded.told_on, told_by = excluded.told_by,
      stopped_on = excluded.stopped_on, stopped_why = excluded.stopped_why, changed_at = excluded.changed_at;
end $$;
create function wall.campaign_moved() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  perform wall.show_campaign(new.municipality, new.id);
  return null;
end $$;
revoke execute on function wall.show_campaign(uuid, uuid), wall.campaign_moved() from public;
-- Not when somebody is reached: of a count that is told every day the difference of two days is one organisation. How
-- many were reached is told once, with the outcome.
create trigger shown after update on campaign for each row execute function wall.campaign_moved();
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
