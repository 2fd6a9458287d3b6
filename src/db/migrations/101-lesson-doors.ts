/** What the public reaches of certificates and codes, and an organisation of its counts: by functions alone. */
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

/** A month here is that of the Netherlands. */
const THIS_MONTH = "date_trunc('month', now() at time zone 'Europe/Amsterdam')::date"

/**
 * A certificate is of this month, or was asked in the last seconds of the one before, and a municipality gives so many in it: whoever fills the database with them stops
 * there. The same number twice is one.
 */
const certificates = `
create function wall.add_certificate(m uuid, one jsonb, a_month int) returns boolean language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$ begin
  if not exists (select from published.municipality where id = m) or length(one::text) > 1000
    or (one ->> 'month')::date not in (${THIS_MONTH}, (${THIS_MONTH} - interval '1 month')::date) then
    raise exception 'this is no certificate' using errcode = 'check_violation'; end if;
  -- One at a time, so that many at once are counted too.
  perform from public.audit_head where municipality = m for update;
  if (select count(*) from public.certificate c where c.municipality = m and c.month = (one ->> 'month')::date) >= a_month
    then return exists (select from public.certificate c where c.municipality = m and c.number = one ->> 'number');
  end if;
  insert into public.certificate (municipality, number, lesson, version, month, signature)
    values (m, one ->> 'number', one ->> 'lesson', (one ->> 'version')::int, (one ->> 'month')::date,
      one ->> 'signature') on conflict do nothing;
  return true;
end $$;

create function wall.read_certificate(m uuid, which text) returns jsonb language sql stable
  security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('lesson', c.lesson, 'version', c.version, 'month', to_char(c.month, 'YYYY-MM'),
    'signature', c.signature)
  from public.certificate c where c.municipality = m and c.number = which $$;
`

/** Raises a count by one, of this month; false when there is no such code, or it has ended. It keeps nothing else. */
const counts = `
create function wall.raise_group(m uuid, hash text, which text) returns boolean language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
declare g uuid; begin
  if which !~ '^[a-z][a-z0-9-]{0,39}$' then
    raise exception 'this is no lesson' using errcode = 'check_violation'; end if;
  select c.id into g from public.group_code c where c.municipality = m and c.secret = hash and c.ended_on is null
    and c.until >= (now() at time zone 'Europe/Amsterdam')::date;
  if g is null then return false; end if;
  insert into public.group_count as n (municipality, code, lesson, month, count) values (m, g, which, ${THIS_MONTH}, 1)
    on conflict (municipality, code, lesson, month) do update set count = least(n.count + 1, 100000);
  return true;
end $$;

-- Of months that are over, and of five or more: a month that still runs would tell who came last.
create function wall.group_totals(which uuid) returns table (lesson text, month date, count int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select n.lesson, n.month, n.count from public.group_count n
    join public.group_code c on c.municipality = n.municipality and c.id = n.code
  where c.municipality = public.current_municipality() and c.id = which and n.count >= 5 and n.month < ${THIS_MONTH}
    and case when public.current_organisation() is null
      then c.organisation is null and wall.may('{${READ.join()}}')
      else c.organisation = public.current_organisation() end $$;
revoke execute on function wall.add_certificate(uuid, jsonb, int), wall.read_certificate(uuid, text),
  wall.raise_group(uuid, text, text), wall.group_totals(uuid) from public;
grant execute on function wall.add_certificate(uuid, jsonb, int), wall.read_certificate(uuid, text),
  wall.raise_group(uuid, text, text) to leidraad_public;
grant execute on function wall.group_totals(uuid) to leidraad_desk;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(certificates + counts).execute(db)
}
