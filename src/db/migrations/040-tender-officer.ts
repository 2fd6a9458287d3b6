/**
 * What every officer of the municipality reads, a tender officer reads: in each wall whose list of readers names them
 * all, the role is added. Nothing that can be written changes.
 */
import { sql, type Kysely } from 'kysely'

/** A list of roles in which all who read content stand, such as `{policy-officer,adviser,…,auditor}`. */
const ALL = ['adviser', 'decision-maker', 'publisher', 'executor', 'auditor'].map((role) => `(?=[^}]*${role})`).join('')

const readers = `
do $$ declare each record; wider text; begin
  for each in select n.nspname, c.relname, p.polname, p.polcmd, pg_get_expr(p.polqual, p.polrelid) as reads
    from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'published') and p.polcmd = 'r' loop
    wider := regexp_replace(each.reads, '\\{${ALL}([^}]*)\\}', '{\\1,tender-officer}', 'g');
    if wider <> each.reads then
      execute format('alter policy %I on %I.%I using (%s)', each.polname, each.nspname, each.relname, wider);
    end if;
  end loop;
end $$;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(readers).execute(db)
}
