/** How people reach the municipality: in every letter, and where something can be asked. */
import type { CityContact, Counter } from '../model/letter.ts'
import { sql } from 'kysely'
import type { Tx } from './as.ts'
import type { Db } from './connect.ts'

const COLUMNS = ['phone', 'email', 'counter', 'address', 'hours'] as const
const NONE = { name: '', address: '', hours: '' }
type Row = { phone: string; email: string; counter: string; address: string; hours: string }
const reached = ({ phone, email, counter: name, address, hours }: Row): Contacted => ({
  phone,
  email,
  counter: { name, address, hours },
})
type Contacted = CityContact & { readonly counter: Counter }

/** Empty texts when nobody wrote it down yet. `to-change` keeps others from changing it until this work is done. */
export async function contactOf(
  tx: Tx | Db,
  municipality: string,
  mode: 'to-read' | 'to-change' = 'to-read',
): Promise<Contacted> {
  const row = await tx
    .selectFrom('municipality_contact')
    .select(COLUMNS)
    .where('municipality', '=', municipality)
    .$if(mode === 'to-change', (query) => query.forUpdate())
    .executeTakeFirst()
  return row === undefined ? { phone: '', email: '', counter: NONE } : reached(row)
}

/** Keeps how the municipality can be reached. */
export async function keepContact(tx: Tx, municipality: string, contact: CityContact): Promise<void> {
  const { phone, email, counter: { name: counter, address, hours } = NONE } = contact
  const row = { phone, email, counter, address, hours }
  await tx
    .insertInto('municipality_contact')
    .values({ municipality, ...row })
    .onConflict((conflict) => conflict.column('municipality').doUpdateSet({ ...row, changed_at: sql`now()` }))
    .execute()
}

/** How each municipality can be reached, by its id. */
export async function contacts(db: Db): Promise<ReadonlyMap<string, CityContact>> {
  const rows = await db
    .selectFrom('municipality_contact')
    .select(['municipality', ...COLUMNS])
    .execute()
  return new Map(rows.map((row) => [row.municipality, reached(row)]))
}
