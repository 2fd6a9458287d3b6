/**
 * Groups of organisations: those that are alike (clusters A to D) and those of one street. Who has a self-check has the
 * group that was confirmed there; for others a person of the municipality chooses one. What a group works on first
 * (spearpoints) is chosen and made public by two people. What an organisation did and agrees to is its own.
 */
import { sql, type Kysely } from 'kysely'

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
const GROUP = ['account-manager', 'policy-officer']
const CHOOSE = ['policy-officer']
const PUBLISH = ['publisher', 'policy-officer', 'decision-maker']
const may = (roles: readonly string[]) => `(select wall.may('{${roles.join()}}'))`
const here = 'municipality = (select current_municipality())'
const own = 'organisation = (select current_organisation())'
const mine = `${own} and ${may(['partner'])}`
const me = '(select current_person())'

/** A street is its name: a house number is left off, but not a year that the street is named after. */
const groups = `
alter table organisation add column street_name text generated always as (
  regexp_replace(btrim(coalesce(street, '')), '\\s+(?!(1[89]|20)\\d\\d$)\\d+\\s*[[:alpha:]]?([-/ ]+[[:alnum:]]{1,4})*$', '')
) stored;
create index organisation_street on organisation (municipality, street_name) where street_name <> '';

create table organisation_group (
  municipality uuid not null, organisation uuid not null, no int not null,
  cluster text not null check (cluster in ('A', 'B', 'C', 'D')),
  proposed text check (proposed in ('A', 'B', 'C', 'D')), rule text not null default '', reason text not null default '',
  by uuid not null, at timestamptz not null default now(),
  primary key (municipality, organisation, no), check (cluster is not distinct from proposed or reason <> ''),
  foreign key (municipality, organisation) references organisation (municipality, id),
  foreign key (municipality, by) references person (municipality, id));
create trigger signed before insert on organisation_group for each row execute function signed_by_who_is_here();
create trigger stays before update or delete on organisation_group for each row execute function refuse_change();
create trigger never_emptied before truncate on organisation_group for each statement execute function refuse_change();
alter table organisation_group enable row level security;
create policy desk_select on organisation_group for select to leidraad_desk
  using (${here} and (${may(READ)} or ${mine}));
create policy desk_insert on organisation_group for insert to leidraad_desk
  with check (${here} and ${may(GROUP)} and by = ${me});
grant select, insert on organisation_group to leidraad_desk;

-- Of an organisation the group that counts: its own self-check goes before what the municipality chose.
create view group_member with (security_invoker = true) as
select o.municipality, o.id as organisation, 'cluster' as kind, coalesce(b.cluster, g.cluster) as name,
  case when b.cluster is null then 'desk' else 'self-check' end as by
from organisation o
left join lateral (select cluster from baseline b where b.municipality = o.municipality and b.organisation = o.id
  and b.cluster is not null and b.cluster_confirmed_by is not null and b.state in ('running', 'done')
  order by b.year desc limit 1) b on true
left join lateral (select cluster from organisation_group g where g.municipality = o.municipality
  and g.organisation = o.id order by g.no desc limit 1) g on true
where coalesce(b.cluster, g.cluster) is not null
union all
select municipality, id, 'street', street_name, 'address' from organisation where street_name <> '';
grant select on group_member to leidraad_desk;
`

