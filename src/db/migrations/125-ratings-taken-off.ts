/**
 * How a service went is told of so many answers that no quarter follows from it: a quarter of fewer than ten was hidden,
 * and yet the total minus the quarters beside it said how many there were, and for how many it worked out.
 */
import { sql, type Kysely } from 'kysely'

/**
 * Answers of quarters that are too small count along once there are ten of them together; until then the figures are of
 * the quarters that are shown. Where no quarter is, there is nothing to take off.
 */
const counted = `
create or replace function wall.ratings_of(m uuid, p uuid, from_count int) returns jsonb language sql stable
  security definer set search_path = pg_catalog, pg_temp as $$
  with bound as (select greatest(from_count, 10) as n),
    answer as (select r.*, to_char(on_day, 'YYYY-"Q"Q') as q,
        count(*) over (partition by to_char(on_day, 'YYYY-"Q"Q')) as in_q
      from public.rating r where r.municipality = m and r.product = p),
    apart as (select count(*) filter (where in_q < bound.n) as hidden, count(*) filter (where in_q >= bound.n) as shown
      from answer, bound),
    own as (select answer.* from answer, apart, bound
      where in_q >= bound.n or apart.hidden >= bound.n or apart.shown = 0),
    n as (select (select count(*)::int from own) as n, bound.n as few from bound)
  select jsonb_build_object(
    'count', case when n.n >= n.few then n.n end,
    'done', case when n.n >= n.few then (select jsonb_object_agg(done, c) from
      (select done, count(*)::int as c from own group by done) x) end,
    'ease', case when n.n >= n.few then (select jsonb_object_agg(ease, c) from
      (select ease, count(*)::int as c from own where ease is not null group by ease) x) end,
    'stuck', case when n.n >= n.few then (select jsonb_object_agg(s, c) from
      (select s, count(*)::int as c from own, unnest(stuck) s group by s) x) end,
    'helped', case when n.n >= n.few then (select count(*)::int from own where helped) end,
    'quarters', coalesce((select jsonb_agg(jsonb_build_object('quarter', q, 'count', c, 'yes', y) order by q) from
      (select q, count(*)::int as c, (count(*) filter (where done = 'yes'))::int as y
        from answer group by q having count(*) >= n.few) x), '[]'),
    'words', case when n.n >= n.few then coalesce((select jsonb_agg(words order by id) from
      (select words, id from answer where shown order by on_day desc limit 10) x), '[]') else '[]' end,
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
