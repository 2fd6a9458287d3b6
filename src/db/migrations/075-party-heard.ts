/**
 * Nobody signs for a party alone, and a party hears what is done in its name: who added a file does not accept it, the
 * contact before hears that another took its place, and only a party itself says that it may be named. What was written
 * to somebody is read by nobody else: no body of a letter, and no subject of a letter with a secret in it.
 */
import { sql, type Kysely } from 'kysely'

const STAFF_STEPS = `by = (select current_person()) and step not in ('joined', 'contact-changed') and case
      when (select current_organisation()) is null then step <> 'named' and case
        when step in ('suspended', 'restored', 'extended') then (select wall.may('{policy-officer,decision-maker}'))
        else (select wall.may('{policy-officer,account-manager}')) end
      else step in ('declined', 'paused', 'resumed', 'left', 'named', 'unnamed')
        and exists (select from covenant_participant p where p.municipality = covenant_step.municipality
          and p.id = covenant_step.participant and p.organisation = (select current_organisation())) end`

const parties = `
alter policy desk_insert on covenant_step
  with check (municipality = (select current_municipality()) and ${STAFF_STEPS});

do $$ declare was text; begin
  select pg_get_constraintdef(oid) into was from pg_constraint where conname = 'covenant_step_step_check';
  alter table public.covenant_step drop constraint covenant_step_step_check;
  execute 'alter table public.covenant_step add constraint covenant_step_step_check '
    || replace(was, '''unnamed''::text', '''unnamed''::text, ''contact-changed''::text');
end $$;

-- In the history of the party by function, for a history is kept longer than a name.
create function wall.covenant_contact_in_history() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if public.current_person() is null or new.state = 'left' then return null; end if;
  insert into public.covenant_step (municipality, participant, step, reason, "by") values (new.municipality, new.id,
    'contact-changed', 'Was: ' || coalesce(nullif(old.contact_function, ''), 'onbekend') || '. Is nu: '
      || coalesce(nullif(new.contact_function, ''), 'onbekend') || '.', public.current_person());
  return null;
end $$;
create trigger in_history after update of contact_email on covenant_participant for each row
  when (old.contact_email <> '' and lower(new.contact_email) <> lower(old.contact_email))
  execute function wall.covenant_contact_in_history();
-- Asked at the end of the act: by then there is a letter to the mailbox before.
create function wall.covenant_contact_told() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if public.current_person() is not null and not exists (select from public.message x
      where x.municipality = new.municipality and x.kind = 'contact-changed' and x.created_at = now()
        and lower(x.recipient) = lower(old.contact_email)
        and x.key like 'contact-changed/' || new.id || '/%') then
    raise exception 'the contact before hears that another took its place' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
create constraint trigger contact_told after update of contact_email on covenant_participant
  deferrable initially deferred for each row
  when (old.contact_email <> '' and lower(new.contact_email) <> lower(old.contact_email))
  execute function wall.covenant_contact_told();
revoke execute on function wall.covenant_contact_in_history(), wall.covenant_contact_told() from public;
`

/** Kinds of letters that hold no secret: of these the desk reads the subject. */
const WITHOUT_SECRET = [
  'reminder',
  'digest',
  'audit-head',
  'duty',
  'badge',
  'covenant',
  'covenant-steer',
  'covenant-receipt',
  'contact-changed',
  'pledge',
]
const letters = `
revoke select on message from leidraad_desk;
grant select (municipality, id, person, recipient, kind, key, digest, created_at, sent_at, failure, object, "by",
  trouble, said) on message to leidraad_desk;
create function wall.message_subject(which uuid) returns text language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select x.subject from public.message x where x.municipality = public.current_municipality() and x.id = which
    and public.current_organisation() is null
    and (x.kind in (${WITHOUT_SECRET.map((kind) => `'${kind}'`).join(', ')}) or x.kind like 'task.%') $$;
revoke execute on function wall.message_subject(uuid) from public;
grant execute on function wall.message_subject(uuid) to leidraad_desk, leidraad_clock;
`

/** Functions of before, by the line of each that says something else from now on. */
const INSTEAD: readonly (readonly [string, string, string])[] = [
  [
    'wall.covenant_step_taken()',
    "when new.step in ('extended', 'named', 'unnamed'",
    "when new.step in ('contact-changed', 'extended', 'named', 'unnamed'",
  ],
  [
    'wall.sign_covenant_by_file(uuid, jsonb)',
    "if a.id is null then return 'missing'; end if;",
    `if a.id is null then return 'missing'; end if;
  if a."by" = public.current_person() then return 'own'; end if;`,
  ],
  // Whether it may be named a party says itself, and no file that somebody read.
  [
    'wall.sign_covenant_by_file(uuid, jsonb)',
    "jsonb_build_object('version', a.version)",
    "jsonb_build_object('version', a.version, 'named', null)",
  ],
]

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(parties + letters).execute(db)
  for (const [which, line, instead] of INSTEAD) {
    const { rows } = await sql<{ text: string }>`select pg_get_functiondef(${which}::regprocedure) as text`.execute(db)
    const { text } = rows[0]!
    if (text.split(line).length !== 2) throw new Error(`${which} has not one line with ${line}`)
    await sql.raw(text.replace(line, () => instead)).execute(db)
  }
}
