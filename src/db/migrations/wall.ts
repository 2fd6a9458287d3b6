/**
 * The wall around a table of the municipality's own staff: one municipality, no partner organisation, and signed by who
 * is here.
 */
export const wall = (table: string): string => `
create trigger signed before insert on ${table} for each row execute function signed_by_who_is_here();
alter table ${table} enable row level security;
create policy tenant on ${table} to leidraad_desk, leidraad_clock using (municipality = current_municipality()) with
  check (municipality = current_municipality());
create policy partner on ${table} as restrictive to leidraad_desk using (current_organisation() is null) with
  check (current_organisation() is null);
`
