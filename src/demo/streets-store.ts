/** Puts what people of the demo did in a street at the day on which they did it; the walls hold for them too. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../db/as.ts'
import type { Db } from '../db/connect.ts'
import type { Answers } from '../model/questionnaire.ts'
import type { Settled, ToldRound } from '../model/street.ts'

/** Whether the demo has a street already. */
export async function hasStreet(db: Db, municipality: string): Promise<boolean> {
  const row = await db.selectFrom('street').select('id').where('municipality', '=', municipality).executeTakeFirst()
  return row !== undefined
}

export type DemoInspection = {
  readonly id: string
  readonly hash: string
  readonly round: string
  readonly premises: string
  readonly inspector: string
  readonly answers: Answers
  readonly remark: string
  readonly at: Date
}
/** What one inspector sent of one premises. */
export const keepInspection = (tx: Tx, municipality: string, { at, answers, ...one }: DemoInspection) =>
  tx
    .insertInto('inspection')
    .values({
      municipality,
      ...one,
      no: 1,
      answers: JSON.stringify(answers),
      seen_at: at,
      came: 'phone',
      by: one.inspector,
      at,
    })
    .execute()

export type DemoOutcome = {
  readonly round: string
  readonly premises: string
  readonly answers: Settled
  readonly seenOn: string
  readonly until: string
  readonly by: string
  readonly at: Date
}
/** What was settled of one premises. */
export const keepOutcome = (tx: Tx, municipality: string, { answers, seenOn, ...one }: DemoOutcome) =>
  tx
    .insertInto('premises_outcome')
    .values({ municipality, ...one, id: uuid(), no: 1, answers: JSON.stringify(answers), seen_on: seenOn })
    .execute()

export type DemoRelease = {
  readonly round: string
  readonly no: number
  readonly step: 'proposed' | 'published'
  readonly told: ToldRound
  readonly by: string
  readonly at: Date
}
/** One step on the way to everybody. */
export const keepRelease = (tx: Tx, municipality: string, { told, ...one }: DemoRelease) =>
  tx
    .insertInto('street_release')
    .values({ municipality, ...one, told: JSON.stringify(told) })
    .execute()

/** Sets the days of a letter, of what its owner said, and of what is public. */
export async function dateRound(
  db: Db,
  municipality: string,
  round: string,
  {
    sent,
    closed,
    published,
  }: { readonly sent: Date; readonly closed: Date | undefined; readonly published: Date | undefined },
): Promise<void> {
  await sql`update premises_letter set sent_at = ${sent}, reacted_at = ${sent}::timestamptz + interval '4 days'
    where municipality = ${municipality} and round = ${round} and reacted_at is not null`.execute(db)
  await sql`update premises_letter set sent_at = ${sent} where municipality = ${municipality} and round = ${round}
    and reacted_at is null`.execute(db)
  await sql`update premises_letter set consent_at = ${sent}::timestamptz + interval '5 days'
    where municipality = ${municipality} and round = ${round} and consent_at is not null`.execute(db)
  if (closed)
    await sql`update street_round set closed_at = ${closed} where municipality = ${municipality}
      and id = ${round}`.execute(db)
  if (published)
    await sql`update published.street_round set published_at = ${published} where municipality = ${municipality}
      and round = ${round}`.execute(db)
}
