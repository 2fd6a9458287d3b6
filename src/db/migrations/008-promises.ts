/**
 * Promises that hold: what was given stays readable, who leaves is forgotten everywhere, mail that does not arrive is
 * told, and an organisation that opens its self-check again counts once. See docs/decisions/0015-forgetting.md.
 */
import { sql, type Kysely } from 'kysely'
import { forgetting } from './008-forgetting.ts'

const mail = `
-- What a message is about and who caused it, so that it can be told there when it does not arrive.
alter table message add column object text, add column by uuid,
  add column trouble text check (trouble in ('address', 'full', 'refused', 'later', 'away', 'left')),
  add column said text;
create index message_of_object on message (municipality, object) where object is not null;
-- A link that was handed over on a screen works until it was used once: then its organisation gets one of its own.
alter table one_time_link add column handed boolean not null default false;
create table municipality_contact (
  municipality uuid primary key references municipality, phone text not null default '',
    email text not null default '', changed_at timestamptz not null default now());
alter table municipality_contact enable row level security;
create policy tenant on municipality_contact to leidraad_desk, leidraad_clock
  using (municipality = current_municipality()) with check (municipality = current_municipality());
create policy partner on municipality_contact as restrictive for insert to leidraad_desk
  with check (current_organisation() is null);
create policy partner_changes on municipality_contact as restrictive for update to leidraad_desk
  using (current_organisation() is null);
grant update on municipality_contact to leidraad_desk;
`

const MINE = `(select organisation from form f where f.municipality = form_check.municipality
    and f.id = form_check.form) is null
  or (select organisation from form f where f.municipality = form_check.municipality
    and f.id = form_check.form) = current_organisation()`

const questionnaires = `
-- In which version of the questionnaire it was answered: the words of then stay.
alter table answer add column version text;
update answer a set version = coalesce(
  (select detail::jsonb ->> 'from' from audit where municipality = a.municipality and act = 'form.migrated'
    and object = 'form/' || a.form and at::timestamptz > a.at order by no limit 1),
  (select version from form where municipality = a.municipality and id = a.form));
alter table answer alter column version set not null;
create function version_of_form() returns trigger language plpgsql as $$ begin
  if new.version is null then
    select version into new.version from form where municipality = new.municipality and id = new.form;
  end if;
  return new; end $$;
create trigger version before insert on answer for each row execute function version_of_form();
-- Answers whose question changed when the form moved on: marked until somebody looked.
create table form_check (
  municipality uuid not null, form uuid not null, question text not null,
    kind text not null check (kind in ('changed', 'again')), version text not null,
  by uuid not null, at timestamptz not null default now(), looked_at timestamptz, looked_by uuid,
  primary key (municipality, form, question), foreign key (municipality, form) references form (municipality, id));
alter table form_check enable row level security;
create policy tenant on form_check to leidraad_desk, leidraad_clock using (municipality = current_municipality())
  with check (municipality = current_municipality());
create policy own on form_check as restrictive to leidraad_desk, leidraad_clock using (${MINE}) with check (${MINE});
create policy partner on form_check as restrictive to leidraad_desk
  using (current_organisation() is null or form in (select id from form))
  with check (current_organisation() is null or form in (select id from form));
grant update on form_check to leidraad_desk;
`

/**
 * Who opens again and ends once more counts only together with four others who did: of one alone it could be told what
 * it changed.
 */
const again = `
alter table baseline add column reopened_at timestamptz;
alter table baseline_figure add column again boolean not null default false;
create or replace function keep_baseline_figure(asked_year int, asked_cluster text, asked_question text,
  asked_value real) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into baseline_figure (municipality, year, cluster, question, organisation, value, again)
  select current_municipality(), asked_year, asked_cluster, asked_question, current_organisation(), asked_value,
    exists (select from baseline b where b.municipality = current_municipality()
      and b.organisation = current_organisation() and b.year = asked_year and b.reopened_at is not null)
  where current_organisation() is not null
  on conflict (municipality, year, cluster, question, organisation) do update set value = excluded.value $$;
create or replace function baseline_group(asked_year int) returns table (cluster text, question text,
  organisations int, mean real)
language sql stable security definer set search_path = public, pg_temp as $$
  with numbered as (
    select f.cluster, f.question, f.value, row_number() over each_one as place,
      count(*) over (partition by f.cluster, f.question, f.again) as all_of_them
    from baseline_figure f where f.municipality = current_municipality() and f.year = asked_year and f.value is not null
    window each_one as (partition by f.cluster, f.question, f.again order by f.at, f.organisation))
  select n.cluster, n.question, count(*)::int, least(0.9, greatest(0.1, round(avg(n.value)::numeric * 20) / 20))::real
  from numbered n where n.place <= n.all_of_them - n.all_of_them % 5
  group by n.cluster, n.question having count(*) >= 10 $$;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [mail, questionnaires, again, forgetting]) await sql.raw(part).execute(db)
}
