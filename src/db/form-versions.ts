/**
 * Forms that moved on to a newer version of their questionnaire: what was asked before stays readable in the words of
 * then, and what is asked otherwise now is marked until somebody looked.
 */
import { sql } from 'kysely'
import type { Question, Questionnaire, Value, Variant } from '../model/questionnaire.ts'
import { currentAnswers, formById, type CurrentAnswer } from './forms.ts'
import type { Tx } from './as.ts'

/** Every version of a questionnaire in which somebody answered here. */
export async function keptVersions(tx: Tx, questionnaire: string): Promise<ReadonlyMap<string, Questionnaire>> {
  const rows = await tx
    .selectFrom('questionnaire')
    .select(['version', 'content'])
    .where('id', '=', questionnaire)
    .execute()
  return new Map(rows.map(({ version, content }) => [version, content as unknown as Questionnaire]))
}

export type FormCheck = { readonly kind: 'changed' | 'again'; readonly from: string; readonly at: Date }
/** Per question: its answer was given to other words (`changed`), or no longer exists (`again`); nobody looked yet. */
export async function formChecks(tx: Tx, municipality: string, form: string): Promise<ReadonlyMap<string, FormCheck>> {
  const rows = await tx
    .selectFrom('form_check')
    .select(['question', 'kind', 'version as from', 'at'])
    .where('municipality', '=', municipality)
    .where('form', '=', form)
    .where('looked_at', 'is', null)
    .execute()
  return new Map(rows.map(({ question, ...check }) => [question, check]))
}

/** Marks answers to look at; one that was marked before and not looked at keeps the version it was given in. */
export async function markChecks(
  tx: Tx,
  municipality: string,
  form: string,
  marks: readonly { readonly question: string; readonly kind: 'changed' | 'again' }[],
  from: string,
  by: string,
): Promise<void> {
  if (marks.length === 0) return
  await tx
    .insertInto('form_check')
    .values(marks.map(({ question, kind }) => ({ municipality, form, question, kind, version: from, by })))
    .onConflict((conflict) =>
      conflict.columns(['municipality', 'form', 'question']).doUpdateSet({
        kind: sql`excluded.kind`,
        version: sql`case when form_check.looked_at is null then form_check.version else excluded.version end`,
        by: sql`excluded.by`,
        at: sql`now()`,
        looked_at: null,
        looked_by: null,
      }),
    )
    .execute()
}

/** Somebody looked at the answer; false when there was nothing to look at. */
export async function lookedAt(tx: Tx, municipality: string, form: string, question: string, by: string) {
  const { numUpdatedRows } = await tx
    .updateTable('form_check')
    .set({ looked_at: sql`now()`, looked_by: by })
    .where('municipality', '=', municipality)
    .where('form', '=', form)
    .where('question', '=', question)
    .where('looked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** An answer to a question that this version does not have, with the question as it was asked then. */
export type AskedBefore = CurrentAnswer & {
  readonly question: Question
  readonly variant: Variant | undefined
  readonly version: string
  readonly value: Value | null
}
/** What was answered and is asked no more, in the order of the questions; empty for a form that is not there. */
export async function askedBefore(tx: Tx, municipality: string, form: string): Promise<AskedBefore[]> {
  const found = await formById(tx, municipality, form)
  if (!found) return []
  const known = new Set(found.questionnaire.questions.map(({ id }) => id))
  const gone = [...(await currentAnswers(tx, municipality, form))].filter(([id]) => !known.has(id))
  if (gone.length === 0) return []
  const versions = await keptVersions(tx, found.form.questionnaire)
  return gone.flatMap(([id, answer]): AskedBefore[] => {
    const question = versions.get(answer.version)?.questions.find((each) => each.id === id)
    return question === undefined ? [] : [{ ...answer, question, variant: found.form.variant ?? undefined }]
  })
}
