/**
 * A worsening is seen twice before it is published (ADR 0116): which visits were asked for because one saw worse, and
 * the wall that lets no publication tell worse of what was seen once.
 */
import { sql, type Kysely } from 'kysely'

const table = `
create table second_look (
  municipality uuid not null references municipality, subject uuid not null, visit uuid not null references visit,
  saw uuid not null references visit, criteria text[] not null, due timestamptz not null,
  asked_at timestamptz not null default now(), primary key (municipality, subject, visit),
  foreign key (municipality, subject) references subject (municipality, id));
create index second_look_visit on second_look (visit);
create index second_look_asked on second_look (asked_at);
`

const WORKER = "(select wall.part(1)) = 'leidraad_worker'"
const READ = `(select wall.may('{policy-officer,adviser,fg,security-officer,executor,decision-maker,publisher,
  account-manager,tender-officer,auditor}'))`

/** Who looks for worse reads what stands published, and asks for a visit like any other. */
const rights = `
alter table second_look enable row level security;
create policy worker_select on second_look for select to leidraad_worker using (${WORKER});
create policy worker_insert on second_look for insert to leidraad_worker with check (${WORKER});
grant select, insert on second_look to leidraad_worker;
create policy desk_select on second_look for select to leidraad_desk
  using (municipality = (select current_municipality()) and exists (select from subject s
    where s.municipality = second_look.municipality and s.id = second_look.subject
      and (s.organisation = (select current_organisation()) or ${READ})));
grant select on second_look to leidraad_desk;
create policy worker_insert on visit for insert to leidraad_worker with check (${WORKER} and state = 'open');
grant insert (id, kind, address, domain, state) on visit to leidraad_worker;
create policy worker_insert on job for insert to leidraad_worker with check (${WORKER} and kind = 'visit');
grant insert (id, kind, municipality, key, lane, parked, due) on job to leidraad_worker;
create policy worker_select on published.finding for select to leidraad_worker using (${WORKER});
grant select on published.finding to leidraad_worker;
create policy worker_select on published.subject_visit for select to leidraad_worker using (${WORKER});
grant select on published.subject_visit to leidraad_worker;
`

/**
 * Only what a published verdict is held against is looked up: of a first publication nothing. That the rules were
 * others can be seen here, what they would have said of earlier evidence cannot: the program judges that anew.
 */
const wall = `
create function wall.rank(verdict text) returns int language sql immutable as $$
  select case verdict when 'met' then 2 when 'partly' then 1 when 'unmet' then 0 end $$;
create function wall.apart(one timestamptz, other timestamptz) returns boolean language sql immutable as $$
  select abs(extract(epoch from one - other)) >= 4 * 3600
    and floor(extract(hour from one at time zone 'Europe/Amsterdam') / 6)
      <> floor(extract(hour from other at time zone 'Europe/Amsterdam') / 6) $$;

create function wall.worse_is_seen_twice() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare once text;
begin
  select format('%s van %s', f.criterion, f.subject) into once
  from fresh f
  cross join lateral (select p.verdict, coalesce(p.to_no, f.from_no) - 1 as no from published.finding p
    where p.municipality = f.municipality and p.subject = f.subject and p.criterion = f.criterion
      and p.from_no < f.from_no and p.verdict in ('met', 'partly', 'unmet') order by p.from_no desc limit 1) b
  where wall.rank(f.verdict) < wall.rank(b.verdict)
    and not (f.cause in ('norm', 'measurement') and exists (select from published.publication n
      cross join lateral (select o.catalogue_version, o.versions from published.publication o
        where o.municipality = n.municipality and o.no < n.no order by o.no desc limit 1) o
      where n.municipality = f.municipality and n.no = f.from_no
        and (n.catalogue_version, n.versions) is distinct from (o.catalogue_version, o.versions)))
    and not exists (
      with looks as materialized (select v.ended_at, said.verdict from public.judgement j
        join public.visit v on v.id = j.visit and v.state = 'done'
        join public.finding said on said.municipality = j.municipality and said.subject = j.subject
          and said.criterion = f.criterion and said.from_no <= j.no and (said.to_no is null or said.to_no > j.no)
        where j.municipality = f.municipality and j.subject = f.subject and j.current
          and wall.rank(said.verdict) <= wall.rank(f.verdict)
          and v.ended_at > coalesce((select s.measured_at from published.subject_visit s
            where s.municipality = f.municipality and s.id = f.subject and s.from_no <= b.no
              and (s.to_no is null or s.to_no > b.no)), '-infinity') + interval '1 ms')
      select from looks one join looks other on wall.apart(one.ended_at, other.ended_at))
  limit 1;
  if once is not null then
    raise exception 'een verslechtering is pas openbaar als zij twee keer is gezien: %', once using errcode = '23514';
  end if;
  return null;
end $$;
revoke all on function wall.worse_is_seen_twice() from public;
create trigger worse_is_seen_twice after insert on published.finding referencing new table as fresh
  for each statement execute function wall.worse_is_seen_twice();

create function wall.published_stays() returns trigger language plpgsql
  set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'wat is gepubliceerd, wordt niet herschreven' using errcode = '23514';
end $$;
revoke all on function wall.published_stays() from public;
create trigger published_stays before update of verdict on published.finding for each row
  when (old.verdict is distinct from new.verdict) execute function wall.published_stays();
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [table, rights, wall]) await sql.raw(part).execute(db)
}
