/** Who reads and writes what of streets. */

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
const PLAN = ['policy-officer', 'account-manager']
const DECIDE = ['policy-officer', 'adviser']
const PUBLISH = ['publisher', 'policy-officer', 'decision-maker']
const may = (roles: readonly string[]) => `(select wall.may('{${roles.join()}}'))`
const here = 'municipality = (select current_municipality())'

/** Only the two write as inspector; a typist or who reads a file in is of the desk. */
const mine = 'inspector = (select current_person()) and wall.walks(municipality, round)'
const others = `${may(READ)} and (not wall.walks(municipality, round) or wall.both_in(municipality, round, premises))`
export const rights = `
${[
  'street',
  'premises',
  'street_round',
  'street_round_premises',
  'inspection',
  'inspection_choice',
  'inspection_photo',
  'premises_outcome',
  'premises_letter',
  'street_release',
  'published.street_round',
  'published.street_premises',
]
  .map((table) => `alter table ${table} enable row level security;`)
  .join('\n')}
create policy desk_select on street for select to leidraad_desk
  using (${here} and (${may(READ)} or wall.walks_street(municipality, id)));
create policy desk_insert on street for insert to leidraad_desk with check (${here} and ${may(PLAN)});
grant select, insert on street to leidraad_desk;
create policy desk_select on premises for select to leidraad_desk
  using (${here} and (${may(READ)} or wall.walks_premises(municipality, id)));
create policy desk_insert on premises for insert to leidraad_desk with check (${here} and ${may(PLAN)});
create policy desk_update on premises for update to leidraad_desk using (${here} and ${may(PLAN)})
  with check (${here} and ${may(PLAN)});
grant select, insert, update (name, address, organisation, email, lon, lat, ended_on) on premises to leidraad_desk;
create policy desk_select on street_round for select to leidraad_desk
  using (${here} and (${may(READ)} or (select current_person()) in (one, other)));
create policy desk_insert on street_round for insert to leidraad_desk with check (${here} and ${may(PLAN)});
create policy desk_update on street_round for update to leidraad_desk using (${here} and ${may(PLAN)})
  with check (${here} and ${may(PLAN)} and closed_by = (select current_person()));
grant select, insert, update (closed_at, closed_by) on street_round to leidraad_desk;
create policy desk_select on street_round_premises for select to leidraad_desk
  using (${here} and (${may(READ)} or wall.walks(municipality, round)));
create policy desk_insert on street_round_premises for insert to leidraad_desk with check (${here} and ${may(PLAN)});
grant select, insert on street_round_premises to leidraad_desk;
create policy desk_select on inspection for select to leidraad_desk using (${here} and (${mine} or ${others}));
create policy desk_insert on inspection for insert to leidraad_desk with check (${here} and (
  came in ('phone', 'form') and by = inspector and ${mine}
  or came in ('paper', 'file') and ${may(PLAN)}));
grant select, insert on inspection to leidraad_desk;
create policy desk_select on inspection_choice for select to leidraad_desk using (${here} and ${may(READ)});
create policy desk_insert on inspection_choice for insert to leidraad_desk with check (${here} and ${may(DECIDE)});
grant select, insert on inspection_choice to leidraad_desk;
create policy desk_select on inspection_photo for select to leidraad_desk using (${here} and (${mine} or ${others}));
create policy desk_insert on inspection_photo for insert to leidraad_desk
  with check (${here} and (${mine} or ${may(PLAN)}));
create policy clock_select on inspection_photo for select to leidraad_clock using (${here});
create policy clock_update on inspection_photo for update to leidraad_clock
  using (${here} and until < current_date) with check (${here} and picture is null);
grant select, insert on inspection_photo to leidraad_desk;
grant select, update (picture) on inspection_photo to leidraad_clock;
create policy desk_select on premises_outcome for select to leidraad_desk using (${here} and ${may(READ)});
create policy desk_insert on premises_outcome for insert to leidraad_desk with check (${here} and ${may(DECIDE)});
grant select, insert on premises_outcome to leidraad_desk;
create policy desk_select on premises_letter for select to leidraad_desk using (${here} and ${may(READ)});
create policy desk_insert on premises_letter for insert to leidraad_desk
  with check (${here} and ${may(DECIDE)} and reaction = '' and consent is null);
create policy clock_select on premises_letter for select to leidraad_clock using (${here});
create policy clock_update on premises_letter for update to leidraad_clock using (${here})
  with check (${here} and email = '' and consent_by = '');
grant select on premises_letter to leidraad_desk;
grant insert (municipality, round, premises, secret, email, react_until, by) on premises_letter to leidraad_desk;
grant select, update (email, consent_by) on premises_letter to leidraad_clock;
create policy desk_select on street_release for select to leidraad_desk using (${here} and ${may(READ)});
create policy desk_insert on street_release for insert to leidraad_desk with check (${here} and case step
  when 'proposed' then ${may(DECIDE)} when 'published' then ${may(PUBLISH)}
  else ${may([...new Set([...DECIDE, ...PUBLISH])])} end);
grant select, insert on street_release to leidraad_desk;
${['street_round', 'street_premises']
  .map(
    (table) => `create policy read_by_all on published.${table} for select to leidraad_public using (true);
create policy desk_select on published.${table} for select to leidraad_desk using (${here});
grant select on published.${table} to leidraad_public, leidraad_desk;`,
  )
  .join('\n')}
`
