/** Every answer of a case with who gave it and what stands beside it: for one page that tells all of it. */
import type { Tx } from '../../../db/as.ts'
import {
  answersOf,
  currentAnswers,
  evidenceOf,
  formById,
  type CurrentAnswer,
  type EvidenceItem,
} from '../../../db/forms.ts'
import type { Answers, Questionnaire } from '../../../model/questionnaire.ts'
import type { CaseRow } from './rows.ts'

export type AnsweredForm = {
  readonly id: string
  readonly questionnaire: Questionnaire
  readonly current: ReadonlyMap<string, CurrentAnswer>
  readonly answers: Answers
  /** By question. */
  readonly evidence: ReadonlyMap<string, readonly EvidenceItem[]>
}
/** The pre-check and the test, as far as they were begun, and the names of who answered. */
export async function answeredForms(
  tx: Tx,
  municipality: string,
  { preCheck, fullTest }: Pick<CaseRow, 'preCheck' | 'fullTest'>,
): Promise<{ readonly forms: readonly AnsweredForm[]; readonly names: ReadonlyMap<string, string> }> {
  const forms: AnsweredForm[] = []
  for (const id of [preCheck, fullTest]) {
    const found = id === null ? undefined : await formById(tx, municipality, id)
    if (id === null || !found) continue
    const current = await currentAnswers(tx, municipality, id)
    const evidence = Map.groupBy(await evidenceOf(tx, municipality, id), ({ question }) => question)
    forms.push({ id, questionnaire: found.questionnaire, current, answers: answersOf(current), evidence })
  }
  const ids = [...new Set(forms.flatMap(({ current }) => [...current.values()].map(({ by }) => by)))]
  const people =
    ids.length === 0
      ? []
      : await tx
          .selectFrom('person')
          .select(['id', 'name'])
          .where('municipality', '=', municipality)
          .where('id', 'in', ids)
          .execute()
  return { forms, names: new Map(people.map(({ id, name }) => [id, name])) }
}
