/**
 * "Two people" counts hands, and not names: who typed what an inspector saw, who decided, who gives a badge. A badge
 * names who agreed itself, after its outcome was told and released. What is published of a covenant is published once
 * for each release. Rows that the desk writes go their way from state to state, signed by who is here.
 */
import { sql, type Kysely } from 'kysely'

const inspections = `
create function wall.typed_by(m uuid, r uuid, p uuid, who uuid, other_than uuid) returns boolean language sql stable
  security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.inspection i where i.municipality = m and i.round = r and i.premises = p
    and i."by" = who and i."by" <> i.inspector and i.inspector is distinct from other_than) $$;
create function wall.types_for_one() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$ begin
  if new."by" <> new.inspector
    and wall.typed_by(new.municipality, new.round, new.premises, new."by", new.inspector) then
    raise exception 'nobody types for both inspectors' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger types_for_one before insert on inspection for each row
  when (current_user = 'leidraad_desk') execute function wall.types_for_one();
create function wall.typist_does_not_decide() returns trigger language plpgsql
  set search_path = pg_catalog, pg_temp as $$ begin
  if wall.typed_by(new.municipality, new.round, new.premises, new."by", null) then
    raise exception 'who typed does not decide' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger typist_does_not_decide before insert on premises_outcome for each row
  when (current_user = 'leidraad_desk') execute function wall.typist_does_not_decide();
revoke execute on function wall.typed_by(uuid, uuid, uuid, uuid, uuid), wall.types_for_one(),
  wall.typist_does_not_decide() from public;
grant execute on function wall.typed_by(uuid, uuid, uuid, uuid, uuid) to leidraad_desk;
`

/**
 * Why no badge can be given yet, by whom is here. Of a party: it said itself that it may be named, and nothing that it
 * heard waits for it. Of what was seen: another wrote it down. Of premises: two people released the round, its owner
 * was told of that outcome, could react, and wants to be named.
 */
const badges = `
create function wall.badge_waits(what text, who uuid, norms text[]) returns text language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select case what
    when 'participant' then case when not exists (select from public.covenant_participant p
        where p.municipality = m and p.id = who and p.named) then 'unnamed'
      when exists (select from public.covenant_told t where t.municipality = m and t.participant = who
        and t.ended_at is null and (t.until >= public.today_here()
          or t.objected_at is not null and t.goes_on is not true)) then 'not-heard' end
    else case
      when exists (select from public.noted_finding f where f.municipality = m and f.about_kind = what
        and f.about = who and f.norm = any (norms) and f.withdrawn_at is null and f.strength = 'witnessed'
        and f.until >= public.today_here() and f."by" = public.current_person()) then 'own-hand'
      when what = 'premises' and not exists (select from public.premises_letter l join published.street_round q
          on q.municipality = l.municipality and q.round = l.round
        where l.municipality = m and l.premises = who and l.ended is null
          and l.outcome = wall.newest_outcome(l.municipality, l.round, l.premises)
          and (l.reacted_at is not null or l.react_until < public.today_here())) then 'not-released'
      when what = 'premises' and not exists (select from public.premises_letter l join published.street_round q
          on q.municipality = l.municipality and q.round = l.round
        where l.municipality = m and l.premises = who and l.ended is null and l.consent) then 'unnamed' end end
  from (select public.current_municipality() as m) here $$;
revoke execute on function wall.badge_waits(text, uuid, text[]) from public;
grant execute on function wall.badge_waits(text, uuid, text[]) to leidraad_desk;
create function wall.badge_of_two() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare why text; begin
  why := case when new.kind = 'signed' then wall.badge_waits('participant', new.participant, '{}')
    else wall.badge_waits(case when new.premises is null then 'organisation' else 'premises' end,
      coalesce(new.premises, new.organisation), new.norms) end;
  if why is not null then
    raise exception 'no badge yet: %', why using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger of_two before insert on badge for each row
  when (current_user = 'leidraad_desk') execute function wall.badge_of_two();
revoke execute on function wall.badge_of_two() from public;

-- Of one that ended and whose holder does not agree to be named its page stays, without a name or free text.
create function wall.badge_without_name() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new.ended is not null and not new.listed then
    new.holder := '[naam weggelaten]';
    new.place := '';
    new.reason := '';
    new.told := jsonb_set(new.told, '{promised}', '"[tekst weggelaten]"');
  end if;
  return new;
end $$;
create trigger without_name before insert or update on published.badge for each row
  execute function wall.badge_without_name();
revoke execute on function wall.badge_without_name() from public;
update published.badge set listed = listed where ended is not null and not listed;
create function wall.badges_of_owner() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  update public.badge b set listed = coalesce(new.consent, false) where b.municipality = new.municipality
    and b.premises = new.premises and b.listed <> coalesce(new.consent, false);
  return null;
end $$;
create trigger badges after update of consent on premises_letter for each row
  when (new.consent is distinct from old.consent) execute function wall.badges_of_owner();
revoke execute on function wall.badges_of_owner() from public;
`

