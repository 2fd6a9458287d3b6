/**
 * Nobody is mailed often because a stranger typed their address: three receipts of reports a day for one mailbox. And
 * who is forgotten is forgotten in what was made of a text too: the words and slugs that an entry is found by, what
 * everybody reads of it, the jobs that sent the mail, and what a reporter wrote.
 */
import { sql, type Kysely } from 'kysely'

/** `mailbox`: where an address leads to: whatever its capitals, a label in it, or dots that say nothing. */
const receipts = `
alter table report add column receipt boolean not null default true;

create function wall.mailbox(address text) returns text language sql immutable
  set search_path = pg_catalog, pg_temp as $$
  select case when home in ('gmail.com', 'googlemail.com') then replace(who, '.', '') || '@gmail.com'
    else who || '@' || home end
  from (select regexp_replace(split_part(lower(trim(address)), '@', 1), '(?<=.)\\+.*$', '') as who,
    rtrim(split_part(lower(trim(address)), '@', 2), '.') as home) t $$;

-- As guesses are counted, beside the messages: those go when a reporter asks, and would give the count back.
create function wall.may_send_receipt(address text) returns boolean language sql volatile
  set search_path = pg_catalog, pg_temp as $$
  insert into public.guess as g (key, count, ends_at) values (translate(rtrim(encode(
      sha256(convert_to('receipt/' || wall.mailbox(address), 'UTF8')), 'base64'), '='), '+/', '-_'), 1,
      now() + interval '1 day')
    on conflict (key) do update set count = case when g.ends_at <= now() then 1 else least(g.count + 1, 1000000) end,
      ends_at = case when g.ends_at <= now() then excluded.ends_at else g.ends_at end
    returning count <= 3 $$;

create or replace function wall.add_report(one jsonb, a_day int, at_once int) returns boolean language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
declare m uuid := (one ->> 'municipality')::uuid; r uuid := (one ->> 'id')::uuid; mail jsonb := one -> 'mail';
  sends boolean := true; begin
  if not exists (select from published.municipality where id = m)
    or one ->> 'path' !~ '^/[!-~]*$' or one ->> 'seen' !~ '^/[!-~]*$'
    or length(one ->> 'path') > 600 or length(one ->> 'seen') > 700
    or length(one ->> 'title') > 500 or length(one ->> 'text') > 4000 or length(one ->> 'part') > 200
    or length(one ->> 'name') > 200 or length(one ->> 'email') > 320 or length(one ->> 'secret') <> 64
    or length(one ->> 'task') > 700 or length(mail ->> 'subject') > 700 or length(mail ->> 'body') > 3000
    or one ->> 'role' <> 'policy-officer' then
    raise exception 'this is no report' using errcode = 'check_violation'; end if;
  if exists (select from public.report where municipality = m and id = r) then return true; end if;
  -- One at a time, so that many at once are counted too.
  perform from public.audit_head where municipality = m for update;
  if exists (select from public.report where municipality = m and id = r) then return true; end if;
  if (select count(*) from public.report where municipality = m and created_at > now() - interval '1 day') >= a_day
    or (select count(*) from public.report where municipality = m and closed_at is null) >= at_once
    then return false; end if;
  if one ->> 'email' <> '' then sends := wall.may_send_receipt(one ->> 'email'); end if;
  insert into public.report
      (municipality, id, kind, path, seen, title, text, part, name, email, lang, secret, due_on, receipt)
    values (m, r, one ->> 'kind', one ->> 'path', one ->> 'seen', one ->> 'title', one ->> 'text', one ->> 'part',
      one ->> 'name', one ->> 'email', one ->> 'lang', one ->> 'secret', (one ->> 'due_on')::date, sends)
    on conflict do nothing;
  perform wall.task_of_report(m, r, null, one ->> 'role', one ->> 'task', (one ->> 'due_on')::date);
  if one ->> 'email' <> '' and sends then
    insert into public.message (municipality, id, recipient, subject, body, kind, key, object)
      values (m, gen_random_uuid(), one ->> 'email', mail ->> 'subject', mail ->> 'body', 'report',
        'report/' || r || '/received', 'report/' || r) on conflict do nothing;
  end if;
  insert into public.audit (municipality, act, object, detail)
    values (m, 'report.received', 'report/' || r, json_build_object('page', one ->> 'path')::text);
  return true;
end $$;

create or replace function wall.read_report(m uuid, hash text) returns jsonb language sql stable
  security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('kind', r.kind, 'path', r.path, 'seen', r.seen, 'title', r.title, 'text', r.text,
    'part', r.part, 'known', r.name <> '' or r.email <> '', 'mails', r.email <> '', 'receipt', r.receipt,
    'state', r.state, 'due', r.due_on,
    'told', r.told <> '', 'id', r.id, 'at', r.created_at, 'words', coalesce((select jsonb_agg(jsonb_build_object(
        'step', w.step, 'outcome', w.outcome, 'text', w.text, 'at', w.at) order by w.no)
      from public.report_word w where w.municipality = r.municipality and w.report = r.id), '[]'))
  from public.report r where r.municipality = m and r.secret = hash $$;
revoke execute on function wall.mailbox(text), wall.may_send_receipt(text) from public;
`

