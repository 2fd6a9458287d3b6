/** One visit to one address: the one that is open, or a new one. */
import { sql, type Kysely } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tables } from '../../db/tables.ts'

/** Gives the open visit of this address, held until the end of the transaction; `fresh`: it was opened here. */
export async function openVisit(
  tx: Kysely<Tables>,
  visit: { readonly kind: 'website' | 'mail-domain'; readonly address: string; readonly domain: string },
): Promise<{ readonly id: string; readonly fresh: boolean }> {
  const id = uuid()
  const open = await tx
    .insertInto('visit')
    .values({ id, ...visit, state: 'open' })
    // The update locks the open visit, so that it cannot end between here and what refers to it.
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'address'])
        .where('state', '=', sql.lit('open' as const))
        .doUpdateSet({ state: 'open' }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id: open.id, fresh: open.id === id }
}
