/** What the pages of a form need from the database, beside the answers themselves. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import {
  answersOf,
  currentAnswers,
  evidenceOf,
  formById,
  sharedOf,
  type CurrentAnswer,
  type EvidenceItem,
  type FormRow,
} from '../../db/forms.ts'
import { formChecks, keptVersions, type FormCheck } from '../../db/form-versions.ts'
import { reworkOf, type Rework } from '../../db/rework.ts'
import type { Answers, Question, Questionnaire } from '../../model/questionnaire.ts'
import { visibleQuestions } from '../../scoring/visible.ts'
import { factsOf } from './facts.ts'
import { registeredOf } from '../../db/case-forms.ts'
import { ownerOf, previousOf, type Previous } from './owner-store.ts'
import type { Owner } from './rules.ts'

export type Open = {
  readonly form: FormRow
  readonly questionnaire: Questionnaire
  readonly owner: Owner
  readonly current: ReadonlyMap<string, CurrentAnswer>
  readonly answers: Answers
  readonly earlier: Answers
  readonly evidence: readonly EvidenceItem[]
  /** What was answered to the same questionnaire before, about the same subject, and in what; to take over. */
  readonly previous: Previous
  /** What the register of products says of what this case is about; to take over. */
  readonly registered: Answers
  readonly names: ReadonlyMap<string, string>
  readonly comments: ReadonlyMap<string, number>
  readonly shared: ReadonlySet<string>
  /** Answers that want a look, because the form went over to a version that asks otherwise. */
  readonly checks: ReadonlyMap<string, FormCheck>
  /** Every version in which something was answered: what was said stays in the words of then. */
  readonly versions: ReadonlyMap<string, Questionnaire>
  /** Questions with an answer that are not asked now: gone from the questionnaire, or not for who answers like this. */
  readonly notAsked: readonly NotAsked[]
  /** What the handler of a case asks to be changed, by question; gone when it was answered anew. */
  readonly asked: ReadonlyMap<string, Rework>
}
export type NotAsked = { readonly question: Question; readonly why: 'gone' | 'hidden' }

/** Everything of one form; undefined when it is not there for this person. */
export async function openForm(tx: Tx, municipality: string, id: string): Promise<Open | undefined> {
  const found = await formById(tx, municipality, id)
  const owner = found && (await ownerOf(tx, municipality, found.form))
  if (!found || !owner) return undefined
  const current = await currentAnswers(tx, municipality, id)
  const product = owner.kind === 'case' ? await registeredOf(tx, municipality, owner.id) : undefined
  // A pre-check decides what is asked after it; last year's answers of an organisation decide nothing, they can be
  // taken over.
  const earlier =
    found.form.earlier === null || owner.kind === 'organisation'
      ? {}
      : answersOf(await currentAnswers(tx, municipality, found.form.earlier))
  const [evidence, comments, shared] = [
    await evidenceOf(tx, municipality, id),
    await tx
      .selectFrom('comment')
      .select(['question', sql<number>`count(*)::int`.as('count')])
      .where('municipality', '=', municipality)
      .where('form', '=', id)
      .groupBy('question')
      .execute(),
    await sharedOf(tx, municipality, id),
  ]
  const back = owner.kind === 'case' ? await reworkOf(tx, municipality, owner.id, owner.author) : []
  const asked = new Map(
    back
      .filter((each) => each.form === id && !each.done)
      .toReversed()
      .map((each) => [each.question, each]),
  )
  const names = await namesOf(
    tx,
    municipality,
    [...current.values(), ...asked.values()].map(({ by }) => by),
  )
  const versions = await keptVersions(tx, found.form.questionnaire)
  return {
    ...found,
    owner,
    current,
    answers: answersOf(current),
    earlier,
    evidence,
    names,
    registered: product === undefined ? {} : factsOf(found.questionnaire, product),
    previous: await previousOf(tx, municipality, found.form, owner),
    comments: new Map(comments.map(({ question, count }) => [question, count])),
    shared,
    checks: await formChecks(tx, municipality, id),
    versions,
    notAsked: notAskedOf(found, current, versions, earlier),
    asked,
  }
}

/** What was answered and is not asked now, each question as it was when it was answered. */
function notAskedOf(
  { form, questionnaire }: { readonly form: FormRow; readonly questionnaire: Questionnaire },
  current: ReadonlyMap<string, CurrentAnswer>,
  versions: ReadonlyMap<string, Questionnaire>,
  earlier: Answers,
): NotAsked[] {
  const asked = new Set(
    visibleQuestions(questionnaire, answersOf(current), form.variant ?? undefined, earlier).map(({ id }) => id),
  )
  return [...current].flatMap(([id, { version, value, reason }]): NotAsked[] => {
    if (asked.has(id) || (value === null && reason === '')) return []
    const here = questionnaire.questions.find((each) => each.id === id)
    if (here) return [{ question: here, why: 'hidden' }]
    const then = versions.get(version)?.questions.find((each) => each.id === id)
    return then === undefined ? [] : [{ question: then, why: 'gone' }]
  })
}

/** The question as it was asked when this was answered. */
export const askedThen = ({ versions }: Pick<Open, 'versions'>, question: Question, version: string): Question =>
  versions.get(version)?.questions.find(({ id }) => id === question.id) ?? question

/** Names by id, also of who left. */
export async function namesOf(tx: Tx, municipality: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('municipality', '=', municipality)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export type Earlier = CurrentAnswer & { readonly restores: number | null }
/** Every answer that was ever given to a question, newest first. */
export const historyOf = (tx: Tx, municipality: string, form: string, question: string): Promise<Earlier[]> =>
  tx
    .selectFrom('answer')
    .select(['value', 'reason', 'no', 'by', 'at', 'version', 'restores'])
    .where('municipality', '=', municipality)
    .where('form', '=', form)
    .where('question', '=', question)
    .orderBy('no', 'desc')
    .execute()

export type Comment = { readonly id: string; readonly text: string; readonly by: string; readonly at: Date }
/** What was remarked at a question, oldest first. */
export const commentsOf = (tx: Tx, municipality: string, form: string, question: string): Promise<Comment[]> =>
  tx
    .selectFrom('comment')
    .select(['id', 'text', 'by', 'at'])
    .where('municipality', '=', municipality)
    .where('form', '=', form)
    .where('question', '=', question)
    .orderBy('at')
    .execute()
/** Adds a remark; it is never changed. */
export async function addComment(
  tx: Tx,
  municipality: string,
  form: string,
  question: string,
  by: string,
  text: string,
): Promise<void> {
  await tx.insertInto('comment').values({ municipality, id: uuid(), form, question, text, by }).execute()
}

/** `from`: the number of the first answer that is shared; undefined takes the sharing back. */
export async function shareAnswer(
  tx: Tx,
  municipality: string,
  form: string,
  question: string,
  by: string,
  from: number | undefined,
): Promise<void> {
  await tx
    .deleteFrom('answer_share')
    .where('municipality', '=', municipality)
    .where('form', '=', form)
    .where('question', '=', question)
    .execute()
  if (from !== undefined)
    await tx.insertInto('answer_share').values({ municipality, form, question, by, no: from }).execute()
}
