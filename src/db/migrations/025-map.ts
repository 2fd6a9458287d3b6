/** The background of the maps of a municipality, which everybody sees. */
import { sql, type Kysely } from 'kysely'

const map = `
create table published.map_background (
  municipality uuid primary key, source text not null, licence text not null, shapes jsonb not null,
  changed_at timestamptz not null default now());
alter table published.map_background enable row level security;
create policy read_by_all on published.map_background for select to leidraad_public using (true);
create policy desk_select on published.map_background for select to leidraad_desk
  using (municipality = (select current_municipality()));
grant select on published.map_background to leidraad_public, leidraad_desk;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(map).execute(db)
}
