/**
 * The talk about a covenant: who says what is read by everyone who was invited, the owner hears of it, and a partner
 * reads nothing of a covenant before a version was shown.
 */
import { sql, type Kysely } from 'kysely'

const READ =
  '{policy-officer,adviser,fg,security-officer,executor,decision-maker,publisher,account-manager,tender-officer,auditor}'

/** What was said with a version when it was shown stays too. */
const shown = `
create or replace function wall.covenant_version_stays() returns trigger language plpgsql
  set search_path = pg_catalog, pg_temp as $$
begin
  if old.state <> 'draft' and (new.text, new.why, new."by", new.at, new.shown_at, new.shown_by)
      is distinct from (old.text, old.why, old."by", old.at, old.shown_at, old.shown_by) then
    raise exception 'this version was shown' using errcode = 'insufficient_privilege'; end if;
  if old.state <> 'draft' and new.comments_until < old.comments_until then
    raise exception 'the term to comment was told' using errcode = 'insufficient_privilege'; end if;
  if old.fixed_at is not null and (new.fixed_at, new.fixed_by) is distinct from (old.fixed_at, old.fixed_by)
    or (old.state, new.state) not in (('draft', 'draft'), ('draft', 'shown'), ('shown', 'shown'), ('shown', 'final'),
      ('shown', 'replaced'), ('final', 'final'), ('final', 'replaced'), ('replaced', 'replaced')) then
    raise exception 'no % after %', new.state, old.state using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create policy covenant_shown on covenant as restrictive for select to leidraad_desk
  using ((select current_organisation()) is null or exists (select from covenant_version v
    where v.municipality = covenant.municipality and v.covenant = covenant.id and v.state <> 'draft'));`

/** A comment stays as it was written, and is answered once the version that it speaks of still is to be read. */
const comments = `
create function wall.covenant_comment_stays() returns trigger language plpgsql
  set search_path = pg_catalog, pg_temp as $$
begin
  if (new.covenant, new.version, new.article, new."by", new.participant, new.text, new.at)
      is distinct from (old.covenant, old.version, old.article, old."by", old.participant, old.text, old.at) then
    raise exception 'a comment stays as it was written' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger stays before update on covenant_comment for each row execute function wall.covenant_comment_stays();

-- Only of what lies before everyone, in its term; who looks after the covenant hears of it.
create function wall.covenant_commented() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare v public.covenant_version; c public.covenant; begin
  select * into v from public.covenant_version where municipality = new.municipality and covenant = new.covenant
    and no = new.version;
  if v.state <> 'shown' or v.comments_until < current_date then
    raise exception 'no comment on this version' using errcode = 'insufficient_privilege'; end if;
  select * into c from public.covenant where municipality = new.municipality and id = new.covenant;
  if c.id is null then return new; end if;
  insert into public.task (municipality, id, kind, object, person, text, path, due_on)
    values (new.municipality, gen_random_uuid(), 'covenant-comment', 'covenant/' || c.id, c.owner,
      'Beantwoord de reacties op ' || c.title, '/balie/convenanten/' || c.id || '/reacties', v.comments_until + 14)
    on conflict do nothing;
  return new;
end $$;
create trigger told before insert on covenant_comment for each row execute function wall.covenant_commented();
revoke execute on function wall.covenant_commented() from public;

-- By name and function: a partner reads no people and no other organisations, and hears who speaks.
create function covenant_voices(of_covenant uuid) returns table (comment uuid, name text, function text,
  organisation text, answered_name text, answered_function text) language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select c.id, coalesce(p.name, i.contact_name, ''), coalesce(p.function, i.contact_function, ''),
    coalesce(o.name, ''), coalesce(a.name, ''), coalesce(a.function, '')
  from public.covenant_comment c
  left join public.person p on p.municipality = c.municipality and p.id = c."by"
  left join public.covenant_participant i on i.municipality = c.municipality and i.id = c.participant
  left join public.organisation o on o.municipality = c.municipality and o.id = i.organisation
  left join public.person a on a.municipality = c.municipality and a.id = c.answered_by
  where c.municipality = public.current_municipality() and c.covenant = of_covenant and (case
    when public.current_organisation() is null then wall.may('${READ}')
    else exists (select from public.covenant_participant m where m.municipality = c.municipality
      and m.covenant = of_covenant and m.organisation = public.current_organisation()) end) $$;
revoke execute on function covenant_voices(uuid) from public;
grant execute on function covenant_voices(uuid) to leidraad_desk;`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(shown + comments).execute(db)
}
