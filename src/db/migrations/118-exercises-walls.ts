/** Who reads and leads exercises: staff, and an organisation its own; who owns a measure hands in proof of it. */
import { sql, type Kysely } from 'kysely'

const LEAD = ['security-officer', 'policy-officer', 'account-manager']
const READ = [...LEAD, 'executor']
const may = (roles: readonly string[]) => `(select wall.may('{${roles.join()}}'))`
const here = 'municipality = (select current_municipality())'
const ours = '(select current_organisation()) is null'
const mine = 'by = (select current_person())'
const leads = `(${ours} and ${may(LEAD)})`
const reads = (id = 'exercise') => `(${ours} and ${may(READ)} or wall.exercise_of_mine(municipality, ${id}))`

const access = `
create function wall.exercise_of_mine(m uuid, e uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.exercise x where x.municipality = m and x.id = e
    and m = public.current_municipality() and wall.may('{partner}')
    and x.organisation = public.current_organisation()) $$;
create function wall.exercise_is(m uuid, e uuid, states text[]) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.exercise x where x.municipality = m and x.id = e and x.state = any(states)
    and m = public.current_municipality()) $$;
-- The exercise of a measure, for who reads it; whose it is may read it too.
create function wall.reads_improvement(m uuid, i uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.exercise_measure x where x.municipality = m and x.id = i
    and m = public.current_municipality() and (x.owner = public.current_person()
      or public.current_organisation() is null and wall.may('{${READ.join()}}')
      or wall.exercise_of_mine(m, x.exercise))) $$;
create function wall.owns_improvement(m uuid, i uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.exercise_measure x where x.municipality = m and x.id = i
    and m = public.current_municipality() and x.owner = public.current_person()) $$;
`

const names = ['exercise', 'exercise_player', 'exercise_event', 'exercise_measure', 'exercise_proof']
const walls = `
${names.map((name) => `alter table ${name} enable row level security; grant select on ${name} to leidraad_desk;`).join('\n')}
create policy desk_select on exercise for select to leidraad_desk using (${here} and (${ours} and ${may(READ)}
  or not ${ours} and ${may(['partner'])} and organisation = (select current_organisation())));
create policy desk_insert on exercise for insert to leidraad_desk
  with check (${here} and ${leads} and ${mine} and state = 'planned');
create policy desk_update on exercise for update to leidraad_desk using (${here} and ${leads}) with check (${here});
grant insert (municipality, id, scenario, version, content, organisation, planned_on, starts, place, leader, observer,
  by), update (planned_on, starts, place, leader, observer, state, result, cancelled_for) on exercise to leidraad_desk;

create policy desk_select on exercise_player for select to leidraad_desk using (${here} and ${reads()});
create policy desk_insert on exercise_player for insert to leidraad_desk with check (${here} and ${leads} and ${mine}
  and wall.exercise_is(municipality, exercise, '{planned,running}'));
create policy desk_delete on exercise_player for delete to leidraad_desk
  using (${here} and ${leads} and wall.exercise_is(municipality, exercise, '{planned,running}'));
grant insert (municipality, exercise, role, names, by), delete on exercise_player to leidraad_desk;

create policy desk_select on exercise_event for select to leidraad_desk using (${here} and ${reads()});
create policy desk_insert on exercise_event for insert to leidraad_desk with check (${here} and ${leads} and ${mine}
  and wall.exercise_is(municipality, exercise, case kind when 'remark' then '{ended}' else '{running}' end::text[]));
grant insert (municipality, exercise, id, kind, message, role, minute, text, by) on exercise_event to leidraad_desk;

create policy desk_select on exercise_measure for select to leidraad_desk
  using (${here} and (owner = (select current_person()) or ${reads()}));
create policy desk_insert on exercise_measure for insert to leidraad_desk with check (${here} and ${leads} and ${mine}
  and state = 'open' and wall.exercise_is(municipality, exercise, '{ended}'));
create policy desk_update on exercise_measure for update to leidraad_desk
  using (${here} and ${leads} and state = 'open') with check (${here} and ${leads});
grant insert (municipality, id, exercise, lesson, text, finding, owner, doer, doer_role, due_on, by),
  update (owner, due_on, doer, doer_role) on exercise_measure to leidraad_desk;

create policy desk_select on exercise_proof for select to leidraad_desk
  using (${here} and wall.reads_improvement(municipality, measure));
create policy desk_insert on exercise_proof for insert to leidraad_desk with check (${here} and ${mine}
  and case when verdict is null then wall.owns_improvement(municipality, measure) else ${leads} end);
grant insert (municipality, measure, no, text, verdict, by) on exercise_proof to leidraad_desk;
`

const clock = `
${['exercise', 'exercise_player', 'exercise_measure']
  .map((name) => `create policy clock_select on ${name} for select to leidraad_clock using (${here});`)
  .join('\n')}
create policy clock_delete on exercise_player for delete to leidraad_clock using (${here});
grant select (municipality, id, scenario, organisation, state, leader, planned_on, ended_on) on exercise to leidraad_clock;
grant select (municipality, exercise, role), delete on exercise_player to leidraad_clock;
grant select (municipality, id, exercise, owner, due_on, state) on exercise_measure to leidraad_clock;
alter table published.exercise_figure enable row level security;
create policy read_by_all on published.exercise_figure for select to leidraad_public using (true);
create policy clock_select on published.exercise_figure for select to leidraad_clock using (${here});
create policy clock_insert on published.exercise_figure for insert to leidraad_clock with check (${here});
create policy clock_update on published.exercise_figure for update to leidraad_clock using (${here}) with check (${here});
create policy clock_delete on published.exercise_figure for delete to leidraad_clock using (${here});
revoke all on published.exercise_figure from leidraad_desk, leidraad_clock;
grant select on published.exercise_figure to leidraad_public;
grant select, insert, delete, update (value) on published.exercise_figure to leidraad_clock;
`

const FUNCTIONS = [
  'exercise_of_mine(uuid, uuid)',
  'exercise_is(uuid, uuid, text[])',
  'reads_improvement(uuid, uuid)',
  'owns_improvement(uuid, uuid)',
]
const list = FUNCTIONS.map((each) => `wall.${each}`).join(', ')
const rights = `revoke execute on function ${list} from public; grant execute on function ${list} to leidraad_desk;`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [access, walls, clock, rights]) await sql.raw(part).execute(db)
}
