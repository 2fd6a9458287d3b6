/**
 * The yearly report of a covenant is kept as it was made, by the hashes of its files, and read by a party once it was
 * offered. A party reads the meetings that it was told of, and no decision about another. Proof may be a file, which is
 * read by who reads the proof. What a meeting decided and what was said of a party is public after a choice, and a term.
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
const WRITE = ['policy-officer', 'account-manager']
const VERIFY = ['policy-officer', 'adviser', 'security-officer', 'fg', 'executor']
const may = (roles: readonly string[]) => `(select wall.may('{${roles.join()}}'))`
const here = 'municipality = (select current_municipality())'
const OURS = '(select current_organisation())'
const hash = (name: string) => `${name} text not null check (${name} ~ '^[0-9a-f]{64}$')`

const tables = `
alter table covenant_report
  add column from_day date not null, add column to_day date not null, add column foreword text not null,
  add column ${hash('pdf')}, add column ${hash('odt')},
  add constraint a_period check (from_day <= to_day), add constraint with_foreword check (foreword <> '');
create table covenant_report_offer (
  municipality uuid not null, covenant uuid not null, no int not null,
  by uuid not null, at timestamptz not null default now(),
  primary key (municipality, covenant, no),
  foreign key (municipality, covenant, no) references covenant_report (municipality, covenant, no),
  foreign key (municipality, by) references person (municipality, id));
create trigger signed before insert on covenant_report_offer
  for each row execute function signed_by_who_is_here();
create trigger kept before update or delete on covenant_report_offer
  for each row execute function refuse_change();
create trigger never_emptied before truncate on covenant_report_offer
  for each statement execute function refuse_change();
`

const takesPart = (table: string) => `exists (select from covenant_participant p
  where p.municipality = ${table}.municipality and p.covenant = ${table}.covenant and p.organisation = ${OURS}
    and p.state in ('joined', 'paused', 'suspended'))`
/** Staff by their roles; a party where the second rule says so. */
const reads = (table: string, party: string) => `
create policy desk_select on ${table} for select to leidraad_desk
  using (${here} and case when ${OURS} is null then ${may(READ)} else ${takesPart(table)} and ${party} end);`
const today = "(now() at time zone 'Europe/Amsterdam')::date"

const rights = `
alter table covenant_report_offer enable row level security;
${reads('covenant_report_offer', 'true')}
create policy desk_insert on covenant_report_offer for insert to leidraad_desk
  with check (${here} and ${OURS} is null and ${may(WRITE)} and by = (select current_person()));
grant select, insert on covenant_report_offer to leidraad_desk;

drop policy desk_select on covenant_report;
${reads(
  'covenant_report',
  `exists (select from covenant_report_offer o where o.municipality = covenant_report.municipality
    and o.covenant = covenant_report.covenant and o.no = covenant_report.no)`,
)}
drop policy desk_select on covenant_meeting;
${reads('covenant_meeting', `(invited_at is not null or held_on <= ${today})`)}
drop policy desk_select on covenant_decision;
${reads(
  'covenant_decision',
  `(participant is null or exists (select from covenant_participant q
    where q.municipality = covenant_decision.municipality and q.id = covenant_decision.participant
      and q.organisation = ${OURS}))`,
)}`

/** A file of a party is its own, and of who may read what it proves. */
const files = `
create index pledge_note_files on pledge_note (municipality, upload) where upload is not null;
create policy desk_select_proof on upload for select to leidraad_desk using (${here}
  and exists (select from pledge_note n where n.municipality = upload.municipality and n.upload = upload.id));
-- Who says whether a pledge was met may add what that rests on.
create policy desk_insert_proof on upload for insert to leidraad_desk with check (${here}
  and organisation is null and ${OURS} is null and by = (select current_person()) and ${may(VERIFY)});
-- The file that goes with a note is of who writes the note.
create function wall.own_file(m uuid, file uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.upload u where u.municipality = m and u.id = file
    and u.by = public.current_person() and u.organisation is not distinct from public.current_organisation()) $$;
create policy own_file on pledge_note as restrictive for insert to leidraad_desk
  with check (upload is null or wall.own_file(municipality, upload));
-- A verdict may rest on it: as long as the note stays, so does its file, whoever leaves.
create function wall.proof_stays() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if exists (select from public.pledge_note n where n.municipality = old.municipality and n.upload = old.id) then
    return null; end if;
  return old;
end $$;
create trigger proof_stays before delete on upload for each row execute function wall.proof_stays();
revoke execute on function wall.own_file(uuid, uuid), wall.proof_stays() from public;
grant execute on function wall.own_file(uuid, uuid) to leidraad_desk;
`

/**
 * What a meeting decided is read by everybody where somebody chose so; what the verifier said of one party once that
 * party was heard, or could have been.
 */
const open = `
alter table covenant_meeting add column public boolean not null default false;
grant update (public) on covenant_meeting to leidraad_desk;
create policy clock_select on covenant_decision for select to leidraad_clock using (${here}
  and exists (select from covenant_meeting m where m.municipality = covenant_decision.municipality
    and m.id = covenant_decision.meeting and m.public));
grant select on covenant_decision to leidraad_clock;
alter table published.pledge_party add column verdict jsonb;
create function wall.verdict_heard(m uuid, said uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.pledge_verdict v where v.municipality = m and v.id = said
    and (v.object_until is null or v.object_until < ${today})
    and not exists (select from public.pledge_verdict n where n.municipality = m and n.replaces = v.id)
    and not exists (select from public.pledge_word w where w.municipality = m and w.verdict = v.id
      and w.kind = 'objection' and not exists (select from public.pledge_word a where a.municipality = m
        and a.verdict = v.id and a.no > w.no and a.kind = 'rejected'))) $$;
create function wall.tells_what_was_heard() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if new.verdict is not null and not wall.verdict_heard(new.municipality, (new.verdict ->> 'id')::uuid) then
    raise exception 'this party was not heard' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger heard before insert or update on published.pledge_party
  for each row execute function wall.tells_what_was_heard();
revoke execute on function wall.verdict_heard(uuid, uuid), wall.tells_what_was_heard() from public;
grant execute on function wall.verdict_heard(uuid, uuid) to leidraad_clock;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables + rights + files + open).execute(db)
}
