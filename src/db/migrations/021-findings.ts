/**
 * A raw finding is a row that holds from one judgement of its subject until another says otherwise. What still holds
 * stands apart; what has ended stands in the month in which it ended, and goes with that month (ADR 0031).
 */
import { sql, type Kysely } from 'kysely'

/** Judgements of a subject are counted in the order in which they were made. */
const turns = `
alter table judgement add column no int;
update judgement j set no = n.no from (select municipality, id, row_number() over (partition by municipality, subject
    order by judged_at, id) as no from judgement) n
  where n.municipality = j.municipality and n.id = j.id;
alter table judgement alter column no set not null;
alter table judgement add constraint judgement_in_turn unique (municipality, subject, no);
`

/** Of what was kept once for each judgement: one row for as many judgements after each other as say the same. */
const held = `
create temporary table held on commit drop as
with said as (
  select f.*, j.no, lag(j.no) over turn as no_before, (f.norm, f.theme, f.verdict, f.reason, f.seen, f.strength)
    is not distinct from lag((f.norm, f.theme, f.verdict, f.reason, f.seen, f.strength)) over turn as same
  from finding f join judgement j on j.municipality = f.municipality and j.id = f.judgement
  window turn as (partition by f.municipality, f.subject, f.criterion order by j.no)),
counted as (
  select *, count(*) filter (where not same or no_before is distinct from no - 1) over
    (partition by municipality, subject, criterion order by no) as stretch from said),
ends as (
  select distinct on (municipality, subject, criterion, stretch) *,
    max(no) over (partition by municipality, subject, criterion, stretch) as last_no
  from counted order by municipality, subject, criterion, stretch, no)
select e.municipality, coalesce(date_trunc('month', after.judged_at at time zone 'UTC')::date, 'infinity') as month,
  e.subject, e.criterion, e.no as from_no, after.no as to_no, e.norm, e.theme, e.verdict, e.reason, e.seen, e.strength,
  e.at
from ends e left join judgement after on after.municipality = e.municipality and after.subject = e.subject
  and after.no = e.last_no + 1;
`

const shape = `
truncate finding;
alter table finding drop constraint finding_pkey;
alter table finding drop column judgement, drop column visit, add column from_no int not null, add column to_no int,
  add constraint finding_ends check ((to_no is null) = (month = 'infinity')),
  add primary key (municipality, subject, criterion, from_no, month),
  add foreign key (municipality, subject, from_no) references judgement (municipality, subject, no);
create table finding_standing partition of finding for values from ('infinity') to (maxvalue);
insert into finding (municipality, month, subject, criterion, from_no, to_no, norm, theme, verdict, reason, seen,
    strength, at)
  select municipality, month, subject, criterion, from_no, to_no, norm, theme, verdict, reason, seen, strength, at
  from held;
`

/**
 * A month goes whole, when nothing in it counts any more. What still holds stands in no month; of a subject that is
 * watched no longer it goes as well, when its time is over.
 */
const drop = `
create or replace function drop_months(keep interval) returns int language plpgsql security definer
  set search_path = pg_catalog, pg_temp set lock_timeout = '3s' as $$
declare each record; counts boolean; gone int := 0; long_ago timestamptz := now() - greatest(keep, interval '1 year');
begin
  for each in select part from wall.month where parent = 'public.finding'::regclass
    and ends <= long_ago order by ends loop begin
    -- Two judgements can have been made in another order than their visits.
    execute format('select exists (select from %s f
      join public.subject s on s.municipality = f.municipality and s.id = f.subject and s.ended_at is null
      cross join lateral (select v.id from public.visit v where v.kind = s.kind and v.address = s.address
        and v.state = ''done'' order by v.ended_at desc limit 1) newest
      join public.judgement j on j.municipality = s.municipality and j.subject = s.id and j.visit = newest.id
        and j.current and j.no >= f.from_no and j.no < f.to_no)', each.part)
      into counts;
    if counts then continue; end if;
    execute format('drop table %s', each.part);
    gone := gone + 1;
  exception when lock_not_available or deadlock_detected then
    raise warning 'the month % did not go now: somebody works there', each.part;
  end; end loop;
  delete from public.finding f using public.subject s where f.month = 'infinity' and s.municipality = f.municipality
    and s.id = f.subject and s.ended_at <= long_ago;
  return gone;
end $$;
`

/** Who judges sees what holds, ends it, and writes what comes in its place. */
const rights = `
grant select, update (to_no, month) on finding to leidraad_worker;
create policy worker_select on finding for select to leidraad_worker
  using ((select wall.part(1)) = 'leidraad_worker');
create policy worker_update on finding for update to leidraad_worker
  using ((select wall.part(1)) = 'leidraad_worker') with check ((select wall.part(1)) = 'leidraad_worker');
select keep_months(2);
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [turns, held, shape, drop, rights]) await sql.raw(part).execute(db)
}
