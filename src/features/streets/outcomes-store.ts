/** What came of a round: outcomes by name, the letters to owners, and the way to everybody by two people. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import { note, withdrawNoted, type ToNote } from '../../db/noted-findings.ts'
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
  const replaced = new Map<string, string>()
  const newer = new Set<string>()
  for (const { id, criterion, whose } of await findingsBefore(tx, municipality, { round, premises, seenOn })) {
    // Of that day a newer round stands: it is not gone over by what an older one is repaired to.
    if (whose === 'newer') newer.add(criterion)
    else if (await withdrawNoted(tx, municipality, id, reason || 'Er is een nieuwe schouw geweest.'))
      replaced.set(criterion, id)
  }
  await note(
    tx,
    municipality,
    by,
    findings.flatMap((each) => {
      if (newer.has(each.criterion)) return []
      const replaces = replaced.get(each.criterion)
      return replaces === undefined ? each : { ...each, replaces }
    }),
  )
}

/**
 * What stands of this premises and has to give way: what this round said before, and what another round said of the
 * same day, of which one can stand. An outcome and its findings are kept in one transaction, so at one moment.
 */
async function findingsBefore(
  tx: Tx,
  municipality: string,
  { round, premises, seenOn }: Pick<NewOutcome, 'round' | 'premises' | 'seenOn'>,
) {
  const { rows } = await sql<{ id: string; criterion: string; whose: 'own' | 'older' | 'newer' }>`
    select f.id, f.criterion, case when o.round = mine.id then 'own'
        when (r.begins_on, r.at) > (mine.begins_on, mine.at) then 'newer' else 'older' end as whose
      from noted_finding f
      join street_round mine on mine.municipality = f.municipality and mine.id = ${round}
      left join premises_outcome o on o.municipality = f.municipality and o.premises = f.about and o.at = f.at
      left join street_round r on r.municipality = o.municipality and r.id = o.round
      where f.municipality = ${municipality} and f.about_kind = 'premises' and f.about = ${premises}
        and f.source = 'inspection' and f.withdrawn_at is null
        and (o.round = mine.id or f.seen_on = ${seenOn}::date or o.id is null and exists (
          select from premises_outcome e where e.municipality = f.municipality and e.round = mine.id
            and e.premises = f.about and e.seen_on = f.seen_on))
      order by f.id`.execute(tx)
  return rows
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
      'outcome',
      'earlier',
      'owner',
      'ended',
      'ended_at as endedAt',
    ])
    .where('municipality', '=', municipality)
    .where('round', '=', round)
    .execute()
  return new Map(rows.map((row) => [row.premises, row]))
}
export type Letter = Awaited<ReturnType<typeof lettersOf>> extends ReadonlyMap<string, infer L> ? L : never

/** Keeps that an owner was told of this outcome, the first time or anew; false when that was done before. */
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
    /** Its number. */
    readonly outcome: number
    /** The how-manieth owner; one more than before where the link of the one before ended. */
    readonly owner: number
  },
): Promise<boolean> {
  const { reactUntil, ...rest } = letter
  const added = await tx
    .insertInto('premises_letter')
    .values({ municipality, ...rest, react_until: reactUntil, by })
    .onConflict((same) =>
      same
        .columns(['municipality', 'round', 'premises'])
        .doUpdateSet(({ ref }) => ({
          outcome: ref('excluded.outcome'),
          owner: ref('excluded.owner'),
          secret: ref('excluded.secret'),
          email: ref('excluded.email'),
          react_until: ref('excluded.react_until'),
          by: ref('excluded.by'),
        }))
        .where(({ or, eb }) =>
          or([
            eb('premises_letter.outcome', '<', eb.ref('excluded.outcome')),
            eb('premises_letter.owner', '<', eb.ref('excluded.owner')),
          ]),
        ),
    )
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
