/** Writes how an organisation takes part: begins, is put in a group, ends, opens again, leaves. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import { changeForm, createForm } from '../../db/forms.ts'
import type { Questionnaire, Variant } from '../../model/questionnaire.ts'
import type { Figure } from './rules.ts'
import type { Baseline } from './store.ts'

/**
 * Begins to fill in; last year's answers stand beside it. Undefined when somebody else of the organisation was first.
 */
export async function begin(
  tx: Tx,
  municipality: string,
  baseline: Pick<Baseline, 'id' | 'organisation'>,
  questionnaire: Questionnaire,
  by: string,
  earlier: string | null,
  variant: Variant,
): Promise<string | undefined> {
  const mine = await tx
    .updateTable('baseline')
    .set({ state: 'running', started_at: sql`now()` })
    .where('municipality', '=', municipality)
    .where('id', '=', baseline.id)
    .where('state', '=', 'invited')
    .returning('id')
    .executeTakeFirst()
  if (!mine) return undefined
  const form = await createForm(tx, municipality, questionnaire, {
    by,
    organisation: baseline.organisation,
    variant,
    earlier,
  })
  await tx
    .updateTable('baseline')
    .set({ form })
    .where('municipality', '=', municipality)
    .where('id', '=', baseline.id)
    .execute()
  return form
}

const change = (tx: Tx, municipality: string, id: string, values: Readonly<Record<string, unknown>>) =>
  tx.updateTable('baseline').set(values).where('municipality', '=', municipality).where('id', '=', id).execute()

/** A new year, for who took part before; the form is begun apart. Gives its id. */
export async function addYear(tx: Tx, municipality: string, last: Baseline, year: number): Promise<string> {
  const { id } = await tx
    .insertInto('baseline')
    .values({
      municipality,
      id: uuid(),
      organisation: last.organisation,
      year,
      state: 'invited',
      email: last.email,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The organisation chooses its group; another group has other questions, and the municipality confirms anew. */
export async function chooseGroup(
  tx: Tx,
  municipality: string,
  { id, form }: Pick<Baseline, 'id' | 'form'>,
  chosen: { readonly proposed: string; readonly cluster: string; readonly reason: string; readonly by: string },
  variant: Variant,
): Promise<void> {
  await change(tx, municipality, id, {
    cluster: chosen.cluster,
    cluster_proposed: chosen.proposed,
    cluster_reason: chosen.reason,
    cluster_by_organisation: chosen.by,
    cluster_confirmed_by: null,
  })
  if (form !== null) await changeForm(tx, municipality, form, { variant })
}

/** The municipality confirms the group, or puts another in its place with a reason. */
export async function confirmGroup(
  tx: Tx,
  municipality: string,
  now: Pick<Baseline, 'id' | 'form' | 'cluster' | 'reason'>,
  chosen: { readonly cluster: string; readonly reason: string; readonly by: string },
  variant: Variant,
): Promise<void> {
  if (now.form !== null && chosen.cluster !== now.cluster) await changeForm(tx, municipality, now.form, { variant })
  await change(tx, municipality, now.id, {
    cluster: chosen.cluster,
    cluster_confirmed_by: chosen.by,
    ...(chosen.reason ? { cluster_reason: `${now.reason} ${chosen.reason}`.trim() } : {}),
  })
}

/** Ends it: the figures come into the group, and the answers change no more. */
export async function finish(
  tx: Tx,
  municipality: string,
  { id, form, year, cluster }: Pick<Baseline, 'id' | 'form' | 'year' | 'cluster'>,
  figures: readonly Figure[],
): Promise<void> {
  for (const { question, value } of figures)
    await sql`select keep_baseline_figure(${year}, ${cluster}, ${question.id}, ${value})`.execute(tx)
  await change(tx, municipality, id, { state: 'done', done_at: sql`now()` })
  await changeForm(tx, municipality, form!, { closed_at: sql`now()` })
}

/** Opens it again: the figures leave the group, so that who is counted is exactly who is done. */
export async function reopen(
  tx: Tx,
  municipality: string,
  { id, form, year }: Pick<Baseline, 'id' | 'form' | 'year'>,
): Promise<void> {
  await sql`select forget_baseline_figures(${year})`.execute(tx)
  await change(tx, municipality, id, { state: 'running', done_at: null, reopened_at: sql`now()` })
  await changeForm(tx, municipality, form!, { closed_at: null })
}

/** Wipes everything of the organisation of who is signed in, its people included: see ADR 0015. */
export async function leave(tx: Tx): Promise<void> {
  await sql`select leave_baseline()`.execute(tx)
}
