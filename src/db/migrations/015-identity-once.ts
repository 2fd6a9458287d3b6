/**
 * Who is at work is signed for one transaction of one connection, and is nobody's in any other: what was overheard in
 * it opens nothing afterwards. A connection of the doors or the worker is that for as long as it lives.
 */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `
create or replace function wall.part(no int) returns text language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  parts text[] := string_to_array(current_setting('leidraad.identity', true), '|');
  key wall.secret;
begin
  if array_length(parts, 1) is distinct from 6 or parts[1] is distinct from current_setting('role') then
    return null;
  end if;
  if parts[5] <> pg_backend_pid() || ' ' || extract(epoch from transaction_timestamp())
    and not (parts[5] = 'connection' and parts[1] in ('leidraad_door', 'leidraad_worker')) then return null; end if;
  select * into key from wall.secret;
  if parts[6] <> encode(sha256(key.outer_key || sha256(key.inner_key
      || convert_to(array_to_string(parts[1:5], '|'), 'UTF8'))), 'hex') then return null; end if;
  return parts[no];
end $$;
`,
    )
    .execute(db)
}
