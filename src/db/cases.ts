/** What other features may know of cases: which tested what, and that one is to be tested again. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { addWorkingDays } from '../lib/working-days.ts'
import { DECIDED } from '../vocabulary/case.ts'
import type { Tx } from './as.ts'
import { openTask } from './tasks.ts'

/** When the newest decided test of a product was decided: in a question about `product`. */
export const productTestedOn = sql<
  string | null
>`(select max(d.decided_on)::text from case_file c join decision d on d.municipality = c.municipality
  and d.case_file = c.id where c.municipality = product.municipality and c.product = product.id and c.kind = 'product')`
/** The form of that test. */
export const productTestForm = sql<
  string | null
>`(select c.full_test from case_file c where c.municipality = product.municipality and c.product = product.id
  and c.kind = 'product' and c.full_test is not null
  and exists (select from decision d where d.municipality = c.municipality and d.case_file = c.id) order by c.no desc
    limit 1)`
/** The newest case that tested a regulation: in a question about `regulation`. */
export const lastTest = sql<{
  id: string
  no: number
  on: string
  again: string | null
  by: string | null
} | null>`(select jsonb_build_object('id', c.id, 'no', c.no, 'again', c.retest_on, 'by',
  (select h.name from person h where h.municipality = c.municipality and h.id = c.handler), 'on',
    coalesce((select max(d.decided_on)::text from decision d where d.municipality = c.municipality
      and d.case_file = c.id), c.state_since::date::text))
  from case_file c where c.municipality = regulation.municipality and c.regulation = regulation.id
    and c.kind = 'regulation'
    and c.state = any(${sql.val([...DECIDED])}::text[]) order by c.no desc limit 1)`

/** The cases about a product, newest first. */
export const casesOfProduct = (tx: Tx, municipality: string, product: string) =>
  tx
    .selectFrom('case_file')
    .select(['id', 'title', 'retest_on as retestOn'])
    .where('municipality', '=', municipality)
    .where('product', '=', product)
    .orderBy('no', 'desc')
    .execute()

/** The cases about a regulation with who handles them, newest first. */
export const casesOfRegulation = (tx: Tx, municipality: string, regulation: string) =>
  tx
    .selectFrom('case_file')
    .leftJoin('person as h', (join) =>
      join.onRef('h.municipality', '=', 'case_file.municipality').onRef('h.id', '=', 'case_file.handler'),
    )
    .select([
      'case_file.id',
      'case_file.no',
      'case_file.title',
      'case_file.state',
      'case_file.created_at as createdAt',
      'case_file.retest_on as retestOn',
      'h.name as handler',
    ])
    .where('case_file.municipality', '=', municipality)
    .where('regulation', '=', regulation)
    .orderBy('no', 'desc')
    .execute()

/** Proposes to test again, at the newest decided test of the old product. Gives its case, if there is one. */
export async function proposeRetest(
  tx: Tx,
  municipality: string,
  about: {
    readonly old: string
    readonly product: string
    readonly kind: 'supplier' | 'purpose' | 'version'
    readonly text: string
    readonly name: string
    readonly by: string
    readonly today: string
  },
): Promise<string | undefined> {
  const file = await tx
    .selectFrom('case_file')
    .innerJoin('decision', (join) =>
      join
        .onRef('decision.municipality', '=', 'case_file.municipality')
        .onRef('decision.case_file', '=', 'case_file.id'),
    )
    .select(['case_file.id', 'case_file.handler'])
    .where('case_file.municipality', '=', municipality)
    .where('case_file.product', '=', about.old)
    .orderBy('case_file.no', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!file) return undefined
  const dueOn = addWorkingDays(about.today, 20)
  await tx
    .insertInto('retest')
    .values({
      municipality,
      id: uuid(),
      case_file: file.id,
      kind: about.kind,
      text: about.text,
      due_on: dueOn,
      by: about.by,
    })
    .execute()
  await openTask(tx, municipality, {
    kind: 'product-changed',
    object: `product/${about.product}`,
    whom: file.handler === null ? { role: 'policy-officer' } : { person: file.handler },
    text: `Toets ${about.name}: het verschilt van wat is getoetst`,
    path: `/balie/producten/${about.product}`,
    dueOn,
  })
  return file.id
}
