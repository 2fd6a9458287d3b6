/** What was written before a warning was sent, or under a label that admitted fewer, stays with who writes it. */
import { sql, type Kysely } from 'kysely'

const may = "(select wall.may('{security-officer,policy-officer,account-manager}'))"

/** `told_from`: the first version that those whom the label admits now were told. */
const told = `
alter table warning add column told_from int not null default 1;
update warning set told_from = greatest(version, 1) where state <> 'open';
create function wall.warning_told_from() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$ begin
  if (old.state = 'open' and new.state = 'sent') or wall.tlp_is_wider(old.label, new.label) then
    new.told_from := greatest(new.version, 1); end if;
  return new; end $$;
create trigger told_from before update on warning for each row execute function wall.warning_told_from();
revoke execute on function wall.warning_told_from() from public;
create policy told_only on warning_version as restrictive for select to leidraad_desk
  using (((select current_organisation()) is null and ${may}) or no >= (select w.told_from from warning w
    where w.municipality = warning_version.municipality and w.id = warning_version.warning));
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(told).execute(db)
}
