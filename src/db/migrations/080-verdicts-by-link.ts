/**
 * A party that only has a link reads what was said of it, objects within its term and hands in its plan, as one with an
 * account does: by a code that was mailed at that moment.
 */
import { sql, type Kysely } from 'kysely'

const words = `
alter table pledge_word alter column by drop not null, add column link uuid,
  add constraint by_somebody check ((by is null) = (link is not null)),
  add foreign key (municipality, link) references covenant_link (municipality, id);
-- Nobody is signed in there: the link says whose it is. At the desk a word without a signature passes no policy.
drop trigger signed on pledge_word;
create trigger signed before insert on pledge_word for each row when (new.link is null)
  execute function signed_by_who_is_here();

create function wall.verdicts_by_link(m uuid, hash text) returns jsonb language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'pledge', v.pledge,
      'title', wall.pledge_terms(m, v.covenant, v.pledge) ->> 'title',
      'level', wall.pledge_terms(m, v.covenant, v.pledge) ->> 'level',
      'whole', v.whole, 'organisation', v.organisation, 'outcome', v.outcome, 'metOn', v.met_on, 'daysLate', v.days_late,
      'proof', v.proof, 'seenOn', v.seen_on, 'calculated', v.calculated, 'due', v.due, 'objectUntil', v.object_until,
      'planDue', v.plan_due, 'reason', v.reason, 'replaces', v.replaces, 'at', v.at,
      'byName', coalesce(f.name, ''), 'byFunction', coalesce(f.function, ''),
      'words', coalesce((select jsonb_agg(jsonb_build_object('no', w.no, 'kind', w.kind, 'text', w.text, 'at', w.at)
          order by w.no) from public.pledge_word w where w.municipality = m and w.verdict = v.id
          and (w.organisation is null or w.organisation = p.organisation)), '[]')) order by v.at desc), '[]')
  from public.covenant_link l
    join public.covenant_participant p on p.municipality = l.municipality and p.id = l.participant and p.kind = 'party'
    join public.pledge_verdict v on v.municipality = m and v.covenant = p.covenant
      and case when v.whole then v.object_until is not null and wall.takes_part(m, p.covenant, p.organisation)
        else v.organisation = p.organisation end
    left join public.person f on f.municipality = m and f.id = v."by"
  where l.municipality = m and l.secret = hash and wall.covenant_link_state(l) = 'open'
    and not exists (select from public.pledge_verdict r where r.municipality = m and r.replaces = v.id) $$;

create function wall.answer_verdict(m uuid, hash text, given text, v uuid, what text, words text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare l public.covenant_link := wall.covenant_link_at(m, hash); p public.covenant_participant;
  d public.pledge_verdict; fits text; objection text; plan text; begin
  if l.id is null then return 'missing'; end if;
  if wall.covenant_link_state(l) <> 'open' then return 'ended'; end if;
  if what not in ('objection', 'plan') or length(words) not between 1 and 8000 then
    raise exception 'this is no answer' using errcode = 'check_violation'; end if;
  fits := wall.covenant_code(l, given);
  if fits <> 'fits' then return fits; end if;
  select * into p from public.covenant_participant x where x.municipality = m and x.id = l.participant for update;
  -- Of all together the municipality makes the plan; each of few may say that it is not right.
  select * into d from public.pledge_verdict x where x.municipality = m and x.id = v and x.covenant = p.covenant
    and p.kind = 'party' and x.outcome = 'not-met' and case when x.whole then what = 'objection'
      and x.object_until is not null and wall.takes_part(m, p.covenant, p.organisation)
      else x.organisation = p.organisation end
    and not exists (select from public.pledge_verdict r where r.municipality = m and r.replaces = v) for update;
  if d.id is null then return 'not-now'; end if;
  select w.kind into objection from public.pledge_word w where w.municipality = m and w.verdict = v
    and w.kind in ('objection', 'upheld', 'rejected') and (w.organisation is null or w.organisation = p.organisation)
    order by w.no desc limit 1;
  select w.kind into plan from public.pledge_word w where w.municipality = m and w.verdict = v
    and w.kind in ('plan', 'plan-accepted', 'plan-returned')
    and (w.organisation is null or w.organisation = p.organisation) order by w.no desc limit 1;
  if what = 'objection' and (objection is not null or coalesce(d.object_until < wall.today(), true)) then
    return 'too-late'; end if;
  if what = 'plan' and (objection = 'upheld' or plan in ('plan', 'plan-accepted')) then return 'not-now'; end if;
  perform wall.covenant_code_used(l);
  insert into public.pledge_word (municipality, verdict, no, kind, organisation, text, link)
    values (m, v, 0, what, p.organisation, words, l.id);
  insert into public.audit (municipality, act, object, detail) values (m,
    case what when 'plan' then 'pledge.plan-given' else 'pledge.objected' end, 'covenant/' || p.covenant,
    jsonb_build_object('pledge', d.pledge, 'participant', p.id, 'by', 'link')::text);
  return 'done';
end $$;
revoke execute on function wall.verdicts_by_link(uuid, text), wall.answer_verdict(uuid, text, text, uuid, text, text)
  from public;
grant execute on function wall.verdicts_by_link(uuid, text), wall.answer_verdict(uuid, text, text, uuid, text, text)
  to leidraad_public;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(words).execute(db)
}
