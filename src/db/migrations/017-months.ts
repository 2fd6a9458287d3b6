/**
 * Tables that are kept per month, such as findings: their months are made ahead by one function, each behind a wall of
 * its own, and whole months go when their time is over.
 */
import { sql, type Kysely } from 'kysely'

/** The tables of ours that are divided by one column called `month`, and their months. */
const catalogue = `
create view wall.monthly as
  select c.oid::regclass as parent, n.nspname as place, c.relname as name, nullif(p.partdefid, 0)::regclass as other
  from pg_partitioned_table p join pg_class c on c.oid = p.partrelid join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum = p.partattrs[0]
  where n.nspname in ('public', 'published') and p.partstrat = 'r' and p.partnatts = 1 and a.attname = 'month';
-- Also those that somebody made by hand, of whatever length.
create view wall.month as
  select m.parent, i.inhrelid::regclass as part, replace(b.ends[1], 'MINVALUE', '-infinity')::date as begins,
    replace(b.ends[2], 'MAXVALUE', 'infinity')::date as ends
  from wall.monthly m join pg_inherits i on i.inhparent = m.parent and i.inhrelid <> coalesce(m.other, 0)
  join pg_class c on c.oid = i.inhrelid
  cross join lateral regexp_match(pg_get_expr(c.relpartbound, c.oid),
    '^FOR VALUES FROM \\(''?([^'')]+)''?\\) TO \\(''?([^'')]+)''?\\)$') as b (ends);
`

/**
 * A part is reached through its whole, where the walls of the whole hold. By its own name it is nobody's but the
 * owner's: no rights, row level security, and no policy that lets anybody in.
 */
const stand = `
create function wall.stand_month(part regclass) returns void language plpgsql
  set search_path = pg_catalog, pg_temp as $$
declare each record; begin
  if not (select relrowsecurity from pg_class where oid = part) then
    execute format('alter table %s enable row level security', part);
  end if;
  for each in select distinct a.grantee from pg_class c cross join lateral (
      select * from aclexplode(c.relacl) union all
      select e.* from pg_attribute t cross join lateral aclexplode(t.attacl) e where t.attrelid = c.oid) a
    where c.oid = part and a.grantee <> c.relowner loop
    execute format('revoke all on %s from %s', part,
      case each.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(each.grantee)) end);
  end loop;
  for each in select polname from pg_policy where polrelid = part loop
    execute format('drop policy %I on %s', each.polname, part);
  end loop;
end $$;
`

/**
 * A month takes along what fell into the part for everything else before there was a month for it. Who is in the way of
 * a lock for some seconds is not kept waiting: then it is made the next time, and nothing is lost meanwhile.
 */
const make = `
create function wall.make_month(whole wall.monthly, begins date) returns boolean language plpgsql
  set search_path = pg_catalog, pg_temp as $$
declare
  part text := format('%I.%I', whole.place, whole.name || to_char(begins, '_YYYY_MM'));
  until date := begins + interval '1 month';
begin
  -- Two who make the same month make one.
  execute format('lock table %s in share update exclusive mode', whole.parent);
  if to_regclass(part) is not null or exists (select from wall.month m where m.parent = whole.parent
    and m.begins < until and m.ends > make_month.begins) then return false; end if;
  execute format('create table %s (like %s including all)', part, whole.parent);
  perform wall.stand_month(part::regclass);
  if whole.other is not null then
    execute format('with gone as (delete from %s where month >= %L and month < %L returning *)
      insert into %s select * from gone', whole.other, begins, until, part);
  end if;
  execute format('alter table %s attach partition %s for values from (%L) to (%L)', whole.parent, part, begins, until);
  return true;
end $$;

create function keep_months(ahead int) returns int language plpgsql security definer
  set search_path = pg_catalog, pg_temp set lock_timeout = '3s' as $$
declare whole wall.monthly; each record; wanted date; months date[]; made int := 0; begin
  for whole in select * from wall.monthly loop begin
    select array_agg((date_trunc('month', now()) + make_interval(months => i))::date) into months
      from generate_series(0, least(ahead, 24)) i;
    if whole.other is not null then
      execute format('select $1 || coalesce(array_agg(distinct date_trunc(''month'', month)::date), ''{}'') from %s',
        whole.other) into months using months;
    end if;
    for wanted in select distinct m from unnest(months) m where not exists (select from wall.month t
      where t.parent = whole.parent and t.begins < m + interval '1 month' and t.ends > m) order by m loop
      made := made + wall.make_month(whole, wanted)::int;
    end loop;
    for each in select inhrelid::regclass as part from pg_inherits where inhparent = whole.parent loop
      perform wall.stand_month(each.part);
    end loop;
  exception when lock_not_available or deadlock_detected then
    raise warning 'the months of % were not made now: somebody works there', whole.parent;
  end; end loop;
  return made;
end $$;
`

/**
 * A month goes whole, and only when nothing in it counts any more: a subject that is watched and was not visited since
 * keeps the month of its newest visit. What was published has intervals of its own, and stays.
 */
const drop = `
create function drop_months(keep interval) returns int language plpgsql security definer
  set search_path = pg_catalog, pg_temp set lock_timeout = '3s' as $$
declare each record; counts boolean; gone int := 0; begin
  for each in select part from wall.month where parent = 'public.finding'::regclass
    and ends <= now() - greatest(keep, interval '1 year') order by ends loop begin
    execute format('select exists (select from public.subject s
      cross join lateral (select v.id from public.visit v where v.kind = s.kind and v.address = s.address
        and v.state = ''done'' order by v.ended_at desc limit 1) newest
      join public.judgement j on j.municipality = s.municipality and j.subject = s.id and j.visit = newest.id
        and j.current
      join %s f on f.municipality = j.municipality and f.judgement = j.id where s.ended_at is null)', each.part)
      into counts;
    if counts then continue; end if;
    execute format('drop table %s', each.part);
    gone := gone + 1;
  exception when lock_not_available or deadlock_detected then
    raise warning 'the month % did not go now: somebody works there', each.part;
  end; end loop;
  return gone;
end $$;
`

const rights = `
revoke all on wall.monthly, wall.month from public;
revoke all on function wall.stand_month(regclass), wall.make_month(wall.monthly, date), keep_months(int),
  drop_months(interval) from public;
grant execute on function keep_months(int), drop_months(interval) to leidraad_clock;
select keep_months(2);
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [catalogue, stand, make, drop, rights]) await sql.raw(part).execute(db)
}
