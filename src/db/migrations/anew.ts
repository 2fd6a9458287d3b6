/**
 * SQL that makes functions anew as they stand, each with what it says now in the place of what it said. `changes`: rows
 * of SQL of the function with its arguments, what it said, and what it says. Fails where there is nothing to change.
 */
export const anew = (changes: string): string => `
do $$ declare each record; was text; becomes text; begin
  for each in select * from (values ${changes})
      t (name, was, becomes) loop
    was := pg_get_functiondef(each.name::regprocedure);
    becomes := replace(was, each.was, each.becomes);
    if was = becomes then raise exception 'nothing of % to change: %', each.name, each.was; end if;
    execute becomes;
  end loop;
end $$;
`
