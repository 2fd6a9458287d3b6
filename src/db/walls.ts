/** What of the walls belongs to the server and not to a migration: logins, and who may connect and make what. */
import { sql, type Kysely } from 'kysely'
import type { Tables } from './tables.ts'
import { takeTurn } from './turn.ts'

/** The login of the running site. It has no rights of its own; it can only become one of the roles. */
export const SITE = 'leidraad_site'
/**
 * In the order in which the migrations grant them: a role belongs to the server, so granting it waits for another
 * installation that is being set up beside this one, and in another order each would wait for the other.
 */
const ROLES = ['leidraad_public', 'leidraad_desk', 'leidraad_clock', 'leidraad_worker', 'leidraad_door'] as const

/**
 * Stands them anew at every start, so that also a database that was put back or copied has them. An owner who may not
 * make roles leaves that to who does (docs/gids/beheerder.md); then they are there already.
 */
export async function standWalls(owner: Kysely<Tables>): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    await takeTurn(tx, 'walls')
    const { rows } = await sql<{ held: boolean }>`select
      not has_database_privilege('public', current_database(), 'temporary')
      and not has_database_privilege('public', current_database(), 'connect') and exists (
        select from pg_roles where rolname = ${SITE} and not rolinherit and not rolsuper and not rolcreaterole
          and not rolcreatedb and not rolbypassrls)
      and (select bool_and(pg_has_role(${SITE}::name, each, 'member')) from unnest(${[...ROLES]}::name[]) each) as held
      from (values (1)) one where exists (select from pg_roles where rolname = ${SITE})`.execute(tx)
    if (rows[0]?.held) return
    await sql.raw(stand).execute(tx)
  })
}

/** A table that nobody asked for could stand before one of ours on a connection that others use after this one. */
const stand = `
do $$ begin
  if not exists (select from pg_roles where rolname = '${SITE}') then create role ${SITE} login noinherit; end if;
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to ${[SITE, ...ROLES].join(', ')}', current_database());
end $$;
grant ${ROLES.join(', ')} to ${SITE};
`

/** Whether this connection logs in as somebody without rights, so that no SQL on it can step back to the owner. */
export async function standsApart(site: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ apart: boolean }>`select not r.rolsuper and not r.rolbypassrls
      and not pg_has_role(session_user, c.relowner, 'member')
      and not has_any_column_privilege(session_user, c.oid, 'select') as apart
    from pg_roles r, pg_class c join pg_namespace n on n.oid = c.relnamespace
    where r.rolname = session_user and n.nspname = 'public' and c.relname = 'person'`.execute(site)
  return rows[0]?.apart === true
}