const spearpoints = `
create table spearpoint (
  municipality uuid not null references municipality, id uuid not null,
  kind text not null check (kind in ('cluster', 'street')), name text not null check (name <> ''),
  norm text not null, criterion text not null, reason text not null check (reason <> ''), figures jsonb not null,
  by uuid not null, at timestamptz not null default now(),
  state text not null default 'chosen' check (state in ('chosen', 'published', 'withdrawal-asked', 'withdrawn')),
  primary key (municipality, id), foreign key (municipality, by) references person (municipality, id));
create unique index spearpoint_once on spearpoint (municipality, kind, name, norm) where state <> 'withdrawn';
create trigger signed before insert on spearpoint for each row execute function signed_by_who_is_here();
create trigger never_emptied before truncate on spearpoint for each statement execute function refuse_change();
alter table spearpoint enable row level security;
create policy desk_select on spearpoint for select to leidraad_desk using (${here} and ${may(READ)});
create policy desk_insert on spearpoint for insert to leidraad_desk
  with check (${here} and ${may(CHOOSE)} and by = ${me} and state = 'chosen');
grant select, insert on spearpoint to leidraad_desk;

create table spearpoint_step (
  municipality uuid not null, spearpoint uuid not null, no int not null,
  step text not null check (step in ('published', 'withdrawal-asked', 'withdrawal-dropped', 'withdrawn')),
  reason text not null default '', by uuid not null, at timestamptz not null default now(),
  primary key (municipality, spearpoint, no),
  check (step not in ('withdrawal-asked') or reason <> ''),
  foreign key (municipality, spearpoint) references spearpoint (municipality, id),
  foreign key (municipality, by) references person (municipality, id));
create trigger signed before insert on spearpoint_step for each row execute function signed_by_who_is_here();
create trigger stays before update or delete on spearpoint_step for each row execute function refuse_change();
create trigger never_emptied before truncate on spearpoint_step for each statement execute function refuse_change();
alter table spearpoint_step enable row level security;
create policy desk_select on spearpoint_step for select to leidraad_desk using (${here} and ${may(READ)});
create policy desk_insert on spearpoint_step for insert to leidraad_desk
  with check (${here} and by = ${me} and ${may([...new Set([...CHOOSE, ...PUBLISH])])});
grant select, insert on spearpoint_step to leidraad_desk;

-- What everybody reads of one. Which share misses it is told of ten or more alone, in steps of a twentieth.
create table published.spearpoint (
  municipality uuid not null, id uuid not null, kind text not null check (kind in ('cluster', 'street')),
  name text not null, norm text not null, criterion text not null, reason text not null, missed real, chosen_on date not null, chosen_by text not null,
  published_on date not null, published_by text not null, ended_on date, ended_reason text not null default '',
  primary key (municipality, id));
create index published_spearpoint_of_group on published.spearpoint (municipality, kind, name);
alter table published.spearpoint enable row level security;
create policy read_by_all on published.spearpoint for select to leidraad_public using (true);
grant select on published.spearpoint to leidraad_public;

-- A step moves it, only from where it is, and what two people do is never done by one.
create function wall.step_spearpoint() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare s public.spearpoint; last public.spearpoint_step; today date := (now() at time zone 'Europe/Amsterdam')::date;
begin
  select * into s from public.spearpoint where municipality = new.municipality and id = new.spearpoint for update;
  select * into last from public.spearpoint_step where municipality = new.municipality
    and spearpoint = new.spearpoint and no < new.no order by no desc limit 1;
  if new.no <> coalesce(last.no, 0) + 1 then
    raise exception 'step % is not the next', new.no using errcode = 'unique_violation'; end if;
  if not (case new.step
      when 'published' then s.state = 'chosen' and wall.may('{${PUBLISH.join()}}')
      when 'withdrawal-asked' then s.state = 'published' and wall.may('{${CHOOSE.join()}}')
      when 'withdrawal-dropped' then s.state = 'withdrawal-asked'
      else s.state in ('chosen', 'withdrawal-asked') end) then
    raise exception 'no way leads from % to %', s.state, new.step using errcode = 'check_violation'; end if;
  if new.step = 'published' and new."by" = s."by"
    or new.step = 'withdrawn' and s.state = 'withdrawal-asked' and new."by" = last."by"
    or new.step = 'withdrawn' and s.state = 'withdrawal-asked' and not wall.may('{${PUBLISH.join()}}') then
    raise exception 'a second person does this' using errcode = 'insufficient_privilege'; end if;
  if new.step = 'withdrawn' and s.state = 'chosen' and new.reason = '' then
    raise exception 'why it is withdrawn is not said' using errcode = 'check_violation'; end if;
  update public.spearpoint set state = case new.step when 'withdrawal-dropped' then 'published' else new.step end
    where municipality = s.municipality and id = s.id;
  if new.step = 'published' then
    insert into published.spearpoint (municipality, id, kind, name, norm, criterion, reason, missed, chosen_on,
      chosen_by, published_on, published_by)
    select s.municipality, s.id, s.kind, s.name, s.norm, s.criterion, s.reason,
      case when (s.figures ->> 'known')::int >= 10
        then (round((s.figures ->> 'reach')::numeric * 20) / 20)::real end,
      (s.at at time zone 'Europe/Amsterdam')::date, c.function, today, p.function
    from public.person c, public.person p where c.municipality = s.municipality and c.id = s."by"
      and p.municipality = s.municipality and p.id = new."by";
  elsif new.step = 'withdrawn' then
    update published.spearpoint set ended_on = today, ended_reason = case when s.state = 'chosen' then new.reason
      else last.reason end where municipality = s.municipality and id = s.id;
  end if;
  return null;
end $$;
create trigger taken after insert on spearpoint_step for each row execute function wall.step_spearpoint();
revoke execute on function wall.step_spearpoint() from public;
`

