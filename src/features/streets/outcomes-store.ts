/** What came of a round: outcomes by name, the letters to owners, and the way to everybody by two people. */
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import { note, notedAbout, withdrawNoted, type ToNote } from '../../db/noted-findings.ts'
import type { Settled, ToldRound } from '../../model/street.ts'

/** The newest outcome of each premises of a round. */
export async function outcomesOf(tx: Tx, municipality: string, round: string) {
  const rows = await tx
    .selectFrom('premises_outcome')
    .select(['id', 'premises', 'no', 'answers', 'reason', 'seen_on as seenOn', 'until', 'by', 'at'])
    .where('municipality', '=', municipality)
    .where('round', '=', round)
    .orderBy('no')
    .execute()
  return new Map(rows.map((row) => [row.premises, row]))
}
export type Outcome = Awaited<ReturnType<typeof outcomesOf>> extends ReadonlyMap<string, infer O> ? O : never

export type NewOutcome = {
  readonly round: string
  readonly premises: string
  readonly no: number
  readonly answers: Settled
  readonly reason: string
  readonly seenOn: string
  readonly until: string
  /** What it says of each criterion; it comes in the place of what the one before said. */
  readonly findings: readonly Omit<ToNote, 'replaces'>[]
}

/**
 * Keeps an outcome with its findings; of a correction the findings before it are withdrawn with the reason. What an
 * earlier round saw stands, as of its day: so it stays to be followed through time.
 */
export async function addOutcome(tx: Tx, municipality: string, by: string, outcome: NewOutcome): Promise<void> {
  const { round, premises, no, answers, reason, seenOn, until, findings } = outcome
  await tx
    .insertInto('premises_outcome')
    .values({
      municipality,
      id: uuid(),
      round,
      premises,
      no,
      answers: JSON.stringify(answers),
      reason,
      seen_on: seenOn,
      until,
      by,
    })
    .execute()
  const earlier = await tx
    .selectFrom('premises_outcome')
    .select('seen_on as seenOn')
    .where('municipality', '=', municipality)
    .where('round', '=', round)
    .where('premises', '=', premises)
    .where('no', '=', no - 1)
    .executeTakeFirst()
  const before = (await notedAbout(tx, municipality, [{ kind: 'premises', id: premises }])).filter(
    ({ source, at }) => source === 'inspection' && (at === seenOn || at === earlier?.seenOn),
  )
  const replaced = new Map<string, string>()
  for (const { id, criterion } of before) {
    if (!(await withdrawNoted(tx, municipality, id, reason || 'Er is een nieuwe schouw geweest.'))) continue
    replaced.set(criterion, id)
  }
  await note(
    tx,
    municipality,
    by,
    findings.map((each) => {
      const replaces = replaced.get(each.criterion)
      return replaces === undefined ? each : { ...each, replaces }
    }),
  )
}

/** The letters of a round, by premises. */
export async function lettersOf(tx: Tx, municipality: string, round: string) {
  const rows = await tx
    .selectFrom('premises_letter')
    .select([
      'premises',
      'email',
      'sent_at as sentAt',
      'react_until as reactUntil',
      'reaction',
      'reacted_at as reactedAt',
      'consent',
      'consent_by as consentBy',
      'consent_at as consentAt',
    ])
    .where('municipality', '=', municipality)
    .where('round', '=', round)
    .execute()
  return new Map(rows.map((row) => [row.premises, row]))
}
export type Letter = Awaited<ReturnType<typeof lettersOf>> extends ReadonlyMap<string, infer L> ? L : never

/** Keeps that an owner was told; false when that was done before. */
export async function addLetter(
  tx: Tx,
  municipality: string,
  by: string,
  letter: {
    readonly round: string
    readonly premises: string
    readonly secret: string
    readonly email: string
    readonly reactUntil: string
  },
): Promise<boolean> {
  const { reactUntil, ...rest } = letter
  const added = await tx
    .insertInto('premises_letter')
    .values({ municipality, ...rest, react_until: reactUntil, by })
    .onConflict((same) => same.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

/** What was done to make a round public, the last first. */
export const releasesOf = (tx: Tx, municipality: string, round: string) =>
  tx
    .selectFrom('street_release')
    .select(['no', 'step', 'told', 'reason', 'by', 'at'])
    .where('municipality', '=', municipality)
    .where('round', '=', round)
    .orderBy('no', 'desc')
    .execute()
export type Release = Awaited<ReturnType<typeof releasesOf>>[number]

/** The next step; the database refuses one that does not follow, or is of somebody who may not. */
export const addRelease = (
  tx: Tx,
  municipality: string,
  by: string,
  release: {
    readonly round: string
    readonly no: number
    readonly step: Release['step']
    readonly told?: ToldRound
    readonly reason?: string
  },
) =>
  tx
    .insertInto('street_release')
    .values({
      municipality,
      round: release.round,
      no: release.no,
      step: release.step,
      told: JSON.stringify(release.told ?? {}),
      reason: release.reason ?? '',
      by,
    })
    .execute()

/** Since when a round is public; undefined: it is not. */
export async function publicSince(tx: Tx, municipality: string, round: string): Promise<Date | undefined> {
  const row = await tx
    .selectFrom('published.street_round')
    .select('published_at as at')
    .where('municipality', '=', municipality)
    .where('round', '=', round)
    .executeTakeFirst()
  return row?.at
}
