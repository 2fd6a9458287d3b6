/**
 * An IT-toets cannot be passed by: dates lie within the case, a test is about what it is about, a condition has an owner
 * and a date, every “not this way” gets an answer, and answers are written by whose turn it is.
 */
import { sql, type Kysely } from 'kysely'
import { wall } from './wall.ts'

/** What is signed here stays as it was. */
const stays = (table: string): string =>
  `create trigger stays before update or delete on ${table} for each row execute function refuse_change();`
const CASE = 'foreign key (municipality, case_file) references case_file (municipality, id)'

const columns = `
alter table decision add column corrects int, add column correction text not null default '',
  add constraint correction_has_reason check ((corrects is null) = (correction = ''));
alter table opinion_condition add column owner uuid, add column due_on date,
  add constraint condition_has_owner_and_date check (owner is not null and due_on is not null) not valid;
alter table opinion_request add column replaces uuid, add column reason text not null default '';
create unique index opinion_request_replaced_once on opinion_request (municipality, replaces)
  where replaces is not null;
alter table measure add column condition uuid;
create unique index measure_of_condition on measure (municipality, condition) where condition is not null;
`

const tables = `
-- Whether an adapted condition still does what it was asked for, says who asked it.
create table reaction_verdict (
  municipality uuid not null, case_file uuid not null, condition uuid not null, reaction int not null,
  verdict text not null check (verdict in ('enough', 'weaker')), text text not null default '',
  by uuid not null, at timestamptz not null default now(),
  primary key (municipality, condition, reaction), ${CASE},
  foreign key (municipality, condition, reaction) references reaction (municipality, condition, no));
create index reaction_verdict_of_case on reaction_verdict (municipality, case_file);
-- What the author says to an opinion or advice not to do it, or not this way. \`about\` as in deviation.
create table author_answer (
  municipality uuid not null, case_file uuid not null, about text not null, version int not null, no int not null,
  text text not null, by uuid not null, at timestamptz not null default now(),
  primary key (municipality, case_file, about, version, no), ${CASE});
-- What happened in a case beside its steps.
create table case_event (
  municipality uuid not null, id uuid not null, case_file uuid not null,
  kind text not null check (kind in ('author-replaced', 'request-replaced', 'reminded', 'escalated')),
  text text not null, by uuid not null, at timestamptz not null default now(),
  primary key (municipality, id), ${CASE});
create index case_event_of_case on case_event (municipality, case_file, at);
-- What goes back to the author, question by question.
create table rework (
  municipality uuid not null, id uuid not null, case_file uuid not null, form uuid not null, question text not null,
  text text not null, by uuid not null, at timestamptz not null default now(),
  primary key (municipality, id), ${CASE},
  foreign key (municipality, form) references form (municipality, id));
create index rework_of_case on rework (municipality, case_file);
create index rework_of_form on rework (municipality, form, question);
-- A question of who gives an opinion, to the author or the handler; an answer is a row of its own.
create table case_question (
  municipality uuid not null, id uuid not null, case_file uuid not null, request uuid not null, whom uuid not null,
  answers uuid, text text not null, by uuid not null, at timestamptz not null default now(),
  primary key (municipality, id), ${CASE},
  foreign key (municipality, request) references opinion_request (municipality, id),
  foreign key (municipality, answers) references case_question (municipality, id));
create index case_question_of_case on case_question (municipality, case_file, at);
create unique index case_question_answered_once on case_question (municipality, answers) where answers is not null;
-- An opinion that is not signed yet is of who writes it alone.
create table opinion_draft (
  municipality uuid not null, request uuid not null, by uuid not null, content jsonb not null,
  saved_at timestamptz not null default now(),
  primary key (municipality, request, by),
  foreign key (municipality, request) references opinion_request (municipality, id));
${['reaction_verdict', 'author_answer', 'case_event', 'rework', 'case_question', 'opinion_draft'].map(wall).join('')}
${['reaction_verdict', 'author_answer', 'case_event', 'rework', 'case_question'].map(stays).join('\n')}
create policy own on opinion_draft as restrictive to leidraad_desk using (by = current_person())
  with check (by = current_person());
revoke all on opinion_draft from leidraad_clock;
grant update (content, saved_at), delete on opinion_draft to leidraad_desk;
`

const rules = `
create function today_here() returns date language sql stable as $$ select
  (now() at time zone 'Europe/Amsterdam')::date $$;
-- A decision lies within its case, rests on what was said before it, and is not of tomorrow.
create function decided_within_case() returns trigger language plpgsql as $$ declare earliest timestamptz; begin
  select greatest(c.created_at,
    (select max(o.at) from opinion o where o.municipality = c.municipality and o.case_file = c.id),
    (select max(a.at) from advice a where a.municipality = c.municipality and a.case_file = c.id))
    into earliest from case_file c where c.municipality = new.municipality and c.id = new.case_file;
  if new.decided_on > today_here() or new.decided_on < (earliest at time zone 'Europe/Amsterdam')::date
    then raise exception 'a decision of % is not within its case', new.decided_on using errcode = 'check_violation';
  end if;
  return new; end $$;
create trigger within_case before insert on decision for each row execute function decided_within_case();

create function about_what_fits() returns trigger language plpgsql as $$ begin
  if (new.regulation is not null and new.kind <> 'regulation') or (new.product is not null and new.kind <> 'product')
    then raise exception 'a case of a % is not about that', new.kind using errcode = 'check_violation'; end if;
  return new; end $$;
create trigger about before insert or update of kind, regulation, product on case_file
  for each row execute function about_what_fits();

-- Who wrote it does not handle it, and whoever takes a case over works here. What the house itself does has no person.
create function whose_case_it_is() returns trigger language plpgsql as $$ declare someone record; begin
  if current_person() is null then return new; end if;
  if new.author = new.handler then raise exception 'nobody handles the own case'
    using errcode = 'insufficient_privilege'; end if;
  for someone in select p.* from person p where p.municipality = new.municipality
    and ((p.id = new.author and new.author <> old.author)
      or (p.id = new.handler and new.handler is distinct from old.handler)) loop
    if someone.state <> 'active' or 'fg' = any(someone.roles) then raise exception 'this person cannot take a case over'
      using errcode = 'insufficient_privilege'; end if;
  end loop;
  return new; end $$;
create trigger whose before update of author, handler on case_file
  for each row execute function whose_case_it_is();

-- Answers of a case are written while it is being filled in, never by who judges them; what came back is its author's.
create function whose_turn_it_is() returns trigger language plpgsql as $$
declare file record; pre boolean; begin
  select c.id, c.state, c.author, c.handler, c.pre_check into file from case_file c
    where c.municipality = new.municipality and (c.pre_check = new.form or c.full_test = new.form);
  if not found then return new; end if;
  pre := file.pre_check is not distinct from new.form;
  if file.state <> (case when pre then 'draft' else 'in-test' end)
    then raise exception 'in this step nobody writes answers' using errcode = 'insufficient_privilege'; end if;
  if current_person() = file.handler
    then raise exception 'who handles a case does not write its answers' using errcode = 'insufficient_privilege';
  end if;
  if current_person() <> file.author and exists (select from case_step s where s.municipality = new.municipality
      and s.case_file = file.id and s.to_state = (case when pre then 'pre-check' else 'completeness' end))
    then raise exception 'what came back is for its author' using errcode = 'insufficient_privilege'; end if;
  return new; end $$;
create trigger whose_turn before insert on answer for each row execute function whose_turn_it_is();
create trigger whose_turn before insert or update on answer_evidence for each row execute function whose_turn_it_is();
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [columns, tables, rules]) await sql.raw(part).execute(db)
}
