/**
 * How a service went is told in tens, the oldest answers first: of what was told on two days nobody takes off an answer
 * that came between, nor one of a quarter that had few.
 */
import { sql, type Kysely } from 'kysely'

/**
 * Each ten counts whole, with its words, in the quarter in which it was full; a version is named by ten or not at all. Only of days that are over: else an
 * answer could still come before one that was counted.
 */
const counted = `
create or replace function wall.ratings_of(m uuid, p uuid, from_count int) returns jsonb language sql stable
  security definer set search_path = pg_catalog, pg_temp as $$
  with size as (select greatest(from_count, 10) as n),
    answer as (select r.*, (row_number() over (order by r.on_day, r.id) - 1) / size.n as ten from public.rating r, size
      where r.municipality = m and r.product = p and r.on_day < public.today_here()),
    own as (select answer.*, ten.q from answer join (select ten, to_char(max(on_day), 'YYYY-"Q"Q') as q
      from answer, size group by ten, size.n having count(*) = size.n) ten using (ten)),
    n as (select count(*)::int as n from own)
  select jsonb_build_object(
    'count', nullif(n.n, 0),
    'done', (select jsonb_object_agg(done, c) from
      (select done, count(*)::int as c from own group by done) x),
    'ease', (select jsonb_object_agg(ease, c) from
      (select ease, count(*)::int as c from own where ease is not null group by ease) x),
    'stuck', (select jsonb_object_agg(s, c) from
      (select s, count(*)::int as c from own, unnest(stuck) s group by s) x),
    'helped', case when n.n > 0 then (select count(*)::int from own where helped) end,
    'quarters', coalesce((select jsonb_agg(jsonb_build_object('quarter', q, 'count', c, 'yes', y,
        'versions', coalesce((select jsonb_agg(version order by version) from (select version from own
          where own.q = x.q and version <> '' group by version having count(*) >= 10) v), '[]')) order by q) from
      (select q, count(*)::int as c, (count(*) filter (where done = 'yes'))::int as y from own group by q) x), '[]'),
    'words', coalesce((select jsonb_agg(words order by id) from
      (select words, id from own where shown order by ten desc, id limit 10) x), '[]'),
    'acts', coalesce((select jsonb_agg(jsonb_build_object('text', a.text, 'owner', a.owner, 'on', a.on_day)
      order by a.on_day desc) from public.rating_act a where a.municipality = m and a.product = p), '[]'),
    'tests', coalesce((select jsonb_agg(jsonb_build_object('on', t.on_day, 'task', t.task, 'people', t.people,
        'number', t.number, 'finished', t.finished, 'withHelp', t.with_help, 'minutes', t.minutes, 'found', t.found,
        'witness', coalesce(nullif(w.function, ''), 'medewerker')) order by t.on_day desc)
      from public.usability_test t left join public.person w on w.municipality = m and w.id = t.witness
      where t.municipality = m and t.product = p), '[]')) from n $$;
update published.rating set told = wall.ratings_of(municipality, product, 10);
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(counted).execute(db)
}
