/** What a form may know of the case it is part of. */
import { sql } from 'kysely'
import type { Product } from '../model/product.ts'
import { DECIDED } from '../vocabulary/case.ts'
import type { Tx } from './as.ts'
import { PRODUCT } from './products.ts'

/**
 * The same form of the newest other case that was decided about the same regulation or product; undefined when there is
 * none.
 */
export const decidedBefore = (
  tx: Tx,
  municipality: string,
  file: string,
  part: 'pre_check' | 'full_test',
  questionnaire: string,
): Promise<{ id: string; title: string } | undefined> =>
  tx
    .selectFrom('case_file as here')
    .innerJoin('case_file as other', (join) =>
      join.onRef('other.municipality', '=', 'here.municipality').onRef('other.id', '!=', 'here.id'),
    )
    .innerJoin('form', (join) =>
      join
        .onRef('form.municipality', '=', 'other.municipality')
        .onRef('form.id', '=', `other.${part}`)
        .on('form.questionnaire', '=', questionnaire),
    )
    .select(['form.id', 'other.title'])
    .where('here.municipality', '=', municipality)
    .where('here.id', '=', file)
    .where((where) =>
      where.or([
        where('other.product', '=', where.ref('here.product')),
        where('other.regulation', '=', where.ref('here.regulation')),
      ]),
    )
    .where('other.state', 'in', DECIDED)
    .orderBy('other.created_at', 'desc')
    .limit(1)
    .executeTakeFirst()

/** What the register says of the product of this case; undefined when it is about no product. */
export const registeredOf = (tx: Tx, municipality: string, file: string): Promise<Product | undefined> =>
  tx
    .selectFrom('case_file')
    .innerJoin('product', (join) =>
      join.onRef('product.municipality', '=', 'case_file.municipality').onRef('product.id', '=', 'case_file.product'),
    )
    .select(PRODUCT)
    .where('case_file.municipality', '=', municipality)
    .where('case_file.id', '=', file)
    .where('case_file.kind', '=', 'product')
    .executeTakeFirst()

/** The case whose pre-check or full test this is; undefined when it is not there for this person. */
export const caseOfForm = (tx: Tx, municipality: string, form: string) =>
  tx
    .selectFrom('case_file')
    .select([
      'id',
      'title',
      'state',
      'author',
      'handler',
      'pre_check',
      // Handed in before: whatever came back is its author's to answer.
      sql<boolean>`exists (select from case_step s where s.municipality = case_file.municipality
        and s.case_file = case_file.id and s.to_state = case when case_file.pre_check = ${form} then 'pre-check'
          else 'completeness' end)`.as('cameBack'),
    ])
    .where('municipality', '=', municipality)
    .where((where) => where.or([where('pre_check', '=', form), where('full_test', '=', form)]))
    .executeTakeFirst()
