/**
 * What is published is named by its hash and read from where evidence is kept; its bytes stand in the database no
 * longer. What stood there is brought over by the program, which can reach the other place (`db/move-files.ts`).
 */
import { sql, type Kysely } from 'kysely'

const files = `
create table published.file (hash text primary key, media text not null);
insert into published.file select hash, case when media ~ '^application/json' then 'application/json' else media end
  from published.blob;
alter table published.file enable row level security;
grant select on published.file to leidraad_public, leidraad_desk;
grant insert on published.file to leidraad_desk;
create policy read_by_all on published.file for select to leidraad_public using (true);
create policy desk_select on published.file for select to leidraad_desk
  using ((select current_municipality()) is not null);
create policy desk_insert on published.file for insert to leidraad_desk
  with check ((select current_municipality()) is not null
    and (select wall.may('{publisher,policy-officer,decision-maker}')));

do $$ begin
  if not exists (select from published.blob) then drop table published.blob;
  else revoke all on published.blob from leidraad_desk; end if;
end $$;
`

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql.raw(files).execute(db)
}
