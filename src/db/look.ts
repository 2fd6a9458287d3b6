/** How the site of a municipality looks: its colour and its logo. */
import { sql } from 'kysely'
import type { Look } from '../model/look.ts'
import type { Tx } from './as.ts'
import type { Db } from './connect.ts'

/** Nothing in it while nobody chose. `to-change` keeps others from changing it until this work is done. */
export async function chosenLook(
  tx: Tx | Db,
  municipality: string,
  mode: 'to-read' | 'to-change' = 'to-read',
): Promise<Look> {
  const row = await tx
    .selectFrom('municipality_look')
    .select(['accent', 'logo'])
    .where('municipality', '=', municipality)
    .$if(mode === 'to-change', (query) => query.forUpdate())
    .executeTakeFirst()
  return row ?? { accent: null, logo: null }
}

/** Keeps how it looks. */
export async function keepLook(tx: Tx, municipality: string, { accent, logo }: Look): Promise<void> {
  await tx
    .insertInto('municipality_look')
    .values({ municipality, accent, logo })
    .onConflict((same) => same.column('municipality').doUpdateSet({ accent, logo, changed_at: sql`now()` }))
    .execute()
}

/** Since when each municipality looks as it does, by its id; those that never chose are not in it. */
export async function lookedSince(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('municipality_look').select(['municipality', 'changed_at']).execute()
  return new Map(rows.map(({ municipality, changed_at }) => [municipality, changed_at.toISOString()]))
}
