/**
 * Who verifies a pledge stands apart from who made it: nobody who works for a party, or is its contact. A verdict is of
 * all together or of who took part, of a day on which it ran, and where nothing was measured it says why.
 */
import { sql, type Kysely } from 'kysely'

const STEER = ['policy-officer', 'decision-maker']
const VERIFY = ['policy-officer', 'adviser', 'security-officer', 'executor']
const may = (roles: readonly string[]) => `(select wall.may('{${roles.join()}}'))`
const here = 'municipality = (select current_municipality())'
const staff = '(select current_organisation()) is null'
const ME = '(select current_person())'
/** Where anybody has an address: two people there have nothing to do with each other. */
const ANYBODY = [
  'gmail.com',
  'hotmail.com',
  'hotmail.nl',
  'outlook.com',
  'outlook.nl',
  'live.nl',
  'icloud.com',
  'yahoo.com',
  'proton.me',
  'ziggo.nl',
  'kpnmail.nl',
  'planet.nl',
  'hetnet.nl',
  'home.nl',
  'xs4all.nl',
]
const domain = (email: string) => `nullif(split_part(lower(${email}), '@', 2), '')`

const rules = `
-- By employer, as its contact, by the domain of the address (not that of who looks after the covenant, which is the
-- municipality's own), or by a function that names it. Who declined is no party.
create function wall.works_for_party(m uuid, c uuid, who uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.person p join public.covenant k on k.municipality = p.municipality and k.id = c
      join public.person w on w.municipality = k.municipality and w.id = k.owner
      join public.covenant_participant t on t.municipality = k.municipality and t.covenant = k.id
        and t.kind = 'party' and t.state <> 'declined'
      join public.organisation o on o.municipality = t.municipality and o.id = t.organisation
    where p.municipality = m and p.id = who and (p.organisation is not null
      or lower(p.email) = lower(t.contact_email)
      or ${domain('p.email')} = ${domain('t.contact_email')} and ${domain('p.email')} <> ${domain('w.email')}
        and ${domain('p.email')} <> all ('{${ANYBODY.join()}}')
      or length(o.name) > 3 and p."function" ~* ('\\m'
        || regexp_replace(o.name, '([^[:alnum:][:space:]])', '\\\\\\1', 'g') || '($|[^[:alnum:]])'))) $$;
create function wall.may_verify(m uuid, c uuid, p text, who uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.person e where e.municipality = m and e.id = who and e.state = 'active'
      and e.organisation is null and e.roles && '{${VERIFY.join()}}')
    and who is distinct from (wall.pledge_terms(m, c, p) -> 'owner' ->> 'person')::uuid
    and not wall.works_for_party(m, c, who) $$;
create function wall.ever_joined(m uuid, c uuid, o uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.covenant_participant t where t.municipality = m and t.covenant = c
    and t.organisation is not distinct from o and t.kind <> 'observer'
    and (t.state in ('joined', 'paused', 'suspended') or t.state = 'left' and t.joined_on is not null)) $$;
-- The first day that a verdict can be of: that of the baseline, and of the covenant where it began.
create function wall.pledge_begins(m uuid, c uuid, p text) returns date language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select greatest((wall.pledge_terms(m, c, p) -> 'baseline' ->> 'on')::date,
    (select least(k.begins_on, public.today_here()) from public.covenant k where k.municipality = m and k.id = c)) $$;
${[
  'works_for_party(uuid, uuid, uuid)',
  'may_verify(uuid, uuid, text, uuid)',
  'ever_joined(uuid, uuid, uuid)',
  'pledge_begins(uuid, uuid, text)',
]
  .map(
    (each) => `revoke execute on function wall.${each} from public;
grant execute on function wall.${each} to leidraad_desk;`,
  )
  .join('\n')}

-- Whom a draft names anew is nobody of a party; who stood there already is asked at the verdict.
create function wall.verifiers_stand_apart() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if exists (select from jsonb_array_elements(new.text -> 'pledges') e
      where not (coalesce(old.text -> 'pledges', '[]') @> jsonb_build_array(jsonb_build_object(
        'id', e -> 'id', 'verifier', jsonb_build_object('person', e -> 'verifier' -> 'person'))))
      and wall.works_for_party(new.municipality, new.covenant, (e -> 'verifier' ->> 'person')::uuid)) then
    raise exception 'this verifier works for a party' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger stand_apart before update of text on covenant_version
  for each row execute function wall.verifiers_stand_apart();
revoke execute on function wall.verifiers_stand_apart() from public;

drop policy desk_insert on pledge_verifier;
create policy desk_insert on pledge_verifier for insert to leidraad_desk with check (${here} and ${staff}
  and ${may(STEER)} and by = ${ME}
  and wall.may_verify(pledge_verifier.municipality, pledge_verifier.covenant, pledge_verifier.pledge,
    pledge_verifier.person));
-- Of the municipality itself somebody speaks whose position is independent of who answers for it.
create policy of_who_took_part on pledge_verdict as restrictive for insert to leidraad_desk with check (
  not wall.works_for_party(pledge_verdict.municipality, pledge_verdict.covenant, ${ME})
  and (whole or wall.ever_joined(pledge_verdict.municipality, pledge_verdict.covenant, pledge_verdict.organisation))
  and (whole or organisation is not null or ${may(['security-officer'])})
  and seen_on >= wall.pledge_begins(pledge_verdict.municipality, pledge_verdict.covenant, pledge_verdict.pledge)
  and (met_on is null or met_on between wall.pledge_begins(pledge_verdict.municipality, pledge_verdict.covenant,
    pledge_verdict.pledge) and public.today_here())
  and (outcome <> 'not-met' or reason <> '' or (calculated ->> 'among')::int > 0));
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(rules).execute(db)
}
