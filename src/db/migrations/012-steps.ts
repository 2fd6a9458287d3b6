/** Which step of a case leads where, and who takes it: the database refuses every other. A test holds it to rules. */

const RUNNING = ['draft', 'pre-check', 'in-test', 'completeness', 'opinions', 'advice', 'reaction', 'decision']
const WRITE = ['policy-officer', 'executor', 'adviser', 'account-manager']
const HANDLE = ['policy-officer', 'adviser']
const DECIDE = ['decision-maker']
const PUBLISH = ['publisher', 'policy-officer', 'decision-maker']

type Taker = 'author' | 'handler' | 'decision-maker' | 'publisher'
type Way = {
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly taker: Taker
  readonly roles: readonly string[]
}

const WAYS: readonly Way[] = [
  { from: ['draft'], to: ['pre-check'], taker: 'author', roles: WRITE },
  { from: ['pre-check'], to: ['draft', 'in-test', 'no-effect'], taker: 'handler', roles: HANDLE },
  { from: ['no-effect'], to: ['in-test'], taker: 'handler', roles: HANDLE },
  { from: ['in-test'], to: ['completeness'], taker: 'author', roles: WRITE },
  { from: ['completeness'], to: ['in-test', 'opinions'], taker: 'handler', roles: HANDLE },
  { from: ['opinions'], to: ['advice'], taker: 'handler', roles: HANDLE },
  { from: ['advice'], to: ['reaction'], taker: 'handler', roles: HANDLE },
  { from: ['reaction'], to: ['in-test', 'decision'], taker: 'author', roles: WRITE },
  { from: ['pre-check', 'in-test'], to: ['decision'], taker: 'decision-maker', roles: DECIDE },
  { from: ['decision'], to: ['decided'], taker: 'decision-maker', roles: DECIDE },
  { from: ['decision'], to: ['reaction'], taker: 'author', roles: WRITE },
  { from: ['decided', 'no-effect'], to: ['published'], taker: 'publisher', roles: PUBLISH },
  { from: ['published'], to: ['follow-up'], taker: 'handler', roles: HANDLE },
  { from: ['follow-up', 'published', 'archived'], to: ['retest'], taker: 'handler', roles: HANDLE },
  { from: ['retest'], to: ['in-test'], taker: 'handler', roles: HANDLE },
  { from: ['retest', 'follow-up', 'no-effect', 'withdrawn'], to: ['archived'], taker: 'handler', roles: HANDLE },
  { from: [...RUNNING, 'no-effect', 'on-hold'], to: ['withdrawn'], taker: 'author', roles: WRITE },
  { from: RUNNING, to: ['on-hold'], taker: 'handler', roles: HANDLE },
  { from: ['on-hold'], to: RUNNING, taker: 'handler', roles: HANDLE },
]

const rows = WAYS.flatMap(({ from, to, taker, roles }) =>
  from.flatMap((here) => to.map((there) => `('${here}', '${there}', '${taker}', '{${roles.join()}}')`)),
)

export const steps = `
create table wall.step (from_state text, to_state text, taker text, roles text[] not null,
  primary key (from_state, to_state, taker));
alter table wall.step enable row level security;
insert into wall.step (from_state, to_state, taker, roles) values ${rows.join(',\n')};

-- A step moves its case: from where the case is, to where the way leads, by who takes that step. What is on hold goes
-- back to where it was held.
create or replace function take_step() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare file case_file; me uuid := current_person(); begin
  select * into file from case_file where municipality = new.municipality and id = new.case_file for update;
  if not found or file.state is distinct from coalesce(new.from_state, 'draft') then
    raise exception 'the case is in %, not in %', file.state, new.from_state using errcode = 'serialization_failure';
  end if;
  if not exists (select from wall.step s where s.from_state = file.state and s.to_state = new.to_state
      and s.roles && wall.roles() and (file.state <> 'on-hold' or new.to_state in ('withdrawn',
        coalesce(file.before_hold, 'draft')))
      and case s.taker when 'author' then me = file.author
        when 'handler' then me = file.handler and me <> file.author
        when 'publisher' then me <> file.author
        else me <> file.author and not exists (select from person p where p.municipality = file.municipality
          and p.id = file.decision_maker and p.id <> me and p.state = 'active') end) then
    raise exception 'no way leads from % to % for who is signed in', file.state, new.to_state
      using errcode = 'insufficient_privilege';
  end if;
  update case_file set state = new.to_state, state_since = now()
    where municipality = new.municipality and id = new.case_file;
  return new;
end $$;

-- A policy of a table cannot ask the table itself.
create function wall.may_answer(asked uuid, file uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.case_question q join public.case_file c on c.municipality = q.municipality
      and c.id = q.case_file where q.municipality = public.current_municipality() and q.id = asked
    and q.case_file = file
    and q.answers is null and q.by <> public.current_person()
    and public.current_person() in (q.whom, c.author, c.handler)) $$;
-- Another author is found by who is the author, by who decides, or by the handler of one who left.
create function wall.guard_author() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare me uuid := public.current_person(); begin
  if current_user <> 'leidraad_desk' or new.author = old.author or me = old.author or wall.may('{decision-maker}')
    or wall.may('{${HANDLE.join()}}') and not exists (select from public.person p
      where p.municipality = old.municipality and p.id in (old.author, old.handler) and p.id <> me
        and p.state = 'active') then return new; end if;
  raise exception 'this case is not yours to give to another author' using errcode = 'insufficient_privilege';
end $$;
create trigger yours before update of author on case_file for each row execute function wall.guard_author();
-- The same as in 009, reading of people what may be read.
create or replace function whose_case_it_is() returns trigger language plpgsql as $$ declare someone record; begin
  if current_person() is null then return new; end if;
  if new.author = new.handler then raise exception 'nobody handles the own case'
    using errcode = 'insufficient_privilege'; end if;
  for someone in select p.state, p.roles from person p where p.municipality = new.municipality
    and ((p.id = new.author and new.author <> old.author)
      or (p.id = new.handler and new.handler is distinct from old.handler)) loop
    if someone.state <> 'active' or 'fg' = any(someone.roles) then raise exception 'this person cannot take a case over'
      using errcode = 'insufficient_privilege'; end if;
  end loop;
  return new; end $$;
-- Who is forgotten is forgotten in evidence too, whoever's turn it is: that is nobody's answer.
drop trigger whose_turn on answer_evidence;
create trigger whose_turn before insert or update on answer_evidence for each row
  when (current_user = 'leidraad_desk') execute function whose_turn_it_is();
`
