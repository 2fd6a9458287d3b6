/** What an organisation answered is its own, also in its history, its files, and in the figures of its group. */
import { sql, type Kysely } from 'kysely'

/** A form of the municipality itself, or of the organisation of who is signed in. */
const MINE = `(select organisation from form f where f.municipality = ROW.municipality and f.id = ROW.form) is null
  or (select organisation from form f where f.municipality = ROW.municipality and f.id = ROW.form) = current_organisation()`
const mine = (table: string) => MINE.replaceAll('ROW', table)

const own = `
-- When a figure came in: the order of the batches.
alter table baseline_figure add column at timestamptz not null default now();
-- Shared is the answer that was there, and what comes after it; not what was said before.
alter table answer_share add column no int not null default 0;
drop policy own on answer;
create policy own on answer as restrictive for select to leidraad_desk, leidraad_clock using (${mine('answer')}
  or exists (select from answer_share s where s.municipality = answer.municipality and s.form = answer.form and s.question = answer.question and answer.no >= s.no));
create policy own_write on answer as restrictive for insert to leidraad_desk with check (${mine('answer')});
create policy own_write on answer_share as restrictive for insert to leidraad_desk with check (${mine('answer_share')});
create policy own on upload as restrictive to leidraad_desk using (organisation is null or organisation = current_organisation()) with check (organisation is null or organisation = current_organisation());
-- The rule of a proposed group tells what was answered: it is made anew from the answers, for who gave them.
alter table baseline drop column cluster_rule;
grant delete on upload to leidraad_desk;
create index upload_of_hash on upload (hash);
`

/**
 * Groups of ten or more, in batches of five: one who joins or leaves moves no figure alone. Means are rounded to a
 * twentieth and stay
 * between a tenth and nine tenths, so that a group that agrees gives nobody away.
 */
const groups = `
create or replace function baseline_group(asked_year int) returns table (cluster text, question text,
  organisations int, mean real)
language sql stable security definer set search_path = public, pg_temp as $$
  with numbered as (
    select f.cluster, f.question, f.value, row_number() over each_one as place, count(*) over (partition by f.cluster,
      f.question) as all_of_them
    from baseline_figure f where f.municipality = current_municipality() and f.year = asked_year and f.value is not null
    window each_one as (partition by f.cluster, f.question order by f.at, f.organisation))
  select n.cluster, n.question, count(*)::int, least(0.9, greatest(0.1, round(avg(n.value)::numeric * 20) / 20))::real
  from numbered n where n.all_of_them >= 10 and n.place <= n.all_of_them - n.all_of_them % 5 group by n.cluster,
    n.question $$;
create or replace function leave_baseline() returns void language sql security definer set search_path = public,
  pg_temp as $$
  delete from answer_share s using form f where f.municipality = s.municipality and f.id = s.form
    and f.municipality = current_municipality() and f.organisation = current_organisation();
  delete from answer_evidence s using form f where f.municipality = s.municipality and f.id = s.form
    and f.municipality = current_municipality() and f.organisation = current_organisation();
  delete from comment s using form f where f.municipality = s.municipality and f.id = s.form
    and f.municipality = current_municipality() and f.organisation = current_organisation();
  delete from answer s using form f where f.municipality = s.municipality and f.id = s.form
    and f.municipality = current_municipality() and f.organisation = current_organisation();
  delete from upload where municipality = current_municipality() and organisation = current_organisation();
  update task set done_at = now(), done_by = current_person() where municipality = current_municipality()
    and kind = 'cluster' and object = 'organisation/' || current_organisation() and done_at is null;
  delete from baseline_figure where municipality = current_municipality() and organisation = current_organisation() $$;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [own, groups]) await sql.raw(part).execute(db)
}
