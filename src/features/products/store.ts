/** Keeps the list of digital products. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import { casesOfProduct, productTestedOn, productTestForm } from '../../db/cases.ts'
import { PRODUCT } from '../../db/products.ts'
import { containing } from '../../db/like.ts'
import { addressesOf, type ProductInput } from './rules.ts'

/** How many stand on a page of the list. */
export const SIZE = 100
/** A page of those in use, by name, and one more when there is a next; `q` is looked for in name and supplier. */
export const listProducts = (tx: Tx, municipality: string, q: string, at: number) =>
  tx
    .selectFrom('product')
    .select([...PRODUCT, productTestedOn.as('testedOn'), productTestForm.as('form')])
    .where('municipality', '=', municipality)
    .where('ended_at', 'is', null)
    .$if(q !== '', (query) =>
      query.where((where) =>
        where.or((['name', 'supplier'] as const).map((column) => where(column, 'ilike', containing(q)))),
      ),
    )
    .orderBy('name')
    .orderBy('id')
    .limit(SIZE + 1)
    .offset((at - 1) * SIZE)
    .execute()
export type ListedProduct = Awaited<ReturnType<typeof listProducts>>[number]

/**
 * A product with its cases. `to-change`: nobody else changes it until we are done.
 */
export async function productById(tx: Tx, municipality: string, id: string, why: 'to-read' | 'to-change' = 'to-read') {
  if (why === 'to-change')
    await tx
      .selectFrom('product')
      .select('id')
      .where('municipality', '=', municipality)
      .where('id', '=', id)
      .forUpdate()
      .execute()
  const product = await tx
    .selectFrom('product')
    .select([...PRODUCT, productTestedOn.as('testedOn'), productTestForm.as('form')])
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!product) return undefined
  const cases = await casesOfProduct(tx, municipality, id)
  return { product, cases }
}

const rowOf = (input: ProductInput) => ({
  name: input.naam,
  supplier: input.leverancier,
  version: input.versie,
  configuration: input.configuratie,
  deployment: input.inzet,
  description: input.omschrijving,
  data: [...input.gegevens],
  owner: input.eigenaar,
  contract_starts_on: input.van || null,
  contract_ends_on: input.tot || null,
  cost_per_year: input.kosten === '' ? null : Number(input.kosten),
  websites: addressesOf(input.websites),
})

/** Puts a product on the list and gives its id. */
export async function addProduct(tx: Tx, municipality: string, input: ProductInput): Promise<string> {
  const id = uuid()
  await tx
    .insertInto('product')
    .values({ municipality, id, ...rowOf(input) })
    .execute()
  return id
}

/** Writes a product anew; read it `to-change` first. */
export async function changeProduct(tx: Tx, municipality: string, id: string, input: ProductInput): Promise<void> {
  await tx
    .updateTable('product')
    .set({ ...rowOf(input), changed_at: sql`now()` })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .execute()
}
