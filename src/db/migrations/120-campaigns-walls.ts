/** Who reads and writes campaigns: staff read, two roles write, and the clock sees days and no outcome of anybody. */
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
const WRITE = ['policy-officer', 'account-manager']
const TELL = ['policy-officer', 'publisher', 'decision-maker']
const may = (roles: readonly string[]) => `(select wall.may('{${roles.join()}}'))`
const here = 'municipality = (select current_municipality())'
const ours = '(select current_organisation()) is null'
const mine = 'by = (select current_person())'
const reads = `${here} and ${ours} and ${may(READ)}`
const writes = `${here} and ${ours} and ${may(WRITE)}`
const moves = `${here} and ${ours} and ${may([...new Set([...WRITE, ...TELL])])}`

const walls = `
${['campaign', 'campaign_member', 'campaign_reach', 'campaign_mailing']
  .map(
    (name) => `alter table ${name} enable row level security;
create policy desk_select on ${name} for select to leidraad_desk using (${reads});
grant select on ${name} to leidraad_desk;`,
  )
  .join('\n')}
create policy desk_insert on campaign for insert to leidraad_desk with check (${writes} and ${mine} and state = 'draft');
create policy desk_update on campaign for update to leidraad_desk using (${moves}) with check (${moves});
grant insert (municipality, id, number, title, aim, norm, criteria, least, audience, unit, strata, draw_on, source,
  starts, until, after, ways, steps, by) on campaign to leidraad_desk;
grant update (state, version, title, aim, norm, criteria, least, audience, unit, strata, draw_on, source, starts, until,
  after, ways, steps, plan, hash, salt, frozen_by, frozen_at, value, seed, drawn_by, drawn_at, result, told_by, told_at,
  stopped_why, stopped_by, stopped_at) on campaign to leidraad_desk;

create policy desk_insert on campaign_member for insert to leidraad_desk with check (${writes});
create policy desk_update on campaign_member for update to leidraad_desk using (${here} and ${ours} and ${may(TELL)})
  with check (${here});
grant insert (municipality, campaign, organisation, cluster, stratum, before), update (after) on campaign_member
  to leidraad_desk;

create policy desk_insert on campaign_reach for insert to leidraad_desk with check (${writes} and ${mine});
grant insert (municipality, campaign, id, organisation, way, outcome, day, by) on campaign_reach to leidraad_desk;
create policy desk_insert on campaign_mailing for insert to leidraad_desk with check (${writes} and ${mine});
grant insert (municipality, campaign, id, sent, skipped, by) on campaign_mailing to leidraad_desk;

create policy clock_select on campaign for select to leidraad_clock using (${here});
grant select (municipality, id, number, title, state, draw_on, until, after, frozen_by) on campaign to leidraad_clock;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(walls).execute(db)
}