/** What is taken out of a text, and the words of it that a list is searched by (`lib/search-words.ts`). */
const words = `
create function wall.without(given text, what text) returns text language sql immutable
  set search_path = pg_catalog, pg_temp as $$
  -- The whole of it: the end of a longer address, or of a longer name, is somebody else's.
  select case when what = '' or position(lower(what) in lower(given)) = 0 then given else regexp_replace(given,
    '(?<![[:alnum:]._%+-])' || regexp_replace(what, '([^[:alnum:]@])', '\\\\\\1', 'g')
      || '(?![[:alnum:]-]|\\.[[:alnum:]])', '(gewist)', 'gi') end $$;

create function wall.words_of(given text) returns setof text language sql immutable
  set search_path = pg_catalog, pg_temp as $$
  with bare as (select regexp_replace(normalize(lower(given), NFKD), '[\\u0300-\\u036f]', '', 'g') as text),
    whole as (select regexp_split_to_table(text, '[^[:alnum:]''’-]+') as word from bare)
  select regexp_split_to_table(word, '[''’-]+') from whole
  union select regexp_replace(word, '[''’-]', '', 'g') from whole
$$;

-- What an entry is found by, without the words of an address that stand nowhere else in it.
create function wall.found_without(search text, address text, kept text) returns text language sql immutable
  set search_path = pg_catalog, pg_temp as $$
  select coalesce(string_agg(word, ' ' order by no), '') from
    regexp_split_to_table(wall.without(search, address), '\\s+') with ordinality t (word, no)
  where word not in (select wall.words_of(address) except select wall.words_of(kept)) $$;

create function wall.texts_in(vals jsonb) returns text language sql immutable
  set search_path = pg_catalog, pg_temp as $$
  select coalesce(string_agg(one #>> '{}', ' '), '') from jsonb_path_query(vals, 'strict $.**') one
  where jsonb_typeof(one) = 'string' $$;
`

const entries = (schema: 'public' | 'published') => `
  update ${schema}.entry set title = wall.without(title, address),
      values = wall.without(values::text, address)::jsonb,
      search = wall.found_without(search, address, wall.without(title || ' ' || wall.texts_in(values), address))
    where municipality = m and position(address in lower(title || ' ' || values::text)) > 0;
  delete from ${schema}.entry_word w where w.municipality = m and w.word in (select wall.words_of(address))
    and not exists (select from ${schema}.entry_term t where (t.municipality, t.register, t.field, t.term)
      = (w.municipality, w.register, '*', w.word) and t.ended in (false, true));
  delete from ${schema}.entry_word where municipality = m and position(address in word) > 0;
  delete from ${schema}.entry_term where municipality = m and position(address in lower(term)) > 0;`

/** Of measurements and what was made of them, or drawn: nobody types there, and they are many. */
const MEASURED = {
  public: ['finding', 'judgement', 'round', 'round_visit', 'subject'],
  // A test that was published is what two people signed, with its PDF, and stays as the file of its case does.
  // The last three are how published subjects stand from 035 on.
  published:
    'finding map_background mark sample_draw subject tally toets subject_held subject_parties subject_visit'.split(' '),
}