/** What an organisation did about a weak point, and what it agrees to. Nobody else sees it before it says so. */
const ownSide = `
create table step_done (
  municipality uuid not null, id uuid not null, organisation uuid not null, norm text not null,
  criterion text not null, said text not null default '', upload uuid, shared boolean not null default false,
  by uuid not null, at timestamptz not null default now(),
  primary key (municipality, id), unique (municipality, organisation, criterion), check (said <> '' or upload is not null),
  foreign key (municipality, organisation) references organisation (municipality, id),
  foreign key (municipality, upload) references upload (municipality, id),
  foreign key (municipality, by) references person (municipality, id));
create trigger signed before insert on step_done for each row execute function signed_by_who_is_here();
alter table step_done enable row level security;
create policy desk_select on step_done for select to leidraad_desk
  using (${here} and (${mine} or shared and ${may(READ)}));
create policy desk_insert on step_done for insert to leidraad_desk with check (${here} and ${mine} and by = ${me});
create policy desk_update on step_done for update to leidraad_desk using (${here} and ${mine}) with check (${here} and ${mine});
create policy desk_delete on step_done for delete to leidraad_desk using (${here} and ${mine});
grant select, insert, update (shared), delete on step_done to leidraad_desk;

create table group_consent (
  municipality uuid not null, organisation uuid not null, kind text not null check (kind in ('help', 'named')),
  contact text not null default '', by uuid not null, at timestamptz not null default now(),
  primary key (municipality, organisation, kind), check ((kind = 'help') = (contact <> '')),
  foreign key (municipality, organisation) references organisation (municipality, id),
  foreign key (municipality, by) references person (municipality, id));
create trigger signed before insert on group_consent for each row execute function signed_by_who_is_here();
alter table group_consent enable row level security;
create policy desk_select on group_consent for select to leidraad_desk using (${here} and (${mine} or ${may(READ)}));
create policy desk_insert on group_consent for insert to leidraad_desk with check (${here} and ${mine} and by = ${me});
create policy desk_delete on group_consent for delete to leidraad_desk using (${here} and ${mine});
create policy clock_select on group_consent for select to leidraad_clock using (${here});
create policy clock_delete on group_consent for delete to leidraad_clock using (${here});
grant select, insert, delete on group_consent to leidraad_desk;
grant select, delete on group_consent to leidraad_clock;

-- A file that goes with what an organisation shared can be read by who may read that.
create policy desk_select_shared on upload for select to leidraad_desk using (${here} and ${may(READ)}
  and exists (select from step_done d where d.municipality = upload.municipality and d.upload = upload.id and d.shared));

-- Who of one's own group meets a criterion by what was published, and agreed to help. Nothing else of them.
create function wall.helpers(asked text[]) returns table (criterion text, name text, slug text, contact text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with me as (select name from public.group_member where municipality = public.current_municipality()
      and organisation = public.current_organisation() and kind = 'cluster'),
    helping as (select o.name, o.slug, c.contact, o.municipality from public.group_consent c
      join public.group_member g on g.municipality = c.municipality and g.organisation = c.organisation
        and g.kind = 'cluster' and g.name = (select m.name from me m)
      join public.organisation o on o.municipality = c.municipality and o.id = c.organisation
      where c.municipality = public.current_municipality() and c.kind = 'help'
        and c.organisation <> public.current_organisation()),
    newest as (select max(no) as no from published.publication where municipality = public.current_municipality())
  select f.criterion, h.name, h.slug, h.contact from helping h
  join published.subject s on s.municipality = h.municipality and s.organisation = h.slug
    and s.publication = (select n.no from newest n)
  join published.finding f on f.municipality = s.municipality and f.subject = s.id and f.to_no is null
    and f.criterion = any (asked)
  group by f.criterion, h.name, h.slug, h.contact
  having bool_and(f.verdict in ('met', 'not-applicable')) and bool_or(f.verdict = 'met')
  order by f.criterion, h.name $$;
revoke execute on function wall.helpers(text[]) from public;
grant execute on function wall.helpers(text[]) to leidraad_desk;
`

