/**
 * Keeps the nulmetingen of organisations: who was invited, in which cluster, how far; the answers themselves stand in
 * forms.
 */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { record } from '../../db/audit.ts'
import type { Tx } from '../../db/as.ts'
import { answersOf, createForm, currentAnswers, formById } from '../../db/forms.ts'
import { queueMessage } from '../../db/messages.ts'
import { hashOfToken, newToken } from '../../lib/token.ts'
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
] as const
export type Baseline = Awaited<ReturnType<typeof baselinesOf>>[number]

/** Of one organisation, newest year first. */
export const baselinesOf = (tx: Tx, municipality: string, organisation: string) =>
  tx
    .selectFrom('baseline')
    .select(COLUMNS)
    .where('municipality', '=', municipality)
    .where('organisation', '=', organisation)
    .orderBy('year', 'desc')
    .execute()

export type Filled = {
  readonly questionnaire: Questionnaire
  readonly answers: Answers
  readonly variant: Variant | undefined
  readonly version: string
}
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

export const organisationById = (tx: Tx, municipality: string, id: string) =>
  tx
    .selectFrom('organisation')
    .select(['id', 'name', 'kind', 'street', 'size', 'slug'])
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .executeTakeFirst()

/** Why this address cannot be invited for the organisation, or undefined. */
export async function whyNotInvite(
  tx: Tx,
  municipality: string,
  organisation: string,
  email: string,
): Promise<string | undefined> {
  const person = await tx
    .selectFrom('person')
    .select('organisation')
    .where('municipality', '=', municipality)
    .where('email', '=', email)
    .executeTakeFirst()
  if (person && person.organisation !== organisation)
    return 'Dit adres hoort hier al bij iemand anders. Kies een ander adres van de organisatie.'
  // Whoever comes in by the link sees the answers of earlier years: only who gave them.
  const before = await tx
    .selectFrom('baseline')
    .select('email')
    .where('municipality', '=', municipality)
    .where('organisation', '=', organisation)
    .where('form', 'is not', null)
    .orderBy('year', 'desc')
    .executeTakeFirst()
  return before && before.email.toLowerCase() !== email
    ? `Deze organisatie deed eerder mee vanaf ${before.email}. Alleen dat adres kan bij de antwoorden van toen: ` +
        `nodig dat uit.`
    : undefined
}

/**
 * Invites an organisation for this year; the link in the mail opens the nulmeting without an account. False when it
 * takes part already.
 */
export async function invite(
  tx: Tx,
  municipality: { readonly id: string; readonly name: string },
  organisation: { readonly id: string; readonly name: string },
  email: string,
  year: number,
  by: string,
  origin: string,
): Promise<boolean> {
  const id = uuid()
  const added = await tx
    .insertInto('baseline')
    .values({
      municipality: municipality.id,
      id,
      organisation: organisation.id,
      year,
      email,
      state: 'invited',
      invited_by: by,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['municipality', 'organisation', 'year'])
        .doUpdateSet({ email, invited_by: by, invited_at: sql`now()`, state: 'invited' })
        .where('baseline.state', 'in', ['invited', 'declined', 'left']),
    )
    .returning('id')
    .executeTakeFirst()
  if (!added) return false
  // A link that went to a wrong address opens nothing any more.
  await tx
    .deleteFrom('one_time_link')
    .where('municipality', '=', municipality.id)
    .where('baseline', '=', added.id)
    .execute()
  const token = newToken()
  await tx
    .insertInto('one_time_link')
    .values({
      municipality: municipality.id,
      hash: hashOfToken(token),
      kind: 'baseline',
      baseline: added.id,
      ends_at: sql<string>`now() + interval '60 days'`,
    })
    .execute()
  await queueMessage(tx, municipality.id, {
    recipient: email,
    kind: 'baseline',
    key: `baseline/${hashOfToken(token)}`,
    subject: `Hoe digitaal gezond is ${organisation.name}?`,
    body:
      `Beste lezer,\n\n${municipality.name} nodigt ${organisation.name} uit voor de nulmeting van de digitale ` +
      `stad. Het begint met acht korte vragen; daarna weet u wat er nog komt.\n\nUw antwoorden zijn van u. De ` +
      `gemeente ziet alleen cijfers van groepen van tien of meer, tenzij u zelf meer deelt. Wij gebruiken ze ` +
      `nooit voor handhaving of bij een aanbesteding.\n\nBegin hier, zonder ` +
      `account:\n${origin}/balie/nulmeting/${token}\n\nDoet u liever niet mee? Dat kunt u daar ook zeggen.\n`,
  })
  await record(tx, municipality.id, {
    act: 'baseline.invited',
    object: `organisation/${organisation.id}`,
    detail: { year },
  })
  return true
}

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
