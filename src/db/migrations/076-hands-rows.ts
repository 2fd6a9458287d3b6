/**
 * Who gave a verdict does not answer the objection to it, and who wrote a plan down does not accept it. A duty of a
 * contract begins at a contract that is there and ends by a step that says so. What is named as published is a document
 * or a picture, and nothing that a browser runs.
 */
import { sql, type Kysely } from 'kysely'

const words = `
create function wall.word_by_another() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if new.kind in ('upheld', 'rejected') and exists (select from public.pledge_verdict d
      where d.municipality = new.municipality and d.id = new.verdict and d."by" = new."by")
    or new.kind in ('plan-accepted', 'plan-returned') and new."by" = (select w."by" from public.pledge_word w
      where w.municipality = new.municipality and w.verdict = new.verdict and w.kind = 'plan'
      order by w.no desc limit 1) then
    raise exception 'another answers what one wrote' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger by_another before insert on pledge_word for each row
  when (current_user = 'leidraad_desk') execute function wall.word_by_another();
revoke execute on function wall.word_by_another() from public;
`

const duties = `
create function wall.duty_goes() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$ begin
  if tg_op = 'INSERT' then
    if new.state <> 'running' or not exists (select from public.entry e where e.municipality = new.municipality
        and e.id = new.contract) then
      raise exception 'a duty begins at a contract' using errcode = 'insufficient_privilege'; end if;
    return new;
  end if;
  if new.state <> old.state and (old.state = 'ended' or not exists (select from public.duty_step s
      where s.municipality = new.municipality and s.duty = new.id and s."by" = public.current_person()
        and s.at = now() and (s.step = 'ended') = (new.state = 'ended'))) then
    raise exception 'a duty moves by a step' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger goes before insert or update on contract_duty for each row
  when (current_user = 'leidraad_desk') execute function wall.duty_goes();
revoke execute on function wall.duty_goes() from public;
`

const MEDIA = [
  'application/pdf',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/json',
  'text/csv',
  'image/png',
  'image/jpeg',
  'image/webp',
]
const files = `
create policy no_page on published.file as restrictive for insert to leidraad_desk
  with check (media in (${MEDIA.map((media) => `'${media}'`).join(', ')}));
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(words + duties + files).execute(db)
}
