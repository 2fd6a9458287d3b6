/** Whose a form is, and what was answered about the same subject before. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { answersOf, currentAnswers, type FormRow } from '../../db/forms.ts'
import { PRODUCT } from '../../db/products.ts'
import type { CaseState } from '../../vocabulary/case.ts'
import type { Product } from '../../model/product.ts'
import type { Answers } from '../../model/questionnaire.ts'
import type { Owner } from './rules.ts'

/** Answers that can be taken over, and in what they were given. */
export type Previous = { readonly answers: Answers; readonly from: string } | undefined

/**
 * An organisation's form of the time before; of a case the newest other one that was decided about the same regulation
 * or product.
 */
export async function previousOf(tx: Tx, municipality: string, form: FormRow, owner: Owner): Promise<Previous> {
  const answered = async (id: string) => answersOf(await currentAnswers(tx, municipality, id))
  if (owner.kind === 'organisation')
    return form.earlier === null ? undefined : { answers: await answered(form.earlier), from: 'de vorige zelfcheck' }
  const column = owner.part === 'pre-check' ? ('pre_check' as const) : ('full_test' as const)
  const before = await tx
    .selectFrom('case_file as here')
    .innerJoin('case_file as other', (join) =>
      join.onRef('other.municipality', '=', 'here.municipality').onRef('other.id', '!=', 'here.id'),
    )
    .innerJoin('form', (join) =>
      join
        .onRef('form.municipality', '=', 'other.municipality')
        .onRef('form.id', '=', `other.${column}`)
        .on('form.questionnaire', '=', form.questionnaire),
    )
    .select(['form.id', 'other.title'])
    .where('here.municipality', '=', municipality)
    .where('here.id', '=', owner.id)
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
  return before && { answers: await answered(before.id), from: `de toets “${before.title}”` }
}

/** What the register says of the product of this case; undefined when it is about no product. */
export async function registeredOf(tx: Tx, municipality: string, file: string): Promise<Product | undefined> {
  return tx
    .selectFrom('case_file')
    .innerJoin('product', (join) =>
      join.onRef('product.municipality', '=', 'case_file.municipality').onRef('product.id', '=', 'case_file.product'),
    )
    .select(PRODUCT)
    .where('case_file.municipality', '=', municipality)
    .where('case_file.id', '=', file)
    .where('case_file.kind', '=', 'product')
    .executeTakeFirst()
}
const DECIDED: readonly CaseState[] = ['no-effect', 'decided', 'published', 'follow-up', 'retest', 'archived']

/** Whose form it is; undefined when that is not there for this person. */
export async function ownerOf(tx: Tx, municipality: string, form: FormRow): Promise<Owner | undefined> {
  if (form.organisation !== null) {
    const organisation = await tx
      .selectFrom('organisation')
      .select(['id', 'name'])
      .where('municipality', '=', municipality)
      .where('id', '=', form.organisation)
      .executeTakeFirst()
    return organisation && { kind: 'organisation', ...organisation }
  }
  const file = await tx
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
        and s.case_file = case_file.id and s.to_state = case when case_file.pre_check = ${form.id} then 'pre-check'
          else 'completeness' end)`.as('cameBack'),
    ])
    .where('municipality', '=', municipality)
    .where((where) => where.or([where('pre_check', '=', form.id), where('full_test', '=', form.id)]))
    .executeTakeFirst()
  return (
    file && {
      kind: 'case',
      id: file.id,
      title: file.title,
      state: file.state,
      author: file.author,
      handler: file.handler,
      cameBack: file.cameBack,
      part: file.pre_check === form.id ? 'pre-check' : 'full-test',
    }
  )
}