const wipe = `
-- Takes an address out of everything that a municipality keeps and nobody signed, and out of what was made of it.
create function wall.wipe_address(m uuid, address text) returns void language plpgsql
  set search_path = public, pg_temp as $$
declare each record; made text := trim(regexp_replace(lower(address), '[^[:alnum:]]+', '-', 'g'), '-'); begin
  update report set name = '', email = '' where municipality = m and lower(email) = address;
  -- Where something stands is made of its title once, and is named by what was reported of it.
  for each in select distinct register, no, slug from published.entry where municipality = m
      and position('-' || made || '-' in '-' || slug || '-') > 0
    union select register, no, slug from published.entry_withdrawn where municipality = m
      and position('-' || made || '-' in '-' || slug || '-') > 0 loop
    update published.entry set slug = each.no || '-gewist' where municipality = m and register = each.register
      and slug = each.slug;
    update published.entry_withdrawn set slug = each.no || '-gewist' where municipality = m
      and register = each.register and slug = each.slug;
    update report set path = replace(path, each.slug, each.no || '-gewist'),
        seen = replace(seen, each.slug, each.no || '-gewist')
      where municipality = m and position('/' || each.register || '/' || each.slug in path) > 0;
    update published.report set path = replace(path, each.slug, each.no || '-gewist')
      where municipality = m and position('/' || each.register || '/' || each.slug in path) > 0;
  end loop;${entries('public')}${entries('published')}
  for each in select n.nspname as home, c.relname as place, a.attname as name,
      format_type(a.atttypid, a.atttypmod) as kind
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname in ('public', 'published') and c.relkind in ('r', 'p') and not c.relispartition
      and a.atttypid in ('text'::regtype, 'jsonb'::regtype, 'text[]'::regtype) and a.attgenerated = ''
      and n.nspname || '.' || c.relname <> all ('{${Object.entries(MEASURED)
        .flatMap(([home, names]) => names.map((name) => `${home}.${name}`))
        .join()}}')
      and exists (select from pg_attribute where attrelid = c.oid and attname = 'municipality')
      and not exists (select from pg_trigger where tgrelid = c.oid and tgname = 'stays') loop
    execute format('update %1$I.%2$I set %3$I = wall.without(%3$I::text, $1)::%4$s
      where municipality = $2 and position($1 in lower(%3$I::text)) > 0', each.home, each.place, each.name, each.kind)
      using address, m;
  end loop;
end $$;

create or replace function wipe_person(m uuid, p uuid) returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
declare address text; called text; each record; begin
  select lower(email), name into address, called from person where municipality = m and id = p for update;
  if address is null then return; end if;
  -- What would go with the person if the row went: sessions, devices, codes, what was typed and not sent.
  for each in select c.conrelid::regclass as place, a.attname as name from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[array_length(c.conkey, 1)]
    where c.contype = 'f' and c.confrelid = 'person'::regclass and c.confdeltype = 'c' loop
    execute format('delete from %s where municipality = $1 and %I = $2', each.place, each.name) using m, p;
  end loop;
  delete from one_time_link where municipality = m and person = p;
  delete from message where municipality = m and (person = p or lower(recipient) = address);
  delete from task where municipality = m and person = p;
  update baseline set email = '' where municipality = m and lower(email) = address;
  update person set name = case when organisation is null then 'oud-medewerker' else 'oud-deelnemer' end,
    email = 'vertrokken-' || id || '@voorbeeld.invalid', state = 'left', password = null, second_factor = null,
    second_factor_step = null, identity = null, seen_at = null, changed_at = now()
    where municipality = m and id = p;
  perform wall.wipe_address(m, address);
  -- Who made a publication: the function stays. Not when a colleague has the same name.
  update published.publication set by_name = 'oud-medewerker' where municipality = m and by_name = called
    and not exists (select from person where municipality = m and name = called);
end $$;

-- A message that goes takes along the job that sent it: what the mail server said names the recipient.
create function wall.message_gone() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  delete from public.job where municipality = old.municipality and kind = 'mail' and key = old.id::text;
  return null; end $$;
create trigger gone after delete on message for each row execute function wall.message_gone();

-- Who reported something is forgotten, when asked or in time: also in what was written, and in the mail about it.
create function wall.reporter_gone() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare address text := lower(old.email);
  called text := case when old.name ~ '\\S\\s+\\S' then old.name else '' end; begin
  delete from public.message where municipality = new.municipality and object = 'report/' || new.id
    and kind = 'report';
  update public.report set text = wall.without(wall.without(text, address), called),
      part = wall.without(wall.without(part, address), called), told = wall.without(wall.without(told, address), called)
    where municipality = new.municipality and id = new.id;
  update public.report_word set text = wall.without(wall.without(text, address), called)
    where municipality = new.municipality and report = new.id;
  return null; end $$;
create trigger reporter_gone after update of name, email on report for each row
  when (new.name = '' and new.email = '' and (old.name <> '' or old.email <> ''))
  execute function wall.reporter_gone();

revoke execute on function wall.without(text, text), wall.words_of(text), wall.texts_in(jsonb),
  wall.found_without(text, text, text), wall.wipe_address(uuid, text), wall.message_gone(), wall.reporter_gone()
  from public;
`

/** Of whom was forgotten before this: what stands in a text no more is found no more either. */
const before = (['public', 'published'] as const)
  .map(
    (schema) => `
update ${schema}.entry set search = (select coalesce(string_agg(word, ' ' order by no), '')
    from regexp_split_to_table(search, '\\s+') with ordinality t (word, no)
    where word in (select wall.words_of(title || ' ' || wall.texts_in(values))))
  where position('(gewist)' in values::text) > 0;
delete from ${schema}.entry_word w where not exists (select from ${schema}.entry_term t
  where (t.municipality, t.register, t.field, t.term) = (w.municipality, w.register, '*', w.word)
    and t.ended in (false, true));`,
  )
  .join('')

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [receipts, words, wipe, before]) await sql.raw(part).execute(db)
}
