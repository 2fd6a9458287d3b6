/**
 * Filled-in questionnaires: which version, and every answer that was ever given. Nothing is overwritten; the newest of
 * a question counts.
 */
import { sql, type UpdateObject } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Answers, Questionnaire, Value, Variant } from '../model/questionnaire.ts'
import type { Tx } from './as.ts'
import type { Db } from './connect.ts'
import type { Tables } from './tables.ts'

export type FormRow = {
  readonly id: string
  readonly questionnaire: string
  readonly version: string
  readonly variant: Variant | null
  readonly organisation: string | null
  readonly earlier: string | null
  readonly closedAt: Date | null
}
export type CurrentAnswer = {
  readonly value: Value | null
  readonly reason: string
  readonly no: number
  readonly by: string
  readonly at: Date
  /** Of the questionnaire, when it was answered. */
  readonly version: string
}

/** Begins a form. Keeps a copy of the questionnaire as it is today: an older version stays readable for ever. */
export async function createForm(
  tx: Tx,
  municipality: string,
  questionnaire: Questionnaire,
  form: {
    readonly by: string
    readonly variant?: Variant
    readonly organisation?: string | null
    readonly earlier?: string | null
  },
): Promise<string> {
  const id = uuid()
  await tx
    .insertInto('form')
    .values({
      municipality,
      id,
      questionnaire: questionnaire.id,
      version: questionnaire.version,
      variant: form.variant ?? null,
      organisation: form.organisation ?? null,
      earlier: form.earlier ?? null,
      created_by: form.by,
    })
    .execute()
  return id
}

/**
 * Keeps these versions of questionnaires beside the earlier ones, which stay as they were: at the start, as the owner
 * of the database. Nobody who works at the desk can add one.
 */
export async function keepQuestionnaires(db: Db, questionnaires: readonly Questionnaire[]): Promise<void> {
  if (questionnaires.length === 0) return
  await db
    .insertInto('questionnaire')
    .values(questionnaires.map((each) => ({ id: each.id, version: each.version, content: JSON.stringify(each) })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A form with its questionnaire in the version that it asks; undefined when it is not there for this person. */
export async function formById(
  tx: Tx,
  municipality: string,
  id: string,
): Promise<{ readonly form: FormRow; readonly questionnaire: Questionnaire } | undefined> {
  const row = await tx
    .selectFrom('form')
    .innerJoin('questionnaire', (join) =>
      join.onRef('questionnaire.id', '=', 'form.questionnaire').onRef('questionnaire.version', '=', 'form.version'),
    )
    .select([
      'form.id',
      'form.questionnaire',
      'form.version',
      'form.variant',
      'form.organisation',
      'form.earlier',
      'form.closed_at as closedAt',
      'content',
    ])
    .where('form.municipality', '=', municipality)
    .where('form.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { content, variant, ...form } = row
  return { form: { ...form, variant: variant as Variant | null }, questionnaire: content as unknown as Questionnaire }
}

/** The newest answer of each question that has one; a cleared one has value null. */
export async function currentAnswers(tx: Tx, municipality: string, form: string): Promise<Map<string, CurrentAnswer>> {
  const rows = await tx
    .selectFrom('answer')
    .distinctOn('question')
    .select(['question', 'value', 'reason', 'no', 'by', 'at', 'version'])
    .where('municipality', '=', municipality)
    .where('form', '=', form)
    .orderBy('question')
    .orderBy('no', 'desc')
    .execute()
  return new Map(rows.map(({ question, ...answer }) => [question, answer]))
}

/** As the scoring wants them: without what was cleared. */
export function answersOf(current: ReadonlyMap<string, CurrentAnswer>): Answers {
  return Object.fromEntries(
    [...current].flatMap(([question, { value, reason }]) => (value === null ? [] : [[question, { value, reason }]])),
  )
}

/** Questions of which the organisation shares its answer with the municipality. */
export async function sharedOf(tx: Tx, municipality: string, form: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('answer_share')
    .select('question')
    .where('municipality', '=', municipality)
    .where('form', '=', form)
    .execute()
  return new Set(rows.map(({ question }) => question))
}

export type NewAnswer = {
  readonly form: string
  readonly question: string
  readonly value: Value | null
  readonly reason: string
  readonly by: string
  readonly base: number
  readonly restores?: number
}
export type Saved =
  | { readonly saved: true; readonly no: number }
  | { readonly saved: false; readonly current: CurrentAnswer | undefined }

/**
 * Saves an answer on top of number `base`, the one that was on the screen. When another came between, nothing is saved
 * and that one is given.
 */
export async function saveAnswer(
  tx: Tx,
  municipality: string,
  { form, question, value, reason, by, base, restores }: NewAnswer,
): Promise<Saved> {
  const {
    rows: [added],
  } = await sql<{ no: number }>`
    insert into answer (municipality, form, question, no, value, reason, by, restores)
    select ${municipality}::uuid, ${form}::uuid, ${question}, ${base + 1}::int,
      ${value === null ? null : JSON.stringify(value)}::jsonb, ${reason}, ${by}::uuid, ${restores ?? null}::int
    where coalesce((select max(no) from answer where municipality = ${municipality}::uuid and form = ${form}::uuid
      and question = ${question}), 0) = ${base}
    on conflict do nothing returning no`.execute(tx)
  if (added) return { saved: true, no: added.no }
  return { saved: false, current: (await currentAnswers(tx, municipality, form)).get(question) }
}

export type EvidenceItem = {
  readonly id: string
  readonly kind: 'file' | 'link' | 'scan'
  readonly title: string
  readonly url: string | null
  readonly upload: string | null
  readonly owner: string
  readonly endsOn: string | null
  readonly question: string
}
/** What was put beside the answers and not taken away again. */
export async function evidenceOf(tx: Tx, municipality: string, form: string): Promise<EvidenceItem[]> {
  return tx
    .selectFrom('answer_evidence')
    .select(['id', 'kind', 'title', 'url', 'upload', 'owner', 'ends_on as endsOn', 'question'])
    .where('municipality', '=', municipality)
    .where('form', '=', form)
    .where('removed_at', 'is', null)
    .orderBy('at')
    .execute()
}
/** Questions with a document that is still valid on this day: their answers are documented, not just declared. */
export const documentedOn = (items: readonly EvidenceItem[], today: string): Set<string> =>
  new Set(
    items
      .filter(({ kind, endsOn }) => kind === 'file' && (endsOn === null || endsOn >= today))
      .map(({ question }) => question),
  )

/** Writes which questions a form asks, or whether it is closed. */
export async function changeForm(
  tx: Tx,
  municipality: string,
  form: string,
  change: Pick<UpdateObject<Tables, 'form'>, 'variant' | 'version' | 'closed_at'>,
): Promise<void> {
  await tx.updateTable('form').set(change).where('municipality', '=', municipality).where('id', '=', form).execute()
}
