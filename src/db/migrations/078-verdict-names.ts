/**
 * A verdict is given by name: a party reads who signed the verdicts of its covenants, and nothing else of who works for
 * the municipality.
 */
import { sql, type Kysely } from 'kysely'

const names = `
create function wall.verdict_signed(which uuid) returns jsonb language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('name', p.name, 'function', p."function")
    from public.pledge_verdict v join public.person p on p.municipality = v.municipality and p.id = v."by"
    where v.municipality = public.current_municipality() and v.id = which
      and (public.current_organisation() is null or exists (select from public.covenant_participant t
        where t.municipality = v.municipality and t.covenant = v.covenant
          and t.organisation = public.current_organisation())) $$;
revoke execute on function wall.verdict_signed(uuid) from public;
grant execute on function wall.verdict_signed(uuid) to leidraad_desk, leidraad_clock;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(names).execute(db)
}
