/**
 * The queue at any length: what can be visited now stands in an index of its own, in order; what waits behind an open
 * visit to its domain is parked, out of the way (since 031: db/jobs-lane.ts).
 */
import { sql, type Kysely } from 'kysely'

const queue = `
alter table visit add column parked boolean not null default false;
drop index visit_queue;
create index visit_ready on visit (requested_at, id) where state = 'queued' and not parked;
create index visit_lane on visit (domain, parked, requested_at, id) where state = 'queued';
create index round_visit_of_round on round_visit (round, visit);
`

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql.raw(queue).execute(db)
}
