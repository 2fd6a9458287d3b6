/** How people reach the municipality: in every letter, and where something can be asked. */
import type { CityContact } from '../model/letter.ts'
import { sql } from 'kysely'
import type { Tx } from './as.ts'
import type { Db } from './connect.ts'

/** Empty texts when nobody wrote it down yet. `to-change` keeps others from changing it until this work is done. */
export async function contactOf(
  tx: Tx | Db,
  municipality: string,
  mode: 'to-read' | 'to-change' = 'to-read',
): Promise<CityContact> {
  const row = await tx
    .selectFrom('municipality_contact')
    .select(['phone', 'email'])
    .where('municipality', '=', municipality)
    .$if(mode === 'to-change', (query) => query.forUpdate())
    .executeTakeFirst()
  return row ?? { phone: '', email: '' }
}

/** Keeps how the municipality can be reached. */
export async function keepContact(tx: Tx, municipality: string, { phone, email }: CityContact): Promise<void> {
  await tx
    .insertInto('municipality_contact')
    .values({ municipality, phone, email })
    .onConflict((conflict) => conflict.column('municipality').doUpdateSet({ phone, email, changed_at: sql`now()` }))
    .execute()
}

/** How each municipality can be reached, by its id. */
export async function contacts(db: Db): Promise<ReadonlyMap<string, CityContact>> {
  const rows = await db.selectFrom('municipality_contact').select(['municipality', 'phone', 'email']).execute()
  return new Map(rows.map(({ municipality, phone, email }) => [municipality, { phone, email }]))
}
