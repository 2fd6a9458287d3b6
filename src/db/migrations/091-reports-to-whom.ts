/** A report lands with the role whose page it is about; every role that may answer one can be that role. */
import { sql, type Kysely } from 'kysely'

const widened = `
do $$ declare each record; begin
  for each in select * from (values
      ('wall.add_report(jsonb,int,int)', 'one ->> ''role'' <> ''policy-officer''',
        'one ->> ''role'' not in (''policy-officer'', ''executor'', ''account-manager'', ''publisher'')'),
      ('wall.add_to_report(uuid,text,text,text,text,date)', 'role <> ''policy-officer''',
        'role not in (''policy-officer'', ''executor'', ''account-manager'', ''publisher'')'))
      t (name, was, becomes) loop
    execute replace(pg_get_functiondef(each.name::regprocedure), each.was, each.becomes);
  end loop;
end $$;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(widened).execute(db)
}
