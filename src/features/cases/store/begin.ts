/** Begins a case, changes its draft, and reads what it may be about. */
import { v7 as uuid } from 'uuid'
import { sql } from 'kysely'
import type { Tx } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import { createForm } from '../../../db/forms.ts'
import type { CaseKind } from '../../../vocabulary/case.ts'
import type { Questionnaire } from '../../../model/questionnaire.ts'
import type { Doing } from './ask.ts'

export type NewCase = {
  readonly kind: CaseKind
  readonly title: string
  readonly summary: string
  readonly intendedOn: string | null
  readonly regulation: string | null
  readonly product: string | null
}

/** Begins a case with its pre-check; gives its id. Numbers follow each other per municipality. */
export async function createCase(
  tx: Tx,
  municipality: string,
  by: string,
  input: NewCase,
  preCheck: Questionnaire,
): Promise<string> {
  const { last: no } = await tx
    .insertInto('case_number')
    .values({ municipality, last: 1 })
    .onConflict((conflict) => conflict.column('municipality').doUpdateSet({ last: sql`case_number.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow()
  const form = await createForm(tx, municipality, preCheck, { by })
  const id = uuid()
  await tx
    .insertInto('case_file')
    .values({
      municipality,
      id,
      no,
      kind: input.kind,
      title: input.title,
      summary: input.summary,
      intended_on: input.intendedOn,
      regulation: input.regulation,
      product: input.product,
      author: by,
      pre_check: form,
    })
    .execute()
  await record(tx, municipality, { act: 'case.created', object: `case/${id}`, detail: { no, kind: input.kind } })
  return id
}

/** A draft as it is now; nobody else changes it until we are done. */
export const draftToChange = ({ tx, municipality }: Doing, id: string) =>
  tx
    .selectFrom('case_file')
    .select(['kind', 'title', 'summary', 'intended_on as intendedOn', 'regulation', 'product'])
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** Writes a draft anew. */
export async function changeDraft(
  { tx, municipality }: Doing,
  id: string,
  { title, summary, intendedOn, regulation, product }: Omit<NewCase, 'kind'>,
): Promise<void> {
  await tx
    .updateTable('case_file')
    .set({ title, summary, intended_on: intendedOn, regulation, product })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .execute()
  await record(tx, municipality, { act: 'case.changed', object: `case/${id}` })
}

/** The regulations and products that a case may be about. */
export const choices = async (tx: Tx, municipality: string) => ({
  regulations: (
    await tx
      .selectFrom('regulation')
      .select(['id', 'title'])
      .where('municipality', '=', municipality)
      .where('ended_at', 'is', null)
      .orderBy('title')
      .execute()
  ).map(({ id, title }) => ({ id, name: title })),
  products: (
    await tx
      .selectFrom('product')
      .select(['id', 'name', 'version'])
      .where('municipality', '=', municipality)
      .where('ended_at', 'is', null)
      .orderBy('name')
      .execute()
  ).map(({ id, name, version }) => ({ id, name: `${name} ${version}`.trim() })),
})
