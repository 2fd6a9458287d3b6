/** Reads the self-checks of organisations: who takes part, in which group, how far. The answers stand in forms. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { answersOf, currentAnswers, formById } from '../../db/forms.ts'
import type { Answers, Questionnaire, Variant } from '../../model/questionnaire.ts'

const COLUMNS = [
  'id',
  'organisation',
  'year',
  'form',
  'email',
  'state',
  'cluster',
  'cluster_proposed as proposed',
  'cluster_reason as reason',
  'cluster_confirmed_by as confirmedBy',
  'done_at as doneAt',
  'invited_at as invitedAt',
  'reopened_at as reopenedAt',
] as const
export type Baseline = Awaited<ReturnType<typeof baselinesOf>>[number]

/** Of one organisation, newest year first; `to-change`: held until the transaction ends. */
export const baselinesOf = (tx: Tx, municipality: string, organisation: string, to?: 'to-change') =>
  tx
    .selectFrom('baseline')
    .select(COLUMNS)
    .where('municipality', '=', municipality)
    .where('organisation', '=', organisation)
    .orderBy('year', 'desc')
    .$if(to !== undefined, (rows) => rows.forUpdate())
    .execute()

export type Filled = {
  readonly questionnaire: Questionnaire
  readonly answers: Answers
  readonly variant: Variant | undefined
  readonly version: string
}
/** What was answered in a form; undefined without a form, or when it is not there for this person. */
export async function filledOf(tx: Tx, municipality: string, form: string | null): Promise<Filled | undefined> {
  const found = form === null ? undefined : await formById(tx, municipality, form)
  return (
    found && {
      questionnaire: found.questionnaire,
      answers: answersOf(await currentAnswers(tx, municipality, form!)),
      variant: found.form.variant ?? undefined,
      version: found.form.version,
    }
  )
}

/** Undefined when it is not there for this person. */
export const organisationById = (tx: Tx, municipality: string, id: string) =>
  tx
    .selectFrom('organisation')
    .select(['id', 'name', 'kind', 'street', 'size', 'slug'])
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .executeTakeFirst()

/** Per cluster and question the mean of groups of ten or more: all that anyone but the organisation itself can see. */
export async function groupsOf(
  tx: Tx,
  year: number,
): Promise<
  readonly {
    readonly cluster: string
    readonly question: string
    readonly organisations: number
    readonly mean: number
  }[]
> {
  const { rows } = await sql<{
    cluster: string
    question: string
    organisations: number
    mean: number
  }>`select * from baseline_group(${year}) order by cluster, question`.execute(tx)
  return rows
}

/** How many take part, by state and cluster; a cluster of fewer than ten is not told apart. */
export async function participation(tx: Tx, municipality: string, year: number) {
  return tx
    .selectFrom('baseline')
    .select(['state', 'cluster', sql<number>`count(*)::int`.as('count')])
    .where('municipality', '=', municipality)
    .where('year', '=', year)
    .groupBy(['state', 'cluster'])
    .execute()
}
