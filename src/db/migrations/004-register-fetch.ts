/** Asking for the list of regulations from the national repository: by a person at the desk, done by a worker. */
import { sql, type Kysely } from 'kysely'
import { wall } from './wall.ts'

const fetches = `
create table register_fetch (
  municipality uuid not null references municipality, id uuid not null, creator text not null, by uuid not null,
    at timestamptz not null default now(),
  started_at timestamptz, done int not null default 0, total int not null default 0, ended_at timestamptz,
  added int, changed int, unchanged int, missing text[] not null default '{}', failure text,
  primary key (municipality, id), foreign key (municipality, by) references person (municipality, id));
create unique index register_fetch_once on register_fetch (municipality) where ended_at is null;
${wall('register_fetch')}`

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql.raw(fetches).execute(db)
}
