/** A question of who gives an opinion, and its answer. */
import { v7 as uuid } from 'uuid'
import { record } from '../../../db/audit.ts'
import { closeTasks } from '../../../db/tasks.ts'
import { caseNumber, objectOf, pathOf } from '../address.ts'
import { ask, type Doing } from './ask.ts'
import type { Case, QuestionRow, RequestRow } from './rows.ts'

/** Asks something at an opinion, with a task for whom it is put to. */
export async function askQuestion(
  doing: Doing,
  { row }: Case,
  request: RequestRow,
  whom: string,
  text: string,
): Promise<void> {
  const { tx, municipality, who } = doing
  const id = uuid()
  await tx
    .insertInto('case_question')
    .values({ municipality, id, case_file: row.id, request: request.id, whom, text, by: who.id })
    .execute()
  await record(tx, municipality, { act: 'case.question-asked', object: objectOf(row), detail: { request: request.id } })
  await ask(doing, {
    kind: `question.${id}`,
    object: objectOf(row),
    whom: { person: whom },
    text: `Beantwoord een vraag over ${caseNumber(row)} ${row.title}`,
    path: `${pathOf(row)}/vraag/${id}`,
    dueOn: null,
  })
}

/** The answer comes back to who asked. */
export async function answerQuestion(doing: Doing, { row }: Case, question: QuestionRow, text: string): Promise<void> {
  const { tx, municipality, who } = doing
  await tx
    .insertInto('case_question')
    .values({
      municipality,
      id: uuid(),
      case_file: row.id,
      request: question.request,
      whom: question.by,
      answers: question.id,
      text,
      by: who.id,
    })
    .execute()
  await closeTasks(tx, municipality, objectOf(row), [`question.${question.id}`])
  await record(tx, municipality, {
    act: 'case.question-answered',
    object: objectOf(row),
    detail: { request: question.request },
  })
  await ask(doing, {
    kind: `answered.${question.id}`,
    object: objectOf(row),
    whom: { person: question.by },
    text: `Er is antwoord op uw vraag over ${caseNumber(row)} ${row.title}`,
    path: `${pathOf(row)}/advies/${question.request}`,
    dueOn: null,
  })
}