/** The landscape of a publication: groups against themes. Who stood in which group is kept for the next, and read by nobody. */
const landscape = `
create table landscape_member (
  municipality uuid not null, publication int not null, kind text not null, name text not null,
  organisation uuid not null, primary key (municipality, publication, kind, name, organisation));
alter table landscape_member enable row level security;

create table published.landscape (
  municipality uuid not null, publication int not null, kind text not null check (kind in ('cluster', 'street')),
  name text not null, organisations int, themes jsonb not null, primary key (municipality, publication, kind, name));
create table published.landscape_named (
  municipality uuid not null, publication int not null, kind text not null check (kind in ('cluster', 'street')),
  name text not null, slug text not null, called text not null, primary key (municipality, publication, kind, name, slug));
create index landscape_named_slug on published.landscape_named (municipality, slug);
alter table published.landscape enable row level security;
alter table published.landscape_named enable row level security;
create policy read_by_all on published.landscape for select to leidraad_public using (true);
create policy read_by_all on published.landscape_named for select to leidraad_public using (true);
grant select on published.landscape, published.landscape_named to leidraad_public;

-- Who no longer wants to be named is named nowhere, from that moment on.
create function wall.unname() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if old.kind = 'named' then
    delete from published.landscape_named n using public.organisation o where o.municipality = old.municipality
      and o.id = old.organisation and n.municipality = o.municipality and n.slug = o.slug;
  end if;
  return null;
end $$;
create trigger unnamed after delete on group_consent for each row execute function wall.unname();
revoke execute on function wall.unname() from public;

-- Who stops with the self-check takes along what it did and agreed to, and stands in no group of a next publication.
create function wall.leave_groups() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  delete from public.step_done where municipality = new.municipality and organisation = new.organisation;
  delete from public.group_consent where municipality = new.municipality and organisation = new.organisation;
  delete from public.landscape_member where municipality = new.municipality and organisation = new.organisation
    and kind = 'cluster';
  return null;
end $$;
create trigger left_groups after update of state on baseline for each row
  when (new.state = 'left' and old.state <> 'left') execute function wall.leave_groups();
revoke execute on function wall.leave_groups() from public;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [groups, spearpoints, ownSide, landscape]) await sql.raw(part).execute(db)
}
