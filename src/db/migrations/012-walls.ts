/**
 * The walls anew: who is at work is signed, every table says row by row and column by column who may do what with it,
 * and the login of the running site has no rights of its own. See docs/decisions/0019-walls-that-hold-against-sql.md.
 */
import { sql, type Kysely } from 'kysely'
import { DESK } from './012-desk.ts'
import type { Wall } from './012-terms.ts'
import { CLOCK, DOOR, WORKER } from './012-house.ts'
import { identity, roles } from './012-identity.ts'
import { steps } from './012-steps.ts'
import { trail } from './012-trail.ts'

const OURS = ['leidraad_desk', 'leidraad_clock', 'leidraad_worker', 'leidraad_door'] as const
type Role = (typeof OURS)[number]
const WALLS: Readonly<Record<Role, Readonly<Record<string, Wall>>>> = {
  leidraad_desk: DESK,
  leidraad_clock: CLOCK,
  leidraad_worker: WORKER,
  leidraad_door: DOOR,
}
const ACTS = ['select', 'insert', 'update', 'delete'] as const

/** Everything that was given before is taken back: what is not given below is not there. */
const clear = `
revoke all on all tables in schema public, published from leidraad_desk, leidraad_clock, leidraad_worker,
  leidraad_door, leidraad_public;
alter default privileges in schema public revoke all on tables from leidraad_desk, leidraad_clock;
alter default privileges in schema published revoke all on tables from leidraad_public;
grant usage on schema public, published to leidraad_worker, leidraad_door;
grant select on all tables in schema published to leidraad_public;
do $$ declare each record; begin
  for each in select schemaname, tablename, policyname from pg_policies
    where schemaname in ('public', 'published') loop
    execute format('drop policy %I on %I.%I', each.policyname, each.schemaname, each.tablename);
  end loop;
  for each in select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'published') and c.relkind in ('r', 'p') and c.relname !~ '^kysely_' loop
    execute format('alter table %I.%I enable row level security', each.nspname, each.relname);
    if each.nspname = 'published' then
      execute format('create policy read_by_all on %I.%I for select to leidraad_public using (true)', each.nspname,
        each.relname);
    end if;
  end loop;
end $$;
`

/** The desk and the clock work within one municipality; the worker and the doors are known by their role alone. */
function within(role: Role, table: string, { everywhere }: Wall): string {
  if (role === 'leidraad_worker' || role === 'leidraad_door') return `(select wall.part(1)) = '${role}'`
  if (everywhere) return '(select current_municipality()) is not null'
  return `${table === 'municipality' ? 'id' : 'municipality'} = (select current_municipality())`
}

function wallOf(role: Role, table: string, wall: Wall): string {
  return ACTS.filter((act) => wall[act] !== undefined)
    .map((act) => {
      const rule = `(${within(role, table, wall)} and ${wall[act]})`
      const columns = act === 'delete' ? undefined : wall.columns?.[act]
      const [using, check] = [act === 'insert' ? '' : `using ${rule}`, act === 'insert' || act === 'update']
      return `grant ${act} ${columns === undefined ? '' : `(${columns})`} on ${table} to ${role};
create policy ${role.slice(9)}_${act} on ${table} for ${act} to ${role} ${using} ${check ? `with check ${rule}` : ''};`
    })
    .join('\n')
}

export async function up(db: Kysely<unknown>): Promise<void> {
  const walls = OURS.flatMap((role) =>
    Object.entries(WALLS[role]).map(([table, wall]) => wallOf(role, table, wall)),
  ).join('\n')
  for (const part of [roles, identity, trail, steps, clear, walls]) await sql.raw(part).execute(db)
}
