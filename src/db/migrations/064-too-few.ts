/**
 * Of a pledge nothing is told of fewer than ten who are counted without a name: asked of who this pledge counts, at each
 * figure. What was said of all together where they are few, is heard by each of them first.
 */
import { sql, type Kysely } from 'kysely'

const here = 'municipality = (select current_municipality())'
const OURS = '(select current_organisation())'
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
const may = (roles: readonly string[]) => `(select wall.may('{${roles.join()}}'))`
const NOBODY = "'00000000-0000-0000-0000-000000000000'"

const rules = `
-- counted: how many parties are in the figure; latest: it holds still. Of an earlier one it is not known who was in
-- it, so that everybody with a name is taken away. As mayBeTold of progress/told.ts says.
create function wall.may_tell_together(m uuid, c uuid, p text, lvl text, counted int, latest boolean) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with party as (
    select v.standing in ('joined', 'suspended') and v.among + v.unknown > 0 as counts,
      lvl = 'named' and (v.organisation = ${NOBODY} or coalesce((select t.named from public.covenant_participant t
        where t.municipality = m and t.covenant = c and t.organisation = v.organisation and t.kind = 'party'
        order by t.at desc, t.id desc limit 1), false)) as named
    from public.pledge_value v where v.municipality = m and v.covenant = c and v.pledge = p and not v.whole
      and v.to_day is null),
  quiet as (
    select counted - count(*) filter (where named and (counts or not latest)) as least,
      not latest and lvl = 'named' and not coalesce(bool_or(not named), true) as none from party)
  select none or (latest and least = 0) or least >= 10 from quiet $$;
revoke execute on function wall.may_tell_together(uuid, uuid, text, text, int, boolean) from public;
grant execute on function wall.may_tell_together(uuid, uuid, text, text, int, boolean) to leidraad_desk;
drop policy desk_select on pledge_value;
create policy desk_select on pledge_value for select to leidraad_desk
  using (${here} and case when ${OURS} is null then ${may(READ)}
    when whole then wall.invited_to(pledge_value.municipality, pledge_value.covenant)
      and wall.may_tell_together(pledge_value.municipality, pledge_value.covenant, pledge_value.pledge,
        pledge_value.level, pledge_value.parties, pledge_value.to_day is null)
    else organisation = ${OURS} or level = 'named'
      and wall.invited_to(pledge_value.municipality, pledge_value.covenant)
      and wall.is_named(pledge_value.municipality, pledge_value.covenant, pledge_value.organisation) end);
drop function wall.all_named(uuid, uuid);

-- A miss of all together with a term to object is of few, and so of each of them.
create or replace function wall.plays_in(m uuid, v uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.pledge_verdict d where d.municipality = m and d.id = v
    and (d.organisation = public.current_organisation() or (d.whole and d.object_until is not null
      and wall.takes_part(m, d.covenant, public.current_organisation())))) $$;
-- What one of these few says is read by the municipality, not by the others.
drop policy desk_select on pledge_word;
create policy desk_select on pledge_word for select to leidraad_desk
  using (${here} and case when ${OURS} is null then ${may(READ)}
    else (organisation is null or organisation = ${OURS})
      and wall.plays_in(pledge_word.municipality, pledge_word.verdict) end);
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(rules).execute(db)
}