/** Rows that the desk writes. */
const rows = `
create function wall.desk_signs_its_answer() returns trigger language plpgsql
  set search_path = pg_catalog, pg_temp as $$ begin
  if new.answered_by is distinct from old.answered_by and new.answered_by is distinct from public.current_person() then
    raise exception 'who answers signs it' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger signs before update on covenant_comment for each row
  when (current_user = 'leidraad_desk') execute function wall.desk_signs_its_answer();
create function wall.participant_begins() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new.joined_on is not null or new.left_on is not null or new.extended_until is not null then
    raise exception 'who takes part begins by being invited' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger begins before insert on covenant_participant for each row
  when (current_user = 'leidraad_desk') execute function wall.participant_begins();
-- In force it comes by signatures and open by being fixed; the desk ends what is in force, and nothing goes back.
create function wall.covenant_goes_forward() returns trigger language plpgsql
  set search_path = pg_catalog, pg_temp as $$ begin
  if tg_op = 'INSERT' and new.state <> 'draft' or tg_op = 'UPDATE' and new.state <> old.state
    and (old.state, new.state) not in (('in-force', 'ended'), ('draft', 'dropped'), ('open', 'dropped')) then
    raise exception 'a covenant does not go from here to %', new.state using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger goes_forward before insert or update on covenant for each row
  when (current_user = 'leidraad_desk') execute function wall.covenant_goes_forward();
revoke execute on function wall.desk_signs_its_answer(), wall.participant_begins(), wall.covenant_goes_forward()
  from public;

-- A letter about a duty goes to a colleague; a task leads to a page of the desk.
alter policy desk_insert_duty on message with check (municipality = (select current_municipality())
  and (select current_organisation()) is null and (select wall.may('{tender-officer}')) and kind = 'duty'
  and exists (select from person p where p.municipality = message.municipality and p.id = message.person
    and p.email = message.recipient and p.organisation is null));
create policy leads_to_the_desk on task as restrictive for insert to leidraad_desk with check (path ~ '^/balie(/|$)');
`

/** Functions of before, by the line of each that says something else from now on. */
const INSTEAD: readonly (readonly [string, string, string])[] = [
  [
    'wall.covenant_version_stays()',
    'new.comments_until < old.comments_until',
    "coalesce(new.comments_until, '-infinity') < coalesce(old.comments_until, '-infinity')",
  ],
  // One edition for each release: what was ended for it was ended now, and what came is not ended by the same release.
  [
    'wall.covenant_is_public()',
    "if tg_op = 'DELETE' then return old; end if;",
    `if tg_op = 'DELETE' then return old; end if;
  if tg_table_name = 'covenant' then
    if exists (select from published.covenant c where c.municipality = new.municipality and c.no = new.no
        and c.from_at >= last.at) or (tg_op = 'UPDATE' and (old.to_at is not null or new.to_at <> now()))
      or (tg_op = 'INSERT' and (new.from_at <> now() or new.to_at is not null)) then
      raise exception 'one edition comes of one release' using errcode = 'insufficient_privilege'; end if;
  end if;`,
  ],
]

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(inspections + badges + rows).execute(db)
  for (const [which, line, instead] of INSTEAD) {
    const { rows: found } = await sql<{ text: string }>`select pg_get_functiondef(${which}::regprocedure)
      as text`.execute(db)
    const { text } = found[0]!
    if (text.split(line).length !== 2) throw new Error(`${which} has not one line with ${line}`)
    await sql.raw(text.replace(line, () => instead)).execute(db)
  }
}
