/**
 * The doors of a bidder: what somebody types who has no account is sealed with a secret that is kept nowhere. The
 * public role reaches it through four functions; nobody else reaches it at all, and after ninety days it is gone.
 */
import { sql, type Kysely } from 'kysely'

/** What a bidder types, by the hash of a secret that is kept nowhere: begun, read, kept and thrown away. */
const doors = `
create function wall.open_tender(m uuid, t int) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select from published.tender where municipality = m and no = t and current and not stopped
    and closes_at > now()) $$;
create function wall.begin_bid(m uuid, t int, mark text, words text, most int) returns boolean language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$ begin
  if length(mark) <> 64 or length(words) > 4000000 then
    raise exception 'this is no draft' using errcode = 'check_violation'; end if;
  -- One at a time, so that many at once are counted too.
  perform from published.tender where municipality = m and no = t and current for update;
  if not wall.open_tender(m, t) or (select count(*) from public.bid_draft d where d.municipality = m
    and d.tender = t) >= most then return false; end if;
  insert into public.bid_draft (municipality, secret, tender, sealed, rev, ends_at)
    select m, mark, t, words, 1, closes_at + interval '90 days' from published.tender
    where municipality = m and no = t and current;
  return true;
end $$;
create function wall.read_bid(m uuid, mark text) returns jsonb language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('tender', d.tender, 'sealed', d.sealed, 'rev', d.rev) from public.bid_draft d
  where d.municipality = m and d.secret = mark $$;
create function wall.keep_bid(m uuid, mark text, words text, seen int) returns text language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$ declare d public.bid_draft; begin
  if length(words) > 4000000 then raise exception 'this is no draft' using errcode = 'check_violation'; end if;
  select * into d from public.bid_draft where municipality = m and secret = mark for update;
  if d.secret is null then return 'missing'; end if;
  if not wall.open_tender(m, d.tender) then return 'closed'; end if;
  if d.rev <> seen then return 'overtaken'; end if;
  update public.bid_draft set sealed = words, rev = rev + 1, ends_at = (select closes_at + interval '90 days'
    from published.tender where municipality = m and no = d.tender and current)
    where municipality = m and secret = mark;
  return 'kept';
end $$;
create function wall.drop_bid(m uuid, mark text) returns boolean language sql security definer
  set search_path = pg_catalog, pg_temp as $$
  with gone as (delete from public.bid_draft d where d.municipality = m and d.secret = mark returning 1)
  select exists (select from gone) $$;
revoke execute on function wall.open_tender(uuid, int), wall.begin_bid(uuid, int, text, text, int),
  wall.read_bid(uuid, text), wall.keep_bid(uuid, text, text, int), wall.drop_bid(uuid, text) from public;
grant execute on function wall.begin_bid(uuid, int, text, text, int), wall.read_bid(uuid, text),
  wall.keep_bid(uuid, text, text, int), wall.drop_bid(uuid, text) to leidraad_public;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(doors).execute(db)
}
