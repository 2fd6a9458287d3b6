/**
 * The legal terms that run in a case: started, extended and ended by a named person. And who prepared a publication is
 * public by function only; who decided is named on purpose.
 */
import { sql, type Kysely } from 'kysely'
import { wall } from './wall.ts'

const terms = `
-- Who signed for a publication stays in case_release; where everyone reads, the function is enough.
alter table published.toets drop column by_name, drop column second_name, add column due_on date;
create table legal_term (
  municipality uuid not null, id uuid not null, case_file uuid not null, term text not null, starts_on date not null, due_on date not null,
  extended text, ended_on date, ended_by uuid, note text not null default '', by uuid not null, at timestamptz not null default now(),
  primary key (municipality, id), foreign key (municipality, case_file) references case_file (municipality, id),
  foreign key (municipality, by) references person (municipality, id), foreign key (municipality, ended_by) references person (municipality, id));
create unique index legal_term_once on legal_term (municipality, case_file, term) where ended_on is null;
create index legal_term_of_case on legal_term (municipality, case_file);
grant update (due_on, extended, ended_on, ended_by, note) on legal_term to leidraad_desk;
${wall('legal_term')}`

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql.raw(terms).execute(db)
}
