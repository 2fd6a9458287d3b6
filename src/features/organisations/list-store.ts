/** Lists the organisations with their last measurement and their place in the nulmeting. */
import type { Tx } from '../../db/as.ts'
import { containing } from '../../db/like.ts'
import { newestBaseline } from '../../db/invitations.ts'
import { measuredAt } from '../../db/visits.ts'

/** How many stand on a page. */
export const SIZE = 50

/** A page of the list, and one more when there is a next; `q` is looked for in name, kind and street. */
export function listOrganisations(tx: Tx, municipality: string, q: string, at: number) {
  return tx
    .selectFrom('organisation')
    .select(['id', 'name', 'kind', 'street', measuredAt.as('measuredAt'), newestBaseline.as('baseline')])
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
