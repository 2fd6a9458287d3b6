/**
 * What somebody reports or asks about one thing reaches the person who is named for it, when that person may answer:
 * by the contact or the owner of an entry, the handler of a decision, the owner of a covenant, who gave a badge.
 */
import { sql, type Kysely } from 'kysely'
import { anew } from './anew.ts'

/** `named`: whose it is by data, until somebody takes it. `role`: the desk that has it when that person does not. */
const columns = `
alter table report add column role text not null default 'policy-officer', add column named uuid,
  add foreign key (municipality, named) references person (municipality, id);
update report set role = case when path ~ '^/(organisaties|badges|straten)(/|$)' then 'account-manager'
  when path ~ '^/toetsen(/|$)' then 'publisher' else 'policy-officer' end;
alter table request add column named uuid, add foreign key (municipality, named) references person (municipality, id);
grant select (named) on request to leidraad_desk, leidraad_clock;
`

/** Nobody, rather than one of two with the same name; never who left, works elsewhere, or may not answer. */
const named = `
create function wall.only_one(m uuid, said text, able text[]) returns uuid language sql stable
  set search_path = pg_catalog, pg_temp as $$
  select case when count(*) = 1 then (array_agg(p.id))[1] end from public.person p
  where p.municipality = m and p.state = 'active' and p.organisation is null and p.roles && able
    and btrim(coalesce(said, '')) <> '' and lower(btrim(said)) in (lower(p.email), lower(p.name), lower(p.function)) $$;
create function wall.named_for(m uuid, at text, contact text, owner text, able text[]) returns uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare entry text[] := regexp_match(at, '^/registers/([^/]+)/([^/]+)$');
  place text[] := regexp_match(at,
    '^/(toetsen|convenanten|badges|samen/[a-z]+|leren/hulp/[a-z]+)/([A-Za-z0-9-]{1,40})(/|$)');
  code text := replace(place[2], '-', ''); nr int := case when place[2] ~ '^[0-9]{1,9}$' then place[2]::int end;
  mail text; title text; who uuid; begin
  if entry is not null then
    select e.values ->> contact, e.values ->> owner into mail, title from published.entry p
      join public.entry e on e.municipality = p.municipality and e.id = p.id
      where p.municipality = m and p.register = entry[1] and p.slug = entry[2] and p.to_at is null;
    return coalesce(wall.only_one(m, mail, able), wall.only_one(m, title, able));
  end if;
  who := case place[1]
    when 'toetsen' then (select coalesce(x.handler, x.author) from public.case_file x
      where x.municipality = m and x.no = nr)
    when 'convenanten' then (select x.owner from public.covenant x where x.municipality = m and x.no = nr)
    when 'badges' then (select x."by" from public.badge x where x.municipality = m and x.number = code)
    when 'samen/waarschuwingen' then (select x."by" from public.warning x where x.municipality = m and x.number = code)
    when 'samen/praktijken' then (select x.reviewer from public.practice x where x.municipality = m and x.number = code)
    when 'samen/bijeenkomsten' then (select x.placed_by from public.event x where x.municipality = m and x.no = nr)
    when 'samen/campagnes' then (select x."by" from public.campaign x where x.municipality = m and x.number = code)
    when 'leren/hulp/plek' then (select x.checked_by from public.help_place x where x.municipality = m and x.no = nr)
    when 'leren/hulp/cursus' then (select x.checked_by from public.course x where x.municipality = m and x.no = nr)
  end;
  return (select p.id from public.person p where p.municipality = m and p.id = who and p.state = 'active'
    and p.organisation is null and p.roles && able);
end $$;
revoke execute on function wall.only_one(uuid, text, text[]), wall.named_for(uuid, text, text, text, text[])
  from public;
`

/** The functions as they stand, each with what it says now in the place of what it said. */
const given = anew(`
      ('wall.add_report(jsonb,int,int)', 'sends boolean := true; begin',
        'sends boolean := true; who uuid; begin'),
      ('wall.add_report(jsonb,int,int)', 'if one ->> ''email'' <> '''' then sends :=',
        'who := wall.named_for(m, one ->> ''path'', one ->> ''contact'', one ->> ''owner'',
    ''{policy-officer,executor,account-manager,publisher}'');
  if one ->> ''email'' <> '''' then sends :='),
      ('wall.add_report(jsonb,int,int)', 'secret, due_on, receipt)', 'secret, due_on, receipt, role, named)'),
      ('wall.add_report(jsonb,int,int)', '(one ->> ''due_on'')::date, sends)',
        '(one ->> ''due_on'')::date, sends, one ->> ''role'', who)'),
      ('wall.add_report(jsonb,int,int)', 'task_of_report(m, r, null,', 'task_of_report(m, r, who,'),
      ('wall.add_to_report(uuid,text,text,text,text,date)', 'task_of_report(m, r.id, r.handler, role,',
        'task_of_report(m, r.id, coalesce(r.handler, r.named), role,'),
      ('wall.task_of_request(uuid,uuid,text)', 'q.handler, case when q.handler is null then q.role end',
        'coalesce(q.handler, case when q.again = 0 then q.named end),
      case when q.handler is null and (q.named is null or q.again > 0) then q.role end'),
      ('wall.keep_request(jsonb,boolean)', 'first_due, due_on, kept_months, identity)',
        'first_due, due_on, kept_months, identity, named)'),
      ('wall.keep_request(jsonb,boolean)', '(r ->> ''keptMonths'')::int, r ->> ''identity'')',
        '(r ->> ''keptMonths'')::int, r ->> ''identity'', wall.named_for(m, r ->> ''about'', r ->> ''contact'',
          r ->> ''owner'', array[r ->> ''role'']))')`)

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [columns, named, given]) await sql.raw(part).execute(db)
}
