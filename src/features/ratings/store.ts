/** Ratings at the desk: what was said of each product, what was done about it, and who tried it before our eyes. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'

/** Words on a page. */
export const SIZE = 50

/** Public products with how many answers they have, how many worked out, and how many words nobody read. */
export async function listProducts(tx: Tx, municipality: string, register: string) {
  const { rows } = await sql<{ id: string; title: string; slug: string; count: number; yes: number; unread: number }>`
    select e.id, e.title, e.slug, count(r.id)::int as count,
      (count(r.id) filter (where r.done = 'yes'))::int as yes,
      (count(r.id) filter (where r.words <> '' and r.read_by is null))::int as unread
    from published.entry e left join rating r on r.municipality = e.municipality and r.product = e.id
    where e.municipality = ${municipality} and e.register = ${register} and e.to_at is null
    group by e.id, e.title, e.slug order by unread desc, count desc, e.title limit 500`.execute(tx)
  return rows
}
export type Listed = Awaited<ReturnType<typeof listProducts>>[number]

/** One public product; undefined when it is not there. */
export const productById = (tx: Tx, municipality: string, id: string) =>
  tx
    .selectFrom('published.entry')
    .select(['id', 'title', 'slug'])
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('to_at', 'is', null)
    .executeTakeFirst()

/** What people wrote about it, the unread first; one more than a page if there is one. */
export const wordsOf = (tx: Tx, municipality: string, product: string) =>
  tx
    .selectFrom('rating')
    .select([
      'id',
      'on_day as on',
      'done',
      'ease',
      'stuck',
      'words',
      'helped',
      'leave',
      'shown',
      'version',
      'step',
      'read_by as readBy',
    ])
    .where('municipality', '=', municipality)
    .where('product', '=', product)
    .where('words', '<>', '')
    .orderBy('read_by', (order) => order.asc().nullsFirst())
    .orderBy('on_day', 'desc')
    .orderBy('id')
    .limit(SIZE + 1)
    .execute()
export type Said = Awaited<ReturnType<typeof wordsOf>>[number]

/** How the answers fall, of all of them. */
export async function countsOf(tx: Tx, municipality: string, product: string) {
  const { rows } = await sql<{ count: number; yes: number; partly: number; no: number }>`
    select count(*)::int as count, (count(*) filter (where done = 'yes'))::int as yes,
      (count(*) filter (where done = 'partly'))::int as partly, (count(*) filter (where done = 'no'))::int as no
    from rating where municipality = ${municipality} and product = ${product}`.execute(tx)
  return rows[0]!
}
export type Counts = Awaited<ReturnType<typeof countsOf>>

/** Says that somebody read the words, and whether others may; false where nobody gave leave. */
export async function readWords(
  tx: Tx,
  municipality: string,
  id: string,
  by: string,
  shown: boolean,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('rating')
    .set({ read_by: by, shown })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('words', '<>', '')
    .$if(shown, (query) => query.where('leave', '=', true))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What was done, the newest first. */
export const actsOf = (tx: Tx, municipality: string, product: string) =>
  tx
    .selectFrom('rating_act')
    .select(['id', 'text', 'owner', 'on_day as on'])
    .where('municipality', '=', municipality)
    .where('product', '=', product)
    .orderBy('on_day', 'desc')
    .limit(100)
    .execute()
export type Act = Awaited<ReturnType<typeof actsOf>>[number]

type NewAct = { readonly product: string; readonly text: string; readonly owner: string; readonly on: string }
/** Adds what was done. */
export async function addAct(tx: Tx, municipality: string, by: string, { product, text, owner, on }: NewAct) {
  await tx.insertInto('rating_act').values({ municipality, id: uuid(), product, text, owner, on_day: on, by }).execute()
}

/** Who tried it before our eyes, the newest first. */
export const testsOf = (tx: Tx, municipality: string, product: string) =>
  tx
    .selectFrom('usability_test')
    .leftJoin('person', (join) =>
      join
        .onRef('person.municipality', '=', 'usability_test.municipality')
        .onRef('person.id', '=', 'usability_test.witness'),
    )
    .select([
      'usability_test.id',
      'on_day as on',
      'task',
      'people',
      'number',
      'finished',
      'with_help as withHelp',
      'minutes',
      'found',
      'person.name as witness',
    ])
    .where('usability_test.municipality', '=', municipality)
    .where('product', '=', product)
    .orderBy('on_day', 'desc')
    .limit(100)
    .execute()
export type Tested = Awaited<ReturnType<typeof testsOf>>[number]

export type NewTest = {
  readonly product: string
  readonly on: string
  readonly task: string
  readonly people: string
  readonly number: number
  readonly finished: number
  readonly withHelp: number
  readonly minutes: number
  readonly found: string
  readonly witness: string
}
/** Adds one. */
export async function addTest(tx: Tx, municipality: string, by: string, test: NewTest) {
  const { on, withHelp, ...rest } = test
  await tx
    .insertInto('usability_test')
    .values({ ...rest, municipality, id: uuid(), on_day: on, with_help: withHelp, by })
    .execute()
}

/** Makes what everybody reads anew: of one product, or once a day of each. Gives how many. */
export async function tellRatings(tx: Tx, municipality: string, product: string | null): Promise<number> {
  const { rows } = await sql<{ told: number }>`select wall.tell_ratings(${municipality}, ${product}) as told`.execute(
    tx,
  )
  return rows[0]!.told
}

/** Takes away words that were kept long enough. Gives how many. */
export async function forgetWords(tx: Tx, municipality: string, before: string): Promise<number> {
  const { rows } = await sql<{ gone: number }>`with gone as (
    update rating set words = '', shown = false where municipality = ${municipality} and on_day < ${before}::date
      and id in (select id from rating where municipality = ${municipality} and on_day < ${before}::date limit 5000)
      returning 1) select count(*)::int as gone from gone`.execute(tx)
  return rows[0]!.gone
}
