/** Badges at the desk: giving one, finding it, and ending it. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import { containing } from '../../db/like.ts'
import { closeTasks } from '../../db/tasks.ts'
import { newSpokenNumber, squeezedNumber } from '../../lib/spoken-number.ts'
import type { ToldBadge } from '../../model/badge.ts'

/** How many stand on a page. */
export const SIZE = 50

const badges = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('badge as b')
    .select(['b.id', 'b.number', 'b.kind', 'b.holder', 'b.place', 'b.told', 'b.ground', 'b.ended', 'b.reason', 'b.at'])
    .select(['b.valid_from as validFrom', 'b.valid_until as validUntil', 'b.ground_on as groundOn'])
    .select(['b.ended_on as endedOn', 'b.consent_by as consentBy', 'b.consent_on as consentOn', 'b.email', 'b.listed'])
    .select(['b.organisation', 'b.participant', 'b.premises'])
    .where('b.municipality', '=', municipality)

/** Those that hold or are in doubt first, the first to end first. One more than a page if there is one. */
export const listBadges = (
  tx: Tx,
  municipality: string,
  {
    q,
    past,
    today,
    page,
  }: { readonly q: string; readonly past: boolean; readonly today: string; readonly page: number },
) =>
  badges(tx, municipality)
    .where(
      past
        ? sql<boolean>`(b.ended is not null or b.valid_until < ${today}::date)`
        : sql<boolean>`b.ended is null
      and b.valid_until >= ${today}::date`,
    )
    .$if(q !== '', (query) =>
      query.where((where) =>
        where.or([where('b.holder', 'ilike', containing(q)), where('b.number', '=', squeezedNumber(q))]),
      ),
    )
    .orderBy('b.valid_until', past ? 'desc' : 'asc')
    .orderBy('b.id')
    .limit(SIZE + 1)
    .offset((page - 1) * SIZE)
    .execute()

/** One badge, with who gave and who ended it. */
export const badgeById = (tx: Tx, municipality: string, id: string) =>
  badges(tx, municipality)
    .leftJoin('person as p', (join) => join.onRef('p.municipality', '=', 'b.municipality').onRef('p.id', '=', 'b.by'))
    .leftJoin('person as e', (join) =>
      join.onRef('e.municipality', '=', 'b.municipality').onRef('e.id', '=', 'b.ended_by'),
    )
    .select(['p.name as givenBy', 'e.name as endedBy'])
    .where('b.id', '=', id)
    .executeTakeFirst()
export type OneBadge = NonNullable<Awaited<ReturnType<typeof badgeById>>>

/** All of an organisation, those that hold first. */
export const badgesOf = (tx: Tx, municipality: string, organisation: string) =>
  badges(tx, municipality)
    .where('b.organisation', '=', organisation)
    .orderBy(sql`b.ended is not null`)
    .orderBy('b.valid_until', 'desc')
    .orderBy('b.id')
    .execute()

export type NewBadge = {
  readonly kind: 'signed' | 'seen'
  readonly holder: string
  readonly place: string
  readonly organisation: string | null
  readonly participant: string | null
  readonly premises: string | null
  readonly covenant: string | null
  readonly covenantVersion: number | null
  readonly told: ToldBadge
  readonly validUntil: string
  readonly consentBy: string
  readonly consentOn: string
  readonly email: string
}

/** Gives it, with a number that nobody has; throws what the database says when there is no ground for it any more. */
export async function giveBadge(tx: Tx, municipality: string, by: string, badge: NewBadge): Promise<string> {
  const { covenantVersion, told, validUntil, consentBy, consentOn, ...rest } = badge
  const id = uuid()
  await tx
    .insertInto('badge')
    .values({
      municipality,
      id,
      number: newSpokenNumber(),
      ...rest,
      covenant_version: covenantVersion,
      norms: told.norms.map((norm) => norm.id),
      told: JSON.stringify(told),
      seen_by: told.seenBy,
      seen_on: told.seenOn,
      valid_until: validUntil,
      consent_by: consentBy,
      consent_on: consentOn,
      by,
      ended: null,
    })
    .execute()
  return id
}

/** Ends it by who is here: the municipality withdraws it, its holder hands it back. False: it had ended. */
export async function endBadge(
  tx: Tx,
  municipality: string,
  id: string,
  ended: 'withdrawn' | 'handed-back',
  reason: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('badge')
    .set({ ended, reason })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('ended', 'is', null)
    .executeTakeFirstOrThrow()
  await closeTasks(tx, municipality, `badge/${id}`, 'all')
  return numUpdatedRows > 0n
}
