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
import type { CaseState } from '../../model/case.ts'
import type { Answers, Question, Questionnaire } from '../../model/questionnaire.ts'
import { visibleQuestions } from '../../scoring/visible.ts'
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
  readonly previous: { readonly answers: Answers; readonly from: string } | undefined
  readonly names: ReadonlyMap<string, string>
  readonly comments: ReadonlyMap<string, number>
  readonly shared: ReadonlySet<string>
  /** Answers that want a look, because the form went over to a version that asks otherwise. */
  readonly checks: ReadonlyMap<string, FormCheck>
  /** Every version in which something was answered: what was said stays in the words of then. */
  readonly versions: ReadonlyMap<string, Questionnaire>
  /** Questions with an answer that are not asked now: gone from the questionnaire, or not for who answers like this. */
  readonly notAsked: readonly NotAsked[]
}
export type NotAsked = { readonly question: Question; readonly why: 'gone' | 'hidden' }

/** Everything of one form; undefined when it is not there for this person. */
export async function openForm(tx: Tx, municipality: string, id: string): Promise<Open | undefined> {
  const found = await formById(tx, municipality, id)
  const owner = found && (await ownerOf(tx, municipality, found.form))
  if (!found || !owner) return undefined
  const current = await currentAnswers(tx, municipality, id)
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
  const names = await namesOf(
    tx,
    municipality,
    [...current.values()].map(({ by }) => by),
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
    previous: await previousOf(tx, municipality, found.form, owner),
    comments: new Map(comments.map(({ question, count }) => [question, count])),
    shared,
    checks: await formChecks(tx, municipality, id),
    versions,
    notAsked: notAskedOf(found, current, versions, earlier),
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

/**
 * An organisation's form of the time before; of a case the newest other one that was decided about the same regulation
 * or product.
 */
async function previousOf(tx: Tx, municipality: string, form: FormRow, owner: Owner): Promise<Open['previous']> {
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
const DECIDED: readonly CaseState[] = ['no-effect', 'decided', 'published', 'follow-up', 'retest', 'archived']

async function ownerOf(tx: Tx, municipality: string, form: FormRow): Promise<Owner | undefined> {
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
    .select(['id', 'title', 'state', 'author', 'handler', 'pre_check'])
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
      part: file.pre_check === form.id ? 'pre-check' : 'full-test',
    }
  )
}

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
export const commentsOf = (tx: Tx, municipality: string, form: string, question: string): Promise<Comment[]> =>
  tx
    .selectFrom('comment')
    .select(['id', 'text', 'by', 'at'])
    .where('municipality', '=', municipality)
    .where('form', '=', form)
    .where('question', '=', question)
    .orderBy('at')
    .execute()
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

/** From now on the form asks what this version of its questionnaire asks. */
export async function setVersion(tx: Tx, municipality: string, form: string, version: string): Promise<void> {
  await tx
    .updateTable('form')
    .set({ version })
    .where('municipality', '=', municipality)
    .where('id', '=', form)
    .execute()
}
