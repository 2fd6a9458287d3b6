/** Which pages there are in a publication, a slice at a time. */
import type { At } from './standing.ts'

export type Slice = { readonly from: number; readonly size: number }

/** How many organisations and addresses this publication holds. */
export async function countPages({ db, municipality, no }: At) {
  const count = async (table: 'published.organisation' | 'published.subject') => {
    const { total } = await db
      .selectFrom(table)
      .select((each) => each.fn.countAll<number>().as('total'))
      .where('municipality', '=', municipality)
      .where('publication', '=', no)
      .executeTakeFirstOrThrow()
    return Number(total)
  }
  const [organisations, subjects] = await Promise.all([count('published.organisation'), count('published.subject')])
  return { organisations, subjects }
}

/** A part of them, in an order that stays. */
export const sliceOrganisations = ({ db, municipality, no }: At, { from, size }: Slice) =>
  db
    .selectFrom('published.organisation')
    .select('slug')
    .where('municipality', '=', municipality)
    .where('publication', '=', no)
    .orderBy('slug')
    .offset(from)
    .limit(size)
    .execute()

/** A part of them, in an order that stays. */
export const sliceSubjects = ({ db, municipality, no }: At, { from, size }: Slice) =>
  db
    .selectFrom('published.subject')
    .select(['organisation', 'kind', 'address'])
    .where('municipality', '=', municipality)
    .where('publication', '=', no)
    .orderBy('id')
    .offset(from)
    .limit(size)
    .execute()
