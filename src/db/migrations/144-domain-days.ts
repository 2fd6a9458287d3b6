/**
 * When a domain ends (ADR 0121): as its registry tells, or where that publishes no day as somebody of the organisation
 * typed it. What is measured takes the place of what was typed, and what is no more is taken away.
 */
import { sql, type Kysely } from 'kysely'

const OURS = 'municipality = (select current_municipality()) and organisation = (select current_organisation())'

/** `by`: who of the organisation typed it, at `seen_at`; null: it was measured. */
const columns = `
alter table expiry drop constraint expiry_kind_check;
alter table expiry add check (kind in ('certificate', 'security-txt', 'signature', 'domain', 'domain-leaving'));
alter table expiry add column by uuid;
alter table expiry add check (by is null or kind = 'domain');
alter table expiry add foreign key (municipality, by) references person (municipality, id);
`

const rights = `
create policy desk_insert on expiry for insert to leidraad_desk
  with check (${OURS} and by = (select current_person()) and (select wall.may('{partner}')) and told_until is null
    and exists (select from subject s where s.municipality = expiry.municipality and s.id = expiry.subject
      and s.organisation = expiry.organisation));
create policy desk_update on expiry for update to leidraad_desk
  using (${OURS} and by is not null and (select wall.may('{partner}')))
  with check (${OURS} and by = (select current_person()));
grant insert, update (until, seen_at, by) on expiry to leidraad_desk;
create policy worker_delete on expiry for delete to leidraad_worker using ((select wall.part(1)) = 'leidraad_worker');
grant delete on expiry to leidraad_worker;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(columns + rights).execute(db)
}
