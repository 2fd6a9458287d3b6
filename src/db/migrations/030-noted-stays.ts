/**
 * What a person saw can be withdrawn or replaced: by whom and why is kept, and what was said before stays. Who saw it is
 * forgotten a while after it stopped counting. The clock tells when that comes near.
 */
import { sql, type Kysely } from 'kysely'

const here = 'municipality = (select current_municipality())'

const stays = `
alter table noted_finding add column withdrawn_for text, add column replaces uuid;
update noted_finding set withdrawn_for = 'Er is niet gezegd waarom.' where withdrawn_at is not null;
alter table noted_finding add constraint noted_withdrawn_for_a_reason
    check ((withdrawn_at is null) = (withdrawn_for is null) and withdrawn_for <> ''),
  add constraint noted_replaces foreign key (municipality, replaces) references noted_finding (municipality, id),
  add constraint noted_replaced_once unique (municipality, replaces);
create index noted_until on noted_finding (municipality, until) where withdrawn_at is null;

-- What was said stays as it was said; what comes in its place is about the same.
create function wall.noted_follows() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare was public.noted_finding; begin
  if tg_op = 'UPDATE' then
    -- But for an address in the reason, that is wiped when its person is forgotten (008): nobody at the desk does that.
    if old.withdrawn_at is not null and ((new.withdrawn_at, new.withdrawn_by)
        is distinct from (old.withdrawn_at, old.withdrawn_by) or new.withdrawn_for is distinct from old.withdrawn_for
        and (current_user = 'leidraad_desk' or position('(gewist)' in new.withdrawn_for) = 0)) then
      raise exception 'it was withdrawn before' using errcode = 'insufficient_privilege'; end if;
    return new;
  end if;
  if new.replaces is null then return new; end if;
  select * into was from public.noted_finding n where n.municipality = new.municipality and n.id = new.replaces;
  if was.withdrawn_at is null or (was.about_kind, was.about, was.criterion)
      is distinct from (new.about_kind, new.about, new.criterion) then
    raise exception 'this comes in the place of nothing' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger follows before insert or update on noted_finding for each row execute function wall.noted_follows();
`

/** The clock counts what is about to end, and takes away nothing but who saw what no longer counts. */
const rights = `
grant update (withdrawn_for) on noted_finding to leidraad_desk;
create policy clock_select on noted_finding for select to leidraad_clock using (${here});
create policy clock_update on noted_finding for update to leidraad_clock
  using (${here} and least(until, withdrawn_at::date) < current_date) with check (${here} and seen_by = '(gewist)');
grant select, update (seen_by) on noted_finding to leidraad_clock;
create policy clock_select on published.publication for select to leidraad_clock using (${here});
grant select on published.publication to leidraad_clock;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(stays + rights).execute(db)
}
