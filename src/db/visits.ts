/** What other features may know of visits. */
import { sql } from 'kysely'

/** When an address of an organisation was last measured: in a question about `organisation`. */
export const measuredAt = sql<Date | null>`(select max(v.ended_at) from subject s
  join visit v on v.kind = s.kind and v.address = s.address and v.state = 'done'
  where s.municipality = organisation.municipality and s.organisation = organisation.id and s.ended_at is null)`
