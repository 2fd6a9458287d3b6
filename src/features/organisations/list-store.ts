/** Lists the organisations with their last measurement and their place in the nulmeting. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { containing } from '../../db/like.ts'
import type { BaselineState } from '../../vocabulary/baseline.ts'

/** How many stand on a page. */
export const SIZE = 50

/** A page of the list, and one more when there is a next; `q` is looked for in name, kind and street. */
export function listOrganisations(tx: Tx, municipality: string, q: string, at: number) {
  return tx
    .selectFrom('organisation')
    .select([
      'id',
      'name',
      'kind',
      'street',
      sql<Date | null>`(select max(v.ended_at) from subject s join visit v on v.kind = s.kind and v.address = s.address
        and v.state = 'done' where s.municipality = organisation.municipality and s.organisation = organisation.id
          and s.ended_at is null)`.as('measuredAt'),
      sql<{
        state: BaselineState
        cluster: string | null
      } | null>`(select jsonb_build_object('state', b.state, 'cluster',
        b.cluster) from baseline b where b.municipality = organisation.municipality
          and b.organisation = organisation.id order by b.year desc limit 1)`.as('baseline'),
    ])
    .where('municipality', '=', municipality)
    .$if(q !== '', (query) =>
      query.where((where) =>
        where.or((['name', 'kind', 'street'] as const).map((column) => where(column, 'ilike', containing(q)))),
      ),
    )
    .orderBy('name')
    .limit(SIZE + 1)
    .offset((at - 1) * SIZE)
    .execute()
}
