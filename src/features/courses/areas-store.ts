/** The table of postcodes and the province of a municipality, which everybody reads. */
import type { Tx } from '../../db/as.ts'
import type { Province } from '../../vocabulary/help.ts'
import type { Area } from './areas.ts'

/** Takes the place of the table that was there. */
export async function keepAreas(tx: Tx, municipality: string, areas: readonly Area[]): Promise<void> {
  await tx.deleteFrom('published.postcode_area').where('municipality', '=', municipality).execute()
  if (areas.length > 0)
    await tx
      .insertInto('published.postcode_area')
      .values(areas.map((each) => ({ municipality, ...each })))
      .execute()
}

/** What is loaded: how many postcodes, in how many neighbourhoods, and whether inhabitants are counted. */
export async function areasKnown(tx: Tx, municipality: string) {
  const rows = await tx
    .selectFrom('published.postcode_area')
    .select(['pc4', 'district', 'inhabitants'])
    .where('municipality', '=', municipality)
    .orderBy('pc4')
    .execute()
  const settings = await tx
    .selectFrom('published.help_settings')
    .select('province')
    .where('municipality', '=', municipality)
    .executeTakeFirst()
  return { rows, province: settings?.province ?? '' }
}

/** The province, which addresses in other directories need. */
export async function keepProvince(tx: Tx, municipality: string, province: Province): Promise<void> {
  await tx
    .insertInto('published.help_settings')
    .values({ municipality, province })
    .onConflict((conflict) => conflict.column('municipality').doUpdateSet({ province }))
    .execute()
}
