/** The background of a municipality's maps: set by a command, read by everybody. */
import { sql } from 'kysely'
import type { Background } from '../model/map.ts'
import { INSTALLATION, record } from './audit.ts'
import type { Tx } from './as.ts'
import type { Db } from './connect.ts'

/** Undefined when the municipality gave none. */
export const backgroundOf = (db: Db | Tx, municipality: string): Promise<Background | undefined> =>
  db
    .selectFrom('published.map_background')
    .select(['source', 'licence', 'shapes'])
    .where('municipality', '=', municipality)
    .executeTakeFirst()

/** Keeps a background in place of the one before; without one it is taken away. In the trail of the installation. */
export async function keepBackground(db: Db, municipality: string, background: Background | undefined): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (background) {
      const { source, licence } = background
      const row = { source, licence, shapes: JSON.stringify(background.shapes), changed_at: sql<Date>`now()` }
      await tx
        .insertInto('published.map_background')
        .values({ municipality, ...row })
        .onConflict((conflict) => conflict.column('municipality').doUpdateSet(row))
        .execute()
    } else await tx.deleteFrom('published.map_background').where('municipality', '=', municipality).execute()
    await record(tx, INSTALLATION, {
      act: background ? 'municipality.map-set' : 'municipality.map-removed',
      object: `municipality/${municipality}`,
      detail: background
        ? { source: background.source, licence: background.licence, shapes: background.shapes.length }
        : {},
    })
  })
}
