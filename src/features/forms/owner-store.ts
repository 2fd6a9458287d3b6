/** Whose a form is, and what was answered about the same subject before. */
import type { Tx } from '../../db/as.ts'
import { caseOfForm, decidedBefore } from '../../db/case-forms.ts'
import { answersOf, currentAnswers, type FormRow } from '../../db/forms.ts'
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
  const before = await decidedBefore(tx, municipality, owner.id, column, form.questionnaire)
  return before && { answers: await answered(before.id), from: `de toets “${before.title}”` }
}

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
  const file = await caseOfForm(tx, municipality, form.id)
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
