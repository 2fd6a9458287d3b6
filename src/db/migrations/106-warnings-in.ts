/**
 * A warning that comes from elsewhere: known by the namespace of its publisher and its tracking id. The newest version
 * wins, and says what is different; what it says in plain words here stays. Taken by who is at the desk, or by a worker.
 */
import { sql, type Kysely } from 'kysely'

const TASK = `'{security-officer,policy-officer,account-manager}'`

const taking = `
create function wall.warning_came(x public.warning, words text) returns void language sql security definer
  set search_path = pg_catalog, pg_temp as $$
  insert into public.task (municipality, id, kind, object, person, role, text, path)
    values (x.municipality, gen_random_uuid(), 'warning-came', 'warning/' || x.id,
      case when x.label = 'RED' then x."by" end, case when x.label = 'RED' and x."by" is not null then null
        else 'security-officer' end, words, '/balie/waarschuwingen/' || x.id)
    on conflict do nothing $$;

-- Gives what became of it: new, newer than what was here, known already, or refused for being of ourselves.
create function wall.take_warning(one jsonb) returns jsonb language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  m uuid := (one ->> 'municipality')::uuid; who uuid := public.current_person(); x public.warning;
  v public.warning_version; f public.warning_feed; key int[]; held int[]; became text; asks text := one ->> 'label';
begin
  select * into f from public.warning_feed where municipality = m and id = (one ->> 'feed')::uuid and state = 'on';
  if who is null then
    if (select wall.part(1)) is distinct from 'leidraad_worker' or f.id is null then
      raise exception 'nobody takes this in' using errcode = 'insufficient_privilege'; end if;
    who := f.keeper;
  elsif m is distinct from public.current_municipality() or not wall.may(${TASK})
    or public.current_organisation() is not null then
    raise exception 'this is not your task' using errcode = 'insufficient_privilege'; end if;
  select array_agg(n::int order by at) into key from jsonb_array_elements_text(one -> 'versionKey') with ordinality
    t (n, at);
  if key is null or array_length(key, 1) > 3 or length(one ->> 'title') not between 1 and 200
    or one ->> 'namespace' = '' or one ->> 'tracking' = '' or jsonb_array_length(one -> 'products') > 50
    or jsonb_array_length(one -> 'references') > 20 then
    raise exception 'this is no warning' using errcode = 'check_violation'; end if;

  -- What ends something that never came in is nothing to us.
  if one ->> 'ended' is not null and not exists (select from public.warning where municipality = m
      and namespace = one ->> 'namespace' and tracking = one ->> 'tracking') then
    return jsonb_build_object('became', 'known'); end if;
  insert into public.warning (municipality, id, number, source, feed, publisher, namespace, tracking, label, "by")
    values (m, (one ->> 'id')::uuid, one ->> 'number', case when f.id is null then 'file' else 'feed' end, f.id,
      one ->> 'publisher', one ->> 'namespace', one ->> 'tracking', asks, who)
    on conflict (municipality, namespace, tracking) do nothing returning * into x;
  became := case when x.id is null then 'newer' else 'new' end;
  if x.id is null then
    select * into x from public.warning where municipality = m and namespace = one ->> 'namespace'
      and tracking = one ->> 'tracking' for update;
    -- What we wrote ourselves does not come back as another's.
    if x.source = 'own' then return jsonb_build_object('became', 'own'); end if;
    select source_key into held from public.warning_version where municipality = m and warning = x.id
      and source_key is not null order by no desc limit 1;
    if held >= key then return jsonb_build_object('became', 'known', 'id', x.id); end if;
    if x.state = 'ended' then return jsonb_build_object('became', 'known', 'id', x.id); end if;
  end if;
  select * into v from public.warning_version where municipality = m and warning = x.id and no = x.version;
  insert into public.warning_version (municipality, warning, no, title, what, act, act_by, works, call, urgency, chance,
      damage, products, refs, notes, remedy, source_version, source_key, released_at, signature, signed_by, hash, url,
      "by")
    values (m, x.id, x.version + 1, case when x.state = 'sent' then v.title else one ->> 'title' end,
      coalesce(v.what, ''), coalesce(v.act, ''), v.act_by, coalesce(v.works, ''), coalesce(v.call, ''), one ->> 'urgency', one ->> 'chance', one ->> 'damage',
      one -> 'products', one -> 'references', one ->> 'notes', one ->> 'remedy', one ->> 'version', key,
      (one ->> 'releasedAt')::timestamptz, one ->> 'signature', one ->> 'signedBy', one ->> 'hash', one ->> 'url',
      public.current_person());
  -- The source itself made it narrower, or gave the first label: that holds at once. Wider is for a person to choose.
  if became = 'newer' and asks is not null and asks is distinct from x.label then
    if x.label is null or wall.tlp_is_wider(asks, x.label) then
      insert into public.warning_label (municipality, warning, no, label, leave_by, leave_on, leave_text, "by")
        values (m, x.id, 0, asks, left(x.publisher, 200), current_date, 'Dit label staat in de nieuwe versie.',
          public.current_person());
      if asks = 'RED' then
        insert into public.warning_person (municipality, warning, person, "by") values (m, x.id, who, who)
          on conflict do nothing;
      end if;
    else
      became := 'wider';
    end if;
  end if;
  if one ->> 'ended' is not null then
    update public.warning set state = 'ended', ended = one ->> 'ended', ended_on = current_date
      where municipality = m and id = x.id;
    became := 'ended';
  end if;
  select * into x from public.warning where municipality = m and id = x.id;
  perform wall.warning_came(x, case became when 'new' then 'Kijk naar een waarschuwing die binnenkwam'
    when 'ended' then 'Een waarschuwing is ingetrokken of vervangen: zie wat dat betekent'
    when 'wider' then 'De bron laat een waarschuwing ruimer delen: kies zelf of het label verandert'
    else 'Kijk wat er anders is aan een waarschuwing' end);
  insert into public.audit (municipality, act, object, detail)
    values (m, 'warning.imported', 'warning/' || x.id, json_build_object('became', became, 'label', x.label)::text);
  return jsonb_build_object('became', became, 'id', x.id);
end $$;
revoke execute on function wall.warning_came(public.warning, text), wall.take_warning(jsonb) from public;
grant execute on function wall.take_warning(jsonb) to leidraad_desk, leidraad_worker;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(taking).execute(db)
}
