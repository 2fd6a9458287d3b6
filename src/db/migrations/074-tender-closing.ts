/**
 * The closing time is the one that everybody reads. Once an annex was issued another comes only with the next issued
 * version, and never earlier; bids open by what was published. What is published of a tender is what was issued, word
 * for word, and a tender goes from state to state and not around them.
 */
import { sql, type Kysely } from 'kysely'

const closing = `
create function wall.tender_closes(m uuid, n int) returns timestamptz language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select closes_at from published.tender where municipality = m and no = n order by version desc limit 1 $$;
create or replace function wall.closed(m uuid, t uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.tender where municipality = m and id = t and issued > 0
    and wall.tender_closes(m, no) <= now()) $$;
revoke execute on function wall.tender_closes(uuid, int) from public;
grant execute on function wall.tender_closes(uuid, int) to leidraad_desk;
`

/** Who is not the desk is the owner of the database: a restored copy, and a demo that tells of long ago. */
const forward = `
create or replace function wall.guard_tender() returns trigger language plpgsql set search_path = pg_catalog, pg_temp
  as $$ declare shut timestamptz; begin
  if current_user <> 'leidraad_desk' then return new; end if;
  if tg_op = 'INSERT' then
    if (new.state, new.issued) <> ('draft', 0) or new.opened_at is not null then
      raise exception 'a tender begins as a draft' using errcode = 'insufficient_privilege'; end if;
    return new;
  end if;
  shut := wall.tender_closes(old.municipality, old.no);
  if new.closes_at <> old.closes_at and shut <= now() then
    raise exception 'the closing time has come' using errcode = 'insufficient_privilege'; end if;
  if new.closes_at <> old.closes_at and (new.closes_at < shut or new.closes_at <= now()) then
    raise exception 'a closing time that was published does not come sooner'
      using errcode = 'insufficient_privilege'; end if;
  if new.state in ('opened', 'chosen') and not coalesce(shut <= now(), false) then
    raise exception 'nothing is opened before the closing time' using errcode = 'insufficient_privilege'; end if;
  if (old.state, new.state) not in (('draft', 'draft'), ('draft', 'issued'), ('issued', 'issued'), ('issued', 'opened'),
      ('opened', 'opened'), ('opened', 'chosen'), ('chosen', 'chosen'), ('draft', 'stopped'), ('issued', 'stopped'),
      ('opened', 'stopped'), ('stopped', 'stopped'))
    or new.issued <> old.issued and (new.issued <> old.issued + 1 or new.state <> 'issued' or shut <= now()
      or not exists (select from public.tender_version v where v.municipality = new.municipality
        and v.tender = new.id and v.no = new.issued))
    or old.state = 'draft' and new.state = 'issued' and new.issued = old.issued then
    raise exception 'a tender goes forward' using errcode = 'insufficient_privilege'; end if;
  if new.state = 'chosen' and (new.chosen, new.chosen_for) is distinct from (old.chosen, old.chosen_for)
    and (old.state = 'chosen' or not exists (select from public.bid b where b.municipality = new.municipality
      and b.tender = new.id and b.id = new.chosen)) then
    raise exception 'one of the opened bids is chosen, once' using errcode = 'insufficient_privilege'; end if;
  new.opened_at := case when old.state <> 'opened' and new.state = 'opened' then now() else old.opened_at end;
  return new;
end $$;
drop trigger goes_forward on tender;
create trigger goes_forward before insert or update on tender for each row execute function wall.guard_tender();
`

/** What everybody reads. The version before it is no longer current by the act itself. */
const published = `
create function wall.tender_no_longer_current(m uuid, n int) returns void language sql security definer
  set search_path = pg_catalog, pg_temp as $$
  update published.tender p set current = false where p.municipality = m and p.no = n and p.current
    and m = public.current_municipality() and exists (select from public.tender t where t.municipality = m
      and t.no = n and t.issued > p.version) $$;
create function wall.guard_published_tender() returns trigger language plpgsql set search_path = pg_catalog, pg_temp
  as $$ declare shut timestamptz; begin
  if current_user <> 'leidraad_desk' then return new; end if;
  if tg_op = 'UPDATE' then
    if new.current <> old.current and new.current or new.stopped <> old.stopped and (old.stopped or not exists (
        select from public.tender t where t.municipality = new.municipality and t.no = new.no
          and t.state = 'stopped'))
      or new.current <> old.current and not exists (select from public.tender t where t.municipality = new.municipality
        and t.no = new.no and t.issued > new.version) then
      raise exception 'what was issued stays as it was read' using errcode = 'insufficient_privilege'; end if;
    return new;
  end if;
  shut := wall.tender_closes(new.municipality, new.no);
  if not exists (select from public.tender t join public.tender_version v on v.municipality = t.municipality
        and v.tender = t.id and v.no = t.issued
      where t.municipality = new.municipality and t.no = new.no and t.state = 'issued' and t.issued = new.version
        and (v.annex, v.hash, v.reason, v.pdf, v.odt) = (new.annex, new.hash, new.reason, new.pdf, new.odt)
        and new.title = v.annex ->> 'title' and new.closes_at = (v.annex ->> 'closesAt')::timestamptz)
    or new.stopped or not new.current or new.closes_at <= now() or new.closes_at < shut or shut <= now()
    or exists (select from published.tender p where p.municipality = new.municipality and p.no = new.no
      and p.version >= new.version) then
    raise exception 'what is published is what was issued' using errcode = 'insufficient_privilege'; end if;
  new.issued_at := now();
  perform wall.tender_no_longer_current(new.municipality, new.no);
  return new;
end $$;
create trigger as_issued before insert or update on published.tender
  for each row execute function wall.guard_published_tender();
create function wall.guard_published_question() returns trigger language plpgsql
  set search_path = pg_catalog, pg_temp as $$ begin
  if current_user = 'leidraad_desk' and not exists (select from public.tender_question q join public.tender t
      on t.municipality = q.municipality and t.id = q.tender where t.municipality = new.municipality
        and t.no = new.tender and (q.no, q.question, q.answer) = (new.no, new.question, new.answer)) then
    raise exception 'what is published is what was answered' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger as_answered before insert on published.tender_question
  for each row execute function wall.guard_published_question();
revoke execute on function wall.tender_no_longer_current(uuid, int), wall.guard_published_tender(),
  wall.guard_published_question() from public;
grant execute on function wall.tender_no_longer_current(uuid, int) to leidraad_desk;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [closing, forward, published]) await sql.raw(part).execute(db)
}
